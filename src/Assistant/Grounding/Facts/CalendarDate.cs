namespace Assistant.Grounding.Facts;

/// <summary>A date as far as it is given.</summary>
/// <param name="Year">0 where none is given.</param>
/// <param name="Month">1 to 12; 0 where none is given.</param>
/// <param name="Day">1 to 31; 0 where none is given, 31 for the end of the month (3月底) or of the year (年底).</param>
internal readonly record struct CalendarDate(int Year, int Month, int Day)
{
    private const int Last = 31;

    /// <summary>Whether a sentence may say this where the clause has the other: the same, or less exactly the same.</summary>
    public bool IsBorneBy(CalendarDate other) =>
        Shares(other)
        && (Year == 0 || other.Year == 0 || Year == other.Year)
        && (Month == other.Month || Month == 0)
        && (Day == other.Day || Day == 0 || (Day == Last && other.Day >= 28 && IsLastOf(other)) || (other.Day == 0 && Day == Last));

    /// <summary>Whether the two give the same thing at all: a year alone and a day of the year are no rivals.</summary>
    public bool Shares(CalendarDate other) => (Year != 0 && other.Year != 0) || (Month != 0 && other.Month != 0);

    private static bool IsLastOf(CalendarDate date) => date.Month == 0 || date.Day >= DateTime.DaysInMonth(date.Year == 0 ? 2023 : date.Year, date.Month);
}
