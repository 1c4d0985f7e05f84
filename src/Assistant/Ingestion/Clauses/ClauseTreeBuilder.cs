using Assistant.Corpus;
using Assistant.Corpus.Labels;
using Assistant.Corpus.Text;
using Assistant.Ingestion.Metadata;

namespace Assistant.Ingestion.Clauses;

/// <summary>Hangs segments into a tree. Which style stands above which is taken from the document itself (<see cref="LabelOrder"/>).</summary>
internal sealed class ClauseTreeBuilder
{
    private readonly List<ClauseSegment> _segments;
    private readonly LabelOrder _order;
    private readonly ClauseNode _root = new(ClauseLevel.Text, null, 0);
    private ClauseNode _top;
    private IReadOnlyList<string> _columns = [];

    private ClauseTreeBuilder(List<ClauseSegment> segments)
    {
        _segments = segments;
        _order = new LabelOrder(segments);
        _top = _root;
    }

    /// <summary>A nameless node that holds the top-level clauses.</summary>
    public static ClauseNode Build(List<ClauseSegment> segments)
    {
        var builder = new ClauseTreeBuilder(segments);
        for (var i = 0; i < segments.Count; i++) builder.Place(i);
        return builder._root;
    }

    private void Place(int index)
    {
        var segment = _segments[index];
        if (!segment.IsRow) _columns = segment.IsTail ? _columns : [];
        if (segment.IsTail || (segment.Label is null && (IsClosing(segment) || IsLastWord(index)))) AddText(_root, segment);
        else if (segment.IsRow) AddRow(segment);
        else if (segment.Label is null) AddRunning(index);
        else if (segment.Label.Style < LabelStyle.Article) AddStructural(segment, segment.Label);
        else if (segment.Label.Style == LabelStyle.Article) AddArticle(index, segment.Label);
        else AddNumbered(index, segment.Label);
    }

    private void AddStructural(ClauseSegment segment, ClauseLabel label)
    {
        var level = (ClauseLevel)label.Style;
        var parent = _top;
        while (parent.Parent is not null && !(parent.IsStructural && parent.Level < level)) parent = parent.Parent;
        _top = Open(parent, level, segment);
        _top.Heading = segment.Words;
    }

    private void AddArticle(int index, ClauseLabel label)
    {
        var segment = _segments[index];
        var parent = _top;
        if (Article() is { } open) parent = open.Parent!;
        while (parent.IsLeaf) parent = parent.Parent!;
        var article = parent.Add(new ClauseNode(ClauseLevel.Article, label, segment.Line));
        article.Append(segment.Text[..label.End].TrimEnd(), new TextSpan(segment.Span.Start, LabelEnd(segment)));
        _top = article;
        if (segment.Words.Length == 0) return;
        if (segment.IsHeading && IsFollowedByText(index))
        {
            article.Heading = segment.Words;
            article.Append(segment.Words, new TextSpan(segment.WordsStart, segment.Span.End), Blank(segment, label));
            return;
        }
        _top = article.Add(new ClauseNode(ClauseLevel.Paragraph, null, segment.Line) { SeparatorBefore = Blank(segment, label) });
        _top.Append(segment.Words, new TextSpan(segment.WordsStart, segment.Span.End));
        _top.Artefacts.AddRange(segment.Paragraph.Artefacts);
    }

    /// <summary>The blank printed between a label and its words.</summary>
    private static string Blank(ClauseSegment segment, ClauseLabel label) => segment.Text[segment.Text[..label.End].TrimEnd().Length..label.End];

    /// <summary>The label's last character stands right before the blanks that lead to the words.</summary>
    private static int LabelEnd(ClauseSegment segment) =>
        segment.Words.Length == 0 ? segment.Span.End : segment.WordsStart - (segment.Label!.End - segment.Text[..segment.Label.End].TrimEnd().Length);

    private bool IsFollowedByText(int index) =>
        index + 1 < _segments.Count && _segments[index + 1] is { IsTail: false, Label: null or { Style: > LabelStyle.Article } };

    /// <summary>一、 （一） 1. （1） ①: a heading, or an item of the open article.</summary>
    private void AddNumbered(int index, ClauseLabel label)
    {
        var segment = _segments[index];
        var article = Article();
        if (article is not null && StandsAboveArticles(index, article))
        {
            _top = article.Parent!;
            article = null;
        }
        if (article is not null && article.Children.Count == 0) _top = article.Add(new ClauseNode(ClauseLevel.Paragraph, null, segment.Line));
        var scope = article is null ? null : Nearest(ClauseLevel.Paragraph);
        var sibling = Sibling(label, scope);
        ClauseNode parent;
        if (sibling is not null)
        {
            parent = sibling.Parent!;
        }
        else
        {
            parent = _top;
            while (parent != scope && IsClosedBy(parent, index)) parent = parent.Parent!;
        }
        _top = Open(parent, LevelUnder(parent), segment);
        if (article is null) _top.Heading = HeadingOf(segment);
    }

