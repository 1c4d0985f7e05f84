using Assistant.Corpus;

namespace Assistant.Ingestion.Metadata;

/// <summary>What stands about a document at its head and foot. Unknown is null or empty, never guessed.</summary>
/// <param name="Issuers">All signatories, in the order printed.</param>
/// <param name="Date">成文日期; for a law without one, its last adoption or promulgation.</param>
/// <param name="EffectiveDate">施行日期; the document's date where it takes effect on the day of issue.</param>
public sealed record DocumentMetadata(DocumentKind Kind, string? DocumentNumber, IReadOnlyList<string> Issuers, DateOnly? Date, DateOnly? EffectiveDate);
