using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Assistant.Corpus;
using Assistant.Corpus.Labels;
using Assistant.Corpus.Terms;
using Assistant.Ingestion;
using Assistant.Ingestion.Clauses;
using Assistant.Ingestion.Paragraphs;
using Assistant.Ingestion.Readers;
using Assistant.Ingestion.Titles;
using Xunit.Abstractions;

namespace Assistant.Tests.Ingestion;

/// <summary>
/// Measures on the real documents, which are not part of the project: <c>ASSISTANT_LAWS</c> and <c>ASSISTANT_POLICIES</c> name the folders they are
/// unpacked in. Skipped without.
/// </summary>
public sealed partial class RealDocumentsTests(ITestOutputHelper output)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>A stretch of a file that was read by eye, and every reference in it.</summary>
    private sealed record Labelled(string Corpus, string Source, string Clause, int Start, int End, IReadOnlyList<LabelledReference> References);

    /// <param name="Document">Empty for the document that speaks.</param>
    private sealed record LabelledReference(int Start, int End, string Document, string Address);

    private sealed record Found(int Start, int End, string Title, ClauseReference Reference, IReadOnlyList<Clause> Document);

    [SkippableFact]
    public void References_are_found_and_mean_what_a_reader_says()
    {
        var labelled = File.ReadLines(Path.Combine(Root(), "evaluation", "references.jsonl")).Select(line => JsonSerializer.Deserialize<Labelled>(line, Json)!).ToList();
        int right = 0, wrong = 0, missed = 0;
        foreach (var file in labelled.GroupBy(unit => (unit.Corpus, unit.Source)))
        {
            var found = References(Path.Combine(Folder(file.Key.Corpus == "laws" ? "ASSISTANT_LAWS" : "ASSISTANT_POLICIES"), file.Key.Source));
            foreach (var unit in file)
            {
                var left = found.Where(reference => reference.Start >= unit.Start && reference.End <= unit.End).ToList();
                foreach (var wanted in unit.References)
                {
                    var hit = left.FindIndex(reference => Matches(reference, wanted));
                    if (hit >= 0) left.RemoveAt(hit);
                    else output.WriteLine($"missed: {unit.Source} {unit.Clause} {wanted}");
                    right += hit >= 0 ? 1 : 0;
                    missed += hit >= 0 ? 0 : 1;
                }
                foreach (var reference in left) output.WriteLine($"wrong: {unit.Source} {unit.Clause} {reference.Start} {reference.Title} {reference.Reference.Address}");
                wrong += left.Count;
            }
        }
        double precision = right / (double)(right + wrong), recall = right / (double)(right + missed);
        output.WriteLine($"{right + missed} labelled: precision {precision:f4}, recall {recall:f4}");
        Assert.True(precision >= 0.97, $"precision {precision:f4}");
        Assert.True(recall >= 0.95, $"recall {recall:f4}");
    }

    [SkippableFact]
    public void Each_article_of_the_laws_has_a_clause_of_its_own_and_addresses_go_both_ways()
    {
        int articles = 0, different = 0, addresses = 0;
        var folder = Folder("ASSISTANT_LAWS");
        foreach (var path in Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var (text, documents) = Read(path);
            // Counted in the raw text, without the parser: at the start of a line, or after a sentence's end and set off by blanks.
            var printed = ArticleLabel().Matches(text.Text).Select(match => ClauseLabel.Compact(match.Groups[1].ValueSpan)).ToList();
            var labels = documents.SelectMany(document => document.Clauses).SelectMany(clause => ClausePath.All([clause])).Select(clause => clause[^1])
                .Where(clause => clause.Level == ClauseLevel.Article).Select(clause => clause.Label).ToList();
            articles += printed.Count;
            if (!printed.SequenceEqual(labels, StringComparer.Ordinal))
            {
                var lost = Math.Max(1, Math.Abs(printed.Count - labels.Count));
                different += lost;
                output.WriteLine($"{lost} different: {Path.GetRelativePath(folder, path)}");
            }
            foreach (var parsed in documents)
            {
                var document = Drafts.Document(parsed);
                foreach (var clause in document.AllClauses())
                {
                    addresses++;
                    Assert.Equal(clause.Id, ClauseAddress.Find(document, ClauseAddress.Of(document, clause))?.Id);
                }
            }
        }
        output.WriteLine($"{articles} articles, {different} different; {addresses} addresses");
        Assert.True(different <= 0.002 * articles, $"{different} of {articles}");
    }

    private static List<Found> References(string path)
    {
        var found = new List<Found>();
        var (text, documents) = Read(path);
        foreach (var parsed in documents)
        {
            foreach (var clause in parsed.Clauses.SelectMany(clause => ClausePath.All([clause])).Select(line => line[^1]).Where(clause => clause.References.Count > 0))
            {
                var places = Places(clause, text);
                found.AddRange(clause.References.Select(reference => new Found(
                    places[reference.Start], places[reference.End - 1] + 1, reference.DocumentId is null ? reference.DocumentTitle : "", reference, parsed.Clauses)));
            }
        }
        return found;
    }

    private static (ExtractedText Text, List<ParsedClauses> Documents) Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        IFileReader[] readers = [new HtmlFileReader(), new MarkdownFileReader(), new TextFileReader()];
        var text = readers.First(reader => reader.Accepts(path, bytes.AsSpan(0, Math.Min(4096, bytes.Length)))).Read(path, bytes, default);
        return (text, [.. DocumentSplitter.Split(text, ParagraphReader.Read(text)).Select(draft => ClauseParser.Parse(draft, "d", text))]);
    }

    /// <summary>Same words (to more than half), same document, same clause.</summary>
    /// <summary>What the set keeps of a title: no text of real files stands in it.</summary>
    private static string Fingerprint(string title) =>
        DocumentTitles.Key(title) is { Length: > 0 } key ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..16] : "";

    private static bool Matches(Found found, LabelledReference wanted)
    {
        var common = Math.Min(found.End, wanted.End) - Math.Max(found.Start, wanted.Start);
        if (common * 2 <= Math.Max(found.End - found.Start, wanted.End - wanted.Start)) return false;
        if (!string.Equals(Fingerprint(found.Title), wanted.Document, StringComparison.Ordinal)) return false;
        if (string.Equals(found.Reference.Address, wanted.Address, StringComparison.Ordinal)) return true;
        return wanted.Document.Length == 0 && found.Reference.ClauseId is { } id
            && string.Equals(ClauseAddress.Find(found.Document, wanted.Address)?.Id, id, StringComparison.Ordinal);
    }

    /// <summary>Where each character of a lead stands in the file.</summary>
    private static int[] Places(Clause clause, ExtractedText text)
    {
        var places = new int[clause.Lead.Length];
        var at = clause.LeadSpan.Start;
        for (var i = 0; i < places.Length; i++)
        {
            while (!char.IsWhiteSpace(clause.Lead[i]) && at < text.Text.Length - 1 && (InArtefact(clause, at) || text.Text[at] != clause.Lead[i])) at++;
            places[i] = at;
            if (!char.IsWhiteSpace(clause.Lead[i])) at++;
        }
        return places;
    }

    private static bool InArtefact(Clause clause, int at) => clause.Artefacts.Any(artefact => artefact.Start <= at && at < artefact.End);

    private static string Folder(string variable)
    {
        var folder = Environment.GetEnvironmentVariable(variable);
        Skip.If(string.IsNullOrEmpty(folder), $"{variable} names no folder of real documents.");
        return folder!;
    }

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));

    [GeneratedRegex(@"(?:(?<=\n)[ \u3000\t#*]*|(?<=[。；：] ))(第\s*[一二三四五六七八九十百千零〇○两0-9０-９](?:\s*[一二三四五六七八九十百千零〇○两0-9０-９])*\s*条(?:\s*之\s*[一二三四五六七八九十]+)?)(?=\s|[^例、的第规所])", RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex ArticleLabel();
}
