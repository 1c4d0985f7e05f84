using Assistant.Corpus.Text;
using Assistant.Indexing.Lexical;

namespace Assistant.Retrieval.Questions;

/// <summary>Where passages say what was searched for, and how much of it.</summary>
public static class TermMatches
{
    /// <summary>The places of the terms in a text, in order; neighbours and overlaps are one place. A single Han character is no place: it stands everywhere.</summary>
    public static IReadOnlyList<TextSpan> In(string text, IReadOnlyList<QuestionTerm> terms)
    {
        var folded = Folded(text);
        var met = new bool[text.Length];
        foreach (var term in terms)
        {
            if (term.Text.Length < 2) continue;
            for (var at = Next(folded, term.Text, 0); at >= 0; at = Next(folded, term.Text, at + 1)) met.AsSpan(at, term.Text.Length).Fill(true);
        }
        var places = new List<TextSpan>();
        for (var i = 0; i < met.Length; i++)
        {
            if (!met[i]) continue;
            var start = i;
            while (i < met.Length && met[i]) i++;
            places.Add(new TextSpan(start, i));
        }
        return places;
    }

    /// <summary>The largest share of the question, by the rarity of its terms, that one passage says, its document's title included; 1 for a question without terms.</summary>
    public static double BestShare(IEnumerable<RetrievedPassage> passages, IReadOnlyList<QuestionTerm> terms)
    {
        // An English word is said where any of its translations is.
        var words = terms.GroupBy(term => term.TranslationOf ?? term.Text, StringComparer.Ordinal).Select(word => (Alternatives: word.ToList(), Weight: word.Max(term => term.Idf))).ToList();
        var whole = words.Sum(word => word.Weight);
        if (whole <= 0) return 1;
        return passages.Select(passage => Folded($"{passage.DocumentTitle}\n{passage.Text}"))
            .Select(text => words.Where(word => word.Alternatives.Exists(term => Next(text, term.Text, 0) >= 0)).Sum(word => word.Weight) / whole)
            .DefaultIfEmpty(0).Max();
    }

    /// <summary>Where the term stands from there on; a Latin word only as a whole. Negative where it does not.</summary>
    private static int Next(string folded, string term, int from)
    {
        for (var at = from; (at = folded.IndexOf(term, at, StringComparison.Ordinal)) >= 0; at++)
        {
            if (!char.IsAsciiLetterOrDigit(term[0])) return at;
            var end = at + term.Length;
            if ((at == 0 || !char.IsAsciiLetterOrDigit(folded[at - 1])) && (end == folded.Length || !char.IsAsciiLetterOrDigit(folded[end]))) return at;
        }
        return -1;
    }

    private static string Folded(string text) => string.Create(text.Length, text, static (folded, source) =>
    {
        for (var i = 0; i < folded.Length; i++) folded[i] = ChineseTokenizer.Fold(source[i]);
    });
}
