namespace Dateline.Text.Times;

/// <summary>
/// Turns readings into dates, in the order of the text: what was told before is what “the next day” counts from.
/// </summary>
/// <remarks>
/// A text is taken as a narrative, one that tells of its own times rather than of its day, when most of its years lie far from
/// its own and it hardly says “yesterday” or “on Monday”: then “on 5 May” takes its year from the date before. Anchoring by
/// the preceding reference follows Mazur &amp; Dale, “WikiWars” (2010), and HeidelTime's narrative strategy (Strötgen &amp; Gertz 2010).
/// </remarks>
internal sealed class TimeResolver
{
    // How far back in the text, in UTF-16 units, a date of another year still lends its year in news.
    private const int LendingDistance = 200;

    private readonly DateOnly? _today;
    private readonly bool _narrative;
    private readonly bool _antiquity;

    private Moment? _last;
    private Moment? _lastDay;
    private Moment? _lastYear;
    private Moment? _lastQuarter;
    private int _lastSentence = -1;
    private int _quarterSentence = -9;
    private int _lastPosition;

    public TimeResolver(DocumentTime? time, IReadOnlyList<FoundTime> found)
    {
        _today = time?.Date;
        int far = 0, farInYear = 0, near = 0, before = 0, deictic = 0;
        foreach (var one in found)
        {
            var r = one.Reading;
            switch (r.Kind)
            {
                case ReadingKind.Absolute when r.Value is null && r.UnspecifiedDigits == 0:
                    if (r.Year < 1) before++;
                    if (_today is not null && Math.Abs(r.Year - _today.Value.Year) < 2)
                    {
                        near++;
                        break;
                    }

                    far++;
                    if (r.Month > 0) farInYear++;
                    break;
                case ReadingKind.Weekday:
                    deictic++;
                    break;
                case ReadingKind.Shift when r.From == ShiftFrom.Document:
                    deictic++;
                    break;
            }
        }

        _antiquity = before >= 3 && 2 * before > far;
        // A story dates its days and months; an article on today's affairs looks back in bare years (“the coup of 2021”).
        _narrative = far >= 3 && far > 2 * near && far > 3 * deictic && 4 * farInYear > far;
    }

    /// <summary>A point or stretch of the calendar that later expressions can count from.</summary>
    private readonly record struct Moment(int Year, int Month, int Day, CalendarUnit Unit)
    {
        public static Moment Of(DateOnly day, CalendarUnit unit = CalendarUnit.Day) => new(day.Year, day.Month, day.Day, unit);

        public DateOnly? ToDay() =>
            Year is >= 1 and <= 9999 && Month is >= 1 and <= 12 && Day >= 1 && Day <= DateTime.DaysInMonth(Year, Month) ? new DateOnly(Year, Month, Day) : null;
    }

