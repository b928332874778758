namespace Dateline.Text.Times;

/// <summary>Time expressions of English. Each method reads one construction and returns the piece after it, or -1.</summary>
internal sealed class EnglishTimeGrammar : TimeGrammar
{
    public static EnglishTimeGrammar Instance { get; } = new();

    protected override bool MonthFirst => true;

    public override bool TryRead(TimePieces p, int at, out TimeReading r)
    {
        r = new TimeReading { First = at };
        if (p[at].Kind == PieceKind.Mark)
        {
            // ’90s
            if (p.IsApostrophe(at) && p.IsNumber(at + 1, 2, 2) && p.Glued(at + 1) && !p.Glued(at)) return Ended(ref r, ShortDecade(p, at, ref r));
            return false;
        }

        if (p[at].Kind == PieceKind.Word && p[at].Word is not { } word) return false;
        if (p[at].Kind == PieceKind.Word && !p.Has(at, TimeRole.Starter)) return false;

        var end = Modified(p, at, ref r);
        if (end < 0)
        {
            r = new TimeReading { First = at };
            return false;
        }

        // “July of last year”, “Monday of last week”, “the end of the year” have been read; a clock time may follow.
        end = ClockAfter(p, end, ref r);
        return Ended(ref r, end);
    }

    private static bool Ended(ref TimeReading r, int end)
    {
        r.End = end;
        return end > 0 && r.Kind != ReadingKind.None;
    }

    /// <summary>An expression with what may stand before it: “about”, “early”, “the end of”.</summary>
    private int Modified(TimePieces p, int at, ref TimeReading r)
    {
        var i = at;
        // at least, at most, as early as, up to, more than, less than
        if (p.Is(i, "at") && p.Is(i + 1, "least")) i += 2;
        else if (p.Is(i, "more", "less") && p.Is(i + 1, "than")) i += 2;
        else if (p.Is(i, "up") && p.Is(i + 1, "to")) i += 2;
        else if (p.Is(i, "no") && p.Is(i + 1, "more") && p.Is(i + 2, "than")) i += 3;
        else if (p.Has(i, TimeRole.Border) && !p.Is(i, "another")) i++;
        else if (p.Is(i, "as") || p.Is(i, "at") || p.Is(i, "more", "less") || p.Is(i, "up")) return -1;
        if (i > at)
        {
            // A border only makes sense with an amount or a date after it.
            var amount = Modified(p, i, ref r);
            return amount > 0 && r.Kind is ReadingKind.Duration or ReadingKind.Shift or ReadingKind.Recent ? amount : -1;
        }

        if (p.Has(i, TimeRole.Approximate))
        {
            var after = Core(p, i + 1, ref r);
            if (after < 0 || r.Kind is ReadingKind.Vague or ReadingKind.Set) return -1;
            if (p.Is(i, "some") && r.Kind is not (ReadingKind.Duration or ReadingKind.Shift)) return -1;
            r.Approximate = true;
            return after;
        }

        if (p.Is(i, "sometime") || p.Is(i, "then"))
        {
            if (p.Is(i, "then")) return -1;
            i++;
            if (p.Has(i, TimeRole.Preposition)) i++;
            return Core(p, i, ref r);
        }

        var part = Part(p, i, ref r);
        if (part > 0) return part;
        return Core(p, i, ref r);
    }

    /// <summary>“early May”, “early in 1862”, “mid-November”, “the end of the year”, “earlier this week”, “later that day”.</summary>
    private int Part(TimePieces p, int at, ref TimeReading r)
    {
        var i = at;
        if (p.Is(i, "the")) i++;
        if (!p.Has(i, TimeRole.Part)) return p.Is(i, "year", "month") || p.Is(i, "week", "quarter") ? UnitEnd(p, i, ref r) : -1;
        var key = p.Word(i)!.Key;
        var part = key switch
        {
            "early" or "beginning" or "start" or "onset" => TimePart.Start,
            "mid" or "middle" or "midway" or "height" => TimePart.Middle,
            "late" or "end" or "close" => TimePart.End,
            "earlier" => TimePart.Before,
            _ => TimePart.After,
        };
        i++;
        if (key is "beginning" or "start" or "middle" or "end" or "close" or "onset" or "height")
        {
            if (!p.Is(i, "of") && !p.Is(i, "in")) return -1;
            i++;
        }
        else
        {
            if (key == "mid" && p.IsDash(i)) i++;
            if (p.Is(i, "in", "on")) i++;
            if (p.Is(i, "of")) i++;
        }

        if (key is "mid" && p.Has(i, TimeRole.PartOfDay))
        {
            if (PartOfDay(p, i, ref r) is > 0 and var day) return day;
            r.Kind = ReadingKind.ClockOnly;
            r.PartOfDay = p.Word(i)!.Index;
            r.Part = part;
            return i + 1;
        }

        var end = Core(p, i, ref r);
        if (end < 0 && p.Is(i, "the"))
        {
            // the end of the month, later in the year
            if (p.Has(i + 1, TimeRole.Unit) && !p.Has(i + 1, TimeRole.Plural) && p.Word(i + 1)!.Unit >= CalendarUnit.Day)
            {
                r.Kind = ReadingKind.Containing;
                r.Unit = p.Word(i + 1)!.Unit;
                r.From = ShiftFrom.Either;
                end = i + 2;
            }
        }

        if (end < 0 || r.Kind is ReadingKind.Duration or ReadingKind.Set or ReadingKind.Vague or ReadingKind.Recent) return -1;
        if (key is "earlier" or "later" && r.Kind is not (ReadingKind.Shift or ReadingKind.Containing or ReadingKind.Yearless or ReadingKind.Absolute or ReadingKind.Weekday)) return -1;
        if (r.Part == TimePart.None) r.Part = part;
        return end;
    }

    /// <summary>“year-end”, “year's end”, “month's end”.</summary>
    private static int UnitEnd(TimePieces p, int at, ref TimeReading r)
    {
        var i = at + 1;
        if (p.IsApostrophe(i) && p.Is(i + 1, "s")) i += 2;
        else if (p.IsDash(i)) i++;
        if (!p.Is(i, "end")) return -1;
        r.Kind = ReadingKind.Containing;
        r.Unit = p.Word(at)!.Unit;
        r.From = ShiftFrom.Either;
        r.Part = TimePart.End;
        return i + 1;
    }

    private int Core(TimePieces p, int at, ref TimeReading r)
    {
        if ((uint)at >= (uint)p.Count) return -1;
        int end;
        if (p[at].Kind == PieceKind.Number)
        {
            if ((end = DigitDate(p, at, ref r)) > 0) return end;
            if ((end = ClockThenDate(p, at, ref r)) > 0) return end;
            if ((end = DayMonth(p, at, ref r)) > 0) return end;
            if ((end = Decade(p, at, ref r)) > 0) return end;
            if ((end = YearFirst(p, at, ref r)) > 0) return end;
            if ((end = Counted(p, at, ref r)) > 0) return end;
            if ((end = Century(p, at, ref r)) > 0) return end;
            return Year(p, at, ref r);
        }

        if (p[at].Word is not { } word) return -1;
        if (word.Is(TimeRole.Month) && (end = MonthDate(p, at, ref r)) > 0) return end;
        if (word.Is(TimeRole.Weekday) && (end = Weekday(p, at, ref r)) > 0) return end;
        if (word.Is(TimeRole.DayShift)) return DayShift(p, at, ref r);
        if (word.Is(TimeRole.Holiday)) return Holiday(p, at, ref r);
        if (word.Is(TimeRole.Season) && (end = Season(p, at, ref r)) > 0) return end;
        if (word.Is(TimeRole.Last | TimeRole.Next | TimeRole.This | TimeRole.Same | TimeRole.Following | TimeRole.Previous | TimeRole.Recent | TimeRole.Article)
            && (end = Determined(p, at, ref r)) > 0) return end;
        if (word.Is(TimeRole.Each) && (end = Each(p, at, ref r)) > 0) return end;
        if (word.Is(TimeRole.Ordinal) && (end = Ordinal(p, at, ref r)) > 0) return end;
        if (word.Key == "fiscal" && (end = Fiscal(p, at, ref r)) > 0) return end;
        if (word.Is(TimeRole.PartOfDay) && (end = PartOfDay(p, at, ref r)) > 0) return end;
        if (word.Key is "nineteen" or "two" && (end = SpokenYear(p, at, ref r)) > 0) return end;
        if ((end = Counted(p, at, ref r)) > 0) return end;
        if (word.Key is "mid" && (end = Part(p, at, ref r)) > 0) return end;
        if (word.Is(TimeRole.Recurring))
        {
            r.Kind = ReadingKind.Set;
            r.Value = Duration(word.Unit, 1, false);
            return at + 1;
        }

        if (word.Is(TimeRole.Unit) && (end = BareUnit(p, at, ref r)) > 0) return end;
        return word.Is(TimeRole.Vague) ? Vague(p, at, ref r) : -1;
    }

