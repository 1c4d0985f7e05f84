using Assistant.Answering.Citations;
using Assistant.Answering.Evidence;
using Assistant.Corpus;

namespace Assistant.Answering.Composition;

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
            var inOrder = document.OrderBy(block => block.Place.Within.Start).ThenBy(block => block.From).ToList();
            var headings = new AnswerHeadings(inOrder, language);
            foreach (var block in inOrder)
            {
                var citations = Cite(block, number);
                if (citations.Count == 0) continue;
                number += citations.Count;
                var opening = headings.Before(block.Place);
                for (var i = 0; i < citations.Count; i++)
                {
                    var (citation, sentences) = citations[i];
                    var leftOut = i == citations.Count - 1 && block.LeftOut > 0 ? AnswerWords.For(language).ItemsLeftOut(block.LeftOut) + "\n\n" : "";
                    var text = (i == 0 ? opening : "") + MarkdownText.Escape(citation.Quote) + $"[{citation.Number}]\n\n" + leftOut;
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
}

/// <param name="Text">Markdown; ends with an empty line.</param>
public sealed record ComposedPiece(string Text, Citation Citation, IReadOnlyList<Statement> Statements);
