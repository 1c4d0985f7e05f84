using Assistant.Corpus.Terms;
using Assistant.Retrieval.Questions;

namespace Assistant.Tests.Corpus;

public sealed class GlossaryTests
{
    [Theory]
    [InlineData("subsidies", "补贴")]
    [InlineData("prohibited", "禁止")]
    [InlineData("licensing", "许可")]
    [InlineData("carbon footprints", "碳足迹")]
    [InlineData("labour contract", "劳动合同")]
    [InlineData("standardisation", "标准化")]
    public void An_entry_is_found_in_every_form(string phrase, string expected) => Assert.Equal(expected, Glossary.Find(phrase)[0]);

    [Fact]
    public void An_unknown_word_has_no_candidates() => Assert.Empty(Glossary.Find("zyzzyva"));

    [Fact]
    public void The_longest_phrase_is_read_first_and_names_stay_as_they_are()
    {
        var query = QuestionParser.Parse("What is the carbon footprint of PVDF?");
        Assert.Equal(["carbon footprint", null], query.Groups.Select(group => group.Original));
        Assert.Equal("碳足迹", query.Groups[0].Alternatives[0]);
        Assert.Equal(["pvdf"], query.Groups[1].Alternatives);
    }

    [Fact]
    public void Scaffolding_is_dropped_and_content_kept()
    {
        var text = QuestionParser.Parse("储能电站的使用寿命是多少年？").Groups[0].Alternatives[0];
        Assert.DoesNotContain("多少", text, StringComparison.Ordinal);
        Assert.Contains("使用寿命", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_of_scaffolding_alone_is_read_as_it_is() => Assert.Equal("怎么办？", QuestionParser.Parse("怎么办？").Groups[0].Alternatives[0]);
}
