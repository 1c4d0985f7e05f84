using System.Globalization;

namespace Assistant.Web.Chat;

/// <summary>The day of a moment as one says it: today, yesterday, or its date.</summary>
public static class Days
{
    public static string Of(DateTimeOffset moment, TimeProvider time, Words words)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, time.LocalTimeZone).DateTime);
        return (DateOnly.FromDateTime(time.GetLocalNow().DateTime).DayNumber - day.DayNumber) switch
        {
            0 => words.Today,
            1 => words.Yesterday,
            _ => day.ToString("O", CultureInfo.InvariantCulture),
        };
    }
}
