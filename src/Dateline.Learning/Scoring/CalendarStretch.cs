using System.Globalization;
using System.Text.RegularExpressions;

namespace Dateline.Learning.Scoring;

/// <summary>The first and last day of a date in EDTF or ISO 8601, in any year, also before Christ.</summary>
/// <param name="First">First day, year month day.</param>
/// <param name="Last">Last day.</param>
internal sealed partial record CalendarStretch(string First, string Last)
{
    private const int AnyMonth = 0;

    /// <summary>The days of a single date; null when it has none.</summary>
    /// <param name="date">The date, without qualifiers and time of day.</param>
    /// <param name="isLoose">Whether seasons (those of the northern half of the earth) and X for month or day have days too.</param>
    public static CalendarStretch? Of(string date, bool isLoose)
    {
        if (Week().Match(date) is { Success: true } week) return OfWeek(week);
        var match = Date().Match(date);
        if (!match.Success) return null;
        var year = match.Groups["year"].Value;
        var (month, day) = (match.Groups["month"].Value, match.Groups["day"].Value);
        var isNegative = match.Groups["sign"].Length > 0;
        if (year.Contains('X') && (month.Length > 0 || day.Length > 0 || isNegative)) return null;
        if (!isLoose && (month == "XX" || day == "XX")) return null;

        var low = Number(year.Replace('X', '0')) * (isNegative ? -1 : 1);
        var high = Number(year.Replace('X', '9')) * (isNegative ? -1 : 1);
        if (month is "" or "XX") return new CalendarStretch(Day(low, 1, 1), Day(high, 12, 31));
        var number = Number(month);
        if (number == 24 && isLoose) return new CalendarStretch(Day(low, 12, 1), Day(low + 1, 2, LastDay(low + 1, 2)));
        var (first, last) = number switch
        {
            >= 1 and <= 12 => (number, number),
            >= 21 and <= 23 when isLoose => (3 * number - 60, 3 * number - 58),
            >= 33 and <= 36 => (3 * number - 98, 3 * number - 96),
            40 or 41 => (6 * number - 239, 6 * number - 234),
            _ => (AnyMonth, AnyMonth),
        };
        if (first == AnyMonth) return null;
        if (day is "" or "XX") return new CalendarStretch(Day(low, first, 1), Day(low, last, LastDay(low, last)));
        var single = Number(day);
        return first == last && single >= 1 && single <= LastDay(low, first) ? new CalendarStretch(Day(low, first, single), Day(low, first, single)) : null;
    }

    private static CalendarStretch? OfWeek(Match match)
    {
        var (year, week) = (Number(match.Groups["year"].Value), Number(match.Groups["week"].Value));
        if (year is < 1 or > 9998 || week < 1 || week > ISOWeek.GetWeeksInYear(year)) return null;
        var (first, last) = match.Groups["part"].Value switch { "" => (1, 7), "-WE" => (6, 7), var day => (day[1] - '0', day[1] - '0') };
        return new CalendarStretch(Of(first), Of(last));

        string Of(int weekday)
        {
            var day = ISOWeek.ToDateTime(year, week, (DayOfWeek)(weekday % 7));
            return Day(day.Year, day.Month, day.Day);
        }
    }

    // A leap year before Christ is one four hundred years, or any times that, later.
    private static int LastDay(int year, int month) => DateTime.DaysInMonth(year > 0 ? year : 2000 + ((year % 400) + 400) % 400, month);

    private static string Day(int year, int month, int day) => string.Create(CultureInfo.InvariantCulture, $"{year}-{month}-{day}");

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?<year>[0-9]{4})-W(?<week>[0-9]{2})(?<part>-WE|-[1-7])?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Week();

    [GeneratedRegex("^(?<sign>-?)(?<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(-(?<month>[0-9]{2}|XX))?(-(?<day>[0-9]{2}|XX))?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Date();
}
