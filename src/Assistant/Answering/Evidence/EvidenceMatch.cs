using Assistant.Answering.Asking;
using Assistant.Answering.Support;

namespace Assistant.Answering.Evidence;

/// <summary>What a question and a sentence have in common, looked up once for all the <see cref="EvidenceFeatures"/>.</summary>
internal sealed record EvidenceMatch(QuestionReading Question, EvidenceSentence Sentence)
{
    /// <summary>So that a question without terms divides by something.</summary>
    private const double Least = 1e-6;

    /// <summary>The sentence, folded.</summary>
    public string Text => Sentence.Folded;

    /// <summary>Pairs of characters, and words. What the sentence lacks counts wherever else it stands.</summary>
    public Shares Words { get; private init; }

    /// <summary>Single characters, each counted where it stands first: in the sentence, above it, beside it.</summary>
    public Shares Characters { get; private init; }

    /// <summary>The share of the kinds asked that the sentence holds; 0 where none is asked.</summary>
    public double Kinds { get; private init; }

    /// <summary>How near one of them stands to what it was asked about; see <see cref="SupportFeatures.NearIn"/>.</summary>
    public double Near { get; private init; }

    public static EvidenceMatch Of(QuestionReading question, EvidenceSentence sentence)
    {
        var (kinds, near) = Asked(question, sentence.Folded);
        return new(question, sentence) { Words = WordsOf(question, sentence), Characters = CharactersOf(question, sentence), Kinds = kinds, Near = near };
    }

    private static Shares WordsOf(QuestionReading question, EvidenceSentence sentence)
    {
        double own = 0, above = 0, clause = 0, beside = 0, all = Least;
        foreach (var group in question.TermGroups)
        {
            if (group.IsSingle) continue;
            all += group.Idf;
            if (group.StandsIn(sentence.Folded))
            {
                own += group.Idf;
                continue;
            }
            if (group.StandsIn(sentence.Place.Context)) above += group.Idf;
            if (group.StandsIn(sentence.Place.Folded)) clause += group.Idf;
            if (group.StandsIn(sentence.Around)) beside += group.Idf;
        }
        return new(own / all, above / all, clause / all, beside / all);
    }

    private static Shares CharactersOf(QuestionReading question, EvidenceSentence sentence)
    {
        double own = 0, above = 0, beside = 0, all = Least;
        foreach (var group in question.TermGroups)
        {
            if (!group.IsSingle) continue;
            all += group.Idf;
            if (group.StandsIn(sentence.Folded)) own += group.Idf;
            else if (group.StandsIn(sentence.Place.Context)) above += group.Idf;
            else if (group.StandsIn(sentence.Around)) beside += group.Idf;
        }
        return new(own / all, above / all, 0, beside / all);
    }

    private static (double Kinds, double Near) Asked(QuestionReading question, string text)
    {
        if (question.Asked.Count == 0) return (0, 0);
        var held = question.Asked.Where(asked => TypedEvidence.Find(asked, text).Count > 0).ToList();
        return ((double)held.Count / question.Asked.Count, held.Select(asked => SupportFeatures.NearIn(question, asked, text)).DefaultIfEmpty(0).Max());
    }

    /// <summary>Shares of the question's weight (idf), 0 to 1.</summary>
    /// <param name="Own">In the sentence.</param>
    /// <param name="Above">Not there, but in the headings, lead-ins and title above it.</param>
    /// <param name="Clause">Not there, but in the clause's other sentences.</param>
    /// <param name="Beside">Not there, but in the sentence before or behind.</param>
    internal readonly record struct Shares(double Own, double Above, double Clause, double Beside);
}
