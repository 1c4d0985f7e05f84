using Assistant.Answering;
using Assistant.Answering.Citations;
using Assistant.Evaluation;

namespace Assistant.Tests.Evaluation;

public sealed class MetricsTests
{
    private const string First = "登记证有效期为两年期满前一个月续期";
    private const string Second = "逾期不续期的处二百元以上五百元以下罚款";

    private static readonly EvaluationQuestion Question = new(
        "Q", "?", "direct", true,
        [new("a.txt", "规定", "第三条", First), new("a.txt", "规定", "第五条/（一）", Second)], ["两年", "二百元"]);

    [Fact]
    public void Recall_counts_the_gold_quotes_found_so_far()
    {
        var metrics = RetrievalMetrics.Of(Question, ["无关的一段", "第三条 " + First, "又一段", Second + "。"]);

        Assert.Equal([0, 0.5, 1, 1], RetrievalMetrics.Ranks.Select(rank => metrics.Recall[rank]));
        Assert.Equal(0.5, metrics.ReciprocalRank);
    }

    [Fact]
    public void A_budget_cuts_the_passage_that_crosses_it()
    {
        var padding = new string('无', 1990);

        Assert.Equal(0.5, RetrievalMetrics.Of(Question, [First, padding + Second]).WithinCharacters[2000]);
        Assert.Equal(1, RetrievalMetrics.Of(Question, [First, padding + Second]).WithinCharacters[4000]);
    }

    [Fact]
    public void Another_passage_that_answers_as_well_counts()
    {
        var question = Question with { Also = [new("b.txt", "解读", "", "证件两年内有效期满之前办理续期手续")] };

        Assert.Equal(1, RetrievalMetrics.Of(question, ["证件两年内有效期满之前办理续期手续"]).Recall[1]);
    }

    [Fact]
    public void An_answer_is_judged_by_its_facts_citations_and_labels()
    {
        var metrics = AnswerMetrics.Of(Question, Answer("有效期为两年[1]。也可以不续[2]。", Cited(First, "第三条", "第三条"), Cited("全市养犬总数为一万二千只左右", "第九条", "第九条")));

        Assert.Equal(0.5, metrics.Facts);
        Assert.Equal(0.5, metrics.GoldCited);
        Assert.Equal(0.5, metrics.Precision);
        Assert.Equal([true], metrics.LabelsRight);
    }

    [Theory]
    [InlineData("第五条（一）", true)]
    [InlineData("第五条(一)", true)]
    [InlineData("第五条", false)]
    [InlineData("第五条（二）", false)]
    public void The_last_label_decides(string clause, bool right) =>
        Assert.Equal([right], AnswerMetrics.Of(Question, Answer("罚款[1]。", Cited(Second, clause, "第五条"))).LabelsRight);

    [Fact]
    public void Facts_after_the_first_800_characters_are_not_read() =>
        Assert.Equal(0, AnswerMetrics.Of(Question, Answer(new string('空', 800) + "两年，二百元。")).Facts);

    [Fact]
    public void An_answer_without_citations_has_no_precision() => Assert.Equal(0, AnswerMetrics.Of(Question, Answer("不知道。")).Precision);

    private static Citation Cited(string quote, string clause, params string[] path) => new(1, "d", "规定", "c", clause, path, "a.txt", 0, quote.Length, null, quote);

    private static Answer Answer(string text, params Citation[] citations) => new(
        "c", "a", "?", null, text, true, AnswerSupport.Answered, null, AnswerMode.Extractive, null, citations, [], [], [], [], DateTimeOffset.UnixEpoch, 0);
}
