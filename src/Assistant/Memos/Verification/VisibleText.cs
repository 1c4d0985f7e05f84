using System.Text;
using System.Xml;
using Assistant.Answering.Composition;

namespace Assistant.Memos.Verification;

/// <summary>Text as Word and HTML can show it.</summary>
internal static class VisibleText
{
    /// <summary>Without marks of direction (<see cref="DirectionMarks"/>); characters that XML forbids become U+FFFD.</summary>
    public static string Of(string text) => ForXml(DirectionMarks.Remove(text));

    /// <summary>Every character kept that XML can carry: for the record, which must give a quote back as it was.</summary>
    public static string ForXml(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (XmlConvert.IsXmlChar(character)) clean.Append(character);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], character)) clean.Append(character).Append(text[++i]);
            else clean.Append('\uFFFD');
        }
        return clean.ToString();
    }
}
