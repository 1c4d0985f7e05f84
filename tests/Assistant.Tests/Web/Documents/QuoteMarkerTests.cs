using Assistant.Corpus;
using Assistant.Corpus.Text;
using Assistant.Web.Documents;

namespace Assistant.Tests.Web.Documents;

public sealed class QuoteMarkerTests
{
    private const string Source = "第一条 垂钓者应当<i>领取</i>垂钓证，\n<!-- 第 1 页 -->每日&lt;六小时。";
    private const string Lead = "第一条 垂钓者应当领取垂钓证，每日<六小时。";

    private static readonly SourceFile File = new("a.html", "", SourceFormat.Html, Source, [], default, []);

    [Theory]
    [InlineData("领取</i>垂钓证", "领取垂钓证")]
    [InlineData("垂钓证，\n<!-- 第 1 页 -->每日&lt;六", "垂钓证，每日<六")]
    [InlineData("第一条 垂", "第一条 垂")]
    public void Marks_the_words_of_the_quote_in_what_is_read(string quote, string marked)
    {
        var clause = Clause(Lead);

        var range = QuoteMarker.InLead(File, clause, Span(quote));

        Assert.Equal(marked, clause.Lead[range!.Value.Start..range.Value.End]);
    }

    [Fact]
    public void Marks_nothing_of_another_clause() => Assert.Null(QuoteMarker.InLead(File, Clause(Lead), new TextSpan(Source.Length, Source.Length + 5)));

    [Fact]
    public void Marks_all_where_the_words_cannot_be_followed()
    {
        var clause = Clause("第一条 垂钓者应当携带垂钓证，每日<六小时。");

        Assert.Equal(new TextSpan(0, clause.Lead.Length), QuoteMarker.InLead(File, clause, Span("六小时")));
    }

    private static TextSpan Span(string words) => new(Source.IndexOf(words, StringComparison.Ordinal), Source.IndexOf(words, StringComparison.Ordinal) + words.Length);

    private static Clause Clause(string lead)
    {
        var comment = Span("<!-- 第 1 页 -->");
        return new Clause { Id = "a/1", Level = ClauseLevel.Article, Label = "第一条", Lead = lead, Span = new TextSpan(0, Source.Length), Artefacts = [comment] };
    }
}
