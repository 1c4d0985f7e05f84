using System.Text.RegularExpressions;
using Assistant.LanguageModels;
using Assistant.LanguageModels.Chat;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Assistant;

/// <summary>Settings as they are used: read, blanks taken for nothing said, folders absolute, and checked before anything starts.</summary>
public static partial class AssistantSettings
{
    private static readonly TimeSpan LongestLimit = TimeSpan.FromDays(1);

    /// <exception cref="OptionsValidationException">Settings cannot be used. Each sentence names one and says what to do, in both languages.</exception>
    public static AssistantOptions Read(IConfiguration configuration)
    {
        var options = Bind(configuration.GetSection(AssistantOptions.Section));
        options.DataPath = AssistantPaths.Resolve(options.DataPath);
        options.CorpusPath = options.CorpusPath is null ? null : AssistantPaths.Resolve(options.CorpusPath);
        options.PromptsPath = options.PromptsPath is null ? null : AssistantPaths.Resolve(options.PromptsPath);
        Wording[] problems = [.. Problems("Chat", options.Chat), .. Problems("Embeddings", options.Embeddings), .. Problems("Rerank", options.Rerank)];
        return problems.Length == 0 ? options : throw Unusable(problems);
    }

    /// <summary>An empty variable in a compose file or a shell says nothing, whatever type the setting has; blanks around a value are none of it.</summary>
    private static AssistantOptions Bind(IConfigurationSection section)
    {
        var said = section.AsEnumerable(makePathsRelative: true).Where(setting => !string.IsNullOrWhiteSpace(setting.Value))
            .Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value!.Trim()));
        try
        {
            return new ConfigurationBuilder().AddInMemoryCollection(said).Build().Get<AssistantOptions>() ?? new AssistantOptions();
        }
        catch (InvalidOperationException exception)
        {
            throw Unusable([Unreadable(exception.Message)]);
        }
    }

    private static Wording Unreadable(string message)
    {
        if (Conversion().Match(message) is not { Success: true } match) return new($"设置无法读取：{message}", $"A setting cannot be read: {message}");
        var (name, value) = (NameOf(match.Groups["path"].Value), match.Groups["value"].Value);
        var (chinese, english) = match.Groups["type"].Value switch
        {
            var type when type.EndsWith(nameof(TimeSpan), StringComparison.Ordinal) => ("时长，如 00:01:30", "a time span such as 00:01:30"),
            var type when type.EndsWith(nameof(Answering.UnsupportedSentences), StringComparison.Ordinal) => ("mark 或 leaveOut", "mark or leaveOut"),
            var type when type.EndsWith(nameof(Boolean), StringComparison.Ordinal) => ("true 或 false", "true or false"),
            _ => ("整数", "a whole number"),
        };
        return new($"{name} 应是{chinese}，现在是“{value}”。", $"{name} should be {english}, not “{value}”.");
    }

    private static IEnumerable<Wording> Problems(string section, ModelEndpointOptions endpoint)
    {
        var prefix = NameOf(section + ":");
        foreach (var (name, limit) in new[] { ("Timeout", endpoint.Timeout), ("FirstTokenTimeout", endpoint.FirstTokenTimeout), ("SmallTaskTimeout", endpoint.SmallTaskTimeout) })
        {
            if (limit <= TimeSpan.Zero || limit > LongestLimit) yield return new($"{prefix}{name} 应大于零、不超过一天。", $"{prefix}{name} should be more than nothing and at most a day.");
        }
        if (endpoint.MaxRetryDelay < TimeSpan.Zero || endpoint.MaxRetryDelay > LongestLimit)
            yield return new($"{prefix}MaxRetryDelay 应在零与一天之间。", $"{prefix}MaxRetryDelay should be between nothing and a day.");
        if (endpoint.MaxRetries is < 0 or > 10) yield return new($"{prefix}MaxRetries 应在 0 与 10 之间。", $"{prefix}MaxRetries should be between 0 and 10.");
        if (endpoint.MaxReplyLength < 1) yield return new($"{prefix}MaxReplyLength 至少为 1。", $"{prefix}MaxReplyLength is at least 1.");
        if (endpoint.BatchSize < 1) yield return new($"{prefix}BatchSize 至少为 1。", $"{prefix}BatchSize is at least 1.");
        // Whoever reads the complaint need not be who may see the key.
        if (endpoint.ApiKey?.Any(c => c is <= ' ' or > '~') is true)
            yield return new($"{prefix}ApiKey 里有空格、汉字或控制字符，多半是复制时多带的。", $"{prefix}ApiKey holds blanks, Han or control characters, copied along most likely.");
        if (endpoint.Endpoint is { } address && AddressProblem(prefix, address) is { } problem) yield return problem;
        if (endpoint.ExtraBody is { } extra && ExtraProblem(prefix, section, extra) is { } wrong) yield return wrong;
    }

    private static Wording? AddressProblem(string prefix, string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0)
            return new($"{prefix}Endpoint 不是网址：{address}。应如 http://localhost:11434/v1。", $"{prefix}Endpoint is no address: {address}. It should be like http://localhost:11434/v1.");
        return Route().Match(address) is { Success: true, Value: var route }
            ? new($"{prefix}Endpoint 只写到接口之前：请去掉末尾的 {route}。", $"{prefix}Endpoint ends before the route: take {route} away.")
            : null;
    }

    private static Wording? ExtraProblem(string prefix, string section, string extra)
    {
        if (section is not "Chat") return new($"{prefix}ExtraBody 不起作用：只有对话请求可以附加字段。", $"{prefix}ExtraBody does nothing: only chat requests take further fields.");
        try
        {
            ChatRequests.Extra(extra);
            return null;
        }
        catch (Exception exception) when (exception is System.Text.Json.JsonException or FormatException)
        {
            var reserved = string.Join(", ", ChatRequests.Reserved);
            return new($"{prefix}ExtraBody 应是一个 JSON 对象，且不含 {reserved}。", $"{prefix}ExtraBody should be a JSON object without {reserved}.");
        }
    }

    /// <summary>As it is written in the environment.</summary>
    private static string NameOf(string path) => $"{AssistantOptions.Section}__{path.Replace(":", "__", StringComparison.Ordinal)}";

    private static OptionsValidationException Unusable(IEnumerable<Wording> problems) =>
        new(AssistantOptions.Section, typeof(AssistantOptions), problems.Select(problem => problem.InBoth));

    // The binder's own sentence; where another version words it otherwise, it is shown as it is.
    [GeneratedRegex("value '(?<value>.*)' at '(?<path>[^']+)' to type '(?<type>[^']+)'", RegexOptions.ExplicitCapture)]
    private static partial Regex Conversion();

    [GeneratedRegex("/(?:chat/completions|completions|embeddings|rerank)/?$", RegexOptions.IgnoreCase)]
    private static partial Regex Route();
}
