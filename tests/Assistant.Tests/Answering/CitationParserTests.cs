using Assistant.Answering.Citations;
using Assistant.Answering.Generation;
using FsCheck;
using FsCheck.Fluent;

namespace Assistant.Tests.Answering;

public sealed class CitationParserTests
{
    [Theory]
    [InlineData("应当报送。[1]", "应当报送。", "1")]
    [InlineData("应当报送[1][2]。", "应当报送。", "1 2")]
    [InlineData("应当报送。[1,2]", "应当报送。", "1 2")]
    [InlineData("应当报送。[1，3、5]", "应当报送。", "1 3 5")]
    [InlineData("应当报送。[1-3]", "应当报送。", "1 2 3")]
    [InlineData("应当报送。[2]—[4]", "应当报送。—", "2 4")]
    [InlineData("应当报送。【1】", "应当报送。", "1")]
    [InlineData("应当报送。[材料2]", "应当报送。", "2")]
    [InlineData("应当报送。[^3]", "应当报送。", "3")]
    [InlineData("应当报送。[[4]]", "应当报送。", "4")]
    [InlineData("见国发[2024]7号。[1]", "见国发[2024]7号。", "1")]
    [InlineData("见［7］与\\[8]。[1]", "见［7］与\\[8]。", "1")]
    [InlineData("应当报送。[1-99]", "应当报送。", "1 99")]
    [InlineData("没有标记。", "没有标记。", "")]
    public void Reads_markers_as_models_write_them(string text, string plain, string numbers)
    {
        var parsed = CitationParser.Parse(text);

        Assert.Equal(plain, parsed.Text);
        Assert.Equal(numbers, string.Join(' ', parsed.Numbers));
    }

    [Fact]
    public void A_document_cannot_hold_a_marker_and_its_words_can_be_spelt_back()
    {
        var texts = Gen.ArrayOf(Gen.Elements("[", "]", "【", "】", "［", "］", "〖", "〗", "\u2060", "1", "23", "-", ",", "、", " ", "\n", "条", "^")).Select(string.Concat);

        Check.QuickThrowOnFailure(Prop.ForAll(texts.ToArbitrary(), text =>
        {
            var given = PassageBlocks.Neutralise(text);
            return string.Equals(PassageBlocks.Restore(given), text, StringComparison.Ordinal) && !System.Text.RegularExpressions.Regex.IsMatch(given, @"(?m)^\[\d+\] ");
        }));
    }
}
