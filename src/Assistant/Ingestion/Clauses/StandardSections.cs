using System.Text.RegularExpressions;
using Assistant.Corpus.Labels;
using Assistant.Ingestion.Paragraphs;

namespace Assistant.Ingestion.Clauses;

/// <summary>
/// 1 范围, 4 技术要求: how technical standards head their chapters. A number and a blank alone may as well begin a row or a quantity, so they are labels
/// only in a document that also numbers 4.1 or 4.1.1, and only as they count up from 1.
/// </summary>
internal static partial class StandardSections
{
    public static void Label(List<ClauseSegment> segments, ExtractedText source)
    {
        var numbered = segments.Select(segment => segment.Label).OfType<ClauseLabel>().Where(label => label.Style == LabelStyle.Dotted).Select(label => label.Components[0]).ToHashSet();
        if (numbered.Count == 0) return;
        var found = new List<(int Index, ClauseSegment Segment)>();
        for (var i = 0; i < segments.Count; i++)
        {
            if (segments[i] is { Label: null, IsTail: false, IsRow: false } segment && Read(segment, source) is { } read && read.Label!.Number == found.Count + 1) found.Add((i, read));
        }
        if (!found.Exists(section => numbered.Contains(section.Segment.Label!.Number))) return;
        foreach (var (index, segment) in found) segments[index] = segment;
    }

    private static ClauseSegment? Read(ClauseSegment segment, ExtractedText source)
    {
        var match = segment.Text.Length <= 50 ? Heading().Match(segment.Text) : Match.Empty;
        if (!match.Success) return null;
        var number = match.Groups["number"];
        var end = match.Groups["words"].Index;
        var label = new ClauseLabel(LabelStyle.Dotted, number.Value, int.Parse(number.ValueSpan), 0, 0, end, false) { Components = [int.Parse(number.ValueSpan)], IsSetOff = true };
        return segment with { Label = label, WordsStart = ParagraphOffsets.Of(segment.Paragraph, source, [end])[0] };
    }

    [GeneratedRegex(@"^(?<number>[1-9]\d?)\s+(?<words>\p{IsCJKUnifiedIdeographs}[^。；，：]*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Heading();
}
