namespace Assistant.Evaluation;

/// <summary>Collects what was measured of each question, and makes the report of it.</summary>
internal sealed class EvaluationTally
{
    private readonly List<RetrievalMetrics> _retrieval = [];
    private readonly List<AnswerMetrics> _answers = [];
    private readonly List<bool> _verbatim = [];
    private readonly List<bool> _refused = [];
    private readonly List<Miss> _misses = [];
    private readonly SortedDictionary<string, List<double>> _byStyle = new(StringComparer.Ordinal);

    public List<double> SearchMs { get; } = [];

    public List<double> AskMs { get; } = [];

    public List<string> Errors { get; } = [];

    public void Add(EvaluationQuestion question, RetrievalMetrics metrics)
    {
        _retrieval.Add(metrics);
        if (!_byStyle.TryGetValue(question.Style, out var style)) _byStyle[question.Style] = style = [];
        style.Add(metrics.Recall[5]);
        if (metrics.Recall[5] < 1) Missed(question, "miss@5");
    }

    public void Add(EvaluationQuestion question, AnswerMetrics metrics)
    {
        _answers.Add(metrics);
        if (!metrics.Answered) Missed(question, "not answered");
        else if (metrics.GoldCited < 1) Missed(question, "not cited");
        if (metrics.LabelsRight.Contains(false)) Missed(question, "wrong label");
    }

    public void AddVerbatim(EvaluationQuestion question, bool isVerbatim)
    {
        _verbatim.Add(isVerbatim);
        if (!isVerbatim) Missed(question, "not verbatim");
    }

    public void AddRefused(EvaluationQuestion question, bool isRefused)
    {
        _refused.Add(isRefused);
        if (!isRefused) Missed(question, "not refused");
    }

    public EvaluationReport Report(int questions) => new(
        questions,
        [
            .. RetrievalMetrics.Ranks.Select(rank => new Figure($"recall@{rank}", Mean(_retrieval.Select(one => one.Recall[rank])))),
            new("mrr", Mean(_retrieval.Select(one => one.ReciprocalRank))),
            .. RetrievalMetrics.Budgets.Select(size => new Figure($"recall in {size} chars", Mean(_retrieval.Select(one => one.WithinCharacters[size])))),
            new("facts in answer", Mean(_answers.Select(one => one.Facts))),
            new("gold cited", Mean(_answers.Select(one => one.GoldCited))),
            new("citation precision", Mean(_answers.Select(one => one.Precision))),
            new("clause label right", Mean(_answers.SelectMany(one => one.LabelsRight))),
            new("answer chars", Mean(_answers.Select(one => (double)one.Characters))),
            new("quotes verbatim", Mean(_verbatim)),
            new("unanswerable refused", Mean(_refused)),
            new("answerable answered", Mean(_answers.Select(one => one.Answered))),
        ],
        Percentiles(SearchMs),
        Percentiles(AskMs),
        [.. _byStyle.Select(style => new Figure(style.Key, Mean(style.Value)))],
        _misses,
        Errors);

    private void Missed(EvaluationQuestion question, string what) => _misses.Add(new Miss(question.Id, question.Style, question.Question, what));

    private static double? Mean(IEnumerable<bool> values) => Mean(values.Select(value => value ? 1.0 : 0.0));

    private static double? Mean(IEnumerable<double> values)
    {
        var all = values.ToList();
        return all.Count == 0 ? null : Math.Round(all.Average(), 4);
    }

    private static double[]? Percentiles(List<double> values) => values.Count == 0 ? null : [Math.Round(Latency.Percentile(values, .5), 1), Math.Round(Latency.Percentile(values, .95), 1)];
}
