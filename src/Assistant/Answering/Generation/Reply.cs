using Assistant.LanguageModels.Faults;
using Microsoft.Extensions.AI;

namespace Assistant.Answering.Generation;

/// <summary>A streamed reply, piece by piece, whose failures are those of an answerer, in the reader's words.</summary>
/// <param name="longest">In UTF-16 units.</param>
internal sealed class Reply(IAsyncEnumerable<ChatResponseUpdate> updates, AnswerLanguage language, int longest) : IAsyncDisposable
{
    private static readonly Wording QuotedInstead = new("已改为直接引用条文。", "The clauses are quoted instead.");

    private readonly IAsyncEnumerator<ChatResponseUpdate> _updates = updates.GetAsyncEnumerator();
    private ChatFinishReason? _finish;
    private int _length;
    private bool _hasWords;

    /// <summary>Whether the length allowed was used up, so that the last sentence may be half of one. Known at the end.</summary>
    public bool IsCutShort => _finish == ChatFinishReason.Length;

    /// <summary>Null at the end.</summary>
    /// <exception cref="AnswererFailedException">The model server failed, or the reply is empty or too long.</exception>
    public async Task<string?> NextAsync()
    {
        try
        {
            while (await _updates.MoveNextAsync())
            {
                _finish = _updates.Current.FinishReason ?? _finish;
                var piece = _updates.Current.Text;
                if (piece.Length == 0) continue;
                _length += piece.Length;
                _hasWords |= !string.IsNullOrWhiteSpace(piece);
                return _length <= longest ? piece : throw new ModelException(ModelFault.TooLong, "The reply passed the length limit.");
            }
            if (!_hasWords) throw new ModelException(IsCutShort ? ModelFault.OnlyThoughts : ModelFault.Empty, "The reply has no text.");
            return null;
        }
        catch (ModelException exception)
        {
            throw new AnswererFailedException((exception.Describe() + QuotedInstead).In(language), exception);
        }
    }

    public ValueTask DisposeAsync() => _updates.DisposeAsync();
}
