using Assistant.Corpus.Labels;

namespace Assistant.Tests.Corpus;

public sealed class ChineseNumeralTests
{
    [Theory]
    [InlineData("一", 1)]
    [InlineData("十", 10)]
    [InlineData("十二", 12)]
    [InlineData("二十", 20)]
    [InlineData("廿三", 23)]
    [InlineData("卅", 30)]
    [InlineData("两千", 2000)]
    [InlineData("一百〇五", 105)]
    [InlineData("一百零五", 105)]
    [InlineData("一百二十三", 123)]
    [InlineData("一千二百六十", 1260)]
    [InlineData("九千九百九十九", 9999)]
    [InlineData("一万零一", 10001)]
    [InlineData("二〇二四", 2024)]
    [InlineData("一八四○", 1840)]
    [InlineData("２５", 25)]
    [InlineData("163", 163)]
    public void Reads(string printed, int value)
    {
        Assert.True(ChineseNumeral.TryParse(printed, out var read));
        Assert.Equal(value, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("甲")]
    [InlineData("二一十")]
    [InlineData("一百条")]
    [InlineData("9999999999")]
    [InlineData("九九九九九九九九九九九九九九九九九九九九")]
    public void Refuses(string printed) => Assert.False(ChineseNumeral.TryParse(printed, out _));

    [Theory]
    [InlineData("罚款三十万元", 2, "300000", 5)]
    [InlineData("一千二百三十四亿五千万", 0, "123450000000", 11)]
    [InlineData("三万亿元", 0, "3000000000000", 3)]
    [InlineData("二十点五%", 0, "20.5", 4)]
    [InlineData("三点起", 0, "3", 1)]
    [InlineData("二〇二五年", 0, "2025", 4)]
    [InlineData("廿三日", 0, "23", 2)]
    public void Reads_an_amount_in_running_text(string text, int start, string value, int end)
    {
        var read = ChineseNumeral.ReadAmount(text, start);

        Assert.Equal((decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), end), read);
    }

    [Theory]
    [InlineData("万元以上")]
    [InlineData("百姓")]
    [InlineData("10元")]
    [InlineData("二一十")]
    [InlineData("九亿亿亿亿亿亿亿亿")]
    [InlineData("")]
    public void Reads_no_amount_where_none_begins(string text) => Assert.Null(ChineseNumeral.ReadAmount(text, 0));

    [Theory]
    [InlineData("二亿", 200_000_000)]
    public void Reads_hundreds_of_millions(string printed, int value)
    {
        Assert.True(ChineseNumeral.TryParse(printed, out var read));
        Assert.Equal(value, read);
    }

    [Fact]
    public void Reads_what_it_writes()
    {
        for (var value = 1; value <= 9999; value++)
        {
            Assert.True(ChineseNumeral.TryParse(ChineseNumeral.Format(value), out var read), ChineseNumeral.Format(value));
            Assert.Equal(value, read);
        }
    }
}
