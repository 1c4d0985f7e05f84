using Assistant.Answering;
using Assistant.Answering.Citations;

namespace Assistant.Evaluation;

/// <summary>How good the answer to one answerable question is. Definitions as in the evaluate.py that question sets were made with.</summary>
/// <param name="Facts">Share of the facts in the first 800 characters.</param>
/// <param name="GoldCited">Share of the gold quotes that a citation touches.</param>
/// <param name="Precision">Share of the citations that touch a gold quote; 0 without citations.</param>
/// <param name="LabelsRight">For each gold quote with a clause that a citation touches: whether one of those names the clause.</param>
public sealed record AnswerMetrics(bool Answered, int Characters, double Facts, double GoldCited, double Precision, IReadOnlyList<bool> LabelsRight)
{
    /// <summary>What is read first counts.</summary>
    private const int ReadFirst = 800;

    public static AnswerMetrics Of(EvaluationQuestion question, Answer answer)
    {
        var gold = question.Gold.Select(passage => MeasuredText.Squeeze(passage.Quote)).ToList();
        var also = (question.Also ?? []).Select(passage => MeasuredText.Squeeze(passage.Quote)).ToList();
        var cited = answer.Citations.Select(citation => (Citation: citation, Quote: MeasuredText.Squeeze(citation.Quote))).ToList();
        List<string> good = [.. gold, .. also];
        var body = MeasuredText.Squeeze(answer.Text);
        var read = body[..Math.Min(body.Length, ReadFirst)];

        var labels = new List<bool>();
        foreach (var (passage, quote) in question.Gold.Zip(gold))
        {
            if (passage.Clause.Length == 0) continue;
            var near = cited.Where(one => MeasuredText.Touches(quote, one.Quote)).Select(one => one.Citation).ToList();
            if (near.Count > 0) labels.Add(near.Exists(citation => Names(citation, passage.Clause)));
        }
        return new AnswerMetrics(
            answer.Grounded,
            body.Length,
            question.Facts.Count == 0 ? 1 : question.Facts.Average(fact => read.Contains(MeasuredText.Squeeze(fact), StringComparison.Ordinal) ? 1.0 : 0.0),
            gold.Average(quote => cited.Exists(one => also.Prepend(quote).Any(good => MeasuredText.Touches(good, one.Quote))) ? 1.0 : 0.0),
            cited.Count == 0 ? 0 : cited.Average(one => good.Exists(quote => MeasuredText.Touches(quote, one.Quote)) ? 1.0 : 0.0),
            labels);
    }

    private static bool Names(Citation citation, string clause)
    {
        var last = MeasuredText.Label(clause.Split('/')[^1]);
        return MeasuredText.Label(citation.Clause).Contains(last, StringComparison.Ordinal) || citation.Path.Any(label => string.Equals(MeasuredText.Label(label), last, StringComparison.Ordinal));
    }
}
