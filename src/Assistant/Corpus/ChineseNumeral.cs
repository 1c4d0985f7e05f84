using System.Buffers;
using System.Text;

namespace Assistant.Corpus;

/// <summary>Numbers as Chinese documents print them: 一百二十三, 二〇二四, 廿三, 两千, ２５, 25.</summary>
public static class ChineseNumeral
{
    /// <summary>No clause, year or count is printed with more characters; longer runs are refused instead of read.</summary>
    public const int MaxLength = 16;

    private static readonly SearchValues<char> UnitCharacters = SearchValues.Create("十百千万廿卅");

    /// <summary>Whether a numeral may hold this character: Han digits and units (also 〇 零 ○ 两 廿 卅) and decimal digits of either width.</summary>
    public static bool IsNumeral(char character) => Digit(character) >= 0 || Unit(character) > 0 || character is '廿' or '卅';

    /// <summary>False for anything that is not one whole numeral, for more than <see cref="MaxLength"/> characters and above <see cref="int.MaxValue"/>.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        if (text.IsEmpty || text.Length > MaxLength) return false;
        return text.ContainsAny(UnitCharacters) ? TryParseUnits(text, out value) : TryParsePositional(text, out value);
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

    private static bool TryParsePositional(ReadOnlySpan<char> text, out int value)
    {
        var sum = 0L;
        value = 0;
        foreach (var character in text)
        {
            var digit = Digit(character);
            if (digit < 0) return false;
            sum = sum * 10 + digit;
            if (sum > int.MaxValue) return false;
        }
        value = (int)sum;
        return true;
    }

    private static bool TryParseUnits(ReadOnlySpan<char> text, out int value)
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
            if (unit == 10_000)
            {
                total += (section + digit) * unit;
                section = 0;
            }
            else
            {
                section += (digit == 0 ? 1 : digit) * unit;
            }
            digit = 0;
            digits = 0;
            if (total > int.MaxValue) return false;
        }
        total += section + digit;
        if (total is <= 0 or > int.MaxValue) return false;
        value = (int)total;
        return true;
    }

    private static int Digit(char character) => character switch
    {
        '〇' or '零' or '○' or 'Ｏ' or '◯' => 0,
        '两' => 2,
        >= '0' and <= '9' => character - '0',
        >= '０' and <= '９' => character - '０',
        _ => "零一二三四五六七八九".IndexOf(character, StringComparison.Ordinal),
    };

    private static int Unit(char character) => character switch { '十' => 10, '百' => 100, '千' => 1000, '万' => 10_000, _ => 0 };
}