    /// <summary>Resolves one reading; null when the words are after all no time.</summary>
    public TimeExpression? Resolve(in FoundTime found)
    {
        var r = found.Reading;
        var anchor = TimeAnchor.None;
        string? edtf = null;
        Moment? moment = null;
        var type = r.HasClock ? TimeType.Time : TimeType.Date;
        switch (r.Kind)
        {
            case ReadingKind.Absolute:
                if (r.Value == "ancient")
                {
                    if (!_antiquity) return null;
                    r.Year = 1 - r.Year;
                    r.Value = null;
                }

                if (r.Value is not null)
                {
                    edtf = r.Value;
                    break;
                }

                if (!Exists(r.Year, r.Month, r.Day)) return null;
                moment = new Moment(r.Year, r.Month, r.Day, UnitOf(r));
                edtf = Write(r, r.Year, r.Month, r.Day);
                if (r.UnspecifiedDigits > 0) moment = null;
                break;
            case ReadingKind.Yearless:
                (moment, anchor) = Yearless(r, found);
                edtf = moment is { } m ? Write(r, m.Year, m.Month, m.Day) : Write(r, null, r.Month, r.Day);
                break;
            case ReadingKind.DayOfMonth:
                if ((_narrative || _today is null ? _last : Same(found) ?? Today()) is { Month: >= 1 and <= 12 } month && Exists(month.Year, month.Month, r.Day))
                {
                    moment = new Moment(month.Year, month.Month, r.Day, CalendarUnit.Day);
                    anchor = _narrative || _today is null ? TimeAnchor.Preceding : TimeAnchor.Document;
                    edtf = Write(r, month.Year, month.Month, r.Day);
                }

                break;
            case ReadingKind.Weekday:
                (moment, anchor) = Weekday(r, found);
                if (moment is { } weekday) edtf = Write(r, weekday.Year, weekday.Month, weekday.Day);
                break;
            case ReadingKind.Holiday:
                (moment, anchor) = Holiday(r, found);
                if (moment is { } feast) edtf = Write(r, feast.Year, feast.Month, feast.Day);
                break;
            case ReadingKind.Shift:
                (moment, anchor, edtf) = Shift(r, found);
                break;
            case ReadingKind.Containing:
                (moment, anchor, edtf) = Containing(r, found);
                break;
            case ReadingKind.ClockOnly:
                type = TimeType.Time;
                var day = _narrative || _today is null ? _lastDay : Same(found) is { Unit: CalendarUnit.Day } same ? same : Today();
                if (day is { } clockDay)
                {
                    anchor = _narrative || _today is null || Same(found) is { Unit: CalendarUnit.Day } ? TimeAnchor.Preceding : TimeAnchor.Document;
                    edtf = Write(r, clockDay.Year, clockDay.Month, clockDay.Day);
                }

                break;
            case ReadingKind.Recent:
                (edtf, anchor) = Recent(r);
                break;
            case ReadingKind.Duration:
                edtf = TimeGrammar.Duration(r.Unit, r.Amount, r.AmountUnknown);
                return new TimeExpression(found.Span, r.IsSet ? TimeType.Set : TimeType.Duration, edtf, TimeAnchor.None, null);
            case ReadingKind.Set:
                return new TimeExpression(found.Span, TimeType.Set, r.Value, TimeAnchor.None, null);
            case ReadingKind.Vague:
                return new TimeExpression(found.Span, TimeType.Date, null, _today is null ? TimeAnchor.None : TimeAnchor.Document, null);
            default:
                return null;
        }

        var bounds = Edtf.BoundsOf(edtf);
        if (bounds is { } wide && _today is { } today && anchor == TimeAnchor.Document)
        {
            if (r.Part == TimePart.Before && wide.First <= today && wide.Last > today) bounds = wide with { Last = today };
            if (r.Part == TimePart.After && wide.First < today && wide.Last >= today) bounds = wide with { First = today };
        }

        if (moment is { } reference && Lasting(r, anchor)) Remember(reference, found);
        return new TimeExpression(found.Span, type, edtf, anchor, bounds);
    }

    /// <summary>Whether later expressions count from this one: a story does not go on from its writer's own day, nor from “two decades earlier”.</summary>
    private bool Lasting(in TimeReading r, TimeAnchor anchor)
    {
        if (_narrative && anchor == TimeAnchor.Document) return false;
        return r.Kind != ReadingKind.Shift || anchor == TimeAnchor.Document || r.Unit < CalendarUnit.Year || (r.Unit == CalendarUnit.Year && r.Amount is 1 or -1 or 0 && !(r.From == ShiftFrom.Either && r.Amount < 0));
    }

    private void Remember(Moment moment, in FoundTime found)
    {
        _last = moment;
        _lastSentence = found.Sentence;
        _lastPosition = found.Span.End;
        _lastYear = moment;
        if (moment.Unit == CalendarUnit.Day) _lastDay = moment;
        if (moment.Month is >= 33 and <= 36)
        {
            if (found.Reading.Kind != ReadingKind.Shift) _lastQuarter = moment;
            _quarterSentence = found.Sentence;
        }
    }

    private Moment? Today() => _today is { } today ? Moment.Of(today) : null;

    /// <summary>The last moment when it stands in the same sentence.</summary>
    private Moment? Same(in FoundTime found) => _lastSentence == found.Sentence ? _last : null;

