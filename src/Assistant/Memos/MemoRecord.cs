using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Assistant.Answering;

namespace Assistant.Memos;

/// <summary>
/// What a memo carries for machines, the same in each format (custom XML part, front matter, JSON-LD): enough to check each citation without the
/// program that made it. Fields are only ever added; <see cref="Version"/> goes up when a reader must know.
/// </summary>
/// <param name="Sentences">Those of the sections, in order; null in a memo of before they were recorded.</param>
/// <param name="Clauses">What the annex prints, in order; null in a memo of before they were recorded.</param>
public sealed record MemoRecord(
    int Version,
    string MemoId,
    string Title,
    DateTimeOffset CreatedAt,
    IReadOnlyList<RecordedCitation> Citations,
    IReadOnlyList<RecordedAnswer> Answers,
    IReadOnlyList<RecordedFile> Files,
    IReadOnlyList<RecordedSentence>? Sentences = null,
    IReadOnlyList<RecordedClause>? Clauses = null)
{
    public const int CurrentVersion = 1;

    /// <summary>XML namespace of the custom XML part and JSON-LD context of the record.</summary>
    public const string Namespace = "urn:policy-assistant:memo:1";

    public static MemoRecord Of(Memo memo) => new(
        CurrentVersion,
        memo.Id,
        memo.Title,
        memo.CreatedAt,
        [.. memo.Citations.Select(RecordedCitation.Of)],
        [.. memo.Sections.Select(section => new RecordedAnswer(section.AnswerId, section.Question, section.Mode, section.Model))],
        [.. memo.Citations.Select(c => new RecordedFile(c.Citation.SourceFile, c.FileSha256)).Distinct()],
        [.. memo.Sections.SelectMany(section => section.Statements).Select(statement => new RecordedSentence(statement.Text, statement.Citations, statement.Supported))],
        [.. memo.Clauses.Select(clause => new RecordedClause(clause.Id, clause.Address, clause.Text))]);

    public string ToJson() => JsonSerializer.Serialize(this, MemoJson.Readable.MemoRecord);

    /// <summary>A record of a later version is read as far as its <see cref="Version"/> alone: what else it holds, this program cannot know.</summary>
    /// <exception cref="JsonException">The text is no record, or a damaged one.</exception>
    public static MemoRecord FromJson(string json)
    {
        if (JsonSerializer.Deserialize(json, MemoJson.Readable.RecordedVersion) is { Version: > CurrentVersion and var later })
            return new(later, "", "", default, [], [], []);
        var record = JsonSerializer.Deserialize(json, MemoJson.Strict.MemoRecord) ?? throw new JsonException("The record is empty.");
        if (Math.Max(record.Sentences?.Count ?? 0, record.Clauses?.Count ?? 0) > MostCitations) throw new JsonException("The record holds too many texts.");
        if (record.Sentences?.Contains(null!) == true || record.Clauses?.Contains(null!) == true) throw new JsonException("A text of the record is empty.");
        if (record.Citations.Count > MostCitations) throw new JsonException($"The record holds {record.Citations.Count} citations.");
        // What the nullability of a list does not say: nor may its elements be null.
        return record.Citations.All(citation => citation?.Path.All(label => label is not null) == true) ? record : throw new JsonException("A citation of the record is empty.");
    }

    /// <summary>Far above any memo (117 questions gave 362): each is looked for in all notes.</summary>
    private const int MostCitations = 5_000;
}

/// <param name="QuoteSha256">Of the quote's UTF-8 without white space, lower-case hexadecimal.</param>
/// <param name="ClauseSha256">The same of the whole clause.</param>
public sealed record RecordedCitation(
    int Number,
    string DocumentId,
    string DocumentTitle,
    string? DocumentNumber,
    string ClauseId,
    string Clause,
    IReadOnlyList<string> Path,
    string SourceFile,
    int Start,
    int End,
    int? Page,
    string Quote,
    string QuoteSha256,
    string ClauseSha256)
{
    public static RecordedCitation Of(MemoCitation cited)
    {
        var citation = cited.Citation;
        return new(
            cited.Number, citation.DocumentId, citation.DocumentTitle, cited.DocumentNumber, citation.ClauseId, citation.Clause, citation.Path,
            citation.SourceFile, citation.Start, citation.End, citation.Page, citation.Quote, Digest.Of(citation.Quote), cited.ClauseSha256);
    }
}

/// <summary>A sentence as it was exported.</summary>
/// <param name="Citations">Numbers of the citations that it rests on.</param>
/// <param name="Supported">False where the cited clauses did not bear it out.</param>
public sealed record RecordedSentence(string Text, IReadOnlyList<int> Citations, bool Supported);

/// <summary>A clause as the annex prints it.</summary>
public sealed record RecordedClause(string ClauseId, string Address, string Text);

/// <param name="Version">0 where the text does not say.</param>
internal sealed record RecordedVersion(int Version = 0);

/// <summary>An answer that a memo was made from.</summary>
/// <param name="Model">Null where the answer is extractive.</param>
public sealed record RecordedAnswer(string AnswerId, string Question, AnswerMode Mode, string? Model);

/// <summary>A source file that a memo cites, as it was then.</summary>
/// <param name="Path">As it stands in the corpus.</param>
/// <param name="Sha256">Of its bytes, in lower-case hexadecimal.</param>
public sealed record RecordedFile(string Path, string Sha256);

/// <summary>Texts compared by their words: white space aside, as the contract defines a verbatim quote.</summary>
internal static class Digest
{
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Squeeze(text))));

    public static string Squeeze(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Memo))]
[JsonSerializable(typeof(MemoRecord))]
[JsonSerializable(typeof(RecordedVersion))]
internal sealed partial class MemoJson : JsonSerializerContext
{
    /// <summary>Chinese is written as itself: a person may open the file.</summary>
    public static MemoJson Readable { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>For what comes from outside: every field must be there, and null only where it may be.</summary>
    public static MemoJson Strict { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    });
}
