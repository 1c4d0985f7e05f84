using Assistant.Memos;

namespace Assistant.Tests.Memos;

public sealed class MemoComposerTests
{
    private const string Rotation = "储备粮实行均衡轮换，小麦的储存年限不超过四年，稻谷不超过三年。";
    private const string Price = "居民生活用水实行阶梯水价，第一级每立方米3.20元。";

    [Fact]
    public async Task Items_of_one_clause_are_given_once_in_the_annex()
    {
        using var fixture = await MemoFixture.CreateAsync();
        await fixture.WriteAsync("事项/通知.txt", "江岚市关于补贴的通知\n\n一、补贴标准\n\n（一）财政补贴。按照下列标准补贴：\n\n1.四层每部十八万元；\n\n2.六层每部二十二万元。\n");
        var memo = fixture.Composer.Compose(new("补贴", [fixture.Answer("多少？", "事项/通知.txt", "四层每部十八万元；", "六层每部二十二万元。")]));
        var whole = Assert.Single(memo.Clauses);
        Assert.Contains("十八万元", whole.Text, StringComparison.Ordinal);
        Assert.Contains("二十二万元", whole.Text, StringComparison.Ordinal);
        var written = System.Text.Encoding.UTF8.GetString(fixture.Write(memo, "md"));
        Assert.Matches(@"20\d\d-\d\d-\d\d \d\d:\d\d UTC\\?[+-]\d\d:\d\d", written);
        Assert.True(fixture.Verify(fixture.Write(memo, "docx")).Holds);
    }

    [Fact]
    public async Task The_annex_holds_the_whole_article_of_a_cited_item_once()
    {
        using var fixture = await MemoFixture.CreateAsync();
        var memo = fixture.Composer.Compose(new("要点", [fixture.Answer("罚什么？", MemoFixture.Grain, "擅自动用市级储备粮；", "虚报储备粮数量。")]));

        Assert.Equal(["第五条（一）", "第五条（二）"], memo.Citations.Select(cited => cited.Citation.Clause));
        var article = Assert.Single(memo.Clauses);
        Assert.Equal("《江岚市粮食储备管理办法》第五条", article.Address);
        Assert.StartsWith("第五条", article.Text, StringComparison.Ordinal);
        Assert.EndsWith("（二）虚报储备粮数量。", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edited_sentence_is_marked_and_checked_again()
    {
        using var fixture = await MemoFixture.CreateAsync();
        var memo = fixture.Composer.Compose(new("要点", [fixture.Answer("轮换和水价？", MemoFixture.Grain, Rotation)]));
        var answer = memo.Sections[0].AnswerId;

        var honest = fixture.Composer.Edit(memo, new(Sections: [new(answer, Statements: ["小麦的储存年限不超过四年。"])])).Sections[0].Statements[0];
        var wrong = fixture.Composer.Edit(memo, new(Sections: [new(answer, Statements: ["小麦的储存年限不超过六年。"])])).Sections[0].Statements[0];

        Assert.True(honest is { IsEdited: true, Supported: true });
        Assert.True(wrong is { IsEdited: true, Supported: false });
        Assert.NotEmpty(wrong.Reason!);
    }

    [Fact]
    public async Task Sections_change_places_and_citations_are_numbered_anew()
    {
        using var fixture = await MemoFixture.CreateAsync();
        var memo = fixture.Composer.Compose(new("要点", [
            fixture.Answer("轮换？", MemoFixture.Grain, Rotation), fixture.Answer("水价？", MemoFixture.Water, Price)]));

        var turned = fixture.Composer.Edit(memo, new(Title: "新题", Sections: [new(memo.Sections[1].AnswerId, "水价"), new(memo.Sections[0].AnswerId)]));
        var shorter = fixture.Composer.Edit(turned, new(Sections: [new(memo.Sections[0].AnswerId)]));

        Assert.Equal([Price, Rotation], turned.Citations.Select(cited => cited.Citation.Quote));
        Assert.Equal([1, 2], turned.Citations.Select(cited => cited.Number));
        Assert.Equal("水价", turned.Sections[0].Heading);
        Assert.Equal(Rotation, Assert.Single(shorter.Citations).Citation.Quote);
        fixture.Memos.Add(shorter);
        Assert.Equal(MemoRecord.Of(shorter).ToJson(), MemoRecord.Of(fixture.Memos.Find(memo.Id)!).ToJson());
    }

    [Fact]
    public async Task An_unknown_answer_and_an_empty_title_are_refused_in_a_sentence()
    {
        using var fixture = await MemoFixture.CreateAsync();

        Assert.Contains("nowhere", Assert.Throws<MemoException>(() => fixture.Composer.Compose(new("要点", ["nowhere"]))).Message, StringComparison.Ordinal);
        Assert.Throws<MemoException>(() => fixture.Composer.Compose(new("  ", [])));
    }

    [Fact]
    public async Task A_sentence_too_long_to_check_is_refused_and_its_place_is_named()
    {
        using var fixture = await MemoFixture.CreateAsync();
        var answer = fixture.Answer("轮换？", MemoFixture.Grain, Rotation);
        var memo = fixture.Composer.Compose(new("要点", [answer]));

        var refused = Assert.Throws<MemoException>(() => fixture.Composer.Edit(memo, new(Sections: [new(answer, Statements: [new string('粮', MemoComposer.MaxSentence + 1)])])));

        Assert.Contains("第 1 句", refused.Sentence.Chinese, StringComparison.Ordinal);
        Assert.Contains("Sentence 1 ", refused.Sentence.English, StringComparison.Ordinal);
        Assert.True(fixture.Composer.Edit(memo, new(Sections: [new(answer, Statements: [new string('粮', MemoComposer.MaxSentence)])])).Sections[0].Statements[0].IsEdited);
    }

    [Fact]
    public async Task The_line_ends_of_a_form_are_no_edit()
    {
        using var fixture = await MemoFixture.CreateAsync();
        var answer = fixture.Answer("罚什么？", MemoFixture.Grain, "擅自动用市级储备粮；\n\n（二）虚报储备粮数量。");
        var memo = fixture.Composer.Compose(new("要点", [answer]));

        var held = memo.Sections[0].Statements[0];
        var kept = fixture.Composer.Edit(memo, new(Sections: [new(answer, Statements: [held.Text.ReplaceLineEndings("\r\n")])])).Sections[0].Statements[0];
        Assert.Contains('\n', held.Text);
        Assert.Equal((held.Text, false), (kept.Text, kept.IsEdited));
    }
}
