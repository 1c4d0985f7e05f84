namespace Assistant.Grounding.Facts;

/// <summary>Makes one date of the year, the month and the day that stand side by side: 2024年6月1日 is not borne out by a 2024, a June and a 1st from three places.</summary>
internal static class CalendarDates
{
    private const int FirstYear = 1900;
    private const int LastYear = 2200;

    /// <param name="quantities">In the order of the text; those that are parts of dates are replaced.</param>
    public static List<Fact> Join(string text, List<Fact> quantities)
    {
        var joined = new List<Fact>();
        for (var i = 0; i < quantities.Count; i++)
        {
            var first = quantities[i];
            if (first.Kind == FactKind.Date)
            {
                joined.Add(first);
                continue;
            }
            var date = Start(text, first) ?? InList(text, joined, first);
            if (date is null)
            {
                joined.Add(first);
                continue;
            }
            var end = first.End;
            while (i + 1 < quantities.Count && IsNext(text, end, quantities[i + 1]) && Continue(date.Value, quantities[i + 1]) is { } longer)
            {
                (date, end) = (longer, quantities[i + 1].End);
                i++;
            }
            (date, end) = WithEnd(text, date.Value, end);
            joined.Add(new Fact(FactKind.Date, text[first.Start..end], first.Start, end, "", [], "", BoundScanner.Of(text, first.Start, end)) { Date = date.Value });
        }
        return joined;
    }

    private static CalendarDate? Start(string text, Fact fact) => fact.Unit switch
    {
        "年" when fact.Values[0] is >= FirstYear and <= LastYear => new CalendarDate((int)fact.Values[0], 0, 0),
        "月" when fact.Values[0] is >= 1 and <= 12 && !(fact.Start > 0 && text[fact.Start - 1] is '第' or '前' or '近') => new CalendarDate(0, (int)fact.Values[0], 0),
        _ => null,
    };

    /// <summary>The 2日 of 5月1日、2日 is in May.</summary>
    private static CalendarDate? InList(string text, List<Fact> before, Fact fact) =>
        fact is { Unit: "日" } && fact.Values[0] is >= 1 and <= 31 && before is [.., { Kind: FactKind.Date, Date: { Month: > 0, Day: > 0 } date } last]
        && fact.Start == last.End + 1 && text[last.End] is '、' or '-' or '至' or '到' or '和' or '与' or '及'
            ? date with { Day = (int)fact.Values[0] }
            : null;

    private static CalendarDate? Continue(CalendarDate date, Fact next) => next.Unit switch
    {
        "月" when date is { Month: 0, Year: > 0 } && next.Values[0] is >= 1 and <= 12 => date with { Month = (int)next.Values[0] },
        "日" when date is { Month: > 0, Day: 0 } && next.Values[0] is >= 1 and <= 31 => date with { Day = (int)next.Values[0] },
        _ => null,
    };

    private static bool IsNext(string text, int end, Fact next) => next.Start == end || (next.Start == end + 1 && text[end] is '-' or '.' or '/');

    /// <summary>底 and 末 behind a month or a year.</summary>
    private static (CalendarDate Date, int End) WithEnd(string text, CalendarDate date, int end)
    {
        if (date.Day != 0 || end >= text.Length || text[end] is not ('底' or '末')) return (date, end);
        return (date with { Month = date.Month == 0 ? 12 : date.Month, Day = 31 }, end + 1);
    }

    /// <summary>A date in digits alone that begins at a place: 2024-11-06, 2024.11.6; null where none does.</summary>
    public static Fact? ReadDashed(string text, int at)
    {
        if (at + 8 > text.Length || !char.IsAsciiDigit(text[at]) || (at > 0 && (char.IsAsciiDigit(text[at - 1]) || text[at - 1] is '.' or '-'))) return null;
        if (NumberReader.DigitRun(text, at) != 4 || int.Parse(text.AsSpan(at, 4)) is var year && year is < FirstYear or > LastYear) return null;
        var mark = text[at + 4];
        if (mark is not ('-' or '.' or '/')) return null;
        var month = NumberReader.DigitRun(text, at + 5);
        var second = at + 5 + month;
        if (month is 0 or > 2 || second >= text.Length || text[second] != mark) return null;
        var day = NumberReader.DigitRun(text, second + 1);
        if (day is 0 or > 2) return null;
        var end = second + 1 + day;
        // 2024-13-31 is the number of a contract.
        if (int.Parse(text.AsSpan(at + 5, month)) is var named && named is < 1 or > 12 || int.Parse(text.AsSpan(second + 1, day)) is var counted && (counted < 1 || counted > DateTime.DaysInMonth(year, named))) return null;
        return Fact.Of(FactKind.Date, text, at, end, "") with { Date = new CalendarDate(year, named, counted) };
    }
}
