using System.Globalization;
using Assistant.Answering.Evidence;
using Assistant.Corpus;
using Assistant.Corpus.Terms;

namespace Assistant.Answering.Composition;

/// <summary>
/// What stands above the quotes of one document: its title once, and the article or heading where another one begins. One place alone has title and
/// label in one line.
/// </summary>
public sealed class AnswerHeadings
{
    private readonly AnswerLanguage _language;
    private readonly bool _together;
    private readonly HashSet<string> _shown = new(StringComparer.Ordinal);
    private string? _last;

    /// <param name="blocks">All of the document.</param>
    public AnswerHeadings(IReadOnlyList<EvidenceBlock> blocks, AnswerLanguage language)
    {
        _language = language;
        _together = blocks.Select(block => LabelOf(block.Place)).Distinct(StringComparer.Ordinal).Count() == 1;
    }

    /// <summary>Markdown to put before the place's quote; empty where the heading before still holds.</summary>
    public string Before(EvidencePlace place)
    {
        if (place.Clause is { } clause) _shown.Add(clause.Id);
        // An item under the line that introduces it needs no heading of its own.
        if (_last is not null && place.Parent is { } parent && _shown.Contains(parent.Id)) return "";
        var label = LabelOf(place);
        if (string.Equals(label, _last, StringComparison.Ordinal)) return "";
        var title = _last is null ? TitleOf(place) : "";
        _last = label;
        if (_together) return $"**{title}{label}**\n\n";
        if (title.Length > 0) title = $"**{title}**\n\n";
        if (label.Length == 0) return title;
        // 第五条 leads its text as it does in print; a heading has a line of its own.
        return title + $"**{label}**" + (Article(place) is null ? "\n\n" : "　");
    }

    private string TitleOf(EvidencePlace place)
    {
        var words = AnswerWords.For(_language);
        var title = place.Document.Title.Length > 0 ? $"《{MarkdownText.Escape(TitleMarks.Inside(place.Document.Title))}》" : MarkdownText.Escape(words.File(place.Document.SourcePath));
        return title + words.Status(place.Document.Status.State);
    }

    private string LabelOf(EvidencePlace place)
    {
        if (Article(place) is not { } article)
            return MarkdownText.Escape(string.Concat(place.Path.SkipLast(1).Where(clause => clause.Level >= ClauseLevel.Heading1).Select(clause => clause.Label + clause.Heading)));
        var label = MarkdownText.Escape(article.Label);
        if (_language != AnswerLanguage.English || article.Number == 0) return label;
        var insertion = article.Insertion > 0 ? string.Create(CultureInfo.InvariantCulture, $"-{article.Insertion}") : "";
        return label + string.Create(CultureInfo.InvariantCulture, $" (Article {article.Number}{insertion})");
    }

    private static Clause? Article(EvidencePlace place) => place.Path.FirstOrDefault(clause => clause.Level == ClauseLevel.Article);
}
