using Assistant.Answering;
using Assistant.Grounding;
using Microsoft.Extensions.Logging;

namespace Assistant.Memos;

/// <summary>A sentence that a person changed, checked again against the clauses it cites.</summary>
internal static class EditedStatement
{
    public static MemoStatement Check(Memo memo, MemoStatement statement, string text, ILogger logger)
    {
        var edited = statement with { Text = text, IsEdited = true };
        var cited = memo.Citations.Where(citation => statement.Citations.Contains(citation.Number)).ToList();
        if (cited.Count == 0) return edited with { Supported = false, Reason = memo.IsEnglish ? "It cites no clause." : "没有引用任何条款。" };
        var clauses = memo.Clauses.Where(clause => cited.Exists(citation => citation.WholeClauseId == clause.Id)).ToList();
        var verdict = FaultedCheck.AsNull(() => GroundingChecker.Check(
            text,
            string.Join('\n', clauses.Select(clause => clause.Text)),
            string.Join('\n', clauses.Select(clause => clause.Address).Concat(cited.Select(citation => citation.DocumentNumber ?? "")))), logger);
        return verdict is null
            ? edited with { Supported = false, Reason = FaultedCheck.Reason.In(memo.IsEnglish) }
            : edited with { Supported = verdict.Supported, Reason = verdict.Reason?.In(memo.IsEnglish) };
    }
}
