using System.Buffers;
using System.Text;

namespace Assistant.Corpus.Labels;

/// <summary>Numbers as Chinese documents print them: 一百二十三, 二〇二四, 廿三, 两千, ２５, 25; inside running text also 三点五 and 二十亿.</summary>
public static class ChineseNumeral
{
    /// <summary>No clause, year or count is printed with more characters; longer runs are refused instead of read.</summary>
    public const int MaxLength = 16;

    /// <summary>Amounts in running text are longer: 一千二百三十四亿五千六百七十八万九千元.</summary>
    private const int MaxAmountLength = 24;

    private static readonly SearchValues<char> UnitCharacters = SearchValues.Create("十百千万亿廿卅");

    /// <summary>Whether a numeral may hold this character: Han digits and units (also 〇 零 ○ 两 廿 卅) and decimal digits of either width.</summary>
    public static bool IsNumeral(char character) => Digit(character) >= 0 || Unit(character) > 0 || character is '廿' or '卅';

    /// <summary>False for anything that is not one whole numeral, for more than <see cref="MaxLength"/> characters and above <see cref="int.MaxValue"/>.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        if (text.Length > MaxLength || !TryParseWhole(text, out var whole) || whole > int.MaxValue || (whole == 0 && text.ContainsAny(UnitCharacters))) return false;
        value = (int)whole;
        return true;
    }

    /// <summary>The numeral at <paramref name="start"/>, with blanks inside allowed (第 十 二 条), and where it ends; -1 where none stands there.</summary>
    public static int ReadSpaced(ReadOnlySpan<char> text, int start, out int value)
    {
        Span<char> digits = stackalloc char[MaxLength];
        var count = 0;
        var end = -1;
        value = 0;
        for (var i = start; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i])) continue;
            if (!IsNumeral(text[i])) break;
            if (count == digits.Length) return -1;
            digits[count++] = text[i];
            end = i + 1;
        }
        return TryParse(digits[..count], out value) ? end : -1;
    }

    /// <summary>
    /// The number in Han characters that begins at <paramref name="start"/> in running text, with its fraction (三点五) and where it ends. Null where
    /// none does: 万元 and 百姓 begin with a unit and are words.
    /// </summary>
    public static (decimal Value, int End)? ReadAmount(string text, int start)
    {
        var end = start;
        while (end < text.Length && end - start < MaxAmountLength && IsHanNumeral(text[end])) end++;
        if (end == start || text[start] is '百' or '千' or '万' or '亿' || !TryParseWhole(text.AsSpan(start, end - start), out var whole)) return null;
        if (end + 1 >= text.Length || text[end] != '点' || !IsHanDigit(text[end + 1])) return (whole, end);
        decimal value = whole;
        var scale = 0.1m;
        for (end++; end < text.Length && IsHanDigit(text[end]) && scale > 0.000001m; end++, scale /= 10) value += Digit(text[end]) * scale;
        return (value, end);
    }

    /// <summary>The usual printed form: 10 is 十, 110 一百一十, 105 一百零五.</summary>
    public static string Format(int value)
    {
        if (value is < 1 or > 9999) return value.ToString();
        var text = new StringBuilder();
        var zero = false;
        foreach (var (unit, name) in Units)
        {
            var digit = value / unit % 10;
            if (digit == 0)
            {
                zero = text.Length > 0;
                continue;
            }
            if (zero) text.Append('零');
            zero = false;
            if (!(unit == 10 && digit == 1 && text.Length == 0)) text.Append("零一二三四五六七八九"[digit]);
            text.Append(name);
        }
        return text.ToString();
    }

    private static readonly (int Unit, string Name)[] Units = [(1000, "千"), (100, "百"), (10, "十"), (1, "")];

    private static bool TryParseWhole(ReadOnlySpan<char> text, out long value)
    {
        value = 0;
        return !text.IsEmpty && (text.ContainsAny(UnitCharacters) ? TryParseUnits(text, out value) : TryParsePositional(text, out value));
    }

    private static bool TryParsePositional(ReadOnlySpan<char> text, out long value)
    {
        value = 0;
        foreach (var character in text)
        {
            var digit = Digit(character);
            if (digit < 0 || value > long.MaxValue / 100) return false;
            value = value * 10 + digit;
        }
        return true;
    }

    private static bool TryParseUnits(ReadOnlySpan<char> text, out long value)
    {
        long total = 0, section = 0, digit = 0;
        var digits = 0;
        value = 0;
        foreach (var character in text)
        {
            if (Digit(character) is >= 0 and var read)
            {
                // 十２ and 二一十 are two numbers printed side by side, not one; 百〇五 is one.
                if (digits > 0 && digit != 0) return false;
                digit = read;
                digits++;
                continue;
            }
            if (character is '廿' or '卅')
            {
                if (digit != 0) return false;
                section += character == '廿' ? 20 : 30;
                continue;
            }
            var unit = Unit(character);
            if (unit == 0) return false;
            if (unit >= 10_000)
            {
                if (total > long.MaxValue / unit / 2) return false;
                // 万亿: the second factor applies to all before it.
                total = section + digit == 0 ? total * unit : total + (section + digit) * unit;
                section = 0;
            }
            else
            {
                section += (digit == 0 ? 1 : digit) * unit;
            }
            digit = 0;
            digits = 0;
        }
        value = total + section + digit;
        return true;
    }

    private static bool IsHanNumeral(char character) => IsHanDigit(character) || Unit(character) > 0 || character is '廿' or '卅';

    private static bool IsHanDigit(char character) => !char.IsDigit(character) && Digit(character) >= 0;

    private static int Digit(char character) => character switch
    {
        '〇' or '零' or '○' or 'Ｏ' or '◯' => 0,
        '两' => 2,
        >= '0' and <= '9' => character - '0',
        >= '０' and <= '９' => character - '０',
        _ => "零一二三四五六七八九".IndexOf(character, StringComparison.Ordinal),
    };

    private static int Unit(char character) => character switch { '十' => 10, '百' => 100, '千' => 1000, '万' => 10_000, '亿' => 100_000_000, _ => 0 };
}
