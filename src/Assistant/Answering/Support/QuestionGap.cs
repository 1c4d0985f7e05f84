using System.Text.RegularExpressions;
using Assistant.Answering.Asking;
using Assistant.Answering.Evidence;
using Assistant.Corpus;
using Assistant.Corpus.Labels;
using Assistant.Corpus.Text;

namespace Assistant.Answering.Support;

/// <summary>
/// What a question speaks of and the chosen clauses do not: 局长 of 水务局局长是谁, 三层 of 三层住宅补贴多少. Clauses may be near a question, and hold an amount, and
/// still not be about the thing asked; then one of its words is missing from them.
/// </summary>
/// <param name="Words">Of two characters and more, in the order asked; of an English question the words that no translation of was found.</param>
/// <param name="Numbers">Classes, storeys, years that tell the thing asked from its neighbours.</param>
/// <param name="Asked">The noun right before the asking words, where nothing in the document speaks of it: its 物业费 is told by no other fee.</param>
/// <param name="Length">Characters of all that the question speaks of.</param>
public sealed partial record QuestionGap(IReadOnlyList<string> Words, IReadOnlyList<string> Numbers, IReadOnlyList<string> Asked, int Length)
{
    /// <summary>Characters; a longer question tells a story, some of it in words of its own.</summary>
    private const int LongestPlain = 12;

    /// <summary>Of a longer question's characters.</summary>
    private const double MostOwn = 0.35;

    /// <summary>Characters up to which a noun that nothing speaks of is what the question is about.</summary>
    private const int LongestRefused = 16;

    /// <summary>Groups of an English question from which on it is long.</summary>
    private const int ManyGroups = 6;

    /// <summary>Of the weight of its words.</summary>
    private const double LeastTranslated = 0.5;

    /// <summary>Whether the clauses can be said to answer.</summary>
    public bool IsClosed { get; private init; }

    /// <summary>Whether what is asked for is told nowhere: the clauses speak of something else.</summary>
    public bool IsWhole { get; private init; }

    /// <param name="blocks">Those chosen; not empty.</param>
    public static QuestionGap Of(QuestionReading question, IReadOnlyList<EvidenceBlock> blocks)
    {
        if (question.IsEnglish) return OfEnglish(question, [.. blocks.Select(TextOf)]);
        // Two documents that each hold a part of a short question do not answer it together; one that asks for several things is answered by several.
        var together = QuestionPhrases.Subject(question.Folded).Sum(piece => piece.Length) > LongestPlain || question.Compares || question.Asked.Count(asked => !AskedForms.Of(asked.Kind).IsOpen) > 1;
        if (together) return OfChinese(question, blocks);
        return blocks.GroupBy(block => block.Place.Document.Id, StringComparer.Ordinal).Select(document => OfChinese(question, [.. document]))
            .OrderByDescending(gap => gap.IsClosed).ThenBy(gap => gap.IsWhole).ThenBy(gap => gap.Words.Sum(word => word.Length)).First();
    }

    private static QuestionGap OfChinese(QuestionReading question, IReadOnlyList<EvidenceBlock> blocks)
    {
        var document = blocks[0].Place.Document;
        var places = blocks.Select(TextOf).ToList();
        var text = string.Concat(places);
        var pieces = QuestionPhrases.Subject(question.Folded);
        var length = pieces.Sum(piece => piece.Length);
        var words = pieces.SelectMany(piece => Unsaid(piece, text)).Distinct(StringComparer.Ordinal).Where(word => !StandsIn(document, word)).ToList();
        var numbers = Number().Matches(question.Folded).Select(match => match.Value).Distinct(StringComparer.Ordinal).Where(number => !Spellings(number).Any(spelling => text.Contains(spelling, StringComparison.Ordinal))).ToList();
        var measures = Measure().Matches(question.Folded).Where(match => !text.Contains(match.Groups["noun"].Value, StringComparison.Ordinal)).Select(match => match.Groups["whole"].Value);
        words.AddRange(measures.Where(measure => !words.Exists(word => word.Contains(measure, StringComparison.Ordinal))).ToList());
        words.RemoveAll(word => numbers.Exists(number => word.Contains(number[0], StringComparison.Ordinal)));
        var nouns = Nouns(question, pieces, text).Where(noun => !StandsIn(document, noun)).ToList();
        var unsaid = words.Sum(word => word.Length);
        var told = question.Asked.Where(asked => AskedForms.Of(asked.Kind).TellsOf(asked)).ToList();
        var isHeld = told.Count == 0 || told.Exists(asked => blocks.Any(block => block.Folded.Any(sentence => TypedEvidence.Find(asked, sentence).Count > 0)));
        var closed = isHeld && numbers.Count == 0 && (nouns.Count == 0 || length > LongestRefused) && (unsaid == 0 || (length > LongestPlain && unsaid <= MostOwn * length));
        var nothingSaid = length is >= 2 and <= LongestPlain && !places.Exists(place => pieces.Any(piece => SharesTwo(piece, place)));
        return new QuestionGap(words, numbers, nouns, length)
        {
            IsClosed = closed,
            IsWhole = nothingSaid || (!closed && nouns.Count > 0 && length <= LongestRefused),
        };
    }

