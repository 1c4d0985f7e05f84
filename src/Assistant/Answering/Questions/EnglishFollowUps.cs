using System.Text.RegularExpressions;

namespace Assistant.Answering.Questions;

/// <summary>The same for English: what about farmers, does it apply to farmers.</summary>
internal static partial class EnglishFollowUps
{
    /// <summary>Words that ask something of their own subject; fewer lean on what was said.</summary>
    private const int Subject = 5;

    /// <summary>Words; in a longer question a pronoun may stand for something that it says itself.</summary>
    private const int Short = 7;

    public static bool IsFollowUp(string question) =>
        Opening().IsMatch(question) || (question.Split(' ').Length <= Short ? Pronoun().IsMatch(question) : PronounFirst().IsMatch(question));

    public static bool SaysItsSubject(string question) => Word().Count(question) >= Subject;

    public static string? Rewrite(string question, string asked)
    {
        if (!IsFollowUp(question)) return null;
        var opening = Opening().Match(question);
        var rest = question[opening.Length..].Trim().TrimEnd('?', '.', ' ');
        if (opening.Success && rest.Length > 0 && !Asking().IsMatch(rest)) return InPlace(asked, Preposition().Replace(rest, "", 1)) ?? $"As for {Preposition().Replace(rest, "", 1)}: {Lower(asked)}";
        if (rest.Length > 0 && Pronoun().IsMatch(rest) && Topic().Match(asked) is { Success: true } topic)
        {
            var whole = Pronoun().Replace(rest, topic.Groups["topic"].Value.TrimEnd('?', ' '), 1);
            return string.Concat(char.ToUpperInvariant(whole[0]).ToString(), whole.AsSpan(1), "?");
        }
        return $"{question.TrimEnd('?', ' ')} ({asked})";
    }

    /// <summary>class E for class D, six-storey buildings for five-storey buildings: what ends or begins with the same word.</summary>
    private static string? InPlace(string asked, string words)
    {
        var parts = words.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is < 2 or > 3) return null;
        var same = string.Join("[ -]", parts.Skip(1).Select(Regex.Escape));
        var byEnd = Regex.Match(asked, $@"\b[\w]+[ -]{same}\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking);
        var place = byEnd.Success ? byEnd : Regex.Match(asked, $@"\b{Regex.Escape(parts[0])}[ -]\w+\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking);
        if (!place.Success || Stop().IsMatch(place.Value) || place.Value.Equals(words, StringComparison.OrdinalIgnoreCase)) return null;
        return string.Concat(asked.AsSpan(0, place.Index), words, asked.AsSpan(place.Index + place.Length));
    }

    private static string Lower(string question) => question.Length > 1 && char.IsLower(question[1]) ? string.Concat(char.ToLowerInvariant(question[0]).ToString(), question.AsSpan(1)) : question;

    [GeneratedRegex("^(?:and what about|what about|how about|and|then|so|also)\\b[ ,]*", RegexOptions.IgnoreCase)]
    private static partial Regex Opening();

    [GeneratedRegex("^(?:for|in|of|about|to)\\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Preposition();

    [GeneratedRegex("\\b(?:it|they|them|this one|that one|its|their|(?:this|that)(?=\\s*(?:$|[?,]|apply|cover|mean|include|is|does|can)))\\b", RegexOptions.IgnoreCase)]
    private static partial Regex Pronoun();

    [GeneratedRegex("^(?:(?:who|what|when|where|which|how|why|much|many|long|is|are|does|do|can|may|must|should|will)\\s+){1,3}(?:it|they|this|that|its|their)\\b(?! (?:year|month|week|city|province|true))", RegexOptions.IgnoreCase)]
    private static partial Regex PronounFirst();

    [GeneratedRegex("\\b(?:who|what|when|where|which|how|why|is|are|does|do|can|may|must|should|will)\\b", RegexOptions.IgnoreCase)]
    private static partial Regex Asking();

    [GeneratedRegex("\\b(?<topic>(?:the|a|an) [^?]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Topic();

    [GeneratedRegex("\\b(?:the|a|an|of|for|in|is|are|to)\\b", RegexOptions.IgnoreCase)]
    private static partial Regex Stop();

    [GeneratedRegex("\\b[a-zA-Z]{4,}\\b")]
    private static partial Regex Word();
}
