using Assistant.Corpus;
using Assistant.Corpus.Labels;
using Assistant.Indexing;

namespace Assistant.Tests.Indexing;

public sealed class PassageChunkerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_passage_stands_in_its_span_in_order()
    {
        foreach (var text in new[] { SamplePolicies.Parks, SamplePolicies.Libraries, LongArticle() })
        {
            var (file, document) = Read(text);
            foreach (var passage in new PassageChunker().Chunk(document, file))
            {
                var source = file.Text[passage.Span.Start..passage.Span.End];
                var at = 0;
                foreach (var character in passage.Text.Where(c => !char.IsWhiteSpace(c)))
                {
                    at = source.IndexOf(character, at) + 1;
                    Assert.True(at > 0, passage.Text);
                }
            }
        }
    }

    [Fact]
    public void No_word_of_the_body_is_lost()
    {
        var (file, document) = Read(SamplePolicies.Parks);
        var text = string.Concat(new PassageChunker().Chunk(document, file).Select(passage => passage.Text));
        foreach (var words in new[] { "携带烈性犬入园", "提前三日公告", "二千元以下罚款", "自2023年5月1日起施行" }) Assert.Contains(words, text, StringComparison.Ordinal);
    }

    /// <summary>Its words are followed through the source once, not once for each of its 3,000 parts: that took a minute and gigabytes.</summary>
    [Fact]
    public void The_longest_line_that_is_read_costs_no_more_than_its_length()
    {
        var (file, document) = Read("公园规定\n\n第一条 " + string.Concat(Enumerable.Range(0, 60_000).Select(n => $"{n}号长椅不得移动。")) + "\n");
        var before = GC.GetAllocatedBytesForCurrentThread();
        var passages = new PassageChunker().Chunk(document, file);

        Assert.True(passages.Count > 2_000);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 200L << 20);
    }

    [Fact]
    public void A_long_article_is_cut_at_sentences_and_each_part_has_a_span_of_its_own()
    {
        var (file, document) = Read(LongArticle());
        var parts = new PassageChunker().Chunk(document, file).Where(passage => passage.Article == 1).ToList();
        Assert.True(parts.Count > 1);
        Assert.All(parts, part => Assert.True(part.Text.Length <= new PassageSizes().Longest));
        Assert.All(parts, part => Assert.EndsWith("。", part.Text, StringComparison.Ordinal));
        for (var i = 1; i < parts.Count; i++) Assert.True(parts[i].Span.Start >= parts[i - 1].Span.End);
    }

    /// <summary>A line of a million characters is admitted: following it through the source anew for each of its 4,000 passages would take minutes.</summary>
    [Fact]
    public void A_clause_without_end_is_cut_in_the_time_it_takes_to_read_it()
    {
        var endless = string.Concat(Enumerable.Range(1, 800_000 / 33).Select(n => $"依照本规定第二条，企业应当在第{n}个检修周期内完成管网检查并公布结果。"));
        var (file, document) = Read($"供水管理规定\n\n第一条 {endless}\n\n第二条 本规定自公布之日起施行。\n");
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var allocated = GC.GetAllocatedBytesForCurrentThread();

        var parts = new PassageChunker().Chunk(document, file).Where(passage => passage.Article == 1).ToList();

        Assert.True(parts.Count > 3000, $"{parts.Count} parts");
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 10);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, 1L << 30);
    }

    [Fact]
    public void An_item_is_read_with_the_title_and_the_lead_in_above_it()
    {
        var items = string.Join("\n", Enumerable.Range(1, 9).Select(n => $"（{ChineseNumeral.Format(n)}）第{n}种情形的具体内容，{new string('甲', 60)}；"));
        var (file, document) = Read($"养犬管理条例\n\n第一条 为了规范养犬，制定本条例。\n\n第二条 有下列情形之一的，不予登记：\n{items}\n");
        var last = new PassageChunker().Chunk(document, file).Last(passage => passage.Article == 2);
        Assert.DoesNotContain("不予登记", last.Text, StringComparison.Ordinal);
        Assert.Contains("不予登记", last.Context, StringComparison.Ordinal);
        Assert.Contains("养犬管理条例", last.Context, StringComparison.Ordinal);
    }

    private static string LongArticle() =>
        "供水管理规定\n\n第一条 " + string.Concat(Enumerable.Range(1, 30).Select(n => $"供水企业应当在第{n}个检修周期内完成管网检查并公布结果。")) + "\n\n第二条 本规定自公布之日起施行。\n";

    private (SourceFile File, PolicyDocument Document) Read(string text)
    {
        var corpus = new TestCorpus(Path.Combine(_folder.Path, "data"));
        var (file, documents) = corpus.Outline.Read(_folder.Write("a.txt", text), "a.txt", CancellationToken.None);
        return (file, documents[0]);
    }
}
