namespace Assistant.Answering.Asking;

/// <summary>When the form of a sentence tells whether it holds what is asked.</summary>
internal enum FormTells
{
    Never,

    /// <summary>哪家公司 and not 谁.</summary>
    WithUnit,
    Always,
}
