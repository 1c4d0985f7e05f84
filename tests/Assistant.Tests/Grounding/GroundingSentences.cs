using System.Net;
using System.Text.RegularExpressions;

namespace Assistant.Tests.Grounding;

/// <summary>Correct sentences with the text they would cite, cut from a folder of documents: a sentence and its neighbours.</summary>
internal static partial class GroundingSentences
{
    public static List<(string Sentence, string Clause)> Read(string folder)
    {
        var found = new List<(string, string)>();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (Path.GetExtension(file) is not (".txt" or ".md" or ".html")) continue;
            var text = White().Replace(WebUtility.HtmlDecode(Tag().Replace(File.ReadAllText(file), "")), "");
            string[] sentences = [.. Sentence().Matches(text).Select(match => match.Value)];
            for (var i = 0; i < sentences.Length; i++)
            {
                if (sentences[i].Length is < 15 or > 160 || !sentences[i].Any(c => c is >= '\u4e00' and <= '\u9fff')) continue;
                found.Add((sentences[i], string.Concat(sentences[Math.Max(0, i - 2)..Math.Min(sentences.Length, i + 3)])));
            }
        }
        return found;
    }

    [GeneratedRegex("<[^>]{1,500}>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex White();

    [GeneratedRegex("[^。]{1,400}。")]
    private static partial Regex Sentence();
}
