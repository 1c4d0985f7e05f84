using System.Text.RegularExpressions;
using Assistant.Corpus;

namespace Assistant.Ingestion;

/// <summary>The short names that a document gives to others: 《…指南》（以下简称《指南》）, 《…法》（以下简称行政许可法）.</summary>
internal sealed partial class DefinedTitles
{
    private readonly Dictionary<string, string> titles = new(StringComparer.Ordinal);

    /// <summary>What the document explains or comments on: the one title it gives a short name, or the one in its own title. Null where that is not one.</summary>
    public string? Subject { get; }

    public DefinedTitles(string documentTitle, IEnumerable<string> texts)
    {
        var named = new List<string>();
        foreach (var text in texts)
        {
            if (!text.Contains('称')) continue;
            foreach (Match match in Definition().Matches(text))
            {
                var full = ClauseLabel.Compact(match.Groups["full"].ValueSpan);
                if (titles.TryAdd(ClauseLabel.Compact(match.Groups["short"].ValueSpan), full)) named.Add(full);
            }
        }
        var inTitle = Bracketed().Match(documentTitle);
        if (inTitle.Success) Subject = ClauseLabel.Compact(inTitle.Groups[1].ValueSpan);
        else if (named.Count == 1) Subject = named[0];
    }

    /// <summary>The full title of a name; the name itself where the document does not define it.</summary>
    public string Expand(string name) => titles.GetValueOrDefault(name, name);

    public bool Defines(string name) => titles.ContainsKey(name);

    // Between the title and its short name there may stand a document number and the issuer, in brackets of their own or the same.
    [GeneratedRegex("""《(?<full>[^《》]{2,120})》(?:[（(][^（()）]{0,60}[)）])?[（(][^（()）]{0,60}?(?:以下|下)?(?:统一)?(?:简称|统称|称)(?:为)?[：:]?\s*[《“"]?(?<short>[^《》“”"（）()，,；。]{2,30})[》”"]?[）)]""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Definition();

    [GeneratedRegex("《([^《》]{2,120})》", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Bracketed();
}
