using System.Reflection;

namespace Assistant.Corpus.Terms;

/// <summary>English words and phrases of policy and law with their Chinese candidates, from <c>glossary.tsv</c>.</summary>
public static class Glossary
{
    /// <summary>Of a phrase, in words.</summary>
    public const int LongestPhrase = 6;

    private static readonly Lazy<Dictionary<string, string[]>> Entries = new(Load);

    /// <summary>Candidates, best first; empty for what is not in it. Finds plural, past and -ing forms and British spellings of an entry.</summary>
    /// <param name="phrase">Lower case, words separated by one space.</param>
    public static IReadOnlyList<string> Find(string phrase)
    {
        foreach (var form in EnglishForms.Of(phrase))
            if (Entries.Value.TryGetValue(form, out var candidates)) return candidates;
        return [];
    }

    private static Dictionary<string, string[]> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Assistant.Corpus.Terms.glossary.tsv")
            ?? throw new InvalidOperationException("glossary.tsv is not part of the assembly.");
        using var reader = new StreamReader(stream);
        var entries = new Dictionary<string, string[]>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            var cells = line.Split('\t');
            if (cells.Length > 1) entries[cells[0]] = cells[1..];
        }
        return entries;
    }
}
