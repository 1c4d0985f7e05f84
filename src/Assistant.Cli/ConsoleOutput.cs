using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;

namespace Assistant.Cli;

/// <summary>Results on standard output, complaints on standard error.</summary>
internal static class ConsoleOutput
{
    private static readonly JsonSerializerOptions JsonSettings = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        // A clause tree nests two levels of JSON for each of its own.
        MaxDepth = 256,
    };

    public static void Json<T>(T value)
    {
        using var output = Console.OpenStandardOutput();
        JsonSerializer.Serialize(output, value, JsonSettings);
        output.WriteByte((byte)'\n');
    }

    public static void Complain(string message) => Console.Error.WriteLine(Printable(message));

    /// <summary>A piece of a line.</summary>
    public static void Write(string text) => Console.Write(Printable(text));

    /// <summary>One line in a style of Spectre.Console; words from documents are never read as its markup.</summary>
    public static void Line(string text, string style = "default")
    {
        text = Printable(text);
        if (Console.IsOutputRedirected) Console.WriteLine(text);
        else AnsiConsole.MarkupLine($"[{style}]{Markup.Escape(text)}[/]");
    }

    /// <summary>
    /// Without control characters but tab and line break: words of a document must not move a terminal's cursor, colour it or set its title, and ESC
    /// or its one-byte form of C1 begins just that.
    /// </summary>
    private static string Printable(string text) =>
        text.AsSpan().IndexOfAny(Controls) < 0 ? text : string.Concat(text.Where(character => !Controls.Contains(character)));

    private static readonly SearchValues<char> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 0xa0).Select(code => (char)code).Where(character => char.IsControl(character) && character is not ('\t' or '\n' or '\r'))]);
}
