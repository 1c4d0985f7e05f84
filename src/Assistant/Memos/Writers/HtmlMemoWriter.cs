using System.Text;
using System.Text.Encodings.Web;
using Assistant.Memos.Verification;

namespace Assistant.Memos.Writers;

/// <summary>A memo as one self-contained page that prints well; its record stands in it as JSON-LD.</summary>
public sealed class HtmlMemoWriter : IMemoWriter
{
    public string Format => "html";

    public string ContentType => "text/html; charset=utf-8";

    public void Write(Memo memo, Stream output)
    {
        var words = MemoWords.For(memo);
        var byNumber = memo.Citations.ToDictionary(citation => citation.Number);
        var page = new StringBuilder();
        page.Append("<!doctype html>\n<html lang=\"").Append(memo.IsEnglish ? "en" : "zh-CN").Append("\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>").Append(Encode(memo.Title)).Append("</title>\n<style>\n")
            .Append(Style).Append("</style>\n<script type=\"application/ld+json\">\n").Append(JsonLd(memo)).Append("\n</script>\n</head>\n<body>\n<main>\n");
        page.Append("<h1>").Append(Encode(memo.Title)).Append("</h1>\n");
        if (memo.Addressee.Length > 0) page.Append("<p class=\"addressee\">").Append(Encode(memo.Addressee)).Append(words.Colon.TrimEnd()).Append("</p>\n");
        AppendParagraphs(page, memo.Introduction);
        var cited = new HashSet<int>();
        for (var i = 0; i < memo.Sections.Count; i++)
        {
            var section = memo.Sections[i];
            page.Append("<h2>").Append(MemoLayout.SectionNumber(i + 1, memo.IsEnglish)).Append(Encode(section.Heading)).Append("</h2>\n");
            if (!section.Grounded) page.Append("<p>").Append(words.NotAnswered).Append("</p>\n");
            foreach (var paragraph in MemoLayout.Paragraphs(section))
            {
                page.Append("<p>");
                foreach (var statement in paragraph) AppendStatement(page, statement, words, byNumber, cited);
                page.Append("</p>\n");
            }
        }
        if (memo.Conclusion.Length > 0)
        {
            page.Append("<h2>").Append(MemoLayout.SectionNumber(memo.Sections.Count + 1, memo.IsEnglish)).Append(words.Conclusion).Append("</h2>\n");
            AppendParagraphs(page, memo.Conclusion);
        }
        page.Append("<p class=\"signature\">").Append(memo.Author.Length > 0 ? Encode(memo.Author) + "<br>" : "").Append(MemoWords.Date(memo)).Append("</p>\n");
        AppendNotes(page, memo, words);
        AppendAnnexes(page, memo, words);
        page.Append("</main>\n</body>\n</html>\n");
        output.Write(Encoding.UTF8.GetBytes(page.ToString()));
    }

    private static void AppendStatement(
        StringBuilder page, PlacedStatement placed, MemoWords words, Dictionary<int, MemoCitation> byNumber, HashSet<int> cited)
    {
        var statement = placed.Statement;
        page.Append(statement.Supported ? "<span>" : "<span class=\"unsupported\">").Append(Encode(statement.Text)).Append("</span>");
        foreach (var number in placed.Marks.Where(byNumber.ContainsKey))
        {
            page.Append("<sup><a href=\"#note-").Append(number).Append('"');
            // The note's way back leads to the first place that cites it.
            if (cited.Add(number)) page.Append(" id=\"cited-").Append(number).Append('"');
            page.Append('>').Append(number).Append("</a></sup>");
        }
        if (!statement.Supported) page.Append("<strong>").Append(words.Unsupported).Append("</strong>");
        if (statement.IsEdited) page.Append("<em>").Append(words.Edited).Append("</em>");
    }

    private static void AppendNotes(StringBuilder page, Memo memo, MemoWords words)
    {
        page.Append("<ol class=\"notes\">\n");
        foreach (var cited in memo.Citations)
        {
            page.Append("<li id=\"note-").Append(cited.Number).Append("\" value=\"").Append(cited.Number).Append("\">")
                .Append(Encode(words.Note(cited))).Append(" <a href=\"#cited-").Append(cited.Number).Append("\">↩</a></li>\n");
        }
        page.Append("</ol>\n");
    }

    private static void AppendAnnexes(StringBuilder page, Memo memo, MemoWords words)
    {
        page.Append("<section class=\"annex\"><h2>").Append(words.Annex).Append("1  ").Append(words.CitedClauses).Append("</h2>\n");
        foreach (var clause in memo.Clauses)
        {
            page.Append("<h3>").Append(Encode(clause.Address)).Append("</h3>\n<blockquote>");
            AppendParagraphs(page, clause.Text);
            page.Append("</blockquote>\n");
        }
        page.Append("</section>\n<section class=\"annex\"><h2>").Append(words.Annex).Append("2  ").Append(words.Provenance).Append("</h2>\n<p>")
            .Append(Encode(words.HowToCheck)).Append("</p>\n");
        AppendTable(page, [words.File, "SHA-256"], MemoProvenance.Files(memo));
        AppendTable(page, [words.Question, words.MadeBy, words.AnsweredAt], MemoProvenance.Answers(memo, words));
        page.Append("</section>\n");
    }

    private static void AppendParagraphs(StringBuilder page, string text)
    {
        foreach (var paragraph in MemoLayout.Lines(text)) page.Append("<p>").Append(Encode(paragraph)).Append("</p>\n");
    }

    private static void AppendTable(StringBuilder page, string[] header, IEnumerable<string[]> rows)
    {
        page.Append("<table><thead><tr>");
        foreach (var cell in header) page.Append("<th>").Append(Encode(cell)).Append("</th>");
        page.Append("</tr></thead><tbody>\n");
        foreach (var row in rows)
        {
            page.Append("<tr>");
            foreach (var cell in row) page.Append("<td>").Append(Encode(cell)).Append("</td>");
            page.Append("</tr>\n");
        }
        page.Append("</tbody></table>\n");
    }

    /// <summary>The record as JSON-LD. "&lt;" is escaped, so that no quote can end the script element.</summary>
    private static string JsonLd(Memo memo)
    {
        var record = MemoRecord.Of(memo).ToJson();
        return ("{\"@context\":{\"@vocab\":\"" + MemoRecord.Namespace + "#\"},\"@type\":\"Memo\"," + record[1..]).Replace("<", "\\u003c");
    }

    private static string Encode(string text) => Encoder.Encode(VisibleText.Of(text));

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);

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
