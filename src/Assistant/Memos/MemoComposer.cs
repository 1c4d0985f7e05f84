using Assistant.Answering;
using Assistant.Corpus;

namespace Assistant.Memos;

/// <param name="Answers">Ids from the answer log, in the order of the memo.</param>
/// <param name="Date">Null means today (UTC).</param>
public sealed record MemoRequest(
    string Title,
    IReadOnlyList<string> Answers,
    string? Addressee = null,
    string? Author = null,
    DateOnly? Date = null,
    string? Introduction = null,
    string? Conclusion = null,
    string? Language = null);

/// <summary>A memo cannot be made as asked. The message is a sentence for the person who asked.</summary>
public sealed class MemoException(string message) : ArgumentException(message);

/// <summary>Answers into a memo: citations numbered through, each with its whole clause and the hash of its file as they are now.</summary>
public sealed class MemoComposer(AnswerLog answers, CorpusStore corpus, TimeProvider time)
{
    /// <summary>In UTF-16 units.</summary>
    public const int MaxTitle = 200;

    /// <exception cref="MemoException">No title, or an answer that is not in the log.</exception>
    public Memo Compose(MemoRequest request)
    {
        var title = request.Title?.Trim() ?? "";
        if (title.Length is 0 or > MaxTitle) throw new MemoException($"备忘录需要一个标题（不超过 {MaxTitle} 字）。 A memo needs a title of at most {MaxTitle} characters.");
        var now = time.GetUtcNow();
        var memo = new Memo(
            NewId(), title, request.Addressee?.Trim() ?? "", request.Author?.Trim() ?? "", request.Date ?? DateOnly.FromDateTime(time.GetLocalNow().DateTime),
            request.Introduction?.Trim() ?? "", request.Conclusion?.Trim() ?? "", [], [], [],
            request.Language?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true, now, now);
        return request.Answers.Aggregate(memo, Add);
    }

    /// <summary>The memo with one more answer at its end; unchanged when it holds the answer already.</summary>
    /// <exception cref="MemoException">The answer is not in the log.</exception>
    public Memo Add(Memo memo, string answerId)
    {
        if (memo.Sections.Any(section => string.Equals(section.AnswerId, answerId, StringComparison.Ordinal))) return memo;
        var answer = answers.Find(answerId) ?? throw new MemoException($"没有编号为 {answerId} 的回答。 There is no answer {answerId}.");
        var citations = memo.Citations.ToList();
        var clauses = memo.Clauses.ToList();
        // An answer that found nothing shows the nearest clauses; they are no support and stay out of the memo.
        var numbers = answer.Grounded
            ? answer.Citations.ToDictionary(citation => citation.Number, citation => NumberOf(citation, citations, clauses))
            : [];
        var section = new MemoSection(
            answer.AnswerId, answer.Question, answer.Question,
            answer.Grounded
                ? [.. answer.Statements.Select(statement => new MemoStatement(
                    statement.Text, [.. statement.Citations.Where(numbers.ContainsKey).Select(number => numbers[number])], statement.Supported, statement.Reason))]
                : [],
            answer.Grounded, answer.Mode, answer.Model, answer.AskedAt);
        return Renumbered(memo with { Sections = [.. memo.Sections, section], Citations = citations, Clauses = clauses, ChangedAt = time.GetUtcNow() });
    }

    /// <summary>
    /// The memo with its sections in this order and with these headings and sentences; what is left out goes. A sentence whose words changed is
    /// marked as edited and checked again against the clauses it cites.
    /// </summary>
    public Memo Edit(Memo memo, MemoEdit edit)
    {
        var sections = new List<MemoSection>();
        foreach (var change in edit.Sections ?? [.. memo.Sections.Select(section => new MemoSectionEdit(section.AnswerId))])
        {
            var section = memo.Sections.FirstOrDefault(s => string.Equals(s.AnswerId, change.AnswerId, StringComparison.Ordinal))
                ?? throw new MemoException($"备忘录里没有回答 {change.AnswerId}。 The memo does not hold answer {change.AnswerId}.");
            sections.Add(section with
            {
                Heading = string.IsNullOrWhiteSpace(change.Heading) ? section.Heading : change.Heading.Trim(),
                Statements = change.Statements is null ? section.Statements : [.. Statements(memo, section, change.Statements)],
            });
        }
        return Renumbered(memo with
        {
            Title = string.IsNullOrWhiteSpace(edit.Title) ? memo.Title : edit.Title.Trim(),
            Addressee = edit.Addressee?.Trim() ?? memo.Addressee,
            Author = edit.Author?.Trim() ?? memo.Author,
            Date = edit.Date ?? memo.Date,
            Introduction = edit.Introduction?.Trim() ?? memo.Introduction,
            Conclusion = edit.Conclusion?.Trim() ?? memo.Conclusion,
            Sections = sections,
            ChangedAt = time.GetUtcNow(),
        });
    }

