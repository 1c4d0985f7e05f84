using System.Text;
using Assistant.Indexing;

namespace Assistant.Retrieval;

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

    public static ParsedQuestion Parse(string question)
    {
        var text = new StringBuilder(question.Normalize(NormalizationForm.FormC));
        foreach (var word in Scaffolding) text.Replace(word, " ");
        var cleaned = text.ToString();
        if (string.IsNullOrWhiteSpace(cleaned)) cleaned = question;
        return new ParsedQuestion(LexicalQuery.Of(cleaned));
    }
}

public sealed record ParsedQuestion(LexicalQuery Query);
