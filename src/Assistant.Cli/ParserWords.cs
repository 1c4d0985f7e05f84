using System.Globalization;
using System.Runtime.Loader;

namespace Assistant.Cli;

/// <summary>What the parser of the command line says itself (the headings of <c>--help</c>, wrong arguments), in the language of everything else.</summary>
internal static class ParserWords
{
    private const string Chinese = "zh-Hans";

    public static void Choose()
    {
        if (Words.AreEnglish) return;
        // Without ICU the culture's name is spelt zh-HANS, and its folder is not found on a file system that minds case.
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            string.Equals(name.CultureName, Chinese, StringComparison.OrdinalIgnoreCase) && Path.Combine(AppContext.BaseDirectory, Chinese, name.Name + ".dll") is var path && File.Exists(path)
                ? context.LoadFromAssemblyPath(path)
                : null;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Chinese);
    }
}
