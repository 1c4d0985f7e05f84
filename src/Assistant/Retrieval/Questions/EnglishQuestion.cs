using System.Text.RegularExpressions;
using Assistant.Corpus.Terms;
using Assistant.Indexing.Lexical;

namespace Assistant.Retrieval.Questions;

/// <summary>English words of a question to groups of Chinese candidates, the longest phrase first.</summary>
internal static partial class EnglishQuestion
{
    /// <summary>What a translated word weighs against a word of the question itself: a candidate may be the wrong one.</summary>
    private const double TranslatedWeight = 0.5;

    private static readonly HashSet<string> StopWords = new(StringComparer.Ordinal)
    {
        "a", "an", "the", "of", "in", "on", "at", "to", "for", "from", "by", "with", "without", "and", "or", "not", "no", "is", "are", "was", "were", "be",
        "been", "being", "am", "do", "does", "did", "done", "has", "have", "had", "having", "will", "would", "shall", "should", "can", "could", "may",
        "might", "must", "what", "which", "who", "whom", "whose", "when", "where", "why", "how", "many", "much", "that", "this", "these", "those",
        "there", "here", "it", "its", "they", "them", "their", "he", "she", "his", "her", "we", "us", "our", "you", "your", "i", "my", "me", "if", "then",
        "than", "as", "so", "such", "each", "every", "any", "all", "some", "other", "others", "into", "onto", "over", "under", "between", "among", "within", "during",
        "before", "after", "about", "per", "via", "also", "only", "just", "more", "most", "less", "least", "very", "does", "according", "please", "tell",
        "say", "says", "said", "state", "states", "give", "given", "under", "up", "out", "off", "both", "either", "one", "two", "three", "four", "five",
        "get", "gets", "got", "let", "s", "t", "now", "still", "yet", "upon", "whether", "because", "while", "through", "against", "until", "since",
    };

    public static IReadOnlyList<QueryGroup> Read(string question)
    {
        var words = Words().Matches(question.ToLowerInvariant()).Select(match => match.Value).ToList();
        var groups = new List<QueryGroup>();
        for (var i = 0; i < words.Count;)
        {
            var (candidates, length) = LongestPhrase(words, i);
            if (candidates.Count > 0)
            {
                // The English words themselves may stand in the corpus: abstracts, names.
                var phrase = string.Join(' ', words.Skip(i).Take(length));
                groups.Add(new QueryGroup(TranslatedWeight, [.. candidates, phrase]) { Original = phrase });
            }
            else if (!StopWords.Contains(words[i]))
            {
                groups.Add(new QueryGroup(1, [words[i]]));
            }
            i += length;
        }
        return groups;
    }

    private static (IReadOnlyList<string> Candidates, int Length) LongestPhrase(List<string> words, int start)
    {
        for (var length = Math.Min(Glossary.LongestPhrase, words.Count - start); length > 0; length--)
        {
            if (length == 1 && StopWords.Contains(words[start])) break;
            var found = Glossary.Find(string.Join(' ', words.Skip(start).Take(length)));
            if (found.Count == 0 && length == 1) found = Parts(words[start]);
            if (found.Count > 0) return (found, length);
        }
        return ([], 1);
    }

    /// <summary>A hyphenated word that is not listed is read as its first listed part; the others are lost rather than guessed.</summary>
    private static IReadOnlyList<string> Parts(string word)
    {
        if (!word.Contains('-', StringComparison.Ordinal)) return [];
        var spaced = Glossary.Find(word.Replace('-', ' '));
        return spaced.Count > 0 ? spaced : word.Split('-').Select(Glossary.Find).FirstOrDefault(found => found.Count > 0) ?? [];
    }

    [GeneratedRegex(@"[a-z0-9]+(?:[-'.][a-z0-9]+)*%?")]
    private static partial Regex Words();
}
