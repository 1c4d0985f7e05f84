using System.Text;
using Assistant.Corpus.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Math = DocumentFormat.OpenXml.Math;

namespace Assistant.Ingestion.Readers;

/// <summary>Writes the blocks of a Word document as text, one line each, and keeps where each line stands.</summary>
internal sealed class WordText(WordStyles styles, WordNumbering numbering)
{
    private readonly StringBuilder _text = new();
    private readonly List<TextLine> _lines = [];
    private int _number = 1;
    private int _blanks;

    public IReadOnlyList<TextLine> Lines => _lines;

    public override string ToString() => _text.ToString();

    public void Append(OpenXmlElement block)
    {
        switch (block)
        {
            case Paragraph paragraph when !styles.IsContents(paragraph):
                Append(paragraph);
                break;
            case Table table:
                foreach (var row in Descend<TableRow>(table)) Append(row);
                break;
            case SdtBlock or CustomXmlBlock or InsertedRun or SdtContentBlock:
                foreach (var child in block.ChildElements) Append(child);
                break;
        }
    }

    private void Append(Paragraph paragraph)
    {
        var words = Read(paragraph);
        var parts = words.Text.Split('\n');
        foreach (var part in parts)
        {
            Line(part, line => line with { HeadingLevel = styles.HeadingLevel(paragraph), IsBold = words.IsBold, IsBlock = parts.Length == 1 });
        }
        foreach (var box in words.Boxes) Append(box);
    }

    private void Append(TableRow row)
    {
        if (row.TableRowProperties?.GetFirstChild<Deleted>() is not null) return;
        var filled = Descend<TableCell>(row).Where(cell => !cell.InnerText.AsSpan().Trim().IsEmpty).Take(2).ToList();
        if (filled.Count < 2)
        {
            // One cell alone arranges the page, or is a title over the columns: its paragraphs are paragraphs.
            foreach (var block in filled.SelectMany(cell => cell.ChildElements)) Append(block);
            return;
        }
        var cells = new List<string>();
        foreach (var cell in Descend<TableCell>(row))
        {
            cells.Add(string.Join(' ', Descend<Paragraph>(cell).Select(paragraph => Read(paragraph).Text.Replace('\n', ' ').Trim()).Where(words => words.Length > 0)));
            for (var extra = 1; extra < System.Math.Clamp(cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1, 1, 100); extra++) cells.Add("");
        }
        var isHeader = row.TableRowProperties?.Elements<TableHeader>().Any(header => header.Val?.Value != OnOffOnlyValues.Off) ?? false;
        Line(string.Join('\t', cells), line => line with { IsBlock = true, Cells = cells, IsTableHeader = isHeader });
    }

    private void Line(string words, Func<TextLine, TextLine> complete)
    {
        if (words.AsSpan().Trim().IsEmpty)
        {
            _blanks++;
        }
        else
        {
            var first = words.Length - words.TrimStart().Length;
            var span = new TextSpan(_text.Length + first, _text.Length + words.TrimEnd().Length);
            var indent = words[..first].Sum(value => value switch { '\u3000' => 2, '\t' => 4, _ => 1 });
            _lines.Add(complete(new TextLine(words.Trim(), span, _number, _blanks, indent)));
            _blanks = 0;
        }
        _text.Append(words).Append('\n');
        _number++;
    }

    private Words Read(Paragraph paragraph)
    {
        var words = new Words();
        words.Append(numbering.Label(paragraph));
        Gather(paragraph, paragraph, words);
        return words;
    }

    private void Gather(OpenXmlElement parent, Paragraph paragraph, Words words)
    {
        foreach (var child in parent.ChildElements)
        {
            switch (child)
            {
                case DeletedRun or MoveFromRun or ParagraphProperties or RunProperties or FieldCode or Ruby { }:
                    if (child is Ruby ruby) words.Append(ruby.GetFirstChild<RubyBase>()?.InnerText ?? "");
                    break;
                case Run run when run.RunProperties?.Vanish is { } hidden && hidden.Val?.Value != false:
                    break;
                case Run run:
                    var start = words.Count;
                    Gather(run, paragraph, words);
                    if (words.Count > start && !styles.IsBold(paragraph, run)) words.IsBold = false;
                    break;
                case Text or Math.Text:
                    words.Append(child.InnerText);
                    break;
                case TabChar:
                    words.Append("\t");
                    break;
                case Break or CarriageReturn:
                    words.Append("\n");
                    break;
                case NoBreakHyphen:
                    words.Append("-");
                    break;
                case TextBoxContent box:
                    words.Boxes.AddRange(box.ChildElements);
                    break;
                case AlternateContent alternate:
                    // The same drawing twice, for new and for old readers.
                    if (alternate.GetFirstChild<AlternateContentChoice>() is { } choice) Gather(choice, paragraph, words);
                    break;
                default:
                    if (child.HasChildren) Gather(child, paragraph, words);
                    break;
            }
        }
    }

    /// <summary>The elements of a kind below a parent, in order, not those inside another of the kind; what was deleted is passed over.</summary>
    private static IEnumerable<T> Descend<T>(OpenXmlElement parent) where T : OpenXmlElement
    {
        foreach (var child in parent.ChildElements)
        {
            if (child is T found) yield return found;
            else if (child is not (DeletedRun or MoveFromRun))
            {
                foreach (var below in Descend<T>(child)) yield return below;
            }
        }
    }

    private sealed class Words
    {
        private readonly StringBuilder _text = new();

        public string Text => _text.ToString();

        public int Count { get; private set; }

        public bool IsBold { get; set; } = true;

        public List<OpenXmlElement> Boxes { get; } = [];

        public void Append(string words)
        {
            _text.Append(words);
            Count += words.Count(value => !char.IsWhiteSpace(value));
        }
    }
}
