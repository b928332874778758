using System.Globalization;
using System.Text;

namespace Dateline.Chronology.Export;

/// <summary>A day in a calendar.</summary>
/// <param name="Uid">Never changes for the same entry.</param>
/// <param name="Day">The day.</param>
/// <param name="Stamp">When it was written down.</param>
/// <param name="Summary">One line.</param>
/// <param name="Description">More; may hold several lines.</param>
public sealed record CalendarEntry(string Uid, DateOnly Day, DateTimeOffset Stamp, string Summary, string Description);

/// <summary>Writes days as iCalendar (RFC 5545): all-day events, lines of at most 75 octets, text escaped.</summary>
/// <remarks>The same entries give the same bytes. Stateless and thread-safe.</remarks>
public static class CalendarFeed
{
    private const int LongestLine = 75;

    /// <summary>The calendar, lines ended by CR LF.</summary>
    /// <param name="name">What the calendar is called.</param>
    /// <param name="entries">Its days.</param>
    public static string Write(string name, IEnumerable<CalendarEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var calendar = new StringBuilder();
        Line("BEGIN:VCALENDAR");
        Line("VERSION:2.0");
        Line("PRODID:-//Dateline//Predictions//EN");
        Line("CALSCALE:GREGORIAN");
        Line("X-WR-CALNAME:" + Escape(name));
        foreach (var entry in entries)
        {
            Line("BEGIN:VEVENT");
            Line("UID:" + Escape(entry.Uid));
            Line("DTSTAMP:" + entry.Stamp.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
            Line("DTSTART;VALUE=DATE:" + entry.Day.ToString("yyyyMMdd", CultureInfo.InvariantCulture));
            if (entry.Day < DateOnly.MaxValue) Line("DTEND;VALUE=DATE:" + entry.Day.AddDays(1).ToString("yyyyMMdd", CultureInfo.InvariantCulture));
            Line("SUMMARY:" + Escape(entry.Summary));
            Line("DESCRIPTION:" + Escape(entry.Description));
            Line("TRANSP:TRANSPARENT");
            Line("END:VEVENT");
        }

        Line("END:VCALENDAR");
        return calendar.ToString();

        void Line(string line) => Fold(line, calendar);
    }

    // Backslash, semicolon, comma and line ends are escaped; other control characters are no text (RFC 5545, 3.3.11).
    internal static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var letter in text.ReplaceLineEndings("\n"))
        {
            if (letter == '\n') escaped.Append("\\n");
            else if (letter is '\\' or ';' or ',') escaped.Append('\\').Append(letter);
            else if (letter == '\t' || !char.IsControl(letter)) escaped.Append(letter);
        }

        return escaped.ToString();
    }

    // Counted in octets of UTF-8; no character is cut, and the space that begins a further line counts.
    internal static void Fold(string line, StringBuilder to)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                to.Append("\r\n ");
                octets = 1;
            }

            to.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        to.Append("\r\n");
    }
}