    /// <summary>“May 3”, “May 3rd, 2024”, “May 2024”, “May of 2024”, “May of last year”, “May last year”, “May”.</summary>
    private int MonthDate(TimePieces p, int at, ref TimeReading r)
    {
        var month = p.Word(at)!;
        if (!p.IsCapital(at)) return -1;
        r.Month = month.Index;
        r.Kind = ReadingKind.Yearless;
        var i = at + 1;
        var abbreviated = month.Key.Length <= 4 && month.Key is not ("may" or "june" or "july");
        if (abbreviated && p.Glued(i) && p.IsMark(i, '.')) i++;
        var start = i;
        if (p.Is(i, "the")) i++;
        if (p.IsNumber(i, 1, 2) && IsDayOfMonth(month.Index, p.NumberAt(i)) && !(p.Glued(i + 1) && p.IsMark(i + 1, ':') && p.Glued(i + 2) && p.IsNumber(i + 2, 2, 2)) && !IsDecimal(p, i) && !IsMeridiem(p, i + 1))
        {
            r.Day = p.NumberAt(i++);
            if (p.Glued(i) && (p.Is(i, "st", "nd") || p.Is(i, "rd", "th"))) i++;
            return YearAfter(p, i, ref r);
        }

        i = start;
        if (p.Has(i, TimeRole.Ordinal) && p.IsCapital(i) is false && p.Word(i)!.Number > 0 && month.Key is not "march" && IsDayOfMonth(month.Index, p.Word(i)!.Number) && !p.Has(i + 1, TimeRole.Unit))
        {
            r.Day = p.Word(i)!.Number;
            return YearAfter(p, i + 1, ref r);
        }

        var end = YearAfter(p, i, ref r);
        if (r.Kind == ReadingKind.Absolute) return end;
        if (p.Is(i, "last", "this") || p.Is(i, "next"))
        {
            if (p.Is(i + 1, "year"))
            {
                r.Kind = ReadingKind.Shift;
                r.Unit = CalendarUnit.Year;
                r.Amount = p.Is(i, "last") ? -1 : p.Is(i, "next") ? 1 : 0;
                return i + 2;
            }
        }

        if (p.Is(i, "of") && (p.Is(i + 1, "that", "the") || p.Is(i + 1, "last", "this") || p.Is(i + 1, "next")))
        {
            var j = i + 2;
            var following = p.Has(j, TimeRole.Following | TimeRole.Next);
            var previous = p.Has(j, TimeRole.Previous);
            if (following || previous || p.Is(j, "same")) j++;
            if (p.Is(j, "year"))
            {
                r.Kind = ReadingKind.Shift;
                r.Unit = CalendarUnit.Year;
                r.From = p.Is(i + 1, "that", "the") ? ShiftFrom.Preceding : ShiftFrom.Document;
                r.Amount = following || p.Is(i + 1, "next") ? 1 : previous || p.Is(i + 1, "last") ? -1 : 0;
                return j + 1;
            }
        }

        // “may”, “march”, “mar”, “sat” at the head of a sentence or as verbs; “Sun” a newspaper.
        if (month.Key is "may" or "march" && !MonthContext(p, at)) return -1;
        if (abbreviated && month.Key is "mar" or "jan" or "dec" or "sep" or "jun" or "jul" or "apr" && !MonthContext(p, at)) return -1;
        // April and June and August are names of people as well.
        if (p.IsCapital(i) && p.IsWord(i) && p.Word(i) is null && !MonthContext(p, at) && month.Key is "april" or "june" or "august" or "jan") return -1;
        return i;
    }

    private static bool MonthContext(TimePieces p, int at) =>
        p.Has(at - 1, TimeRole.Preposition | TimeRole.Last | TimeRole.Next | TimeRole.This | TimeRole.Part | TimeRole.Previous | TimeRole.Following | TimeRole.Each | TimeRole.Approximate)
        || (p.IsDash(at - 1) && p.Has(at - 2, TimeRole.Part))
        || ((p.Is(at - 1, "and", "or") || p.IsDash(at - 1) || p.IsMark(at - 1, ',')) && p.Has(at - 2, TimeRole.Month));

    /// <summary>A year that belongs to a day or month just read; makes the reading absolute.</summary>
    private static int YearAfter(TimePieces p, int at, ref TimeReading r)
    {
        var i = at;
        if (p.IsMark(i, ',')) i++;
        if (p.Is(i, "of", "in") && r.Day == 0) i++;
        if (p.Is(i, "the") && p.Is(i + 1, "year")) i += 2;
        if (p.IsNumber(i, 4, 4) && p.NumberAt(i) is >= 1000 and <= 2200 && !p.IsApostrophe(i - 1) && !(p.Glued(i + 1) && p.Is(i + 1, "s")))
        {
            // “May 3, 2000 people”: a number of four digits after a comma is a year unless a plural follows at once.
            r.Year = p.NumberAt(i);
            r.Kind = ReadingKind.Absolute;
            return Era(p, i + 1, ref r);
        }

        if (p.IsNumber(i, 2, 4) && Era(p, i + 1, ref r) is var era && era > i + 1)
        {
            r.Year = r.Year == 1 ? 1 - p.NumberAt(i) : p.NumberAt(i);
            r.Kind = ReadingKind.Absolute;
            return era;
        }

        if (p.IsApostrophe(i) && p.IsNumber(i + 1, 2, 2) && p.Glued(i + 1))
        {
            r.Year = TwoDigitYear(p.NumberAt(i + 1));
            r.Kind = ReadingKind.Absolute;
            return i + 2;
        }

        return at;
    }

    private static int TwoDigitYear(int digits) => digits < 50 ? 2000 + digits : 1900 + digits;

    /// <summary>“BC”, “B.C.”, “BCE”, “AD”. Leaves a year before Christ as 1 to be subtracted from, or turns a year already read.</summary>
    private static int Era(TimePieces p, int at, ref TimeReading r)
    {
        var bc = p.Is(at, "bc", "bce") && p.IsCapital(at);
        var end = at + 1;
        if (!bc && p.IsWord(at) && p[at].Length == 1 && p.Text[p[at].Start] == 'B' && p.IsMark(at + 1, '.') && p.IsWord(at + 2) && p[at + 2].Length == 1 && p.Text[p[at + 2].Start] == 'C')
        {
            bc = true;
            end = at + 3;
            if (p.Glued(end) && p.IsMark(end, '.')) end++;
        }

        if (bc)
        {
            r.Year = r.Year == TimeReading.NoYear ? 1 : 1 - r.Year;
            return end;
        }

        return p.Is(at, "ad", "ce") && p.IsCapital(at) && p.IsCapital(at) && p.Chars(at).Length == 2 && char.IsUpper(p.Chars(at)[1]) ? at + 1 : at;
    }

    /// <summary>“3 May 2024”, “3rd of May”, “3–5 May”, “3 and 5 May”; of a pair the first number alone is read.</summary>
    private int DayMonth(TimePieces p, int at, ref TimeReading r)
    {
        if (!p.IsNumber(at, 1, 2) || IsDecimal(p, at) || (p.Glued(at) && at > 0 && (p.IsMark(at - 1, '$') || p.IsMark(at - 1, '€')))) return -1;
        var day = p.NumberAt(at);
        var i = at + 1;
        if (p.Glued(i) && (p.Is(i, "st", "nd") || p.Is(i, "rd", "th"))) i++;
        var own = i;
        if (p.Is(i, "of")) i++;
        if (p.IsDash(i)) i++;
        if (p.Has(i, TimeRole.Month) && p.IsCapital(i) && IsDayOfMonth(p.Word(i)!.Index, day))
        {
            r.Kind = ReadingKind.Yearless;
            r.Day = day;
            r.Month = p.Word(i)!.Index;
            var key = p.Word(i)!.Key;
            i++;
            if (key.Length <= 4 && key is not ("may" or "june" or "july") && p.Glued(i) && p.IsMark(i, '.')) i++;
            var end = YearAfter(p, i, ref r);
            if (r.Kind != ReadingKind.Absolute && p.Is(i, "last", "this") && p.Is(i + 1, "year"))
            {
                r.Kind = ReadingKind.Shift;
                r.Unit = CalendarUnit.Year;
                r.Amount = p.Is(i, "last") ? -1 : 0;
                return i + 2;
            }

            return end;
        }

        // The first day of a range: “3–5 May 2024”, “between 3 and 5 May”.
        i = own;
        if (p.IsDash(i) || p.Is(i, "and", "to") || p.Is(i, "or") || p.IsMark(i, '/'))
        {
            var second = i + 1;
            if (p.IsNumber(second, 1, 2))
            {
                var next = second + 1;
                if (p.Glued(next) && (p.Is(next, "st", "nd") || p.Is(next, "rd", "th"))) next++;
                if (p.Is(next, "of")) next++;
                if (p.Has(next, TimeRole.Month) && p.IsCapital(next) && IsDayOfMonth(p.Word(next)!.Index, day) && p.NumberAt(second) > day)
                {
                    r.Kind = ReadingKind.Yearless;
                    r.Day = day;
                    r.Month = p.Word(next)!.Index;
                    YearAfter(p, next + 1, ref r);
                    return own;
                }
            }
        }

        // The second day of “May 3–5”, “May 3 and 5”.
        if ((p.IsDash(at - 1) || p.Is(at - 1, "and", "to")) && p.IsNumber(at - 2, 1, 2) && p.NumberAt(at - 2) < day)
        {
            var month = at - 3;
            if (p.IsMark(month, '.')) month--;
            if (p.Has(month, TimeRole.Month) && p.IsCapital(month) && IsDayOfMonth(p.Word(month)!.Index, day) && !p.Has(own, TimeRole.Unit) && !p.IsMark(own, '%') && p.IsDash(at - 1))
            {
                r.Kind = ReadingKind.Yearless;
                r.Day = day;
                r.Month = p.Word(month)!.Index;
                return YearAfter(p, own, ref r);
            }
        }

        return -1;
    }

    private static bool IsDecimal(TimePieces p, int at) =>
        (p.Glued(at + 1) && (p.IsMark(at + 1, '.') || p.IsMark(at + 1, ',')) && p.Glued(at + 2) && p.IsNumber(at + 2, 1, 9)) || (p.Glued(at + 1) && p.IsMark(at + 1, '%'));

