using System.Text.RegularExpressions;

namespace Assistant.Answering.Asking;

/// <summary>A kind of thing asked: how questions ask for it, how sentences hold it, how an answer calls it.</summary>
/// <param name="Chinese">Its asking words in a folded Chinese question.</param>
/// <param name="English">In an English one.</param>
/// <param name="Holding">Where a folded sentence holds such a thing.</param>
/// <param name="Name">For a reader; null for what goes together with any other reading of a question and is never missing by name.</param>
internal sealed record AskedForm(AskedKind Kind, Regex Chinese, Regex English, Regex Holding, Wording? Name)
{
    /// <summary>Takes the place of <see cref="Holding"/> where the question names a unit; null where that changes nothing.</summary>
    public Regex? HoldingUnit { get; init; }

    /// <summary>When such a thing either stands in a sentence or does not; a reason, or an office without its kind, can be worded in any way.</summary>
    public FormTells Tells { get; init; }

    /// <summary>That several things are asked for, or whether something is so, goes together with any other reading.</summary>
    public bool IsOpen => Name is null;

    public Regex HoldingOf(AskedFor asked) => asked.Unit is not null && HoldingUnit is not null ? HoldingUnit : Holding;

    public bool TellsOf(AskedFor asked) => Tells == FormTells.Always || (Tells == FormTells.WithUnit && asked.Unit is not null);
}
