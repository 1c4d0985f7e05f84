using System.Text.Json.Serialization;
using Assistant.Answering.Citations;
using Assistant.Corpus;

namespace Assistant.Memos.Verification;

/// <summary>What became of a cited quote.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CitationStatus>))]
public enum CitationStatus
{
    /// <summary>The words stand in the clause cited.</summary>
    [JsonStringEnumMemberName("verbatim")]
    Verbatim,

    /// <summary>The same words stand in the document under another number.</summary>
    [JsonStringEnumMemberName("moved")]
    Moved,

    /// <summary>The clause is there with other words, or the memo's quote or the place that its note names was edited.</summary>
    [JsonStringEnumMemberName("changed")]
    Changed,

    /// <summary>Neither the words nor the clause are in the corpus.</summary>
    [JsonStringEnumMemberName("missing")]
    Missing,
}

/// <summary>A piece of a comparison of two texts, in reading order.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TextChange>))]
public enum TextChange
{
    [JsonStringEnumMemberName("same")]
    Same,

    [JsonStringEnumMemberName("removed")]
    Removed,

    [JsonStringEnumMemberName("added")]
    Added,
}

/// <summary>A stretch of a comparison of two texts; all of them in their order give the one text without what was added, the other without what was removed.</summary>
public sealed record TextDifference(TextChange Change, string Text);

/// <summary>One citation of a memo, checked.</summary>
/// <param name="Number">In the memo; 0 where the memo carries no number for it.</param>
/// <param name="Quote">As it stands in the memo now.</param>
/// <param name="Now">Where it stands in the corpus now; null when missing.</param>
/// <param name="Difference">From the memo's quote to the corpus' words; empty unless changed.</param>
/// <param name="ClauseChanged">The quote holds, but other words of its clause are not as they were when the memo was made.</param>
/// <param name="DocumentState">Whether the document may still be relied on.</param>
/// <param name="RepealedBy">The document and clause that repeal or replace it; null while in force.</param>
/// <param name="Explanation">In words for a reader, in the language asked for.</param>
public sealed record CitationCheck(
    int Number,
    string DocumentTitle,
    string Clause,
    string Quote,
    CitationStatus Status,
    Citation? Now,
    IReadOnlyList<TextDifference> Difference,
    bool ClauseChanged,
    DocumentState DocumentState,
    string? RepealedBy,
    string Explanation)
{
    /// <summary>The citation may be left as it stands in the memo.</summary>
    public bool Holds => Status == CitationStatus.Verbatim && DocumentState is not (DocumentState.Repealed or DocumentState.Replaced);
}

/// <param name="MemoTitle">Empty where the file does not say.</param>
/// <param name="CheckedAt">When the corpus was asked.</param>
/// <param name="Citations">Those whose note stands in the memo, as written or rewritten.</param>
/// <param name="Removed">How many citations of the record have no note any more: they are claims no longer, and were not checked.</param>
/// <param name="Unrecorded">Notes that cite a document and are not in the record: written by somebody, and vouched for by nothing.</param>
/// <param name="Faults">Of sentences, annex and record; empty where all is as exported.</param>
public sealed record VerificationReport(
    string MemoTitle, DateTimeOffset CheckedAt, IReadOnlyList<CitationCheck> Citations, int Removed, IReadOnlyList<string> Unrecorded,
    IReadOnlyList<PrintedFault> Faults)
{
    /// <summary>
    /// Every citation that a reader of the memo meets was checked and stands, and sentences and annex read as they were exported. A memo without
    /// citations, or whose notes are all gone, proves nothing.
    /// </summary>
    public bool Holds => Citations.Count > 0 && Citations.All(citation => citation.Holds) && Unrecorded.Count == 0 && Faults.Count == 0;

    /// <summary>There was never anything to check.</summary>
    public bool IsWithoutCitations => Citations.Count == 0 && Removed == 0;

    public int Count(CitationStatus status) => Citations.Count(citation => citation.Status == status);
}
