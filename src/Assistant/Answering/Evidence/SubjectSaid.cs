using Assistant.Answering.Asking;

namespace Assistant.Answering.Evidence;

/// <summary>How much of a question's subject the finds so far speak of: a further one that speaks of less of it, and of nothing new, is about something else.</summary>
internal sealed class SubjectSaid(QuestionReading question)
{
    /// <summary>Of the subject's characters; from here on the first find is about all of it.</summary>
    private const double All = 0.85;

    /// <summary>Of the subject's characters, fewer than in the first find.</summary>
    private const double Less = 0.1;

    /// <summary>Of the first find's belief; what is believed in as much may be the answer in other words.</summary>
    private const double Doubted = 0.3;

    private readonly IReadOnlyList<string> _pieces = question.IsEnglish ? [] : QuestionPhrases.Subject(question.Folded);

    private string _said = "";

    private double _first = -1;

    private double _belief;

    public bool IsSaidBetter(RankedSentence further)
    {
        // Of two things asked the second has words of its own.
        if (_pieces.Count == 0 || question.Compares || question.Asked.Count(asked => !AskedForms.Of(asked.Kind).IsOpen) > 1) return false;
        var text = TextOf(further.Sentence.Folded, further.Sentence.Place);
        if (SubjectCoverage.Of(_pieces, text) >= _first - Less) return false;
        return _first >= All || (further.Value < Doubted * _belief && SubjectCoverage.Of(_pieces, _said + text) <= SubjectCoverage.Of(_pieces, _said));
    }

    public void Add(RankedSentence best, IReadOnlyList<EvidenceBlock> added)
    {
        _said += string.Concat(added.Select(block => TextOf(string.Concat(block.Folded), block.Place)));
        if (_first >= 0) return;
        (_first, _belief) = (SubjectCoverage.Of(_pieces, _said), best.Value);
    }

    private static string TextOf(string sentences, EvidencePlace place) => $"{sentences}\n{place.Context}\n{place.FoldedLeadIn}\n{place.Title}\n";
}
