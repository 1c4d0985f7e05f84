using Assistant.Answering;
using Assistant.Corpus.Labels;

namespace Assistant.Memos.Writers;

/// <param name="Marks">The citations to mark behind the sentence; empty where the next sentence of the paragraph rests on the same ones.</param>
internal sealed record PlacedStatement(MemoStatement Statement, IReadOnlyList<int> Marks);

/// <summary>What all formats lay out alike.</summary>
internal static class MemoLayout
{
    /// <summary>
    /// A section's sentences as paragraphs. Extracts from different places stand one below the other; sentences from one place, and all that a
    /// model wrote, run on. A note covers the sentences before it back to the last one, as in legal writing.
    /// </summary>
    public static IEnumerable<IReadOnlyList<PlacedStatement>> Paragraphs(MemoSection section)
    {
        var paragraph = new List<PlacedStatement>();
        for (var i = 0; i < section.Statements.Count; i++)
        {
            var statement = section.Statements[i];
            var runsOn = i + 1 < section.Statements.Count && statement.Citations.SequenceEqual(section.Statements[i + 1].Citations);
            // A doubt is told where it belongs, so its note is too.
            paragraph.Add(new(statement, runsOn && statement is { Supported: true, IsEdited: false } ? [] : statement.Citations));
            if (runsOn || section.Mode == AnswerMode.Generative) continue;
            yield return paragraph;
            paragraph = [];
        }
        if (paragraph.Count > 0) yield return paragraph;
    }

    public static string SectionNumber(int number, bool english) => english ? $"{number}. " : $"{ChineseNumeral.Format(number)}、";

    public static IEnumerable<string> Lines(string text) =>
        text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
