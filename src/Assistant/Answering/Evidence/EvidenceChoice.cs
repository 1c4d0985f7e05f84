using Assistant.Answering.Asking;
using Assistant.Corpus;

namespace Assistant.Answering.Evidence;

/// <summary>Which of the ranked sentences make the answer, and what they need to be understood.</summary>
public static class EvidenceChoice
{
    /// <summary>Characters of quoted text; with the lines that introduce it an answer stays at about 800.</summary>
    public const int Budget = 680;

    /// <summary>The most citations of separate finds; the items of one list count as one.</summary>
    private const int MostFinds = 4;

    /// <summary>Blocks: an answer this long is a list with its items.</summary>
    private const int LongList = 4;

    /// <summary>The least share of belief for a further find; the README of this folder says what other values gave.</summary>
    private const double Next = 0.02;

    /// <summary>Where two sides or several things are asked for.</summary>
    private const double NextOfSeveral = 0.01;

    /// <summary>The least share of belief for the sentence beside one that was chosen.</summary>
    private const double Neighbour = 0.02;

    /// <summary>A block of fewer characters takes a neighbour along in any case.</summary>
    private const int ShortBlock = 60;

    /// <summary>Characters; a block grows no further, unless a lead-in or a dangling sentence needs its neighbour.</summary>
    private const int LongestBlock = 320;

    /// <param name="ranked">Best first; not empty.</param>
    public static IReadOnlyList<EvidenceBlock> Choose(QuestionReading question, IReadOnlyList<RankedSentence> ranked)
    {
        var blocks = new List<EvidenceBlock>();
        var covered = new HashSet<TermGroup>();
        var subject = new SubjectSaid(question);
        var left = Budget;
        var rest = ranked.Take(80).Where(one => !SentenceShape.Asks(one.Sentence.Text)).ToList();
        if (rest.Count == 0) rest = [.. ranked.Take(80)];
        for (var finds = 0; finds < MostFinds && rest.Count > 0; finds++)
        {
            var (best, value) = Best(question, rest, covered, blocks);
            if (best is null) break;
            if (finds > 0 && value < (question.Compares || question.Asked.Count > 1 ? NextOfSeveral : Next)) break;
            rest.Remove(best);
            if (finds > 0 && (subject.IsSaidBetter(best) || blocks.Exists(block => Repeats(block, best.Sentence)) || IsBesideTheQuestion(question, best)))
            {
                finds--;
                continue;
            }
            var added = Extend(question, best, ranked);
            var list = added.Count > 1 ? EvidenceList.KeyOf(best.Sentence.Place) : null;
            // A piece of a list is no answer; a whole sentence without its neighbours may be.
            if (finds > 0 && (list is null || SentenceShape.StandsAlone(best.Sentence.Text)) && added.Sum(block => block.Length) > left) added = [new EvidenceBlock(best.Sentence.Place, best.Sentence.Index, best.Sentence.Index + 1, best.Value)];
            if (finds > 0 && added.Sum(block => block.Length) > left) continue;
            // One whole list answers; several are a heap. Two sides that are compared may have a list each.
            if (finds > 0 && added.Count > 1 && blocks.Count >= LongList && !question.Compares) continue;
            foreach (var block in added) Join(blocks, block);
            subject.Add(best, added);
            left = Budget - blocks.Sum(block => block.Length);
            foreach (var group in question.TermGroups)
                if (added.Any(block => block.Sentences.Any(sentence => group.StandsIn(FoldedText.Of(sentence))))) covered.Add(group);
            // Which items of a list belong to the answer is decided once.
            rest.RemoveAll(one => blocks.Exists(block => Holds(block, one.Sentence)) || (list is not null && EvidenceList.KeyOf(one.Sentence.Place) == list));
        }
        return [.. blocks, .. PenaltyElsewhere.Of(question, blocks).DistinctBy(block => block.Place.Key).Take(2)];
    }

    /// <summary>A further sentence that few believe in and that holds nothing of the kind asked.</summary>
    private static bool IsBesideTheQuestion(QuestionReading question, RankedSentence one) =>
        one.Value < 0.1 && question.Asked.Count > 0 && !question.Asked.Any(asked => TypedEvidence.Find(asked, one.Sentence.Folded).Count > 0);

    /// <summary>The value of a sentence falls with the share of its matches that the answer has already.</summary>
    private static (RankedSentence? Best, double Value) Best(
        QuestionReading question, List<RankedSentence> rest, HashSet<TermGroup> covered, List<EvidenceBlock> blocks)
    {
        if (blocks.Count == 0) return (rest[0], rest[0].Value);
        (RankedSentence? Best, double Value) best = (null, 0);
        foreach (var one in rest)
        {
            if (one.Value <= best.Value) break;
            double matched = 1e-6, fresh = 0;
            foreach (var group in question.TermGroups)
            {
                if (!group.StandsIn(one.Sentence.Folded)) continue;
                matched += group.Idf;
                if (!covered.Contains(group)) fresh += group.Idf;
            }
            var value = one.Value * (0.6 + 0.4 * fresh / matched);
            if (value > best.Value) best = (one, value);
        }
        return best;
    }