    private int Weekday(TimePieces p, int at, ref TimeReading r)
    {
        var word = p.Word(at)!;
        if (!p.IsCapital(at)) return -1;
        var plural = word.Key.Length > 5 && word.Key[^1] == 's' && word.Is(TimeRole.Plural);
        if (plural)
        {
            r.Kind = ReadingKind.Set;
            r.Value = $"XXXX-WXX-{word.Index}";
            return at + 1;
        }

        var i = at + 1;
        if (word.Key.Length <= 5)
        {
            // “Sat”, “Sun”, “Mon” and the like are names of other things unless a date follows or a point marks them.
            var dotted = p.Glued(i) && p.IsMark(i, '.');
            if (dotted) i++;
            var next = p.IsMark(i, ',') ? i + 1 : i;
            if (!p.Has(next, TimeRole.Month) && !(p.IsNumber(next, 1, 2) && p.Has(next + 1, TimeRole.Month))) return -1;
        }

        r.Kind = ReadingKind.Weekday;
        r.Weekday = word.Index;
        var rest = p.IsMark(i, ',') ? i + 1 : i;
        if (p.Is(rest, "the") && p.IsNumber(rest + 1, 1, 2)) rest++;
        if (p.Has(rest, TimeRole.Month) || p.IsNumber(rest, 1, 4) || (p.Is(rest, "on") && p.Has(rest + 1, TimeRole.Month) && p.IsMark(i, ',')))
        {
            if (p.Is(rest, "on")) rest++;
            var date = new TimeReading { First = r.First };
            var end = p.IsNumber(rest, 1, 4) ? DigitDate(p, rest, ref date) : MonthDate(p, rest, ref date);
            if (end < 0 && p.IsNumber(rest, 1, 2)) end = DayMonth(p, rest, ref date);
            if (end > 0 && date.Day > 0)
            {
                date.Weekday = date.Kind == ReadingKind.Yearless ? r.Weekday : 0;
                r = date;
                return end;
            }
        }

        if (p.Is(i, "last", "next") || p.Is(i, "this"))
        {
            if (p.Is(i + 1, "week"))
            {
                r.Direction = p.Is(i, "last") ? Direction.Last : p.Is(i, "next") ? Direction.Next : Direction.This;
                r.Unit = CalendarUnit.Week;
                return PartOfDayAfter(p, i + 2, ref r);
            }
        }

        if (p.Is(i, "of") && (p.Is(i + 1, "last", "next") || p.Is(i + 1, "this")) && p.Is(i + 2, "week"))
        {
            r.Direction = p.Is(i + 1, "last") ? Direction.Last : p.Is(i + 1, "next") ? Direction.Next : Direction.This;
            r.Unit = CalendarUnit.Week;
            return i + 3;
        }

        return PartOfDayAfter(p, i, ref r);
    }

    private static int PartOfDayAfter(TimePieces p, int at, ref TimeReading r)
    {
        if (!p.Has(at, TimeRole.PartOfDay) || p.Is(at, "overnight")) return at;
        if (p.Is(at, "midnight")) r.Minutes = 0;
        else r.PartOfDay = p.Word(at)!.Index;
        return at + 1;
    }

    private static int DayShift(TimePieces p, int at, ref TimeReading r)
    {
        var word = p.Word(at)!;
        r.Kind = ReadingKind.Shift;
        r.Unit = CalendarUnit.Day;
        r.Amount = word.Index;
        if (word.Key == "tonight") r.PartOfDay = 5;
        // “the day before yesterday” is read from its first word.
        if (p.IsApostrophe(at + 1) && p.Is(at + 2, "s") && p.Has(at + 3, TimeRole.PartOfDay)) return at + 1;
        return PartOfDayAfter(p, at + 1, ref r);
    }

    private static int Holiday(TimePieces p, int at, ref TimeReading r)
    {
        if (!p.IsCapital(at)) return -1;
        r.Kind = ReadingKind.Holiday;
        r.Holiday = p.Word(at)!.Index;
        var i = at + 1;
        if (p.Is(i, "eve"))
        {
            r.Amount = -1;
            i++;
        }
        else if (p.Is(i, "day") || (r.Holiday == 3 && p.Has(i, TimeRole.Weekday)))
        {
            if (p.Is(i, "monday")) r.Amount = 1;
            i++;
        }
        else if (p.IsCapital(i) && p.IsWord(i) && p.Word(i) is null)
        {
            return -1;
        }

        i = PartOfDayAfter(p, i, ref r);
        if (p.IsMark(i, ',') && p.IsNumber(i + 1, 4, 4) && p.NumberAt(i + 1) is > 1500 and < 2200) i++;
        if (p.IsNumber(i, 4, 4) && p.NumberAt(i) is > 1500 and < 2200) r.Year = p.NumberAt(i++);
        return i;
    }

    /// <summary>“summer 2024”, “the spring of 1916”, “in winter”.</summary>
    private static int Season(TimePieces p, int at, ref TimeReading r)
    {
        var word = p.Word(at)!;
        r.Kind = ReadingKind.Yearless;
        r.Month = word.Index;
        var end = YearAfter(p, at + 1, ref r);
        if (end > at + 1) return end;
        if (p.Is(at + 1, "last", "this") && p.Is(at + 2, "year"))
        {
            r.Kind = ReadingKind.Shift;
            r.Unit = CalendarUnit.Year;
            r.Amount = p.Is(at + 1, "last") ? -1 : 0;
            return at + 3;
        }

        // “fall” and “spring” are verbs, “summer school” and “Winter Olympics” no times.
        var certain = word.Key is "summer" or "winter" or "autumn";
        var led = p.Has(at - 1, TimeRole.Preposition | TimeRole.Part | TimeRole.Article | TimeRole.This | TimeRole.Last | TimeRole.Next | TimeRole.Following | TimeRole.Previous | TimeRole.Each)
            || (p.IsDash(at - 1) && p.Is(at - 2, "mid"));
        if (p.Is(at - 1, "a", "an") || p.Is(at - 1, "to") || (p.Is(at - 1, "the") && word.Key == "fall" && p.Is(at + 1, "of"))) return -1;
        if (word.Key is "fall" or "spring" && (!led || p.Is(at - 1, "their", "its") || p.Is(at + 1, "in"))) return -1;
        if (word.Key is "fall" && !(p.Is(at - 1, "in", "this") || p.Is(at - 1, "the", "by") || p.Is(at - 1, "early", "late"))) return -1;
        if (p.IsCapital(at) && p.IsCapital(at + 1) && p.IsWord(at + 1)) return -1;
        return certain || led ? at + 1 : -1;
    }

    /// <summary>Expressions that begin with the, this, last, next, that, a …</summary>
    private int Determined(TimePieces p, int at, ref TimeReading r)
    {
        var i = at;
        var article = p.Has(i, TimeRole.Article);
        if (p.Is(i, "a", "an"))
        {
            // a year ago, a week, a few days, a day later
            return Counted(p, i, ref r);
        }

        if (article) i++;
        var end = -1;
        if (article)
        {
            if ((end = RelationUnit(p, i, ref r)) > 0) return end;
            if (p.Is(i, "day") && (p.Is(i + 1, "before", "after") && p.Has(i + 2, TimeRole.DayShift)))
            {
                DayShift(p, i + 2, ref r);
                r.Amount += p.Is(i + 1, "before") ? -1 : 1;
                return i + 3;
            }

            if (p.IsNumber(i, 4, 4) && (end = Decade(p, i, ref r)) > 0) return end;
            if (p.IsNumber(i, 1, 2))
            {
                if ((end = Century(p, i, ref r)) > 0) return end;
                if (p.Is(at, "the") && (end = ShortDecade(p, i, ref r)) > 0) return end;
                if ((end = DayMonth(p, i, ref r)) > 0) return end;
                if (p.IsNumber(i, 1, 2) && p.Glued(i + 1) && (p.Is(i + 1, "st", "nd") || p.Is(i + 1, "rd", "th")) && p.Is(i - 2, "on") && p.NumberAt(i) is >= 1 and <= 31 && !p.IsWord(i + 2))
                {
                    r.Kind = ReadingKind.DayOfMonth;
                    r.Day = p.NumberAt(i);
                    return i + 2;
                }
            }

            if (p.IsApostrophe(i) && (end = ShortDecade(p, i, ref r)) > 0) return end;
            if (p.IsNumber(i, 4, 4) && (end = YearFirst(p, i, ref r)) > 0) return end;
            if (p.Is(i, "year") && p.IsNumber(i + 1, 4, 4) && p.NumberAt(i + 1) is >= 1000 and <= 2200)
            {
                r.Kind = ReadingKind.Absolute;
                r.Year = p.NumberAt(i + 1);
                return Era(p, i + 2, ref r);
            }

            if (p.Is(i, "year") && SpokenYear(p, i + 1, ref r) is > 0 and var spoken) return spoken;
            if (p.Has(i, TimeRole.Weekday) && (end = Weekday(p, i, ref r)) > 0) return end;
            if (p.Has(i, TimeRole.Month) && (end = MonthDate(p, i, ref r)) > 0) return end;
            if (p.Has(i, TimeRole.Holiday) && (end = Holiday(p, i, ref r)) > 0) return end;
            if (p.Has(i, TimeRole.Ordinal) && (end = Ordinal(p, i, ref r)) > 0) return end;
            if (p.Is(i, "fiscal", "full") && (end = Fiscal(p, i, ref r)) > 0) return end;
            if (p.Has(i, TimeRole.Season) && (end = Season(p, i, ref r)) > 0) return end;
            if (p.Has(i, TimeRole.PartOfDay) && (end = PartOfDay(p, i, ref r)) > 0) return end;
            if (p.Is(i, "year", "quarter") && p.IsDash(i + 1) && p.Is(i + 2, "earlier", "ago") && p.Has(i + 3, TimeRole.Unit))
            {
                r.Kind = ReadingKind.Shift;
                r.Unit = p.Word(i)!.Unit;
                r.Amount = -1;
                r.From = ShiftFrom.Either;
                r.Value = p.Is(i + 3, "quarter") ? "quarter" : null;
                return i + 4;
            }

            if (p.Is(i, "past", "future") || p.Is(i, "present"))
            {
                if (p.IsWord(i + 1) && !p.Has(i + 1, TimeRole.Preposition) && !p.IsMark(i + 1, '.') && p.Word(i + 1) is null && p.IsWord(i + 1) && p.Is(i, "present")) return -1;
                r.Kind = ReadingKind.Vague;
                return i + 1;
            }

            // the year, the week, the quarter; “the day” and “the month” mean too much
            if (p.Is(i, "year", "quarter") || p.Is(i, "week", "weekend") || (p.Is(i, "month") && p.Is(at - 1, "in", "during")))
            {
                if (!p.Is(at, "the") || p.IsDash(i + 1) || p.Is(i + 1, "before", "after") || p.Is(i + 1, "end")) return -1;
                if (p.IsApostrophe(i + 1)) return -1;
                if (p.Is(i + 1, "of")) return -1;
                r.Kind = ReadingKind.Containing;
                r.Unit = p.Word(i)!.Unit;
                r.From = ShiftFrom.Either;
                return i + 1;
            }

            if ((end = Counted(p, i, ref r)) > 0) return r.Kind == ReadingKind.Duration || p.Is(at, "the") ? end : -1;
            return -1;
        }

        return RelationUnit(p, i, ref r);
    }

