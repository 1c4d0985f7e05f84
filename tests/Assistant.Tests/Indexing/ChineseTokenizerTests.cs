using Assistant.Indexing.Lexical;

namespace Assistant.Tests.Indexing;

public sealed class ChineseTokenizerTests
{
    [Theory]
    [InlineData("ＡＢＣ", "abc")]
    [InlineData("PM2.5", "pm2.5")]
    [InlineData("３，０００", "3000")]
    [InlineData("3,000", "3000")]
    [InlineData("membranes", "Membrane")]
    public void Folds_what_is_written_differently_and_means_the_same(string one, string other) => Assert.Equal(Terms(one), Terms(other));

    [Theory]
    [InlineData("2.5", "25")]
    [InlineData("1,2", "12")]
    [InlineData("glass", "glas")]
    [InlineData("罚款", "款罚")]
    public void Keeps_apart_what_means_something_else(string one, string other) => Assert.NotEqual(Terms(one), Terms(other));

    [Fact]
    public void Reads_overlapping_pairs_of_characters() =>
        Assert.Equal([ChineseTokenizer.Bigram('碳', '足'), ChineseTokenizer.Bigram('足', '迹')], Terms("碳足迹"));

    [Fact]
    public void A_mark_parts_a_pair_and_a_line_end_does_not()
    {
        Assert.Empty(Terms("碳，足"));
        Assert.Equal(Terms("碳足"), Terms("碳\n足"));
    }

    [Fact]
    public void A_word_inside_a_sentence_is_found_whole() => Assert.Contains(Terms("ccus")[0], Terms("推广CCUS技术"));

    private static List<ulong> Terms(string text)
    {
        var terms = new List<ulong>();
        ChineseTokenizer.AddTerms(text, terms);
        return terms;
    }
}
