using Assistant.Corpus;
using Assistant.Corpus.Text;
using Assistant.Ingestion;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests.Ingestion;

/// <summary>
/// The promise every citation stands on: what a clause says stands in the source file where its span says, character by character. Holds for the
/// sample corpus in all its formats; set ASSISTANT_TEST_DOCUMENTS to a folder to hold it against other documents.
/// </summary>
public sealed class SpanPropertyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_clause_stands_in_the_source_where_its_span_says()
    {
        using var services = new TestCorpus(_folder.Path).Services;
        var reader = services.GetRequiredService<OutlineReader>();
        var faults = new List<string>();
        var clauses = 0;
        foreach (var path in Documents())
        {
            var (file, documents) = reader.Read(path, Path.GetFileName(path), CancellationToken.None);
            foreach (var document in documents)
            {
                Check(file, document.Span, document.Clauses, faults);
                foreach (var clause in document.AllClauses())
                {
                    clauses++;
                    if (!string.Equals(Squeeze(SourceText.Read(file, clause.Span)), Contract(file, clause.Span), StringComparison.Ordinal)) faults.Add($"{file.Path} {clause.Id}: read");
                    var lead = Contract(file, clause.LeadSpan, clause.Artefacts);
                    if (!string.Equals(Squeeze(clause.Lead), lead, StringComparison.Ordinal)) faults.Add($"{file.Path} {clause.Id} {clause.Level}: lead\n  {Squeeze(clause.Lead)}\n  {lead}");
                }
            }
        }
        Assert.True(clauses > 100);
        Assert.True(faults.Count == 0, $"{faults.Count} of {clauses} clauses:\n{string.Join('\n', faults.Take(20))}");
    }

    private static IEnumerable<string> Documents()
    {
        var root = Environment.GetEnvironmentVariable("ASSISTANT_TEST_DOCUMENTS") ?? Path.Combine(Repository(), "corpus");
        return Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
    }

    /// <summary>Children stand inside their parent, in order and apart.</summary>
    private static void Check(SourceFile file, TextSpan within, IReadOnlyList<Clause> clauses, List<string> faults)
    {
        var at = within.Start;
        foreach (var clause in clauses)
        {
            if (clause.Span.Start < at || clause.Span.End > within.End || clause.Span.IsEmpty) faults.Add($"{file.Path} {clause.Id}: {clause.Span} outside [{at}, {within.End})");
            at = clause.Span.End;
            Check(file, clause.Span, clause.Children, faults);
        }
    }

    private static string Contract(SourceFile file, TextSpan span, IReadOnlyList<TextSpan>? without = null)
    {
        var text = "";
        var at = span.Start;
        foreach (var gap in (without ?? []).Where(span.Contains))
        {
            text += file.Text[at..gap.Start];
            at = gap.End;
        }
        text += file.Text[at..span.End];
        return file.Format == SourceFormat.Html ? Markup.Plain(text) : Squeeze(text);
    }

    private static string Squeeze(string text) => string.Concat(text.Where(value => !char.IsWhiteSpace(value)));

    private static string Repository()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Assistant.sln"))) root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("The tests run outside the repository.");
        return root;
    }
}