    /// <summary>last week, next month, this year, that same day, the following two years, recent months, last July, next Monday.</summary>
    private int RelationUnit(TimePieces p, int at, ref TimeReading r)
    {
        var i = at;
        if (p[Math.Min(i, p.Count - 1)].Word is not { } word || i >= p.Count) return -1;
        var demonstrative = word.Key == "that" || word.Key == "same";
        if (demonstrative)
        {
            if (word.Key == "that" && p.Is(i + 1, "same")) i++;
            if (word.Key == "that" && p.Is(i + 1, "very")) i++;
            i++;
            if (p.Has(i, TimeRole.Unit) && !p.Has(i, TimeRole.Plural) && p.Word(i)!.Unit >= CalendarUnit.Day && !p.IsDash(i + 1))
            {
                r.Kind = ReadingKind.Containing;
                r.Unit = p.Word(i)!.Unit;
                r.From = ShiftFrom.Preceding;
                return PartOfDayAfter(p, i + 1, ref r);
            }

            if (p.Has(i, TimeRole.PartOfDay))
            {
                r.Kind = ReadingKind.Containing;
                r.Unit = CalendarUnit.Day;
                r.From = ShiftFrom.Preceding;
                r.PartOfDay = p.Word(i)!.Index;
                return i + 1;
            }

            if (p.Has(i, TimeRole.Season) || (p.Has(i, TimeRole.Month) && p.IsCapital(i)))
            {
                r.Kind = ReadingKind.Yearless;
                r.From = ShiftFrom.Preceding;
                r.Month = p.Word(i)!.Index;
                return i + 1;
            }

            if (p.Is(i, "period"))
            {
                r.Kind = ReadingKind.Vague;
                return i + 1;
            }

            return -1;
        }

        var step = word.Is(TimeRole.Last | TimeRole.Previous) ? -1 : word.Is(TimeRole.Next | TimeRole.Following) ? 1 : 0;
        var anaphoric = word.Is(TimeRole.Following | TimeRole.Previous);
        var recent = word.Is(TimeRole.Recent);
        if (step == 0 && !word.Is(TimeRole.This) && !recent) return -1;
        var led = p.Is(at - 1, "the");
        i++;
        // this past week; last calendar year
        if (word.Key == "this" && p.Has(i, TimeRole.Last | TimeRole.Next))
        {
            step = p.Has(i, TimeRole.Last) ? -1 : 1;
            i++;
        }

        if (p.Is(i, "fiscal", "calendar") || p.Is(i, "school", "academic") || p.Is(i, "financial")) i++;

        if (p.Is(i, "half") && p.Is(i + 1, "of") is false && word.Key == "last") return -1;
        // A quantity: the last two weeks, the next few days, recent years.
        var quantity = Quantity(p, i, out var amount, out var unknown);
        if (quantity > 0)
        {
            var j = quantity;
            if (p.IsDash(j)) j++;
            while (p.Has(j, TimeRole.Filler)) j++;
            if (p.Has(j, TimeRole.Unit))
            {
                var unit = p.Word(j)!.Unit;
                r.Unit = unit;
                r.Amount = amount;
                r.AmountUnknown = unknown;
                r.Kind = ReadingKind.Duration;
                r.Value = null;
                return j + 1;
            }

            return -1;
        }

        if (p.Has(i, TimeRole.Unit) && p.Word(i)!.Unit >= CalendarUnit.Hour)
        {
            var unit = p.Word(i)!;
            // “last years”, “past centuries”, “coming months”, “recent weeks”
            if (unit.Is(TimeRole.Plural))
            {
                r.Unit = unit.Unit;
                r.Amount = recent || step < 0 ? -1 : 1;
                r.AmountUnknown = true;
                r.Kind = ReadingKind.Recent;
                return step == 0 && !recent ? -1 : i + 1;
            }

            if (recent) return -1;
            if (word.Key == "latest" && unit.Unit != CalendarUnit.Quarter) return -1;
            if (p.Is(i + 1, "of") && unit.Unit is CalendarUnit.Week or CalendarUnit.Day && p.Has(i + 2, TimeRole.Month)) return -1;
            if (word.Key is "past" or "coming" && !led && p.Is(at - 1, "this") is false && !p.Has(at - 1, TimeRole.Article)) return -1;
            if (p.IsDash(i + 1) || (p.IsApostrophe(i + 1) && p.Is(i + 2, "s") && p.Is(i + 3, "end"))) return -1;
            if (unit.Unit == CalendarUnit.Hour) return -1;
            if (word.Key is "this" or "latest" or "current")
            {
                r.Kind = ReadingKind.Containing;
                r.Unit = unit.Unit;
                r.From = word.Key == "latest" ? ShiftFrom.Either : ShiftFrom.Document;
                if (step == 0 && !(p.IsApostrophe(i + 1) && unit.Unit == CalendarUnit.Year)) return PartOfDayAfter(p, i + 1, ref r);
            }

            r.Kind = ReadingKind.Shift;
            r.Unit = unit.Unit;
            r.Amount = step;
            r.From = anaphoric || (led && word.Key is "next") ? ShiftFrom.Preceding : ShiftFrom.Document;
            if (word.Key == "past" || (led && word.Key == "last" && unit.Unit != CalendarUnit.Quarter))
            {
                // “the past year” is a stretch up to now, not the calendar's.
                if (word.Key == "past") r.Kind = ReadingKind.Duration;
                r.Amount = word.Key == "past" ? 1 : r.Amount;
            }

            var end = i + 1;
            // this year's third quarter, last year's fourth quarter
            if (p.IsApostrophe(end) && p.Is(end + 1, "s") && unit.Unit == CalendarUnit.Year)
            {
                var j = end + 2;
                if (p.Is(j, "fiscal")) j++;
                if (p.Has(j, TimeRole.Ordinal) && p.Word(j)!.Number is >= 1 and <= 4 && (p.Is(j + 1, "quarter") || (p.IsDash(j + 1) && p.Is(j + 2, "quarter"))))
                {
                    r.Month = 32 + p.Word(j)!.Number;
                    return p.Is(j + 1, "quarter") ? j + 2 : j + 3;
                }
            }

            return PartOfDayAfter(p, end, ref r);
        }

        if (p.Has(i, TimeRole.PartOfDay))
        {
            r.PartOfDay = p.Word(i)!.Index;
            r.Unit = CalendarUnit.Day;
            r.Kind = ReadingKind.Shift;
            r.Amount = step;
            if (word.Key == "past" && !led && p.Is(at - 1, "this") is false) return -1;
            r.From = anaphoric || (led && step > 0) ? ShiftFrom.Preceding : ShiftFrom.Document;
            return i + 1;
        }

        if (p.Has(i, TimeRole.Weekday) && p.IsCapital(i))
        {
            var end = Weekday(p, i, ref r);
            if (end < 0) return -1;
            if (r.Kind == ReadingKind.Weekday && r.Direction == Direction.None)
                r.Direction = step < 0 ? Direction.Last : step > 0 ? Direction.Next : Direction.This;
            if (anaphoric) r.From = ShiftFrom.Preceding;
            return end;
        }

        if ((p.Has(i, TimeRole.Month) && p.IsCapital(i)) || p.Has(i, TimeRole.Season))
        {
            var month = p.Has(i, TimeRole.Month);
            var end = i + 1;
            if (month)
            {
                end = MonthDate(p, i, ref r);
                if (end < 0) return -1;
                if (r.Kind != ReadingKind.Yearless) return end;
            }
            else
            {
                if (p.IsCapital(i) && p.IsCapital(i + 1) && p.IsWord(i + 1)) return -1;
                r.Kind = ReadingKind.Yearless;
                r.Month = p.Word(i)!.Index;
            }

            if (recent) return -1;
            r.Direction = step < 0 ? Direction.Last : step > 0 ? Direction.Next : Direction.This;
            if (anaphoric || (led && step > 0)) r.From = ShiftFrom.Preceding;
            return end;
        }

        if (p.Has(i, TimeRole.Holiday))
        {
            var end = Holiday(p, i, ref r);
            r.Direction = step < 0 ? Direction.Last : step > 0 ? Direction.Next : Direction.This;
            return end;
        }

        return -1;
    }

