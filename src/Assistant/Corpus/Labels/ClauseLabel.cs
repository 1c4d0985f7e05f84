using System.Text;

namespace Assistant.Corpus.Labels;

/// <summary>How a label is printed, outermost first. What level that is decides the document's own nesting.</summary>
public enum LabelStyle
{
    /// <summary>附件2, 附录一, 附表.</summary>
    Annex,

    /// <summary>第一编, 第二部分.</summary>
    Part,
    Subpart,
    Chapter,
    Section,
    Article,

    /// <summary>一、</summary>
    Numeral,

    /// <summary>（一）</summary>
    BracketedNumeral,

    /// <summary>1. and 1、</summary>
    Digit,

    /// <summary>6.1, 6.1.1</summary>
    Dotted,

    /// <summary>（1） and 1）</summary>
    BracketedDigit,

    /// <summary>①</summary>
    Circled,

    /// <summary>a) and (a), as technical standards list.</summary>
    Letter,
}

/// <summary>A label read at the start of a line or paragraph.</summary>
/// <param name="Text">As printed, white space inside removed: 第二十五条, （一）, 二、.</param>
/// <param name="Number">From 1; of a dotted label the last component; 0 for an annex without number.</param>
/// <param name="Insertion">The n of 之n; 0 for none.</param>
/// <param name="Start">Where the label starts in the text that was read (after blanks, list and bold marks).</param>
/// <param name="End">Where the words after it start: blanks and a closing bold mark are passed over.</param>
/// <param name="IsMention">
/// The words that follow say that a provision is spoken of and none begins (第三条所称…, 第一条第二款规定的…, 一、二、三类…).
/// </param>
public sealed record ClauseLabel(LabelStyle Style, string Text, int Number, int Insertion, int Start, int End, bool IsMention)
{
    /// <summary>The components of a dotted label (6.1.2 has 6, 1, 2); empty for the other styles.</summary>
    public IReadOnlyList<int> Components { get; init; } = [];

    /// <summary>A blank stood between the label and the words after it, or nothing follows.</summary>
    public bool IsSetOff { get; init; }

    /// <summary>Null where the text starts with no label. Looks at the first few dozen characters only.</summary>
    public static ClauseLabel? Read(string text) => ClauseLabelReader.Read(text, 0);

    /// <summary>As <see cref="Read(string)"/>, for a label inside a text; offsets still count from the text's start.</summary>
    public static ClauseLabel? ReadAt(string text, int index) => ClauseLabelReader.Read(text, index);

    /// <summary>
    /// Whether this is the number one expects after <paramref name="previous"/>: 第五条 after 第四条 or 第四条之二, 第四条之一 after 第四条. 第四条之二 is
    /// too: some count the article itself as the first of its insertions, and a 之一 may have been repealed.
    /// </summary>
    public bool Follows(ClauseLabel previous) =>
        Insertion == 0 ? Number == previous.Number + 1
        : Number == previous.Number && (Insertion == previous.Insertion + 1 || (previous.Insertion == 0 && Insertion == 2));

    /// <summary>White space taken out: how a label is compared and shown.</summary>
    public static string Compact(ReadOnlySpan<char> text)
    {
        var compact = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (!char.IsWhiteSpace(character)) compact.Append(character);
        }
        return compact.ToString();
    }
}
