using Assistant.Corpus.Labels;

namespace Assistant.Tests.Corpus;

public sealed class EnglishClauseLabelTests
{
    [Theory]
    [InlineData("第十二条", "Article 12")]
    [InlineData("第二十五条（一）", "Article 25(1)")]
    [InlineData("第六条第二款", "Article 6, paragraph 2")]
    [InlineData("第六条第二款（三）", "Article 6, paragraph 2(3)")]
    [InlineData("第一百三十三条之一", "Article 133-1")]
    [InlineData("第五条（十一）2.", "Article 5(11).2")]
    [InlineData("第一编第三章", "Part 1, Chapter 3")]
    [InlineData("第二分编", "Subpart 2")]
    [InlineData("附件2第三条", "Annex 2, Article 3")]
    [InlineData("附录A", "Appendix A")]
    [InlineData("附件二、（八）", "")] // 附件二 and a mark that belongs to nothing: better no English than a wrong one.
    [InlineData("二、（八）", "point 2(8)")]
    [InlineData("二、（八）1.", "point 2(8).1")]
    [InlineData("（三）", "point (3)")]
    [InlineData("附件1二、", "Annex 1, point 2")]
    [InlineData("6.1.1", "clause 6.1.1")]
    [InlineData("6.1.1a)", "clause 6.1.1(a)")]
    [InlineData("第三条①", "Article 3(1)")]
    [InlineData("总则", "")]
    [InlineData("", "")]
    public void Is_what_an_English_reader_would_write(string label, string english) => Assert.Equal(english, EnglishClauseLabel.Of(label));
}
