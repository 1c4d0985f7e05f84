namespace Assistant.Memos.Verification;

/// <summary>
/// Words as two formats of a memo share them: without white space and marks of direction, with the replacement for what XML cannot hold, and with
/// brackets and colons of one width, which Chinese and English notes print differently.
/// </summary>
internal static class ComparableText
{
    public static string Of(string text) => string.Concat(Digest.Squeeze(VisibleText.Of(text)).Select(Folded));

    private static char Folded(char c) => c switch { '（' => '(', '）' => ')', '：' => ':', '，' => ',', _ => c };
}