    private ClauseNode? Sibling(ClauseLabel label, ClauseNode? scope)
    {
        for (var node = _top; node != scope && node.Parent is not null && !node.IsStructural && !node.IsArticle; node = node.Parent)
        {
            if (node.Label is null || node.Label.Style != label.Style) continue;
            if (label.Style != LabelStyle.Dotted || node.Label.Components.Count == label.Components.Count) return node;
        }
        return null;
    }

    private bool IsClosedBy(ClauseNode node, int index)
    {
        if (node.Parent is null || node.IsStructural || node.IsArticle) return false;
        if (node.IsLeaf) return true;
        if (node.Level == ClauseLevel.Paragraph || node.Label is null) return false;
        var label = _segments[index].Label!;
        if (label.Style == LabelStyle.Dotted && node.Label.Style == LabelStyle.Dotted) return node.Label.Components.Count >= label.Components.Count;
        return _order.IsAbove(index, node.Label);
    }

    private static ClauseLevel LevelUnder(ClauseNode parent)
    {
        if (parent.Level is ClauseLevel.Paragraph or ClauseLevel.Article) return ClauseLevel.Item;
        if (parent.Level is ClauseLevel.Item or ClauseLevel.Subitem) return ClauseLevel.Subitem;
        return parent.Level is >= ClauseLevel.Heading1 and < ClauseLevel.Heading4 ? parent.Level + 1
            : parent.Level == ClauseLevel.Heading4 ? ClauseLevel.Heading4 : ClauseLevel.Heading1;
    }

    /// <summary>一、管辖 between two articles is a heading over the next ones, not an item of the one before.</summary>
    private bool StandsAboveArticles(int index, ClauseNode article)
    {
        var segment = _segments[index];
        if (article.LastOfAll is '：' or ':' or '；' or ';' || !segment.IsHeading) return false;
        var next = index + 1;
        while (next < _segments.Count && _segments[next].Label is { Style: > LabelStyle.Article } && _segments[next].IsHeading && next - index < 4) next++;
        return (next < _segments.Count && _segments[next].Label is { Style: LabelStyle.Article }) ||
            (segment.Label!.Style == LabelStyle.Numeral && segment.Paragraph.First.HeadingLevel > 0);
    }

    private void AddRunning(int index)
    {
        var segment = _segments[index];
        if (segment.Paragraph.First.HeadingLevel > 0 && segment.IsHeading) AddUnnumberedHeading(segment);
        else if (Article() is { } article) AddToArticle(article, index);
        else if (_top == _root || (_top.IsLeaf && _top.Parent == _root)) AddText(_root, segment);
        else AddUnderHeading(index);
    }

    /// <summary>序言, 附则 and the like, marked as a heading by the format: it closes what stands at its depth or deeper.</summary>
    private void AddUnnumberedHeading(ClauseSegment segment)
    {
        var level = segment.Paragraph.First.HeadingLevel;
        var parent = _top;
        while (parent.Parent is not null && !(parent.FormatLevel > 0 && parent.FormatLevel < level)) parent = parent.Parent;
        _top = parent.Add(new ClauseNode(ClauseLevel.Text, null, segment.Line) { FormatLevel = level, Heading = segment.Text });
        Continue(_top, segment);
    }

    private void AddToArticle(ClauseNode article, int index)
    {
        var segment = _segments[index];
        var last = article.LastOfAll;
        var inList = Nearest(ClauseLevel.Item);
        // Between two items of a list, or where a sentence is still open, the words go on; else a new 款 begins.
        if (inList is not null && (ContinuesList(index, inList) || IsOpenHeading(_top))) Continue(_top, segment);
        else if (article.Children.Count > 0 && inList is null && last is '：' or ':' or '，' or ',' or '、' or '；' or ';') Continue(_top, segment);
        else
        {
            _top = article.Add(new ClauseNode(ClauseLevel.Paragraph, null, segment.Line));
            Continue(_top, segment);
        }
    }

    /// <summary>The last of several items that are titles over paragraphs: it has fewer yet than the one before.</summary>
    private static bool IsOpenHeading(ClauseNode item) =>
        item.Label is not null && item.Children.Count == 0 && item.Parent is { Children.Count: > 1 } parent && parent.Children[^1] == item
        && (item.Pieces > 1 || !ClauseSegment.EndsSentence(item.Last)) && item.Pieces < parent.Children[^2].Pieces;

