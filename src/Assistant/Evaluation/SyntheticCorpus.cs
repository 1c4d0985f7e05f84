using System.Text;
using Assistant.Corpus.Labels;

namespace Assistant.Evaluation;

/// <summary>
/// Makes a corpus of any size with the statistics of a real one: clause lengths drawn from it, characters from a chain in which each follows the one before as
/// often as it does there. One character in twelve is drawn from all, so that new pairs keep coming as a corpus grows, as they do in real ones. The text
/// means nothing; it is for measuring speed and size, never quality.
/// </summary>
public sealed class SyntheticCorpus
{
    private const int ArticlesPerFile = 60;
    private const double Fresh = 1.0 / 12;
    private const int ShortestClause = 20;
    private const int LongestClause = 800;

    /// <summary>After 第X条 these make a mention of an article and not the start of one.</summary>
    private const string NeverFirst = "，。、；的和或及与至到第等之所中规";

    private readonly Dictionary<char, List<char>> _followers = [];
    private readonly List<char> _all = [];
    private readonly List<int> _lengths = [];
    private readonly Random _random;

    /// <param name="sample">Texts of real clauses; at least one.</param>
    /// <param name="seed">The same seed and sample give the same corpus.</param>
    public SyntheticCorpus(IEnumerable<string> sample, int seed)
    {
        _random = new Random(seed);
        foreach (var text in sample)
        {
            var words = string.Concat(text.Where(c => c is '，' or '。' or '、' or '；' || char.IsLetterOrDigit(c)));
            if (words.Length < ShortestClause) continue;
            _lengths.Add(Math.Min(words.Length, LongestClause));
            for (var i = 0; i + 1 < words.Length; i++)
            {
                _all.Add(words[i]);
                if (!_followers.TryGetValue(words[i], out var next)) _followers[words[i]] = next = [];
                next.Add(words[i + 1]);
            }
        }
        if (_lengths.Count == 0) throw new InvalidDataException("文库里没有可供模仿的条款（the corpus has no clauses to imitate）");
    }

    /// <summary>Writes files of articles below the folder and returns some of their texts, to ask about.</summary>
    /// <param name="keep">How many texts to return, evenly spread.</param>
    public IReadOnlyList<string> Write(string folder, int clauses, int keep, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var kept = new List<string>();
        var every = Math.Max(1, clauses / keep);
        for (var first = 0; first < clauses; first += ArticlesPerFile)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var number = (first / ArticlesPerFile) + 1;
            var file = new StringBuilder($"合成样本管理办法第{number}号\n\n");
            for (var i = first; i < Math.Min(clauses, first + ArticlesPerFile); i++)
            {
                var text = Clause();
                file.Append('第').Append(ChineseNumeral.Format(i - first + 1)).Append("条　").Append(text).Append("\n\n");
                if (i % every == 0 && kept.Count < keep) kept.Add(text);
            }
            File.WriteAllText(Path.Combine(folder, $"{number:000000}.txt"), file.ToString());
        }
        return kept;
    }

    /// <summary>Two pieces of a clause in the frame of a question, as a reader half remembers it.</summary>
    public string Question(string clause)
    {
        string Piece()
        {
            var length = _random.Next(4, 9);
            return clause.Substring(_random.Next(0, Math.Max(1, clause.Length - length)), Math.Min(length, clause.Length));
        }
        return $"{Piece()}，{Piece()}有哪些规定？";
    }

    private string Clause()
    {
        var length = _lengths[_random.Next(_lengths.Count)];
        var text = new StringBuilder(length + 1);
        var last = _all[_random.Next(_all.Count)];
        while (NeverFirst.Contains(last, StringComparison.Ordinal)) last = _all[_random.Next(_all.Count)];
        while (text.Length < length)
        {
            text.Append(last);
            var next = _random.NextDouble() >= Fresh && _followers.TryGetValue(last, out var after) ? after : _all;
            last = next[_random.Next(next.Count)];
        }
        return text.Append('。').ToString();
    }
}
