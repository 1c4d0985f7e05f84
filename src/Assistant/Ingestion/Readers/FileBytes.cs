namespace Assistant.Ingestion.Readers;

/// <summary>Reads a file whole, or says in a sentence why not.</summary>
internal static class FileBytes
{
    /// <summary>Bytes. Larger files are scans or data; the Civil Code, the longest text that people ask about, takes a third of one MB.</summary>
    public const long Largest = 256L << 20;

    public static byte[] Read(string filePath, CancellationToken cancellationToken)
    {
        try
        {
            var length = new FileInfo(filePath).Length;
            if (length == 0) throw new UnreadableFileException(new("文件是空的。", "The file is empty."));
            if (length > Largest)
            {
                throw new UnreadableFileException(new(
                    $"文件有 {length >> 20} MB，超过 {Largest >> 20} MB 的上限。请把它拆开。", $"The file has {length >> 20} MB, more than the {Largest >> 20} MB allowed; divide it."));
            }
            cancellationToken.ThrowIfCancellationRequested();
            return File.ReadAllBytes(filePath);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UnreadableFileException(new("没有这个文件。", "There is no such file."), exception);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new UnreadableFileException(new("没有读取这个文件的权限。", "Reading this file is not permitted."), exception);
        }
        catch (IOException exception)
        {
            throw new UnreadableFileException(new($"文件读不出来：{exception.Message}", $"The file cannot be read: {exception.Message}"), exception);
        }
    }
}
