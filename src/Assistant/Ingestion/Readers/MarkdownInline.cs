using System.Buffers;
using System.Text.RegularExpressions;

namespace Assistant.Ingestion.Readers;

/// <summary>Takes the marks off the words of a Markdown line.</summary>
internal static partial class MarkdownInline
{
    private static readonly SearchValues<char> MarkCharacters = SearchValues.Create("*_`[\\&<!");

    /// <summary>The words as they would be read, and whether all of them are bold.</summary>
    public static (string Text, bool IsBold) Read(string line)
    {
        if (line.AsSpan().IndexOfAny(MarkCharacters) < 0) return (line, false);
        var isBold = WholeBold().IsMatch(line);
        var text = Comment().Replace(line, "");
        text = Image().Replace(text, "");
        text = Link().Replace(text, "$1");
        text = AutoLink().Replace(text, "$1");
        text = Break().Replace(text, " ");
        text = Strong().Replace(text, "$2");
        text = Emphasis().Replace(text, "$1");
        text = Code().Replace(text, "$1");
        return (Escape().Replace(text, "$1").Trim(), isBold);
    }

    [GeneratedRegex(@"^(\*\*|__)[^*_]+\1$", RegexOptions.CultureInvariant)]
    private static partial Regex WholeBold();

    [GeneratedRegex("<!--.*?-->", RegexOptions.CultureInvariant)]
    private static partial Regex Comment();

    [GeneratedRegex(@"!\[[^\[\]]{0,500}\]\([^()\s]{0,2000}\)", RegexOptions.CultureInvariant)]
    private static partial Regex Image();

    [GeneratedRegex(@"\[([^\[\]]{1,500})\]\([^()\s]{0,2000}(?:\s""[^""]{0,200}"")?\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"<((?:https?|mailto):[^<>\s]{1,2000})>", RegexOptions.CultureInvariant)]
    private static partial Regex AutoLink();

    [GeneratedRegex(@"<br\s?/?>|</?(?:b|strong|u|span|font|center|p|div)\b[^<>]{0,500}>|&(?:nbsp|emsp|ensp);", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Break();

    // __ inside a Latin word is part of a name.
    [GeneratedRegex(@"(\*\*|(?<![A-Za-z0-9_])__(?=[^_\s]))(?=\S)([^*_]+?)\1", RegexOptions.CultureInvariant)]
    private static partial Regex Strong();

    // Not 3*4*5, and not the foot note marks of a table.
    [GeneratedRegex(@"(?<![A-Za-z0-9*\\])\*(?=[^\s*])([^*]{1,500}?)(?<=[^\s\\])\*(?![A-Za-z0-9*])", RegexOptions.CultureInvariant)]
    private static partial Regex Emphasis();

    [GeneratedRegex("`([^`]{1,500})`", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex(@"\\([!-/:-@\[-`{-~])", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
