namespace Assistant.Grounding.Facts;

/// <summary>What a provision does with an act: the words that must not change on the way into an answer.</summary>
internal enum Modality
{
    None,

    /// <summary>应当, 必须.</summary>
    Duty,

    /// <summary>不得, 禁止.</summary>
    Prohibition,

    /// <summary>可以, 有权.</summary>
    Permission,

    /// <summary>鼓励, 提倡.</summary>
    Encouragement,

    /// <summary>不予, 未, 无需: an act is denied, not forbidden.</summary>
    Denial,
}

/// <param name="IsWeak">One character (应, 可, 须) that may be part of another word: it can confirm, and does not accuse.</param>
internal readonly record struct ModalWord(Modality Modality, int Start, int End, bool IsWeak);