    private static CalendarUnit UnitOf(in TimeReading r) =>
        r.Day > 0 ? CalendarUnit.Day : r.Month switch { 0 => CalendarUnit.Year, <= 12 => CalendarUnit.Month, <= 24 => CalendarUnit.Season, <= 36 => CalendarUnit.Quarter, _ => CalendarUnit.Half };

    private static bool Exists(int year, int month, int day)
    {
        if (year is < -9998 or > 9999) return false;
        if (day == 0) return true;
        return month is >= 1 and <= 12 && day <= EdtfDate.DaysInMonth(year, month);
    }

    private static string? Write(in TimeReading r, int? year, int month, int day)
    {
        if (year is < -9998 or > 9999) return null;
        var date = new EdtfDate
        {
            Year = year ?? 0,
            UnspecifiedYearDigits = year is null ? 4 : r.UnspecifiedDigits,
            Month = month,
            Day = day,
        };
        if (r.Approximate) date = date.With(EdtfQualifier.Approximate);
        if (day > 0)
            date = date with { PartOfDay = r.PartOfDay, Minutes = r.PartOfDay == 0 ? r.Minutes : -1, Zone = r.Zone };
        return date.ToString();
    }

    private (Moment?, TimeAnchor) Yearless(in TimeReading r, in FoundTime found)
    {
        var unit = UnitOf(r);
        var lent = LentYear(r, found);
        if (lent is { } reference)
        {
            var year = reference.Year;
            if (r.Direction != Direction.None || r.From == ShiftFrom.Preceding)
            {
                if (r.Direction == Direction.Next && StartMonth(r.Month) <= StartMonth(reference.Month)) year++;
                if (r.Direction == Direction.Last && StartMonth(r.Month) >= StartMonth(reference.Month) && reference.Month != 0) year--;
            }
            else if (reference.Month != 0 && StartMonth(reference.Month) >= 9 && StartMonth(r.Month) <= 3 && found.Tense >= 0 | r.Month <= 12 && reference.Unit <= CalendarUnit.Month
                && found.Signal is not TimeSignal.Since)
            {
                // A story that stood in autumn and speaks of January has gone on to the next year.
                year++;
            }

            return Exists(year, r.Month, r.Day) ? (new Moment(year, r.Month, r.Day, unit), TimeAnchor.Preceding) : (null, TimeAnchor.None);
        }

        if (_today is not { } today) return (null, TimeAnchor.None);
        var near = NearToday(r, today, found, unit);
        return (near, near is null ? TimeAnchor.None : TimeAnchor.Document);
    }

    /// <summary>The moment before whose year a yearless date takes; null when the document's own time decides.</summary>
    private Moment? LentYear(in TimeReading r, in FoundTime found)
    {
        if (_lastYear is not { } last) return null;
        if (r.From == ShiftFrom.Preceding) return last;
        if (_today is not { } today) return last;
        if (_narrative) return r.Direction is Direction.None or Direction.Next ? last : null;
        if (r.Direction != Direction.None || found.Tense > 0) return null;
        // In news a background passage: a date of another year just before lends it.
        if (last.Year >= today.Year || today.Year - last.Year > 200) return null;
        if (found.Sentence - _lastSentence > 1 || found.Span.Start - _lastPosition > LendingDistance) return null;
        return last.Unit is CalendarUnit.Day or CalendarUnit.Month && r.Month <= 12 && today.DayNumber - new DateOnly(Math.Max(1, last.Year), Math.Clamp(last.Month, 1, 12), 1).DayNumber > 400 ? last : null;
    }

    private static int StartMonth(int month) => month switch { 0 => 1, <= 12 => month, 24 => 12, <= 23 => 3 * month - 60, <= 36 => 3 * month - 98, _ => 6 * month - 239 };

