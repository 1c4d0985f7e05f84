using System.Text;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Assistant.Memos;

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
        text.Append("---\n").Append(FrontMatter(memo)).Append("---\n\n# ").Append(Escape(memo.Title)).Append("\n\n");
        if (memo.Addressee.Length > 0) text.Append(Escape(memo.Addressee)).Append(words.Colon.TrimEnd()).Append("\n\n");
        AppendParagraphs(text, memo.Introduction);
        for (var i = 0; i < memo.Sections.Count; i++)
        {
            var section = memo.Sections[i];
            text.Append("## ").Append(MemoLayout.SectionNumber(i + 1, memo.IsEnglish)).Append(Escape(section.Heading)).Append("\n\n");
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
        if (memo.Author.Length > 0) text.Append(Escape(memo.Author)).Append("\n\n");
        text.Append(MemoWords.Date(memo)).Append("\n\n");

        text.Append("## ").Append(words.Annex).Append("1  ").Append(words.CitedClauses).Append("\n\n");
        foreach (var clause in memo.Clauses)
        {
            text.Append("### ").Append(Escape(clause.Address)).Append("\n\n");
            foreach (var paragraph in MemoLayout.Lines(clause.Text)) text.Append("> ").Append(Escape(paragraph)).Append("\n>\n");
            text.Append('\n');
        }
        text.Append("## ").Append(words.Annex).Append("2  ").Append(words.Provenance).Append("\n\n").Append(words.HowToCheck).Append("\n\n");
        AppendTable(text, [words.File, "SHA-256"], WordProvenance.Files(memo));
        AppendTable(text, [words.Question, words.MadeBy, words.AnsweredAt], WordProvenance.Answers(memo, words));
        foreach (var cited in memo.Citations) text.Append("[^").Append(cited.Number).Append("]: ").Append(Escape(OneLine(words.Note(cited)))).Append('\n');
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
        text.Append(Escape(OneLine(statement.Text)));
        foreach (var number in placed.Marks.Where(byNumber.ContainsKey)) text.Append("[^").Append(number).Append(']');
        if (!statement.Supported) text.Append(" **").Append(words.Unsupported.Trim()).Append("**");
        if (statement.IsEdited) text.Append(" *").Append(words.Edited.Trim()).Append('*');
    }

    private static void AppendParagraphs(StringBuilder text, string paragraphs)
    {
        foreach (var paragraph in MemoLayout.Lines(paragraphs)) text.Append(Escape(paragraph)).Append("\n\n");
    }

    private static void AppendTable(StringBuilder text, string[] header, IEnumerable<string[]> rows)
    {
        text.Append("| ").AppendJoin(" | ", header).Append(" |\n|").Append(string.Concat(Enumerable.Repeat(" --- |", header.Length))).Append('\n');
        foreach (var row in rows) text.Append("| ").AppendJoin(" | ", row.Select(cell => Escape(OneLine(cell)))).Append(" |\n");
        text.Append('\n');
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    /// <summary>Document text is data: nothing in it may become markup. CommonMark lets a backslash escape any ASCII punctuation.</summary>
    internal static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            // At the start of a line these begin a list, a heading, a quote; inside they are harmless.
            var opens = i == 0 && character is '#' or '+' or '-' or '=' or '~' or ':';
            var numbers = i > 0 && character is '.' or ')' && text.AsSpan(0, i).ContainsAnyExceptInRange('0', '9') == false;
            if (opens || numbers || character is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '&' or '|' or '$' or '!') escaped.Append('\\');
            escaped.Append(character);
        }
        return escaped.ToString();
    }
}
