using System.Text;
using Assistant.Answering.Citations;
using Assistant.Answering.Composition;
using Assistant.Grounding;
using Assistant.Grounding.Facts;

namespace Assistant.Answering.Generation;

/// <summary>The sentences of a model's reply in, checked Markdown with our own citation numbers out. One for each answer.</summary>
internal sealed class AnswerWriter(SentenceGrounder grounder, CitationBook book, int passages, UnsupportedSentences unsupported, AnswerLanguage language)
{
    private readonly StringBuilder _text = new();
    private readonly List<(Statement Statement, GroundedSentence? Grounded)> _statements = [];
    private readonly HashSet<string> _said = new(StringComparer.Ordinal);
    private string _gap = "";

    public string Text => _text.ToString();

    public IReadOnlyList<Statement> Statements => [.. _statements.Select(one => one.Statement)];

    /// <summary>Citations of passages that were never given.</summary>
    public int InventedCitations { get; private set; }

    public int Supported => _statements.Count(one => one.Statement is { Supported: true, Citations.Count: > 0 });

    public int Unsupported => _statements.Count(one => !one.Statement.Supported);

    /// <param name="sentence">As the model wrote it, with markers and the white space around it.</param>
    public IEnumerable<AnswerEvent> Add(string sentence)
    {
        var (plain, numbers) = CitationParser.Parse(sentence);
        var known = numbers.Where(number => number >= 1 && number <= passages).ToList();
        InventedCitations += numbers.Count - known.Count;
        var (lead, words, gap) = Layout(plain);
        if (words.Length == 0 || IsRefusal(words) || !_said.Add(words))
        {
            _gap = Widest(_gap, gap);
            yield break;
        }
        if (IsHeading(words))
        {
            foreach (var piece in Emit(lead, MarkdownText.Escape(words), gap)) yield return piece;
            yield break;
        }
        var grounded = grounder.Ground(words, known);
        var cited = new List<int>();
        foreach (var support in grounded.Supports)
        {
            if (book.Cite(support) is not { } found) continue;
            if (found.IsNew) yield return new AnswerEvent.CitationFound(found.Citation);
            if (!cited.Contains(found.Citation.Number)) cited.Add(found.Citation.Number);
        }
        if (cited.Count == 0 && grounded.Verdict.Supported) grounded = new GroundedSentence(new GroundingVerdict(GroundingProblem.NoCitation, "", "", 0), []);
        var reason = grounded.Reason?.In(language);
        _statements.Add((new Statement(words, cited, grounded.Verdict.Supported, reason), grounded));
        if (grounded.Verdict.Supported)
        {
            foreach (var piece in Emit(lead, MarkdownText.Escape(words) + string.Concat(cited.Select(number => $"[{number}]")), gap)) yield return piece;
        }
        else if (unsupported == UnsupportedSentences.Mark)
        {
            foreach (var piece in Emit(lead, UnsupportedMark.Of(words, reason, language), gap, _statements[^1].Statement)) yield return piece;
        }
        else
        {
            _gap = Widest(_gap, gap);
        }
    }

    /// <summary>The exceptions that the clauses go on to make and no sentence told, quoted.</summary>
    public IEnumerable<AnswerEvent> Provisos()
    {
        foreach (var (statement, grounded) in _statements.ToList())
        {
            if (grounded is not { Verdict: { Problem: GroundingProblem.ProvisoFollows, Source: { Length: > 6 } proviso } } || !_said.Add(proviso)) continue;
            var opening = proviso[..6];
            if (_statements.Exists(one => one.Statement.Supported && TextFolding.Fold(one.Statement.Text).Contains(opening, StringComparison.Ordinal))) continue;
            if (grounded.Supports.Count == 0 || book.Cite(grounded.Supports[0] with { Words = proviso, Within = grounded.Supports[0].Passage.Span }) is not { } found) continue;
            if (found.IsNew) yield return new AnswerEvent.CitationFound(found.Citation);
            _gap = "\n\n";
            var note = language == AnswerLanguage.English ? $"Note that the clause adds: “{found.Citation.Quote}”" : $"请注意条文另有但书：“{found.Citation.Quote}”";
            _statements.Add((new Statement(note, [found.Citation.Number], true, null), null));
            foreach (var piece in Emit("", $"{MarkdownText.Escape(note)}[{found.Citation.Number}]", "")) yield return piece;
        }
    }

    private IEnumerable<AnswerEvent> Emit(string lead, string markdown, string gap, Statement? unsupported = null)
    {
        var piece = (_text.Length == 0 ? "" : _gap) + lead + markdown;
        _text.Append(piece);
        _gap = gap;
        yield return new AnswerEvent.Token(piece) { Unsupported = unsupported };
    }

    /// <summary>What stands before (a list mark, kept), the words, and the white space behind.</summary>
    private static (string Lead, string Words, string Gap) Layout(string sentence)
    {
        var body = sentence.TrimStart();
        var lead = "";
        if (body.StartsWith('#')) body = body.TrimStart('#').TrimStart();
        if (body.StartsWith("- ", StringComparison.Ordinal) || body.StartsWith("* ", StringComparison.Ordinal) || body.StartsWith("• ", StringComparison.Ordinal))
        {
            lead = "- ";
            body = body[2..].TrimStart();
        }
        var words = body.TrimEnd();
        var behind = body[words.Length..];
        var gap = behind.Count(c => c == '\n') switch { 0 => behind.Length > 0 && words.Length > 0 && char.IsAscii(words[^1]) ? " " : "", 1 => "\n", _ => "\n\n" };
        // Markdown of the model's own inside a sentence carries no meaning that is checked.
        return (lead, PassageBlocks.Restore(words.Replace("**", "", StringComparison.Ordinal).Trim()), gap);
    }

    private static string Widest(string first, string second) => first.Length >= second.Length ? first : second;

    private static bool IsRefusal(string words) => words.Contains(GenerativeAnswerer.NoAnswer, StringComparison.Ordinal);

    /// <summary>A line that announces what follows (具体如下：) and states nothing to be checked.</summary>
    private static bool IsHeading(string words)
    {
        if (words.Length > 24 || words[^1] is not ('：' or ':')) return false;
        var text = new GroundingText(words);
        return text.Facts.All(fact => fact.Kind == FactKind.Name) && text.ModalWords.All(word => word.IsWeak);
    }
}
