using Assistant.Corpus;

namespace Assistant.Retrieval.Ranking;

/// <summary>How much weight a document carries in law, read off its title: a question about the law is answered by the law before the rule that repeats it.</summary>
public static class DocumentAuthority
{
    /// <summary>2 for a law, 1 for a regulation or judicial interpretation, 0 for anything else.</summary>
    public static int LevelOf(DocumentSummary document)
    {
        var title = WithoutBrackets(document.Title);
        if (title.EndsWith("条例") || title.StartsWith("最高人民法院") || title.StartsWith("最高人民检察院")) return 1;
        if (title.EndsWith("法典") || title.EndsWith("宪法")) return 2;
        return title.EndsWith("法") && !title.EndsWith("办法") ? 2 : 0;
    }

    /// <summary>某某法（2018年修正） and 某某条例(试行) to the title proper.</summary>
    internal static ReadOnlySpan<char> WithoutBrackets(string title)
    {
        var text = title.AsSpan().Trim();
        while (text is [.., ')' or '）'] && text.LastIndexOfAny('(', '（') is var open and > 0) text = text[..open].TrimEnd();
        return text;
    }
}
