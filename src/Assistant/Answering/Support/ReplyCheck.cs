using Assistant.Answering.Asking;
using Assistant.Answering.Citations;
using Assistant.Answering.Composition;
using Assistant.Answering.Evidence;

namespace Assistant.Answering.Support;

/// <summary>Whether what a model said tells what was asked: each sentence may stand in a clause, and all of them beside the question.</summary>
internal static class ReplyCheck
{
    /// <summary>Why the reply does not tell it, in words for a reader; null where it does, as far as its form and words show.</summary>
    /// <param name="statements">Those that clauses bear out count.</param>
    /// <param name="citations">What they rest on. An English sentence holds no 万元, the clause it cites does; a Chinese one has to say itself what was asked.</param>
    public static string? Fault(AnswerContext context, IReadOnlyList<Statement> statements, IReadOnlyList<Citation> citations)
    {
        var question = QuestionReader.Read(context.StandaloneQuestion, context.Terms);
        var borne = statements.Where(statement => statement is { Supported: true, Citations.Count: > 0 }).ToList();
        var cited = borne.SelectMany(statement => statement.Citations).ToHashSet();
        var sentences = borne.Select(statement => FoldedText.Of(statement.Text)).ToList();
        var quotes = citations.Where(citation => cited.Contains(citation.Number)).Select(citation => FoldedText.Of(citation.Quote)).ToList();
        var telling = context.Language == AnswerLanguage.English ? [.. sentences, .. quotes] : sentences;
        var words = AnswerWords.For(context.Language);
        var told = question.Asked.Where(asked => AskedForms.Of(asked.Kind).TellsOf(asked)).ToList();
        if (told.Count > 0 && !told.Exists(asked => telling.Exists(sentence => TypedEvidence.Find(asked, sentence).Count > 0)))
            return words.KindMissing([.. told.Select(asked => asked.Kind).Distinct()]);
        if (question.IsEnglish) return null;
        var text = string.Join('\n', [.. sentences, .. quotes, .. citations.Select(citation => FoldedText.Of(citation.DocumentTitle))]);
        var pieces = QuestionPhrases.Subject(question.Folded);
        return pieces.Count > 0 && SubjectCoverage.Of(pieces, text) <= 0 ? words.NotAbout : null;
    }
}
