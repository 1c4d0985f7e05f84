using System.CommandLine;

namespace Assistant.Cli;

/// <summary>Switches every command takes.</summary>
internal static class GlobalOptions
{
    public static Option<string?> Data { get; } = new("--data")
    {
        Description = Words.Of("数据文件夹（文库数据库与索引）", "Folder of the corpus database and the index"),
        HelpName = "DIR",
        Recursive = true,
    };

    public static Option<string?> Corpus { get; } = new("--corpus")
    {
        Description = Words.Of("文件所在的文件夹", "Folder of documents"),
        HelpName = "DIR",
        Recursive = true,
    };

    public static Option<bool> Json { get; } = new("--json")
    {
        Description = Words.Of("标准输出只写 JSON", "JSON alone on standard output"),
        Recursive = true,
    };

    private static Option<string?> Language { get; } = new("--lang")
    {
        Description = Words.Of("界面语言：zh（默认）或 en", "Language of messages: zh (default) or en"),
        HelpName = "zh|en",
        Recursive = true,
    };

    public static void AddTo(RootCommand root)
    {
        root.Add(Data);
        root.Add(Corpus);
        root.Add(Json);
        root.Add(Language);
    }
}
