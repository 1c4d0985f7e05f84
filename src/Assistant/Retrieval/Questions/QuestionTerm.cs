namespace Assistant.Retrieval.Questions;

/// <summary>A term of the question as it was searched, so that whoever reads the passages weighs words as the index does.</summary>
/// <param name="Text">One or two Han characters, or a Latin word or number; folded (half-width, lower case).</param>
/// <param name="Idf">ln(1 + (N − df + .5)/(df + .5)) over the passages of the index: highest for a term the corpus does not have.</param>
/// <param name="TranslationOf">The English word of the question this stands for; null for the question's own words.</param>
public sealed record QuestionTerm(string Text, double Idf, string? TranslationOf = null);
