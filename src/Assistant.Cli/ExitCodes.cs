namespace Assistant.Cli;

/// <summary>0 only when a command did what was asked.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>It could not be done, or not wholly; standard error says why.</summary>
    public const int Failed = 1;

    /// <summary>The command line itself is wrong.</summary>
    public const int Usage = 2;

    /// <summary>Interrupted, as shells report Ctrl-C.</summary>
    public const int Stopped = 130;
}
