using DocumentFormat.OpenXml.Wordprocessing;

namespace Assistant.Memos.Writers;

/// <summary>Real footnotes: one for each marker; a place cited again refers to its first note.</summary>
internal sealed class WordFootnotes
{
    private readonly Dictionary<int, int> _firstNote = [];
    private int _last;

    public WordFootnotes()
    {
        // Word reserves two notes for the line above the notes; without them it repairs the file.
        Part.Append(
            new Footnote(new Paragraph(new Run(new SeparatorMark()))) { Type = FootnoteEndnoteValues.Separator, Id = -1 },
            new Footnote(new Paragraph(new Run(new ContinuationSeparatorMark()))) { Type = FootnoteEndnoteValues.ContinuationSeparator, Id = 0 });
    }

    public Footnotes Part { get; } = new();

    /// <summary>The run that stands in the sentence, its note appended to <see cref="Part"/>.</summary>
    public Run Reference(MemoCitation cited, MemoWords words)
    {
        _last++;
        var text = _firstNote.TryGetValue(cited.Number, out var first)
            ? string.Format(System.Globalization.CultureInfo.InvariantCulture, words.SameAs, first)
            : words.Note(cited);
        _firstNote.TryAdd(cited.Number, _last);
        Part.Append(new Footnote(new Paragraph(
            new ParagraphProperties(new ParagraphStyleId { Val = WordMemoStyles.FootnoteText }),
            new Run(new RunProperties(new RunStyle { Val = WordMemoStyles.FootnoteReference }), new FootnoteReferenceMark()),
            WordRuns.Of(" " + text)))
        { Id = _last });
        return new Run(
            new RunProperties(new RunStyle { Val = WordMemoStyles.FootnoteReference }),
            new FootnoteReference { Id = _last });
    }
}
