using Assistant.Corpus;
using Assistant.Corpus.Text;

namespace Assistant.Web.Documents;

/// <summary>Finds the words of a source span in the reading text of a clause, where lines are joined and artefacts left out.</summary>
public static class QuoteMarker
{
    /// <returns>
    /// The range of <see cref="Clause.Lead"/> that stands in <paramref name="quote"/>, the whole lead where its words cannot be followed through the
    /// source; null where none of it stands there.
    /// </returns>
    public static TextSpan? InLead(SourceFile file, Clause clause, TextSpan quote)
    {
        if (!clause.LeadSpan.Overlaps(quote)) return null;
        int? first = null;
        var (at, last) = (0, 0);
        foreach (var place in SourceAlignment.Places(file, clause.LeadSpan, clause.Artefacts, clause.Lead))
        {
            if (!place.IsEmpty && place.Start >= quote.End) return Marked();
            if (!place.IsEmpty && quote.Contains(place))
            {
                first ??= at;
                last = at + 1;
            }
            at++;
        }
        return at < clause.Lead.Length ? new TextSpan(0, clause.Lead.Length) : Marked();

        TextSpan? Marked() => first is { } start ? new TextSpan(start, last) : null;
    }
}
