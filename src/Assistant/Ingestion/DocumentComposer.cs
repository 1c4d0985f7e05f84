using System.Security.Cryptography;
using System.Text;
using Assistant.Corpus;
using Assistant.Corpus.Text;
using Assistant.Ingestion.Clauses;
using Assistant.Ingestion.Metadata;
using Assistant.Ingestion.Paragraphs;
using Assistant.Ingestion.Titles;

namespace Assistant.Ingestion;

/// <summary>The text of a file in, its documents out: lines to paragraphs, paragraphs to drafts, drafts to clause trees with what they say of themselves.</summary>
internal static class DocumentComposer
{
    /// <param name="corpusPath">Ids derive from it.</param>
    /// <param name="today">The day the file is read: a document that takes effect later is not in force yet.</param>
    public static List<PolicyDocument> Compose(ExtractedText text, string corpusPath, DateOnly today)
    {
        var drafts = DocumentSplitter.Split(text, ParagraphReader.Read(text));
        var metadata = DocumentMetadataReader.Read(drafts);
        var ids = Ids(corpusPath, drafts);
        var documents = new List<PolicyDocument>(drafts.Count);
        for (var i = 0; i < drafts.Count; i++)
        {
            var parsed = ClauseParser.Parse(drafts[i], ids[i], text);
            var clauses = ArtefactFinder.Complete(parsed.Clauses, ArtefactFinder.Find(text, drafts[i].Head.Concat(drafts[i].Body).Concat(drafts[i].Tail)));
            var document = new PolicyDocument(
                ids[i], drafts[i].Title, corpusPath, Span(drafts[i]), metadata[i].Kind, metadata[i].DocumentNumber, metadata[i].Issuers, metadata[i].Date,
                metadata[i].EffectiveDate, metadata[i].EffectiveDate > today ? new DocumentStatus(DocumentState.NotYetEffective) : DocumentStatus.InForce,
                drafts[i].CoverIndex is { } cover ? ids[cover] : null, [], clauses, parsed.Warnings);
            documents.Add(document with { Repeals = RepealReader.Read(document) });
        }
        return documents;
    }

    /// <summary>
    /// 16 hexadecimal digits of a hash: a document keeps its id while its file keeps its place and the document its title, whatever changes around it.
    /// </summary>
    private static List<string> Ids(string corpusPath, IReadOnlyList<DocumentDraft> drafts)
    {
        var met = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. drafts.Select(draft =>
        {
            var order = met[draft.Title] = met.GetValueOrDefault(draft.Title) + 1;
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{corpusPath}\n{draft.Title}\n{order}")))[..16];
        })];
    }

    private static TextSpan Span(DocumentDraft draft)
    {
        IEnumerable<TextSpan> spans = [.. draft.Head.Concat(draft.Body).Concat(draft.Tail).Select(paragraph => paragraph.Span)];
        if (!draft.TitleSpan.IsEmpty) spans = spans.Prepend(draft.TitleSpan);
        return spans.Any() ? new TextSpan(spans.Min(span => span.Start), spans.Max(span => span.End)) : draft.TitleSpan;
    }
}
