using System.Text.Json;
using Assistant.Retrieval;
using Assistant.Tests.LanguageModels;
using Xunit.Abstractions;

namespace Assistant.Tests.Indexing.Qdrant;

/// <summary>Both indexes on one corpus: the same questions bring the same passages.</summary>
public sealed class QdrantOverlapTests(ITestOutputHelper output)
{
    private const int Top = 10;

    [Fact]
    public async Task Nine_of_ten_passages_are_the_same()
    {
        await using var server = await StandInQdrant.StartAsync();
        await using var embedded = new ModelApplication(null, "");
        await using var remote = new ModelApplication(null, "", ("Index:Kind", "qdrant"), ("Qdrant:Url", server.Url), ("Qdrant:SearchTimeout", "00:01:00"));
        var corpus = Environment.GetEnvironmentVariable("OVERLAP_CORPUS") ?? AssistantPaths.SampleCorpus;
        var questions = Environment.GetEnvironmentVariable("OVERLAP_QUESTIONS") ?? Path.Combine(AssistantPaths.Home, "tests", "evaluation", "sample.jsonl");
        await embedded.IngestFolderAsync(corpus);
        await remote.IngestFolderAsync(corpus);
        var shares = new List<double>();
        foreach (var line in await File.ReadAllLinesAsync(questions))
        {
            if (line.Length == 0) continue;
            var question = JsonDocument.Parse(line).RootElement.GetProperty("question").GetString()!;
            var here = await FindAsync(embedded, question);
            var there = await FindAsync(remote, question);
            if (here.Count > 0) shares.Add((double)here.Intersect(there).Count() / here.Count);
        }
        output.WriteLine($"{shares.Count} questions, overlap {shares.Average():0.000}, least {shares.Min():0.00}, identical {shares.Count(share => share == 1)}");
        output.WriteLine($"{server.TermsPerPassage(server.Target("assistant")!):0} terms a passage");
        Assert.True(shares.Count >= 10);
        Assert.InRange(shares.Average(), 0.9, 1);
        Assert.Empty(server.Violations);
    }

    private static async Task<List<string>> FindAsync(ModelApplication application, string question)
    {
        var found = await application.Get<PassageRetriever>().RetrieveAsync(question, Top, null, default);
        Assert.Empty(found.Notices);
        return [.. found.Passages.Select(passage => $"{passage.SourceFile} {passage.Span}")];
    }
}
