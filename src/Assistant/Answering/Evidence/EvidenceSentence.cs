using Assistant.Answering.Asking;
using Assistant.Corpus;
using Assistant.Corpus.Text;

namespace Assistant.Answering.Evidence;

/// <summary>A sentence that may answer: a candidate with its surroundings.</summary>
/// <param name="Place">The clause whose lead it stands in; the document itself for title blocks and signatures.</param>
/// <param name="Index">Its number among the sentences of its place, from 0.</param>
/// <param name="PassageRank">Of the passage that brought it, from 0.</param>
/// <param name="PassageScore">That passage's score as a share of the best one's.</param>
/// <param name="InPassage">False for a neighbour of the passage's text in the same clause.</param>
public sealed record EvidenceSentence(
    EvidencePlace Place, int Index, int PassageRank, double PassageScore, bool InPassage)
{
    /// <summary>Verbatim but for line breaks.</summary>
    public string Text => Place.Sentences[Index];

    public string Folded => Place.FoldedSentences[Index];

    /// <summary>The sentences before and behind, folded.</summary>
    public string Around { get; } = (Index > 0 ? Place.FoldedSentences[Index - 1] : "") + "\n" + (Index + 1 < Place.Sentences.Count ? Place.FoldedSentences[Index + 1] : "");
}

/// <summary>Where candidate sentences stand together: one clause's own words.</summary>
/// <param name="Path">From the top-level clause down to this one; empty for the title block and the signature.</param>
/// <param name="Within">Where its words stand in the source file.</param>
/// <param name="Context">Folded: the document's title, the headings and lead-ins above. What a reader knows when he comes to the sentence.</param>
public sealed record EvidencePlace(PolicyDocument Document, IReadOnlyList<Clause> Path, TextSpan Within, string Context, IReadOnlyList<string> Sentences)
{
    private const int LongestContext = 200;

    /// <summary>The words of the last clause of the path, without those of its children.</summary>
    public static EvidencePlace Of(PolicyDocument document, IReadOnlyList<Clause> path)
    {
        var above = path.SkipLast(1).Select(clause =>
            clause.Heading.Length > 0 ? clause.Heading : clause.Lead.Length <= LongestContext ? clause.Lead : clause.Lead[^LongestContext..]);
        var context = FoldedText.Of(document.Title + "\n" + QuestionBefore(document, path) + string.Concat(above) + path[^1].Heading);
        return new(document, path, path[^1].LeadSpan, context, SentenceSplitter.Split(path[^1].Lead));
    }

    /// <summary>问：补贴标准是多少？ before the answer that need not name the 补贴; empty where there is none.</summary>
    private static string QuestionBefore(PolicyDocument document, IReadOnlyList<Clause> path)
    {
        if (path[^1].Level != ClauseLevel.Text) return "";
        var beside = path.Count > 1 ? path[^2].Children : document.Clauses;
        var before = "";
        foreach (var clause in beside)
        {
            if (ReferenceEquals(clause, path[^1]) || clause.Span.Start >= path[^1].Span.Start) break;
            before = clause.Lead;
        }
        return before.Length is > 0 and <= LongestContext && SentenceShape.Asks(before.TrimEnd().TrimEnd('*')) ? before + "\n" : "";
    }

    public IReadOnlyList<string> FoldedSentences { get; } = [.. Sentences.Select(FoldedText.Of)];

    /// <summary>All its sentences, folded.</summary>
    public string Folded { get; } = FoldedText.Of(string.Concat(Sentences));

    /// <summary>The document's title, folded.</summary>
    public string Title { get; } = FoldedText.Of(Document.Title);

    /// <summary>有下列行为之一的，处…：, folded, where it introduces this item; empty where nothing does.</summary>
    public string FoldedLeadIn => _leadIn ??= Parent is { } parent && SentenceShape.IsLeadIn(parent.Lead.TrimEnd()) ? FoldedText.Of(parent.Lead) : "";

    private string? _leadIn;

    public Clause? Clause => Path.Count > 0 ? Path[^1] : null;

    public Clause? Parent => Path.Count > 1 ? Path[^2] : null;

    /// <summary>The same place for equal keys.</summary>
    public (string Document, int Start) Key => (Document.Id, Within.Start);
}
