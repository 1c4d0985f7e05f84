using System.Buffers;
using System.Text;
using Assistant.Corpus.Text;

namespace Assistant.Corpus.Terms;

/// <summary>When two printed titles name the same document.</summary>
public static class DocumentTitles
{
    private const string State = "中华人民共和国";

    /// <summary>Marks that one print sets and another leaves out or sets otherwise: title marks, bars, dashes, colons, quotation marks, Markdown's emphasis.</summary>
    private static readonly SearchValues<char> Marks = SearchValues.Create("《》〈〉<>|丨-—–−~:“”\"'‘’*#");

    /// <summary>The key that titles are looked up by. Equal for 《中华人民共和国能源法》 and 能源法: laws are cited without the state's name.</summary>
    public static string Key(string title) => WithoutState(Words(title)).ToString();

    /// <summary>What two prints of the same words have in common: the width of signs, marks and white space aside. For looking a title up inside a text.</summary>
    public static string Words(string printed)
    {
        var words = new StringBuilder(printed.Length);
        foreach (var character in printed)
        {
            var narrow = HanText.HalfWidth(character);
            if (!char.IsWhiteSpace(narrow) && !Marks.Contains(narrow)) words.Append(narrow);
        }
        return words.ToString();
    }

    /// <summary>能源法 of 中华人民共和国能源法; a title that says nothing more than the state's name keeps it.</summary>
    public static ReadOnlySpan<char> WithoutState(ReadOnlySpan<char> title) =>
        title.StartsWith(State, StringComparison.Ordinal) && title.Length > State.Length + 1 ? title[State.Length..] : title;
}