    private static QuestionGap OfEnglish(QuestionReading question, List<string> places)
    {
        var text = string.Concat(places);
        double all = 1e-6, held = 0;
        foreach (var group in question.TermGroups) all += group.Idf;
        foreach (var place in places) held = Math.Max(held, question.TermGroups.Where(group => group.StandsIn(place)).Sum(group => group.Idf));
        var missing = question.TermGroups.Where(group => !group.StandsIn(text)).Select(group => group.Texts[^1]).Where(word => !Measuring().IsMatch(word)).ToList();
        return new QuestionGap(missing, [], [], 0) { IsClosed = question.TermGroups.Count < ManyGroups ? missing.Count == 0 : held / all >= LeastTranslated };
    }

    private static string TextOf(EvidenceBlock block) => string.Join('\n', block.Folded.Append(block.Place.Context).Append(block.Place.FoldedLeadIn).Append(block.Place.Title)) + "\n";

    /// <summary>The stretches of a piece that no two characters of stand in the text, without the small words at their ends.</summary>
    private static IEnumerable<string> Unsaid(string piece, string text)
    {
        var said = new bool[piece.Length];
        for (var i = 0; i + 2 <= piece.Length; i++)
            if (text.AsSpan().Contains(piece.AsSpan(i, 2), StringComparison.Ordinal)) said[i] = said[i + 1] = true;
        foreach (Match common in Inside().Matches(piece)) Array.Fill(said, true, common.Index, common.Length);
        foreach (Match common in Common().Matches(piece)) Array.Fill(said, true, common.Index, common.Length);
        for (var from = 0; from < piece.Length; from++)
        {
            if (said[from] || char.IsAsciiDigit(piece[from])) continue;
            var to = from + 1;
            while (to < piece.Length && !said[to] && !char.IsAsciiDigit(piece[to])) to++;
            var isCounted = from > 0 && char.IsAsciiDigit(piece[from - 1]);
            var word = (isCounted ? piece[from..to].TrimStart('年', '月', '日') : piece[from..to]).TrimStart(SmallWords).TrimEnd(SmallEnds);
            if (word.Length >= 2) yield return word;
            from = to;
        }
    }

