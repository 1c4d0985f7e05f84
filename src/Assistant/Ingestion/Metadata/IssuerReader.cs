using System.Text.RegularExpressions;
using Assistant.Corpus;
using Assistant.Corpus.Terms;
using Assistant.Ingestion.Titles;

namespace Assistant.Ingestion.Metadata;

/// <summary>Who issued a document: its signatories; without a signature, what its number, its title, its history or its first sentence names.</summary>
internal static partial class IssuerReader
{
    /// <param name="drafts">All documents of the file: a report in front of a text may say who issued it.</param>
    public static IReadOnlyList<string> Read(IReadOnlyList<DocumentDraft> drafts, int index, DocumentKind kind)
    {
        var draft = drafts[index];
        var signed = Signed(draft.Tail);
        if (signed.Count > 0) return signed;
        var ordered = OfNumber(draft);
        if (ordered.Count > 0) return ordered;
        var history = OfHistory(draft);
        if (history.Count > 0) return history;
        var headed = OfHead(draft);
        if (headed.Count > 0) return headed;
        var titled = IssuerNames.OfTitle(draft.Headline);
        if (kind is DocumentKind.Interpretation or DocumentKind.Article or DocumentKind.QuestionsAndAnswers) return titled;
        // 六部门联合印发… and 某部等六部门印发… leave it to the first sentence to name them.
        var told = draft.CoverIndex is null && (titled.Count == 0 || Several().IsMatch(draft.Headline)) ? OfFirstSentences(draft) : [];
        if (told.Count > titled.Count) return told;
        if (titled.Count > 0 || draft.CoverIndex is not null) return titled;
        var reply = OfReply(draft);
        return reply.Count > 0 ? reply : OfReport(draft, drafts, index);
    }

    /// <summary>Bodies named behind a note (（此件公开发布）, 抄送：…) are addressees, unless nobody has signed before it (（此公告已经某局会签）).</summary>
    private static List<string> Signed(IReadOnlyList<TextParagraph> lines)
    {
        var before = Distinct(lines.TakeWhile(line => !DocumentMarks.IsNote(line.Text)).SelectMany(line => IssuerNames.OfLine(line.Text)));
        if (before.Count > 0) return before;
        var rest = lines.SkipWhile(line => !DocumentMarks.IsNote(line.Text)).SkipWhile(line => DocumentMarks.IsNote(line.Text));
        return Distinct(rest.TakeWhile(line => !DocumentMarks.IsNote(line.Text)).SelectMany(line => IssuerNames.OfLine(line.Text)));
    }

    /// <summary>Below the title stand body and date of lists and plans that carry no signature; a body without a date may be half of a broken title.</summary>
    private static List<string> OfHead(DocumentDraft draft) =>
        draft.Head.Any(paragraph => ChineseDate.Line(paragraph.Text) is not null) ? Distinct(draft.Head.SelectMany(paragraph => IssuerNames.OfLine(paragraph.Text))) : [];

    /// <summary>中华人民共和国国务院令第796号 is of 国务院.</summary>
    private static List<string> OfNumber(DocumentDraft draft)
    {
        foreach (var paragraph in draft.Head)
        {
            if (DocumentNumber.Line(paragraph.Text) is not { } number) continue;
            var match = OrderOf().Match(number.StartsWith('第') ? draft.Title : number);
            if (match.Success) return Split(match.Groups[1].Value);
        }
        return [];
    }

    private static List<string> OfHistory(DocumentDraft draft)
    {
        foreach (var paragraph in draft.Head.Where(paragraph => DocumentMarks.IsHistory(paragraph.Text)))
        {
            var match = Adopted().Match(paragraph.Text);
            if (!match.Success) continue;
            var names = Split(match.Groups[1].Value);
            if (names.Count > 0) return names;
        }
        return [];
    }

    private static IReadOnlyList<string> OfFirstSentences(DocumentDraft draft) =>
        draft.Body.Take(2).Select(paragraph => IssuerNames.OfSentence(paragraph.Text)).FirstOrDefault(names => names.Count > 0) ?? [];

    /// <summary>A letter that speaks as 我部 and names the department to ask: the ministry of that department wrote it.</summary>
    private static IReadOnlyList<string> OfReply(DocumentDraft draft)
    {
        var text = draft.Body.Concat(draft.Tail).ToList();
        var self = text.Select(paragraph => Self().Match(paragraph.Text)).FirstOrDefault(match => match.Success);
        if (self is null) return [];
        for (var i = text.Count - 1; i >= Math.Max(0, text.Count - 6); i--)
        {
            var match = Contact().Match(text[i].Text);
            if (match.Success && match.Groups[1].Value.EndsWith(self.Groups[1].Value, StringComparison.Ordinal)) return [match.Groups[1].Value];
        }
        return [];
    }

    private static IReadOnlyList<string> OfReport(DocumentDraft draft, IReadOnlyList<DocumentDraft> drafts, int index)
    {
        if (draft.Title.Length == 0) return [];
        var key = DocumentTitles.Words(draft.Title);
        // A report stands right before the text it tells of.
        foreach (var other in drafts.Take(index).Skip(index - 3))
        {
            foreach (var paragraph in other.Body.Take(20))
            {
                if (TitleText.Quoted(paragraph.Text).Any(title => string.Equals(DocumentTitles.Words(title), key, StringComparison.Ordinal))
                    && IssuerNames.OfSentence(paragraph.Text) is { Count: > 0 } names) return names;
            }
        }
        return [];
    }

    private static List<string> Split(string names) =>
        Distinct(names.Split(['、', ' ', '，'], StringSplitOptions.RemoveEmptyEntries).Select(name => State().Replace(name, "")).Where(IssuerNames.IsName));

    private static List<string> Distinct(IEnumerable<string> names) => [.. names.Distinct(StringComparer.Ordinal)];

    [GeneratedRegex(@"^([\u4e00-\u9fff、]{2,60}?)(?:令|公告|通告)")]
    private static partial Regex OrderOf();

    [GeneratedRegex(@"日\s*((?:第[一二三四五六七八九十]+届)?(?:全国人民代表大会(?:常务委员会)?|[\u4e00-\u9fff、]{2,40}?)(?=(?:\d{4}年)?第[一二三四五六七八九十\d]+次|审判委员会|令第|检察委员会|公告|发布|公布|批准|常务会议))")]
    private static partial Regex Adopted();

    [GeneratedRegex(@"^中华人民共和国(?=国|工|财|商|教|科|公|民|司|人|自|生|住|交|水|农|文|退|应|海|审|最|外|主)|第[一二三四五六七八九十]+届")]
    private static partial Regex State();

    [GeneratedRegex(@"等[一二三四五六七八九十\d]+(?:个)?(?:部门|部委|单位)|^[一二三四五六七八九十\d]+(?:个)?(?:部门|部委|单位)")]
    private static partial Regex Several();

    [GeneratedRegex(@"我(部|委|局|办|署)")]
    private static partial Regex Self();

    [GeneratedRegex(@"^(?:联系单位[^：:]{0,6}[：:])?\s*([\u4e00-\u9fff]{2,20}?(?:部|委|局|署|办))[\u4e00-\u9fff]{2,14}(?:司|局|办公室|中心)[\s：:]*[\d\-－—、 ]{5,}")]
    private static partial Regex Contact();
}
