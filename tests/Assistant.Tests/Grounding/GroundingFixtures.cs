namespace Assistant.Tests.Grounding;

/// <summary>Where the statements that grounding is measured on lie.</summary>
internal static class GroundingFixtures
{
    public static string Root { get; } = FindRoot();

    public static string Folder { get; } = Path.Combine(Root, "tests", "Assistant.Tests", "Fixtures", "grounding");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Assistant.sln"))) folder = folder.Parent ?? throw new InvalidOperationException("Not inside the repository.");
        return folder.FullName;
    }
}
