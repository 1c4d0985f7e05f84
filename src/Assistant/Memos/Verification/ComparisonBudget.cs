namespace Assistant.Memos.Verification;

/// <summary>
/// How much one verification may compare, counted in characters looked at, so that the same file gets the same answer on any machine. A memo of 400
/// citations whose notes were all rewritten spends less than a tenth of it. One for each verification.
/// </summary>
internal sealed class ComparisonBudget(CancellationToken cancellationToken)
{
    /// <summary>Some seconds' worth.</summary>
    public const long Characters = 2_000_000_000;

    private long _left = Characters;

    /// <exception cref="UnreadableMemoException">There is not so much left.</exception>
    public void Spend(long characters)
    {
        if (!TrySpend(characters))
        {
            throw new UnreadableMemoException(new(
                "备忘录里与引用记录不符的注释太多，无法逐一比对。请分成几份再核验。",
                "Too many notes of this memo differ from its citation record to compare them all. Split it, then verify."));
        }
    }

    /// <summary>False, and nothing spent, where there is not so much left.</summary>
    /// <exception cref="OperationCanceledException">Nobody waits any more.</exception>
    public bool TrySpend(long characters)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (characters > _left) return false;
        _left -= characters;
        return true;
    }
}
