using System.Globalization;
using System.Text.RegularExpressions;

namespace Dateline.Learning.Scoring;

/// <summary>
/// A time value in a form in which TIMEX3, TIMEX2 and EDTF can be compared: what is equal is written equally.
/// </summary>
/// <remarks>
/// <para>A date whose days are known (day, month, year, decade, century, quarter, half, week, weekend, interval) becomes its first
/// and last day, so that a week is equal to the interval of its days. Seasons and dates with X for month or day stay as
/// written, in the numbers of EDTF. Qualifiers are dropped, and so are weekdays after a full date, zones and seconds; a time of day is
/// kept apart. Of durations, only the units that TIMEX2 and EDTF spell differently are levelled.</para>
/// </remarks>
/// <param name="Date">The date, duration or reference.</param>
/// <param name="Clock">The time of day or part of the day; empty where there is none.</param>
internal sealed partial record TimeValue(string Date, string Clock)
{
    /// <summary>“Now”, “the past”, “the future”: nothing that a calendar holds.</summary>
    public static TimeValue Reference { get; } = new("REF", string.Empty);

    /// <summary>Levels a value; null where there is nothing to compare.</summary>
    public static TimeValue? Of(string? written)
    {
        var value = (written ?? string.Empty).Trim().ToUpperInvariant();
        if (value.Length == 0) return null;
        if (value.EndsWith("_REF", StringComparison.Ordinal)) return Reference;
        if (value.Length > 1 && value[0] == 'P' && (char.IsAsciiDigit(value[1]) || value[1] is 'X' or 'T' or '.')) return new TimeValue(Duration(value), string.Empty);
        value = Spelled(Qualifiers().Replace(value, string.Empty));
        if (value.Contains('/') || value.IndexOf('T') is not (>= 0 and var t)) return new TimeValue(Days(value), string.Empty);
        return new TimeValue(Days(value[..t]), ClockOf(value[(t + 1)..]));
    }

    // DE, E decades, CE, C centuries, L millennia, Q quarters; a lone nH or nS is a time.
    private static string Duration(string value)
    {
        value = LongUnit().Replace(value, match =>
        {
            var (factor, unit) = match.Groups["unit"].Value switch { "DE" or "E" => (10, "Y"), "CE" or "C" => (100, "Y"), "L" => (1000, "Y"), _ => (3, "M") };
            var count = match.Groups["count"].Value;
            return (count == "X" ? "X" : (double.Parse(count, CultureInfo.InvariantCulture) * factor).ToString("0.######", CultureInfo.InvariantCulture)) + unit;
        });
        return LoneTime().Replace(value, "PT${count}${unit}");
    }

    // From the spellings of TIMEX to those of EDTF.
    private static string Spelled(string value)
    {
        value = BeforeChrist().Replace(value, match => string.Create(CultureInfo.InvariantCulture, $"-{int.Parse(match.ValueSpan[2..]) - 1:0000}"));
        value = WeekdayAfterDay().Replace(value, "${day}");
        value = MonthBeforeWeek().Replace(value, "${year}-W${week}");
        value = ShortWeek().Replace(value, "${year}-W0${week}");
        value = Season().Replace(value, match => match.ValueSpan switch { "-SP" => "-21", "-SU" => "-22", "-FA" => "-23", _ => "-24" });
        value = Part().Replace(value, match => $"-{(match.ValueSpan[1] == 'Q' ? 32 : 39) + match.ValueSpan[2] - '0'}");
        return value.Length is 2 or 3 && value.All(char.IsAsciiDigit) ? value.PadRight(4, 'X') : value;
    }

    private static string ClockOf(string clock)
    {
        var match = HourAndMinute().Match(clock);
        if (!match.Success) return clock;
        var minute = match.Groups["minute"];
        return $"{match.Groups["hour"].Value.PadLeft(2, '0')}:{(minute.Success ? minute.Value : "00")}";
    }

    private static string Days(string value)
    {
        if (value.Split('/', 2) is not [var from, var to]) return CalendarStretch.Of(value, isLoose: false) is { } days ? $"{days.First} {days.Last}" : value;
        var first = End(from);
        var last = End(to);
        return first is { IsKnown: true } && last is { IsKnown: true } ? $"{first.Value.Days?.First ?? "…"} {last.Value.Days?.Last ?? "…"}" : value;

        // An end that says nothing is open; a clock on an end is not compared.
        static (bool IsKnown, CalendarStretch? Days)? End(string end)
        {
            end = end.Split('T', 2)[0];
            if (end is "" or "..") return (true, null);
            var days = CalendarStretch.Of(end, isLoose: false);
            return (days is not null, days);
        }
    }

    [GeneratedRegex("[~?%]", RegexOptions.NonBacktracking)]
    private static partial Regex Qualifiers();

    [GeneratedRegex(@"(?<count>[0-9.]+|X)(?<unit>DE|CE|E|C|L|Q)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LongUnit();

    [GeneratedRegex(@"^P(?<count>[0-9.]+|X)(?<unit>[HS])$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LoneTime();

    [GeneratedRegex("^BC[0-9]{4}", RegexOptions.NonBacktracking)]
    private static partial Regex BeforeChrist();

    [GeneratedRegex("(?<day>-[0-9]{2})-WXX-[0-9]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WeekdayAfterDay();

    [GeneratedRegex("^(?<year>[0-9]{4})-[0-9]{2}-W(?<week>[0-9]{2})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MonthBeforeWeek();

    [GeneratedRegex("^(?<year>[0-9]{4})-W(?<week>[0-9])$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ShortWeek();

    [GeneratedRegex("-(SP|SU|FA|WI)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Season();

    [GeneratedRegex("-(Q[1-4]|H[12])", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Part();

    [GeneratedRegex("^:?(?<hour>[0-9]{1,2})(:(?<minute>[0-9]{2}))?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HourAndMinute();
}
