namespace Assistant.Answering.Evidence;

/// <summary>How likely a sentence is to answer.</summary>
public static class EvidenceWeights
{
    private const double Bias = -4;

    private static readonly double[] Weights = [4, 2, 1, 1, 0.5, 1.5, 1, 0.3, 0.5, 0.5, 0, 0.3, 1, 0.5, 0.3, -1, -0.5, -0.5];

    public static double Probability(double[] features)
    {
        var sum = Bias;
        for (var i = 0; i < features.Length; i++) sum += Weights[i] * features[i];
        return 1 / (1 + Math.Exp(-sum));
    }
}