    private Moment? NearToday(in TimeReading r, DateOnly today, in FoundTime found, CalendarUnit unit)
    {
        var start = StartMonth(r.Month);
        int year;
        if (r.Day > 0)
        {
            // The nearest day of that name, unless the clause says which way.
            Moment? best = null;
            var distance = double.MaxValue;
            for (var y = today.Year - 1; y <= today.Year + 1; y++)
            {
                if (!Exists(y, r.Month, r.Day) || y is < 1 or > 9999) continue;
                var day = new DateOnly(y, r.Month, r.Day);
                if (r.Weekday != 0 && WeekdayOf(day) != r.Weekday) continue;
                var away = day.DayNumber - today.DayNumber;
                var past = r.Direction == Direction.Last || (found.Tense < 0 && r.Direction == Direction.None);
                var future = r.Direction == Direction.Next || (found.Tense > 0 && r.Direction == Direction.None);
                if (r.Direction == Direction.Last && away >= 0) continue;
                if (r.Direction == Direction.Next && away <= 0) continue;
                // News tells more of what has been: a day ahead counts for more than one as far behind.
                var cost = Math.Abs(away) * (away > 0 && !future ? 1.5 : 1) + (past && away > 0 ? 100 : 0) + (future && away < 0 ? 100 : 0);
                if (cost >= distance) continue;
                distance = cost;
                best = new Moment(y, r.Month, r.Day, CalendarUnit.Day);
            }

            return best;
        }

        if (r.Month is >= 33 and <= 36 && r.Direction == Direction.None && !(found.Tense > 0 && start - today.Month is > 0 and <= 3))
        {
            // A quarter is spoken of when it is over; while it runs it is “this quarter”.
            year = start <= today.Month ? today.Year : today.Year - 1;
            return year < 1 ? null : new Moment(year, r.Month, 0, unit);
        }

        var difference = start - today.Month;
        year = r.Direction switch
        {
            Direction.Last => difference >= 0 || (r.Month is > 20 and < 30 && InSeason(r.Month, today)) ? today.Year - 1 : today.Year,
            Direction.Next => difference > 0 ? today.Year : today.Year + 1,
            Direction.This => today.Year,
            _ when found.Tense > 0 => difference >= -2 ? today.Year : today.Year + 1,
            // On the eve of a month, the month at the door is meant rather than the one of a year ago.
            _ when found.Tense < 0 => difference > (today.Day >= 25 ? 1 : 0) ? today.Year - 1 : today.Year,
            _ => difference > 6 ? today.Year - 1 : difference < -8 ? today.Year + 1 : today.Year,
        };
        if (r.Month == 24 && r.Direction is Direction.This or Direction.None && today.Month <= 3 && found.Tense <= 0) year = today.Year - 1;
        if (r.Direction == Direction.This && r.Month <= 12) year = today.Year;
        return year is < 1 or > 9999 ? null : new Moment(year, r.Month, 0, unit);
    }

    private static bool InSeason(int season, DateOnly day) => season == 24 ? day.Month is 12 or <= 2 : day.Month >= 3 * season - 60 && day.Month <= 3 * season - 58;

