using System.Buffers;
using Assistant.Corpus.Labels;
using Assistant.Ingestion.Titles;

namespace Assistant.Ingestion.References;

/// <summary>
/// Finds where a text names other provisions and documents. One pass; each place looks at a bounded stretch. An enumeration gives a mention for each
/// provision named (of a range its two ends), 前两款 one for each meant. The document or provision that merely speaks of itself as a whole (本法,
/// 本条) is no mention.
/// </summary>
/// <param name="titles">Expands 《指南》 to the title that the document defined it for.</param>
/// <param name="hasArticles">前款 and a bare 第三项 name provisions only in a document of articles.</param>
internal sealed class ReferenceReader(DefinedTitles titles, bool hasArticles)
{
    /// <summary>Longer than any title; a bracket that does not close within it is a stray one.</summary>
    private const int MaxTitle = 160;

    private static readonly SearchValues<char> Triggers = SearchValues.Create("《第前上本附");

    private readonly List<ReferenceMention> _mentions = [];
    private string _text = "";

    /// <summary>The document that addresses are read in now; null for the one that speaks.</summary>
    private string? _scope;

    /// <summary>The address read last and where it ended: what follows after a connector may go on from it.</summary>
    private List<AddressPart> _open = [];
    private int _openEnd = -1;

    /// <summary>条 after 本条, 款 after 本款: where the open address starts from; zero elsewhere.</summary>
    private char _openFrom;

    /// <summary>The other document named last: 该法, and numbers that the speaking document does not have, mean it.</summary>
    private string? _nearest;

    /// <param name="lead">A clause's words.</param>
    /// <param name="from">Where they start after the clause's own label.</param>
    public IReadOnlyList<ReferenceMention> Read(string lead, int from)
    {
        _mentions.Clear();
        _text = lead;
        _scope = null;
        _nearest = null;
        Close();
        var i = from;
        while (i < _text.Length)
        {
            var next = _text.AsSpan(i).IndexOfAny(Triggers);
            if (next < 0) break;
            i += next;
            i = ReadAt(i);
        }
        return [.. _mentions];
    }

    /// <summary>Where to look on: past what was read, or at the next character.</summary>
    private int ReadAt(int i) => _text[i] switch
    {
        '《' => ReadTitle(i),
        '第' => ReadAddress(i),
        '附' => ReadAnnex(i, i),
        '本' => ReadOwn(i),
        _ => ReadBack(i),
    };

    private int ReadTitle(int i)
    {
        var close = CloseOf(i);
        if (close < 0) return i + 1;
        var printed = ClauseLabel.Compact(_text.AsSpan(i + 1, close - i - 1));
        if (IsDefinition(i) || PaperForm.Is(printed)) return close + 1;
        Close();
        _nearest = _scope = titles.Expand(printed);
        var at = AddressReader.SkipBlanks(_text, SkipBracket(close + 1));
        if (ReadRun(at, i) is var end and > 0) return end;
        if (AddressReader.ReadAnnex(_text, at) is { } annex) return Add(i, annex.End, [annex.Part]);
        _mentions.Add(new ReferenceMention(i, close + 1, _scope, []));
        return close + 1;
    }

    /// <summary>（以下简称《指南》） gives the name, it does not use it.</summary>
    private bool IsDefinition(int i)
    {
        var before = _text.AsSpan(Math.Max(0, i - 6), i - Math.Max(0, i - 6));
        return before.EndsWith("简称") || before.EndsWith("统称") || before.EndsWith("下称") || before.EndsWith("简称为") || before.EndsWith("以下称");
    }

    private int CloseOf(int i)
    {
        var depth = 0;
        for (var k = i; k < _text.Length && k - i < MaxTitle; k++)
        {
            if (_text[k] == '《') depth++;
            else if (_text[k] == '》' && --depth == 0) return k;
        }
        return -1;
    }

    /// <summary>Past （国发〔2024〕7号） or （以下简称《指南》） between a title and its address.</summary>
    private int SkipBracket(int i)
    {
        if (i >= _text.Length || _text[i] is not ('（' or '(')) return i;
        var close = _text.AsSpan(i, Math.Min(80, _text.Length - i)).IndexOfAny('）', ')');
        return close < 0 || !AddressReader.At(_text, AddressReader.SkipBlanks(_text, i + close + 1), "第") ? i : i + close + 1;
    }

    private int ReadAddress(int i)
    {
        var first = AddressReader.Read(_text, i);
        if (first is null && AddressReader.ReadShared(_text, i) is null) return i + 1;
        // “第二十条之一 … in the words of an amendment is a label, not a mention.
        if (first is { } quoted && i > 0 && _text[i - 1] is '“' or '"' or '‘' && quoted.End < _text.Length && char.IsWhiteSpace(_text[quoted.End])) return quoted.End;
        var start = i;
        if (IsConnected(i))
        {
            // 、第五十五条 after 《能源法》第五十四条: the same document, and what is wider than this part.
        }
        else if (LawName.SelfStart(_text, i) is var self and >= 0)
        {
            Close();
            _scope = null;
            start = self;
        }
        else if (LawName.Before(_text, i, titles) is { } name && (_mentions.Count == 0 || _mentions[^1].End <= name.Start))
        {
            Close();
            _nearest = _scope = titles.Expand(name.Title);
            start = name.Start;
        }
        else
        {
            Close();
            _scope = null;
            if (_nearest is not null && LawName.PreviousStart(_text, i) is >= 0 and var that)
            {
                _scope = _nearest;
                start = that;
            }
        }
        return ReadRun(i, start) is var end and > 0 ? end : i + 1;
    }

