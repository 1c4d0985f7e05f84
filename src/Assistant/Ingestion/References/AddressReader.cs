using Assistant.Corpus.Labels;

namespace Assistant.Ingestion.References;

/// <summary>Reads 第七十二条第一款第（二）项 and its shapes out of running text. Every function looks at a bounded stretch.</summary>
internal static class AddressReader
{
    /// <summary>第十条之一第二款: all parts from <paramref name="start"/> on, each narrower than the one before; null where none stands there.</summary>
    public static (List<AddressPart> Parts, int End)? Read(string text, int start)
    {
        if (ReadPart(text, start) is not { } first) return null;
        var parts = new List<AddressPart> { first.Part };
        var end = first.End;
        while (parts.Count < 6 && ReadPart(text, SkipBlanks(text, end)) is { } read)
        {
            if (read.Part.Rank <= parts[^1].Rank) break;
            parts.Add(read.Part);
            end = read.End;
        }
        return (parts, end);
    }

    /// <summary>第（一）（二）（四）以及（十四）条: the numbers share one 第 and one unit. Null unless at least two do.</summary>
    public static List<(AddressPart Part, int Start, int End)>? ReadShared(string text, int start)
    {
        if (!At(text, start, "第") || ReadBracketed(text, SkipBlanks(text, start + 1)) is null) return null;
        var numbers = new List<(int Number, int Start, int End)>();
        var i = start + 1;
        var from = start;
        while (numbers.Count < 64 && ReadBracketed(text, SkipBlanks(text, i)) is { } read)
        {
            numbers.Add((read.Number, from, read.End));
            i = SkipConnector(text, read.End);
            from = i;
        }
        if (numbers.Count < 2) return null;
        var unit = SkipBlanks(text, numbers[^1].End);
        if (unit >= text.Length || text[unit] is not ('条' or '款' or '项' or '目')) return null;
        return [.. numbers.Select((number, index) =>
            (new AddressPart(text[unit], number.Number), number.Start, index == numbers.Count - 1 ? unit + 1 : number.End))];
    }

    /// <summary>（三）项 after 第（一）、: a further item that shares the 第.</summary>
    public static (AddressPart Part, int End)? ReadBareItem(string text, int start)
    {
        if (ReadBracketed(text, start) is not { } read) return null;
        var unit = SkipBlanks(text, read.End);
        return unit < text.Length && text[unit] is '项' or '目' ? (new AddressPart(text[unit], read.Number), unit + 1) : null;
    }

    /// <summary>附件2, 附表一, 附录A. Null without a number.</summary>
    public static (AddressPart Part, int End)? ReadAnnex(string text, int start)
    {
        if (start + 1 >= text.Length || text[start] != '附' || text[start + 1] is not ('件' or '表' or '录')) return null;
        var digits = SkipBlanks(text, start + 2);
        var end = ReadNumeral(text, digits, out var number);
        if (end < 0 || number is 0 or > 999) return null;
        return (new AddressPart('附', number, 0, text.Substring(start, 2)), end);
    }

    /// <summary>Past 、和及以及或者与至 and blanks; the same place where no connector stands there.</summary>
    public static int SkipConnector(string text, int start)
    {
        var i = SkipBlanks(text, start);
        foreach (var connector in (ReadOnlySpan<string>)["、", "，", ",", "以及", "或者", "和", "及", "与", "或", "至", "到", "—", "－", "-", "~", "～"])
        {
            if (!At(text, i, connector)) continue;
            i = SkipBlanks(text, i + connector.Length);
            // 第五条，以及第六条
            return connector is "、" or "，" or "," ? SkipConnector(text, i) : i;
        }
        return i;
    }

    public static bool At(string text, int index, string word) => index >= 0 && string.CompareOrdinal(text, index, word, 0, word.Length) == 0;

    public static int SkipBlanks(string text, int i)
    {
        while (i < text.Length && char.IsWhiteSpace(text[i])) i++;
        return i;
    }

    public static int ReadNumeral(string text, int start, out int number)
    {
        number = 0;
        if (start >= text.Length || !ChineseNumeral.IsNumeral(text[start])) return -1;
        var end = ChineseNumeral.ReadSpaced(text.AsSpan(start, Math.Min(40, text.Length - start)), 0, out number);
        return end < 0 ? -1 : start + end;
    }

    private static (AddressPart Part, int End)? ReadPart(string text, int start)
    {
        if (!At(text, start, "第")) return null;
        var i = SkipBlanks(text, start + 1);
        int end;
        int number;
        if (ReadBracketed(text, i) is { } bracketed) (number, end) = bracketed;
        else end = ReadNumeral(text, i, out number);
        if (end < 0 || number == 0) return null;
        var unit = SkipBlanks(text, end);
        if (unit >= text.Length) return null;
        var next = unit + 1 < text.Length ? text[unit + 1] : '\0';
        switch (text[unit])
        {
            // 第二百三十六第三款: the 条 was forgotten in print.
            case '第' when number > 10 && ReadPart(text, unit) is { Part.Unit: '款' or '项' }: return (new AddressPart('条', number), unit);
            case '分' when next == '编': return (new AddressPart('分', number), unit + 2);
            case '条' when next is not ('例' or '件' or '款' or '线' or '道'):
                var after = unit + 1;
                if (At(text, SkipBlanks(text, after), "之") && ReadNumeral(text, SkipBlanks(text, after) + 1, out var insertion) is > 0 and var past)
                {
                    return (new AddressPart('条', number, insertion), past);
                }
                return (new AddressPart('条', number), after);
            case '款' when next is not ('项' or '产' or '车' or '游'): return (new AddressPart('款', number), unit + 1);
            case '项' when next is not ('目' or '议' or '任'): return (new AddressPart('项', number), unit + 1);
            case '目' when next is not ('标' or '录'): return (new AddressPart('目', number), unit + 1);
            case '编' when next is not ('号' or '制'): return (new AddressPart('编', number), unit + 1);
            case '章' when next is not '程': return (new AddressPart('章', number), unit + 1);
            case '节' when next is not ('课' or '点' or '能' or '目'): return (new AddressPart('节', number), unit + 1);
            default: return null;
        }
    }

    private static (int Number, int End)? ReadBracketed(string text, int start)
    {
        if (start >= text.Length || text[start] is not ('（' or '(')) return null;
        var end = ReadNumeral(text, SkipBlanks(text, start + 1), out var number);
        if (end < 0) return null;
        end = SkipBlanks(text, end);
        return end < text.Length && text[end] is '）' or ')' ? (number, end + 1) : null;
    }
}
