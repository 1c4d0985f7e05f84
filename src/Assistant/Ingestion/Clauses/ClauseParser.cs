using Assistant.Corpus;
using Assistant.Ingestion.References;
using Assistant.Ingestion.Titles;

namespace Assistant.Ingestion.Clauses;

/// <param name="Clauses">Top-level clauses in file order.</param>
/// <param name="Warnings">What the numbering or the headings leave in doubt, by line.</param>
public sealed record ParsedClauses(IReadOnlyList<Clause> Clauses, IReadOnlyList<ParseWarning> Warnings);

/// <summary>The paragraphs of one document in, its clause tree out. Every word of body and tail stands in exactly one <see cref="Clause.Lead"/>.</summary>
/// <remarks>
/// An article of several 款 has a <see cref="ClauseLevel.Paragraph"/> child for each, the first included, and its own lead is its label (and heading)
/// alone; an article of one 款 has no such child, and its items hang on it directly.
/// </remarks>
public static class ClauseParser
{
    /// <param name="documentId">What the clauses' ids start with.</param>
    /// <param name="source">The text that the draft's spans count in.</param>
    public static ParsedClauses Parse(DocumentDraft draft, string documentId, ExtractedText source)
    {
        var segments = new ClauseSegmentReader(source).Read(draft.Body, draft.Tail);
        LabelJudge.Judge(segments);
        var root = ClauseTreeBuilder.Build(segments);
        var clauses = ReferenceLinker.Link(new ClauseAssembler(documentId).Assemble(root), documentId, draft.Title);
        return new ParsedClauses(clauses, NumberingChecker.Check(root));
    }
}