    /// <summary>“every Monday”, “each year”, “per month”, “every two weeks”, “twice a week”.</summary>
    private int Each(TimePieces p, int at, ref TimeReading r)
    {
        var i = at + 1;
        r.Kind = ReadingKind.Set;
        if (p.Is(i, "other")) i++;
        var factor = i > at + 1 ? 2 : 1;
        if (p.Has(i, TimeRole.Unit) && !p.Has(i, TimeRole.Plural))
        {
            r.Value = Duration(p.Word(i)!.Unit, factor, false);
            return i + 1;
        }

        if (p.Is(at, "per")) return -1;
        if (p.Has(i, TimeRole.Weekday) && p.IsCapital(i))
        {
            r.Value = $"XXXX-WXX-{p.Word(i)!.Index}";
            return i + 1;
        }

        if (p.Has(i, TimeRole.Month) && p.IsCapital(i))
        {
            if (p.IsNumber(i + 1, 1, 2) && IsDayOfMonth(p.Word(i)!.Index, p.NumberAt(i + 1)))
            {
                r.Value = new EdtfDate { UnspecifiedYearDigits = 4, Month = p.Word(i)!.Index, Day = p.NumberAt(i + 1) }.ToString();
                return i + 2;
            }

            r.Value = new EdtfDate { UnspecifiedYearDigits = 4, Month = p.Word(i)!.Index }.ToString();
            return i + 1;
        }

        if (p.Has(i, TimeRole.Season))
        {
            r.Value = new EdtfDate { UnspecifiedYearDigits = 4, Month = p.Word(i)!.Index }.ToString();
            return i + 1;
        }

        if (p.Has(i, TimeRole.PartOfDay))
        {
            r.Value = new EdtfDate { UnspecifiedYearDigits = 4, Month = EdtfDate.Unspecified, Day = EdtfDate.Unspecified, PartOfDay = p.Word(i)!.Index }.ToString();
            return i + 1;
        }

        var quantity = Amount(p, i, out var amount);
        if (quantity > 0 && p.Has(quantity, TimeRole.Unit))
        {
            r.Value = Duration(p.Word(quantity)!.Unit, amount, false);
            return quantity + 1;
        }

        // each of the past three years
        if (p.Is(i, "of") && Core(p, i + 1, ref r) is > 0 and var end && r.Kind == ReadingKind.Duration) return end;
        return -1;
    }

    /// <summary>“third quarter”, “the first half of 2015”, “the 21st century”, “the first nine months”, “the third of May”.</summary>
    private int Ordinal(TimePieces p, int at, ref TimeReading r)
    {
        var number = p.Word(at)!.Number;
        var i = at + 1;
        if (p.IsDash(i)) i++;
        if (p.Is(i, "quarter") && number <= 4) return OfYear(p, i + 1, 32 + number, ref r);
        if (p.Is(i, "half") && number <= 2 && p.Is(i + 1, "of"))
        {
            var year = OfYear(p, i + 1, 39 + number, ref r);
            return year > i + 1 ? year : -1;
        }

        if (p.Is(i, "century"))
        {
            r.Kind = ReadingKind.Absolute;
            r.Year = 100 * (number - 1);
            r.UnspecifiedDigits = 2;
            return CenturyEra(p, i + 1, number, ref r);
        }

        if (p.Is(i, "of") && p.Has(i + 1, TimeRole.Month) && p.IsCapital(i + 1) && IsDayOfMonth(p.Word(i + 1)!.Index, number))
        {
            r.Kind = ReadingKind.Yearless;
            r.Month = p.Word(i + 1)!.Index;
            r.Day = number;
            return YearAfter(p, i + 2, ref r);
        }

        if (p.Is(at, "first") && Quantity(p, i, out var amount, out var unknown) is > 0 and var quantity)
        {
            while (p.Has(quantity, TimeRole.Filler)) quantity++;
            if (p.Has(quantity, TimeRole.Unit))
            {
                r.Kind = ReadingKind.Duration;
                r.Unit = p.Word(quantity)!.Unit;
                r.Amount = amount;
                r.AmountUnknown = unknown;
                return quantity + 1;
            }
        }

        return -1;
    }

    /// <summary>“fiscal 2024”, “fiscal year 2024”, “the fiscal first quarter”, “the full year”.</summary>
    private int Fiscal(TimePieces p, int at, ref TimeReading r)
    {
        var i = at + 1;
        if (p.IsDash(i)) i++;
        if (p.Is(at, "fiscal") && p.Has(i, TimeRole.Ordinal)) return Ordinal(p, i, ref r);
        if (p.Is(i, "year")) i++;
        else if (p.Is(at, "full")) return -1;
        if (p.IsNumber(i, 4, 4) && p.NumberAt(i) is >= 1900 and <= 2100)
        {
            r.Kind = ReadingKind.Absolute;
            r.Year = p.NumberAt(i);
            return i + 1;
        }

        if (!p.Is(i - 1, "year")) return -1;
        r.Kind = ReadingKind.Containing;
        r.Unit = CalendarUnit.Year;
        r.From = ShiftFrom.Either;
        return i;
    }

    /// <summary>A quarter or half, with the year that may follow.</summary>
    private static int OfYear(TimePieces p, int at, int month, ref TimeReading r)
    {
        r.Kind = ReadingKind.Yearless;
        r.Month = month;
        var i = at;
        if (p.Is(i, "of")) i++;
        if (p.Is(i, "fiscal")) i++;
        if (p.IsNumber(i, 4, 4) && p.NumberAt(i) is >= 1000 and <= 2200)
        {
            r.Kind = ReadingKind.Absolute;
            r.Year = p.NumberAt(i);
            return i + 1;
        }

        if (p.Is(i, "last", "this") || p.Is(i, "next"))
        {
            if (p.Is(i + 1, "year"))
            {
                r.Kind = ReadingKind.Shift;
                r.Unit = CalendarUnit.Year;
                r.Amount = p.Is(i, "last") ? -1 : p.Is(i, "next") ? 1 : 0;
                return i + 2;
            }
        }

        if (p.Is(i, "the") && p.Is(i + 1, "year") && i > at)
        {
            r.Kind = ReadingKind.Shift;
            r.Unit = CalendarUnit.Year;
            return i + 2;
        }

        return at;
    }

    /// <summary>“1990s”, “the 1930's”.</summary>
    private static int Decade(TimePieces p, int at, ref TimeReading r)
    {
        if (!p.IsNumber(at, 4, 4) || p.NumberAt(at) % 10 != 0 || p.NumberAt(at) is < 1000 or > 2100) return -1;
        var i = at + 1;
        if (p.Glued(i) && p.IsApostrophe(i)) i++;
        if (!p.Glued(i) || !p.Is(i, "s")) return -1;
        r.Kind = ReadingKind.Absolute;
        r.Year = p.NumberAt(at);
        r.UnspecifiedDigits = r.Year % 100 == 0 && r.Year < 1900 ? 2 : 1;
        return i + 1;
    }

    /// <summary>“the 90s”, “’90s”.</summary>
    private static int ShortDecade(TimePieces p, int at, ref TimeReading r)
    {
        var i = p.IsApostrophe(at) ? at + 1 : at;
        if (!p.IsNumber(i, 2, 2) || p.NumberAt(i) % 10 != 0 || p.NumberAt(i) < 20) return -1;
        var end = i + 1;
        if (p.Glued(end) && p.IsApostrophe(end)) end++;
        if (!p.Glued(end) || !p.Is(end, "s")) return -1;
        r.Kind = ReadingKind.Absolute;
        r.Year = 1900 + p.NumberAt(i);
        r.UnspecifiedDigits = 1;
        return end + 1;
    }

    private static int Century(TimePieces p, int at, ref TimeReading r)
    {
        if (!p.IsNumber(at, 1, 2) || !p.Glued(at + 1) || !(p.Is(at + 1, "st", "nd") || p.Is(at + 1, "rd", "th"))) return -1;
        var i = at + 2;
        if (p.IsDash(i)) i++;
        if (!p.Is(i, "century")) return -1;
        var number = p.NumberAt(at);
        if (number is < 1 or > 30) return -1;
        r.Kind = ReadingKind.Absolute;
        r.Year = 100 * (number - 1);
        r.UnspecifiedDigits = 2;
        return CenturyEra(p, i + 1, number, ref r);
    }

    private static int CenturyEra(TimePieces p, int at, int number, ref TimeReading r)
    {
        var probe = new TimeReading { Year = 100 };
        var end = Era(p, at, ref probe);
        if (end == at || probe.Year > 0) return end;
        // Centuries before Christ have no form with X digits: an interval says the same.
        r.Value = $"{new EdtfDate { Year = 1 - 100 * number }}/{new EdtfDate { Year = -100 * (number - 1) }}";
        return end;
    }

    /// <summary>A year before what it belongs to: “the 1988 third quarter”, “1982 summer”.</summary>
    private int YearFirst(TimePieces p, int at, ref TimeReading r)
    {
        if (!p.IsNumber(at, 4, 4) || p.NumberAt(at) is < 1500 or > 2200) return -1;
        var i = at + 1;
        if (p.Is(i, "fiscal")) i++;
        if (p.Has(i, TimeRole.Ordinal) && p.Word(i)!.Number is >= 1 and <= 4)
        {
            var j = i + 1;
            if (p.IsDash(j)) j++;
            if (p.Is(j, "quarter"))
            {
                r.Kind = ReadingKind.Absolute;
                r.Year = p.NumberAt(at);
                r.Month = 32 + p.Word(i)!.Number;
                return j + 1;
            }
        }

        if (p.Has(i, TimeRole.Season) && p.Word(i)!.Key is "summer" or "winter" or "autumn" && !p.IsCapital(i) && !(p.IsWord(i + 1) && p.Word(i + 1) is null))
        {
            r.Kind = ReadingKind.Absolute;
            r.Year = p.NumberAt(at);
            r.Month = p.Word(i)!.Index;
            return i + 1;
        }

        return -1;
    }