    private static int WeekdayOf(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

    private (Moment?, TimeAnchor) Weekday(in TimeReading r, in FoundTime found)
    {
        if (_narrative || _today is null || r.From == ShiftFrom.Preceding)
        {
            if (_lastDay?.ToDay() is not { } from) return (null, TimeAnchor.None);
            var ahead = (r.Weekday - WeekdayOf(from) + 7) % 7;
            return Add(from, ahead) is { } day ? (Moment.Of(day), TimeAnchor.Preceding) : (null, TimeAnchor.None);
        }

        var today = _today.Value;
        var back = (WeekdayOf(today) - r.Weekday + 7) % 7;
        int shift;
        if (r.Unit == CalendarUnit.Week)
        {
            shift = r.Weekday - WeekdayOf(today) + (r.Direction == Direction.Last ? -7 : r.Direction == Direction.Next ? 7 : 0);
        }
        else
        {
            shift = r.Direction switch
            {
                Direction.Last => back == 0 ? -7 : -back,
                Direction.Next => 7 - back,
                Direction.This => back == 0 ? 0 : found.Tense < 0 ? -back : 7 - back,
                _ when found.Tense > 0 => back == 0 ? 0 : 7 - back,
                _ => -back,
            };
        }

        return Add(today, shift) is { } meant ? (Moment.Of(meant), TimeAnchor.Document) : (null, TimeAnchor.None);
    }

    private (Moment?, TimeAnchor) Holiday(in TimeReading r, in FoundTime found)
    {
        var anchor = TimeAnchor.None;
        int year;
        if (r.Year != TimeReading.NoYear)
        {
            year = r.Year;
        }
        else if ((_narrative || _today is null) && _lastYear is { } last)
        {
            year = last.Year;
            anchor = TimeAnchor.Preceding;
        }
        else if (_today is { } today)
        {
            anchor = TimeAnchor.Document;
            year = today.Year;
            if (Feast(r.Holiday, year) is not { } feast) return (null, TimeAnchor.None);
            var away = feast.DayNumber - today.DayNumber;
            if (r.Direction == Direction.Last ? away >= 0 : r.Direction == Direction.None && (found.Tense < 0 ? away > 0 : found.Tense == 0 && away > 183)) year--;
            else if (r.Direction == Direction.Next ? away <= 0 : r.Direction == Direction.None && (found.Tense > 0 ? away < 0 : found.Tense == 0 && away < -183)) year++;
        }
        else
        {
            return (null, TimeAnchor.None);
        }

        return Feast(r.Holiday, year) is { } day && Add(day, (int)r.Amount) is { } meant ? (Moment.Of(meant), anchor) : (null, TimeAnchor.None);
    }

    private static DateOnly? Feast(int holiday, int year)
    {
        if (year is < 1583 or > 9999) return null;
        switch (holiday)
        {
            case 1:
                return new DateOnly(year, 12, 25);
            case 2:
                // The fourth Thursday of November.
                var first = new DateOnly(year, 11, 1);
                return first.AddDays((4 - WeekdayOf(first) + 7) % 7 + 21);
            case 3:
                return Easter(year);
            case 4:
                return new DateOnly(year, 10, 31);
            case 5:
                return new DateOnly(year, 11, 1);
            default:
                return null;
        }
    }

    /// <summary>Easter Sunday of the Gregorian calendar, by the anonymous algorithm (Meeus 1991, Jones, Butcher).</summary>
    private static DateOnly Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
        int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
        int month = (h + l - 7 * m + 114) / 31, day = (h + l - 7 * m + 114) % 31 + 1;
        return new DateOnly(year, month, day);
    }

    private (Moment?, TimeAnchor, string?) Shift(in TimeReading r, in FoundTime found)
    {
        var preceding = r.From switch
        {
            ShiftFrom.Document => false,
            ShiftFrom.Preceding => true,
            _ => true,
        };
        Moment? from = null;
        var anchor = TimeAnchor.Document;
        if (preceding)
        {
            from = r.Unit <= CalendarUnit.Week && _lastDay is { } day && _last is { Unit: not CalendarUnit.Day } && _lastSentence == found.Sentence ? day : _last;
            anchor = TimeAnchor.Preceding;
            if (from is null && (r.From == ShiftFrom.Either || r.Unit == CalendarUnit.Day && !_narrative))
            {
                from = Today();
                anchor = TimeAnchor.Document;
            }
        }
        else
        {
            from = Today();
        }

        if (from is not { } origin) return (null, TimeAnchor.None, null);
        if (r.AmountUnknown) return (null, anchor, null);
        // “the year-ago quarter”
        // and “up from 3 million a year ago” where a quarter's figures are told.
        if (r.Value == "quarter" || (r.Unit == CalendarUnit.Year && r.Amount == -1 && r.Month == 0 && r.Direction == Direction.None && r.First >= 0 && r.IsAgo && _lastQuarter is not null && found.Sentence - _quarterSentence <= 2))
        {
            var quarter = _lastQuarter ?? LastQuarter();
            if (quarter is not { } q) return (null, TimeAnchor.None, null);
            var back = new Moment(q.Year - 1, q.Month, 0, CalendarUnit.Quarter);
            return (back, _lastQuarter is null ? TimeAnchor.Document : TimeAnchor.Preceding, Write(r, back.Year, back.Month, 0));
        }

        var moved = Move(origin, r.Unit, r.Amount);
        if (moved is not { } to) return (null, anchor, null);
        if (r.Month != 0)
        {
            // “July of last year”, “last year's third quarter”
            if (!Exists(to.Year, r.Month, r.Day)) return (null, anchor, null);
            var inYear = new Moment(to.Year, r.Month, r.Day, UnitOf(r));
            return (inYear, anchor, Write(r, inYear.Year, inYear.Month, inYear.Day));
        }

        return (to, anchor, WriteUnit(r, to));
    }

