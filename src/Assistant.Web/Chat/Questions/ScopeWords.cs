using System.Globalization;
using Assistant.Corpus.Terms;
using Assistant.Retrieval;
using Assistant.Web.Documents;

namespace Assistant.Web.Chat.Questions;

/// <summary>What a question was limited to, in one line.</summary>
public static class ScopeWords
{
    /// <summary>Titles that are written out; the others are counted.</summary>
    private const int TitlesNamed = 2;

    public static string Of(RetrievalFilter? filter, DocumentCatalogue catalogue, Words words)
    {
        if (filter is null || RetrievalFilter.IsOpen(filter)) return words.ScopeAll;
        var parts = new List<string>();
        if (filter.Documents is { Count: > 0 } documents)
        {
            var named = string.Join(words.ListSeparator, documents.Take(TitlesNamed).Select(id => Title(id, catalogue, words)));
            parts.Add(documents.Count > TitlesNamed ? string.Format(words.ScopeAmong, named, documents.Count) : named);
        }
        if (filter.Kinds is { Count: > 0 } kinds) parts.Add(string.Join(words.ListSeparator, kinds.Select(words.Of)));
        if (filter.Issuers is { Count: > 0 } issuers) parts.Add(string.Join(words.ListSeparator, issuers));
        if (filter is { From: not null } or { To: not null }) parts.Add($"{Date(filter.From)} – {Date(filter.To)}".Trim());
        if (filter.InForceOnly) parts.Add(words.InForceOnly);
        return string.Join(" · ", parts);
    }

    private static string Title(string id, DocumentCatalogue catalogue, Words words) =>
        catalogue.Find(id) is { } document ? TitleMarks.Titled(document.Title, document.SourcePath) : words.NoLongerHeld;

    private static string Date(DateOnly? date) => date?.ToString("O", CultureInfo.InvariantCulture) ?? "";
}
