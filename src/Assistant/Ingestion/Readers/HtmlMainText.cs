using Assistant.Corpus;
using Assistant.Corpus.Text;
using Assistant.Ingestion.Titles;

namespace Assistant.Ingestion.Readers;

/// <summary>Walks a page and gathers its lines: one for each block of text, one for each row of a table of data.</summary>
internal sealed class HtmlMainText
{
    private readonly string markup;
    private readonly SourceFile source;
    private readonly List<HtmlElement> open = [];
    private readonly Dictionary<string, int> openNames = new(StringComparer.Ordinal);
    private readonly List<TextLine> lines = [];
    private readonly HtmlTableRows rows;

    private int remains; // how many open elements are page furniture
    private int bold;
    private int heading;
    private int preformatted;
    private int lineStart = -1;
    private int lineEnd;
    private int characters;
    private int boldCharacters;
    private bool startsBlock = true;
    private int blanks;
    private int indent;
    private int countedTo;
    private int number = 1;

    private HtmlMainText(string markup)
    {
        this.markup = markup;
        source = new SourceFile("", "", SourceFormat.Html, markup, [], default, []);
        rows = new HtmlTableRows(source, lines);
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
        text.rows.End();
        return text.lines;
    }

    private void Take(HtmlToken token)
    {
        // What removing tags the simple way would leave standing must not lie inside a line: the line ends before it.
        if (!token.IsPlainTag && token.Kind != HtmlTokenKind.Text) EndLine(endsBlock: false);
        switch (token.Kind)
        {
            case HtmlTokenKind.Text when remains == 0:
                Words(token.Start, token.End);
                if (markup[token.End - 1] == '<') EndLine(endsBlock: false); // with a > behind it, it would be removed for a tag
                break;
            case HtmlTokenKind.Open:
                Open(HtmlElement.Read(markup, token));
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
            if (lineStart < 0 && remains == 0) blanks++;
            EndLine(endsBlock: false);
            return;
        }
        if (element.IsBlock && element.Name is not "img") EndLine(endsBlock: true);
        if (HtmlElement.Void.Contains(element.Name)) return;
        // A paragraph ends where the next block starts, a cell or item where the next one does.
        while (element.IsBlock && open.Count > 0 && (open[^1].Name is "p" || EndsBefore(open[^1].Name, element.Name))) Pop();
        if (element.IsRemains) EndLine(endsBlock: false);
        open.Add(element);
        openNames[element.Name] = openNames.GetValueOrDefault(element.Name) + 1;
        Count(element, 1);
        if (remains == 0) rows.Open(element);
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
        if (openNames.GetValueOrDefault(name) == 0) return; // closes nothing
        while (!string.Equals(open[^1].Name, name, StringComparison.Ordinal)) Pop();
        Pop();
    }

    private void Pop()
    {
        var element = open[^1];
        if (element.IsBlock || element.IsRemains)
        {
            if (lineStart < 0 && remains == 0 && element.Name is "p" or "div" && startsBlock) blanks++;
            EndLine(endsBlock: true);
        }
        open.RemoveAt(open.Count - 1);
        openNames[element.Name]--;
        if (remains == 0) rows.Close(element);
        Count(element, -1);
    }

    private void Count(HtmlElement element, int by)
    {
        if (element.IsRemains) remains += by;
        if (element.IsBold) bold += by;
        if (element.Name is "pre") preformatted += by;
        if (element.HeadingLevel > 0) heading = by > 0 ? element.HeadingLevel : 0;
    }

    private void Words(int start, int end)
    {
        foreach (var (value, from, to) in HtmlMarkup.Walk(markup, start, end))
        {
            if (value == '\n' && preformatted > 0) EndLine(endsBlock: false);
            if (TextLines.IsBlank(value))
            {
                if (lineStart < 0) indent += value switch { '\u3000' => 2, '\u00A0' => 1, _ => 0 };
                continue;
            }
            if (lineStart < 0) lineStart = from;
            lineEnd = to;
            characters++;
            if (bold > 0) boldCharacters++;
        }
    }

    private void EndLine(bool endsBlock)
    {
        if (lineStart >= 0)
        {
            number += markup.AsSpan(countedTo, lineStart - countedTo).Count('\n');
            countedTo = lineStart;
            var span = new TextSpan(lineStart, lineEnd);
            var line = new TextLine(SourceText.Read(source, span).Replace('\n', ' '), span, number, blanks, indent)
            {
                HeadingLevel = heading,
                IsBold = boldCharacters == characters,
                IsBlock = startsBlock && endsBlock,
            };
            if (!WebRemains.IsRemain(line.Text) && !rows.Take(line)) lines.Add(line);
            blanks = 0;
        }
        lineStart = -1;
        indent = characters = boldCharacters = 0;
        startsBlock = endsBlock;
    }
}
