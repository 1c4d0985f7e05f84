using Assistant.Answering.Evidence;
using Assistant.Corpus;

namespace Assistant.Answering;

/// <summary>Chosen sentences to Markdown with markers: grouped by document and clause, in document order, the document that answers best first.</summary>
public sealed class AnswerComposer(CorpusStore store, QuoteLocator locator)
{
    /// <summary>One piece after another; together they are the answer's text.</summary>
    /// <param name="firstNumber">The number of the first citation.</param>
    public IEnumerable<ComposedPiece> Compose(IReadOnlyList<EvidenceBlock> blocks, int firstNumber, AnswerLanguage language)
    {
        var number = firstNumber;
        foreach (var document in blocks.GroupBy(block => block.Place.Document.Id, StringComparer.Ordinal).OrderByDescending(group => group.Max(block => block.Value)))
        {
            var header = "";
            foreach (var block in document.OrderBy(block => block.Place.Within.Start).ThenBy(block => block.From))
            {
                var citations = Cite(block, number);
                if (citations.Count == 0) continue;
                number += citations.Count;
                var line = Header(block.Place, language);
                var opening = string.Equals(line, header, StringComparison.Ordinal) ? "" : line;
                header = line;
                for (var i = 0; i < citations.Count; i++)
                {
                    var (citation, sentences) = citations[i];
                    var text = (i == 0 && opening.Length > 0 ? opening + "\n\n" : "") + MarkdownText.Escape(citation.Quote) + $"[{citation.Number}]\n\n";
                    yield return new ComposedPiece(text, citation, [.. sentences.Select(sentence => new Statement(sentence, [citation.Number], true, null))]);
                }
            }
        }
    }

    /// <summary>One citation for the whole block; where something stands between its sentences in the source (a page number), one for each.</summary>
    private List<(Citation Citation, IReadOnlyList<string> Sentences)> Cite(EvidenceBlock block, int number)
    {
        var sentences = block.Sentences.ToList();
        if (block.From == 0) sentences[0] = WithoutLabel(block.Place, sentences[0]);
        sentences.RemoveAll(string.IsNullOrWhiteSpace);
        var found = new List<(Citation, IReadOnlyList<string>)>();
        if (sentences.Count == 0 || store.FindSourceFile(block.Place.Document.SourcePath) is null) return found;
        if (locator.Locate(number, block.Place.Document, block.Place.Within, string.Concat(sentences)) is { } whole) return [(whole, sentences)];
        foreach (var sentence in sentences)
            if (locator.Locate(number + found.Count, block.Place.Document, block.Place.Within, sentence) is { } part) found.Add((part, [sentence]));
        return found;
    }

    /// <summary>The header names the article already; the label of an item stays, because it tells the items apart.</summary>
    private static string WithoutLabel(EvidencePlace place, string sentence)
    {
        if (place.Clause is not { Level: ClauseLevel.Article, Label.Length: > 0 } clause) return sentence;
        var matched = 0;
        for (var i = 0; i < sentence.Length; i++)
        {
            if (char.IsWhiteSpace(sentence[i])) continue;
            if (matched == clause.Label.Length) return sentence[i..];
            if (sentence[i] != clause.Label[matched]) return sentence;
            matched++;
        }
        return matched == clause.Label.Length ? "" : sentence;
    }

    private static string Header(EvidencePlace place, AnswerLanguage language)
    {
        var title = place.Document.Title.Length > 0
            ? $"《{MarkdownText.Escape(TitleMarks.Inside(place.Document.Title))}》"
            : MarkdownText.Escape(AnswerWords.For(language).File(place.Document.SourcePath));
        var article = place.Path.TakeWhile(clause => clause.Level != ClauseLevel.Article).Count();
        var shown = article < place.Path.Count ? place.Path.Skip(article).Take(1) : place.Path.SkipLast(1).Where(clause => clause.Level >= ClauseLevel.Heading1);
        var labels = string.Concat(shown.Select(clause => clause.Label + (clause.Level == ClauseLevel.Article ? "" : clause.Heading)));
        return $"**{title}{MarkdownText.Escape(labels)}**";
    }
}

/// <param name="Text">Markdown; ends with an empty line.</param>
public sealed record ComposedPiece(string Text, Citation Citation, IReadOnlyList<Statement> Statements);
