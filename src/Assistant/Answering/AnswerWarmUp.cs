using System.Runtime;
using Assistant.Answering.Generation;
using Assistant.Retrieval;

namespace Assistant.Answering;

/// <summary>
/// Asks what the corpus itself says, so that people's first questions find code compiled, word lists loaded and documents in memory. No server is asked
/// and nothing is kept. What it is worth stands in this folder's README.
/// </summary>
/// <param name="generative">Null without a chat model.</param>
public sealed class AnswerWarmUp(PassageRetriever retriever, ExtractiveAnswerer extractive, TimeProvider time, GenerativeWarmUp? generative = null)
{
    /// <summary>Questions between two pauses.</summary>
    private const int Round = 15;

    /// <summary>One question in so many is answered as well: an answer calls each part of its code more often than a search.</summary>
    private const int AnsweredIn = 3;

    /// <summary>A round in which the runtime compiled fewer methods than this was the last.</summary>
    private const int Few = 30;

    /// <summary>The runtime begins to optimise what is called often once it has met nothing new for 100 ms.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    /// <summary>Returns when there is nothing more to compile, or after <see cref="PassageRetriever.AskItself"/>'s last question.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var asked = 0;
        var compiled = JitInfo.GetCompiledMethodCount();
        foreach (var (question, found) in retriever.AskItself())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (asked++ % AnsweredIn == 0) await AnswerAsync(new AnswerContext(question, null, found.Passages, [], null) { Terms = found.Terms }, cancellationToken);
            if (asked % Round > 0) continue;
            await Task.Delay(Pause, time, cancellationToken);
            var now = JitInfo.GetCompiledMethodCount();
            if (now - compiled < Few) return;
            compiled = now;
        }
    }

    private async Task AnswerAsync(AnswerContext context, CancellationToken cancellationToken)
    {
        await StandbyAnswer.ReadAsync(extractive.AnswerAsync(context, cancellationToken));
        if (generative is not null) await generative.AnswerAsync(context, cancellationToken);
    }
}
