using System.Text;
using Assistant.Answering.Composition;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Assistant.Memos.Writers;

/// <summary>A memo as Markdown with footnotes; its record stands in the front matter, as JSON (which is YAML too).</summary>
public sealed class MarkdownMemoWriter(TimeProvider time) : IMemoWriter
{
    /// <summary>The front matter's key for the record.</summary>
    internal const string RecordKey = "memo";

    public string Format => "md";

    public string ContentType => "text/markdown; charset=utf-8";

    public void Write(Memo memo, Stream output)
    {
        var words = MemoWords.For(memo);
        var text = new StringBuilder();
        text.Append("---\n").Append(FrontMatter(memo)).Append("---\n\n");
        foreach (var part in MemoLayout.Parts(memo, words, time.LocalTimeZone)) Append(text, part, words);
        // At the end, out of the way of who reads the source.
        foreach (var cited in memo.Citations) text.Append("[^").Append(cited.Number).Append("]: ").Append(MarkdownText.Escape(words.Note(cited))).Append('\n');
        output.Write(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static void Append(StringBuilder text, MemoPart part, MemoWords words)
    {
        switch (part)
        {
            case MemoPart.Title title:
                text.Append("# ").Append(MarkdownText.Escape(title.Text)).Append("\n\n");
                break;
            case MemoPart.Addressee addressee:
                AppendParagraph(text, addressee.Text);
                break;
            case MemoPart.Paragraph paragraph:
                AppendParagraph(text, paragraph.Text);
                break;
            case MemoPart.Heading heading:
                text.Append("## ").Append(heading.Number).Append(MarkdownText.Escape(heading.Text)).Append("\n\n");
                break;
            case MemoPart.Sentences sentences:
                foreach (var sentence in sentences.All) AppendSentence(text, sentence, words);
                text.Append("\n\n");
                break;
            case MemoPart.Signature signature:
                if (signature.Author.Length > 0) AppendParagraph(text, signature.Author);
                AppendParagraph(text, signature.Date);
                break;
            case MemoPart.Annex annex:
                text.Append("## ").Append(annex.Text).Append("\n\n");
                break;
            case MemoPart.Clause clause:
                text.Append("### ").Append(MarkdownText.Escape(clause.Address)).Append("\n\n");
                foreach (var line in clause.Lines) text.Append("> ").Append(MarkdownText.Escape(line)).Append("\n>\n");
                text.Append('\n');
                break;
            case MemoPart.Table table:
                AppendTable(text, table);
                break;
        }
    }

    private static string FrontMatter(Memo memo)
    {
        var yaml = new SerializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build();
        return yaml.Serialize(new Dictionary<string, string>
        {
            ["title"] = memo.Title,
            ["date"] = memo.Date.ToString("yyyy-MM-dd"),
            [RecordKey] = MemoRecord.Of(memo).ToJson(),
        });
    }

    private static void AppendSentence(StringBuilder text, PlacedStatement placed, MemoWords words)
    {
        text.Append(MarkdownText.Escape(placed.Statement.Text));
        foreach (var cited in placed.Marks) text.Append("[^").Append(cited.Number).Append(']');
        if (!placed.Statement.Supported) text.Append(" **").Append(words.Unsupported.Trim()).Append("**");
        if (placed.Statement.IsEdited) text.Append(" *").Append(words.Edited.Trim()).Append('*');
    }

    private static void AppendParagraph(StringBuilder text, string words) => text.Append(MarkdownText.Escape(words)).Append("\n\n");

    private static void AppendTable(StringBuilder text, MemoPart.Table table)
    {
        text.Append("| ").AppendJoin(" | ", table.Header).Append(" |\n|").Append(string.Concat(Enumerable.Repeat(" --- |", table.Header.Count))).Append('\n');
        foreach (var row in table.Rows) text.Append("| ").AppendJoin(" | ", row.Select(MarkdownText.Escape)).Append(" |\n");
        text.Append('\n');
    }
}
