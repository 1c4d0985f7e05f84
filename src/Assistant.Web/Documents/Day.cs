using System.Globalization;

namespace Assistant.Web.Documents;

/// <summary>A day as fields of forms and addresses carry it: 2026-03-09.</summary>
public static class Day
{
    /// <returns>Null where the field is empty, as forms send what nobody filled in.</returns>
    /// <exception cref="RequestRefusedException">It is no such day.</exception>
    public static DateOnly? Read(string? field, Words words) =>
        string.IsNullOrWhiteSpace(field) ? null
        : DateOnly.TryParseExact(field.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new RequestRefusedException(StatusCodes.Status400BadRequest, string.Format(words.NoDate, field));
}
