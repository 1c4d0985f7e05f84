using Assistant.Retrieval.Legs;

namespace Assistant.Tests.Retrieval;

public sealed class ServerPauseTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public void A_server_that_failed_is_left_alone_for_a_while()
    {
        var pause = new ServerPause(_clock);
        Assert.True(pause.TryEnter());
        pause.Failed();
        _clock.Advance(TimeSpan.FromSeconds(14));
        Assert.False(pause.TryEnter());
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.True(pause.TryEnter());
    }

    [Fact]
    public void One_question_tries_again_and_the_others_do_not_wait_for_it()
    {
        var pause = new ServerPause(_clock);
        pause.Failed();
        _clock.Advance(TimeSpan.FromSeconds(16));
        Assert.True(pause.TryEnter());
        Assert.False(pause.TryEnter());
        pause.Worked();
        Assert.True(pause.TryEnter());
        Assert.True(pause.TryEnter());
    }
}
