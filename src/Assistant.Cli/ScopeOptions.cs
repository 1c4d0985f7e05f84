using System.CommandLine;
using Assistant.Corpus;
using Assistant.Corpus.Terms;
using Assistant.Retrieval;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Cli;

/// <summary>What a question or a search is limited to: the same limits as on the page.</summary>
internal static class ScopeOptions
{
    private static readonly Option<string[]> Documents = new("--document")
    {
        Description = Words.Of("只查这个政策文件（标题或文号，可以只写一部分），可以多次给出", "Only this document (title or number, or a part of it); may be repeated"),
        HelpName = "TITLE",
    };

    private static readonly Option<string[]> OfKinds = new("--kind")
    {
        Description = Words.Of($"只查这一种类，可以多次给出：{Kinds()}", $"Only this kind; may be repeated: {Kinds()}"),
        HelpName = "KIND",
    };

    private static readonly Option<string[]> Issuers = new("--issuer") { Description = Words.Of("只查这个机关发布的，可以多次给出", "Only of this issuer; may be repeated"), HelpName = "NAME" };
    private static readonly Option<DateOnly?> From = new("--from") { Description = Words.Of("成文日期不早于", "Dated on or after"), HelpName = "YYYY-MM-DD" };
    private static readonly Option<DateOnly?> To = new("--to") { Description = Words.Of("成文日期不晚于", "Dated on or before"), HelpName = "YYYY-MM-DD" };
    private static readonly Option<bool> InForce = new("--in-force") { Description = Words.Of("只查现行有效的政策文件", "Only documents in force") };

    public static void AddTo(Command command)
    {
        foreach (var option in (Option[])[Documents, OfKinds, Issuers, From, To, InForce]) command.Add(option);
    }

    /// <returns>Null where nothing is limited.</returns>
    /// <exception cref="CommandFailedException">A limit that no document of the corpus answers to.</exception>
    public static RetrievalFilter? Read(ParseResult parsed, IServiceProvider services)
    {
        var documents = services.GetRequiredService<CorpusStore>().Documents();
        var filter = new RetrievalFilter(
            [.. Given(parsed, Documents).SelectMany(title => Titled(title, documents)).Distinct(StringComparer.Ordinal)],
            [.. Given(parsed, Issuers).Select(issuer => Known(issuer, documents))],
            parsed.GetValue(From), parsed.GetValue(To), parsed.GetValue(InForce),
            [.. Given(parsed, OfKinds).Select(Kind)]);
        return RetrievalFilter.IsOpen(filter) ? null : filter;
    }

    private static IEnumerable<string> Given(ParseResult parsed, Option<string[]> option) => (parsed.GetValue(option) ?? []).Select(value => value.Trim()).Where(value => value.Length > 0);

    private static IEnumerable<string> Titled(string title, IReadOnlyList<DocumentSummary> documents)
    {
        var found = TitledDocuments.Find(title, documents);
        return found.Count switch
        {
            0 => throw new CommandFailedException(Words.Of($"文库中没有标题或文号含“{title}”的政策文件，请换个写法", $"No document has “{title}” in its title or number: try other words")),
            > TitledDocuments.Most => throw new CommandFailedException(Words.Of(
                $"标题或文号含“{title}”的政策文件有 {found.Count} 个，请写得更具体", $"{found.Count} documents have “{title}” in their title or number: use more words")),
            _ => found.Select(document => document.Id),
        };
    }

    private static string Known(string issuer, IReadOnlyList<DocumentSummary> documents)
    {
        var issuers = documents.SelectMany(document => document.Issuers).Distinct(StringComparer.Ordinal).ToList();
        if (issuers.Contains(issuer, StringComparer.Ordinal)) return issuer;
        var near = issuers.Where(known => known.Contains(issuer, StringComparison.OrdinalIgnoreCase)).Take(5).ToList();
        throw new CommandFailedException(near.Count > 0
            ? Words.Of($"没有名为“{issuer}”的发文机关，是否为：{string.Join('、', near)}", $"No issuer is named “{issuer}”. Is it one of: {string.Join(", ", near)}")
            : Words.Of($"文库中没有“{issuer}”发布的政策文件", $"The corpus holds nothing issued by “{issuer}”"));
    }

    private static DocumentKind Kind(string name) => DocumentKinds.Named(name)
        ?? throw new CommandFailedException(Words.Of($"没有“{name}”这个种类，可用的有：{Kinds()}", $"There is no kind “{name}”. The kinds are: {Kinds()}"));

    private static string Kinds() => string.Join(Words.Of("、", ", "), Enum.GetValues<DocumentKind>().Where(kind => kind != DocumentKind.Unknown).Select(kind => Words.Of(DocumentKinds.NameOf(kind))));
}