    /// <summary>What the sentence is understood with: a list its items, an item its list where a list is asked for, a short or dangling sentence its neighbour.</summary>
    private static List<EvidenceBlock> Extend(QuestionReading question, RankedSentence best, IReadOnlyList<RankedSentence> ranked)
    {
        var place = best.Sentence.Place;
        int from = best.Sentence.Index, to = from + 1;
        var known = ranked.Where(one => one.Sentence.Place.Key == place.Key).ToDictionary(one => one.Sentence.Index, one => one.Value);
        var length = place.Sentences[from].Length;
        while (true)
        {
            var after = to < place.Sentences.Count ? known.GetValueOrDefault(to) : -1;
            var before = from > 0 ? known.GetValueOrDefault(from - 1) : -1;
            var dangling = from > 0 && SentenceShape.LeansOnThePrevious(place.Sentences[from]);
            var open = to < place.Sentences.Count && (SentenceShape.IsLeadIn(place.Sentences[to - 1]) || SentenceShape.TurnsRound(place.Sentences[to]));
            if (after < 0 && before < 0) break;
            var forward = open || (!dangling && after >= before);
            var next = forward ? place.Sentences[to] : place.Sentences[from - 1];
            if (length + next.Length > LongestBlock && !(open || dangling)) break;
            if (length + next.Length > Budget) break;
            var wanted = open || dangling || Math.Max(after, before) >= Neighbour || length < ShortBlock;
            if (!wanted) break;
            if (forward) to++;
            else from--;
            length += next.Length;
        }
        var block = new EvidenceBlock(place, from, to, best.Value);
        if (EvidenceList.Around(question, block) is { } list) return list;
        if (question.Compares && place is { Clause: { Level: ClauseLevel.Paragraph } paragraph, Parent: { } article } && article.Children.Sum(child => child.Lead.Length) <= LongestBlock)
        {
            // The rule and its exception stand in neighbouring 款 of one article.
            var others = article.Children.Where(child => child.Id != paragraph.Id).Select(child => EvidencePlace.Of(place.Document, [.. place.Path.SkipLast(1), child]));
            return [block, .. others.Where(other => other.Sentences.Count > 0).Select(other => new EvidenceBlock(other, 0, other.Sentences.Count, best.Value))];
        }
        return [.. LeanedOn(block), block];
    }

    /// <summary>The 款 before one that begins with 前款: without it the reader does not know what is extended, or excepted.</summary>
    private static IEnumerable<EvidenceBlock> LeanedOn(EvidenceBlock block)
    {
        if (block is not { From: 0, Place: { Clause: { Level: ClauseLevel.Paragraph } paragraph, Parent: { } article } } || !SentenceShape.PointsToParagraphBefore(block.Place.Sentences[0])) return [];
        var before = article.Children.TakeWhile(child => child.Id != paragraph.Id).LastOrDefault(child => child.Level == ClauseLevel.Paragraph);
        if (before is null || before.Lead.Length > LongestBlock) return [];
        var place = EvidencePlace.Of(block.Place.Document, [.. block.Place.Path.SkipLast(1), before]);
        return [new EvidenceBlock(place, 0, place.Sentences.Count, block.Value)];
    }

    /// <summary>Blocks of one place that touch, or leave one short sentence between them, become one.</summary>
    private static void Join(List<EvidenceBlock> blocks, EvidenceBlock added)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (block.Place.Key != added.Place.Key) continue;
            var gap = Math.Max(block.From, added.From) - Math.Min(block.To, added.To);
            if (gap > 1 || (gap == 1 && block.Place.Sentences[Math.Min(block.To, added.To)].Length > 100)) continue;
            blocks[i] = block with { From = Math.Min(block.From, added.From), To = Math.Max(block.To, added.To), Value = Math.Max(block.Value, added.Value) };
            return;
        }
        blocks.Add(added);
    }

    private static bool Holds(EvidenceBlock block, EvidenceSentence sentence) =>
        block.Place.Key == sentence.Place.Key && sentence.Index >= block.From && sentence.Index < block.To;

    /// <summary>Two editions, or a cover letter and its text, say the same: once is enough.</summary>
    private static bool Repeats(EvidenceBlock block, EvidenceSentence sentence)
    {
        var said = FoldedText.Of(string.Concat(block.Sentences));
        if (said.Contains(sentence.Folded, StringComparison.Ordinal)) return true;
        if (sentence.Folded.Length < 12) return false;
        var same = 0;
        for (var i = 0; i + 4 <= sentence.Folded.Length; i++)
            if (said.AsSpan().Contains(sentence.Folded.AsSpan(i, 4), StringComparison.Ordinal)) same++;
        return same >= 0.85 * (sentence.Folded.Length - 3);
    }
}