    private Moment? LastQuarter()
    {
        if (_today is not { } today) return null;
        var quarter = (today.Month - 1) / 3;
        return quarter == 0 ? new Moment(today.Year - 1, 36, 0, CalendarUnit.Quarter) : new Moment(today.Year, 32 + quarter, 0, CalendarUnit.Quarter);
    }

    /// <summary>The unit that lies <paramref name="amount"/> units from <paramref name="from"/>; null when <paramref name="from"/> is too coarse or the calendar ends.</summary>
    private static Moment? Move(Moment from, CalendarUnit unit, double amount)
    {
        if (double.Abs(amount) > 100_000) return null;
        var whole = (int)Math.Round(amount);
        switch (unit)
        {
            case CalendarUnit.Day:
                return from.ToDay() is { } day && Add(day, whole) is { } moved ? Moment.Of(moved) : null;
            case CalendarUnit.Week or CalendarUnit.Fortnight or CalendarUnit.Weekend:
                return from.ToDay() is { } weekDay && Add(weekDay, whole * (unit == CalendarUnit.Fortnight ? 14 : 7)) is { } week
                    ? Moment.Of(week, unit == CalendarUnit.Weekend ? unit : CalendarUnit.Week) : null;
            case CalendarUnit.Month:
                if (from.Month is < 1 or > 12) return null;
                var months = from.Year * 12 + from.Month - 1 + (int)Math.Round(amount);
                return Within(Math.DivRem(months, 12, out var rest) is var y && rest < 0 ? y - 1 : y, (rest + 12) % 12 + 1, CalendarUnit.Month);
            case CalendarUnit.Quarter:
                if (from.Month is 0) return null;
                var quarter = from.Month is >= 33 and <= 36 ? from.Month - 33 : (StartMonth(from.Month) - 1) / 3;
                var quarters = from.Year * 4 + quarter + whole;
                return Within(quarters / 4, 33 + quarters % 4, CalendarUnit.Quarter);
            case CalendarUnit.Half:
                if (from.Month is 0) return null;
                var halves = from.Year * 2 + (StartMonth(from.Month) - 1) / 6 + whole;
                return Within(halves / 2, 40 + halves % 2, CalendarUnit.Half);
            case CalendarUnit.Year:
                return Within(from.Year + (int)Math.Round(amount), 0, CalendarUnit.Year);
            case CalendarUnit.Decade:
                return Within(from.Year + (int)Math.Round(10 * amount), 0, CalendarUnit.Decade);
            case CalendarUnit.Century:
                return Within(from.Year + (int)Math.Round(100 * amount), 0, CalendarUnit.Century);
            default:
                return null;
        }

        static Moment? Within(int year, int month, CalendarUnit unit) => year is < -9998 or > 9999 ? null : new Moment(year, month, 0, unit);
    }

    private static string? WriteUnit(in TimeReading r, Moment to)
    {
        switch (to.Unit)
        {
            case CalendarUnit.Week:
            case CalendarUnit.Weekend:
                if (to.ToDay() is not { } day || Add(day, 1 - WeekdayOf(day)) is not { } monday || Add(monday, 6) is not { } sunday) return null;
                var first = to.Unit == CalendarUnit.Weekend ? sunday.AddDays(-1) : monday;
                return Stretch(first, sunday, r.Approximate);
            case CalendarUnit.Decade:
                if (to.Year < 0) return null;
                // “a decade ago” is a year, “the last decade” ten of them; the amount alone does not say which.
                return r.Kind == ReadingKind.Shift && r.Amount is not (1 or -1 or 0) || r.Approximate
                    ? Write(r, to.Year, 0, 0) : Write(r with { UnspecifiedDigits = 1 }, to.Year - to.Year % 10, 0, 0);
            case CalendarUnit.Century:
                return to.Year < 0 ? null : Write(r with { UnspecifiedDigits = 2 }, to.Year - to.Year % 100, 0, 0);
            default:
                return Write(r, to.Year, to.Month, to.Unit == CalendarUnit.Day ? to.Day : 0);
        }
    }

