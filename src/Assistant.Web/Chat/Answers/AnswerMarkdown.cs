using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Assistant.Answering;
using Assistant.Answering.Citations;
using Assistant.Corpus.Terms;
using Assistant.Web.Documents;
using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Assistant.Web.Chat.Answers;

/// <summary>
/// An answer's Markdown as HTML. Answers hold words of documents and of a model, so nothing in them is trusted: raw HTML is shown as text,
/// images and links become their words, and only our own citation markers are links.
/// </summary>
public static partial class AnswerMarkdown
{
    // Private-use characters carry a marker through Markdown, which would take [1] for a link where the text defines one.
    private const char Open = '\uE000';
    private const char Close = '\uE001';

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    public static string ToHtml(Answer answer, Words words)
    {
        var citations = answer.Citations.ToDictionary(citation => citation.Number);
        // Text and sentences alike: a sentence is looked for in the text.
        var statements = answer.Statements.Select(statement => statement with { Text = Clean(statement.Text), Reason = statement.Reason is null ? null : Clean(statement.Reason) }).ToList();
        var marked = Marker().Replace(
            SentenceMarks.Into(Clean(answer.Text), statements),
            match => citations.ContainsKey(Number(match)) ? $"{Open}{match.Groups[1].Value}{Close}" : match.Value);

        var document = Markdown.Parse(marked, Pipeline);
        foreach (var link in document.Descendants<LinkInline>().ToList()) Unlink(link);
        foreach (var link in document.Descendants<AutolinkInline>().ToList()) link.ReplaceBy(new LiteralInline(link.Url));

        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.Render(document);
        var html = Carried().Replace(writer.ToString(), match => citations.TryGetValue(Number(match), out var cited) ? Link(answer.AnswerId, cited) : $"[{match.Groups[1].Value}]");
        return SentenceMarks.OutOf(html, (number, sentence) => number < statements.Count ? Unsupported(sentence, statements[number].Reason, words) : sentence);
    }

    /// <summary>Told by words and a sign, not by colour alone; the page hides it where the reader wants such sentences left out.</summary>
    private static string Unsupported(string sentence, string? reason, Words words) =>
        $"""<span class="unsupported"><span class="flag"><span aria-hidden="true">⚠ </span>{WebUtility.HtmlEncode(words.Unsupported)}</span> <span class="words">{sentence}</span>""" +
        (string.IsNullOrEmpty(reason) ? "" : $"""<span class="why">{WebUtility.HtmlEncode(reason)}</span>""") + "</span>";

    private static string Clean(string text) => Ours().Replace(text, "\uFFFD");

    private static void Unlink(LinkInline link)
    {
        while (link.FirstChild is { } child)
        {
            child.Remove();
            link.InsertBefore(child);
        }
        link.Remove();
    }

    private static string Link(string answerId, Citation citation)
    {
        var title = WebUtility.HtmlEncode(TitleMarks.Titled(citation.DocumentTitle, citation.SourceFile) + citation.Clause);
        // A word joiner: a marker does not start a line.
        return $"""&#8288;<a class="marker" href="{WebUtility.HtmlEncode(Links.To(citation))}" data-source data-card="cite-{WebUtility.HtmlEncode(answerId)}-{citation.Number}" title="{title}" aria-label="[{citation.Number}] {title}">{citation.Number}</a>""";
    }

    private static int Number(Match match) => int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\[([0-9]{1,4})\]")]
    private static partial Regex Marker();

    /// <summary>The characters that mean something here and must not come in from outside.</summary>
    [GeneratedRegex("[\uE000-\uE004]")]
    private static partial Regex Ours();

    [GeneratedRegex("\uE000([0-9]{1,4})\uE001")]
    private static partial Regex Carried();
}