    /// <summary>A year by itself: certain enough from its place, or from its size.</summary>
    private static int Year(TimePieces p, int at, ref TimeReading r)
    {
        if (!p.IsNumber(at, 1, 4) || IsDecimal(p, at)) return -1;
        if (!StandsAlone(p, at) || IsNumbered(p, at)) return -1;
        var value = p.NumberAt(at);
        var era = new TimeReading { Year = value };
        var end = Era(p, at + 1, ref era);
        if (end > at + 1 && value > 0)
        {
            r.Kind = ReadingKind.Absolute;
            r.Year = era.Year;
            return end;
        }

        if (p.Is(at - 1, "ad", "ce") && p.IsCapital(at - 1) && value > 0)
        {
            r.Kind = ReadingKind.Absolute;
            r.Year = value;
            return at + 1;
        }

        if (p.Glued(at + 1) && p.IsWord(at + 1)) return -1;
        var prepositioned = p.Is(at - 1, "in", "since") || p.Is(at - 1, "by", "until") || p.Is(at - 1, "during", "till") || p.Is(at - 1, "from", "before") || p.Is(at - 1, "after", "early")
            || p.Is(at - 1, "late", "mid") || (p.IsDash(at - 1) && p.Is(at - 2, "mid"));
        if (p.IsNumber(at, 2, 2))
        {
            // 2015–16: the second year of a range
            if (p.IsDash(at - 1) && p.Glued(at) && p.IsNumber(at - 2, 4, 4) && p.Glued(at - 1) && p.NumberAt(at - 2) is >= 1700 and <= LastPlainYear
                && value > p.NumberAt(at - 2) % 100 && !p.Glued(at + 1) && !(p.IsDash(at - 3) && p.Glued(at - 2)))
            {
                r.Kind = ReadingKind.Absolute;
                r.Year = p.NumberAt(at - 2) / 100 * 100 + value;
                return at + 1;
            }

            return -1;
        }

        if (!p.IsNumber(at, 4, 4))
        {
            // Three digits: a year only in a text about antiquity; the resolver knows.
            if (!p.IsNumber(at, 3, 3) || !(p.Is(at - 1, "in", "until") || p.Is(at - 1, "by", "since"))) return -1;
            if (p.IsWord(at + 1) && !p.Has(at + 1, TimeRole.Preposition) && !p.Is(at + 1, "and")) return -1;
            r.Kind = ReadingKind.Absolute;
            r.Year = value;
            r.Value = "ancient";
            return at + 1;
        }

        if (value is < 1000 or > 2199) return -1;
        var plain = value is >= FirstPlainYear and <= LastPlainYear;
        if (p.Has(at + 1, TimeRole.Unit) && !p.Is(at + 1, "second")) return -1;
        if (p.IsMark(at + 1, '%') || p.Is(at - 1, "than", "over") || p.Is(at - 1, "about", "least") || p.Is(at - 1, "nearly", "almost")) return -1;
        if (!prepositioned)
        {
            var ranged = (p.IsDash(at - 1) || p.Is(at - 1, "and", "to") || p.Is(at - 1, "or") || p.IsMark(at - 1, '/')) && p.IsNumber(at - 2, 4, 4) && p.NumberAt(at - 2) is >= 1000 and <= LastPlainYear;
            var ranging = (p.IsDash(at + 1) || p.Is(at + 1, "and", "to") || p.IsMark(at + 1, '/')) && p.IsNumber(at + 2, 2, 4) && (p.NumberAt(at + 2) is >= 1000 and <= LastPlainYear || p.NumberAt(at + 2) < 100)
                && (p.Has(at - 1, TimeRole.Preposition) || (p.IsDash(at + 1) && p.Glued(at + 1) && p.Glued(at + 2) && p.IsNumber(at + 2, 4, 4) && p.NumberAt(at + 2) > value && !p.IsDash(at + 3)));
            var bracketed = p.IsMark(at - 1, '(') && (p.IsMark(at + 1, ')') || p.IsDash(at + 1));
            var of = p.Is(at - 1, "of") && !(p.IsWord(at + 1) && PluralAfter(p, at + 1));
            if (!plain && !ranged && !ranging && !bracketed && !of) return -1;
            // “2000 troops”: round numbers before a plural are numbers.
            if (!ranged && !ranging && PluralAfter(p, at + 1) && !p.Has(at - 1, TimeRole.Article) && !p.IsApostrophe(at - 2)) return -1;
            if (value % 100 == 0 && !of && !p.Has(at - 1, TimeRole.Article | TimeRole.Preposition) && p.IsWord(at + 1) && !p.Has(at + 1, TimeRole.Preposition) && !ranged) return -1;
        }
        else if (PluralAfter(p, at + 1) && value % 100 == 0)
        {
            return -1;
        }

        r.Kind = ReadingKind.Absolute;
        r.Year = value;
        return at + 1;
    }

    private static bool PluralAfter(TimePieces p, int at) =>
        p.IsWord(at) && !p.IsCapital(at) && p[at].Length > 3 && p.Text[p[at].End - 1] == 's' && p.Text[p[at].End - 2] is not ('s' or 'u' or 'i') && p.Word(at) is null
        || p.Is(at, "people");

    /// <summary>“nineteen ninety-six”, “two thousand three”, as spoken words are written down.</summary>
    private static int SpokenYear(TimePieces p, int at, ref TimeReading r)
    {
        if (p.Is(at, "nineteen") && p.Has(at + 1, TimeRole.Number) && p.Word(at + 1)!.Number is >= 10 and <= 90 && p.Word(at + 1)!.Number is var tens)
        {
            var end = at + 2;
            if (tens >= 20)
            {
                var j = p.IsDash(end) ? end + 1 : end;
                if (p.Has(j, TimeRole.Number) && p.Word(j)!.Number < 10)
                {
                    tens += p.Word(j)!.Number;
                    end = j + 1;
                }
            }

            if (p.Has(end, TimeRole.Unit)) return -1;
            r.Kind = ReadingKind.Absolute;
            r.Year = 1900 + tens;
            return end;
        }

        if (p.Is(at, "two") && p.Is(at + 1, "thousand") && (p.Is(at - 1, "year", "in")))
        {
            var ones = p.Has(at + 2, TimeRole.Number) && p.Word(at + 2)!.Number < 20 ? p.Word(at + 2)!.Number : 0;
            var end = at + (ones > 0 ? 3 : 2);
            if (p.IsWord(end) && !p.Has(end, TimeRole.Preposition) && !p.Is(at - 1, "year")) return -1;
            r.Kind = ReadingKind.Absolute;
            r.Year = 2000 + ones;
            return end;
        }

        return -1;
    }

    /// <summary>“2 p.m. Wednesday”, “10:35 a.m. on 3 May”, “1300 GMT”, “9 o'clock”: the clock and the day it belongs to.</summary>
    private int ClockThenDate(TimePieces p, int at, ref TimeReading r)
    {
        var end = Clock(p, at, ref r);
        if (end < 0) return -1;
        r.Kind = ReadingKind.ClockOnly;
        var i = end;
        if (p.IsMark(i, ',')) i++;
        if (p.Is(i, "in") && p.Is(i + 1, "the") && p.Has(i + 2, TimeRole.PartOfDay))
        {
            if (p.Word(i + 2)!.Index is 3 or 4 && r.Minutes is >= 0 and < 720) r.Minutes += 720;
            i = end = i + 3;
        }

        if (p.Is(i, "on")) i++;
        if (p.Has(i, TimeRole.Weekday | TimeRole.Month | TimeRole.DayShift) || p.IsNumber(i, 1, 2) || p.Is(i, "this", "last") || p.Is(i, "next"))
        {
            var day = new TimeReading { First = r.First };
            var after = Core(p, i, ref day);
            if (after > 0 && day.Kind is ReadingKind.Absolute or ReadingKind.Yearless or ReadingKind.Weekday or ReadingKind.Shift && !day.HasClock
                && (day.Kind is ReadingKind.Weekday || day.Day > 0 || day.Unit == CalendarUnit.Day))
            {
                (day.Minutes, day.HourOnly, day.Zone) = (r.Minutes, r.HourOnly, r.Zone);
                r = day;
                return after;
            }
        }

        return end;
    }

    private static bool IsMeridiem(TimePieces p, int at) => Meridiem(p, at, out _) > 0;

    private static int Meridiem(TimePieces p, int at, out bool afternoon)
    {
        afternoon = p.Is(at, "pm", "p");
        if (p.Is(at, "am", "pm")) return at + 1;
        if (p.Is(at, "a", "p") && p.IsMark(at + 1, '.') && p.Is(at + 2, "m"))
            return p.Glued(at + 3) && p.IsMark(at + 3, '.') ? at + 4 : at + 3;
        return -1;
    }

