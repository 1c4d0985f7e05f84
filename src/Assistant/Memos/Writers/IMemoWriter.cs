namespace Assistant.Memos.Writers;

/// <summary>A memo to bytes, for one format.</summary>
public interface IMemoWriter
{
    /// <summary>As in <c>--format</c> and the route: docx, md, html.</summary>
    string Format { get; }

    string ContentType { get; }

    /// <summary>Writes the memo with its record; the stream need not be seekable and stays open.</summary>
    void Write(Memo memo, Stream output);
}
