namespace Assistant.Corpus;

/// <summary>When two printed titles name the same document.</summary>
public static class DocumentTitles
{
    private const string State = "中华人民共和国";

    /// <summary>
    /// Equal for 《中华人民共和国能源法》 and 能源法, whatever the brackets, blanks and width of punctuation: laws are cited without the state's name.
    /// </summary>
    public static string Key(string title)
    {
        var key = ClauseLabel.Compact(title).Replace('(', '（').Replace(')', '）').Replace('〈', '《').Replace('〉', '》').Trim('《', '》');
        return key.StartsWith(State, StringComparison.Ordinal) && key.Length > State.Length + 1 ? key[State.Length..] : key;
    }
}
