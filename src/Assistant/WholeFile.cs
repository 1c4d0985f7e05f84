namespace Assistant;

/// <summary>Files that are whole or not there: written beside their place, and moved to it once they are complete.</summary>
public static class WholeFile
{
    /// <param name="write">Writes the file at the path it is given, and closes it. What it throws leaves what was at <paramref name="path"/>, and nothing beside it.</param>
    /// <param name="overwrite">Whether what is at <paramref name="path"/> already may give way.</param>
    /// <exception cref="IOException">The file cannot be written, or is there already and may not be overwritten.</exception>
    public static void Write(string path, bool overwrite, Action<string> write)
    {
        var unfinished = path + ".unfinished";
        try
        {
            File.Delete(unfinished); // left by a process that was killed
            write(unfinished);
            File.Move(unfinished, path, overwrite);
        }
        finally
        {
            if (File.Exists(unfinished)) File.Delete(unfinished);
        }
    }
}
