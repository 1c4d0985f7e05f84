using Assistant.Corpus;
using Assistant.Ingestion.Paragraphs;

namespace Assistant.Ingestion.Titles;

/// <summary>Paragraphs to documents: a file may hold one, or be a compilation of many.</summary>
public static class DocumentSplitter
{
    /// <returns>In file order. A file with any text has one at least, untitled where no title can be made out.</returns>
    public static IReadOnlyList<DocumentDraft> Split(ExtractedText text, IReadOnlyList<TextParagraph> paragraphs)
    {
        var contents = ContentsPage.Find(paragraphs);
        var kept = paragraphs.Where((paragraph, i) => i >= contents.CoverEnd && !contents.Contains(i) && !WebRemains.IsRemain(paragraph.Text)).ToList();
        Imprint.Remove(kept, paragraphs.Take(contents.CoverEnd));
        if (kept.Count == 0) return [];
        var starts = text.Format == SourceFormat.Markdown && kept.Exists(paragraph => paragraph.First.HeadingLevel == 1)
            ? TitleFinder.FindHeadings(kept)
            : new TitleFinder(kept, contents.Titles).Find();
        if (starts.Count > 0 && starts[0].First > 0)
        {
            // Sentences before the first title are text of a document without one; a few words are a cover.
            var hasText = kept.Take(starts[0].First).Any(paragraph => paragraph.Text.Length > 30 && LineWrapping.Ends(paragraph.Text));
            if (hasText) starts.Insert(0, Untitled(text));
        }
        if (starts.Count == 0) starts.Add(Untitled(text));
        return DraftBuilder.Build(kept, starts);
    }

    /// <summary>Text under no title takes the one the file gives itself outside its text, such as a news page's headline.</summary>
    private static DocumentStart Untitled(ExtractedText text) => new(0, 0, text.Hints.GetValueOrDefault("title", ""), TitleSource.None);
}
