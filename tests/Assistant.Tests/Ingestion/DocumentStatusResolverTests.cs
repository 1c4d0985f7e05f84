using Assistant.Corpus;
using Assistant.Corpus.Text;
using Assistant.Ingestion.Metadata;

namespace Assistant.Tests.Ingestion;

public sealed class DocumentStatusResolverTests
{
    private static readonly DateOnly Today = new(2024, 6, 1);

    [Fact]
    public void A_document_named_by_another_is_repealed_with_the_clause_that_says_so()
    {
        var old = Document("old", "公园认养办法", "江园发〔2016〕7号", new DateOnly(2016, 3, 1));
        var repealing = Document("new", "公园管理规定", "江园发〔2024〕2号", new DateOnly(2024, 1, 5)) with
        {
            Repeals = [new RepealedTitle("公园认养办法", "江园发〔2016〕7号", "new/9", false)],
        };

        var status = DocumentStatusResolver.Resolve([old, repealing], Today);

        Assert.Equal(new DocumentStatus(DocumentState.Repealed, "new", "new/9"), status["old"]);
        Assert.Equal(DocumentStatus.InForce, status["new"]);
    }

    [Fact]
    public void Of_two_versions_with_one_title_the_number_tells_the_old_one()
    {
        var old = Document("old", "公园认养办法", "江园发〔2016〕7号", null);
        var current = Document("new", "公园认养办法", "江园发〔2024〕2号", null) with { Repeals = [new RepealedTitle("公园认养办法", "江园发〔2016〕7号", "new/9", false)] };
        var copy = Document("copy", "公园认养办法", "江园发〔2024〕2号", null);

        var status = DocumentStatusResolver.Resolve([old, current, copy], Today);

        Assert.Equal(DocumentState.Repealed, status["old"].State);
        Assert.Equal(DocumentState.InForce, status["copy"].State);
    }

    [Fact]
    public void Without_numbers_the_older_of_two_versions_is_meant_and_without_dates_neither()
    {
        var repeal = new RepealedTitle("公园认养办法", null, "new/9", true);
        var current = Document("new", "公园认养办法", null, new DateOnly(2024, 1, 1)) with { Repeals = [repeal] };

        var dated = DocumentStatusResolver.Resolve([Document("old", "公园认养办法", null, new DateOnly(2016, 1, 1)), current], Today);
        var undated = DocumentStatusResolver.Resolve([Document("old", "公园认养办法", null, null), current], Today);

        Assert.Equal(DocumentState.Replaced, dated["old"].State);
        Assert.Equal(DocumentState.InForce, undated["old"].State);
    }

    [Theory]
    [InlineData("中华人民共和国图书法", "图书法")]
    [InlineData("图书法", "中华人民共和国图书法")]
    [InlineData("公园认养办法（试行）", "公园认养办法(试行)")]
    public void A_repeal_names_a_law_without_the_name_of_the_state_and_in_any_width(string title, string named)
    {
        var old = Document("old", title, null, new DateOnly(1995, 3, 1));
        var repealing = Document("new", "出版法", null, new DateOnly(2024, 1, 5)) with { Repeals = [new RepealedTitle(named, null, "new/9", false)] };

        Assert.Equal(DocumentState.Repealed, DocumentStatusResolver.Resolve([old, repealing], Today)["old"].State);
    }

    [Theory]
    [InlineData("中华人民共和国图书法实施条例", "图书法")]
    [InlineData("图书法", "图书法实施条例")]
    public void A_repeal_of_another_title_is_not_meant(string title, string named)
    {
        var other = Document("other", title, null, new DateOnly(1995, 3, 1));
        var repealing = Document("new", "出版法", null, new DateOnly(2024, 1, 5)) with { Repeals = [new RepealedTitle(named, null, "new/9", false)] };

        Assert.Equal(DocumentState.InForce, DocumentStatusResolver.Resolve([other, repealing], Today)["other"].State);
    }

    [Fact]
    public void A_document_whose_day_has_not_come_is_not_yet_effective()
    {
        var status = DocumentStatusResolver.Resolve([Document("a", "公园条例", null, null) with { EffectiveDate = new DateOnly(2024, 6, 2) }], Today);

        Assert.Equal(DocumentState.NotYetEffective, status["a"].State);
    }

    private static PolicyDocument Document(string id, string title, string? number, DateOnly? date) =>
        new(id, title, "a.txt", new TextSpan(0, 1), DocumentKind.Regulation, number, [], date, null, DocumentStatus.InForce, null, [], [], []);
}
