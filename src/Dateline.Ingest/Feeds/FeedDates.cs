using Dateline.Ingest.Dates;

namespace Dateline.Ingest.Feeds;

/// <summary>Dates of feeds: RFC 822 and its misspellings, RFC 3339, and W3C's shortened forms.</summary>
internal static class FeedDates
{
    /// <summary>ISO 8601 with the offset as written, or null.</summary>
    public static string? Normalize(string text)
    {
        var value = text.Trim();
        // W3C's form may stop after the month or the year; an article's day is then not known.
        return value.Length < 8 ? null : IsoDates.Normalize(value.Length > 64 ? value[..64] : value);
    }
}
