namespace Assistant.Grounding.Alignment;

/// <summary>How far a place's surroundings reach, from the nearest mark outwards.</summary>
internal enum Stretch
{
    /// <summary>An item of a list inside a part: between 、 and the like.</summary>
    Item,

    /// <summary>Between commas.</summary>
    Part,

    /// <summary>Between semicolons or colons.</summary>
    Segment,

    /// <summary>Between full stops.</summary>
    Sentence,
}

/// <summary>Where the marks of a folded text divide it. Marks in brackets and in numbers divide nothing.</summary>
internal sealed class TextStretches
{
    private const int LongestAside = 60;

    // Words further off than this are about something else.
    public const int Furthest = 300;

    private readonly string _text;
    private readonly Stretch?[] _ends;

    // For each stretch, where the one that a place stands in begins and ends.
    private readonly int[][] _firsts;
    private readonly int[][] _lasts;

    /// <param name="numberEnds">Behind a number, 和 and the like divide a list as 、 does.</param>
    public TextStretches(string folded, IReadOnlySet<int> numberEnds)
    {
        _text = folded;
        _ends = new Stretch?[folded.Length];
        for (var i = 0; i < folded.Length; i++)
        {
            if (folded[i] is '(' && Closing(i) is var closing and > 0) i = closing;
            else _ends[i] = Mark(i) ?? (folded[i] is '和' or '与' or '及' or '或' && numberEnds.Contains(i) ? Stretch.Item : null);
        }
        _firsts = [.. Enum.GetValues<Stretch>().Select(Firsts)];
        _lasts = [.. Enum.GetValues<Stretch>().Select(Lasts)];
    }

    private int[] Firsts(Stretch stretch)
    {
        var firsts = new int[_text.Length + 1];
        for (var i = 1; i <= _text.Length; i++) firsts[i] = _ends[i - 1] >= stretch ? i : firsts[i - 1];
        return firsts;
    }

    private int[] Lasts(Stretch stretch)
    {
        var lasts = new int[_text.Length + 1];
        lasts[_text.Length] = _text.Length;
        for (var i = _text.Length - 1; i >= 0; i--) lasts[i] = _ends[i] >= stretch ? i : lasts[i + 1];
        return lasts;
    }

    /// <summary>The stretch around a place, as far as 300 characters to either side; the marks themselves are outside of it.</summary>
    public (int Start, int End) Around(int start, int end, Stretch stretch) =>
        (Math.Max(_firsts[(int)stretch][start], start - Furthest), Math.Min(_lasts[(int)stretch][end], end + Furthest));

    /// <summary>The parts of the text, in order; empty ones are left out.</summary>
    public IEnumerable<(int Start, int End)> All(Stretch stretch)
    {
        var start = 0;
        for (var i = 0; i <= _text.Length; i++)
        {
            if (i < _text.Length && !(_ends[i] >= stretch)) continue;
            if (i > start) yield return (start, i);
            start = i + 1;
        }
    }

    private Stretch? Mark(int at) => _text[at] switch
    {
        '。' or '\n' or '!' or '?' => Stretch.Sentence,
        ';' => Stretch.Segment,
        ':' when !BetweenDigits(at) => Stretch.Segment,
        ',' when !BetweenDigits(at) => Stretch.Part,
        '、' => Stretch.Item,
        _ => null,
    };

    private bool BetweenDigits(int at) => at > 0 && at + 1 < _text.Length && char.IsAsciiDigit(_text[at - 1]) && char.IsAsciiDigit(_text[at + 1]);

    /// <summary>Where an aside in brackets ends; 0 where it does not soon, or numbers an item.</summary>
    private int Closing(int open)
    {
        var close = _text.AsSpan(open, Math.Min(LongestAside, _text.Length - open)).IndexOf(')');
        return close > 3 && _text.AsSpan(open, close).IndexOfAny('\n', '。') < 0 ? open + close : 0;
    }
}