    /// <summary>The clock alone.</summary>
    private static int Clock(TimePieces p, int at, ref TimeReading r)
    {
        var hour = p.NumberAt(at);
        if (hour < 0 || (p.Glued(at) && at > 0 && (p.IsMark(at - 1, '$') || p.IsMark(at - 1, ':') || p.IsMark(at - 1, '.') || p.IsDash(at - 1)))) return -1;
        var end = ColonClock(p, at, ref r);
        var meridiem = Meridiem(p, end > 0 ? end : at + 1, out var afternoon);
        if (end < 0 && p.IsMark(at + 1, '.') && p.Glued(at + 1) && p.Glued(at + 2) && p.IsNumber(at + 2, 2, 2) && p.IsNumber(at, 1, 2) && hour <= 12 && p.NumberAt(at + 2) < 60
            && Meridiem(p, at + 3, out afternoon) is > 0 and var dotted)
        {
            r.Minutes = 60 * hour + p.NumberAt(at + 2);
            meridiem = dotted;
        }
        else if (meridiem > 0 && end < 0)
        {
            if (hour is < 1 or > 12) return -1;
            r.Minutes = 60 * hour;
        }
        else if (end < 0)
        {
            if (p.IsApostrophe(at + 2) && p.Is(at + 1, "o") && p.Is(at + 3, "clock") && hour is >= 1 and <= 24)
            {
                r.Minutes = 60 * (hour % 24);
                return at + 4;
            }

            if (!p.IsNumber(at, 4, 4) || hour % 100 > 59 || hour > 2400 || !(p.Is(at + 1, "gmt", "utc") || p.Is(at + 1, "hours", "hrs"))) return -1;
            r.Minutes = 60 * (hour / 100) + hour % 100;
            if (p.Is(at + 1, "gmt", "utc")) r.Zone = 0;
            end = at + 2;
            if (p.Is(end, "gmt", "utc"))
            {
                r.Zone = 0;
                end++;
            }

            return end;
        }

        if (meridiem > 0)
        {
            if (r.Minutes >= 780) return -1;
            if (afternoon && r.Minutes < 720) r.Minutes += 720;
            if (!afternoon && r.Minutes >= 720) r.Minutes -= 720;
            end = meridiem;
        }
        else if (r.Minutes < 0 || (p.IsNumber(at, 1, 1) && !p.Is(at - 1, "at", "by") && !p.Is(at - 1, "until", "from")))
        {
            // 3:2 is a score, 4:15 a verse.
            return -1;
        }

        return Zone(p, end, ref r);
    }

    private static int Zone(TimePieces p, int at, ref TimeReading r)
    {
        var paren = p.IsMark(at, '(') ? 1 : 0;
        if (p.Is(at, "local") && p.Is(at + 1, "time")) return at + 2;
        if (!p.Has(at + paren, TimeRole.Zone) || !p.IsCapital(at + paren) || p[at + paren].Length > 4) return at;
        if (p.Is(at, "gmt", "utc")) r.Zone = 0;
        return paren == 0 ? at + 1 : at;
    }

    /// <summary>A clock time or part of the day after a date: “on Monday at 9 a.m.”, “3 May in the morning”.</summary>
    private static int ClockAfter(TimePieces p, int at, ref TimeReading r)
    {
        if (r.HasClock || r.Kind is not (ReadingKind.Absolute or ReadingKind.Yearless or ReadingKind.Weekday or ReadingKind.Shift or ReadingKind.Containing)) return at;
        if (r.Day == 0 && r.Kind is not ReadingKind.Weekday && r.Unit != CalendarUnit.Day) return at;
        var i = at;
        if (p.IsMark(i, ',')) i++;
        if (p.Is(i, "at", "around") || p.Is(i, "by")) i++;
        if (p.Is(i, "about", "around")) i++;
        var clock = new TimeReading();
        if (i > at && p.IsNumber(i, 1, 4) && Clock(p, i, ref clock) is > 0 and var end)
        {
            (r.Minutes, r.Zone) = (clock.Minutes, clock.Zone);
            return end;
        }

        if (p.Is(i, "noon", "midnight") && i > at && !p.IsMark(i - 1, ','))
        {
            r.Minutes = p.Is(i, "noon") ? 720 : 0;
            return i + 1;
        }

        return at;
    }

    /// <summary>“the night of 10 August 1792”, “the morning of July 4”, “overnight”, “the night before”; alone only after “in the”, “at”.</summary>
    private int PartOfDay(TimePieces p, int at, ref TimeReading r)
    {
        var word = p.Word(at)!;
        var i = at + 1;
        if (p.Is(i, "hours") || p.Is(i, "hour")) i++;
        if (p.Is(i, "of", "on"))
        {
            var day = new TimeReading { First = r.First };
            var j = i + 1;
            var end = Core(p, j, ref day);
            if (end > 0 && !day.HasClock && (day.Day > 0 || day.Kind is ReadingKind.Weekday || (day.Unit == CalendarUnit.Day && day.Kind is ReadingKind.Shift or ReadingKind.Containing)))
            {
                r = day;
                if (word.Key == "midnight") r.Minutes = 0;
                else r.PartOfDay = word.Index;
                return end;
            }
        }

        if (p.Is(i, "before", "after") && p.Is(at - 1, "the"))
        {
            r.Kind = ReadingKind.Shift;
            r.Unit = CalendarUnit.Day;
            r.From = ShiftFrom.Preceding;
            r.Amount = p.Is(i, "before") ? -1 : 1;
            r.PartOfDay = word.Index;
            return i + 1;
        }

        if (p.Has(at + 1, TimeRole.Weekday | TimeRole.DayShift) && (p.Has(at + 1, TimeRole.DayShift) || p.IsCapital(at + 1)))
        {
            // noon Saturday, mid-afternoon yesterday
            var day = new TimeReading { First = r.First };
            var end = Core(p, at + 1, ref day);
            if (end > 0 && !day.HasClock)
            {
                r = day;
                if (word.Key == "noon") r.Minutes = 720;
                else if (word.Key == "midnight") r.Minutes = 0;
                else r.PartOfDay = word.Index;
                return end;
            }
        }

        r.Kind = ReadingKind.ClockOnly;
        if (word.Key == "midnight") r.Minutes = 0;
        else if (word.Key == "noon") r.Minutes = 720;
        else r.PartOfDay = word.Index;
        if (word.Key is "overnight" or "midnight" or "noon" or "midday") return at + 1;
        if (word.Key is "dawn" or "dusk" or "nightfall" or "daybreak" or "sunrise" or "sunset" or "night" && p.Is(at - 1, "at", "by")) return at + 1;
        var inThe = p.Is(at - 1, "the") && (p.Is(at - 2, "in", "during") || p.Is(at - 2, "into", "through"));
        if ((inThe || p.Is(at - 1, "early", "late")) && !(p.IsWord(at + 1) && p.Word(at + 1) is null && p.IsCapital(at + 1))) return at + 1;
        return -1;
    }

    /// <summary>An amount: “two”, “a”, “a few”, “several”, “a couple of”, “half a”, “tens of”.</summary>
    private int Quantity(TimePieces p, int at, out double amount, out bool unknown)
    {
        amount = 0;
        unknown = false;
        var i = at;
        if (p.Is(i, "a", "an") || p.Is(i, "another"))
        {
            i++;
            if (p.Is(i, "couple"))
            {
                amount = 2;
                i++;
                return p.Is(i, "of") ? i + 1 : i;
            }

            if (p.Is(i, "few"))
            {
                unknown = true;
                return i + 1;
            }

            if (p.Is(i, "half") && p.IsDash(i + 1))
            {
                amount = 0.5;
                return i + 2;
            }

            if (p.Is(i, "dozen"))
            {
                amount = 12;
                return i + 1;
            }

            if (p.Is(i, "hundred", "thousand"))
            {
                amount = p.Word(i)!.Number;
                return i + 1;
            }

            if (p.Is(at, "another") && Amount(p, i, out amount) is > 0 and var more) return more;
            amount = 1;
            return i;
        }

        if (p.Is(i, "half") && p.Is(i + 1, "a", "an"))
        {
            amount = 0.5;
            return i + 2;
        }

        if (p.Has(i, TimeRole.SomeAmount))
        {
            unknown = true;
            i++;
            if (p.Is(i, "more")) i++;
            return p.Is(i, "hundred", "thousand") || p.Is(i, "dozen") ? i + 1 : i;
        }

        if (p.Is(i, "couple"))
        {
            amount = 2;
            i++;
            return p.Is(i, "of") ? i + 1 : i;
        }

        return Amount(p, i, out amount);
    }