    /// <summary>Only connectors stand between the last address and this place.</summary>
    private bool IsConnected(int i) => _openEnd >= 0 && i > _openEnd && i - _openEnd <= 6 && AddressReader.SkipConnector(_text, _openEnd) == i;

    /// <summary>An address and those that follow it after connectors; where it ended, or 0 where none stands here.</summary>
    private int ReadRun(int at, int start)
    {
        if (AddressReader.ReadShared(_text, at) is { } shared)
        {
            var wider = _open;
            foreach (var (part, from, to) in shared)
            {
                _open = wider;
                Add(from == at ? start : from, to, [part]);
            }
            return _openEnd;
        }
        if (AddressReader.Read(_text, at) is not { } read) return 0;
        if (read.Parts[0].Rank > new AddressPart('条', 0).Rank && !IsNarrowAllowed(at)) return 0;
        Add(start, read.End, read.Parts);
        // 第（一）、（三）项 and 第（一）项、（三）项
        while (AddressReader.SkipConnector(_text, _openEnd) is var next && next > _openEnd && AddressReader.ReadBareItem(_text, next) is { } item)
        {
            Add(next, item.End, [item.Part]);
        }
        return _openEnd;
    }

    /// <summary>第三款 and 第三项 with no article before them: only where provisions have such.</summary>
    private bool IsNarrowAllowed(int at) => hasArticles || _scope is not null || (_open.Count > 0 && IsConnected(at));

    private int Add(int start, int end, List<AddressPart> parts)
    {
        var whole = new List<AddressPart>();
        foreach (var part in _open)
        {
            if (part.Rank < parts[0].Rank) whole.Add(part);
        }
        whole.AddRange(parts);
        _mentions.Add(new ReferenceMention(start, end, _scope, whole) { From = _openFrom, Nearest = _nearest });
        _open = whole;
        _openEnd = end;
        return end;
    }

    private int ReadAnnex(int i, int start)
    {
        if (AddressReader.ReadAnnex(_text, i) is not { } annex) return i + 1;
        if (i > 0 && _text[i - 1] is '本' or '后') start = i;
        Close();
        _scope = null;
        Add(start, annex.End, [annex.Part]);
        return annex.End;
    }

    /// <summary>本法第三章, 本条第二款, 本款第（二）项, 本章第一节.</summary>
    private int ReadOwn(int i)
    {
        for (var length = 2; length <= 6 && i + length < _text.Length; length++)
        {
            var at = i + length;
            if (_text[at] is not ('第' or '附')) continue;
            if (_text[at] == '附') return LawName.SelfStart(_text, at) == i ? ReadAnnex(at, i) : i + 1;
            if (length > 2 || _text[i + 1] is not ('条' or '款' or '项' or '章' or '节' or '编'))
            {
                return LawName.SelfStart(_text, at) == i ? ReadSelf(at, i) : i + 1;
            }
            Close();
            _scope = null;
            _openFrom = _text[i + 1];
            if (AddressReader.Read(_text, at) is not { } read || read.Parts[0].Rank <= new AddressPart(_openFrom, 0).Rank) break;
            return ReadRun(at, i) is var end and > 0 ? end : at;
        }
        return i + 1;
    }

    private int ReadSelf(int at, int start)
    {
        Close();
        _scope = null;
        return ReadRun(at, start) is var end and > 0 ? end : at;
    }

    /// <summary>前款, 前两条, 前三款, 上一条.</summary>
    private int ReadBack(int i)
    {
        if (!hasArticles || (i > 0 && _text[i - 1] is '以' or '之' or '目' or '此' or '提')) return i + 1;
        var at = i + 1;
        var back = 1;
        if (AddressReader.ReadNumeral(_text, at, out var number) is > 0 and var end)
        {
            if (number is 0 or > 20) return i + 1;
            back = number;
            at = end;
        }
        if (at >= _text.Length || _text[at] is not ('条' or '款' or '项')) return i + 1;
        var next = at + 1 < _text.Length ? _text[at + 1] : '\0';
        if ((_text[at], next) is ('条', '件' or '例' or '款') or ('款', '项') or ('项', '目') || _text[i] == '上' && back != 1) return i + 1;
        var finish = at + 1;
        // 前款第（一）项, 前条第二款
        var own = AddressReader.Read(_text, finish) is { } read && read.Parts[0].Rank > new AddressPart(_text[at], 0).Rank ? read : default;
        if (own.Parts is not null) finish = own.End;
        for (var k = back; k >= 1; k--)
        {
            _mentions.Add(new ReferenceMention(i, finish, null, own.Parts ?? [], k) { From = _text[at] });
        }
        // 前款第（一）项至第（三）项
        while (own.Parts is not null && AddressReader.SkipConnector(_text, finish) is var further && further > finish
            && AddressReader.Read(_text, further) is { } also && also.Parts[0].Rank == own.Parts[0].Rank)
        {
            _mentions.Add(new ReferenceMention(further, also.End, null, also.Parts, back) { From = _text[at] });
            finish = also.End;
        }
        _scope = null;
        Close();
        return finish;
    }

    /// <summary>Nothing after this goes on from the address before it.</summary>
    private void Close()
    {
        _open = [];
        _openEnd = -1;
        _openFrom = '\0';
    }
}
