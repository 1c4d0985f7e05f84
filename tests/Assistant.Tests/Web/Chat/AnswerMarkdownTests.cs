using Assistant.Answering;
using Assistant.Answering.Citations;
using Assistant.Answering.Composition;
using Assistant.Answering.Questions;
using Assistant.Tests.Answering;
using Assistant.Tests.LanguageModels;
using Assistant.Web;
using Assistant.Web.Chat.Answers;

namespace Assistant.Tests.Web.Chat;

/// <summary>An answer's Markdown as the page shows it.</summary>
public sealed class AnswerMarkdownTests
{
    private static readonly Statement Borne = new("甲方应当在十日内答复。", [1], true, null);
    private static readonly Statement Doubtful = new("乙方 [1] <b>须缴费</b>。", [], false, "条文没有说缴费");

    [Theory]
    [InlineData(AnswerLanguage.Chinese)]
    [InlineData(AnswerLanguage.English)]
    public void A_marked_sentence_is_found_in_the_text_and_set_apart(AnswerLanguage language)
    {
        var html = Html($"甲方应当在十日内答复。[1]{UnsupportedMark.Of(Doubtful.Text, Doubtful.Reason, language)}", Borne, Doubtful);
        Assert.Contains("""<span class="words">乙方 [1] &lt;b&gt;须缴费&lt;/b&gt;。</span><span class="why">条文没有说缴费</span></span></p>""", html, StringComparison.Ordinal);
        Assert.DoesNotContain("未获条文支持：", html, StringComparison.Ordinal);
        Assert.Single(html.Split("class=\"marker\"").Skip(1));
    }

    [Fact]
    public void A_sentence_that_was_left_out_stands_behind_the_one_it_followed()
    {
        var html = Html("甲方应当在十日内答复。[1]\n\n丙方可以申请复议。[1]", Borne, Doubtful, new Statement("丙方可以申请复议。", [1], true, null));
        Assert.Matches("答复。.*marker.*</a><span class=\"unsupported\">.*</span></p>\\s*<p>丙方", html);
    }

    [Fact]
    public void One_that_stood_first_or_alone_is_a_paragraph_that_goes_as_a_whole()
    {
        Assert.StartsWith("<p class=\"alone\"><span class=\"unsupported\">", Html("甲方应当在十日内答复。[1]", Doubtful, Borne), StringComparison.Ordinal);
        Assert.Contains("<li class=\"alone\">", Html($"- 甲方应当在十日内答复。[1]\n- {UnsupportedMark.Of(Doubtful.Text, Doubtful.Reason, AnswerLanguage.Chinese)}", Borne, Doubtful), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_sentence_twice_is_found_twice()
    {
        var mark = UnsupportedMark.Of(Doubtful.Text, Doubtful.Reason, AnswerLanguage.Chinese);
        var html = Html($"{mark}甲方应当在十日内答复。[1]{mark}", Doubtful, Borne, Doubtful);
        Assert.Equal(2, html.Split("class=\"unsupported\"").Length - 1);
        Assert.Equal(2, html.Split("须缴费").Length - 1);
    }

    [Fact]
    public void The_characters_that_carry_our_marks_mean_nothing_from_outside()
    {
        var html = Html("甲方\uE0021\uE003应当\uE004在\uE0001\uE001十日内答复。[1]", Borne with { Text = "没有这句" }, Doubtful);
        Assert.Equal(1, html.Split("class=\"unsupported\"").Length - 1);
        Assert.Equal(1, html.Split("class=\"marker\"").Length - 1);
        Assert.DoesNotContain(html, letter => letter is >= '\uE000' and <= '\uE004');
    }

    /// <summary>Glyphs of a PDF's own font, or a model that means harm: a page that failed on them would fail for ever.</summary>
    [Fact]
    public async Task A_reply_of_a_model_that_holds_them_is_shown()
    {
        await using var model = await StandInModel.StartAsync();
        await using var application = new ModelApplication(model.Endpoint, "private-use");
        await application.IngestAsync(("节水.txt", SampleRegulation.Text));
        var answer = await application.Answering.AnswerAsync(new AskRequest(SampleRegulation.Question), CancellationToken.None);
        Assert.Contains(answer.Statements, statement => !statement.Supported && statement.Text.Contains('\uE002', StringComparison.Ordinal));

        var html = AnswerMarkdown.ToHtml(answer, Words.Chinese);

        Assert.Equal(1, html.Split("class=\"unsupported\"").Length - 1);
        Assert.Equal(1, html.Split("火星管理局").Length - 1 - (answer.Statements.Count(statement => statement.Reason?.Contains("火星管理局", StringComparison.Ordinal) == true)));
        Assert.DoesNotContain(html, letter => letter is >= '\uE000' and <= '\uE004');
    }

    private static string Html(string text, params Statement[] statements) => AnswerMarkdown.ToHtml(
        new Answer(
            "c", "a", "问", null, text, true, AnswerSupport.Answered, null, AnswerMode.Generative, "m",
            [new Citation(1, "d", "办法", "d/1", "第一条", ["第一条"], "a.txt", 0, 10, null, "甲方应当在十日内答复。")], statements, [], [], [], DateTimeOffset.UnixEpoch, 1),
        Words.Chinese);
}
