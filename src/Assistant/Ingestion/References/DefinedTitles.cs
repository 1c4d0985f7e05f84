using System.Text.RegularExpressions;
using Assistant.Corpus.Labels;
using Assistant.Corpus.Terms;

namespace Assistant.Ingestion.References;

/// <summary>The short names that a document gives to others: 《…指南》（以下简称《指南》）, 《…法》（以下简称行政许可法）.</summary>
internal sealed partial class DefinedTitles
{
    /// <summary>Longer names than 《实施方案》 say themselves which document they mean.</summary>
    private const int ShortName = 6;

    /// <summary>Longer than any clause of prose; in a broken text of one endless line nobody defines names.</summary>
    private const int MaxText = 200_000;

    private readonly Dictionary<string, string> _titles = new(StringComparer.Ordinal);

    /// <summary>The titles printed in full, by <see cref="DocumentTitles.Key"/>.</summary>
    private readonly Dictionary<string, string> _full = new(StringComparer.Ordinal);

    /// <summary>What the document explains or comments on: the one title it gives a short name, or the one in its own title. Null where that is not one.</summary>
    public string? Subject { get; }

    public DefinedTitles(string documentTitle, IEnumerable<string> texts)
    {
        var named = new List<string>();
        foreach (var text in texts)
        {
            if (text.Length > MaxText) continue;
            foreach (Match match in Bracketed().Matches(text)) AddFull(match.Groups[1].Value);
            if (!text.Contains('称')) continue;
            foreach (Match match in Definition().Matches(text))
            {
                var title = ClauseLabel.Compact(match.Groups["full"].ValueSpan);
                if (_titles.TryAdd(ClauseLabel.Compact(match.Groups["short"].ValueSpan), title)) named.Add(title);
            }
        }
        foreach (Match match in Bracketed().Matches(documentTitle)) AddFull(match.Groups[1].Value);
        var inTitle = Bracketed().Match(documentTitle);
        if (inTitle.Success) Subject = ClauseLabel.Compact(inTitle.Groups[1].ValueSpan);
        else if (named.Count == 1) Subject = named[0];
    }

    /// <summary>
    /// The full title of a name: the one it was defined for, or of a short name (《指引》) the only title in the document that ends with it. The name
    /// itself where there is none.
    /// </summary>
    public string Expand(string name)
    {
        if (_titles.TryGetValue(name, out var defined)) return defined;
        var key = DocumentTitles.Key(name);
        if (name.Length > ShortName || !_full.ContainsKey(key)) return name;
        var endings = _full.Where(title => title.Key.Length > key.Length && Stem(title.Key).EndsWith(key, StringComparison.Ordinal)).Take(2).ToList();
        return _titles[name] = endings.Count == 1 ? endings[0].Value : name;
    }

    /// <summary>Whether the document prints this name in 《》 or defines it.</summary>
    public bool Knows(string name) => _titles.ContainsKey(name) || _full.ContainsKey(DocumentTitles.Key(name));

    private void AddFull(string printed)
    {
        var title = ClauseLabel.Compact(printed);
        _full.TryAdd(DocumentTitles.Key(title), title);
    }

    /// <summary>A key without (试行) or (2024年版) at its end.</summary>
    private static string Stem(string key)
    {
        var open = key.LastIndexOf('(');
        return open > 0 && key[^1] == ')' ? key[..open] : key;
    }

    // Between the title and its short name there may stand a document number and the issuer, in brackets of their own or the same.
    [GeneratedRegex("""《(?<full>[^《》]{2,120})》(?:[（(][^（()）]{0,60}[)）])?[（(][^（()）]{0,60}?(?:以下|下)?(?:统一)?(?:简称|统称|称)(?:为)?[：:]?\s*[《“"]?(?<short>[^《》“”"（）()，,；。]{2,30})[》”"]?[）)]""")]
    private static partial Regex Definition();

    [GeneratedRegex("《([^《》]{2,120})》")]
    private static partial Regex Bracketed();
}
