using Assistant.Ingestion.Titles;

namespace Assistant.Ingestion.Metadata;

/// <summary>Reads number, issuers, dates and kind of each document of a file. What a notice carries inherits what it does not say itself.</summary>
public static class DocumentMetadataReader
{
    /// <param name="drafts">All documents of one file, as <see cref="DocumentSplitter"/> found them.</param>
    /// <returns>In the same order.</returns>
    public static IReadOnlyList<DocumentMetadata> Read(IReadOnlyList<DocumentDraft> drafts)
    {
        var found = new List<DocumentMetadata>(drafts.Count);
        foreach (var draft in drafts)
        {
            var cover = draft.CoverIndex is { } index ? found[index] : null;
            var kind = DocumentKindReader.Read(draft);
            var number = Number(draft) ?? cover?.DocumentNumber ?? NumberInHistory(draft);
            var date = Date(draft) ?? cover?.Date;
            var issuers = IssuerReader.Read(drafts, found.Count, kind);
            if (issuers.Count == 0 && cover is not null) issuers = cover.Issuers;
            var effective = EffectiveDateReader.Read(draft, date) ?? (draft.CoverIndex is { } at ? EffectiveDateReader.OfCarried(drafts[at], date) : null);
            found.Add(new DocumentMetadata(kind, number, issuers, date, effective));
        }
        return found;
    }

    private static string? Number(DocumentDraft draft)
    {
        foreach (var paragraph in draft.Head)
        {
            if (DocumentNumber.Line(paragraph.Text) is not { } number) continue;
            // 某部公告 as title, 2024年第33号 below it.
            if ((number[0] == '第' || char.IsDigit(number[0])) && draft.Title.EndsWith('告') | draft.Title.EndsWith('令')) return draft.Title + number;
            return number;
        }
        return null;
    }

    private static string? NumberInHistory(DocumentDraft draft) =>
        draft.Head.Where(paragraph => DocumentMarks.IsHistory(paragraph.Text)).Select(paragraph => DocumentNumber.Order(paragraph.Text)).LastOrDefault(number => number is not null);

    private static DateOnly? Date(DocumentDraft draft)
    {
        var foot = draft.Tail.Select(paragraph => ChineseDate.Line(paragraph.Text)).LastOrDefault(date => date is not null);
        if (foot is not null) return foot;
        var head = draft.Head.Select(paragraph => ChineseDate.Line(paragraph.Text)).FirstOrDefault(date => date is not null);
        if (head is not null) return head;
        return draft.Head
            .Where(paragraph => DocumentMarks.IsHistory(paragraph.Text) && !paragraph.Text.EndsWith("施行", StringComparison.Ordinal))
            .Select(paragraph => ChineseDate.Last(EffectiveDateReader.Without(paragraph.Text)))
            .Max();
    }
}
