namespace Assistant.Corpus.Labels;

/// <summary>A hand scanner for labels: looks at a bounded prefix, so that a line of any length costs the same.</summary>
internal static class ClauseLabelReader
{
    /// <summary>Longest printed label with blanks inside, and some words after it to tell a mention by.</summary>
    private const int Window = 80;

    public static ClauseLabel? Read(string text, int from)
    {
        var start = SkipMarks(text, from);
        if (start >= text.Length) return null;
        var head = text.AsSpan(start, Math.Min(Window, text.Length - start));
        var found = head[0] switch
        {
            '第' => ReadOrdinal(head),
            '附' => ReadAnnex(head),
            '（' or '(' or '〔' or '［' or '[' or '【' => ReadBracketed(head) ?? ReadLetter(head, 1),
            >= 'a' and <= 'z' => ReadLetter(head, 0),
            _ => ReadSymbol(head) ?? ReadNumbered(head),
        };
        if (found is not { } label) return null;
        var end = SkipAfter(text, start + label.Length);
        return new ClauseLabel(label.Style, ClauseLabel.Compact(head[..label.Length]), label.Number, label.Insertion, start, end, false)
        {
            Components = label.Components ?? [],
            IsSetOff = end >= text.Length || char.IsWhiteSpace(text[end - 1]),
            IsMention = LabelMention.Follows(label.Style, text, start + label.Length, end),
        };
    }

    private readonly record struct Found(LabelStyle Style, int Number, int Insertion, int Length, int[]? Components = null);

    private static int SkipMarks(string text, int from)
    {
        var i = from;
        while (i < text.Length && i < from + Window)
        {
            if (char.IsWhiteSpace(text[i]) || text[i] is '\u200b' or '\ufeff' or '*' or '#' or '•' or '●' or '■') i++;
            else if (text[i] is '-' or '>' or '·' && i + 1 < text.Length && char.IsWhiteSpace(text[i + 1])) i++;
            else break;
        }
        return i;
    }

    private static int SkipAfter(string text, int i)
    {
        while (i < text.Length && (char.IsWhiteSpace(text[i]) || text[i] is '*' or '\u200b')) i++;
        return i;
    }

    private static int SkipBlanks(ReadOnlySpan<char> text, int i)
    {
        while (i < text.Length && char.IsWhiteSpace(text[i])) i++;
        return i;
    }

    private static Found? ReadOrdinal(ReadOnlySpan<char> text)
    {
        var i = ChineseNumeral.ReadSpaced(text, 1, out var number);
        if (i < 0 || number == 0) return null;
        i = SkipBlanks(text, i);
        if (i >= text.Length) return null;
        LabelStyle? style = text[i] switch
        {
            '编' => LabelStyle.Part,
            '章' => LabelStyle.Chapter,
            '节' => LabelStyle.Section,
            '条' => LabelStyle.Article,
            '分' when i + 1 < text.Length && text[i + 1] == '编' => LabelStyle.Subpart,
            '部' when i + 1 < text.Length && text[i + 1] == '分' => LabelStyle.Part,
            _ => null,
        };
        if (style is not { } read) return null;
        i += read == LabelStyle.Subpart || text[i] == '部' ? 2 : 1;
        var insertion = 0;
        var next = SkipBlanks(text, i);
        if (next < text.Length && text[next] == '之' && ChineseNumeral.ReadSpaced(text, next + 1, out var n) is > 0 and var end)
        {
            insertion = n;
            i = end;
        }
        // 第一条例, 第三节课, 第二章程: words, no labels.
        if (insertion == 0 && i < text.Length && (text[i - 1], text[i]) is ('条', '例') or ('章', '程') or ('节', '课' or '点' or '能')) return null;
        return new Found(read, number, insertion, i);
    }

    private static Found? ReadAnnex(ReadOnlySpan<char> text)
    {
        var i = SkipBlanks(text, 1);
        if (i >= text.Length || text[i] is not ('件' or '录' or '表')) return null;
        var end = i + 1;
        var next = SkipBlanks(text, end);
        var number = 0;
        if (ChineseNumeral.ReadSpaced(text, next, out var read) is > 0 and var stop && read < 1000)
        {
            number = read;
            end = stop;
        }
        else if (next < text.Length && char.IsAsciiLetterUpper(text[next]) && (next + 1 == text.Length || !char.IsAsciiLetterOrDigit(text[next + 1])))
        {
            number = text[next] - 'A' + 1;
            end = next + 1;
        }
        var after = SkipBlanks(text, end);
        var closes = after >= text.Length || text[after] is '：' or ':' || after > end;
        if (!closes) return null;
        if (after < text.Length && text[after] is '：' or ':') end = after + 1;
        return new Found(LabelStyle.Annex, number, 0, end);
    }

