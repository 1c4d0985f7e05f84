using System.Text.RegularExpressions;
using Assistant.Answering.Asking;
using Assistant.Corpus;

namespace Assistant.Answering.Evidence;

/// <summary>
/// 有下列情形之一的：（一）…（二）…: the line that introduces a list is no answer without its items, an item none without the line. Of the items
/// either those that the question names are shown, or all: a selection by likeness would pass for the whole.
/// </summary>
public static partial class EvidenceList
{
    /// <summary>Characters; a longer list ends early and says so.</summary>
    private const int Longest = 1200;

    /// <summary>An item is named as well when the question says this share of what it says of the item it names best.</summary>
    private const double NamedShare = 0.5;

    /// <summary>The list that a place introduces or stands in: where its lead-in stands. Null where it is no part of a list.</summary>
    public static (string Document, int Start)? KeyOf(EvidencePlace place) =>
        place.Clause is { } lead && Introduces(lead) ? (place.Document.Id, lead.LeadSpan.Start)
        : place.FoldedLeadIn.Length > 0 ? (place.Document.Id, place.Parent!.LeadSpan.Start)
        : null;

    /// <summary>Lead-in and items, in order; null where the block is no part of a list.</summary>
    /// <param name="found">Where it ends before the lead-in its clause ends with, it stands for itself.</param>
    public static List<EvidenceBlock>? Around(QuestionReading question, EvidenceBlock found)
    {
        var place = found.Place;
        if (place.Clause is { } clause && Introduces(clause))
            return found.To == place.Sentences.Count ? [found, .. Items(question, place, found)] : null;
        if (place.FoldedLeadIn.Length == 0) return null;
        var above = EvidencePlace.Of(place.Document, [.. place.Path.SkipLast(1)]);
        var leadIn = new EvidenceBlock(above, above.Sentences.Count - 1, above.Sentences.Count, found.Value);
        return [leadIn, .. Items(question, above, found)];
    }

    private static bool Introduces(Clause clause) => clause.Children.Count > 0 && SentenceShape.IsLeadIn(clause.Lead.TrimEnd());

    private static List<EvidenceBlock> Items(QuestionReading question, EvidencePlace lead, EvidenceBlock found)
    {
        var items = lead.Clause!.Children.Select(child => Below(lead, child).ToList()).ToList();
        var shown = Named(question, lead, items);
        var blocks = new List<EvidenceBlock>();
        var left = Longest;
        for (var i = 0; i < shown.Count; i++)
        {
            var length = shown[i].Sum(place => place.Sentences.Sum(sentence => sentence.Length));
            if (length > left && blocks.Count > 0)
            {
                blocks[^1] = blocks[^1] with { LeftOut = shown.Count - i };
                break;
            }
            left -= length;
            blocks.AddRange(shown[i].Where(place => place.Sentences.Count > 0).Select(place => new EvidenceBlock(place, 0, place.Sentences.Count, found.Value)));
        }
        return blocks;
    }

    /// <summary>An item, and what it introduces in turn.</summary>
    private static IEnumerable<EvidencePlace> Below(EvidencePlace lead, Clause item)
    {
        var place = EvidencePlace.Of(lead.Document, [.. lead.Path, item]);
        yield return place;
        if (!Introduces(item)) yield break;
        foreach (var child in item.Children)
            foreach (var below in Below(place, child)) yield return below;
    }

    /// <summary>The items that the question tells from the others; all where it names none, or asks for each.</summary>
    private static List<List<EvidencePlace>> Named(QuestionReading question, EvidencePlace lead, List<List<EvidencePlace>> items)
    {
        if (items.Count < 2 || AsksForEach().IsMatch(question.Folded)) return items;
        var classes = ClassName().Matches(question.Folded).Select(match => match.Value).Distinct(StringComparer.Ordinal).ToList();
        var texts = items.Select(item => string.Concat(item.Select(place => place.Folded))).ToList();
        var ofClass = items.Where((_, i) => classes.Exists(name => texts[i].Contains(name, StringComparison.Ordinal))).ToList();
        if (ofClass.Count > 0 && ofClass.Count < items.Count) return ofClass;
        if (question.WantsList) return items;

        var known = lead.Context + lead.Folded;
        var telling = question.TermGroups.Where(group => !group.IsSingle && !group.StandsIn(known) && 2 * texts.Count(group.StandsIn) <= items.Count).ToList();
        var weights = texts.Select(text => telling.Where(group => group.StandsIn(text)).Sum(group => group.Idf)).ToList();
        var most = weights.Max();
        return most > 0 ? [.. items.Where((_, i) => weights[i] >= NamedShare * most)] : items;
    }

    [GeneratedRegex("[各每](?:类|级|档|种|等级|类别)|分别|所有|全部|哪[几些]|几[类级档种]")]
    private static partial Regex AsksForEach();

    /// <summary>B类, 甲级, 三档: the names by which lists tell classes of persons, projects, sums apart.</summary>
    [GeneratedRegex("[a-z甲乙丙丁戊一二三四五六七八九十0-9](?:类|级|档|等(?!于)|型)")]
    private static partial Regex ClassName();
}
