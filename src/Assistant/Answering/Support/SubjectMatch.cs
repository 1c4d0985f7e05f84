using Assistant.Answering.Asking;
using Assistant.Answering.Evidence;

namespace Assistant.Answering.Support;

/// <summary>How far the chosen sentences speak of what the question is about.</summary>
public enum SubjectMatch
{
    Met,

    /// <summary>They share next to nothing with the question, but it may say the same in other words.</summary>
    Doubtful,

    /// <summary>They share half of the question's characters and one word at most: 上班路上被车撞 and 上下班途中受到交通事故, or chance.</summary>
    HalfSaid,

    /// <summary>They share one word with the question, or none: about anything whatever something that near is found.</summary>
    ByChance,
}

/// <summary>
/// Weighs no term: a rare word proves as little as a frequent one when it stands alone. What tells an answer from a find by chance is how much of
/// the question stands together, in one sentence and what a reader knows when he comes to it (title, headings, lead-in).
/// </summary>
/// <remarks>The counts behind the limits stand in this folder's README.</remarks>
public static class SubjectMatcher
{
    /// <summary>Characters, in stretches of two and more; a word has two or three.</summary>
    private const int Least = 4;

    /// <summary>Of the weight of single characters: 捆在一起 and 打捆 have no stretch of two in common.</summary>
    private const double MostSingles = 0.7;

    /// <summary>From here on the question may be said in other words.</summary>
    private const double SomeSingles = 0.5;

    /// <summary>Characters of a stretch that needs no other beside it when it stands there whole.</summary>
    private const int WholeName = 3;

    /// <summary>Characters; a longer question tells a story, in words of its own.</summary>
    private const int LongestPlain = 12;

    /// <summary>Of the weight of an English question's words, whose translations are candidates only.</summary>
    private const double LeastTranslated = 0.2;

    private const double DoubtfulTranslated = 0.35;

    public static SubjectMatch Of(QuestionReading question, IReadOnlyList<EvidenceBlock> blocks)
    {
        var places = blocks.SelectMany(block => block.Folded.Select(sentence => sentence + "\n" + block.Place.Context + "\n" + block.Place.Title)).ToList();
        if (question.IsEnglish) return Translated(question, places);
        var pieces = QuestionPhrases.Subject(question.Folded);
        var length = pieces.Sum(piece => piece.Length);
        if (places.Exists(place => pieces.Sum(piece => SubjectCoverage.Shared(piece, place)) >= Math.Min(Least, length))) return SubjectMatch.Met;
        if (places.Exists(place => pieces.Any(piece => piece.Length >= WholeName && place.Contains(piece, StringComparison.Ordinal)))) return SubjectMatch.Met;
        var singles = question.TermGroups.Where(group => group.IsSingle && pieces.Any(piece => group.StandsIn(piece))).ToList();
        var share = places.Max(place => Share(singles, place));
        if (share >= MostSingles) return SubjectMatch.Met;
        return length > LongestPlain ? SubjectMatch.Doubtful : share >= SomeSingles ? SubjectMatch.HalfSaid : SubjectMatch.ByChance;
    }

    /// <summary>Whether one chosen sentence holds, with its headings, all the question is about, and the kind of thing it asks for.</summary>
    public static bool IsToldWhole(QuestionReading question, IReadOnlyList<EvidenceBlock> blocks)
    {
        if (question.IsEnglish || question.Asked.Count == 0) return false;
        var pieces = QuestionPhrases.Subject(question.Folded);
        var length = pieces.Sum(piece => piece.Length);
        // Any number whatever, the number of an item for one, is no count.
        return length >= Least && question.Asked.All(asked => asked is not { Kind: AskedKind.Count, Unit: null } && AskedForms.Of(asked.Kind).TellsOf(asked)
            && blocks.Any(block => block.Folded.Any(sentence => TypedEvidence.Find(asked, sentence).Count > 0 && pieces.Sum(piece => SubjectCoverage.Shared(piece, sentence + "\n" + block.Place.Context + "\n" + block.Place.Title)) >= length)));
    }

    private static SubjectMatch Translated(QuestionReading question, List<string> places) =>
        places.Max(place => Share(question.TermGroups, place)) switch
        {
            < LeastTranslated => SubjectMatch.ByChance,
            < DoubtfulTranslated => SubjectMatch.Doubtful,
            _ => SubjectMatch.Met,
        };

    private static double Share(IReadOnlyList<TermGroup> groups, string place)
    {
        double all = 1e-6, held = 0;
        foreach (var group in groups)
        {
            all += group.Idf;
            if (group.StandsIn(place)) held += group.Idf;
        }
        return held / all;
    }
}
