using System.Runtime.CompilerServices;

namespace Assistant;

/// <summary>
/// The time that one match of a pattern may take, for every pattern of the process: a test holds that none sets its own. The patterns are linear on the longest line that is
/// read (a million characters, any of them repeated); this is for the one that somebody writes next.
/// </summary>
internal static class PatternLimit
{
    /// <summary>Far longer than any match takes, on a busy machine too; a file that needs more is told to a person as one that could not be read.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    // Patterns read their default when they are first used, so it has to stand before anything of the engine runs.
#pragma warning disable CA2255 // For libraries that others load: this one is loaded by its own programs.
    [ModuleInitializer]
    internal static void Set() => AppContext.SetData("REGEX_DEFAULT_MATCH_TIMEOUT", Longest);
#pragma warning restore CA2255
}
