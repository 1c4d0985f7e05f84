namespace Assistant.Evaluation;

/// <summary>
/// How well the passages of one question hold its gold quotes. Judged by text, so any way of cutting passages is judged alike.
/// Definitions as in the evaluate.py that question sets were made with.
/// </summary>
/// <param name="Recall">Share of the gold quotes found in the first k passages, by k.</param>
/// <param name="WithinCharacters">The same in the first n characters of the passages, by n: what fits a prompt.</param>
/// <param name="ReciprocalRank">1 over the rank of the first passage that holds a gold quote; 0 without one.</param>
public sealed record RetrievalMetrics(IReadOnlyDictionary<int, double> Recall, IReadOnlyDictionary<int, double> WithinCharacters, double ReciprocalRank)
{
    public static IReadOnlyList<int> Ranks { get; } = [1, 3, 5, 10];

    public static IReadOnlyList<int> Budgets { get; } = [2000, 4000];

    /// <param name="question">Has gold quotes.</param>
    /// <param name="passages">Texts, best first.</param>
    public static RetrievalMetrics Of(EvaluationQuestion question, IReadOnlyList<string> passages)
    {
        var gold = question.Gold.Select(passage => MeasuredText.Squeeze(passage.Quote)).ToList();
        var also = (question.Also ?? []).Select(passage => MeasuredText.Squeeze(passage.Quote)).ToList();
        var texts = passages.Select(MeasuredText.Squeeze).ToList();

        bool Hit(string quote, string text) => MeasuredText.IsFound(quote, text) || also.Exists(other => MeasuredText.IsFound(other, text));
        double Share(IReadOnlyCollection<string> within) => gold.Average(quote => within.Any(text => Hit(quote, text)) ? 1.0 : 0.0);

        var first = texts.FindIndex(text => gold.Exists(quote => Hit(quote, text)));
        return new RetrievalMetrics(
            Ranks.ToDictionary(rank => rank, rank => Share([.. texts.Take(rank)])),
            Budgets.ToDictionary(size => size, size => Share(Within(texts, size))),
            first < 0 ? 0 : 1.0 / (first + 1));
    }

    private static List<string> Within(List<string> texts, int size)
    {
        var joined = new List<string>();
        var used = 0;
        foreach (var text in texts)
        {
            joined.Add(text[..Math.Min(text.Length, size - used)]);
            used += joined[^1].Length;
            if (used >= size) break;
        }
        return joined;
    }
}
