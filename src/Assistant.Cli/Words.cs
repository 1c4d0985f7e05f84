namespace Assistant.Cli;

/// <summary>Chinese by default, English with <c>--lang en</c> or <c>ASSISTANT_LANG=en</c>, as on the pages of the web application.</summary>
internal static class Words
{
    private static bool s_english;

    public static bool AreEnglish => s_english;

    public static string Of(string chinese, string english) => s_english ? english : chinese;

    public static string Of(Wording sentence) => sentence.In(s_english);

    /// <summary>An English count: 1 question, 2 questions.</summary>
    public static string Count(long number, string singular) => number == 1 ? $"1 {singular}" : $"{number} {singular}s";

    /// <summary>Looks at the arguments before they are parsed, because help texts are made while the parser is.</summary>
    public static void ChooseFrom(string[] args)
    {
        var at = Array.IndexOf(args, "--lang");
        var language = at >= 0 && at + 1 < args.Length ? args[at + 1]
            : args.FirstOrDefault(arg => arg.StartsWith("--lang=", StringComparison.Ordinal))?["--lang=".Length..]
            ?? Environment.GetEnvironmentVariable("ASSISTANT_LANG");
        s_english = string.Equals(language, "en", StringComparison.OrdinalIgnoreCase);
    }
}
