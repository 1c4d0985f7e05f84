using Assistant.Corpus;

namespace Assistant.Ingestion;

/// <summary>Paragraphs to documents: a file may hold one, or be a compilation of many.</summary>
public static class DocumentSplitter
{
    /// <returns>In file order. A file with any text has one at least, untitled where no title can be made out.</returns>
    public static IReadOnlyList<DocumentDraft> Split(ExtractedText text, IReadOnlyList<TextParagraph> paragraphs)
    {
        var contents = ContentsPage.Find(paragraphs);
        var kept = paragraphs.Where((paragraph, i) => !contents.Contains(i) && !WebRemains.IsRemain(paragraph.Text)).ToList();
        if (kept.Count == 0) return [];
        var starts = text.Format == SourceFormat.Markdown && kept.Exists(paragraph => paragraph.First.HeadingLevel == 1)
            ? TitleFinder.FindHeadings(kept)
            : new TitleFinder(kept, contents.Titles).Find();
        return DraftBuilder.Build(Trim(kept, starts, contents), starts);
    }

    /// <summary>Leaves out what stands before the first title and is no text (a cover), and the imprint at the end that repeats it.</summary>
    private static List<TextParagraph> Trim(List<TextParagraph> paragraphs, List<DocumentStart> starts, ContentsPage contents)
    {
        if (starts.Count == 0) return paragraphs;
        var end = Imprint.Start(paragraphs, starts[0].First);
        paragraphs.RemoveRange(end, paragraphs.Count - end);
        var before = paragraphs.Take(starts[0].First).ToList();
        var isCover = contents.IsFound || !before.Exists(paragraph => paragraph.Text.Length > 30 && LineWrapping.Ends(paragraph.Text));
        if (!isCover) starts.Insert(0, new DocumentStart(0, 0, "", TitleSource.None));
        return paragraphs;
    }
}
