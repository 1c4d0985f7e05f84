using System.Runtime.CompilerServices;
using Assistant.Corpus.Labels;
using Assistant.Ingestion.Clauses;

namespace Assistant.Tests.Ingestion;

/// <summary>
/// Each spec is Chinese text above <c>---</c> and the tree it must give below: level, label, after <c>|</c> the heading, after <c>=</c> the citable label
/// (the last two are checked where they stand). <c>! n</c> is a warning for line n of the text; a spec lists all of them. A spec with the line
/// <c>gap</c> is one that the parser does not meet yet: it is asserted to fail, so that whoever mends it notices.
/// </summary>
public sealed class ClauseSpecTests
{
    public static TheoryData<string> Specs() => [.. Directory.EnumerateFiles(Folder(), "*.md").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Specs))]
    public void Gives_the_tree_of_the_spec(string name)
    {
        var parts = File.ReadAllText(Path.Combine(Folder(), name)).ReplaceLineEndings("\n").Split("\n---\n");
        var lines = parts[0].Split('\n').Skip(1).SkipWhile(line => line.Length == 0).ToList();
        var isGap = string.Equals(lines[0], "gap", StringComparison.Ordinal);
        if (isGap) lines = [.. lines.Skip(1).SkipWhile(line => line.Length == 0)];
        var parsed = Drafts.Parse(string.Join('\n', lines));
        var wanted = parts[1].Split('\n', StringSplitOptions.RemoveEmptyEntries);

        var got = Describe(parsed, wanted);

        if (isGap) Assert.NotEqual(wanted, got);
        else Assert.Equal(wanted, got);
    }

    /// <summary>Heading and citable label only where the spec has them on that line.</summary>
    private static List<string> Describe(ParsedClauses parsed, string[] wanted)
    {
        var described = new List<string>();
        foreach (var path in ClausePath.All(parsed.Clauses))
        {
            var spec = described.Count < wanted.Length ? wanted[described.Count] : "";
            var clause = path[^1];
            var line = new string(' ', 2 * (path.Count - 1)) + clause.Level + (clause.Label.Length > 0 ? " " + clause.Label : "");
            if (spec.Contains('|')) line += " | " + clause.Heading;
            if (spec.Contains('=')) line += " = " + ClausePath.Citable(path);
            described.Add(line);
        }
        described.AddRange(parsed.Warnings.Select(warning => "! " + warning.Line));
        return described;
    }

    private static string Folder([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "ClauseSpecs");
}
