using System.Text.RegularExpressions;

namespace Assistant.Answering.Evidence;

/// <summary>Whether a sentence can stand alone.</summary>
public static partial class SentenceShape
{
    /// <summary>有下列情形之一的： – what follows belongs to it.</summary>
    public static bool IsLeadIn(string sentence) => sentence.Length > 0 && sentence[^1] is '：' or ':';

    /// <summary>Long enough to say something, and ended: an item that is a statement and no mere entry of its list.</summary>
    public static bool StandsAlone(string sentence) => sentence.Length >= 25 && sentence[^1] is '。' or '！' or '？';

    /// <summary>但是, 然而: without it the sentence before says the opposite of the rule.</summary>
    public static bool TurnsRound(string sentence) => Turns().IsMatch(sentence);

    /// <summary>问：补贴标准是多少？ asks what a document goes on to tell; it tells nothing itself.</summary>
    public static bool Asks(string sentence) => sentence.Length > 0 && sentence[^1] is '？' or '?';

    /// <summary>前款规定的…, 有前款…行为的.</summary>
    public static bool PointsToParagraphBefore(string sentence) => ParagraphBefore().IsMatch(sentence);

    /// <summary>It begins with a word that points back: 前款, 其中, 但是, 上述.</summary>
    public static bool LeansOnThePrevious(string sentence) => PointsBack().IsMatch(sentence);

    [GeneratedRegex("^(?:但是?|然而|不过|可是)[，,\\p{L}]")]
    private static partial Regex Turns();

    [GeneratedRegex("^.{0,4}前款")]
    private static partial Regex ParagraphBefore();

    [GeneratedRegex("^(?:前款|前两款|其中|但是?[，,]?|上述|该[^，。]{0,6}[，应可]|此外|同时|具体(?:如下|比例|包括|为)|否则|对此|其他|逾期|因此|为此)")]
    private static partial Regex PointsBack();
}
