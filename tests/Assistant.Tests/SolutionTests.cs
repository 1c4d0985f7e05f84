using Assistant.Corpus;

namespace Assistant.Tests;

public sealed class SolutionTests
{
    [Fact]
    public void A_span_is_half_open() => Assert.Equal(3, new TextSpan(2, 5).Length);
}
