namespace Assistant.Answering.Composition;

/// <summary>How an answer's Markdown shows a sentence that no clause bears. One place, so that a page can find such sentences again.</summary>
public static class UnsupportedMark
{
    /// <param name="words">Unescaped, without markers.</param>
    /// <param name="reason">For a reader; unescaped.</param>
    public static string Of(string words, string? reason, AnswerLanguage language) => language == AnswerLanguage.English
        ? $"⚠ {MarkdownText.Escape(words)} (not supported: {MarkdownText.Escape(reason ?? "")})"
        : $"⚠ {MarkdownText.Escape(words)}（未获条文支持：{MarkdownText.Escape(reason ?? "")}）";
}