    private void AddUnderHeading(int index)
    {
        var segment = _segments[index];
        if (_top.IsLeaf) _top = _top.Parent!;
        if (_top.IsStructural && _top.Heading.Length == 0 && _top.Children.Count == 0 && segment.IsHeading && _top.Pieces == 1)
        {
            _top.Heading = segment.Text;
        }
        else if (IsListItem(_top) && !ContinuesList(index, _top))
        {
            AddText(_top.Parent!, segment);
            return;
        }
        if (_top.Children.Count > 0) AddText(_top, segment);
        else Continue(_top, segment);
    }

    /// <summary>One of several short provisions after a colon, each closed by a semicolon: what follows the last one belongs to the whole.</summary>
    private static bool IsListItem(ClauseNode node)
    {
        if (node.Label is null || node.Parent is not { } parent || node.Children.Count > 0 || node.Heading.Length > 0 && node.Heading.Length >= node.Lead.Length - node.Label.End) return false;
        var before = parent.Children.Count > 1 && parent.Children[^1] == node ? parent.Children[^2].Last : '\0';
        return parent.Last is '：' or ':' || before is '；' or ';';
    }

    /// <summary>The next label goes on with the list of <paramref name="item"/> or of a list it stands in.</summary>
    private bool ContinuesList(int index, ClauseNode item)
    {
        if (_order.NextLabel(index) is not { } label) return false;
        for (var node = item; node.Parent is not null && node.Level is not ClauseLevel.Paragraph && !node.IsArticle && !node.IsStructural; node = node.Parent)
        {
            if (node.Label is { } own && own.Style == label.Style && label.Follows(own)) return true;
        }
        return false;
    }

    private void AddRow(ClauseSegment segment)
    {
        var line = segment.Paragraph.First;
        var parent = _top;
        while (parent.IsLeaf) parent = parent.Parent!;
        if (line.IsTableHeader)
        {
            _columns = line.Cells;
            AddText(parent, segment);
            return;
        }
        var number = line.Cells[0].Trim();
        var label = ChineseNumeral.TryParse(number, out var value) ? new ClauseLabel(LabelStyle.Digit, number, value, 0, 0, number.Length, false) : null;
        _top = parent.Add(new ClauseNode(ClauseLevel.Row, label, segment.Line) { Columns = _columns });
        Continue(_top, segment);
    }

    private void AddText(ClauseNode parent, ClauseSegment segment)
    {
        _top = parent.Add(new ClauseNode(ClauseLevel.Text, null, segment.Line));
        Continue(_top, segment);
    }

    private static ClauseNode Open(ClauseNode parent, ClauseLevel level, ClauseSegment segment)
    {
        var node = parent.Add(new ClauseNode(level, segment.Label, segment.Line) { FormatLevel = segment.Paragraph.First.HeadingLevel });
        Continue(node, segment);
        return node;
    }

    private static void Continue(ClauseNode node, ClauseSegment segment)
    {
        node.Append(segment.Text, segment.Span);
        node.Artefacts.AddRange(segment.Paragraph.Artefacts);
    }

    /// <summary>A line that stands alone, or the first short sentence of a paragraph that goes on (攻关核心技术。支持…): at most 30 characters.</summary>
    private static string HeadingOf(ClauseSegment segment)
    {
        var words = segment.Words;
        if (segment.IsHeading) return words;
        var stop = words.AsSpan(0, Math.Min(words.Length, 31)).IndexOf('。');
        return stop > 0 && stop + 1 < words.Length ? words[..stop] : "";
    }

    private static bool IsClosing(ClauseSegment segment) =>
        segment.Text.Length <= 20 && (segment.Text.StartsWith("特此", StringComparison.Ordinal) || segment.Text is "此复" or "此复。" or "专此函复。" or "专此函复");

    /// <summary>本意见自…起施行 below the last section of a plan or notice is said of the whole.</summary>
    private bool IsLastWord(int index) =>
        Article() is null && !_top.IsStructural && ClauseSegment.EndsSentence(_top.LastOfAll) && _order.NextLabel(index) is null && EffectiveDateReader.Says(_segments[index].Text);

    private ClauseNode? Article()
    {
        for (var node = _top; node is not null; node = node.Parent)
        {
            if (node.IsArticle) return node;
        }
        return null;
    }

    private ClauseNode? Nearest(ClauseLevel level)
    {
        for (var node = _top; node is not null && !node.IsArticle; node = node.Parent)
        {
            if (node.Level == level) return node;
        }
        return null;
    }
}
