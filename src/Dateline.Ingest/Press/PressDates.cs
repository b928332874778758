using Dateline.Ingest.Dates;

namespace Dateline.Ingest.Press;

/// <summary>Dates as press databases write them: “July 1, 2019 Monday 9:20 AM GMT”, “29 décembre 2011”, “Mon, 5 Oct 2025”.</summary>
internal static class PressDates
{
    // “mar” and “sun” are also months and papers.
    const int ShortestWeekday = 5;
    const int Longest = 120;

    /// <summary>ISO 8601, or null.</summary>
    public static string? Read(string words) => words.Length > Longest ? null : WrittenDates.Find(WithoutWeekdays(words), monthFirst: true)?.Iso;

    /// <summary>Whether a line is such a date and nothing else but an edition.</summary>
    public static bool IsLine(string line)
    {
        if (line.Length is < 8 or > Longest || line.Contains(':', StringComparison.Ordinal) && !line.Any(char.IsAsciiDigit))
            return false;
        var words = WithoutWeekdays(line);
        return WrittenDates.TryRead(words, monthFirst: true, out var date) && words.Length - date.Length <= 30;
    }

    // A weekday after the date would part it from its clock time.
    static string WithoutWeekdays(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Where(static w => w.Trim(',', '.') is not { Length: >= ShortestWeekday } word || !Weekdays.Contains(word)));
}