    private static string Stretch(DateOnly first, DateOnly last, bool approximate)
    {
        EdtfDate a = EdtfDate.Of(first), b = EdtfDate.Of(last);
        if (approximate) (a, b) = (a.With(EdtfQualifier.Approximate), b.With(EdtfQualifier.Approximate));
        return Edtf.Interval(a, b).ToString();
    }

    private (Moment?, TimeAnchor, string?) Containing(in TimeReading r, in FoundTime found)
    {
        var preceding = r.From == ShiftFrom.Preceding || (_narrative && _last is not null) || _today is null;
        if (r.From == ShiftFrom.Document && _today is null) return (null, TimeAnchor.None, null);
        if (r.Unit == CalendarUnit.Quarter && r.From != ShiftFrom.Document && !preceding && (_lastQuarter ?? LastQuarter()) is { } quarter)
            return (quarter, _lastQuarter is null ? TimeAnchor.Document : TimeAnchor.Preceding, Write(r, quarter.Year, quarter.Month, 0));
        var from = preceding ? (r.Unit <= CalendarUnit.Week ? _lastDay : _last) : Today();
        if (r.From == ShiftFrom.Either && from is null && !_narrative) from = Today();
        if (from is null && r.Unit == CalendarUnit.Day && !_narrative && r.From == ShiftFrom.Preceding && _last is null) from = Today();
        if (from is not { } origin) return (null, TimeAnchor.None, null);
        var moved = r.Unit == CalendarUnit.Weekend && found.Tense <= 0 && !preceding && origin.ToDay() is { } today
            ? (Add(today, -((WeekdayOf(today) - 6 + 7) % 7)) is { } saturday ? Moment.Of(saturday, CalendarUnit.Weekend) : null)
            : Move(origin, r.Unit, 0);
        if (moved is not { } to) return (null, TimeAnchor.None, null);
        return (to, preceding ? TimeAnchor.Preceding : TimeAnchor.Document, WriteUnit(r, to));
    }

    /// <summary>“recent weeks”: about four units back from the document's day; “the coming months”: as far on.</summary>
    private (string?, TimeAnchor) Recent(in TimeReading r)
    {
        const int Units = 4;
        if (_today is not { } today) return (null, TimeAnchor.None);
        var days = r.Unit switch { CalendarUnit.Day => Units, CalendarUnit.Week => 7 * Units, CalendarUnit.Month => 30 * Units, CalendarUnit.Quarter => 91 * Units, CalendarUnit.Year => 365 * Units, CalendarUnit.Decade => 3652 * Units, _ => 0 };
        if (days == 0 || Add(today, r.Amount < 0 ? -days : days) is not { } end) return (null, TimeAnchor.Document);
        EdtfDate near, far;
        if (r.Unit >= CalendarUnit.Year)
        {
            (near, far) = (new EdtfDate { Year = today.Year }, new EdtfDate { Year = end.Year });
        }
        else if (r.Unit >= CalendarUnit.Month)
        {
            (near, far) = (new EdtfDate { Year = today.Year, Month = today.Month }, new EdtfDate { Year = end.Year, Month = end.Month });
        }
        else
        {
            (near, far) = (EdtfDate.Of(today), EdtfDate.Of(end));
        }

        far = far.With(EdtfQualifier.Approximate);
        return (r.Amount < 0 ? Edtf.Interval(far, near).ToString() : Edtf.Interval(near, far).ToString(), TimeAnchor.Document);
    }

    private static DateOnly? Add(DateOnly day, int days)
    {
        var number = (long)day.DayNumber + days;
        return number < DateOnly.MinValue.DayNumber || number > DateOnly.MaxValue.DayNumber ? null : DateOnly.FromDayNumber((int)number);
    }
}
