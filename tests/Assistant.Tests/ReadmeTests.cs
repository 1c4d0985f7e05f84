using System.Text.RegularExpressions;
using Assistant.LanguageModels;
using Assistant.Web;

namespace Assistant.Tests;

/// <summary>The pages that newcomers read first name what is there, and all of it.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Engine = Path.Combine(AssistantPaths.Home, "src", "Assistant");

    [Fact]
    public void The_engines_page_names_every_folder()
    {
        var page = File.ReadAllText(Path.Combine(Engine, "README.md"));
        var folders = Directory.GetDirectories(Engine).Select(folder => Path.GetFileName(folder)!).Where(name => name is not ("bin" or "obj"));

        Assert.DoesNotContain(folders, folder => !page.Contains($"`{folder}/", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_file_the_engines_page_names_is_there() =>
        Assert.DoesNotContain(NamedFiles(File.ReadAllText(Path.Combine(Engine, "README.md"))), file => !IsThere(file));

    /// <summary>Whoever comes to mend a fault is sent there.</summary>
    [Fact]
    public void Every_file_the_page_of_a_folder_names_is_there()
    {
        var sources = Path.Combine(AssistantPaths.Home, "src");
        var pages = Directory.GetFiles(sources, "README.md", SearchOption.AllDirectories);
        var missing = pages.SelectMany(page => NamedFiles(File.ReadAllText(page)).Where(file => !Path.Exists(Path.Combine(Path.GetDirectoryName(page)!, file)) && !IsThere(file))
            .Select(file => $"{Path.GetRelativePath(sources, page)}: {file}"));

        Assert.True(pages.Length > 8);
        Assert.Empty(missing);
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh-CN.md")]
    public void Every_command_and_file_the_readme_names_is_there(string name)
    {
        var page = File.ReadAllText(Path.Combine(AssistantPaths.Home, name));
        var commands = Directory.GetFiles(Path.Combine(AssistantPaths.Home, "src", "Assistant.Cli", "Commands"), "*Command.cs")
            .Select(file => Path.GetFileNameWithoutExtension(file)[..^"Command".Length].ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
        var mentioned = CliCommand().Matches(page).Select(match => match.Groups[1].Value).ToList();

        Assert.NotEmpty(mentioned);
        Assert.DoesNotContain(mentioned, command => !commands.Contains(command));
        Assert.DoesNotContain(commands, command => !page.Contains($"`{command}", StringComparison.Ordinal)); // none is kept from the reader
        Assert.DoesNotContain(Projects().Matches(page).Select(match => match.Value), IsMissing);
        Assert.DoesNotContain(Links().Matches(page).Select(match => match.Groups[1].Value), IsMissing);
        Assert.Contains("dotnet run --project src/Assistant.Web", page, StringComparison.Ordinal);
        Assert.Contains("./test", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh-CN.md")]
    public void Every_setting_the_readme_names_is_one_and_no_server_is_kept_from_the_reader(string name)
    {
        var page = File.ReadAllText(Path.Combine(AssistantPaths.Home, name));
        var named = Setting().Matches(page).Select(match => match.Groups[1].Value.Split("__")).ToList();

        Assert.NotEmpty(named);
        // One is read by the web application alone.
        named.RemoveAll(parts => string.Join(':', [AssistantOptions.Section, .. parts]) is KnownHosts.Setting);
        Assert.DoesNotContain(named, parts => parts.Aggregate((Type?)typeof(AssistantOptions), (type, part) => type?.GetProperty(part)?.PropertyType) is null);
        foreach (var endpoint in typeof(AssistantOptions).GetProperties().Where(property => property.PropertyType == typeof(ModelEndpointOptions)))
            Assert.Contains($"Assistant__{endpoint.Name}__Endpoint", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_test_command_can_be_started()
    {
        if (OperatingSystem.IsWindows()) return;
        foreach (var script in (string[])["test", ".ci/run"])
            Assert.True(File.GetUnixFileMode(Path.Combine(AssistantPaths.Home, script)).HasFlag(UnixFileMode.UserExecute), script);
    }

    private static IEnumerable<string> NamedFiles(string page) => FileName().Matches(page).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal);

    private static bool IsMissing(string path) => !Path.Exists(Path.Combine(AssistantPaths.Home, path));

    private static bool IsThere(string file) => Path.Exists(Path.Combine(Engine, file)) || Path.Exists(Path.Combine(AssistantPaths.Home, file))
        || Path.Exists(Path.Combine(AssistantPaths.Home, "src", file));

    [GeneratedRegex(@"`([A-Za-z0-9_./-]+\.(?:cs|razor|yaml|md|json|jsonl|yml))`")]
    private static partial Regex FileName();

    [GeneratedRegex("Assistant__([A-Za-z]+(?:__[A-Za-z]+)*)")]
    private static partial Regex Setting();

    [GeneratedRegex(@"--project src/Assistant\.Cli -- ([a-z]+)")]
    private static partial Regex CliCommand();

    [GeneratedRegex(@"(?:src|tests)/[A-Za-z0-9./-]*[A-Za-z0-9]")]
    private static partial Regex Projects();

    [GeneratedRegex(@"\]\((?!https?:|#)([^)#]+)")]
    private static partial Regex Links();
}
