using Assistant.Corpus.Labels;
using Assistant.Corpus.Terms;

namespace Assistant.Memos.Verification;

/// <summary>The place that a citation's note names: document, number, clause.</summary>
internal sealed class NotePlace(RecordedCitation cited)
{
    private readonly string _source = ComparableText.Of(TitleMarks.Titled(cited.DocumentTitle, cited.SourceFile));
    private readonly string _number = ComparableText.Of(cited.DocumentNumber ?? "");
    private readonly string _clause = ComparableText.Of(cited.Clause);

    public bool DocumentIsNamedBy(NoteClaim claim) =>
        claim.Head.Contains(_source, StringComparison.Ordinal) || claim.Note.Text.Contains(cited.SourceFile, StringComparison.Ordinal);

    /// <summary>Whether the words before the quote give this place, whatever else a person wrote between.</summary>
    public bool IsNamedBy(NoteClaim claim)
    {
        var at = claim.Head.IndexOf(_source, StringComparison.Ordinal);
        if (at < 0) return false;
        var rest = claim.Head[(at + _source.Length)..];
        if (!rest.Contains(_number, StringComparison.Ordinal)) return false;
        // Under no number: only the document's own may stand there.
        if (_clause.Length == 0) return (_number.Length == 0 ? rest : rest.Replace(_number, "", StringComparison.Ordinal)).All(c => c is '(' or ')' or ',' or ':');
        for (var found = rest.LastIndexOf(_clause, StringComparison.Ordinal); found >= 0; found = found == 0 ? -1 : rest.LastIndexOf(_clause, found - 1, StringComparison.Ordinal))
        {
            // 三、 is not 十三、, and 第三条 not 第三条第二款.
            var isWhole = found == 0 || !ChineseNumeral.IsNumeral(rest[found - 1]) && rest[found - 1] != '第';
            if (isWhole && (found + _clause.Length == rest.Length || rest[found + _clause.Length] is ':' or ']')) return true;
        }
        return false;
    }
}
