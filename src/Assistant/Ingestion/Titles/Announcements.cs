using System.Text.RegularExpressions;
using Assistant.Corpus.Terms;
using Assistant.Ingestion.Paragraphs;

namespace Assistant.Ingestion.Titles;

/// <summary>What the documents read so far say will follow: the text that a notice carries, the annexes it lists.</summary>
internal sealed partial class Announcements
{
    /// <summary>Sentences of a notice that are read; what it carries is named in its first and last ones.</summary>
    private const int MostSentences = 400;

    private readonly HashSet<string> _titles = new(StringComparer.Ordinal);
    private int _read;
    private bool _inAnnexList;

    /// <summary>The document read last hands on others: a notice, an announcement, a headline 某部印发《…》.</summary>
    public bool IsNotice { get; private set; }

    /// <param name="key">As <see cref="DocumentTitles.Words"/> makes it.</param>
    public bool Names(string key) => _titles.Contains(key);

    public void Begin(string title)
    {
        // What a notice announced stays announced while its own text and what it carries are read; a new notice starts afresh.
        var isNotice = Notice().IsMatch(title);
        if (isNotice || TitleShape.IsExplanation(title)) _titles.Clear();
        else _titles.Remove(DocumentTitles.Words(title));
        IsNotice = isNotice;
        _read = 0;
        _inAnnexList = false;
        if (isNotice && !TitleShape.IsExplanation(title)) Add(title);
    }

    public void Read(string paragraph)
    {
        if (_read++ > MostSentences || !IsNotice) return;
        if (DocumentMarks.StartsAnnexList(paragraph) || _inAnnexList)
        {
            _inAnnexList = paragraph.Length < 120 && !LineWrapping.Ends(paragraph) || DocumentMarks.IsAnnexMark(paragraph);
            if (_inAnnexList) _titles.Add(DocumentTitles.Words(TitleText.Clean(AnnexNumber().Replace(paragraph, ""))));
        }
        else if (Issuing().IsMatch(paragraph)) Add(paragraph);
    }

    private void Add(string text)
    {
        foreach (var title in TitleText.Quoted(text)) _titles.Add(DocumentTitles.Words(title));
        var bare = BareTitle().Match(text);
        if (bare.Success) _titles.Add(DocumentTitles.Words(bare.Groups[1].Value));
    }

    [GeneratedRegex(@"印发|发布|公布|转发|通知|公告|通报|签署|出台|批转|令")]
    private static partial Regex Notice();

    [GeneratedRegex(@"现将|印发|发布|公布|予以公布|批准|通过|转发")]
    private static partial Regex Issuing();

    /// <summary>某部印发关于…的若干措施: a title without 《》.</summary>
    [GeneratedRegex(@"(?:印发|发布|公布|出台)(关于[^《》，。；]{6,80})$")]
    private static partial Regex BareTitle();

    [GeneratedRegex(@"^(?:附\s*(?:件|表|录)?\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})?\s*[：:])?\s*(?:\d{1,2}\s*[.．、])?\s*")]
    private static partial Regex AnnexNumber();
}
