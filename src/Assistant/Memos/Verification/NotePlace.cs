using Assistant.Corpus.Labels;
using Assistant.Corpus.Terms;

namespace Assistant.Memos.Verification;

/// <summary>The place that a citation's note names: document, number, clause.</summary>
internal sealed class NotePlace(RecordedCitation cited)
{
    private readonly string source = ComparableText.Of(TitleMarks.Titled(cited.DocumentTitle, cited.SourceFile));
    private readonly string number = ComparableText.Of(cited.DocumentNumber ?? "");
    private readonly string clause = ComparableText.Of(cited.Clause);

    public bool DocumentIsNamedBy(NoteClaim claim) =>
        claim.Head.Contains(source, StringComparison.Ordinal) || claim.Note.Text.Contains(cited.SourceFile, StringComparison.Ordinal);

    /// <summary>Whether the words before the quote give this place, whatever else a person wrote between.</summary>
    public bool IsNamedBy(NoteClaim claim)
    {
        var at = claim.Head.IndexOf(source, StringComparison.Ordinal);
        if (at < 0) return false;
        var rest = claim.Head[(at + source.Length)..];
        if (!rest.Contains(number, StringComparison.Ordinal)) return false;
        // Under no number: only the document's own may stand there.
        if (clause.Length == 0) return (number.Length == 0 ? rest : rest.Replace(number, "", StringComparison.Ordinal)).All(c => c is '(' or ')' or ',' or ':');
        for (var found = rest.LastIndexOf(clause, StringComparison.Ordinal); found >= 0; found = found == 0 ? -1 : rest.LastIndexOf(clause, found - 1, StringComparison.Ordinal))
        {
            // 三、 is not 十三、, and 第三条 not 第三条第二款.
            var isWhole = found == 0 || !ChineseNumeral.IsNumeral(rest[found - 1]) && rest[found - 1] != '第';
            if (isWhole && (found + clause.Length == rest.Length || rest[found + clause.Length] is ':' or ']')) return true;
        }
        return false;
    }
}
