using System.Globalization;

namespace Assistant.Memos.Writers;

/// <summary>The rows of the last annex: which files and which answers a memo was made of.</summary>
internal static class MemoProvenance
{
    /// <summary>Path and SHA-256 of each file.</summary>
    public static IReadOnlyList<string[]> Files(Memo memo) =>
        [.. memo.Citations.Select(cited => (cited.Citation.SourceFile, cited.FileSha256)).Distinct().Select(file => new[] { file.SourceFile, file.FileSha256 })];

    /// <summary>Question, what made the answer, and when.</summary>
    public static IReadOnlyList<string[]> Answers(Memo memo, MemoWords words) => [.. memo.Sections.Select(section => new[]
    {
        section.Question,
        section.Model ?? words.Extractive,
        section.AnsweredAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture),
    })];
}
