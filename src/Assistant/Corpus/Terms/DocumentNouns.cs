namespace Assistant.Corpus.Terms;

/// <summary>
/// The nouns that Chinese documents end their titles with and call themselves by, by kind; alternatives of a regular expression. The one list of them:
/// a noun added here is known to titles, kinds, references and effective dates alike.
/// </summary>
public static class DocumentNouns
{
    public const string Laws = "法|法典|宪法|修正案";

    public const string Treaties = "公约|协定|议定书|宣言";

    /// <summary>Texts in articles.</summary>
    public const string Rules = "条例|规定|办法|细则|规则|规程|章程|守则|通则|准则|解释|规范|规范条件|条件|决定|安排|解答";

    /// <summary>Texts in 一、（一）.</summary>
    public const string Plans = "方案|计划|规划|纲要|要点|措施|政策|指引|指南|导则|标准|预案|路线图|大纲";

    public const string Notices = "通知|公告|通告|通报|公报|意见|决议";

    public const string Letters = "函|复函|答复|批复";

    public const string Catalogues = "目录|清单|名单|名录|名册|榜单|一览表";

    /// <summary>What the press and offices make of documents: nothing that a provision calls itself.</summary>
    public const string Papers = "命令|报告|请示|倡议书?|须知|示范文本|申请书|汇总表|申报书|工作总结|答记者问|新闻发布会|实录|问答";

    /// <summary>All that a title ends with. Not 令: 中华人民共和国主席令 heads the document that it publishes.</summary>
    public const string Titles = Laws + "|" + Treaties + "|" + Rules + "|" + Plans + "|" + Notices + "|" + Letters + "|" + Catalogues + "|" + Papers;

    /// <summary>What a document calls itself: 本办法. 纪要, 制度 and 要求 are titles of parts, too, and end none for certain.</summary>
    public const string Self = Laws + "|" + Treaties + "|" + Rules + "|" + Plans + "|" + Notices + "|" + Letters + "|" + Catalogues + "|纪要|制度|要求";

    /// <summary>What stands before the noun in the name of a document by its purpose: 实施细则, 暂行办法.</summary>
    public const string Purposes = "实施|暂行|补充|管理";
}