    private static Found? ReadBracketed(ReadOnlySpan<char> text)
    {
        var i = ChineseNumeral.ReadSpaced(text, 1, out var number);
        if (i < 0 || number is 0 or > 999) return null;
        var close = SkipBlanks(text, i);
        if (close >= text.Length || text[close] is not ('）' or ')' or '〕' or '］' or ']' or '】')) return null;
        var first = text[SkipBlanks(text, 1)];
        var style = char.IsDigit(first) ? LabelStyle.BracketedDigit : LabelStyle.BracketedNumeral;
        // [12] and 〔2024〕 are a literature reference and the year of a document number.
        if (text[0] is '[' or '［' or '〔' or '【' && style == LabelStyle.BracketedDigit) return null;
        return new Found(style, number, 0, close + 1);
    }

    /// <summary>One small letter and a closing bracket. A capital one offers a choice (A）甲 B）乙) and begins no provision.</summary>
    private static Found? ReadLetter(ReadOnlySpan<char> text, int i) =>
        i + 1 < text.Length && text[i] is >= 'a' and <= 'z' && text[i + 1] is ')' or '）' ? new Found(LabelStyle.Letter, text[i] - 'a' + 1, 0, i + 2) : null;

    private static Found? ReadSymbol(ReadOnlySpan<char> text)
    {
        var symbol = text[0];
        return symbol switch
        {
            >= '①' and <= '⑳' => new Found(LabelStyle.Circled, symbol - '①' + 1, 0, 1),
            >= '❶' and <= '❿' => new Found(LabelStyle.Circled, symbol - '❶' + 1, 0, 1),
            >= '㈠' and <= '㈩' => new Found(LabelStyle.BracketedNumeral, symbol - '㈠' + 1, 0, 1),
            >= '⑴' and <= '⒇' => new Found(LabelStyle.BracketedDigit, symbol - '⑴' + 1, 0, 1),
            >= '⒈' and <= '⒛' => new Found(LabelStyle.Digit, symbol - '⒈' + 1, 0, 1),
            _ => null,
        };
    }

    private static Found? ReadNumbered(ReadOnlySpan<char> text)
    {
        if (!ChineseNumeral.IsNumeral(text[0]) || text[0] is '零' or '〇' or '0' or '０') return null;
        if (char.IsDigit(text[0]) && ReadDecimal(text) is { } dotted) return dotted;
        var i = ChineseNumeral.ReadSpaced(text, 0, out var number);
        if (i < 0 || number is 0 or > 999) return null;
        var mark = SkipBlanks(text, i);
        if (mark >= text.Length) return char.IsDigit(text[0]) ? null : new Found(LabelStyle.Numeral, number, 0, i);
        var next = mark + 1 < text.Length ? text[mark + 1] : '\0';
        if (!char.IsDigit(text[0])) return text[mark] is '、' or '．' or '.' ? new Found(LabelStyle.Numeral, number, 0, mark + 1) : null;
        return text[mark] switch
        {
            ')' or '）' => new Found(LabelStyle.BracketedDigit, number, 0, mark + 1),
            '、' or '．' => new Found(LabelStyle.Digit, number, 0, mark + 1),
            // 1.5倍 is a number; 1.2024年 and 1.5G are a label before a number.
            '.' when !char.IsAsciiDigit(next) || StartsYearOrName(text[(mark + 1)..]) => new Found(LabelStyle.Digit, number, 0, mark + 1),
            _ => null,
        };
    }

    private static bool StartsYearOrName(ReadOnlySpan<char> text)
    {
        var digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(text[digits])) digits++;
        return digits == 4 || (digits == 1 && text.Length > 1 && text[1] == 'G');
    }

    /// <summary>6.1 and 6.1.1 as technical standards number: components without leading zeros, set off by a blank or followed by a Han character.</summary>
    private static Found? ReadDecimal(ReadOnlySpan<char> text)
    {
        var components = new List<int>(4);
        var i = 0;
        while (true)
        {
            var start = i;
            while (i < text.Length && char.IsAsciiDigit(text[i]) && i - start < 4) i++;
            var digits = text[start..i];
            // 1.0.1 is how engineering standards number the clauses of a chapter without sections; 0.5 and 1.0 are quantities.
            var isNoSection = digits is "0" && components.Count == 1 && i < text.Length && text[i] == '.';
            if (digits.Length is 0 or > 3 || (digits[0] == '0' && !isNoSection)) return null;
            components.Add(int.Parse(digits));
            if (i + 1 >= text.Length || text[i] != '.' || !char.IsAsciiDigit(text[i + 1])) break;
            i++;
        }
        if (components.Count < 2 || i >= text.Length) return null;
        var end = i;
        if (text[i] == '.' || text[i] == '．' || text[i] == '、') end = ++i;
        // 6.5MPa, 1.5万吨, 20.7% are quantities.
        if (end == i && !char.IsWhiteSpace(i < text.Length ? text[i] : ' ')) return null;
        return new Found(LabelStyle.Dotted, components[^1], 0, end, [.. components]);
    }
}
