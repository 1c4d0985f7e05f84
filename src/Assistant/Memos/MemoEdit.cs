namespace Assistant.Memos;

/// <summary>What to change in a memo; null leaves a field as it is.</summary>
/// <param name="Sections">All sections to keep, in their new order.</param>
/// <param name="ChangedAt">The memo's <see cref="Memo.ChangedAt"/> when it was read: where it has another by now, nothing is changed. Null edits what is held.</param>
public sealed record MemoEdit(
    string? Title = null,
    string? Addressee = null,
    string? Author = null,
    DateOnly? Date = null,
    string? Introduction = null,
    string? Conclusion = null,
    IReadOnlyList<MemoSectionEdit>? Sections = null,
    DateTimeOffset? ChangedAt = null);

/// <param name="Statements">The sentences by place; an empty one is removed. Null, and null for one, leaves all or one as they are.</param>
/// <param name="Added">Sentences to put behind them; one without words is none.</param>
public sealed record MemoSectionEdit(string AnswerId, string? Heading = null, IReadOnlyList<string?>? Statements = null, IReadOnlyList<AddedSentence>? Added = null);

/// <param name="Citations">Numbers in <see cref="Memo.Citations"/> of what it rests on; null for none, which the memo marks.</param>
public sealed record AddedSentence(string Text, IReadOnlyList<int>? Citations = null);
