namespace Assistant.Evaluation;

internal static class Latency
{
    /// <summary>The value below which the share lies, by nearest rank; at least one value.</summary>
    public static double Percentile(IReadOnlyCollection<double> values, double share) =>
        values.Order().ElementAt(Math.Min(values.Count - 1, (int)(values.Count * share)));
}
