namespace Assistant.Memos;

/// <summary>A file name that a person recognises and every file system takes.</summary>
public static class MemoFileName
{
    // ext4 takes 255 bytes: 80 Han characters with room for the extension.
    private const int MaxLength = 80;

    public static string For(Memo memo, string format)
    {
        var name = string.Concat(memo.Title.Select(character =>
            char.IsControl(character) || char.IsWhiteSpace(character) || character is '/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' ? '_' : character)).Trim('_', '.');
        if (name.Length > MaxLength) name = name[..(char.IsHighSurrogate(name[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];
        return $"{(name.Length > 0 ? name : memo.Id)}.{format}";
    }
}
