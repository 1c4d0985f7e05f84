namespace Assistant.Tests.Web;

/// <summary>Rules written for these tests; the second file holds what a page must never run.</summary>
internal static class SampleRules
{
    public const string Question = "申请公共自行车站点需要提交哪些材料？";

    public static (string Name, string Text)[] Files =>
    [
        ("bicycles.txt", """
            临江市公共自行车站点管理办法

            第一章 总则

            第一条 为了规范公共自行车站点的设置，方便市民出行，制定本办法。

            第二条 市交通运输局负责全市公共自行车站点的监督管理工作。

            第二章 申请

            第三条 申请公共自行车站点的，应当向市交通运输局提交下列材料：
            （一）站点设置申请书；
            （二）场地使用证明；
            （三）安全管理承诺书。

            第四条 市交通运输局应当自受理之日起十五个工作日内作出决定。

            第五条 本办法自2024年5月1日起施行。

            第三章 维护

            """ + string.Concat(Enumerable.Range(6, 60).Select(n => $"第{Chinese(n)}条 第{Chinese(n)}号站点的日常巡查由街道办事处安排，巡查情况记入台账，台账保存期限为{Chinese(n)}个月。\n\n"))),
        ("hostile.txt", """
            关于<script>alert('题')</script>灯光设施的通知

            一、路灯维修须知：<img src=x onerror="document.title='owned'"> 发现路灯损坏的，应当在二十四小时内报修。<script>window.owned=1</script>

            二、[点击这里](javascript:alert(1)) 查看路灯维修进度 ![图](http://example.com/x.png)。
            """),
    ];

    /// <summary>6 to 99, as articles are numbered: the document is longer than a screen.</summary>
    private static string Chinese(int number)
    {
        const string Digits = "零一二三四五六七八九";
        var (tens, ones) = (number / 10, number % 10);
        return (tens > 1 ? $"{Digits[tens]}" : "") + (tens > 0 ? "十" : "") + (ones > 0 ? $"{Digits[ones]}" : "");
    }
}
