using Assistant.Answering;
using Assistant.Answering.Citations;
using Assistant.Corpus;
using Assistant.Corpus.Labels;
using Assistant.Corpus.Text;
using Microsoft.Extensions.Logging;

namespace Assistant.Memos;

/// <param name="Answers">Ids from the answer log, in the order of the memo.</param>
/// <param name="Date">Null means today where the server stands.</param>
public sealed record MemoRequest(
    string Title,
    IReadOnlyList<string> Answers,
    string? Addressee = null,
    string? Author = null,
    DateOnly? Date = null,
    string? Introduction = null,
    string? Conclusion = null,
    string? Language = null);

/// <summary>A memo cannot be made as asked.</summary>
public sealed class MemoException(Wording sentence) : RefusedException(sentence);

/// <summary>The memo has been changed since it was read.</summary>
public sealed class MemoChangedException() : RefusedException(new(
    "这份备忘录已有新的改动，没有保存。请取得现在的内容后再改。", "The memo has been changed meanwhile, so this was not saved. Get it as it is now, then edit it."));

/// <summary>Answers into a memo: citations numbered through, each with its whole clause and the hash of its file as they are now.</summary>
public sealed class MemoComposer(AnswerLog answers, CorpusStore corpus, TimeProvider time, ILogger<MemoComposer> logger)
{
    /// <summary>In UTF-16 units.</summary>
    public const int MaxTitle = 200;

    /// <summary>Of a clause under no article that the annex gives whole, in UTF-16 units: a third of a page.</summary>
    private const int LongestWhole = 200;

    /// <summary>Of an edited sentence, in UTF-16 units: each is checked against whole clauses.</summary>
    public const int MaxSentence = 2_000;

    /// <exception cref="MemoException">No title or a long one, or an answer that is not in the log.</exception>
    public Memo Compose(MemoRequest request)
    {
        var now = time.GetUtcNow();
        var memo = new Memo(
            NewId(), Title(request.Title), request.Addressee?.Trim() ?? "", request.Author?.Trim() ?? "", request.Date ?? DateOnly.FromDateTime(time.GetLocalNow().DateTime),
            request.Introduction?.Trim() ?? "", request.Conclusion?.Trim() ?? "", [], [], [],
            request.Language?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true, now, now);
        return (request.Answers ?? []).Aggregate(memo, Add);
    }

