using System.Text;

namespace Assistant.LanguageModels.Chat;

/// <summary>Pieces of a streamed reply in, what is not thought out. One for each reply.</summary>
internal sealed class ThoughtSkipper
{
    public const string Open = "<think>";
    public const string Close = "</think>";

    private readonly StringBuilder _pending = new();
    private bool _thinking;
    private bool _begun;

    /// <returns>Empty while it is not known what the piece is, and inside thoughts.</returns>
    public string Add(string piece)
    {
        if (_begun) return piece;
        _pending.Append(piece);
        var text = _pending.ToString();
        if (!_thinking)
        {
            var head = text.TrimStart();
            if (head.Length < Open.Length && Open.StartsWith(head, StringComparison.OrdinalIgnoreCase)) return "";
            _thinking = head.StartsWith(Open, StringComparison.OrdinalIgnoreCase);
        }
        if (_thinking)
        {
            var end = text.IndexOf(Close, StringComparison.OrdinalIgnoreCase);
            if (end < 0)
            {
                // Only the tag can still be cut in two: of long thoughts no more is kept than that.
                if (_pending.Length > Close.Length) _pending.Remove(0, _pending.Length - Close.Length);
                return "";
            }
            text = text[(end + Close.Length)..];
        }
        _begun = true;
        _pending.Clear();
        return text;
    }

    /// <summary>What was held back when the reply has ended: a beginning that might have become the tag.</summary>
    public string Rest() => _thinking || _begun ? "" : _pending.ToString();
}
