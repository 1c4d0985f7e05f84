using Assistant.Corpus;
using Assistant.Corpus.Text;
using Assistant.Ingestion.Metadata;

namespace Assistant.Tests.Ingestion;

public sealed class RepealReaderTests
{
    [Fact]
    public void Reads_each_title_with_its_number_and_the_clause_that_repeals_it()
    {
        var repeals = Read("第九条 本办法自2024年1月1日起施行。《公园认养办法》（江园发〔2016〕7号）、《公园养护规定》同时废止。");

        Assert.Equal(
            [new RepealedTitle("公园认养办法", "江园发〔2016〕7号", "d/1", false), new RepealedTitle("公园养护规定", null, "d/1", false)],
            repeals);
    }

    [Fact]
    public void Reads_a_revision_as_a_replacement()
    {
        var repeals = Read("我们对《公园认养办法》（江园发〔2016〕7号）进行了修订。现将修订后的《公园认养办法》印发给你们。");

        Assert.Equal([new RepealedTitle("公园认养办法", "江园发〔2016〕7号", "d/1", true)], repeals);
    }

    [Theory]
    [InlineData("《公园认养办法》第三条同时废止。")]
    [InlineData("公园养护不再执行《公园养护标准》中的有关规定。")]
    [InlineData("根据《公园条例》制定本办法，以前的规定一律废止。")]
    [InlineData("《公园条例》规定，公园应当免费开放。")]
    public void Leaves_alone_what_is_not_repealed_as_a_whole(string text) => Assert.Empty(Read(text));

    [Theory]
    [InlineData(DocumentKind.Interpretation)]
    [InlineData(DocumentKind.News)]
    [InlineData(DocumentKind.QuestionsAndAnswers)]
    public void Takes_a_report_of_a_repeal_for_none(DocumentKind kind) => Assert.Empty(Read("《公园认养办法》同时废止。", kind));

    private static IReadOnlyList<RepealedTitle> Read(string text, DocumentKind kind = DocumentKind.Regulation) =>
        RepealReader.Read(Drafts.Document(Drafts.Parse(text)) with
        {
            Kind = kind,
            Clauses = [new Clause { Id = "d/1", Level = ClauseLevel.Article, Label = "", Lead = text, Span = new TextSpan(0, text.Length) }],
        });
}
