using Assistant.Corpus;
using Assistant.Corpus.Labels;
using Assistant.Corpus.Text;

namespace Assistant.Indexing;

/// <summary>Lengths in characters.</summary>
/// <param name="Target">Short siblings are joined until a passage is at least this long.</param>
/// <param name="Longest">No passage is longer, unless one sentence is.</param>
public sealed record PassageSizes(int Target = 180, int Longest = 300);

/// <summary>Cuts a document's clauses into passages: every word of the body in exactly one, borders where the text has them.</summary>
public sealed class PassageChunker(PassageSizes? sizes = null)
{
    /// <summary>Part of the index fingerprint: goes up when the same document gives other passages.</summary>
    public const int Version = 1;

    private const int LongestLeadIn = 160;

    private readonly PassageSizes _sizes = sizes ?? new PassageSizes();

    /// <param name="file">The file <paramref name="document"/> stands in.</param>
    public IReadOnlyList<Passage> Chunk(PolicyDocument document, SourceFile file)
    {
        var pieces = new List<Piece>();
        AddOutside(document.Span.Start, document.Clauses.Count > 0 ? document.Clauses[0].Span.Start : document.Span.End);
        foreach (var clause in document.Clauses) Visit(clause, [], document.Title);
        if (document.Clauses.Count > 0) AddOutside(document.Clauses[^1].Span.End, document.Span.End);
        var places = new PlacesOfPieces(file);
        return Join(pieces).Select(piece => ToPassage(piece, document, file, places)).ToArray();

        // Title block and signature stand in no clause; questions ask for numbers, issuers and dates all the same.
        void AddOutside(int start, int end)
        {
            if (end <= start) return;
            var text = SourceText.Read(file, new TextSpan(start, end)).Trim();
            if (text.Length == 0) return;
            foreach (var (from, to) in SentenceCutter.Cut(text, _sizes.Longest))
                pieces.Add(new Piece([], new TextSpan(start, end), text[from..to], document.Title, text, from) { Alone = true });
        }

        void Visit(Clause clause, IReadOnlyList<Clause> above, string context)
        {
            Clause[] chain = [.. above, clause];
            var length = TextLength(clause);
            if (length <= _sizes.Longest && !HoldsArticles(clause))
            {
                var text = clause.Text();
                if (text.Length > 0) pieces.Add(new Piece(chain, clause.Span, text, context, text, 0) { References = ReferencesOf(clause, document) });
                return;
            }
            var isHeading = clause.Children.Count > 0 && IsHeadingAlone(clause);
            if (!isHeading && clause.Lead.Length > 0)
            {
                var references = ReferencesOf(clause with { Children = [] }, document);
                foreach (var (from, to) in SentenceCutter.Cut(clause.Lead, _sizes.Longest))
                    pieces.Add(new Piece(chain, clause.LeadSpan, clause.Lead[from..to], from == 0 ? context : Below(clause, context, isHeading), clause.Lead, from) { References = references });
            }
            var below = Below(clause, context, isHeading);
            foreach (var child in clause.Children) Visit(child, chain, below);
        }
    }

    private static string Below(Clause clause, string context, bool isHeading)
    {
        var line = isHeading ? clause.Lead : clause.Children.Count > 0 ? LeadIn(clause) : clause.Label + clause.Heading;
        return line.Length == 0 ? context : context + "\n" + line.ReplaceLineEndings(" ");
    }

    /// <summary>What the children are read with: the sentence that ends in a colon, else the heading, else the first words.</summary>
    private static string LeadIn(Clause clause)
    {
        var lead = clause.Lead;
        if (lead.Length <= LongestLeadIn) return lead;
        if (lead.TrimEnd() is [.., '：' or ':'])
        {
            var start = lead.AsSpan().TrimEnd().LastIndexOfAny("。；\n") + 1;
            if (lead.Length - start <= LongestLeadIn) return clause.Label + clause.Heading + " " + lead[start..];
        }
        return clause.Label + clause.Heading;
    }

    private static bool IsHeadingAlone(Clause clause) =>
        clause.Lead.Length <= clause.Label.Length + clause.Heading.Length + 2
        || (clause.Level is ClauseLevel.Part or ClauseLevel.Subpart or ClauseLevel.Chapter or ClauseLevel.Section && clause.Lead.Length < 40);

