using System.Globalization;
using System.Text;

namespace Dateline.Text.Times;

/// <summary>
/// Reads a time expression at one place of a sentence. What is common to the languages stands here: dates in digits,
/// clock times, written amounts. Stateless.
/// </summary>
internal abstract class TimeGrammar
{
    /// <summary>A year that a bare four-digit number may be without any other sign of it.</summary>
    protected const int FirstPlainYear = 1900;
    protected const int LastPlainYear = 2099;

    /// <summary>Reads the longest expression that begins at piece <paramref name="at"/>.</summary>
    public abstract bool TryRead(TimePieces p, int at, out TimeReading reading);

    /// <summary>Whether dates in digits put the month first.</summary>
    protected abstract bool MonthFirst { get; }

    /// <summary>A number in figures or words. Returns the piece after it, or -1.</summary>
    protected abstract int Amount(TimePieces p, int at, out double amount);

    /// <summary>2024-05-03, 03/05/2024, 3.5.24, with an optional time: the piece after it, or -1.</summary>
    protected int DigitDate(TimePieces p, int at, ref TimeReading r)
    {
        var first = p.NumberAt(at);
        if (first < 0 || p.Glued(at) && (p.IsDash(at - 1) || p.IsMark(at - 1, '/') || p.IsMark(at - 1, '.'))) return -1;
        if (!p.Glued(at + 1) || !p.Glued(at + 2) || !p.Glued(at + 3) || !p.Glued(at + 4)) return -1;
        if (p[at + 1].Kind != PieceKind.Mark || p[at + 3].Kind != PieceKind.Mark) return -1;
        var mark = p.Text[p[at + 1].Start];
        if (mark != p.Text[p[at + 3].Start] || mark is not ('-' or '/' or '.')) return -1;
        if (p.Glued(at + 5) && p.IsMark(at + 5, mark) && p.Glued(at + 6)) return -1;
        int second = p.NumberAt(at + 2), third = p.NumberAt(at + 4);
        int year, month, day;
        if (p.IsNumber(at, 4, 4))
        {
            if (!p.IsNumber(at + 2, 1, 2) || !p.IsNumber(at + 4, 1, 2)) return -1;
            (year, month, day) = (first, second, third);
        }
        else
        {
            if (!p.IsNumber(at, 1, 2) || !p.IsNumber(at + 2, 1, 2) || !(p.IsNumber(at + 4, 4, 4) || (p.IsNumber(at + 4, 2, 2) && mark != '.'))) return -1;
            year = p.IsNumber(at + 4, 4, 4) ? third : third < 50 ? 2000 + third : 1900 + third;
            (month, day) = second > 12 || (MonthFirst && mark == '/' && first <= 12) ? (first, second) : (second, first);
        }

        if (!IsDay(year, month, day)) return -1;
        r.Kind = ReadingKind.Absolute;
        (r.Year, r.Month, r.Day) = (year, month, day);
        // Nothing but the habit of a country says which of two small numbers is the month.
        r.Approximate = false;
        var end = at + 5;
        if (p.Glued(end) && p.IsWord(end) && p[end].Length == 1 && p.Text[p[end].Start] == 'T' && p.Glued(end + 1) && p.IsNumber(end + 1, 2, 2))
        {
            var after = ColonClock(p, end + 1, ref r);
            if (after > 0) return after;
        }

        return end;
    }

    /// <summary>10:35, 10:35:20 with an optional zone: the piece after it, or -1.</summary>
    protected static int ColonClock(TimePieces p, int at, ref TimeReading r)
    {
        var hour = p.NumberAt(at);
        if (hour is < 0 or > 24 || !p.IsNumber(at, 1, 2) || !p.Glued(at + 1) || !p.IsMark(at + 1, ':') || !p.Glued(at + 2) || !p.IsNumber(at + 2, 2, 2)) return -1;
        if (p.Glued(at) && (p.IsMark(at - 1, ':') || p.IsMark(at - 1, '.'))) return -1;
        var minute = p.NumberAt(at + 2);
        if (minute > 59 || (hour == 24 && minute > 0)) return -1;
        var end = at + 3;
        if (p.Glued(end) && p.IsMark(end, ':') && p.Glued(end + 1) && p.IsNumber(end + 1, 2, 2)) end += 2;
        else if (p.Glued(end) && p.IsMark(end, ':')) return -1;
        r.Minutes = 60 * hour + minute;
        return end;
    }

    /// <summary>Whether the word before makes a number the name of something: “resolution 1973”, “Flight 2005”.</summary>
    protected static bool IsNumbered(TimePieces p, int at) =>
        at > 0 && p.IsWord(at - 1) && p[at - 1].Length is >= 4 and <= 10 && (p.Chars(at - 1)[1..] is "esolution" or "ésolution" or "rticle" or "light" or "ection" or "ésolutions" or "oute" or "umber" or "uméro" or "hapter"
            || p.Chars(at - 1) is "Unit" or "Room" or "Highway");

