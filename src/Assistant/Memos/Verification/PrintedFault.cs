using System.Text.Json.Serialization;

namespace Assistant.Memos.Verification;

/// <summary>What is wrong with something that a memo prints or records, its notes apart.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PrintedFaultKind>))]
public enum PrintedFaultKind
{
    /// <summary>A sentence does not read as it was exported: its citation now stands for other words.</summary>
    [JsonStringEnumMemberName("sentenceEdited")]
    SentenceEdited,

    /// <summary>The memo was exported with a sentence that its clauses do not bear out, and still prints it.</summary>
    [JsonStringEnumMemberName("unsupported")]
    Unsupported,

    /// <summary>The annex gives a clause other words, or another address, than it was exported with.</summary>
    [JsonStringEnumMemberName("annexEdited")]
    AnnexEdited,

    /// <summary>Somebody wrote words into the annex, where they read as words of the clauses.</summary>
    [JsonStringEnumMemberName("annexAdded")]
    AnnexAdded,

    /// <summary>What the annex prints as the full text of a clause is not its text in the corpus as it is now.</summary>
    [JsonStringEnumMemberName("annexOutdated")]
    AnnexOutdated,

    /// <summary>A quote of the record does not fit its own hash.</summary>
    [JsonStringEnumMemberName("recordEdited")]
    RecordEdited,

    /// <summary>The record does not hold the texts of the memo: only its notes were checked.</summary>
    [JsonStringEnumMemberName("notCompared")]
    NotCompared,
}

/// <param name="Text">As it was exported; for added words, as they stand in the file. Sentences found in the file lack their white space.</param>
/// <param name="Difference">From the exported words to those in the file (outdated: to the corpus'); empty where nothing alike was found.</param>
/// <param name="Explanation">In words for a reader, in the language asked for.</param>
public sealed record PrintedFault(PrintedFaultKind Kind, string Text, IReadOnlyList<TextDifference> Difference, string Explanation);