    private static bool HoldsArticles(Clause clause) =>
        clause.Children.Any(child => child.Level == ClauseLevel.Article || HoldsArticles(child));

    private static int TextLength(Clause clause) => clause.Lead.Length + clause.Children.Sum(child => 1 + TextLength(child));

    /// <summary>Joins neighbours under the same parent while the passage is short.</summary>
    private IEnumerable<Piece> Join(List<Piece> pieces)
    {
        Piece? open = null;
        foreach (var piece in pieces)
        {
            if (open is not null && MayJoin(open, piece))
            {
                open = open with { Span = new TextSpan(open.Span.Start, piece.Span.End), Text = open.Text + "\n" + piece.Text, Whole = null, References = [.. open.References, .. piece.References] };
                continue;
            }
            if (open is not null) yield return open;
            open = piece;
        }
        if (open is not null) yield return open;
    }

    private bool MayJoin(Piece open, Piece next)
    {
        if (open.Alone || next.Alone || open.Text.Length + next.Text.Length > _sizes.Longest) return false;
        if (open.Text.Length >= _sizes.Target && next.Text.Length >= _sizes.Target / 4) return false;
        if (open.Level == ClauseLevel.Article || next.Level == ClauseLevel.Article) return false;
        if (open.Whole?.Length > open.Text.Length || next.Whole?.Length > next.Text.Length) return false;
        // The lead-in of an article may take its first items along; beyond that only sisters join.
        return ReferenceEquals(open.Parent, next.Parent) || (open.Chain.Count > 0 && ReferenceEquals(open.Chain[^1], next.Parent));
    }

    private static Passage ToPassage(Piece piece, PolicyDocument document, SourceFile file, PlacesOfPieces places)
    {
        var span = places.Of(piece);
        return new Passage(
            document.Id, piece.Chain.Count > 0 ? piece.Chain[^1].Id : document.Id, ClausePath.Citable(piece.Chain), ClausePath.Labels(piece.Chain),
            span, file.PageOf(span.Start), piece.Text, piece.Context, piece.Chain.FirstOrDefault(clause => clause.Level == ClauseLevel.Article)?.Number ?? 0)
        {
            References = piece.References,
        };
    }

    private static IReadOnlyList<string> ReferencesOf(Clause clause, PolicyDocument document) =>
        [.. clause.References.Concat(clause.Children.SelectMany(Below)).Where(reference => reference.ClauseId is not null
            && string.Equals(reference.DocumentId, document.Id, StringComparison.Ordinal)).Select(reference => reference.ClauseId!).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<ClauseReference> Below(Clause clause) => clause.References.Concat(clause.Children.SelectMany(Below));

    /// <summary>Where each piece of a clause stands. The pieces of a clause come one after another, and its words are followed through the source once for all of them.</summary>
    private sealed class PlacesOfPieces(SourceFile file)
    {
        private string? _whole;
        private TextSpan[] _places = [];

        /// <summary>The span of the whole clause where the words cannot be followed.</summary>
        public TextSpan Of(Piece piece)
        {
            if (piece.Whole is null || piece.Whole.Length <= piece.Text.Length || piece.Text.Length == 0) return piece.Span;
            if (!ReferenceEquals(_whole, piece.Whole))
            {
                _whole = piece.Whole;
                _places = [.. SourceAlignment.Places(file, piece.Span, piece.Chain.Count > 0 ? piece.Chain[^1].Artefacts : [], _whole)];
            }
            if (_places.Length < _whole.Length) return piece.Span;
            var words = _places.AsSpan(piece.Offset, piece.Text.Length);
            while (!words.IsEmpty && words[^1].IsEmpty) words = words[..^1];
            return words.IsEmpty || words[0].IsEmpty ? piece.Span : new TextSpan(words[0].Start, Math.Min(piece.Span.End, words[^1].End));
        }
    }

    /// <param name="Whole">The text that <paramref name="Text"/> is a part of, and <paramref name="Offset"/> where; null once joined.</param>
    private sealed record Piece(IReadOnlyList<Clause> Chain, TextSpan Span, string Text, string Context, string? Whole, int Offset)
    {
        public bool Alone { get; init; }

        public IReadOnlyList<string> References { get; init; } = [];

        public Clause? Parent => Chain.Count > 1 ? Chain[^2] : null;

        public ClauseLevel Level => Chain.Count > 0 ? Chain[^1].Level : ClauseLevel.Text;
    }
}
