using Assistant.Corpus;
using Assistant.Corpus.Labels;
using Assistant.Corpus.Terms;

namespace Assistant.Tests.Ingestion;

public sealed class ReferenceTests
{
    private const string Head = """
        第一章 总则
        第一条 根据《中华人民共和国图书馆法》，制定本办法。
        第二条 读者分为：
        （一）成人；
        （二）儿童。
        前款第（一）项所称成人，年满十八周岁。
        前两款规定适用于团体。
        第三条 团体由领队登记。
        第二章 借阅
        第四条 每人限借五册。
        第五条 
        """;

    [Theory]
    [InlineData("依照本办法第四条办理。", "本办法第四条>第四条")]
    [InlineData("依照本补充安排第四条和本修正案第三条办理。", "本补充安排第四条>第四条;本修正案第三条>第三条")]
    [InlineData("依照前条办理。", "前条>第四条")]
    [InlineData("依照前两条办理。", "前两条>第三条;前两条>第四条")]
    [InlineData("依照第二条第一款第（一）项、第（二）项和第四条办理。", "第二条第一款第（一）项>第二条第一款第（一）项;第（二）项>第二条第一款第（二）项;第四条>第四条")]
    [InlineData("依照第二条至第四条办理。", "第二条>第二条;第四条>第四条")]
    [InlineData("依照第（一）（二）（四）以及（三）条办理。", "第（一）>第一条;（二）>第二条;（四）>第四条;（三）条>第三条")]
    [InlineData("依照本办法第一章办理。", "本办法第一章>第一章")]
    [InlineData("依照《图书馆法》第十条、第十二条办理，本办法第三条除外。", "《图书馆法》第十条>图书馆法|第十条;第十二条>图书馆法|第十二条;本办法第三条>第三条")]
    [InlineData("依照著作权法第二十四条第一款第六项办理。", "著作权法第二十四条第一款第六项>著作权法|第二十四条第一款第（六）项")]
    [InlineData("依照《读者守则》（以下简称《守则》）办理，《守则》第二条除外。", "《读者守则》>读者守则|;《守则》第二条>读者守则|第二条")]
    [InlineData("依照第九十九条办理。", "第九十九条>第九十九条?")]
    [InlineData("目前条件成熟，以前款项结清，应当出示《读者证》。本办法规定的除外，第三人和第二类图书另行规定。", "")]
    [InlineData("收费标准见附件2。", "附件2>附件2?")]
    public void Finds_and_resolves(string sentence, string expected)
    {
        var parsed = Drafts.Parse(Head + sentence, "阅览办法");
        var clause = ClauseAddress.Find(parsed.Clauses, "第五条")!;
        Assert.Equal(expected, string.Join(';', clause.References.Select(reference => Describe(clause, reference))));
    }

    [Fact]
    public void Counts_back_from_the_paragraph_that_speaks()
    {
        var parsed = Drafts.Parse(Head + "本条无事。", "阅览办法");
        var second = ClauseAddress.Find(parsed.Clauses, "第二条第二款")!;
        var third = ClauseAddress.Find(parsed.Clauses, "第二条第三款")!;
        Assert.Equal(["前款第（一）项>第二条第一款第（一）项"], second.References.Select(reference => Describe(second, reference)));
        Assert.Equal(["前两款>第二条第一款", "前两款>第二条第二款"], third.References.Select(reference => Describe(third, reference)));
    }

    [Fact]
    public void Finds_in_the_corpus_what_another_document_says()
    {
        var law = Drafts.Document(Drafts.Parse("第十条 图书馆应当开放。\n夜间除外。", "中华人民共和国图书馆法"));
        var reference = new ClauseReference(0, 5, "图书馆法", "第十条第二款", null, null);
        var found = ReferenceResolver.Resolve(reference, key => string.Equals(key, DocumentTitles.Key("中华人民共和国图书馆法"), StringComparison.Ordinal) ? law : null);
        Assert.Equal(("d", "d/第十条第二款"), (found.DocumentId, found.ClauseId));
        Assert.Same(reference, ReferenceResolver.Resolve(reference, _ => null));
    }

    /// <summary>Words, target; ? marks what is not held.</summary>
    private static string Describe(Clause clause, ClauseReference reference)
    {
        var words = clause.Lead[reference.Start..reference.End];
        return reference.DocumentId is null
            ? $"{words}>{reference.DocumentTitle}|{reference.Address}"
            : $"{words}>{reference.Address}" + (reference.ClauseId is null ? "?" : "");
    }
}
