using Assistant.Answering.Asking;
using Assistant.Corpus;
using Assistant.Corpus.Text;
using Assistant.Retrieval;

namespace Assistant.Answering.Evidence;

/// <summary>Passages to candidate sentences, each once, with the clause it stands in.</summary>
public sealed class EvidenceSentences(CorpusStore store)
{
    /// <param name="passages">Best first; a sentence of several keeps the best one's rank.</param>
    public IReadOnlyList<EvidenceSentence> Of(IReadOnlyList<RetrievedPassage> passages, CancellationToken cancellationToken)
    {
        var sentences = new List<EvidenceSentence>();
        var seen = new HashSet<(string, int, int)>();
        var documents = new Dictionary<string, PolicyDocument?>(StringComparer.Ordinal);
        var places = new Dictionary<(string, string), EvidencePlace>();
        var best = passages.Count == 0 ? 0 : passages.Max(passage => passage.Score);
        for (var rank = 0; rank < passages.Count; rank++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var passage = passages[rank];
            if (!documents.TryGetValue(passage.DocumentId, out var document))
                documents[passage.DocumentId] = document = store.FindDocument(passage.DocumentId);
            if (document is null) continue;
            var words = FoldedText.Of(passage.Text);
            var found = 0;
            foreach (var path in Overlapping(document.Clauses, passage.Span, []))
            {
                var clause = path[^1];
                if (!places.TryGetValue((document.Id, clause.Id), out var place))
                {
                    place = EvidencePlace.Of(document, path);
                    places[(document.Id, clause.Id)] = place;
                }
                found += Add(place, rank, passage, words);
            }
            if (found > 0) continue;
            // Title block or signature: it stands in no clause.
            Add(new EvidencePlace(document, [], passage.Span, FoldedText.Of(document.Title), SentenceSplitter.Split(passage.Text)), rank, passage, words);
        }
        return sentences;

        int Add(EvidencePlace place, int rank, RetrievedPassage passage, string words)
        {
            var inside = place.FoldedSentences.Select(sentence => words.Contains(sentence, StringComparison.Ordinal)).ToArray();
            for (var i = 0; i < inside.Length; i++)
            {
                var isNeighbour = (i > 0 && inside[i - 1]) || (i + 1 < inside.Length && inside[i + 1]);
                if ((inside[i] || isNeighbour) && seen.Add((place.Document.Id, place.Within.Start, i)))
                    sentences.Add(new EvidenceSentence(place, i, rank, best > 0 ? passage.Score / best : 0, inside[i]));
            }
            return inside.Length;
        }
    }

    private static IEnumerable<IReadOnlyList<Clause>> Overlapping(IReadOnlyList<Clause> clauses, TextSpan span, IReadOnlyList<Clause> above)
    {
        foreach (var clause in clauses)
        {
            if (clause.Span.Start >= span.End) yield break;
            if (!clause.Span.Overlaps(span)) continue;
            IReadOnlyList<Clause> path = [.. above, clause];
            if (clause.Lead.Length > 0 && clause.LeadSpan.Overlaps(span)) yield return path;
            foreach (var below in Overlapping(clause.Children, span, path)) yield return below;
        }
    }
}
