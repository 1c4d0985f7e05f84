using System.Globalization;
using Assistant.Corpus;
using Assistant.Retrieval;
using Assistant.Web.Documents;
using Microsoft.Extensions.Primitives;

namespace Assistant.Web.Chat.Questions;

/// <summary>The fields by which a reader limits a question, as a form or an address carries them.</summary>
public static class ScopeForm
{
    public const string Documents = "documents";
    public const string Title = "title";
    public const string Issuer = "issuer";
    public const string Kind = "kind";
    public const string From = "from";
    public const string To = "to";
    public const string InForce = "inForce";

    /// <returns>Null where nothing is limited.</returns>
    /// <exception cref="RequestRefusedException">No document, or too many, answer to the title; a date is none.</exception>
    public static RetrievalFilter? Read(IEnumerable<KeyValuePair<string, StringValues>> fields, DocumentCatalogue catalogue, Words words)
    {
        var given = fields.Where(field => field.Key is Documents or Title or Issuer or Kind or From or To or InForce)
            .ToDictionary(field => field.Key, field => field.Value.Where(value => !string.IsNullOrWhiteSpace(value)).Select(value => value!.Trim()).ToList(), StringComparer.Ordinal);
        var documents = Values(Documents).Concat(Values(Title).SelectMany(title => Named(title, catalogue, words))).Distinct(StringComparer.Ordinal).ToList();
        var kinds = Values(Kind).Select(kind => Enum.TryParse<DocumentKind>(kind, ignoreCase: true, out var named) ? named : (DocumentKind?)null).OfType<DocumentKind>().ToList();
        var filter = new RetrievalFilter(documents, Values(Issuer), Date(From), Date(To), Values(InForce).Count > 0, kinds);
        return RetrievalFilter.IsOpen(filter) ? null : filter;

        List<string> Values(string name) => given.GetValueOrDefault(name) ?? [];

        DateOnly? Date(string name) => Day.Read(Values(name).FirstOrDefault(), words);
    }

    /// <summary>The same limits as fields again: what a form that repeats a question carries along.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Fields(RetrievalFilter? filter)
    {
        if (filter is null) yield break;
        foreach (var id in filter.Documents ?? []) yield return new(Documents, id);
        foreach (var issuer in filter.Issuers ?? []) yield return new(Issuer, issuer);
        foreach (var kind in filter.Kinds ?? []) yield return new(Kind, kind.ToString());
        if (filter.From is { } from) yield return new(From, from.ToString("O", CultureInfo.InvariantCulture));
        if (filter.To is { } to) yield return new(To, to.ToString("O", CultureInfo.InvariantCulture));
        if (filter.InForceOnly) yield return new(InForce, "true");
    }

    private static List<string> Named(string title, DocumentCatalogue catalogue, Words words)
    {
        var found = TitledDocuments.Find(title, catalogue.All);
        if (found.Count == 0) throw new RequestRefusedException(StatusCodes.Status400BadRequest, string.Format(words.ScopeEmpty, title));
        if (found.Count > TitledDocuments.Most) throw new RequestRefusedException(StatusCodes.Status400BadRequest, string.Format(words.ScopeTooWide, title, found.Count));
        return [.. found.Select(document => document.Id)];
    }
}