    /// <summary>The memo with one more answer at its end; unchanged when it holds the answer already.</summary>
    /// <exception cref="MemoException">The answer is not in the log.</exception>
    public Memo Add(Memo memo, string answerId)
    {
        if (memo.Sections.Any(section => string.Equals(section.AnswerId, answerId, StringComparison.Ordinal))) return memo;
        var answer = (string.IsNullOrEmpty(answerId) ? null : answers.Find(answerId))
            ?? throw new MemoException(new($"没有编号为“{answerId}”的回答。", $"There is no answer “{answerId}”."));
        if (answer.IsStopped)
            throw new MemoException(new($"对“{answer.Question}”的回答中途停止，不完整，不能写入备忘录：请重新提问。", $"The answer to “{answer.Question}” was stopped midway and cannot go into a memo: ask again."));
        var citations = memo.Citations.ToList();
        var clauses = memo.Clauses.ToList();
        // An answer that found nothing shows the nearest clauses; they are no support and stay out of the memo.
        var numbers = answer.Grounded
            ? answer.Citations.ToDictionary(citation => citation.Number, citation => NumberOf(citation, citations, clauses, memo.IsEnglish))
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
    /// <exception cref="MemoChangedException">The edit was made on another state of the memo.</exception>
    /// <exception cref="MemoException">A long title or sentence, a section or sentence that the memo does not hold, or a section named twice.</exception>
    public Memo Edit(Memo memo, MemoEdit edit)
    {
        if (edit.ChangedAt is { } seen && seen != memo.ChangedAt) throw new MemoChangedException();
        var sections = new List<MemoSection>();
        foreach (var change in edit.Sections ?? [.. memo.Sections.Select(section => new MemoSectionEdit(section.AnswerId))])
        {
            var section = memo.Sections.FirstOrDefault(s => string.Equals(s.AnswerId, change?.AnswerId, StringComparison.Ordinal));
            if (section is null || sections.Exists(s => string.Equals(s.AnswerId, section.AnswerId, StringComparison.Ordinal)))
                throw new MemoException(new($"备忘录里没有回答“{change?.AnswerId}”，或者重复给出了它。", $"The memo does not hold answer “{change?.AnswerId}”, or it was given twice."));
            if (change!.Added?.Contains(null!) == true)
                throw new MemoException(new($"“{section.Heading}”一节要加的句子里有一项是空的（null）。", $"One of the sentences to add to the section “{section.Heading}” is null."));
            sections.Add(section with
            {
                Heading = string.IsNullOrWhiteSpace(change.Heading) ? section.Heading : change.Heading.Trim(),
                Statements =
                [
                    .. change.Statements is null ? section.Statements : Statements(memo, section, change.Statements),
                    .. (change.Added ?? []).Where(added => !string.IsNullOrWhiteSpace(added.Text)).Select(added => Added(memo, section, added)),
                ],
            });
        }
        return Renumbered(memo with
        {
            Title = string.IsNullOrWhiteSpace(edit.Title) ? memo.Title : Title(edit.Title),
            Addressee = edit.Addressee?.Trim() ?? memo.Addressee,
            Author = edit.Author?.Trim() ?? memo.Author,
            Date = edit.Date ?? memo.Date,
            Introduction = edit.Introduction?.Trim() ?? memo.Introduction,
            Conclusion = edit.Conclusion?.Trim() ?? memo.Conclusion,
            Sections = sections,
            ChangedAt = time.GetUtcNow(),
        });
    }

    private static string Title(string? asked) => asked?.Trim() is { Length: > 0 and <= MaxTitle } title
        ? title
        : throw new MemoException(new($"备忘录需要一个标题（不超过 {MaxTitle} 字）。", $"A memo needs a title of at most {MaxTitle} characters."));

    /// <summary>A sentence is known by its place: the n-th text replaces the n-th sentence, an empty one removes it, null leaves it.</summary>
    private List<MemoStatement> Statements(Memo memo, MemoSection section, IReadOnlyList<string?> texts)
    {
        if (texts.Count > section.Statements.Count)
        {
            throw new MemoException(new(
                $"“{section.Heading}”一节只有 {section.Statements.Count} 句，却给出了 {texts.Count} 句。",
                $"The section “{section.Heading}” has {section.Statements.Count} sentences, and {texts.Count} were given."));
        }
        var statements = new List<MemoStatement>();
        for (var i = 0; i < section.Statements.Count; i++)
        {
            var statement = section.Statements[i];
            // A form writes line ends its own way: that is no edit.
            var text = (i < texts.Count ? texts[i]?.Trim().ReplaceLineEndings("\n") : null) ?? statement.Text;
            if (text.Length == 0) continue;
            var isEdited = !string.Equals(text, statement.Text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
            statements.Add(isEdited ? EditedStatement.Check(memo, statement, Checkable(text, section, i), logger) : statement);
        }
        return statements;
    }

    /// <summary>A person's own sentence is checked as an edited one.</summary>
    private MemoStatement Added(Memo memo, MemoSection section, AddedSentence added)
    {
        IReadOnlyList<int> citations = [.. (added.Citations ?? []).Distinct()];
        foreach (var unknown in citations.Where(number => memo.Citations.All(cited => cited.Number != number)))
            throw new MemoException(new($"备忘录里没有第 {unknown} 处引用。", $"The memo has no citation {unknown}."));
        var text = Checkable(added.Text.Trim().ReplaceLineEndings("\n"), section, section.Statements.Count);
        return EditedStatement.Check(memo, new MemoStatement(text, citations, Supported: true, Reason: null), text, logger);
    }

    private static string Checkable(string sentence, MemoSection section, int place) => sentence.Length <= MaxSentence
        ? sentence
        : throw new MemoException(new(
            $"“{section.Heading}”一节第 {place + 1} 句有 {sentence.Length} 字，太长，没有保存。每句不能超过 {MaxSentence} 字，请分成几句或删短。",
            $"Sentence {place + 1} of the section “{section.Heading}” has {sentence.Length} characters, too many, so nothing was saved. A sentence has at most {MaxSentence}; shorten it."));

    private int NumberOf(Citation citation, List<MemoCitation> citations, List<MemoClause> clauses, bool english)
    {
        var known = citations.FirstOrDefault(cited => string.Equals(cited.Citation.SourceFile, citation.SourceFile, StringComparison.Ordinal)
            && cited.Citation.Start == citation.Start && cited.Citation.End == citation.End);
        if (known is not null) return known.Number;
        var number = citations.Select(cited => cited.Number).DefaultIfEmpty().Max() + 1;
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
            clauses.Add(new(cited.WholeClauseId, CitedPlace.Of(cited.Source, label, english), whole?.Text() ?? citation.Quote));
        }
        return number;
    }

    /// <summary>The article; under no article the outermost clause that is read at a glance, with its items in it once, else the clause cited itself.</summary>
    private static Clause? WholeClause(IReadOnlyList<Clause> path) =>
        path.FirstOrDefault(clause => clause.Level == ClauseLevel.Article) ?? path.FirstOrDefault(clause => clause.Text().Length <= LongestWhole) ?? (path.Count > 0 ? path[^1] : null);

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
