using System.Text;
using Assistant.Indexing.Lexical;

namespace Assistant.Retrieval.Questions;

/// <summary>A question to what is looked for.</summary>
public static class QuestionParser
{
    /// <summary>
    /// Words that only make a sentence a question, longest first. A longer list costs R@1: 可以, 应该, 需要 and 的 carry meaning in law.
    /// </summary>
    private static readonly string[] Scaffolding =
    [
        "什么时候", "是不是", "能不能", "有没有", "为什么", "有哪些", "怎么办", "怎么样", "怎么", "怎样", "是否", "如何", "哪些", "哪个", "哪种",
        "什么", "多少", "多久", "我们", "分别", "吗", "呢",
    ];

    public static LexicalQuery Parse(string question)
    {
        if (IsEnglish(question)) return new LexicalQuery(EnglishQuestion.Read(question));
        var cleaned = new StringBuilder(question);
        foreach (var word in Scaffolding) cleaned.Replace(word, " ");
        var rest = cleaned.ToString();
        if (!rest.Any(char.IsLetterOrDigit)) rest = question;
        // An English word inside a Chinese question is looked for as it is and in Chinese.
        var translated = EnglishQuestion.Read(question).Where(group => group.Original is not null);
        return new LexicalQuery([new QueryGroup(1, [rest]), .. translated]);
    }

    /// <summary>Fewer Han characters than one in five letters.</summary>
    private static bool IsEnglish(string text)
    {
        var han = text.Count(ChineseTokenizer.IsHan);
        var latin = text.Count(char.IsAsciiLetter);
        return latin > 0 && han * 5 < latin + han;
    }
}
