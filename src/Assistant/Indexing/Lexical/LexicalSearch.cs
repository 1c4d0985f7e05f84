using System.Buffers;
using Assistant.Indexing.Segments;

namespace Assistant.Indexing.Lexical;

/// <summary>
/// Ranks the passages of a snapshot for a question, in two steps: the postings of bigrams and words pick candidates, the texts of the candidates
/// decide. BM25F with text and context as fields, single characters beside bigrams, the document's own score.
/// </summary>
/// <remarks>
/// Single characters make 90 % of the postings a question would touch and change nothing among the first ten once the best few hundred are
/// scored with them, so they have no postings. Formula and constants: see the README of this folder.
/// </remarks>
internal static class LexicalSearch
{
    /// <summary>Below this many passages all are candidates: reading 4,000 short texts takes about a millisecond.</summary>
    private const int ScanAll = 4000;

    /// <summary>Postings that a question may touch before its commonest terms are left to the second step.</summary>
    private const int PostingBudget = 60_000;

    /// <summary>Fewer candidates than this are read before a second thread has begun.</summary>
    private const int WorthASecondCore = 100;

    /// <param name="allowed">By document number; null allows all.</param>
    /// <param name="picked">
    /// Candidates of another index beside those of the postings, which are read in any case: what a document is worth as a whole stands there, and neighbours
    /// speak for each other only where they are candidates too. See the README of this folder for what is lost without.
    /// </param>
    /// <returns>Best first.</returns>
    public static List<PassageHit> Search(
        IndexSnapshot snapshot, LexicalQuery query, LexicalWeights weights, bool[]? allowed, int count, CancellationToken cancellationToken, IReadOnlyList<int>? picked = null)
    {
        var scanner = ScannerFor(query, []);
        if (snapshot.PassageCount == 0 || scanner.Weights.Length == 0) return [];
        var frequencies = SetWeights(snapshot, scanner);
        var documentScores = weights.Document > 0 ? new float[snapshot.Documents.Count] : null;
        IReadOnlyList<int> candidates = PickCandidates(snapshot, query, scanner, frequencies, weights, allowed, documentScores);
        if (picked is not null) candidates = [.. candidates.Union(picked)];
        var hits = ScoreAll(snapshot, query, scanner, weights, candidates, documentScores, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        hits.Sort((a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Passage.CompareTo(b.Passage));
        if (hits.Count > count) hits.RemoveRange(count, hits.Count - count);
        return hits;
    }

    /// <summary>
    /// Reading the candidates' texts is most of a search, and no candidate asks for another: half of them are read on a second core.
    /// Measured on the statutes, 2 cores, nothing else running: see the README of this folder.
    /// </summary>
    private static List<PassageHit> ScoreAll(
        IndexSnapshot snapshot, LexicalQuery query, TermScanner scanner, LexicalWeights weights, IReadOnlyList<int> candidates, float[]? documentScores,
        CancellationToken cancellationToken)
    {
        if (candidates.Count < WorthASecondCore || Environment.ProcessorCount == 1) return Half(scanner, 0, candidates.Count);
        var middle = candidates.Count / 2;
        List<PassageHit> first = [], second = [];
        Parallel.Invoke(
            () => first = Half(scanner, 0, middle),
            () => second = Half(ScannerFor(query, scanner.Weights), middle, candidates.Count));
        first.AddRange(second);
        return first;

        List<PassageHit> Half(TermScanner own, int from, int to)
        {
            var hits = new List<PassageHit>(to - from);
            for (var i = from; i < to && !cancellationToken.IsCancellationRequested; i++)
            {
                var score = Score(snapshot, query, own, weights, candidates[i], documentScores);
                if (score > 0) hits.Add(new PassageHit(candidates[i], score));
            }
            return hits;
        }
    }

    private static TermScanner ScannerFor(LexicalQuery query, float[] weights)
    {
        var scanner = new TermScanner(query.Groups.SelectMany(group => group.Alternatives));
        weights.CopyTo(scanner.Weights, 0);
        return scanner;
    }

    /// <summary>idf(t) = ln(1 + (N − df + .5)/(df + .5)).</summary>
    private static int[] SetWeights(IndexSnapshot snapshot, TermScanner scanner)
    {
        var total = snapshot.Views.Sum(view => view.Segment.Passages.Length);
        var frequencies = new int[scanner.Weights.Length];
        for (var i = 0; i < frequencies.Length; i++)
        {
            foreach (var view in snapshot.Views)
                frequencies[i] += i < scanner.Terms.Count ? view.Segment.TermCount(scanner.Terms[i]) : view.Segment.UnigramCount(scanner.Unigrams[i - scanner.Terms.Count]);
            scanner.Weights[i] = (float)Math.Log(1 + (total - frequencies[i] + 0.5) / (frequencies[i] + 0.5));
        }
        return frequencies;
    }

    private static List<int> PickCandidates(
        IndexSnapshot snapshot, LexicalQuery query, TermScanner scanner, int[] frequencies, LexicalWeights weights, bool[]? allowed, float[]? documentScores)
    {
        var groupWeights = GroupWeights(query, scanner);
        var total = snapshot.Views.Count == 0 ? 0 : snapshot.Views[^1].FirstPassage + snapshot.Views[^1].Segment.Passages.Length;
        var scores = ArrayPool<float>.Shared.Rent(total);
        Array.Clear(scores, 0, total);
        var touched = new List<int>();
        var documents = new List<int>(); // of each touched passage
        var inDocument = documentScores is null ? null : new Dictionary<int, int>();
        var budget = PostingBudget;
        foreach (var term in Enumerable.Range(0, scanner.Terms.Count).Where(term => frequencies[term] > 0).OrderBy(term => frequencies[term]))
        {
            budget -= frequencies[term];
            if (budget < 0 && touched.Count > 0) break;
            var weight = scanner.Weights[term] * groupWeights[term];
            inDocument?.Clear();
            foreach (var view in snapshot.Views)
            {
                var rows = view.Segment.Passages;
                var reader = view.Segment.Postings(scanner.Terms[term]);
                while (reader.MoveNext())
                {
                    ref readonly var row = ref rows[reader.Passage];
                    var document = view.DocumentNumbers[row.Document];
                    if (document < 0 || (allowed is not null && !allowed[document])) continue;
                    if (inDocument is not null && reader.InText > 0)
                        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(inDocument, document, out _) += reader.InText;
                    var frequency = Frequency(reader.InText, reader.InContext, row.TextLength / snapshot.AverageLength, weights);
                    ref var score = ref scores[view.FirstPassage + reader.Passage];
                    if (score == 0)
                    {
                        touched.Add(view.FirstPassage + reader.Passage);
                        documents.Add(document);
                    }
                    score += (float)(weight * frequency * (weights.Saturation + 1) / (frequency + weights.Saturation));
                }
            }
            if (inDocument is not null) AddDocumentScores(snapshot, inDocument, groupWeights[term], documentScores!);
        }
        List<int> candidates;
        if (snapshot.PassageCount <= ScanAll || touched.Count < 20)
        {
            candidates = AllPassages(snapshot, allowed);
        }
        else
        {
            if (documentScores is not null)
                for (var i = 0; i < touched.Count; i++) scores[touched[i]] += (float)weights.Document * documentScores[documents[i]];
            candidates = Best(touched, scores, weights.Candidates);
        }
        ArrayPool<float>.Shared.Return(scores);
        return candidates;
    }

    /// <summary>A term's weight is that of the heaviest group that asks for it.</summary>
    private static float[] GroupWeights(LexicalQuery query, TermScanner scanner)
    {
        var groupWeights = new float[scanner.Weights.Length];
        var alternative = 0;
        foreach (var group in query.Groups)
            for (var i = 0; i < group.Alternatives.Count; i++)
                foreach (var term in scanner.Alternatives[alternative++]) groupWeights[term] = Math.Max(groupWeights[term], (float)group.Weight);
        return groupWeights;
    }

    /// <summary>BM25 of whole documents with k1 = 1.2 and b = .3.</summary>
    private static void AddDocumentScores(IndexSnapshot snapshot, Dictionary<int, int> counts, float weight, float[] scores)
    {
        var documents = snapshot.Documents.Count;
        var idf = Math.Log(1 + (documents - counts.Count + 0.5) / (counts.Count + 0.5));
        foreach (var (document, count) in counts)
        {
            var norm = 0.7 + 0.3 * snapshot.DocumentLength(document) / snapshot.AverageDocumentLength;
            scores[document] += (float)(weight * idf * count * 2.2 / (count + 1.2 * norm));
        }
    }

    private static List<int> AllPassages(IndexSnapshot snapshot, bool[]? allowed)
    {
        var all = new List<int>(snapshot.PassageCount);
        foreach (var view in snapshot.Views)
        {
            var documents = view.Segment.Documents;
            for (var i = 0; i < documents.Length; i++)
            {
                var number = view.DocumentNumbers[i];
                if (number < 0 || (allowed is not null && !allowed[number])) continue;
                all.AddRange(Enumerable.Range(view.FirstPassage + documents[i].FirstPassage, documents[i].PassageCount));
            }
        }
        return all;
    }

    private static List<int> Best(List<int> touched, float[] scores, int count)
    {
        if (touched.Count <= count) return touched;
        var queue = new PriorityQueue<int, float>(count + 1);
        foreach (var passage in touched)
        {
            if (queue.Count < count) queue.Enqueue(passage, scores[passage]);
            else if (queue.TryPeek(out _, out var least) && scores[passage] > least) queue.EnqueueDequeue(passage, scores[passage]);
        }
        return [.. queue.UnorderedItems.Select(item => item.Element)];
    }

    private static double Score(IndexSnapshot snapshot, LexicalQuery query, TermScanner scanner, LexicalWeights weights, int passage, float[]? documentScores)
    {
        var (view, row) = snapshot.Row(passage);
        scanner.CountContext(view.Segment.Context(row));
        scanner.CountText(view.Segment.Text(row));
        var relativeLength = row.TextLength / snapshot.AverageLength;
        var (score, alternative) = (0.0, 0);
        foreach (var group in query.Groups)
        {
            var best = 0.0;
            for (var i = 0; i < group.Alternatives.Count; i++)
            {
                var sum = 0.0;
                foreach (var term in scanner.Alternatives[alternative++])
                {
                    if (scanner.InText[term] + scanner.InContext[term] == 0) continue;
                    var frequency = Frequency(scanner.InText[term], scanner.InContext[term], relativeLength, weights);
                    var part = scanner.Weights[term] * frequency * (weights.Saturation + 1) / (frequency + weights.Saturation);
                    sum += term < scanner.Terms.Count ? part : part * weights.Unigrams;
                }
                best = Math.Max(best, sum);
            }
            score += group.Weight * best;
        }
        if (score <= 0) return 0;
        if (documentScores is not null) score += weights.Document * documentScores[view.DocumentNumbers[row.Document]];
        return score;
    }

    /// <summary>tf′ = tf_text/(1 − b + b·len/avg) + w·tf_context/(.7 + .3·len/avg).</summary>
    internal static double Frequency(int inText, int inContext, double relativeLength, LexicalWeights weights) =>
        inText / (1 - weights.LengthShare + weights.LengthShare * relativeLength) + weights.Context * inContext / (0.7 + 0.3 * relativeLength);
}
