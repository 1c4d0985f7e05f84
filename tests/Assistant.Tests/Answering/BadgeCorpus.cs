using Assistant.Answering;

namespace Assistant.Tests.Answering;

/// <summary>Rules that say a thing and take it back, leave it to another clause, ask before they tell. Written for these tests.</summary>
public sealed class BadgeCorpus : IAsyncLifetime
{
    private const string Stalls =
        """
        清河县夜市摊位管理办法

        第一条 为规范夜市摊位管理，制定本办法。

        第二条 通常情况下，摊主转让摊位有利于盘活场地。但是，摊主以高于原价的价格转让摊位的，可能构成倒卖摊位。

        第三条 摊位使用期为三年。
        前款规定的摊位使用期届满后，可以再延长二年。

        第四条 摊主未公示价目表的，处一百元以上五百元以下罚款，对其中的市场开办者，依照本办法第六条第一款的规定处罚。

        第五条 摊位费由县城市管理局收取，一类摊位每月三百元，二类摊位每月二百元。摊位等级的评定标准另行公布。

        第六条 市场开办者未登记摊主信息的，处二千元以上一万元以下罚款。
        市场开办者应当每季度检查一次消防设施。

        第七条 有下列情形之一的，收回摊位：
        （一）连续三十日未经营的；
        （二）经营下列物品的：
        1.烟花爆竹；
        2.散装白酒。

        第八条 本办法自2025年5月1日起施行，有效期三年。《清河县早市摊位管理规定》同时废止。
        """;

    private const string Morning =
        """
        清河县早市摊位管理规定

        第一条 为方便居民买菜，制定本规定。

        第二条 早市摊位每日收取清洁费五元。

        第三条 本规定自2018年3月1日起施行。
        """;

    private const string Questions =
        """
        清河县图书馆借阅服务问答

        清河县文化和旅游局　2025年3月2日

        问：图书借阅押金是多少？

        答：成人每人一百元，儿童免收。退证时全额退还。

        问：借书逾期怎么办？

        答：每册每日收取一角滞纳金，最高不超过书价。
        """;

    private IndexedCorpus _corpus = null!;

    public async Task InitializeAsync() =>
        _corpus = await IndexedCorpus.CreateAsync(("夜市.txt", Stalls), ("早市.txt", Morning), ("图书馆.txt", Questions));

    public async Task DisposeAsync() => await _corpus.DisposeAsync();

    public Task<Answer> AskAsync(string question) => _corpus.AskAsync(question);
}
