using System.Net;
using System.Text.RegularExpressions;

namespace Assistant.Tests.Ingestion;

/// <summary>How the citation contract reads a piece of markup, written independently of the engine.</summary>
internal static partial class Markup
{
    public static string Plain(string markup) =>
        string.Concat(WebUtility.HtmlDecode(Tag().Replace(markup, "")).Where(value => !char.IsWhiteSpace(value)));

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}
