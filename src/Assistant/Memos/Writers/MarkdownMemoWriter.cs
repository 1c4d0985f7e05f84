using System.Text;
using Assistant.Answering.Composition;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Assistant.Memos.Writers;

/// <summary>A memo as Markdown with footnotes; its record stands in the front matter, as JSON (which is YAML too).</summary>
public sealed class MarkdownMemoWriter : IMemoWriter
{
    /// <summary>The front matter's key for the record.</summary>
    internal const string RecordKey = "memo";

    public string Format => "md";

    public string ContentType => "text/markdown; charset=utf-8";

    public void Write(Memo memo, Stream output)
    {
        var words = MemoWords.For(memo);
        var byNumber = memo.Citations.ToDictionary(citation => citation.Number);
        var text = new StringBuilder();
        text.Append("---\n").Append(FrontMatter(memo)).Append("---\n\n# ").Append(MarkdownText.Escape(memo.Title)).Append("\n\n");
        if (memo.Addressee.Length > 0) text.Append(MarkdownText.Escape(memo.Addressee)).Append(words.Colon.TrimEnd()).Append("\n\n");
        AppendParagraphs(text, memo.Introduction);
        for (var i = 0; i < memo.Sections.Count; i++)
        {
            var section = memo.Sections[i];
            text.Append("## ").Append(MemoLayout.SectionNumber(i + 1, memo.IsEnglish)).Append(MarkdownText.Escape(section.Heading)).Append("\n\n");
            if (!section.Grounded) text.Append(words.NotAnswered).Append("\n\n");
            foreach (var paragraph in MemoLayout.Paragraphs(section))
            {
                foreach (var statement in paragraph) AppendStatement(text, statement, words, byNumber);
                text.Append("\n\n");
            }
        }
        if (memo.Conclusion.Length > 0)
        {
            text.Append("## ").Append(MemoLayout.SectionNumber(memo.Sections.Count + 1, memo.IsEnglish)).Append(words.Conclusion).Append("\n\n");
            AppendParagraphs(text, memo.Conclusion);
        }
        if (memo.Author.Length > 0) text.Append(MarkdownText.Escape(memo.Author)).Append("\n\n");
        text.Append(MemoWords.Date(memo)).Append("\n\n");

        text.Append("## ").Append(words.Annex).Append("1  ").Append(words.CitedClauses).Append("\n\n");
        foreach (var clause in memo.Clauses)
        {
            text.Append("### ").Append(MarkdownText.Escape(clause.Address)).Append("\n\n");
            foreach (var paragraph in MemoLayout.Lines(clause.Text)) text.Append("> ").Append(MarkdownText.Escape(paragraph)).Append("\n>\n");
            text.Append('\n');
        }
        text.Append("## ").Append(words.Annex).Append("2  ").Append(words.Provenance).Append("\n\n").Append(words.HowToCheck).Append("\n\n");
        AppendTable(text, [words.File, "SHA-256"], MemoProvenance.Files(memo));
        AppendTable(text, [words.Question, words.MadeBy, words.AnsweredAt], MemoProvenance.Answers(memo, words));
        foreach (var cited in memo.Citations) text.Append("[^").Append(cited.Number).Append("]: ").Append(MarkdownText.Escape(words.Note(cited))).Append('\n');
        output.Write(Encoding.UTF8.GetBytes(text.ToString()));
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

    private static void AppendStatement(StringBuilder text, PlacedStatement placed, MemoWords words, Dictionary<int, MemoCitation> byNumber)
    {
        var statement = placed.Statement;
        text.Append(MarkdownText.Escape(statement.Text));
        foreach (var number in placed.Marks.Where(byNumber.ContainsKey)) text.Append("[^").Append(number).Append(']');
        if (!statement.Supported) text.Append(" **").Append(words.Unsupported.Trim()).Append("**");
        if (statement.IsEdited) text.Append(" *").Append(words.Edited.Trim()).Append('*');
    }

    private static void AppendParagraphs(StringBuilder text, string paragraphs)
    {
        foreach (var paragraph in MemoLayout.Lines(paragraphs)) text.Append(MarkdownText.Escape(paragraph)).Append("\n\n");
    }

    private static void AppendTable(StringBuilder text, string[] header, IEnumerable<string[]> rows)
    {
        text.Append("| ").AppendJoin(" | ", header).Append(" |\n|").Append(string.Concat(Enumerable.Repeat(" --- |", header.Length))).Append('\n');
        foreach (var row in rows) text.Append("| ").AppendJoin(" | ", row.Select(cell => MarkdownText.Escape(cell))).Append(" |\n");
        text.Append('\n');
    }
}
