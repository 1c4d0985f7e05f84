using Assistant.Memos.Verification;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Assistant.Memos.Writers;

/// <summary>Text as Word holds it: tabs and line ends are elements of their own.</summary>
internal static class WordRuns
{
    public static Run Of(string text, params OpenXmlElement[] properties)
    {
        var run = new Run();
        if (properties.Length > 0) run.Append(new RunProperties(properties));
        var line = 0;
        foreach (var part in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line++ > 0) run.Append(new Break());
            var cell = 0;
            foreach (var piece in part.Split('\t'))
            {
                if (cell++ > 0) run.Append(new TabChar());
                if (piece.Length > 0) run.Append(new Text(VisibleText.Of(piece)) { Space = SpaceProcessingModeValues.Preserve });
            }
        }
        return run;
    }
}
