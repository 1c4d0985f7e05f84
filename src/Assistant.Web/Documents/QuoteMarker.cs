using Assistant.Corpus;

namespace Assistant.Web.Documents;

/// <summary>Finds the words of a source span in the reading text of a clause, where lines are joined and artefacts left out.</summary>
public static class QuoteMarker
{
    /// <summary>How far a mark that the reading text leaves out (Markdown, list bullets) is searched for its next letter.</summary>
    private const int Reach = 64;

    /// <returns>The range of <see cref="Clause.Lead"/> that stands in <paramref name="quote"/>; null where none of it does.</returns>
    public static TextSpan? InLead(SourceFile file, Clause clause, TextSpan quote)
    {
        if (!clause.LeadSpan.Overlaps(quote)) return null;
        var letters = Letters(file, clause, quote);
        int? first = null;
        var last = 0;
        var at = 0;
        for (var i = 0; i < clause.Lead.Length; i++)
        {
            var letter = clause.Lead[i];
            if (char.IsWhiteSpace(letter)) continue;
            var found = letters.FindIndex(at, Math.Min(Reach, letters.Count - at), candidate => candidate.Letter == letter);
            if (found < 0) continue;
            at = found + 1;
            if (!letters[found].Quoted) continue;
            first ??= i;
            last = i + 1;
        }
        return first is { } start ? new TextSpan(start, last) : null;
    }

    /// <summary>The letters of the lead in the source, white space and artefacts left out, each with whether the quote holds it.</summary>
    private static List<(char Letter, bool Quoted)> Letters(SourceFile file, Clause clause, TextSpan quote)
    {
        var letters = new List<(char, bool)>();
        var at = clause.LeadSpan.Start;
        foreach (var artefact in clause.Artefacts.Where(artefact => artefact.Overlaps(clause.LeadSpan)))
        {
            Add(new TextSpan(at, artefact.Start));
            at = artefact.End;
        }
        Add(new TextSpan(at, clause.LeadSpan.End));
        return letters;

        void Add(TextSpan span)
        {
            var start = Math.Clamp(quote.Start, span.Start, Math.Max(span.Start, span.End));
            var end = Math.Clamp(quote.End, start, Math.Max(start, span.End));
            AddPart(new TextSpan(span.Start, start), quoted: false);
            AddPart(new TextSpan(start, end), quoted: true);
            AddPart(new TextSpan(end, span.End), quoted: false);
        }

        void AddPart(TextSpan span, bool quoted)
        {
            if (span.IsEmpty) return;
            foreach (var letter in SourceText.Read(file, span))
                if (!char.IsWhiteSpace(letter)) letters.Add((letter, quoted));
        }
    }
}