    private static bool SharesTwo(string piece, string place)
    {
        for (var i = 0; i + 2 <= piece.Length; i++)
            if (place.AsSpan().Contains(piece.AsSpan(i, 2), StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>The last two characters of the nouns that 是多少, 是谁, 有哪些 ask for and the text does not hold. How long and when are asked with verbs.</summary>
    private static IEnumerable<string> Nouns(QuestionReading question, IReadOnlyList<string> pieces, string text)
    {
        if (question.Asked.Any(asked => asked.Kind is AskedKind.Duration or AskedKind.Date)) yield break;
        foreach (Match match in AskedNoun().Matches(question.Folded))
        {
            var noun = match.Groups["noun"].Value;
            if (noun.All(HanText.IsHan) && noun.IndexOfAny(SmallWords) < 0 && !Verbs.Contains(noun[1]) && !Common().IsMatch(noun)
                && !text.Contains(noun, StringComparison.Ordinal) && pieces.Any(piece => piece.Contains(noun, StringComparison.Ordinal))) yield return noun;
        }
    }

    private static bool StandsIn(PolicyDocument document, string word) => document.AllClauses().Any(clause => clause.Lead.Contains(word, StringComparison.OrdinalIgnoreCase) || clause.Heading.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>5层 is printed 五层 as well.</summary>
    private static IEnumerable<string> Spellings(string number)
    {
        yield return number;
        var digits = number.TakeWhile(char.IsAsciiDigit).Count();
        if (digits is > 0 and < 4 && int.TryParse(number.AsSpan(0, digits), out var value)) yield return ChineseNumeral.Format(value) + number[digits..];
        else if (digits == 0 && number.Length > 1 && ChineseNumeral.TryParse(number.AsSpan(0, number.Length - 1), out var said)) yield return said.ToString(System.Globalization.CultureInfo.InvariantCulture) + number[^1];
    }

    /// <summary>Characters that begin and end words of any question and say nothing of its subject.</summary>
    private static readonly char[] SmallWords = [.. "的了着过吗呢吧啊要能会得还再可就才又也都没不未把被给对按从在到里中上下时后前为向跟和与及或而且但是有个一两几这那每各自我你您他它们家所之其该想去来做办搞弄拿叫让使将则最更很太多少内外间此某次出起完成好第号以因于并已钱"];

    /// <summary>Of those, the ones that end no word; 反对 is one.</summary>
    private static readonly char[] SmallEnds = [.. "的了着过吗呢吧啊要能会得还就都也把被给从按在到和与及或而且但是有个时钱"];

    /// <summary>罚多少, 补多少: what is done, and no noun.</summary>
    private const string Verbs = "罚补奖交缴收要拿领做给花掏赔付放取办报找问归向管批审查算";

    /// <summary>Words that ask, or are said of anything.</summary>
    [GeneratedRegex("方面|方法|办法|东西|地方|机关|文件|依据|程度|手段|目的|现在|目前|今年|去年|如今|政府|官方|国家|单位|提出|进入|用途|好处|种类|不同|差别|表述|一共|总共|具体|完整|上限|下限|门槛|比重|文号|主体|行不行|指标|自己|满足|至少|至多|享受|属于|考虑|如果|的话")]
    private static partial Regex Common();

    /// <summary>Small words that are hardly ever part of another.</summary>
    [GeneratedRegex("要是|想|就|还(?!款|贷|本)|都(?!市)|也|把(?!关)|被|给(?!付|予)|呢|了(?!解)")]
    private static partial Regex Inside();

    /// <summary>A year, a storey, a class: F类, 三层, 2020年. 两类 and 这三类 count what was named before.</summary>
    [GeneratedRegex("[0-9]{4}年|(?<![这那哪各等分成第0-9一二三四五六七八九十百两])(?:[二三四五六七八九十百]+|[0-9]{1,3})[层岁口]|(?<![这那哪各等分成为共有第0-9一二三四五六七八九十百两])[一二三四五六七八九甲乙丙丁戊][类级档]|(?<![a-z])[a-z](?=[类级档型])[类级档型]")]
    private static partial Regex Number();

    /// <summary>A fee, rate, price that is asked for by its name.</summary>
    [GeneratedRegex("(?<whole>[\\p{IsCJKUnifiedIdeographs}-[的]]{0,2}(?<noun>[\\p{IsCJKUnifiedIdeographs}-[的]][费率价额税值]))(?=(?:是|为|要|大概|一般|按|到底)*(?:多少|几|怎么|如何|按什么))")]
    private static partial Regex Measure();

    [GeneratedRegex("(?<noun>\\p{IsCJKUnifiedIdeographs}{2})(?=(?:是|为|共|的|大概|一般|按|在)*(?:多少|谁|几|多大)|[有是]哪些|是什么(?:[?,。]|$))")]
    private static partial Regex AskedNoun();

    [GeneratedRegex("^(?:long|date|number|amount|name|year|day|days|use|next|much|many|paid|come|charge|city)$")]
    private static partial Regex Measuring();
}
