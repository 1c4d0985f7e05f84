using System.Text;

namespace Assistant.Memos.Writers;

/// <summary>A memo as one self-contained page that prints well; its record stands in it as JSON-LD.</summary>
public sealed class HtmlMemoWriter(TimeProvider time) : IMemoWriter
{
    public string Format => "html";

    public string ContentType => "text/html; charset=utf-8";

    public void Write(Memo memo, Stream output)
    {
        var words = MemoWords.For(memo);
        var page = new StringBuilder();
        page.Append("<!doctype html>\n<html lang=\"").Append(memo.IsEnglish ? "en" : "zh-CN").Append("\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>").Append(HtmlMemoContent.Encode(memo.Title)).Append("</title>\n<style>\n")
            .Append(Style).Append("</style>\n<script type=\"application/ld+json\">\n").Append(JsonLd(memo)).Append("\n</script>\n</head>\n<body>\n<main>\n");
        var content = new HtmlMemoContent(page, words);
        foreach (var part in MemoLayout.Parts(memo, words, time.LocalTimeZone)) content.Append(part);
        content.End();
        page.Append("</main>\n</body>\n</html>\n");
        output.Write(Encoding.UTF8.GetBytes(page.ToString()));
    }

    /// <summary>The record as JSON-LD. "&lt;" is escaped, so that no quote can end the script element.</summary>
    private static string JsonLd(Memo memo)
    {
        var record = MemoRecord.Of(memo).ToJson();
        return ("{\"@context\":{\"@vocab\":\"" + MemoRecord.Namespace + "#\"},\"@type\":\"Memo\"," + record[1..]).Replace("<", "\\u003c");
    }

    private const string Style = """
        :root { color-scheme: light; }
        body { margin: 0; background: #f4f2ee; color: #1d1b18; font: 17px/1.85 "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun, serif; }
        main { max-width: 42rem; margin: 2rem auto; padding: 3.5rem 3.2rem; background: #fff; box-shadow: 0 1px 6px rgb(0 0 0 / .12); }
        h1 { font-size: 1.7rem; line-height: 1.5; text-align: center; font-weight: 600; margin: 0 0 2rem; }
        h2 { font: 600 1.1rem/1.7 "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", SimHei, sans-serif; margin: 1.8rem 0 .6rem; break-after: avoid; }
        h3 { font-size: 1rem; margin: 1.4rem 0 .4rem; break-after: avoid; }
        p { margin: .4rem 0; text-indent: 2em; }
        .addressee, .signature, td p { text-indent: 0; }
        .signature { text-align: right; margin-top: 2.5rem; break-inside: avoid; }
        sup { line-height: 0; } sup a, .notes a { color: #8a2d1f; text-decoration: none; padding: 0 .1em; }
        .unsupported { text-decoration: underline wavy #b3261e; }
        .notes { margin-top: 2.5rem; padding: 1rem 0 0 2em; border-top: 1px solid #bbb; font-size: .84rem; line-height: 1.7; overflow-wrap: anywhere; }
        blockquote { margin: 0; padding-left: 1rem; border-left: 3px solid #ddd; font-size: .93rem; overflow-wrap: anywhere; white-space: pre-wrap; }
        blockquote p { text-indent: 0; }
        table { width: 100%; border-collapse: collapse; font-size: .8rem; margin: 1rem 0; } th, td { border: 1px solid #bbb; padding: .3rem .5rem; text-align: left; overflow-wrap: anywhere; }
        @media (max-width: 40rem) { main { margin: 0; padding: 1.5rem 1.1rem; } }
        @page { size: A4; margin: 37mm 26mm 35mm 28mm; }
        @media print { body { background: #fff; font-size: 12pt; } main { margin: 0; padding: 0; box-shadow: none; max-width: none; } .annex { break-before: page; } .notes li { break-inside: avoid; } }

        """;
}
