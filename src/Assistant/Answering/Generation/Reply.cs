using System.Text;
using Assistant.LanguageModels;
using Microsoft.Extensions.AI;

namespace Assistant.Answering.Generation;

/// <summary>A streamed reply, piece by piece, whose failures are those of an answerer, in the reader's words.</summary>
internal sealed class Reply(IAsyncEnumerable<ChatResponseUpdate> updates, AnswerLanguage language, int longest) : IAsyncDisposable
{
    private readonly IAsyncEnumerator<ChatResponseUpdate> _updates = updates.GetAsyncEnumerator();
    private readonly StringBuilder _text = new();

    /// <summary>All that has come.</summary>
    public string Text => _text.ToString();

    /// <summary>Null at the end.</summary>
    /// <exception cref="AnswererFailedException">The model server failed, or the reply is too long.</exception>
    public async Task<string?> NextAsync()
    {
        try
        {
            while (await _updates.MoveNextAsync())
            {
                var piece = _updates.Current.Text;
                if (piece.Length == 0) continue;
                _text.Append(piece);
                if (_text.Length > longest) throw new ModelException(ModelFault.TooLong, "The reply passed the length limit.");
                return piece;
            }
            return null;
        }
        catch (ModelException exception)
        {
            throw new AnswererFailedException(exception.Describe(language == AnswerLanguage.English) + (language == AnswerLanguage.English ? " The clauses are quoted instead." : "已改为直接引用条文。"), exception);
        }
    }

    public ValueTask DisposeAsync() => _updates.DisposeAsync();
}
