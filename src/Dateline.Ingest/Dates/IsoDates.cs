using System.Globalization;

namespace Dateline.Ingest.Dates;

/// <summary>Brings dates of metadata to the form of <c>Article.Published</c>.</summary>
internal static class IsoDates
{
    /// <summary>
    /// An ISO 8601 date, or a date and time with the offset it was written with, from what metadata holds; null when it is no date.
    /// The calendar day is kept as written: a conversion to UTC would move evening news to the next day.
    /// </summary>
    public static string? Normalize(string value)
    {
        var text = value.AsSpan().Trim();
        if (text.Length is < 8 or > 64)
            return null;
        if (text.Length == 10 && text[4] == '-' && DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day))
            return day.Year >= 1600 ? text.ToString() : null;
        if (WrittenDates.TryRead(text, monthFirst: true, out var date))
            return date.Iso;
        // Seconds or milliseconds since 1970.
        if (text.Length is 10 or 13 && !text.ContainsAnyExceptInRange('0', '9') && long.TryParse(text, CultureInfo.InvariantCulture, out var count))
            return DateTimeOffset.FromUnixTimeMilliseconds(text.Length == 10 ? count * 1000 : count).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return WrittenDates.Find(text, monthFirst: true)?.Iso;
    }
}
