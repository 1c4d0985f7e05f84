using Assistant.Answering;
using Assistant.Corpus.Labels;

namespace Assistant.Memos.Writers;

/// <summary>What all formats print, in one order.</summary>
internal static class MemoLayout
{
    /// <param name="zone">In which moments are told.</param>
    public static IEnumerable<MemoPart> Parts(Memo memo, MemoWords words, TimeZoneInfo zone)
    {
        yield return new MemoPart.Title(memo.Title);
        if (memo.Addressee.Length > 0) yield return new MemoPart.Addressee(memo.Addressee + words.Colon.TrimEnd());
        foreach (var line in Lines(memo.Introduction)) yield return new MemoPart.Paragraph(line);
        var number = 0;
        foreach (var section in memo.Sections)
        {
            yield return new MemoPart.Heading(SectionNumber(++number, memo.IsEnglish), section.Heading);
            if (!section.Grounded) yield return new MemoPart.Paragraph(words.NotAnswered);
            foreach (var paragraph in Paragraphs(section, memo.Citations.ToDictionary(citation => citation.Number))) yield return new MemoPart.Sentences(paragraph);
        }
        if (memo.Conclusion.Length > 0)
        {
            yield return new MemoPart.Heading(SectionNumber(++number, memo.IsEnglish), words.Conclusion);
            foreach (var line in Lines(memo.Conclusion)) yield return new MemoPart.Paragraph(line);
        }
        yield return new MemoPart.AnnexList($"{words.AnnexList}1. {words.CitedClauses}  2. {words.Provenance}");
        yield return new MemoPart.Signature(memo.Author, MemoWords.Date(memo));
        yield return new MemoPart.Notes(memo.Citations);

        yield return new MemoPart.Annex(1, words.AnnexTitle(1));
        if (memo.Clauses.Count == 0) yield return new MemoPart.Paragraph(words.NothingCited);
        foreach (var clause in memo.Clauses) yield return new MemoPart.Clause(clause.Address, Lines(clause.Text));

        yield return new MemoPart.Annex(2, words.AnnexTitle(2));
        yield return new MemoPart.Paragraph(words.HowToCheck);
        if (memo.Citations.Count > 0) yield return new MemoPart.Table(words.Files, [words.File, "SHA-256"], MemoProvenance.Files(memo));
        yield return new MemoPart.Table(words.Answers, [words.Question, words.MadeBy, words.AnsweredAt], MemoProvenance.Answers(memo, words, zone));
    }

    /// <summary>
    /// A section's sentences as paragraphs. Extracts from different places stand one below the other; sentences from one place, and all that a
    /// model wrote, run on. A note covers the sentences before it back to the last one, as in legal writing.
    /// </summary>
    private static IEnumerable<IReadOnlyList<PlacedStatement>> Paragraphs(MemoSection section, Dictionary<int, MemoCitation> byNumber)
    {
        var paragraph = new List<PlacedStatement>();
        for (var i = 0; i < section.Statements.Count; i++)
        {
            var statement = section.Statements[i];
            var runsOn = i + 1 < section.Statements.Count && statement.Citations.SequenceEqual(section.Statements[i + 1].Citations);
            // A doubt is told where it belongs, so its note is too.
            var marks = runsOn && statement is { Supported: true, IsEdited: false } ? [] : statement.Citations.Where(byNumber.ContainsKey).Select(number => byNumber[number]);
            paragraph.Add(new(statement, [.. marks]));
            if (runsOn || section.Mode == AnswerMode.Generative) continue;
            yield return paragraph;
            paragraph = [];
        }
        if (paragraph.Count > 0) yield return paragraph;
    }

    private static string SectionNumber(int number, bool english) => english ? $"{number}. " : $"{ChineseNumeral.Format(number)}、";

    private static string[] Lines(string text) =>
        text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
