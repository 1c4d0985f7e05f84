namespace Assistant.Corpus.Terms;

/// <summary>How the names of bodies end; alternatives of a regular expression.</summary>
public static class BodyNouns
{
    /// <summary>Ends of the names that documents are signed with, and names that end like nothing else.</summary>
    public const string Issuers =
        "部|委员会|委|局|厅|办公室|办|国务院|政务院|署|总署|银行|人民银行|证监会|联合会|总工会|协会|学会|中心|法院|检察院|人民政府|政府|党委|常委会|代表大会|军委|总部|集团|公司|司|处|科学院|工程院|研究院|全国人大|科协|共青团中央|全国妇联|中央|管委会|交易所|海关|办事处|指挥部|领导小组|联席会议";

    /// <summary>Whom documents are addressed to besides, many at a time.</summary>
    public const string Addressees = Issuers + "|部门|单位|各?[省市县区]|企业|机构|学校|高校|大学|学院|组织|委员|代表|部队|兵团|所|会";
}
