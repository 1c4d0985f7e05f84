namespace Assistant.Cli;

/// <summary>A folder of its own that is gone when the command ends.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("assistant-").FullName;

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // What the system still holds open, it clears away itself.
        }
    }
}
