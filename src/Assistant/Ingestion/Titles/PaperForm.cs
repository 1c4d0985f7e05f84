namespace Assistant.Ingestion.Titles;

/// <summary>Certificates and forms are printed in 《》 like documents, but nobody looks up a provision in them.</summary>
internal static class PaperForm
{
    private static readonly string[] Endings =
    [
        "证", "证书", "执照", "护照", "证明", "通知书", "决定书", "申请书", "申报书", "报告书", "证明书", "确认书", "告知书", "委托书", "承诺书", "许可书", "意见书", "登记表", "申请表", "审批表",
        "申报表", "汇总表", "报告表", "登记簿", "合同书",
    ];

    public static bool Is(string title)
    {
        foreach (var ending in Endings)
        {
            if (title.EndsWith(ending, StringComparison.Ordinal)) return true;
        }
        return false;
    }
}
