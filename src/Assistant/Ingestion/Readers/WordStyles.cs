using DocumentFormat.OpenXml.Wordprocessing;

namespace Assistant.Ingestion.Readers;

/// <summary>What a paragraph inherits from its style and the styles that one is based on.</summary>
internal sealed class WordStyles
{
    /// <summary>Styles based on each other in a circle exist in broken files.</summary>
    private const int LongestChain = 20;

    private readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);
    private readonly string? _defaultStyle;

    public WordStyles(Styles? part)
    {
        foreach (var style in part?.Elements<Style>() ?? [])
        {
            if (style.StyleId?.Value is not { } id) continue;
            _styles[id] = style;
            if (style.Default?.Value == true && style.Type?.Value == StyleValues.Paragraph) _defaultStyle = id;
        }
    }

    /// <summary>1 to 6; 0 for running text.</summary>
    public int HeadingLevel(Paragraph paragraph)
    {
        var level = paragraph.ParagraphProperties?.OutlineLevel?.Val?.Value
            ?? Chain(paragraph).Select(style => style.StyleParagraphProperties?.OutlineLevel?.Val?.Value).FirstOrDefault(value => value is not null);
        if (level is >= 0 and < 6) return level.Value + 1;
        return Name(paragraph).Equals("title", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
    }

    /// <summary>A line of the automatic table of contents: words that stand in the text again.</summary>
    public bool IsContents(Paragraph paragraph) => Name(paragraph).StartsWith("toc ", StringComparison.OrdinalIgnoreCase);

    public bool IsBold(Paragraph paragraph, Run run) =>
        IsOn(run.RunProperties?.Bold) ?? Chain(paragraph).Select(style => IsOn(style.StyleRunProperties?.Bold)).FirstOrDefault(value => value is not null) ?? false;

    /// <summary>Instance and level of the paragraph's automatic numbering; null without one. Instance 0 switches a style's numbering off.</summary>
    public (int? Instance, int Level) NumberingOf(Paragraph paragraph)
    {
        var own = paragraph.ParagraphProperties?.NumberingProperties;
        var inherited = Chain(paragraph).Select(style => style.StyleParagraphProperties?.NumberingProperties).Where(properties => properties is not null).ToList();
        var id = own?.NumberingId?.Val?.Value ?? inherited.Select(properties => properties!.NumberingId?.Val?.Value).FirstOrDefault(value => value is not null);
        var level = own?.NumberingLevelReference?.Val?.Value
            ?? inherited.Select(properties => properties!.NumberingLevelReference?.Val?.Value).FirstOrDefault(value => value is not null) ?? 0;
        return (id, level);
    }

    public int? NumberingOfStyle(string styleId) => _styles.GetValueOrDefault(styleId)?.StyleParagraphProperties?.NumberingProperties?.NumberingId?.Val?.Value;

    private string Name(Paragraph paragraph) => Chain(paragraph).FirstOrDefault()?.StyleName?.Val?.Value ?? "";

    private IEnumerable<Style> Chain(Paragraph paragraph)
    {
        var id = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? _defaultStyle;
        for (var depth = 0; depth < LongestChain && id is not null && _styles.TryGetValue(id, out var style); depth++)
        {
            yield return style;
            id = style.BasedOn?.Val?.Value;
        }
    }

    private static bool? IsOn(Bold? bold) => bold is null ? null : bold.Val?.Value ?? true;
}
