using System.Security.Cryptography;
using System.Text.RegularExpressions;
using HandlebarsDotNet;
using HandlebarsDotNet.Compiler;
using Microsoft.Extensions.AI;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;
using YamlDotNet.Serialization;

namespace Assistant.LanguageModels.Prompts;

/// <summary>A prompt file in, a compiled prompt out, or the line that is wrong.</summary>
internal static partial class PromptReader
{
    // Values are text for a model, not for a browser: nothing is escaped, and a misspelt name is an error instead of an empty place.
    private static readonly IHandlebars Templates = Handlebars.Create(new HandlebarsConfiguration { NoEscape = true, ThrowOnUnresolvedBindingExpression = true });

    private static readonly IDeserializer Yaml = new DeserializerBuilder().WithDuplicateKeyChecking().Build();

    /// <exception cref="PromptException">With file and line.</exception>
    public static Prompt Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var file = Path.GetFileName(path);
        try
        {
            using var reader = new StreamReader(new MemoryStream(bytes));
            var text = reader.ReadToEnd();
            var content = Yaml.Deserialize<PromptFile>(text) ?? throw new PromptException(file, 1, "the file is empty.");
            var lines = KeyLines(text);
            if (content.Name.Length == 0) throw new PromptException(file, 1, "name is missing.");
            if (content.TemplateFormat is not "handlebars") throw new PromptException(file, lines.GetValueOrDefault("template_format", 1), "template_format must be handlebars.");
            if (string.IsNullOrWhiteSpace(content.Template)) throw new PromptException(file, lines.GetValueOrDefault("template", 1), "template is missing.");
            string[] variables = [.. content.InputVariables.Select(variable => variable.Name)];
            var settings = content.Settings.GetValueOrDefault("default");
            return new Prompt(
                content.Name, Convert.ToHexStringLower(SHA256.HashData(bytes)), variables,
                new ChatOptions { Temperature = settings?.Temperature, TopP = settings?.TopP, MaxOutputTokens = settings?.MaxTokens },
                Compile(file, content.Template, lines.GetValueOrDefault("template", 1) + 1, variables));
        }
        catch (YamlException exception)
        {
            throw new PromptException(file, exception.Start.Line, exception.InnerException?.Message ?? exception.Message, exception);
        }
    }

    /// <param name="firstLine">The line of the file on which the template's text begins.</param>
    private static List<PromptMessage> Compile(string file, string template, long firstLine, string[] variables)
    {
        var messages = new List<PromptMessage>();
        var sample = variables.ToDictionary(name => name, _ => (object)"x", StringComparer.Ordinal);
        foreach (Match part in Message().Matches(template))
        {
            var body = part.Groups["body"];
            var line = firstLine + template.AsSpan(0, body.Index).Count('\n');
            try
            {
                var compiled = Templates.Compile(body.Value);
                string Fill(IReadOnlyDictionary<string, object> values) => compiled(values);
                // A name that is not declared shows when the template is filled in, so that is done once here.
                Fill(sample);
                messages.Add(new PromptMessage(new ChatRole(part.Groups["role"].Value), Fill));
            }
            catch (Exception exception) when (exception is HandlebarsException or HandlebarsUndefinedBindingException)
            {
                throw new PromptException(file, line + LineWithin(body.Value, exception), exception.Message, exception);
            }
        }
        if (messages.Count == 0 || Message().Replace(template, "").Trim().Length > 0)
            throw new PromptException(file, firstLine, "the template must be made of <message role=\"system|user|assistant\">…</message>.");
        return messages;
    }

    private static long LineWithin(string body, Exception exception)
    {
        // The parser counts lines from 0 and does not say where an unknown name stands: that is looked up.
        if (exception is HandlebarsUndefinedBindingException { MissingKey: { } key } && body.IndexOf(key, StringComparison.Ordinal) is >= 0 and var at) return body.AsSpan(0, at).Count('\n');
        var line = LineNumber().Match(exception.Message);
        return line.Success && long.TryParse(line.Groups["line"].ValueSpan, out var number) ? number : 0;
    }

    private static Dictionary<string, long> KeyLines(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return stream.Documents is [{ RootNode: YamlMappingNode root }, ..]
            ? root.Children.Keys.OfType<YamlScalarNode>().ToDictionary(key => key.Value ?? "", key => key.Start.Line, StringComparer.Ordinal)
            : [];
    }

    [GeneratedRegex("<message role=\"(?<role>system|user|assistant)\">(?<body>.*?)</message>", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Message();

    [GeneratedRegex(@"\bat (?<line>\d+):\d+|[Ll]ine:? (?<line>\d+)", RegexOptions.ExplicitCapture)]
    private static partial Regex LineNumber();
}
