using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Assistant.Tests.Cli;

/// <summary>What a run of the real command line left behind.</summary>
public sealed record CommandResult(int ExitCode, string Output, string Error)
{
    /// <summary>Standard output as JSON; fails when anything else stands there.</summary>
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;
}

/// <summary>Starts the command line as a process of its own, as a shell does.</summary>
public static class CommandLine
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Where it was built, in the configuration of the tests: beside the tests stands a copy that lacks what ASP.NET brings along.</summary>
    public static string Program { get; } = Path.Combine(
        AssistantPaths.Home, "src", "Assistant.Cli", Path.GetRelativePath(Path.Combine(AssistantPaths.Home, "tests", "Assistant.Tests"), AppContext.BaseDirectory), "Assistant.Cli.dll");

    public static string Dotnet { get; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    public static Task<CommandResult> RunAsync(params string[] args) => RunAsync(environment: null, args);

    public static Task<CommandResult> RunAsync(IReadOnlyDictionary<string, string>? environment, params string[] args) => RunAsync(Dotnet, [], environment, args);

    /// <param name="program">What starts the command line: itself, or a shell or the like.</param>
    /// <param name="before">Its arguments before those that would be typed.</param>
    public static async Task<CommandResult> RunAsync(string program, string[] before, IReadOnlyDictionary<string, string>? environment, string[] args)
    {
        var start = new ProcessStartInfo(program)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var arg in before) start.ArgumentList.Add(arg);
        if (program != Dotnet) start.ArgumentList.Add(Dotnet);
        start.ArgumentList.Add(Program);
        foreach (var arg in args) start.ArgumentList.Add(arg);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal)) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return new CommandResult(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException exception)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{string.Join(' ', args)} ran for more than {Patience}", exception);
        }
    }
}
