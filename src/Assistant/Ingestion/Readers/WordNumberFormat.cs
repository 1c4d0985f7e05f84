using System.Globalization;
using Assistant.Corpus.Labels;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Assistant.Ingestion.Readers;

/// <summary>Counters of Word's automatic numbering as they are printed (ECMA-376 part 1, 17.18.59 ST_NumberFormat).</summary>
internal static class WordNumberFormat
{
    private const string Stems = "甲乙丙丁戊己庚辛壬癸";
    private const string Branches = "子丑寅卯辰巳午未申酉戌亥";

    public static string Format(int value, NumberFormatValues format) => format switch
    {
        NumberFormatValues.None or NumberFormatValues.Bullet => "",
        NumberFormatValues.ChineseCounting or NumberFormatValues.ChineseCountingThousand or NumberFormatValues.JapaneseCounting
            or NumberFormatValues.TaiwaneseCounting or NumberFormatValues.TaiwaneseCountingThousand => ChineseNumeral.Format(value),
        NumberFormatValues.IdeographDigital or NumberFormatValues.TaiwaneseDigital or NumberFormatValues.JapaneseDigitalTenThousand => Digits(value, "〇一二三四五六七八九"),
        NumberFormatValues.ChineseLegalSimplified or NumberFormatValues.IdeographLegalTraditional or NumberFormatValues.JapaneseLegal =>
            string.Concat(ChineseNumeral.Format(value).Select(Legal)),
        NumberFormatValues.IdeographTraditional => Cycle(value, Stems),
        NumberFormatValues.IdeographZodiac => Cycle(value, Branches),
        NumberFormatValues.DecimalFullWidth or NumberFormatValues.DecimalFullWidth2 => Digits(value, "０１２３４５６７８９"),
        NumberFormatValues.DecimalEnclosedCircle or NumberFormatValues.DecimalEnclosedCircleChinese when value is >= 1 and <= 20 => ((char)('①' + value - 1)).ToString(),
        NumberFormatValues.DecimalEnclosedParen when value is >= 1 and <= 20 => ((char)('⑴' + value - 1)).ToString(),
        NumberFormatValues.DecimalEnclosedFullstop when value is >= 1 and <= 20 => ((char)('⒈' + value - 1)).ToString(),
        NumberFormatValues.IdeographEnclosedCircle when value is >= 1 and <= 10 => ((char)('㊀' + value - 1)).ToString(),
        NumberFormatValues.DecimalZero => value.ToString("00", CultureInfo.InvariantCulture),
        NumberFormatValues.UpperRoman => Roman(value),
        NumberFormatValues.LowerRoman => Roman(value).ToLowerInvariant(),
        NumberFormatValues.UpperLetter => Letter(value, 'A'),
        NumberFormatValues.LowerLetter => Letter(value, 'a'),
        _ => value.ToString(CultureInfo.InvariantCulture),
    };

    private static string Digits(int value, string digits) => string.Concat(value.ToString(CultureInfo.InvariantCulture).Select(digit => digits[Math.Max(0, digit - '0')]));

    private static string Cycle(int value, string names) => value < 1 ? "" : names[(value - 1) % names.Length].ToString();

    /// <summary>Z is followed by AA, BB: a letter is repeated, not carried.</summary>
    private static string Letter(int value, char first) => value is < 1 or > 780 ? value.ToString(CultureInfo.InvariantCulture) : new string((char)(first + ((value - 1) % 26)), ((value - 1) / 26) + 1);

    private static char Legal(char digit) => "零一二三四五六七八九十百千万".IndexOf(digit, StringComparison.Ordinal) is >= 0 and var at ? "零壹贰叁肆伍陆柒捌玖拾佰仟万"[at] : digit;

    private static string Roman(int value)
    {
        if (value is < 1 or > 3999) return value.ToString(CultureInfo.InvariantCulture);
        (int Value, string Sign)[] signs =
            [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
        var text = "";
        foreach (var (worth, sign) in signs)
        {
            for (; value >= worth; value -= worth) text += sign;
        }
        return text;
    }
}
