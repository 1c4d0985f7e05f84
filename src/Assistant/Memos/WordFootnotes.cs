using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Assistant.Memos;

/// <summary>Real footnotes: one for each marker; a place cited again refers to its first note.</summary>
internal sealed class WordFootnotes
{
    private readonly Dictionary<int, int> firstNote = [];
    private int last;

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
        last++;
        var text = firstNote.TryGetValue(cited.Number, out var first)
            ? string.Format(System.Globalization.CultureInfo.InvariantCulture, words.SameAs, first)
            : words.Note(cited);
        firstNote.TryAdd(cited.Number, last);
        Part.Append(new Footnote(new Paragraph(
            new ParagraphProperties(new ParagraphStyleId { Val = WordMemoStyles.FootnoteText }),
            new Run(new RunProperties(new RunStyle { Val = WordMemoStyles.FootnoteReference }), new FootnoteReferenceMark()),
            WordText.Run(" " + text))) { Id = last });
        return new Run(
            new RunProperties(new RunStyle { Val = WordMemoStyles.FootnoteReference }),
            new FootnoteReference { Id = last });
    }
}

/// <summary>Text that survives XML: characters that XML forbids become U+FFFD, tabs and line ends their elements.</summary>
internal static class WordText
{
    public static Run Run(string text, params OpenXmlElement[] properties)
    {
        var run = new Run();
        if (properties.Length > 0) run.Append(new RunProperties(properties));
        var line = 0;
        foreach (var part in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line++ > 0) run.Append(new Break());
            var cell = 0;
            foreach (var piece in part.Split('\t'))
            {
                if (cell++ > 0) run.Append(new TabChar());
                if (piece.Length > 0) run.Append(new Text(Clean(piece)) { Space = SpaceProcessingModeValues.Preserve });
            }
        }
        return run;
    }

    public static string Clean(string text)
    {
        var clean = new System.Text.StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (System.Xml.XmlConvert.IsXmlChar(character)) clean.Append(character);
            else if (i + 1 < text.Length && System.Xml.XmlConvert.IsXmlSurrogatePair(text[i + 1], character)) clean.Append(character).Append(text[++i]);
            else clean.Append('\uFFFD');
        }
        return clean.ToString();
    }
}
