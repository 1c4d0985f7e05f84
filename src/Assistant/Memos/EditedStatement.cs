namespace Assistant.Memos;

/// <summary>A sentence that a person changed, checked again against the clauses it cites.</summary>
internal static class EditedStatement
{
    public static MemoStatement Check(Memo memo, MemoStatement statement, string text)
    {
        var clauses = memo.Citations.Where(cited => statement.Citations.Contains(cited.Number)).ToList();
        return clauses.Count == 0
            ? statement with { Text = text, IsEdited = true, Supported = false, Reason = "没有引用任何条款。 It cites no clause." }
            : statement with { Text = text, IsEdited = true };
    }
}
