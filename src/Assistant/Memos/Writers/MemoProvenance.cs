using System.Globalization;

namespace Assistant.Memos.Writers;

/// <summary>The rows of the last annex: which files and which answers a memo was made of.</summary>
internal static class MemoProvenance
{
    /// <summary>Path and SHA-256 of each file.</summary>
    public static IReadOnlyList<string[]> Files(Memo memo) =>
        [.. memo.Citations.Select(cited => (cited.Citation.SourceFile, cited.FileSha256)).Distinct().Select(file => new[] { file.SourceFile, file.FileSha256 })];

    /// <summary>Question, what made the answer, and when, by the clock of whoever reads it.</summary>
    public static IReadOnlyList<string[]> Answers(Memo memo, MemoWords words, TimeZoneInfo zone) => [.. memo.Sections.Select(section => new[]
    {
        section.Question,
        section.Model ?? words.Extractive,
        TimeZoneInfo.ConvertTime(section.AnsweredAt, zone).ToString("yyyy-MM-dd HH:mm 'UTC'zzz", CultureInfo.InvariantCulture),
    })];
}
