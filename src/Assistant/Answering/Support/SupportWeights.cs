namespace Assistant.Answering.Support;

/// <summary>A logistic over <see cref="SupportFeatures"/>.</summary>
/// <remarks>How it was fitted, and its curve on folds, stands in this folder's README.</remarks>
public static class SupportWeights
{
    /// <summary>Below this the corpus is said not to answer.</summary>
    public const double NotFoundBelow = 0.25;

    /// <summary>Below this the answer is said to be weakly supported.</summary>
    public const double WeakBelow = 0.53;

    /// <summary>Of <see cref="SupportFeatures.Held"/>: a question that shares one word with the clauses is refused below this, and answered weakly from it on.</summary>
    public const double SaidFrom = 0.75;

    /// <summary>Of <see cref="SupportFeatures.Coverage"/>: where the subject is not met either, less of the question's weight in sentences and headings together is chance.</summary>
    public const double LeastCoverage = 0.03;

    private const double Bias = -3.61;

    private const double Held = 4.72;

    private const double Near = 1.7;

    public static double Probability(SupportFeatures features) =>
        1 / (1 + Math.Exp(-(Bias + Held * features.Held + Near * features.Near)));
}
