namespace Assistant.Corpus.Terms;

/// <summary>Book title marks. Inside a pair of 《》 a title that has its own is marked with 〈〉 (GB/T 15834—2011, 4.15.3.3).</summary>
public static class TitleMarks
{
    /// <summary>The title as it stands between 《 and 》.</summary>
    public static string Inside(string title) => title.Replace('《', '〈').Replace('》', '〉');

    /// <summary>A title in its marks, as a reader cites it; where a text has none, the file it stands in (which may be empty too).</summary>
    public static string Titled(string title, string file) => title.Length == 0 ? file : $"《{Inside(title)}》";
}
