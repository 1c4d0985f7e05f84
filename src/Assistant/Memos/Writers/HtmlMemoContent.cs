using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Assistant.Memos.Verification;

namespace Assistant.Memos.Writers;

/// <summary>The parts of one memo as HTML.</summary>
internal sealed class HtmlMemoContent(StringBuilder page, MemoWords words)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly HashSet<int> _cited = [];
    private bool _inAnnex;

    public static string Encode(string text) => Encoder.Encode(VisibleText.Of(text));

    public void Append(MemoPart part)
    {
        switch (part)
        {
            case MemoPart.Title title:
                Element("h1", title.Text);
                break;
            case MemoPart.Addressee addressee:
                page.Append("<p class=\"addressee\">").Append(Encode(addressee.Text)).Append("</p>\n");
                break;
            case MemoPart.Heading heading:
                Element("h2", heading.Number + heading.Text);
                break;
            case MemoPart.Paragraph paragraph:
                Element("p", paragraph.Text);
                break;
            case MemoPart.Sentences sentences:
                page.Append("<p>");
                foreach (var sentence in sentences.All) AppendSentence(sentence);
                page.Append("</p>\n");
                break;
            case MemoPart.Signature signature:
                page.Append("<p class=\"signature\">").Append(signature.Author.Length > 0 ? Encode(signature.Author) + "<br>" : "").Append(signature.Date).Append("</p>\n");
                break;
            case MemoPart.Notes notes:
                AppendNotes(notes);
                break;
            case MemoPart.Annex annex:
                End();
                _inAnnex = true;
                page.Append("<section class=\"annex\">");
                Element("h2", annex.Text);
                break;
            case MemoPart.Clause clause:
                Element("h3", clause.Address);
                page.Append("<blockquote>");
                foreach (var line in clause.Lines) Element("p", line);
                page.Append("</blockquote>\n");
                break;
            case MemoPart.Table table:
                AppendTable(table);
                break;
        }
    }

    /// <summary>Closes the annex that is open.</summary>
    public void End()
    {
        if (_inAnnex) page.Append("</section>\n");
        _inAnnex = false;
    }

    private void Element(string name, string text) => page.Append('<').Append(name).Append('>').Append(Encode(text)).Append("</").Append(name).Append(">\n");

    private void AppendSentence(PlacedStatement placed)
    {
        var statement = placed.Statement;
        page.Append(statement.Supported ? "<span>" : "<span class=\"unsupported\">").Append(Encode(statement.Text)).Append("</span>");
        foreach (var cited in placed.Marks)
        {
            page.Append("<sup><a href=\"#note-").Append(cited.Number).Append('"');
            // The note's way back leads to the first place that cites it.
            if (_cited.Add(cited.Number)) page.Append(" id=\"cited-").Append(cited.Number).Append('"');
            page.Append('>').Append(cited.Number).Append("</a></sup>");
        }
        if (!statement.Supported) page.Append("<strong>").Append(words.Unsupported).Append("</strong>");
        if (statement.IsEdited) page.Append("<em>").Append(words.Edited).Append("</em>");
    }

    private void AppendNotes(MemoPart.Notes notes)
    {
        page.Append("<ol class=\"notes\">\n");
        foreach (var cited in notes.All)
        {
            page.Append("<li id=\"note-").Append(cited.Number).Append("\" value=\"").Append(cited.Number).Append("\">")
                .Append(Encode(words.Note(cited))).Append(" <a href=\"#cited-").Append(cited.Number).Append("\">↩</a></li>\n");
        }
        page.Append("</ol>\n");
    }

    private void AppendTable(MemoPart.Table table)
    {
        page.Append("<table><thead><tr>");
        foreach (var cell in table.Header) page.Append("<th>").Append(Encode(cell)).Append("</th>");
        page.Append("</tr></thead><tbody>\n");
        foreach (var row in table.Rows)
        {
            page.Append("<tr>");
            foreach (var cell in row) page.Append("<td>").Append(Encode(cell)).Append("</td>");
            page.Append("</tr>\n");
        }
        page.Append("</tbody></table>\n");
    }
}
