using System.Globalization;
using System.Text;

namespace Dateline.Text.Times;

/// <summary>How sure a component of an EDTF date is.</summary>
[Flags]
public enum EdtfQualifier : byte
{
    /// <summary>Stated plainly.</summary>
    None = 0,

    /// <summary><c>?</c>: the source is in doubt.</summary>
    Uncertain = 1,

    /// <summary><c>~</c>: an estimate, near the date given.</summary>
    Approximate = 2,

    /// <summary><c>%</c>: both.</summary>
    Both = Uncertain | Approximate,
}

/// <summary>
/// One date of EDTF (ISO 8601-2:2019, levels 0 to 2): a year down to a day, a season, a quarter, with unspecified digits
/// and qualifiers, and a time of day.
/// </summary>
/// <remarks>
/// <para>Of unspecified digits, those at the end of the year are read (<c>201X</c>, <c>19XX</c>, <c>XXXX</c>), and whole months and
/// days (<c>2015-XX</c>, <c>2015-07-XX</c>). Years are astronomical: 1 BC is 0.</para>
/// <para>Two forms go beyond EDTF, because news tells what EDTF cannot: a part of the day from TIMEX3 after the <c>T</c>
/// (<c>2015-07-14TMO</c>: MO, MI, AF, EV, NI, DT) and a recurring day of the week (<c>XXXX-WXX-1</c>, Monday being 1).</para>
/// <para>Equality is by value. The default value is the year 0.</para>
/// </remarks>
public readonly record struct EdtfDate
{
    /// <summary>Marks a month or day that is written <c>XX</c>.</summary>
    public const int Unspecified = 99;

    private static readonly string[] PartsOfDay = ["", "MO", "MI", "AF", "EV", "NI", "DT"];

    /// <summary>Year with unspecified digits as zeros; astronomical.</summary>
    public int Year { get; init; }

    /// <summary>How many digits at the end of the year are <c>X</c>: 0 to 4.</summary>
    public int UnspecifiedYearDigits { get; init; }

    /// <summary>0 for none, 1–12 a month, 21–24 a season, 33–36 a quarter, 40–41 a half of the year, or <see cref="Unspecified"/>.</summary>
    public int Month { get; init; }

    /// <summary>0 for none, 1–31, or <see cref="Unspecified"/>.</summary>
    public int Day { get; init; }

    /// <summary>1–7 for a recurring day of the week, Monday first; otherwise 0.</summary>
    public int Weekday { get; init; }

    /// <summary>Minutes after midnight, or -1 for none.</summary>
    public int Minutes { get => _minutes - 1; init => _minutes = value + 1; }

    /// <summary>Seconds of the minute, or -1 where not given.</summary>
    public int Seconds { get => _seconds - 1; init => _seconds = value + 1; }

    /// <summary>Whether only the hour is given (<c>T19</c>).</summary>
    public bool HourOnly { get; init; }

    /// <summary>Zone shift in minutes east of Greenwich; null when the time is local.</summary>
    public int? Zone { get; init; }

    /// <summary>Part of the day: 0 none, 1 morning, 2 midday, 3 afternoon, 4 evening, 5 night, 6 daytime.</summary>
    public int PartOfDay { get; init; }

    /// <summary>How sure the year is.</summary>
    public EdtfQualifier YearQualifier { get; init; }

    /// <summary>How sure the month is.</summary>
    public EdtfQualifier MonthQualifier { get; init; }

    /// <summary>How sure the day is.</summary>
    public EdtfQualifier DayQualifier { get; init; }

    private readonly int _minutes;
    private readonly int _seconds;

    /// <summary>A day of the calendar.</summary>
    public static EdtfDate Of(DateOnly day) => new() { Year = day.Year, Month = day.Month, Day = day.Day };

    /// <summary>The same date with one qualifier on all of it.</summary>
    public EdtfDate With(EdtfQualifier qualifier) => this with
    {
        YearQualifier = qualifier,
        MonthQualifier = Month == 0 ? EdtfQualifier.None : qualifier,
        DayQualifier = Day == 0 ? EdtfQualifier.None : qualifier,
    };

    /// <summary>
    /// The days it can mean, X digits at their widest, seasons those of the northern half of the earth (winter from December
    /// to February of the next year); null for a year outside 1–9999, an unspecified year or a recurring day.
    /// </summary>
    public TimeBounds? Bounds
    {
        get
        {
            if (Weekday != 0 || UnspecifiedYearDigits >= 4) return null;
            var low = Year;
            var high = UnspecifiedYearDigits switch { 1 => Year + 9, 2 => Year + 99, 3 => Year + 999, _ => Year };
            if (high is < 1 or > 9999 || low < 0) return null;
            low = Math.Max(low, 1);
            if (Month is 0 or Unspecified) return new TimeBounds(new DateOnly(low, 1, 1), new DateOnly(high, 12, 31));
            if (Month == 24)
            {
                return low == 9999
                    ? new TimeBounds(new DateOnly(low, 12, 1), new DateOnly(low, 12, 31))
                    : new TimeBounds(new DateOnly(low, 12, 1), new DateOnly(low + 1, 3, 1).AddDays(-1));
            }

            var (first, last) = Month switch
            {
                >= 21 and <= 23 => (3 * Month - 60, 3 * Month - 58),
                >= 33 and <= 36 => (3 * Month - 98, 3 * Month - 96),
                40 or 41 => (6 * Month - 239, 6 * Month - 234),
                _ => (Month, Month),
            };
            if (Day is 0 or Unspecified)
                return new TimeBounds(new DateOnly(low, first, 1), new DateOnly(high, last, DateTime.DaysInMonth(high, last)));
            var day = new DateOnly(low, first, Day);
            return new TimeBounds(day, day);
        }
    }

    /// <summary>Reads one date. False, without exception, for anything else.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out EdtfDate date)
    {
        date = default;
        int month = 0, day = 0;
        EdtfQualifier yearQualifier = default, monthQualifier = default, dayQualifier = default;
        if (text.Length is 10 && text.StartsWith("XXXX-WXX-") && text[9] is >= '1' and <= '7')
        {
            date = new EdtfDate { UnspecifiedYearDigits = 4, Weekday = text[9] - '0' };
            return true;
        }

        var before = Qualifier(ref text);
        if (!TryYear(ref text, out var year, out var unspecified)) return false;
        yearQualifier = before | Qualifier(ref text);
        if (TryTwo(ref text, out before, out month))
        {
            var after = Qualifier(ref text);
            yearQualifier |= after;
            monthQualifier = before | after;
            if (month is not (>= 1 and <= 12 or >= 21 and <= 24 or >= 33 and <= 36 or 40 or 41 or Unspecified)) return false;
            if (TryTwo(ref text, out before, out day))
            {
                after = Qualifier(ref text);
                yearQualifier |= after;
                monthQualifier |= after;
                dayQualifier = before | after;
                if (month is > 12 and not Unspecified || day is < 1 or (> 31 and not Unspecified)) return false;
                if (month <= 12 && day <= 31 && day > LongestMonth(year, unspecified, month)) return false;
            }
        }

        // An unspecified digit of the year says that what follows it is not known either, save for a recurring date.
        if (unspecified is > 0 and < 4 && month != 0) return false;
        date = new EdtfDate
        {
            Year = year,
            UnspecifiedYearDigits = unspecified,
            Month = month,
            Day = day,
            YearQualifier = yearQualifier,
            MonthQualifier = monthQualifier,
            DayQualifier = dayQualifier,
        };
        if (text.IsEmpty) return true;
        return text[0] == 'T' && day != 0 && date.TryClock(text[1..], out date);
    }

    /// <summary>Writes EDTF; <see cref="TryParse"/> reads it back.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(24);
        if (Weekday != 0) return text.Append(CultureInfo.InvariantCulture, $"XXXX-WXX-{Weekday}").ToString();
        var whole = Whole();
        Mark(text, whole is null ? YearQualifier : default);
        if (UnspecifiedYearDigits >= 4)
        {
            text.Append("XXXX");
        }
        else if (Math.Abs(Year) > 9999)
        {
            text.Append(CultureInfo.InvariantCulture, $"Y{Year}");
        }
        else
        {
            text.Append(CultureInfo.InvariantCulture, $"{(Year < 0 ? "-" : "")}{Math.Abs(Year):0000}");
            for (var i = 1; i <= UnspecifiedYearDigits; i++) text[^i] = 'X';
        }

        if (Month != 0)
        {
            text.Append('-');
            Mark(text, whole is null ? MonthQualifier : default);
            Two(text, Month);
        }

        if (Day != 0)
        {
            text.Append('-');
            Mark(text, whole is null ? DayQualifier : default);
            Two(text, Day);
        }

        if (whole is { } all) Mark(text, all);
        if (PartOfDay != 0) return text.Append('T').Append(PartsOfDay[PartOfDay]).ToString();
        if (Minutes < 0) return text.ToString();
        text.Append(CultureInfo.InvariantCulture, $"T{Minutes / 60:00}");
        if (!HourOnly) text.Append(CultureInfo.InvariantCulture, $":{Minutes % 60:00}");
        if (!HourOnly && Seconds >= 0) text.Append(CultureInfo.InvariantCulture, $":{Seconds:00}");
        if (Zone is { } zone)
            text.Append(zone == 0 ? "Z" : string.Create(CultureInfo.InvariantCulture, $"{(zone < 0 ? '-' : '+')}{Math.Abs(zone) / 60:00}:{Math.Abs(zone) % 60:00}"));
        return text.ToString();
    }

    private EdtfQualifier? Whole() =>
        (Month == 0 || MonthQualifier == YearQualifier) && (Day == 0 || DayQualifier == YearQualifier) ? YearQualifier : null;

    private static void Mark(StringBuilder text, EdtfQualifier qualifier)
    {
        if (qualifier != EdtfQualifier.None) text.Append(qualifier switch { EdtfQualifier.Uncertain => '?', EdtfQualifier.Approximate => '~', _ => '%' });
    }

    private static void Two(StringBuilder text, int value)
    {
        if (value == Unspecified) text.Append("XX");
        else text.Append(CultureInfo.InvariantCulture, $"{value:00}");
    }

    private static int LongestMonth(int year, int unspecified, int month) =>
        month == 2 && unspecified > 0 ? 29 : DaysInMonth(year, month);

    /// <summary>Days of a month of any year of the proleptic Gregorian calendar, which repeats every 400 years.</summary>
    internal static int DaysInMonth(int year, int month) => DateTime.DaysInMonth(((year % 400) + 400) % 400 is var like and not 0 ? like : 400, month);

    private static EdtfQualifier Qualifier(ref ReadOnlySpan<char> text)
    {
        var found = text.IsEmpty ? EdtfQualifier.None : text[0] switch
        {
            '?' => EdtfQualifier.Uncertain,
            '~' => EdtfQualifier.Approximate,
            '%' => EdtfQualifier.Both,
            _ => EdtfQualifier.None,
        };
        if (found != EdtfQualifier.None) text = text[1..];
        return found;
    }

    private static bool TryYear(ref ReadOnlySpan<char> text, out int year, out int unspecified)
    {
        year = unspecified = 0;
        if (text.StartsWith("Y"))
        {
            var end = 1;
            if (end < text.Length && text[end] == '-') end++;
            var digits = end;
            while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
            if (end - digits is < 5 or > 9 || text[digits] == '0') return false;
            year = int.Parse(text[1..end], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            text = text[end..];
            return true;
        }

        var negative = text.StartsWith("-");
        if (negative) text = text[1..];
        if (text.Length < 4) return false;
        for (var i = 0; i < 4; i++)
        {
            if (text[i] == 'X') unspecified++;
            else if (!char.IsAsciiDigit(text[i]) || unspecified > 0) return false;
            year = 10 * year + (text[i] == 'X' ? 0 : text[i] - '0');
        }

        if (negative && (year == 0 || unspecified > 0)) return false;
        if (negative) year = -year;
        text = text[4..];
        return true;
    }

    private static bool TryTwo(ref ReadOnlySpan<char> text, out EdtfQualifier before, out int value)
    {
        value = 0;
        before = EdtfQualifier.None;
        if (text.Length < 3 || text[0] != '-') return false;
        var rest = text[1..];
        before = Qualifier(ref rest);
        if (rest.Length < 2) return false;
        if (rest[0] == 'X' && rest[1] == 'X') value = Unspecified;
        else if (char.IsAsciiDigit(rest[0]) && char.IsAsciiDigit(rest[1])) value = 10 * (rest[0] - '0') + rest[1] - '0';
        else return false;
        text = rest[2..];
        return true;
    }

    private bool TryClock(ReadOnlySpan<char> text, out EdtfDate date)
    {
        date = this;
        if (text.Length < 2) return false;
        if (text.Length == 2 && Array.IndexOf(PartsOfDay, text.ToString(), 1) is > 0 and var part)
        {
            date = this with { PartOfDay = part };
            return true;
        }

        int? zone = null;
        if (text[^1] == 'Z')
        {
            zone = 0;
            text = text[..^1];
        }
        else if (text.LastIndexOfAny('+', '-') is > 0 and var sign)
        {
            var shift = text[(sign + 1)..];
            if (!TryPair(shift, out var hours) || hours > 14) return false;
            var minutes = 0;
            if (shift.Length != 2 && (shift.Length != 5 || shift[2] != ':' || !TryPair(shift[3..], out minutes) || minutes > 59)) return false;
            zone = (text[sign] == '-' ? -1 : 1) * (60 * hours + minutes);
            text = text[..sign];
        }

        if (!TryPair(text, out var hour) || hour > 24) return false;
        int minute = 0, second = -1;
        if (text.Length >= 5 && (text[2] != ':' || !TryPair(text[3..], out minute) || minute > 59)) return false;
        if (text.Length == 8 && (text[5] != ':' || !TryPair(text[6..], out second) || second > 60)) return false;
        if (text.Length is not (2 or 5 or 8) || (hour == 24 && minute != 0)) return false;
        date = this with { Minutes = 60 * hour + minute, Seconds = second, HourOnly = text.Length == 2, Zone = zone };
        return true;
    }

    private static bool TryPair(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        if (text.Length < 2 || !char.IsAsciiDigit(text[0]) || !char.IsAsciiDigit(text[1])) return false;
        value = 10 * (text[0] - '0') + text[1] - '0';
        return true;
    }
}
