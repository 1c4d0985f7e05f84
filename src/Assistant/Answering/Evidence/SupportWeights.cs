namespace Assistant.Answering.Evidence;

/// <summary>A logistic over <see cref="SupportFeatures"/>.</summary>
public static class SupportWeights
{
    /// <summary>Below this the corpus is said not to answer.</summary>
    public const double NotFoundBelow = 0.0;

    /// <summary>Below this the answer is said to be weakly supported.</summary>
    public const double WeakBelow = 0.3;

    private const double Bias = 0;

    private static readonly double[] Weights = [3, 0, 1, 1, -0.5, -1, 0.5, 0.3, -0.5, 0.3, 0.3, 0, 0, 0];

    public static double Probability(double[] features)
    {
        var sum = Bias;
        for (var i = 0; i < features.Length; i++) sum += Weights[i] * features[i];
        return 1 / (1 + Math.Exp(-sum));
    }
}
