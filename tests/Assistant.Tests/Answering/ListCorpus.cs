using Assistant.Answering;

namespace Assistant.Tests.Answering;

/// <summary>A measure made of lists, written for these tests.</summary>
public sealed class ListCorpus : IAsyncLifetime
{
    private const string Teachers =
        """
        清河县乡村教师住房补贴办法

        第一条 为改善乡村教师居住条件，制定本办法。

        第二条 住房补贴按照教师所在学校的距离分类发放，标准为：
        （一）甲类学校教师每月三百元；
        （二）乙类学校教师每月五百元；
        （三）丙类学校教师每月八百元；
        （四）丁类学校教师每月一千二百元。

        第三条 申请住房补贴应当提交下列材料：
        （一）申请表；
        （二）身份证明；
        （三）属于支教教师的，还应当提交：
        1.派出学校的证明；
        2.支教协议。

        第四条 骗取住房补贴的，由县教育局责令退回，三年内不得申请。

        第五条 学校未按时公示发放名单的，由县教育局给予通报批评。

        第六条 监督检查的方式：
        （一）查阅名单；
        （二）走访教师；
        （三）核对账目。

        第七条 监督检查的结果、方式和范围由县教育局确定，监督检查人员不得少于两人。监督检查中核对账目最长用时、周期最长间隔由县财政局、县审计局商定。

        第八条 发放名单公示期不得少于七日，不得超过十五日。

        第九条 本办法自2025年9月1日起施行。《清河县特岗教师交通补贴规定》同时废止。
        """;

    private const string Travel =
        """
        清河县特岗教师交通补贴规定

        第一条 为方便特岗教师往返学校，制定本规定。

        第二条 特岗教师交通补贴每月一百二十元，由县教育局发放。

        第三条 本规定自2019年3月1日起施行。
        """;

    private IndexedCorpus _corpus = null!;

    public async Task InitializeAsync() => _corpus = await IndexedCorpus.CreateAsync(("教师.txt", Teachers), ("交通.txt", Travel));

    public async Task DisposeAsync() => await _corpus.DisposeAsync();

    public Task<Answer> AskAsync(string question) => _corpus.AskAsync(question);
}
