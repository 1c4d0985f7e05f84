using Assistant.Corpus;
using Assistant.Corpus.Text;
using Assistant.Ingestion.Titles;

namespace Assistant.Ingestion.Readers;

/// <summary>Walks a page and gathers its lines: one for each block of text, one for each row of a table of data.</summary>
internal sealed class HtmlMainText
{
    private readonly string _markup;
    private readonly SourceFile _source;
    private readonly List<HtmlElement> _open = [];
    private readonly Dictionary<string, int> _openNames = new(StringComparer.Ordinal);
    private readonly List<TextLine> _lines = [];
    private readonly HtmlTableRows _rows;

    private int _remains; // how many open elements are page furniture
    private int _bold;
    private int _heading;
    private int _preformatted;
    private int _lineStart = -1;
    private int _lineEnd;
    private int _characters;
    private int _boldCharacters;
    private bool _startsBlock = true;
    private int _blanks;
    private int _indent;
    private int _countedTo;
    private int _number = 1;

    private HtmlMainText(string markup)
    {
        _markup = markup;
        _source = new SourceFile("", "", SourceFormat.Html, markup, [], default, []);
        _rows = new HtmlTableRows(_source, _lines);
    }

    public static IReadOnlyList<TextLine> Read(string markup, int start, CancellationToken cancellationToken)
    {
        var text = new HtmlMainText(markup);
        foreach (var token in HtmlTokenizer.Read(markup, start))
        {
            cancellationToken.ThrowIfCancellationRequested();
            text.Take(token);
        }
        text.EndLine(endsBlock: true);
        text._rows.End();
        return text._lines;
    }

    private void Take(HtmlToken token)
    {
        // What removing tags the simple way would leave standing must not lie inside a line: the line ends before it.
        if (!token.IsPlainTag && token.Kind != HtmlTokenKind.Text) EndLine(endsBlock: false);
        switch (token.Kind)
        {
            case HtmlTokenKind.Text when _remains == 0:
                Words(token.Start, token.End);
                if (_markup[token.End - 1] == '<') EndLine(endsBlock: false); // with a > behind it, it would be removed for a tag
                break;
            case HtmlTokenKind.Open:
                Open(HtmlElement.Read(_markup, token));
                break;
            case HtmlTokenKind.Close:
                Close(token.Name);
                break;
        }
    }

    private void Open(HtmlElement element)
    {
        if (element.Name is "br")
        {
            if (_lineStart < 0 && _remains == 0) _blanks++;
            EndLine(endsBlock: false);
            return;
        }
        if (element.IsBlock && element.Name is not "img") EndLine(endsBlock: true);
        if (HtmlElement.Void.Contains(element.Name)) return;
        // A paragraph ends where the next block starts, a cell or item where the next one does.
        while (element.IsBlock && _open.Count > 0 && (_open[^1].Name is "p" || EndsBefore(_open[^1].Name, element.Name))) Pop();
        if (element.IsRemains) EndLine(endsBlock: false);
        _open.Add(element);
        _openNames[element.Name] = _openNames.GetValueOrDefault(element.Name) + 1;
        Count(element, 1);
        if (_remains == 0) _rows.Open(element);
    }

    private static bool EndsBefore(string name, string next) => name switch
    {
        "li" => next is "li",
        "dt" or "dd" => next is "dt" or "dd",
        "td" or "th" => next is "td" or "th" or "tr",
        "tr" => next is "tr",
        _ => false,
    };

    private void Close(string name)
    {
        if (_openNames.GetValueOrDefault(name) == 0) return; // closes nothing
        while (!string.Equals(_open[^1].Name, name, StringComparison.Ordinal)) Pop();
        Pop();
    }

    private void Pop()
    {
        var element = _open[^1];
        if (element.IsBlock || element.IsRemains)
        {
            if (_lineStart < 0 && _remains == 0 && element.Name is "p" or "div" && _startsBlock) _blanks++;
            EndLine(endsBlock: true);
        }
        _open.RemoveAt(_open.Count - 1);
        _openNames[element.Name]--;
        if (_remains == 0) _rows.Close(element);
        Count(element, -1);
    }

    private void Count(HtmlElement element, int by)
    {
        if (element.IsRemains) _remains += by;
        if (element.IsBold) _bold += by;
        if (element.Name is "pre") _preformatted += by;
        if (element.HeadingLevel > 0) _heading = by > 0 ? element.HeadingLevel : 0;
    }

    private void Words(int start, int end)
    {
        foreach (var (value, from, to) in HtmlMarkup.Walk(_markup, start, end))
        {
            if (value == '\n' && _preformatted > 0) EndLine(endsBlock: false);
            if (TextLines.IsBlank(value))
            {
                if (_lineStart < 0) _indent += value switch { '\u3000' => 2, '\u00A0' => 1, _ => 0 };
                continue;
            }
            if (_lineStart < 0) _lineStart = from;
            _lineEnd = to;
            _characters++;
            if (_bold > 0) _boldCharacters++;
        }
    }

    private void EndLine(bool endsBlock)
    {
        if (_lineStart >= 0)
        {
            _number += _markup.AsSpan(_countedTo, _lineStart - _countedTo).Count('\n');
            _countedTo = _lineStart;
            var span = new TextSpan(_lineStart, _lineEnd);
            var line = new TextLine(SourceText.Read(_source, span).Replace('\n', ' '), span, _number, _blanks, _indent)
            {
                HeadingLevel = _heading,
                IsBold = _boldCharacters == _characters,
                IsBlock = _startsBlock && endsBlock,
            };
            if (!WebRemains.IsRemain(line.Text) && !_rows.Take(line)) _lines.Add(line);
            _blanks = 0;
        }
        _lineStart = -1;
        _indent = _characters = _boldCharacters = 0;
        _startsBlock = endsBlock;
    }
}
