using System.Text.RegularExpressions;
using Assistant.Corpus.Labels;
using Assistant.Corpus.Terms;
using Assistant.Ingestion.Metadata;

namespace Assistant.Ingestion.Titles;

/// <summary>Lines that stand at the head or the foot of a document and are none of its provisions.</summary>
internal static partial class DocumentMarks
{
    /// <summary>各省、自治区、直辖市人民政府：</summary>
    public static bool IsAddressee(string line) =>
        line.Length is > 2 and < 500 && line[^1] is '：' or ':' && ClauseLabel.Read(line) is null
        && (IssuerNames.OfLine(line[..^1]).Count > 0 || (Addressee().IsMatch(line) && !Announces().IsMatch(line)));

    /// <summary>（2007年1月31日国务院第167次常务会议通过）, or the same without brackets under the title of a law.</summary>
    public static bool IsHistory(string line) => line.Length < 1500 && History().IsMatch(line);

    /// <summary>（此件公开发布）, 抄送：…: said about the document. 特此公告 is no such note, the document itself says it.</summary>
    public static bool IsNote(string line) => line.Length < 200 && Note().IsMatch(line);

    /// <summary>说明： or 注： below a table or list.</summary>
    public static bool StartsNotes(string line) => Notes().IsMatch(line);

    /// <summary>总理 李强; 主任：某某.</summary>
    public static bool IsSigner(string line) => line.Length < 30 && Signer().IsMatch(line);

    /// <summary>附件, 附件2 or 附： alone on its line.</summary>
    public static bool IsAnnexMark(string line) => line.Length < 12 && AnnexMark().IsMatch(line);

    /// <summary>附件：1. 申报书 and the like: the list of what is enclosed.</summary>
    public static bool StartsAnnexList(string line) => line.Length < 200 && AnnexList().IsMatch(line);

    /// <summary>The title that 《…》全文如下 hands over to; null for any other sentence.</summary>
    public static string? LeadIn(string line)
    {
        var match = line.Length < 150 ? HandsOver().Match(line) : Match.Empty;
        return match.Success ? match.Groups[1].Value : null;
    }

    [GeneratedRegex(@"^(?:各|有关|国务院|中央|省|全国|驻|本|[\u4e00-\u9fff]{2,4}(?:委员|代表|同志|先生|女士)[：:]$)|(?:" + BodyNouns.Addressees + @")(?:[（(][^（）()]{1,40}[）)])?[：:]$")]
    private static partial Regex Addressee();

    [GeneratedRegex(@"(?:如下|以下|包括|有(?!关)|为|是|下列|事项|应当|按照)[^，、]{0,12}[：:]$|[。；]")]
    private static partial Regex Announces();

    [GeneratedRegex(@"^[（(]?\s*(?:[12]\d{3}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|[一二][零〇○一二三四五六七八九]{3}年).*(?:通过|公布|发布|修订|修正|施行|批准|印发|决定|起施行|制定)[^。]{0,40}[)）]?$|^(?:自)?(?:公布|发布|印发)之日(?:起)?施行$|^(?:公布|发布|施行)$")]
    private static partial Regex History();

    [GeneratedRegex(@"^[（(](?:此件|本文|此公告|本公告|有删减|联系人|联系电话|公开发布|注：|主动公开|信息公开|[^（）()]{1,30}会签).*[）)]$|^(?:抄送|主送|抄报|印送|主题词|信息公开(?:选项|属性|形式)|公开属性|联系人|联系方式)[：:]")]
    private static partial Regex Note();

    [GeneratedRegex(@"^(?:说明|注|备注)\s*[：:]")]
    private static partial Regex Notes();

    [GeneratedRegex(@"^(?:国务院)?(?:代)?(?:总理|主席|部长|主任|局长|署长|行长|省长|市长|县长|州长|委员长|院长|检察长|会长|总局局长|审计长|秘书长)\s*[：:\s]\s*[\u4e00-\u9fff·]{1,4}(?:\s?[\u4e00-\u9fff]{1,3})?$")]
    private static partial Regex Signer();

    [GeneratedRegex(@"^附\s*(?:件|录|表)?\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})?\s*[：:]?$")]
    private static partial Regex AnnexMark();

    [GeneratedRegex(@"^附\s*(?:件|表|录)?\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})?\s*[：:]")]
    private static partial Regex AnnexList();

    [GeneratedRegex(@"^(?:现将|现)?《([^《》]{4,80}(?:〈[^〉]*〉[^《》]*)?)》(?:的)?(?:主要内容|全文|正文|内容|原文)(?:发布|公布|刊发|摘要|节选)?如下[。：:]$")]
    private static partial Regex HandsOver();
}
