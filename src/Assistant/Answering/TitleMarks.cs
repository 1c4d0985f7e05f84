namespace Assistant.Answering;

/// <summary>Book title marks. Inside a pair of 《》 a title that has its own is marked with 〈〉 (GB/T 15834—2011, 4.15.3.3).</summary>
public static class TitleMarks
{
    /// <summary>The title as it stands between 《 and 》.</summary>
    public static string Inside(string title) => title.Replace('《', '〈').Replace('》', '〉');
}
