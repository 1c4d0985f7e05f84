using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Assistant.Ingestion.Readers;

/// <summary>The YAML block between two lines of <c>---</c> that static site generators and crawlers put before a page.</summary>
internal static class FrontMatter
{
    /// <summary>Characters; a longer block is text between two rules.</summary>
    private const int Longest = 32_768;

    /// <summary>Where the text behind the block starts; 0 where the text has none.</summary>
    public static int End(ReadOnlySpan<char> text)
    {
        var start = text.Length - text.TrimStart().Length;
        if (!text[start..].StartsWith("---")) return 0;
        var at = start + 3;
        var isFirst = true;
        while (at < text.Length && at < start + Longest)
        {
            var length = text[at..].IndexOf('\n');
            var end = length < 0 ? text.Length : at + length;
            var line = text[at..end].Trim();
            if (isFirst && line.Length > 0) return 0; // ---- or words: a rule, not the start of a block
            if (!isFirst && line is "---") return Math.Min(end + 1, text.Length);
            isFirst = false;
            at = end + 1;
        }
        return 0;
    }

    /// <summary>The block's plain values by lower-case name; empty where the block is no YAML. Lists and maps are left out.</summary>
    public static IReadOnlyDictionary<string, string> Read(string text, int end)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            // Events, not a tree: a block nested a thousand deep must not exhaust the stack, nor aliases the memory.
            var parser = new Parser(new StringReader(text[..end].Trim().Trim('-')));
            var depth = 0;
            string? name = null;
            while (parser.MoveNext())
            {
                switch (parser.Current)
                {
                    case Scalar scalar when depth == 1:
                        if (name is null) name = scalar.Value;
                        else
                        {
                            values[name.ToLowerInvariant()] = scalar.Value;
                            name = null;
                        }
                        break;
                    case MappingStart or SequenceStart:
                        depth++;
                        break;
                    case MappingEnd or SequenceEnd:
                        depth--;
                        if (depth == 1) name = null;
                        break;
                }
            }
        }
        catch (YamlException)
        {
            // Hints only: what was read before the fault stays.
        }
        return values;
    }
}
