using Assistant.Evaluation;

namespace Assistant.Tests.Evaluation;

public sealed class MeasuredTextTests
{
    [Theory]
    [InlineData("第二十五条", "第二十五条")]
    [InlineData("（一）", "(一)")]
    [InlineData("( 一 )", "(一)")]
    [InlineData("二、", "二")]
    [InlineData("3．", "3")]
    [InlineData("①", "1")]
    [InlineData("⑵", "(2)")]
    [InlineData("㈢", "(三)")]
    [InlineData("", "")]
    public void A_label_is_evened_out(string printed, string expected) => Assert.Equal(expected, MeasuredText.Label(printed));

    [Fact]
    public void White_space_of_every_kind_is_squeezed_out() => Assert.Equal("甲乙丙", MeasuredText.Squeeze(" 甲\u3000乙\r\n\t\u00a0丙\u2028"));

    [Fact]
    public void Markup_is_taken_out_before_text_is_compared() => Assert.Equal("不低于70%&", MeasuredText.Plain("<p class=\"a\">不低于<b>70&#37;</b>&amp;</p>"));

    [Fact]
    public void A_quote_cut_at_its_end_counts_while_seven_tenths_stand()
    {
        const string quote = "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸"; // 20 characters, so 14 are enough

        Assert.True(MeasuredText.IsFound(quote, "前" + quote[..14] + "后"));
        Assert.True(MeasuredText.IsFound(quote, "前" + quote[6..] + "后"));
        Assert.False(MeasuredText.IsFound(quote, "前" + quote[..13] + "后" + quote[14..]));
    }

    [Fact]
    public void A_short_quote_must_stand_whole()
    {
        Assert.True(MeasuredText.IsFound("不少于二十人", "人数不少于二十人的"));
        Assert.False(MeasuredText.IsFound("不少于二十人", "人数不少于二十"));
    }

    [Fact]
    public void A_citation_inside_the_gold_quote_touches_it_from_eight_characters_on()
    {
        const string gold = "运营企业应当在每日二十二时前清运违规停放的车辆";

        Assert.True(MeasuredText.Touches(gold, "每日二十二时前清运"));
        Assert.False(MeasuredText.Touches(gold, "清运违规停放"));
    }
}
