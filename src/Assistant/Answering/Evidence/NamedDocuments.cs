using System.Globalization;
using System.Text.RegularExpressions;
using Assistant.Answering.Asking;
using Assistant.Corpus;
using Assistant.Corpus.Terms;

namespace Assistant.Answering.Evidence;

/// <summary>A document that a question names and the corpus does not hold, in that edition or at all.</summary>
/// <param name="Name">Without 《》.</param>
/// <param name="Year">The edition asked for; null where no edition of it is held.</param>
public sealed record MissingDocument(string Name, int? Year);

/// <summary>Whether the corpus has the document that a question names, in 《》 or as a law: 水法规定的有效期. What other laws say is no answer then.</summary>
public sealed partial class NamedDocuments(CorpusStore store)
{
    /// <summary>Characters of a name cut out of a sentence; shorter ones must be a title as they stand.</summary>
    private const int ShortestPart = 4;

    /// <summary>Null where the question names none, or all that it names are held.</summary>
    public MissingDocument? FindMissing(QuestionReading question)
    {
        if (question.IsEnglish) return null;
        var names = question.Titles.Count > 0 ? question.Titles.Select(title => DocumentTitles.Key(title)).ToList() : [.. Law().Matches(LeadsUp().Replace(question.Folded, ",")).Select(match => match.Value).Where(name => !IsNoName().IsMatch(name))];
        foreach (var name in names)
        {
            var held = store.Documents().Where(document => Names(name, FoldedText.Of(DocumentTitles.Key(document.Title)))).ToList();
            if (held.Count == 0) return new MissingDocument(name, null);
            if (YearOf(question.Folded, name) is { } year && !held.Where(document => IsItself(name, document)).Any(document => IsOf(document, year))) return new MissingDocument(name, year);
        }
        return null;
    }

    /// <summary>A short name is part of the title in this order (节水条例 of 节约用水条例), and words before a name are none of it (违反能源法).</summary>
    private static bool Names(string name, string title)
    {
        if (title.Length == 0) return false;
        if (name.EndsWith(title, StringComparison.Ordinal) || title.Contains(name, StringComparison.Ordinal)) return true;
        if (title[^1] != name[^1]) return false;
        for (var from = 0; name.Length - from >= Math.Min(ShortestPart, name.Length); from++)
            if (IsInOrder(name.AsSpan(from), title)) return true;
        return false;
    }

    /// <summary>And not what explains it or puts it into effect.</summary>
    private static bool IsItself(string name, DocumentSummary document) => FoldedText.Of(DocumentTitles.Key(document.Title)).TrimEnd(')') is { Length: > 0 } title && (title[^1] == name[^1] || title.Contains(name + "(", StringComparison.Ordinal));

    private static bool IsInOrder(ReadOnlySpan<char> name, string title)
    {
        var at = 0;
        foreach (var c in title)
            if (at < name.Length && c == name[at]) at++;
        return at == name.Length;
    }

    /// <summary>2014年的政府采购法, 《…》（2018年修正）.</summary>
    private static int? YearOf(string question, string name)
    {
        var at = question.IndexOf(name, StringComparison.Ordinal);
        if (at < 0) return null;
        var before = YearBefore().Match(question[..at]);
        var match = before.Success ? before : YearBehind().Match(question[(at + name.Length)..]);
        return match.Success ? int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture) : null;
    }

    /// <summary>Also true of a document that nothing dates.</summary>
    private static bool IsOf(DocumentSummary document, int year)
    {
        var printed = year.ToString(CultureInfo.InvariantCulture);
        if (document.Date?.Year == year || document.EffectiveDate?.Year == year || document.Title.Contains(printed, StringComparison.Ordinal) || document.SourcePath.Contains(printed, StringComparison.Ordinal)) return true;
        return document.Date is null && document.EffectiveDate is null && !AnyYear().IsMatch(document.SourcePath);
    }

    [GeneratedRegex("(?:[\\p{IsCJKUnifiedIdeographs}-[的在与和及或对是按据由有被把新旧该本这那哪几]]){1,20}(?:法典|(?<![方做办玩合违非依执司立看说想用算书手疗技无])法|条例)(?=[第的对中里是规什何还有由从自于,?》施生实管]|$)")]
    private static partial Regex Law();

    /// <summary>Words before a name, and none of it.</summary>
    [GeneratedRegex("违反|违背|依照|依据|根据|按照|符合|适用|请问|关于|规定|我国|现行|最新|新版|新修订|哪[个部]|什么|怎么|如何")]
    private static partial Regex LeadsUp();

    [GeneratedRegex("^(?:.{0,2}条例|宪法|民法|刑法|商法|行政法|经济法|劳动法|国际法|办法|条例|法)$|[哪几]|什么|多少")]
    private static partial Regex IsNoName();

    [GeneratedRegex("(?<year>(?:19|20)[0-9]{2})年?(?:版|修[订正]|公布|发布|施行|实施)?的?《?$")]
    private static partial Regex YearBefore();

    [GeneratedRegex("^》?[(](?<year>(?:19|20)[0-9]{2})年?(?:版|本|修[订正])?[)]")]
    private static partial Regex YearBehind();

    [GeneratedRegex("(?:19|20)[0-9]{2}")]
    private static partial Regex AnyYear();
}