    /// <summary>An amount with its unit: a duration, or a shift when “ago”, “later” or the like follows.</summary>
    private int Counted(TimePieces p, int at, ref TimeReading r)
    {
        var i = Quantity(p, at, out var amount, out var unknown);
        if (i < 0) return -1;
        var first = i;
        // two to three weeks, 12 to 18 months, a week or two
        if ((p.Is(i, "to", "or") || p.IsDash(i)) && Amount(p, i + 1, out _) is > 0 and var upper && p.Has(p.IsDash(upper) ? upper + 1 : upper, TimeRole.Unit)) i = upper;
        var hyphen = p.IsDash(i);
        if (hyphen) i++;
        else if (p.Is(i, "and") && p.Is(i + 1, "a") && p.Is(i + 2, "half"))
        {
            amount += 0.5;
            i += 3;
        }
        else if (p.Is(i, "and") && p.Is(i + 1, "half"))
        {
            amount += 0.5;
            i += 2;
        }

        while (p.Has(i, TimeRole.Filler)) i++;
        // “ten brutal months”: one word that is no word of time may colour the unit.
        if (amount >= 2 && !hyphen && p.IsWord(i) && p.Word(i) is null && !p.IsCapital(i) && p.Has(i + 1, TimeRole.Plural) && p.Has(i + 1, TimeRole.Unit) && p.Word(i + 1)!.Unit >= CalendarUnit.Day) i++;
        if (!p.Has(i, TimeRole.Unit) || (p.Has(i, TimeRole.Ordinal) && !(hyphen || amount > 1 || unknown))) return -1;
        if (p.Is(i, "second") && !hyphen && amount <= 1 && !p.Has(at - 1, TimeRole.Preposition)) return -1;
        var unit = p.Word(i)!.Unit;
        if (unit == CalendarUnit.Quarter && !p.Has(i - 1, TimeRole.Filler)) return -1;
        if (p.Is(i, "quarter") && (p.Is(i + 1, "of") || !p.Has(i, TimeRole.Plural)) && !hyphen) return -1;
        // “one day”, “some day” are not lengths; “one year” is.
        if (unknown && !p.Has(i, TimeRole.Plural)) return -1;
        var one = p.Is(at, "one") && first == at + 1 && unit == CalendarUnit.Day && !hyphen;
        // “many days” needs its plural; “two day” does occur.
        if (p.Is(i, "min", "sec") && !(p.Glued(i + 1) && p.IsMark(i + 1, '.'))) return -1;
        var end = i + 1;
        // two years and six months; an hour and a half
        if (p.Is(end, "and") && p.Is(end + 1, "a") && p.Is(end + 2, "half"))
        {
            amount += 0.5;
            end += 3;
        }
        else if (p.Is(end, "or") && p.Is(end + 1, "so"))
        {
            r.Approximate = true;
            end += 2;
        }
        else if (p.Is(end, "or") && p.Is(end + 1, "two") && p.Is(at, "a", "an"))
        {
            end += 2;
        }

        if (p.Is(at - 1, "aged", "age")) return -1;
        // Ages are not times: “a 13-year-old”, “aged 30 years”, “30 years old”.
        if (p.Is(end, "old") || (p.IsDash(end) && p.Is(end + 1, "old", "olds")) || p.Is(end, "of") && p.Is(end + 1, "age")) return -1;
        r.Unit = unit;
        r.Amount = amount;
        r.AmountUnknown = unknown;
        r.Kind = ReadingKind.Duration;

        // Two units: 1 hour and 20 minutes, 3 years, 2 months
        var next = p.Is(end, "and") || p.IsMark(end, ',') ? end + 1 : end;
        if (!hyphen && !unknown && next <= p.Count && Amount(p, next, out var minor) is > 0 and var minorEnd && p.Has(minorEnd, TimeRole.Unit)
            && p.Word(minorEnd)!.Unit < unit && (unit, p.Word(minorEnd)!.Unit) is (CalendarUnit.Hour, CalendarUnit.Minute) or (CalendarUnit.Year, CalendarUnit.Month) or (CalendarUnit.Minute, CalendarUnit.Second))
        {
            r.Amount += minor / (unit == CalendarUnit.Year ? 12 : 60);
            end = minorEnd + 1;
        }

        if (p.Is(end, "ago"))
        {
            r.Kind = ReadingKind.Shift;
            r.From = ShiftFrom.Document;
            r.IsAgo = true;
            r.Amount = -r.Amount;
            return end + 1;
        }

        if (p.Is(end, "earlier", "previously") || p.Is(end, "prior") || (p.Is(end, "before") && EndsClause(p, end + 1)))
        {
            r.Kind = ReadingKind.Shift;
            r.From = ShiftFrom.Either;
            r.IsAgo = true;
            r.Amount = -r.Amount;
            return end + 1;
        }

        if (p.Is(end, "later", "afterward") || p.Is(end, "afterwards") || p.Is(end, "hence") || (p.Is(end, "after") && EndsClause(p, end + 1)))
        {
            if (p.Is(end, "later") && p.Is(end + 1, "than")) return -1;
            r.Kind = ReadingKind.Shift;
            r.From = ShiftFrom.Either;
            return end + 1;
        }

        if (p.Is(end, "from") && p.Is(end + 1, "now", "today"))
        {
            r.Kind = ReadingKind.Shift;
            r.From = ShiftFrom.Document;
            return end + 2;
        }

        // two days before yesterday, a week after 3 May: told from the date that follows
        if (p.Is(end, "before", "after") && (p.Has(end + 1, TimeRole.DayShift | TimeRole.Month) || p.IsNumber(end + 1, 1, 2)) && !unknown)
        {
            var day = new TimeReading { First = r.First };
            var after = Core(p, end + 1, ref day);
            if (after > 0 && day.Kind == ReadingKind.Shift && day.Unit == CalendarUnit.Day && unit is CalendarUnit.Day or CalendarUnit.Week && !day.HasClock)
            {
                day.Amount += (p.Is(end, "before") ? -1 : 1) * amount * (unit == CalendarUnit.Week ? 7 : 1);
                r = day;
                return after;
            }
        }

        // year-earlier, year-ago
        if (one && !p.Has(at - 1, TimeRole.Preposition)) return -1;
        if (hyphen || p.IsDash(end))
        {
            if (p.IsDash(end) && p.Is(end + 1, "long")) end += 2;
        }

        // “$5 a year”, “three times a week”, “10 percent a month” tell how often.
        if (p.Is(at, "a", "an") && first == at + 1 && (p[Math.Max(0, at - 1)].Kind == PieceKind.Number || IsRate(p, at - 1)))
        {
            r.IsSet = true;
        }

        return end;
    }

    private static bool EndsClause(TimePieces p, int at) => at >= p.Count || p[at].Kind == PieceKind.Mark;

    private static bool IsRate(TimePieces p, int at) =>
        at >= 0 && at < p.Count && p[at].Kind == PieceKind.Word && p.Text.AsSpan(p[at].Start, p[at].Length) is "share" or "times" or "percent" or "million" or "billion" or "barrels" or "tons" or "tonnes" or "once" or "twice" or "dollars";

    /// <summary>“years”, “weeks later”, “months ago”, “year-ago”, “decades-long”, “day-long”.</summary>
    private static int BareUnit(TimePieces p, int at, ref TimeReading r)
    {
        var word = p.Word(at)!;
        var i = at + 1;
        r.Unit = word.Unit;
        if (!word.Is(TimeRole.Plural))
        {
            if (p.IsDash(i) && p.Is(i + 1, "earlier", "ago") && word.Unit >= CalendarUnit.Quarter)
            {
                r.Kind = ReadingKind.Shift;
                r.From = ShiftFrom.Either;
                r.IsAgo = true;
                r.Amount = -1;
                i += 2;
                if (p.Has(i, TimeRole.Unit))
                {
                    r.Value = p.Is(i, "quarter") ? "quarter" : null;
                    return i + 1;
                }

                return i;
            }

            if (p.IsDash(i) && p.Is(i + 1, "long") && word.Unit >= CalendarUnit.Hour)
            {
                r.Kind = ReadingKind.Duration;
                r.Amount = 1;
                return i + 2;
            }

            return -1;
        }

        if (word.Unit is CalendarUnit.Second or CalendarUnit.Weekend or CalendarUnit.Quarter or CalendarUnit.Fortnight) return -1;
        r.AmountUnknown = true;
        if (p.Is(i, "ago"))
        {
            r.Kind = ReadingKind.Shift;
            r.From = ShiftFrom.Document;
            r.Amount = -1;
            return i + 1;
        }

        if (p.Is(i, "later", "earlier"))
        {
            r.Kind = ReadingKind.Shift;
            r.From = ShiftFrom.Either;
            r.Amount = p.Is(i, "later") ? 1 : -1;
            return i + 1;
        }

        r.Kind = ReadingKind.Duration;
        if (p.IsDash(i)) return p.Is(i + 1, "long") ? i + 2 : -1;
        var led = p.Is(at - 1, "for", "in") || p.Is(at - 1, "within", "over") || p.Is(at - 1, "after", "of") || p.Is(at - 1, "through", "throughout");
        if (word.Unit is CalendarUnit.Hour or CalendarUnit.Minute) return p.Is(at - 1, "for", "within") || p.Is(at - 1, "in", "after") ? i : -1;
        return led || word.Unit is CalendarUnit.Week or CalendarUnit.Month or CalendarUnit.Decade ? i : -1;
    }

    private static int Vague(TimePieces p, int at, ref TimeReading r)
    {
        r.Kind = ReadingKind.Vague;
        var key = p.Word(at)!.Key;
        switch (key)
        {
            case "past":
                return -1;
            case "present":
                return p.Is(at - 1, "at") || (p.IsDash(at + 1) && p.Is(at + 2, "day")) ? (p.IsDash(at + 1) ? at + 3 : at + 1) : -1;
            case "future":
                return p.Is(at - 1, "in") && !p.IsWord(at + 1) ? at + 1 : -1;
            default:
                return at + 1;
        }
    }

    protected override int Amount(TimePieces p, int at, out double amount)
    {
        amount = 0;
        if ((uint)at >= (uint)p.Count) return -1;
        if (p[at].Kind == PieceKind.Number) return Figures(p, at, out amount, ',', '.');
        if (!p.Has(at, TimeRole.Number)) return -1;
        double total = 0, part = p.Word(at)!.Number;
        var i = at + 1;
        for (var words = 0; words < 8; words++)
        {
            var j = p.IsDash(i) && part is >= 20 and < 100 ? i + 1 : i;
            if (p.Is(j, "and") && part >= 100 && p.Has(j + 1, TimeRole.Number)) j++;
            if (!p.Has(j, TimeRole.Number)) break;
            var number = p.Word(j)!.Number;
            if (number is 100) part *= 100;
            else if (number is 1000)
            {
                total += part * 1000;
                part = 0;
            }
            else if (part % 100 is 0 || (part % 100 >= 20 && part % 10 == 0 && number < 10)) part += number;
            else break;
            i = j + 1;
        }

        amount = total + part;
        if (p.Is(i, "and") && p.Is(i + 1, "half"))
        {
            amount += 0.5;
            return i + 2;
        }

        return i;
    }
}
