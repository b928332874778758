using System.Globalization;

namespace Dateline.Web.Wording;

/// <summary>
/// Says an EDTF date (ISO 8601-2) in English. What it does not know it leaves as it is: a strange date is better than a wrong one.
/// </summary>
internal static class EdtfWords
{
    private static readonly string[] Months =
    [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ];

    private static readonly string[] Seasons = ["spring", "summer", "autumn", "winter"];

    /// <summary>The date in words; “date unknown” for null.</summary>
    public static string Say(string? edtf)
    {
        if (string.IsNullOrEmpty(edtf)) return "date unknown";
        var slash = edtf.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0) return SayOne(edtf);
        var (from, to) = (edtf[..slash], edtf[(slash + 1)..]);
        return (from, to) switch
        {
            ("" or "..", "" or "..") => "at some time",
            ("..", _) => "until " + (EndOfDay(to) ?? SayOne(to)),
            ("", _) => "from an unknown day until " + SayOne(to),
            (_, "..") => "since " + SayOne(from),
            (_, "") => "from " + SayOne(from) + " until an unknown day",
            _ => SayRange(from, to),
        };
    }

    /// <summary>The heading under which a day stands: its month, or what is known of it.</summary>
    public static string MonthOf(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{Months[day.Month - 1]} {day.Year}");

    /// <summary>A day or a moment as published, in words; as it is when it is neither.</summary>
    public static string SayPublished(string published) =>
        published.Length >= 10 && DateOnly.TryParseExact(published.AsSpan(0, 10), "yyyy-MM-dd", out var day) ? Say(day) : published;

    /// <summary>A day in words.</summary>
    public static string Say(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Day} {Months[day.Month - 1]} {day.Year}");

    // Midnight belongs to the day that it ends.
    private static string? EndOfDay(string moment) =>
        moment.EndsWith("T00:00", StringComparison.Ordinal) && DateOnly.TryParseExact(moment.AsSpan(0, moment.Length - 6), "yyyy-MM-dd", out var next) && next > DateOnly.MinValue
            ? "the end of " + Say(next.AddDays(-1)) : null;

    private static string SayRange(string from, string to)
    {
        if (DateOnly.TryParseExact(from, "yyyy-MM-dd", out var first) && DateOnly.TryParseExact(to, "yyyy-MM-dd", out var last))
        {
            if (first.Year == last.Year && first.Month == last.Month)
                return string.Create(CultureInfo.InvariantCulture, $"{first.Day}–{last.Day} {Months[first.Month - 1]} {first.Year}");
            if (first.Year == last.Year)
                return string.Create(CultureInfo.InvariantCulture, $"{first.Day} {Months[first.Month - 1]} – {Say(last)}");
        }

        return SayOne(from) + " – " + SayOne(to);
    }

    private static string SayOne(string date)
    {
        var core = date.TrimEnd('~', '?', '%');
        var prefix = date[core.Length..] switch
        {
            "~" => "about ",
            "?" => "probably ",
            "%" or "~?" or "?~" => "perhaps about ",
            _ => string.Empty,
        };
        return prefix + SayPlain(core);
    }

    private static string SayPlain(string date)
    {
        var clock = date.IndexOf('T', StringComparison.Ordinal);
        if (clock > 0) return SayPlain(date[..clock]) + ", " + SayClock(date[(clock + 1)..]);

        var parts = date.Split('-');
        if (parts[0].Length != 4) return date;
        if (parts.Length == 1) return SayYear(parts[0]);
        var year = SayYear(parts[0]);
        if (parts[1] == "XX")
            return parts.Length == 2 ? "some month of " + year : parts[2] == "XX" ? "some day in " + year : date;
        if (!int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return date;
        var span = number switch
        {
            >= 1 and <= 12 => Months[number - 1],
            >= 21 and <= 24 => Seasons[number - 21],
            >= 33 and <= 36 => string.Create(CultureInfo.InvariantCulture, $"quarter {number - 32} of"),
            40 => "first half of",
            41 => "second half of",
            _ => null,
        };
        if (span is null) return date;
        if (parts.Length == 2) return $"{span} {year}";
        if (parts.Length != 3 || number > 12) return date;
        if (parts[2] == "XX") return $"some day in {span} {year}";
        return int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var day) ? $"{day} {span} {year}" : date;
    }

    // Parts of the day are TimeML's: EDTF has none.
    private static string SayClock(string clock) => clock switch
    {
        "MO" => "morning",
        "MI" => "midday",
        "AF" => "afternoon",
        "EV" => "evening",
        "NI" => "night",
        "DT" => "daytime",
        _ => clock.EndsWith('Z') ? clock[..^1] + " UTC" : clock,
    };

    private static string SayYear(string year) =>
        year.EndsWith("XX", StringComparison.Ordinal) ? year[..2] + "00s" : year.EndsWith('X') ? "the " + year[..3] + "0s" : year;
}
