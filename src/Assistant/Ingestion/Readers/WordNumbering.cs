using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Assistant.Ingestion.Readers;

/// <summary>
/// Word's automatic numbering: the labels (第一条, （一）, 1.) that stand in numbering.xml and nowhere in the text. Paragraphs must be asked in order,
/// each once.
/// </summary>
internal sealed partial class WordNumbering
{
    private const int Levels = 9;

    private readonly Dictionary<int, AbstractNum> _abstracts = [];
    private readonly Dictionary<int, NumberingInstance> _instances = [];
    private readonly Dictionary<int, int?[]> _counters = [];
    private readonly HashSet<(int Instance, int Level)> _restarted = [];
    private readonly WordStyles _styles;

    public WordNumbering(Numbering? numbering, WordStyles styles)
    {
        _styles = styles;
        foreach (var definition in numbering?.Elements<AbstractNum>() ?? []) _abstracts[definition.AbstractNumberId?.Value ?? -1] = definition;
        foreach (var instance in numbering?.Elements<NumberingInstance>() ?? []) _instances[instance.NumberID?.Value ?? -1] = instance;
    }

    /// <summary>The label in front of a paragraph with the blank behind it; empty where it has none.</summary>
    public string Label(Paragraph paragraph)
    {
        var (id, level) = _styles.NumberingOf(paragraph);
        if (id is not > 0 || level is < 0 or >= Levels || !_instances.TryGetValue(id.Value, out var instance) || Definition(instance) is not { } definition) return "";
        var counts = Count(instance, definition, level);
        var format = LevelOf(instance, definition, level);
        if (format?.LevelText?.Val?.Value is not { Length: > 0 } pattern || format.NumberingFormat?.Val?.Value == NumberFormatValues.Bullet) return "";
        var label = Placeholder().Replace(pattern, match =>
        {
            var at = match.Value[1] - '1';
            var numbers = format.IsLegalNumberingStyle is null ? LevelOf(instance, definition, at)?.NumberingFormat?.Val?.Value : NumberFormatValues.Decimal;
            return WordNumberFormat.Format(counts[at] ?? 1, numbers ?? NumberFormatValues.Decimal);
        });
        return format.LevelSuffix?.Val?.Value == LevelSuffixValues.Nothing ? label : label + " ";
    }

    /// <summary>Counters belong to the abstract definition: lists that share it number on, unless an instance says where it starts.</summary>
    private int?[] Count(NumberingInstance instance, AbstractNum definition, int level)
    {
        var key = definition.AbstractNumberId?.Value ?? -1;
        if (!_counters.TryGetValue(key, out var counts)) _counters[key] = counts = new int?[Levels];
        if (Override(instance, level)?.StartOverrideNumberingValue?.Val?.Value is { } start && _restarted.Add((instance.NumberID!.Value, level))) counts[level] = start;
        else counts[level] = counts[level] + 1 ?? Start(instance, definition, level);
        for (var above = 0; above < level; above++) counts[above] ??= Start(instance, definition, above);
        for (var below = level + 1; below < Levels; below++)
        {
            // 0: never restarts; n: restarts only after level n, counted from 1, or one above it.
            var after = LevelOf(instance, definition, below)?.LevelRestart?.Val?.Value;
            if (after is null || level < after) counts[below] = null;
        }
        return counts;
    }

    private AbstractNum? Definition(NumberingInstance instance)
    {
        var definition = _abstracts.GetValueOrDefault(instance.AbstractNumId?.Val?.Value ?? -1);
        // A definition may only point to a numbering style, which names the instance that has the levels.
        if (definition?.NumberingStyleLink?.Val?.Value is { } style && _styles.NumberingOfStyle(style) is { } id && _instances.TryGetValue(id, out var linked))
        {
            return _abstracts.GetValueOrDefault(linked.AbstractNumId?.Val?.Value ?? -1) ?? definition;
        }
        return definition;
    }

    private static LevelOverride? Override(NumberingInstance instance, int level) =>
        instance.Elements<LevelOverride>().FirstOrDefault(candidate => candidate.LevelIndex?.Value == level);

    private static Level? LevelOf(NumberingInstance instance, AbstractNum definition, int level) =>
        Override(instance, level)?.Level ?? definition.Elements<Level>().FirstOrDefault(candidate => candidate.LevelIndex?.Value == level);

    private static int Start(NumberingInstance instance, AbstractNum definition, int level) => LevelOf(instance, definition, level)?.StartNumberingValue?.Val?.Value ?? 1;

    [GeneratedRegex("%[1-9]", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
