using Assistant.Corpus;

namespace Assistant.Retrieval;

/// <summary>The documents that a reader means by a title or number: one meaning on every door.</summary>
public static class TitledDocuments
{
    /// <summary>More documents than these are chosen by what they have in common, not one by one.</summary>
    public const int Most = 100;

    /// <summary>Those of exactly that title or number; where there are none, those whose title, number or path holds all the words.</summary>
    public static IReadOnlyList<DocumentSummary> Find(string title, IReadOnlyList<DocumentSummary> documents)
    {
        var bare = title.Trim();
        if (bare.StartsWith('《') && bare.EndsWith('》')) bare = bare[1..^1];
        var exact = documents.Where(document => document.Title.Equals(bare, StringComparison.Ordinal) || string.Equals(document.DocumentNumber, bare, StringComparison.Ordinal)).ToList();
        return exact.Count > 0 ? exact : [.. documents.Where(document => Holds(document, bare))];
    }

    /// <param name="query">Part of a title, number or path; white space separates words that must all be met.</param>
    public static bool Holds(DocumentSummary document, string? query) =>
        (query ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .All(word => Contains(document.Title, word) || Contains(document.DocumentNumber, word) || Contains(document.SourcePath, word));

    private static bool Contains(string? text, string part) => text?.Contains(part, StringComparison.OrdinalIgnoreCase) ?? false;
}
