using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;

namespace Assistant.Cli;

/// <summary>Results on standard output, complaints on standard error.</summary>
internal static class ConsoleOutput
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        // A clause tree nests two levels of JSON for each of its own.
        MaxDepth = 256,
    };

    public static void Json<T>(T value)
    {
        using var output = Console.OpenStandardOutput();
        JsonSerializer.Serialize(output, value, s_json);
        output.WriteByte((byte)'\n');
    }

    public static void Complain(string message) => Console.Error.WriteLine(message);

    /// <summary>One line in a style of Spectre.Console; words from documents are never read as its markup.</summary>
    public static void Line(string text, string style = "default")
    {
        if (Console.IsOutputRedirected) Console.WriteLine(text);
        else AnsiConsole.MarkupLine($"[{style}]{Markup.Escape(text)}[/]");
    }
}
