using Assistant.Corpus;

namespace Assistant.Memos.Writers;

/// <summary>A file name that a person recognises and every file system takes.</summary>
public static class MemoFileName
{
    public static string For(Memo memo, string format)
    {
        var name = string.Concat(memo.Title.Select(character =>
            char.IsControl(character) || char.IsWhiteSpace(character) || character is '/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' ? '_' : character)).Trim('_', '.');
        return FileNames.Fit(name.Length > 0 ? name : memo.Id, "." + format);
    }
}
