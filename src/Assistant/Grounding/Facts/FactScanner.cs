using System.Text.RegularExpressions;

namespace Assistant.Grounding.Facts;

/// <summary>Finds in folded text what a citation must bear out word for word.</summary>
internal static partial class FactScanner
{
    public static List<Fact> Scan(string text)
    {
        var facts = new List<Fact>();
        foreach (Match match in Title().Matches(text)) facts.Add(Fact.Of(FactKind.Title, text, match.Index, match.Index + match.Length, match.Groups[1].Value));
        foreach (Match match in Quotation().Matches(text)) facts.Add(Fact.Of(FactKind.Quotation, text, match.Index, match.Index + match.Length, match.Groups[1].Value));
        foreach (Match match in DocumentNumber().Matches(text)) facts.Add(Fact.Of(FactKind.DocumentNumber, text, match.Index, match.Index + match.Length, match.Groups[1].Value));
        foreach (Match match in Latin().Matches(text)) facts.Add(Fact.Of(FactKind.Latin, text, match.Index, match.Index + match.Length, match.Value.ToUpperInvariant()));
        facts.AddRange(NameScanner.Scan(text));
        var taken = facts.Where(fact => fact.Kind is FactKind.DocumentNumber).ToList();
        var provisions = Provisions(text);
        facts.AddRange(provisions);
        taken.AddRange(provisions);
        facts.AddRange(QuantityScanner.Scan(text).Where(quantity => !taken.Exists(fact => fact.Start < quantity.End && quantity.Start < fact.End)));
        return facts;
    }

    private static List<Fact> Provisions(string text)
    {
        var facts = new List<Fact>();
        foreach (Match match in Provision().Matches(text))
        {
            if (Number(match.Groups["number"].Value) is not { } number) continue;
            var insertion = match.Groups["insertion"].Success ? Number(match.Groups["insertion"].Value) : 0;
            facts.Add(Fact.Of(FactKind.Provision, text, match.Index, match.Index + match.Length, $"{match.Groups["level"].Value}{number:0}.{insertion:0}"));
        }
        return facts;
    }

    private static decimal? Number(string text) =>
        decimal.TryParse(text, out var plain) ? plain : HanNumeral.Read(text, 0) is { } read && read.End == text.Length ? read.Value : null;

    [GeneratedRegex("《([^《》\n]{1,80})》")]
    private static partial Regex Title();

    [GeneratedRegex("“([^“”\n]{1,120})”")]
    private static partial Regex Quotation();

    [GeneratedRegex(@"(\p{IsCJKUnifiedIdeographs}{0,2}\((?:19|20)\d\d\)第?[0-9]{1,5}号)")]
    private static partial Regex DocumentNumber();

    [GeneratedRegex(@"第\(?(?<number>[0-9]{1,5}|[零〇一二三四五六七八九十百千]{1,9})\)?(?<level>条|款|项|章|节|编|目|号)(?:之(?<insertion>[0-9]{1,3}|[一二三四五六七八九十]{1,3}))?", RegexOptions.ExplicitCapture)]
    private static partial Regex Provision();

    [GeneratedRegex("[A-Za-z][A-Za-z0-9]*")]
    private static partial Regex Latin();
}
