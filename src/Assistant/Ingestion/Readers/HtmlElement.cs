using System.Globalization;
using System.Text.RegularExpressions;

namespace Assistant.Ingestion.Readers;

/// <summary>What the main text needs to know of an element, read from its start tag.</summary>
/// <param name="IsBlock">Starts and ends a line.</param>
/// <param name="IsRemains">Its content belongs to the page and not to the text: scripts, navigation, share bars, QR captions.</param>
internal sealed partial record HtmlElement(string Name, bool IsBlock, bool IsRemains, bool IsBold, int HeadingLevel, int ColumnSpan)
{
    /// <summary>Attributes of a longer start tag (pictures written into the page) are not looked at.</summary>
    private const int LongestStartTag = 2000;

    /// <summary>Elements that have no content and no end tag.</summary>
    public static readonly IReadOnlySet<string> Void = Set("area base br col embed hr img input link meta param source track wbr");

    private static readonly HashSet<string> Inline = Set(
        "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr o:p q rp rt ruby s samp small span st1:chsdate strike strong sub sup time tt u var");

    private static readonly HashSet<string> Remains = Set(
        "head nav footer aside noscript template svg math button select option datalist object applet audio video canvas dialog map form marquee menu");

    /// <summary>
    /// Parts of class names and ids that only the furniture of a page carries. <c>editor</c> is not one of them: content management systems name the
    /// body of an article after the editor it was typed in.
    /// </summary>
    private static readonly HashSet<string> RemainsNames = Set(
        "qr qrcode ewm erweima share sharing bdsharebuttonbox copyright breadcrumb breadcrumbs crumb crumbs nav navbar navigation menu footer foot sidebar "
        + "recommend recommends related advert advertisement adbox toolbar pagination pager comments pinglun login search topbar toptool dayin");

    public static HtmlElement Read(string markup, HtmlToken tag)
    {
        var level = tag.Name is ['h', >= '1' and <= '6'] ? tag.Name[1] - '0' : 0;
        var isRemains = Remains.Contains(tag.Name);
        var isBold = tag.Name is "b" or "strong" or "th" || level > 0;
        var columns = 1;
        if (!isRemains && tag.End - tag.Start is > 8 and < LongestStartTag && tag.Name is not ("body" or "html"))
        {
            foreach (var attribute in Attribute().EnumerateMatches(markup.AsSpan(tag.Start, tag.End - tag.Start)))
            {
                var (name, value) = Split(markup.AsSpan(tag.Start + attribute.Index, attribute.Length));
                if (name.Equals("class", StringComparison.OrdinalIgnoreCase) || name.Equals("id", StringComparison.OrdinalIgnoreCase)) isRemains |= NamesRemains(value);
                else if (name.Equals("colspan", StringComparison.OrdinalIgnoreCase)) columns = int.TryParse(value, CultureInfo.InvariantCulture, out var count) ? Math.Clamp(count, 1, 100) : 1;
                else if (name.Equals("style", StringComparison.OrdinalIgnoreCase))
                {
                    isBold |= BoldStyle().IsMatch(value);
                    isRemains |= HiddenStyle().IsMatch(value);
                }
            }
        }
        return new HtmlElement(tag.Name, !Inline.Contains(tag.Name), isRemains, isBold, level, columns);
    }

    private static (string Name, string Value) Split(ReadOnlySpan<char> attribute)
    {
        var equals = attribute.IndexOf('=');
        return (attribute[..equals].Trim().ToString(), attribute[(equals + 1)..].Trim().Trim("\"'").ToString());
    }

    private static bool NamesRemains(string value)
    {
        foreach (var part in NamePart().EnumerateMatches(value))
        {
            if (RemainsNames.Contains(value.Substring(part.Index, part.Length).ToLowerInvariant())) return true;
        }
        return false;
    }

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.Ordinal);

    [GeneratedRegex("""[a-zA-Z-]{1,20}\s{0,3}=\s{0,3}(?:"[^"]*"|'[^']*'|[^\s"'>]+)""", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Attribute();

    [GeneratedRegex("[A-Z]?[a-z]+|[A-Z]+", RegexOptions.CultureInvariant)]
    private static partial Regex NamePart();

    [GeneratedRegex(@"font-weight:\s?(?:bold|[6-9]00)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex BoldStyle();

    [GeneratedRegex(@"display:\s?none|visibility:\s?hidden", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex HiddenStyle();
}
