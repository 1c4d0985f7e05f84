namespace Assistant.Corpus.Labels;

/// <summary>One step of an address: 第七十二条, 第一款, （二）.</summary>
/// <param name="Style">Null for a 款, which carries no label and is counted.</param>
/// <param name="AnyStyle">第二项 names an item however its label is printed.</param>
/// <param name="Dotted">A dotted label as printed, which must match whole; null for the others.</param>
internal readonly record struct AddressStep(LabelStyle? Style, int Number, int Insertion, bool AnyStyle, string? Dotted = null)
{
    /// <summary>Far more than any provision is deep.</summary>
    private const int MaxSteps = 12;

    public bool Matches(Clause clause)
    {
        if (clause.Number != Number || clause.Insertion != Insertion || clause.Label.Length == 0) return false;
        if (AnyStyle) return clause.Level is ClauseLevel.Item or ClauseLevel.Subitem or > ClauseLevel.Article and not ClauseLevel.Row;
        if (Dotted is not null) return string.Equals(ClauseAddress.Core(clause.Label), Dotted, StringComparison.Ordinal);
        // A lone 三 or 12 reads as a label only with the mark that a heading or a row may lack.
        var read = ClauseLabel.Read(clause.Label) ?? ClauseLabel.Read(clause.Label + "、") ?? ClauseLabel.Read(clause.Label + " ");
        return read is { } label && label.Style == Style;
    }

    /// <summary>Empty where the text is no address. White space, 本法 and the like before it, and / between steps are passed over.</summary>
    public static List<AddressStep> ReadAll(string address)
    {
        var text = ClauseLabel.Compact(address);
        var steps = new List<AddressStep>();
        var i = text.StartsWith('本') ? text.IndexOfAny(['第', '附', '（', '(']) : 0;
        while (i >= 0 && i < text.Length && steps.Count < MaxSteps)
        {
            if (text[i] is '/' or '、' or '.' or '．')
            {
                i++;
                continue;
            }
            if (Read(text, ref i) is not { } step) return [];
            steps.Add(step);
        }
        return steps;
    }

    private static AddressStep? Read(string text, ref int i)
    {
        var from = i;
        if (text[i] == '第' && ReadCounted(text, ref i) is { } counted) return counted;
        i = from;
        if (ReadAnnex(text, ref i) is { } annex) return annex;
        if (ReadDotted(text, ref i) is { } dotted) return dotted;
        if (ReadLetter(text, ref i) is { } letter) return letter;
        // A bare 二 or 1 has no mark to be known by where it ends the address or a / follows.
        var end = ChineseNumeral.ReadSpaced(text, i, out var number);
        if (end > 0 && number > 0 && (end == text.Length || text[end] is '/' or '（' or '('))
        {
            i = end;
            return new AddressStep(char.IsDigit(text[from]) ? LabelStyle.Digit : LabelStyle.Numeral, number, 0, false);
        }
        if (ClauseLabel.ReadAt(text, i) is not { } label || label.Start != i) return null;
        i = label.End;
        return new AddressStep(label.Style, label.Number, label.Insertion, false);
    }

    private static AddressStep? ReadAnnex(string text, ref int i)
    {
        if (text[i] != '附' || i + 1 >= text.Length || text[i + 1] is not ('件' or '录' or '表')) return null;
        var end = ChineseNumeral.ReadSpaced(text, i + 2, out var number);
        i = end < 0 ? i + 2 : end;
        return new AddressStep(LabelStyle.Annex, number, 0, false);
    }

    /// <summary>第a项, and a bare a behind a /.</summary>
    private static AddressStep? ReadLetter(string text, ref int i)
    {
        var at = text[i] == '第' ? i + 1 : i;
        if (at >= text.Length || !char.IsAsciiLetterLower(text[at])) return null;
        var isCounted = at > i && at + 1 < text.Length && text[at + 1] is '项' or '目';
        if (!isCounted && (at > i || (at + 1 < text.Length && text[at + 1] != '/'))) return null;
        i = isCounted ? at + 2 : at + 1;
        return new AddressStep(LabelStyle.Letter, text[at] - 'a' + 1, 0, false);
    }

    private static AddressStep? ReadDotted(string text, ref int i)
    {
        var end = i;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '.')) end++;
        var label = text[i..end].TrimEnd('.');
        if (!ClauseAddress.IsDotted(label) || ClauseLabel.Read(label + " ") is not { Style: LabelStyle.Dotted } read) return null;
        i = end;
        return new AddressStep(LabelStyle.Dotted, read.Number, 0, false, label);
    }

    /// <summary>第一款, 第（二）项, 第二项, 第1目; the rest of 第… are labels.</summary>
    private static AddressStep? ReadCounted(string text, ref int i)
    {
        var bracketed = i + 1 < text.Length && text[i + 1] is '（' or '(';
        var end = ChineseNumeral.ReadSpaced(text, i + (bracketed ? 2 : 1), out var number);
        if (end < 0 || end >= text.Length) return null;
        if (bracketed)
        {
            if (text[end] is not ('）' or ')') || end + 1 >= text.Length) return null;
            end++;
        }
        if (text[end] is not ('款' or '项' or '目')) return null;
        i = end + 1;
        return text[end] == '款' ? new AddressStep(null, number, 0, false) : new AddressStep(LabelStyle.BracketedNumeral, number, 0, true);
    }
}
