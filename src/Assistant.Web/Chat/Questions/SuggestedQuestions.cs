using Assistant.Corpus;
using Assistant.Corpus.Terms;

namespace Assistant.Web.Chat.Questions;

/// <summary>First questions for somebody who has never asked one, made of the titles that the corpus holds.</summary>
public static class SuggestedQuestions
{
    private const int Most = 4;

    /// <summary>Longer titles are an abstract or a paragraph taken for one, and no question anybody would ask.</summary>
    private const int LongestTitle = 40;

    public static IReadOnlyList<string> From(IReadOnlyList<DocumentSummary> documents, Words words)
    {
        var titled = documents
            .Where(document => document.Title.Length is > 3 and <= LongestTitle && document.Clauses > 0)
            .OrderBy(document => document.Kind is DocumentKind.Law or DocumentKind.Regulation ? 0 : document.DocumentNumber is not null ? 1 : 2)
            .ThenByDescending(document => document.Clauses)
            .DistinctBy(document => document.Title, StringComparer.Ordinal)
            .Take(Most)
            .ToList();
        return [.. titled.Select((document, i) => string.Format(words.SuggestedForms[i % words.SuggestedForms.Count], TitleMarks.Inside(document.Title)))];
    }
}
