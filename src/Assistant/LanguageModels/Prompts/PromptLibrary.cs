namespace Assistant.LanguageModels.Prompts;

/// <summary>Every word said to a model: the files of <c>prompts/</c>, read once at start. Changing one needs no build, only a restart.</summary>
public sealed class PromptLibrary
{
    private PromptLibrary(string folder)
    {
        Answer = Read(folder, "answer", "passages", "question", "language");
        RewriteQuestion = Read(folder, "rewrite-question", "history", "question");
        SuggestQuestions = Read(folder, "suggest-questions", "question", "passages", "language");
        TranslateQuestion = Read(folder, "translate-question", "question");
    }

    public Prompt Answer { get; }

    public Prompt RewriteQuestion { get; }

    public Prompt SuggestQuestions { get; }

    public Prompt TranslateQuestion { get; }

    /// <exception cref="PromptException">A file is missing or broken; with file and line.</exception>
    public static PromptLibrary Load(string folder) => new(folder);

    private static Prompt Read(string folder, string name, params string[] given)
    {
        var path = Path.Combine(folder, name + ".yaml");
        if (!File.Exists(path)) throw new PromptException(path, 1, "the file is missing.");
        var prompt = PromptReader.Read(path);
        var unknown = prompt.Variables.Except(given, StringComparer.Ordinal).FirstOrDefault();
        return unknown is null ? prompt : throw new PromptException(Path.GetFileName(path), 1, $"the program has no value for the variable {unknown}; it has {string.Join(", ", given)}.");
    }
}