    /// <summary>A sentence is known by its place: the n-th text replaces the n-th sentence, an empty one removes it.</summary>
    private static IEnumerable<MemoStatement> Statements(Memo memo, MemoSection section, IReadOnlyList<string> texts)
    {
        for (var i = 0; i < section.Statements.Count; i++)
        {
            var statement = section.Statements[i];
            var text = i < texts.Count ? texts[i].Trim() : statement.Text;
            if (text.Length == 0) continue;
            yield return string.Equals(text, statement.Text, StringComparison.Ordinal) ? statement : EditedStatement.Check(memo, statement, text);
        }
    }

    private int NumberOf(Citation citation, List<MemoCitation> citations, List<MemoClause> clauses)
    {
        var known = citations.FirstOrDefault(cited => string.Equals(cited.Citation.SourceFile, citation.SourceFile, StringComparison.Ordinal)
            && cited.Citation.Start == citation.Start && cited.Citation.End == citation.End);
        if (known is not null) return known.Number;
        var number = citations.Count + 1;
        var document = corpus.FindDocument(citation.DocumentId);
        IReadOnlyList<Clause> path = document is null ? [] : ClausePath.To(document, new TextSpan(citation.Start, citation.End));
        var cited = new MemoCitation(
            number, citation with { Number = number }, document?.DocumentNumber, corpus.FindSourceFile(citation.SourceFile)?.Sha256 ?? "",
            WholeClause(path)?.Id ?? citation.ClauseId, Digest.Of(path.Count > 0 ? path[^1].Text() : citation.Quote));
        citations.Add(cited);
        if (!clauses.Exists(clause => clause.Id == cited.WholeClauseId))
        {
            var whole = WholeClause(path);
            var label = whole is null ? citation.Clause : ClausePath.Citable([.. path.TakeWhile(clause => clause != whole), whole]);
            clauses.Add(new(cited.WholeClauseId, cited.Source + label, whole?.Text() ?? citation.Quote));
        }
        return number;
    }

    /// <summary>The article; under no article the clause cited itself, since a whole chapter would bury it.</summary>
    private static Clause? WholeClause(IReadOnlyList<Clause> path) => path.FirstOrDefault(clause => clause.Level == ClauseLevel.Article) ?? (path.Count > 0 ? path[^1] : null);

    /// <summary>Citations in order of first use, those no longer used left out.</summary>
    private static Memo Renumbered(Memo memo)
    {
        var order = memo.Sections.SelectMany(section => section.Statements).SelectMany(statement => statement.Citations).Distinct().ToList();
        var numbers = order.Select((old, index) => (old, New: index + 1)).ToDictionary(pair => pair.old, pair => pair.New);
        var citations = memo.Citations.Where(cited => numbers.ContainsKey(cited.Number)).ToList();
        return memo with
        {
            Clauses = [.. memo.Clauses.Where(clause => citations.Exists(cited => cited.WholeClauseId == clause.Id))],
            Citations = [.. citations
                .Select(cited => cited with { Number = numbers[cited.Number], Citation = cited.Citation with { Number = numbers[cited.Number] } })
                .OrderBy(cited => cited.Number)],
            Sections = [.. memo.Sections.Select(section => section with
            {
                Statements = [.. section.Statements.Select(statement => statement with { Citations = [.. statement.Citations.Select(number => numbers[number])] })],
            })],
        };
    }

    private static string NewId() => Guid.CreateVersion7().ToString("N");
}
