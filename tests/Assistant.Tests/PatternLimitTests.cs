using System.Reflection;
using System.Text.RegularExpressions;

namespace Assistant.Tests;

public sealed class PatternLimitTests
{
    /// <summary>An endless match would hold an ingestion, or a reader's answer, for ever. What does not backtrack has none.</summary>
    [Fact]
    public void Every_pattern_of_the_engine_has_the_one_time_limit()
    {
        const BindingFlags all = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var patterns = typeof(AssistantOptions).Assembly.GetTypes().SelectMany(type => type.GetMethods(all))
            .Where(method => method.GetCustomAttribute<GeneratedRegexAttribute>() is { } pattern && !pattern.Options.HasFlag(RegexOptions.NonBacktracking)).ToList();

        Assert.True(patterns.Count > 100);
        Assert.Equal("", string.Join("\n", patterns.Where(pattern => ((Regex)pattern.Invoke(null, null)!).MatchTimeout != PatternLimit.Longest).Select(pattern => $"{pattern.DeclaringType}.{pattern.Name}")));
    }
}
