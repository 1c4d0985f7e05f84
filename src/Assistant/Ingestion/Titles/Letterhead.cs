using Assistant.Ingestion.Metadata;

namespace Assistant.Ingestion.Titles;

/// <summary>What an official letter prints above its title: 某某局文件 in red, its number, who signed it off.</summary>
internal static class Letterhead
{
    private const int MostLines = 4;

    /// <summary>Stands in a letterhead and is no title.</summary>
    public static bool IsLine(string line) => IsName(line) || line.StartsWith("签发人", StringComparison.Ordinal);

    private static bool IsName(string line) =>
        line.Length < 100 && line.EndsWith("文件", StringComparison.Ordinal) && IssuerNames.OfLine(line[..^2]).Count > 0;

    /// <summary>How many paragraphs right above a title belong to it; 0 where no number stands there.</summary>
    /// <param name="from">The first paragraph that can: behind the title of the document before.</param>
    public static int LinesAbove(IReadOnlyList<TextParagraph> paragraphs, int title, int from)
    {
        var first = title;
        var isNumbered = false;
        while (first > from && title - first < MostLines && Belongs(paragraphs[first - 1].Text))
        {
            first--;
            isNumbered |= DocumentNumber.Line(paragraphs[first].Text) is not null;
            if (IsName(paragraphs[first].Text)) break;
        }
        return isNumbered ? title - first : 0;
    }

    private static bool Belongs(string line) => DocumentNumber.Line(line) is not null || IsLine(line);
}