    /// <summary>Whether a number stands alone enough to be a year: not behind a sign or inside an address.</summary>
    protected static bool StandsAlone(TimePieces p, int at)
    {
        if (at == 0 || !p.Glued(at)) return true;
        if (p[at - 1].Kind == PieceKind.Word) return false;
        if (p.IsDash(at - 1) || p.IsApostrophe(at - 1)) return true;
        var mark = p.Text[p[at - 1].Start];
        return mark is '(' or '"' or '“' or '«' or '‘' || (mark == '[' && !p.Glued(at - 1)) || (mark == '/' && p.IsNumber(at - 2, 4, 4));
    }

    protected static bool IsDay(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && (year is < 1 or > 9999 ? day <= 31 : day <= DateTime.DaysInMonth(year, month));

    /// <summary>Whether a day can stand in a month of some year.</summary>
    protected static bool IsDayOfMonth(int month, int day) => day >= 1 && day <= (month == 2 ? 29 : month is 4 or 6 or 9 or 11 ? 30 : 31);

    /// <summary>A duration as ISO 8601 has it; <c>X</c> for an amount that is not said.</summary>
    internal static string Duration(CalendarUnit unit, double amount, bool unknown)
    {
        var (factor, letter, time) = unit switch
        {
            CalendarUnit.Second => (1, 'S', true),
            CalendarUnit.Minute => (1, 'M', true),
            CalendarUnit.Hour => (1, 'H', true),
            CalendarUnit.Day => (1, 'D', false),
            CalendarUnit.Weekend => (2, 'D', false),
            CalendarUnit.Week => (1, 'W', false),
            CalendarUnit.Fortnight => (2, 'W', false),
            CalendarUnit.Month => (1, 'M', false),
            CalendarUnit.Quarter or CalendarUnit.Season => (3, 'M', false),
            CalendarUnit.Half => (6, 'M', false),
            CalendarUnit.Decade => (10, 'Y', false),
            CalendarUnit.Century => (100, 'Y', false),
            CalendarUnit.Millennium => (1000, 'Y', false),
            _ => (1, 'Y', false),
        };
        var text = new StringBuilder(12).Append('P');
        if (time) text.Append('T');
        if (unknown) return text.Append('X').Append(factor == 1 || letter != 'Y' ? letter : 'Y').ToString();
        amount *= factor;
        var whole = Math.Floor(amount);
        var rest = amount - whole;
        (double Parts, char Letter)? smaller = (letter, time) switch
        {
            ('Y', _) => (12, 'M'),
            ('H', true) => (60, 'M'),
            ('M', true) => (60, 'S'),
            _ => null,
        };
        if (rest > 0 && smaller is { } fine && Math.Abs(rest * fine.Parts - Math.Round(rest * fine.Parts)) < 1e-6)
        {
            if (whole > 0) text.Append(CultureInfo.InvariantCulture, $"{whole:0}{letter}");
            return text.Append(CultureInfo.InvariantCulture, $"{rest * fine.Parts:0}{fine.Letter}").ToString();
        }

        return text.Append(CultureInfo.InvariantCulture, $"{amount:0.##}{letter}").ToString();
    }

    /// <summary>Figures with groups of three, decimals and fractions: “1,200”, “2.5”, “2 1/2”.</summary>
    protected static int Figures(TimePieces p, int at, out double amount, char group, char point)
    {
        amount = p.NumberAt(at);
        if (amount < 0 || (p.Glued(at) && at > 0 && (p.IsMark(at - 1, '.') || p.IsMark(at - 1, ',') || p.IsMark(at - 1, '/')))) return -1;
        var end = at + 1;
        while (p.Glued(end) && p.IsMark(end, group) && p.Glued(end + 1) && p.IsNumber(end + 1, 3, 3) && amount < 1e6)
        {
            amount = 1000 * amount + p.NumberAt(end + 1);
            end += 2;
        }

        if (p.Glued(end) && p.IsMark(end, point) && p.Glued(end + 1) && p.IsNumber(end + 1, 1, 2))
        {
            amount += p.NumberAt(end + 1) / (p[end + 1].Length == 1 ? 10.0 : 100.0);
            return end + 2;
        }

        if (p.IsNumber(end, 1, 1) && p.IsMark(end + 1, '/') && p.Glued(end + 1) && p.IsNumber(end + 2, 1, 1) && p.NumberAt(end + 2) > 0)
        {
            amount += (double)p.NumberAt(end) / p.NumberAt(end + 2);
            return end + 3;
        }

        return end;
    }
}
