using System.Diagnostics;
using System.Text;
using Assistant.Corpus.Labels;
using FsCheck;
using FsCheck.Fluent;

namespace Assistant.Tests.Ingestion;

public sealed class ClauseParserTests
{
    private static readonly string[] Openings =
    [
        "第一章 总则", "第二节 期间", "第一条 ", "第二条 ", "第三条之一 ", "第九千九百九十九条 ", "一、", "二、总体要求", "（一）", "（二）", "(三) ", "1. ", "2．", "（1）", "①", "5.1 ", "附件1", "附件：", "",
        "", "第一条第二款规定的", "一、二、三类", "第一条 甲。 第二条 乙。", "乙：（一）丙；（二）丁。",
    ];

    private static readonly string[] Endings = ["应当登记。", "有下列情形：", "登记；", "基本要求", "", "依照前款和本办法第二条第（一）项办理。"];

    [Fact]
    public void Every_word_stands_in_exactly_one_lead_and_spans_nest_in_order()
    {
        var line = from opening in Gen.Elements(Openings) from ending in Gen.Elements(Endings) from blank in Gen.Elements("", "　　", " ") select blank + opening + ending;
        Prop.ForAll(Gen.ArrayOf(line).ToArbitrary(), lines => Holds(string.Join('\n', lines))).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_line_of_fifty_megabytes_is_read_in_seconds()
    {
        var text = "第一条 甲。" + new string('第', 10_000_000) + string.Concat(Enumerable.Repeat("（一）、第三条；《前款", 1_000_000)) + new string('（', 5_000_000)
            + string.Concat(Enumerable.Repeat("一百二十三", 1_000_000));
        var watch = Stopwatch.StartNew();
        var parsed = Drafts.Parse(text);
        Assert.Single(parsed.Clauses);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"{watch.Elapsed}");
    }

    [Fact]
    public void Many_unnumbered_paragraphs_take_linear_time()
    {
        var text = new StringBuilder("第一条 下列情形：\n（一）甲；\n");
        for (var i = 0; i < 100_000; i++) text.Append("说明文字。\n");
        var watch = Stopwatch.StartNew();
        Drafts.Parse(text.ToString());
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }

    [Theory]
    [InlineData("第七条第一款第（二）项", "第七条第一款第（二）项")]
    [InlineData("第七条第一款第二项", "第七条第一款第（二）项")]
    [InlineData("第7条第3款", "第七条第三款")]
    [InlineData("第七条第三款（一）", "第七条第三款第（一）项")]
    [InlineData("本办法第八条", "第八条")]
    [InlineData("第八条第一款", "第八条")]
    [InlineData("第八条第一款第（二）项", "第八条第（二）项")]
    [InlineData("第八条（二）", "第八条第（二）项")]
    [InlineData("第一章", "第一章")]
    [InlineData("附件1第一条", "附件1/第一条")]
    [InlineData("第七条（一）", null)]
    [InlineData("第八条第二款", null)]
    [InlineData("第九百九十九条", null)]
    [InlineData("没有地址", null)]
    public void Resolves_an_address(string address, string? clause)
    {
        var document = Drafts.Document(Drafts.Parse("""
            第一章 总则
            第七条 材料：
            （一）申请表；
            （二）证明。
            不齐的应当告知。
            可以补正：
            （一）当场；
            （二）五日内。
            第八条 期限：
            （一）甲；
            （二）乙。
            附件1
            第一条 丙。
            """));
        Assert.Equal(clause, ClauseAddress.Find(document, address)?.Id["d/".Length..]);
    }

    private static bool Holds(string text)
    {
        var parsed = Drafts.Parse(text);
        var all = ClausePath.All(parsed.Clauses).ToList();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var document = Drafts.Document(parsed);
        var words = new StringBuilder();
        foreach (var path in all)
        {
            var clause = path[^1];
            words.Append(clause.Lead);
            if (!ids.Add(clause.Id)) return false;
            if (path.Count > 1 && !path[^2].Span.Contains(clause.Span)) return false;
            if (!string.Equals(Drafts.Squeeze(clause.Lead), Drafts.Squeeze(text[clause.LeadSpan.Start..clause.LeadSpan.End]), StringComparison.Ordinal)) return false;
            if (!string.Equals(ClauseAddress.Find(document, ClauseAddress.Of(document, clause))?.Id, clause.Id, StringComparison.Ordinal)) return false;
            if (clause.References.Any(reference => reference.Start < 0 || reference.End > clause.Lead.Length || reference.Start >= reference.End)) return false;
        }
        return string.Equals(Drafts.Squeeze(words.ToString()), Drafts.Squeeze(text), StringComparison.Ordinal);
    }
}
