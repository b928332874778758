namespace Dateline.Text.Times;

/// <summary>Time expressions of French. Each method reads one construction and returns the piece after it, or -1.</summary>
internal sealed class FrenchTimeGrammar : TimeGrammar
{
    public static FrenchTimeGrammar Instance { get; } = new();

    protected override bool MonthFirst => false;

    public override bool TryRead(TimePieces p, int at, out TimeReading r)
    {
        r = new TimeReading { First = at };
        if (p[at].Kind == PieceKind.Mark) return false;
        if (p[at].Kind == PieceKind.Word && !p.Has(at, TimeRole.Starter) && !IsRoman(p, at, out _)) return false;
        var end = Modified(p, at, ref r);
        if (end < 0 || r.Kind == ReadingKind.None)
        {
            r = new TimeReading { First = at };
            return false;
        }

        r.End = ClockAfter(p, end, ref r);
        return true;
    }

    /// <summary>An expression with what may stand before it: “environ”, “début”, “à la fin de”, “mi-”.</summary>
    private int Modified(TimePieces p, int at, ref TimeReading r)
    {
        var i = at;
        if (p.Has(i, TimeRole.Approximate) || (p.Is(i, "plus", "moins") && (p.Is(i + 1, "de") || p.Is(i + 1, "d"))))
        {
            var near = p.Has(i, TimeRole.Approximate);
            i++;
            if (p.Is(i, "de", "d")) i++;
            if (p.IsApostrophe(i)) i++;
            var after = Core(p, i, ref r);
            if (after < 0 || r.Kind is ReadingKind.Vague or ReadingKind.Set || (!near && r.Kind is not ReadingKind.Duration)) return -1;
            r.Approximate = near;
            return after;
        }

        if (p.Is(i, "la") && p.Is(i + 1, "fin") || p.Is(i, "le") && p.Is(i + 1, "début", "milieu")) i++;
        if (p.Has(i, TimeRole.Part))
        {
            var part = p.Word(i)!.Key switch { "début" => TimePart.Start, "mi" or "milieu" => TimePart.Middle, "fin" => TimePart.End, _ => TimePart.None };
            i++;
            if (p.IsDash(i)) i++;
            if (p.Is(i, "de", "du") || p.Is(i, "d")) i++;
            if (p.IsApostrophe(i)) i++;
            if (p.Is(i, "la", "l") && !p.Is(i + 1, "fin"))
            {
                i++;
                if (p.IsApostrophe(i)) i++;
            }

            int after;
            if (p.Is(i, "mois") && p.Is(i + 1, "de", "d"))
            {
                after = Core(p, i, ref r);
            }
            else if (p.Is(i, "semaine", "mois") || p.Is(i, "année", "journée"))
            {
                // “fin de semaine” and “la fin du mois” without more: the one that the text stands in.
                after = Core(p, i, ref r);
                if (after < 0)
                {
                    r.Kind = ReadingKind.Containing;
                    r.Unit = p.Word(i)!.Unit;
                    r.From = ShiftFrom.Either;
                    after = i + 1;
                }
            }
            else
            {
                after = Core(p, i, ref r);
            }

            if (after < 0 || r.Kind is ReadingKind.Duration or ReadingKind.Set or ReadingKind.Vague or ReadingKind.Recent or ReadingKind.ClockOnly) return -1;
            r.Part = part;
            return after;
        }

        return Core(p, i, ref r);
    }

    private int Core(TimePieces p, int at, ref TimeReading r)
    {
        if ((uint)at >= (uint)p.Count) return -1;
        int end;
        if (p[at].Kind == PieceKind.Number)
        {
            if ((end = DigitDate(p, at, ref r)) > 0) return end;
            if ((end = ClockThenPart(p, at, ref r)) > 0) return end;
            if ((end = DayMonth(p, at, ref r)) > 0) return end;
            if ((end = Century(p, at, ref r)) > 0) return end;
            if ((end = Counted(p, at, ref r)) > 0) return end;
            return Year(p, at, ref r);
        }

        if (IsRoman(p, at, out _) && (end = Century(p, at, ref r)) > 0) return end;
        if (p[at].Word is not { } word) return -1;
        if (word.Key is "le" or "la" or "l" or "les" or "ce" or "cette" or "cet" or "ces") return Determined(p, at, ref r);
        if (word.Key == "il" && p.Is(at + 1, "y") && p.Is(at + 2, "a")) return Ago(p, at + 3, ref r);
        if (word.Key == "voilà") return Ago(p, at + 1, ref r);
        if (word.Key == "aujourd" && p.IsApostrophe(at + 1) && p.Is(at + 2, "hui"))
        {
            SetShift(ref r, CalendarUnit.Day, 0, ShiftFrom.Document);
            return at + 3;
        }

        if (word.Key is "avant" or "après" && p.IsDash(at + 1) && p.Is(at + 2, "hier", "demain"))
        {
            SetShift(ref r, CalendarUnit.Day, p.Is(at + 2, "hier") ? -2 : 2, ShiftFrom.Document);
            return PartOfDayAfter(p, at + 3, ref r);
        }

        if (word.Key is "hier" or "demain")
        {
            SetShift(ref r, CalendarUnit.Day, word.Index, ShiftFrom.Document);
            return PartOfDayAfter(p, at + 1, ref r);
        }

        if (word.Key is "lendemain" or "surlendemain" or "veille")
        {
            // “du lendemain”, “au lendemain de la chute”: with a complement the day is another event's.
            if (p.Is(at + 1, "de", "du") || p.Is(at + 1, "des", "d")) return -1;
            SetShift(ref r, CalendarUnit.Day, word.Key == "lendemain" ? 1 : word.Key == "veille" ? -1 : 2, ShiftFrom.Preceding);
            return PartOfDayAfter(p, at + 1, ref r);
        }

        if (word.Is(TimeRole.Month) && (end = MonthDate(p, at, ref r)) > 0) return end;
        if (word.Is(TimeRole.Weekday)) return Weekday(p, at, ref r);
        if (word.Is(TimeRole.Holiday)) return Holiday(p, at, ref r);
        if (word.Is(TimeRole.Season) && (end = Season(p, at, ref r)) > 0) return end;
        if (word.Is(TimeRole.Ordinal) && (end = Ordinal(p, at, ref r)) > 0) return end;
        if (word.Is(TimeRole.Each) && (end = Each(p, at, ref r)) > 0) return end;
        if (word.Key is "week" && p.IsDash(at + 1) && p.Is(at + 2, "end")) return Relative(p, at, at + 3, CalendarUnit.Weekend, ref r);
        if ((end = Counted(p, at, ref r)) > 0) return end;
        if (word.Is(TimeRole.Unit) && (end = UnitPhrase(p, at, ref r)) > 0) return end;
        if (word.Is(TimeRole.PartOfDay) && (end = PartOfDay(p, at, ref r)) > 0) return end;
        if (word.Key is "quotidiennement" or "mensuellement" or "annuellement")
        {
            r.Kind = ReadingKind.Set;
            r.Value = Duration(word.Unit, 1, false);
            return at + 1;
        }

        if (word.Is(TimeRole.Vague) && word.Key is "maintenant" or "actuellement" or "récemment" or "dernièrement" or "désormais")
        {
            r.Kind = ReadingKind.Vague;
            return at + 1;
        }

        return -1;
    }

    private static void SetShift(ref TimeReading r, CalendarUnit unit, double amount, ShiftFrom from)
    {
        r.Kind = ReadingKind.Shift;
        r.Unit = unit;
        r.Amount = amount;
        r.From = from;
    }

    /// <summary>“il y a deux semaines”, “voilà trois ans”.</summary>
    private int Ago(TimePieces p, int at, ref TimeReading r)
    {
        var i = at;
        var near = false;
        if (p.Has(i, TimeRole.Approximate) || (p.Is(i, "plus", "moins") && p.Is(i + 1, "de", "d")))
        {
            near = p.Has(i, TimeRole.Approximate);
            i++;
            if (p.Is(i, "de", "d")) i++;
            if (p.IsApostrophe(i)) i++;
        }

        var end = Counted(p, i, ref r);
        if (end < 0 || r.Kind != ReadingKind.Duration) return -1;
        // “il y a deux jours de fête” counts days; “il y a un an” goes back.
        r.Kind = ReadingKind.Shift;
        r.From = ShiftFrom.Document;
        r.IsAgo = true;
        r.Amount = -r.Amount;
        r.Approximate |= near;
        return end;
    }

    /// <summary>Expressions that begin with an article or ce, cette, ces.</summary>
    private int Determined(TimePieces p, int at, ref TimeReading r)
    {
        var i = at + 1;
        if (p.IsApostrophe(i)) i++;
        var demonstrative = p.Is(at, "ce", "cette") || p.Is(at, "cet");
        int end;
        if (demonstrative)
        {
            if (p.Has(i, TimeRole.Weekday)) return Weekday(p, i, ref r);
            if (p.Has(i, TimeRole.PartOfDay) && !p.Is(i, "midi"))
            {
                SetShift(ref r, CalendarUnit.Day, 0, ShiftFrom.Document);
                r.PartOfDay = p.Word(i)!.Index;
                if (p.Is(i, "après"))
                {
                    if (!(p.IsDash(i + 1) && p.Is(i + 2, "midi"))) return -1;
                    i += 2;
                }

                if (p.IsDash(i + 1) && p.Is(i + 2, "là"))
                {
                    r.From = ShiftFrom.Preceding;
                    return i + 3;
                }

                return i + 1;
            }

            if (p.Has(i, TimeRole.Season))
            {
                r.Kind = ReadingKind.Yearless;
                r.Month = p.Word(i)!.Index;
                r.Direction = Direction.This;
                return i + 1;
            }

            var unit = p.Is(i, "week") && p.IsDash(i + 1) && p.Is(i + 2, "end") ? CalendarUnit.Weekend : p.Has(i, TimeRole.Unit) ? p.Word(i)!.Unit : CalendarUnit.None;
            if (unit < CalendarUnit.Day) return -1;
            var after = unit == CalendarUnit.Weekend && p.Is(i, "week") ? i + 3 : i + 1;
            r.Kind = ReadingKind.Containing;
            r.Unit = unit;
            r.From = ShiftFrom.Document;
            if (p.IsDash(after) && p.Is(after + 1, "là"))
            {
                r.From = ShiftFrom.Preceding;
                return after + 2;
            }

            if (p.IsDash(after) && p.Is(after + 1, "ci")) return after + 2;
            return unit == CalendarUnit.Day || unit == CalendarUnit.Decade ? -1 : after;
        }

        // ces derniers jours, les prochaines semaines, les trois derniers mois, les dix années suivantes
        if (p.Is(at, "ces", "les"))
        {
            if (p.Is(i, "années") && Decade(p, i, ref r) is > 0 and var decade) return decade;
            var amountEnd = Amount(p, i, out var amount);
            var j = amountEnd > 0 ? amountEnd : i;
            if (p.Has(j, TimeRole.Last | TimeRole.Next) && p.Has(j + 1, TimeRole.Unit))
            {
                r.Unit = p.Word(j + 1)!.Unit;
                if (amountEnd > 0)
                {
                    r.Kind = ReadingKind.Duration;
                    r.Amount = amount;
                    return j + 2;
                }

                r.Kind = ReadingKind.Recent;
                r.Amount = p.Has(j, TimeRole.Last) ? -1 : 1;
                r.AmountUnknown = true;
                return j + 2;
            }

            if (amountEnd > 0 && p.Has(j, TimeRole.Month) is false && Counted(p, i, ref r) is > 0 and var counted) return counted;
            if (amountEnd > 0 && DayMonth(p, i, ref r) is > 0 and var days) return days;
            return -1;
        }

        // le même jour, la même année, le jour même
        if (p.Is(i, "même") && p.Has(i + 1, TimeRole.Unit) && p.Word(i + 1)!.Unit >= CalendarUnit.Day)
        {
            r.Kind = ReadingKind.Containing;
            r.Unit = p.Word(i + 1)!.Unit;
            r.From = ShiftFrom.Preceding;
            return i + 2;
        }

        if (p.Is(i, "jour") && p.Is(i + 1, "même"))
        {
            r.Kind = ReadingKind.Containing;
            r.Unit = CalendarUnit.Day;
            r.From = ShiftFrom.Preceding;
            return i + 2;
        }

        if (p.Is(i, "avant") && p.IsDash(i + 1) && p.Is(i + 2, "veille"))
        {
            SetShift(ref r, CalendarUnit.Day, -2, ShiftFrom.Preceding);
            return i + 3;
        }

        if (p.Is(i, "an", "année") && p.IsNumber(i + 1, 4, 4) && p.NumberAt(i + 1) is >= 1000 and <= 2200)
        {
            r.Kind = ReadingKind.Absolute;
            r.Year = p.NumberAt(i + 1);
            return i + 2;
        }

        if (p.Has(i, TimeRole.Unit) || p.Is(i, "week")) return (end = UnitPhrase(p, i, ref r)) > 0 ? end : Core(p, i, ref r) is > 0 and var core && p.Is(i, "week") ? core : -1;
        if (p.Has(i, TimeRole.Vague)) return -1;
        // “la nuit” alone is read after a preposition only.
        if (p.Is(i, "le", "la") || p.Is(i, "les", "l")) return -1;
        if (p.Has(i, TimeRole.Number) && !p.Has(i + 1, TimeRole.Month)) return -1;
        return Core(p, i, ref r);
    }

    /// <summary>“semaine dernière”, “mois prochain”, “année suivante”, “an passé”, “mois de mai”, “nuit de mardi à mercredi”.</summary>
    private int UnitPhrase(TimePieces p, int at, ref TimeReading r)
    {
        var word = p.Word(at)!;
        var unit = word.Key == "week" ? CalendarUnit.Weekend : word.Unit;
        if (word.Key == "week" && !(p.IsDash(at + 1) && p.Is(at + 2, "end"))) return -1;
        if (word.Key == "mois" && p.Is(at + 1, "de", "d"))
        {
            var month = p.IsApostrophe(at + 2) ? at + 3 : at + 2;
            if (p.Has(month, TimeRole.Month)) return MonthDate(p, month, ref r);
        }

        if (word.Key == "années" && Decade(p, at, ref r) is > 0 and var decade) return decade;
        if (word.Key is "an" or "année" && p.IsNumber(at + 1, 4, 4) && p.NumberAt(at + 1) is >= 1000 and <= 2200)
        {
            r.Kind = ReadingKind.Absolute;
            r.Year = p.NumberAt(at + 1);
            return at + 2;
        }

        if (word.Is(TimeRole.Plural) || unit < CalendarUnit.Day) return -1;
        return Relative(p, at, word.Key == "week" ? at + 3 : at + 1, unit, ref r);
    }

    private static int Relative(TimePieces p, int at, int after, CalendarUnit unit, ref TimeReading r)
    {
        _ = at;
        if (p.Has(after, TimeRole.Last | TimeRole.Next) && !(unit == CalendarUnit.Day && p.Has(after, TimeRole.Last)))
        {
            SetShift(ref r, unit, p.Has(after, TimeRole.Last) ? -1 : 1, ShiftFrom.Document);
            return after + 1;
        }

        if (p.Has(after, TimeRole.Following | TimeRole.Previous))
        {
            SetShift(ref r, unit, p.Has(after, TimeRole.Following) ? 1 : -1, ShiftFrom.Preceding);
            return after + 1;
        }

        if (p.Is(after, "d") && p.IsApostrophe(after + 1) && p.Is(after + 2, "après"))
        {
            SetShift(ref r, unit, 1, ShiftFrom.Preceding);
            return after + 3;
        }

        if (unit == CalendarUnit.Weekend)
        {
            r.Kind = ReadingKind.Containing;
            r.Unit = unit;
            r.From = ShiftFrom.Either;
            return after;
        }

        return -1;
    }

    private static int Decade(TimePieces p, int at, ref TimeReading r)
    {
        if (!p.Is(at, "années")) return -1;
        int year;
        if (p.IsNumber(at + 1, 4, 4) && p.NumberAt(at + 1) % 10 == 0) year = p.NumberAt(at + 1);
        else if (p.IsNumber(at + 1, 2, 2) && p.NumberAt(at + 1) % 10 == 0 && p.NumberAt(at + 1) >= 20) year = 1900 + p.NumberAt(at + 1);
        else return -1;
        r.Kind = ReadingKind.Absolute;
        r.Year = year;
        r.UnspecifiedDigits = 1;
        return at + 2;
    }

    private static bool IsRoman(TimePieces p, int at, out int value)
    {
        value = 0;
        if (!p.IsWord(at) || p[at].Length is < 1 or > 6 || !p.IsCapital(at)) return false;
        var chars = p.Chars(at);
        var digits = 0;
        while (digits < chars.Length && chars[digits] is 'I' or 'V' or 'X') digits++;
        if (digits == 0 || !(digits == chars.Length || chars[digits..] is "e" or "è" or "ème" or "ième" or "er")) return false;
        for (var i = 0; i < digits; i++)
        {
            var one = Value(chars[i]);
            value += i + 1 < digits && Value(chars[i + 1]) > one ? -one : one;
        }

        return value is > 0 and <= 30;

        static int Value(char digit) => digit switch { 'I' => 1, 'V' => 5, _ => 10 };
    }

    /// <summary>“XXe siècle”, “20e siècle”.</summary>
    private static int Century(TimePieces p, int at, ref TimeReading r)
    {
        var i = at + 1;
        if (!IsRoman(p, at, out var number))
        {
            number = p.NumberAt(at);
            if (number is < 1 or > 30 || !p.Glued(i) || !(p.Is(i, "e", "è") || p.Is(i, "ème", "ième"))) return -1;
            i++;
        }
        else if (p.Glued(i) && (p.Is(i, "e", "è") || p.Is(i, "ème", "er")))
        {
            i++;
        }

        if (!p.Is(i, "siècle")) return -1;
        r.Kind = ReadingKind.Absolute;
        r.Year = 100 * (number - 1);
        r.UnspecifiedDigits = 2;
        return i + 1;
    }

    /// <summary>“3 mai 2024”, “1er mai”, “3-5 mai”, “3 et 5 mai”, “3 mai dernier”.</summary>
    private int DayMonth(TimePieces p, int at, ref TimeReading r)
    {
        if (!p.IsNumber(at, 1, 2) || (p.Glued(at) && at > 0 && p[at - 1].Kind == PieceKind.Mark && !p.IsDash(at - 1) && !p.IsMark(at - 1, '(') && !p.IsMark(at - 1, '/'))) return -1;
        var day = p.NumberAt(at);
        var i = at + 1;
        if (day == 1 && p.Glued(i) && p.Is(i, "er")) i++;
        if (p.Has(i, TimeRole.Month) && IsDayOfMonth(p.Word(i)!.Index, day))
        {
            var end = MonthDate(p, i, ref r, day);
            return end;
        }

        if (p.IsDash(i) || p.Is(i, "et", "au") || p.Is(i, "ou", "à") || p.IsMark(i, ','))
        {
            var second = i + 1;
            if (p.Is(second, "le", "au")) second++;
            if (p.IsNumber(second, 1, 2) && p.Has(second + 1, TimeRole.Month) && p.NumberAt(second) > day && IsDayOfMonth(p.Word(second + 1)!.Index, day))
            {
                MonthDate(p, second + 1, ref r, day);
                return r.Kind == ReadingKind.None ? -1 : i;
            }
        }

        return -1;
    }

    /// <summary>A month with its year or “dernier”, “prochain”, and with the day read before it.</summary>
    private static int MonthDate(TimePieces p, int at, ref TimeReading r, int day = 0)
    {
        var word = p.Word(at)!;
        var i = at + 1;
        if (word.Key is "janv" or "févr" or "fév" or "avr" or "juil" or "sept" or "oct" or "nov" or "déc" && p.Glued(i) && p.IsMark(i, '.')) i++;
        r.Kind = ReadingKind.Yearless;
        r.Month = word.Index;
        r.Day = day;
        if (p.IsNumber(i, 4, 4) && p.NumberAt(i) is >= 1000 and <= 2200)
        {
            r.Kind = ReadingKind.Absolute;
            r.Year = p.NumberAt(i);
            return i + 1;
        }

        if (p.Has(i, TimeRole.Last | TimeRole.Next))
        {
            r.Direction = p.Has(i, TimeRole.Last) ? Direction.Last : Direction.Next;
            return i + 1;
        }

        if (p.Has(i, TimeRole.Following | TimeRole.Previous))
        {
            r.Direction = p.Has(i, TimeRole.Previous) ? Direction.Last : Direction.Next;
            r.From = ShiftFrom.Preceding;
            return i + 1;
        }

        // Without a day or a year, “mars” the planet, “Avril” the name and “oct” are no months.
        if (day == 0)
        {
            var led = p.Has(at - 1, TimeRole.Preposition | TimeRole.Part) || p.IsApostrophe(at - 1) || (p.IsDash(at - 1) && p.Is(at - 2, "mi")) || p.Is(at - 1, "et", "ou");
            if (word.Key.Length <= 4 && word.Key is not ("mars" or "mai" or "juin" or "août")) return -1;
            if (!led || (p.IsCapital(at) && at > 1)) return -1;
            if (word.Key == "mars" && p.Is(at - 1, "sur", "planète")) return -1;
        }

        return PartOfDayAfter(p, i, ref r);
    }

    private int Weekday(TimePieces p, int at, ref TimeReading r)
    {
        var word = p.Word(at)!;
        if (p.IsCapital(at) && at > 0 && p.IsWord(at + 1) && p.IsCapital(at + 1)) return -1;
        if (word.Is(TimeRole.Plural))
        {
            r.Kind = ReadingKind.Set;
            r.Value = $"XXXX-WXX-{word.Index}";
            return at + 1;
        }

        r.Kind = ReadingKind.Weekday;
        r.Weekday = word.Index;
        var i = at + 1;
        if (p.IsNumber(i, 1, 2))
        {
            var date = new TimeReading { First = r.First };
            var end = DayMonth(p, i, ref date);
            if (end > 0)
            {
                date.Weekday = date.Kind == ReadingKind.Yearless && date.Direction == Direction.None ? r.Weekday : 0;
                r = date;
                return end;
            }
        }

        if (p.Has(i, TimeRole.Last | TimeRole.Next))
        {
            r.Direction = p.Has(i, TimeRole.Last) ? Direction.Last : Direction.Next;
            return i + 1;
        }

        if (p.Has(i, TimeRole.Following | TimeRole.Previous))
        {
            r.From = ShiftFrom.Preceding;
            return i + 1;
        }

        return PartOfDayAfter(p, i, ref r);
    }

    private static int PartOfDayAfter(TimePieces p, int at, ref TimeReading r)
    {
        if (p.Is(at, "après") && p.IsDash(at + 1) && p.Is(at + 2, "midi"))
        {
            r.PartOfDay = 3;
            return at + 3;
        }

        if (p.Is(at, "matin", "soir") || p.Is(at, "midi"))
        {
            r.PartOfDay = p.Word(at)!.Index;
            return at + 1;
        }

        return at;
    }

    private static int Holiday(TimePieces p, int at, ref TimeReading r)
    {
        if (!p.IsCapital(at) || (p.IsCapital(at - 1) && p.IsWord(at - 1))) return -1;
        r.Kind = ReadingKind.Holiday;
        r.Holiday = p.Word(at)!.Index;
        var i = at + 1;
        if (p.IsNumber(i, 4, 4) && p.NumberAt(i) is > 1500 and < 2200) r.Year = p.NumberAt(i++);
        else if (p.Has(i, TimeRole.Last | TimeRole.Next)) r.Direction = p.Has(i++, TimeRole.Last) ? Direction.Last : Direction.Next;
        return i;
    }

    private static int Season(TimePieces p, int at, ref TimeReading r)
    {
        var word = p.Word(at)!;
        var i = at + 1;
        r.Kind = ReadingKind.Yearless;
        r.Month = word.Index;
        var led = p.IsApostrophe(at - 1) || p.Is(at - 1, "en", "au") || p.Is(at - 1, "cet", "le") || p.Is(at - 1, "du", "ce") || p.Has(at - 1, TimeRole.Part) || p.IsDash(at - 1);
        if (!led || (p.IsApostrophe(at - 1) && !(p.Is(at - 2, "l", "d"))) || p.Is(at - 1, "d")) return -1;
        // “n’a jamais été” has no article; “l’été” has.
        if (p.IsCapital(at) && word.Key == "printemps" && p.Is(i, "arabe")) return -1;
        if (p.IsNumber(i, 4, 4) && p.NumberAt(i) is >= 1500 and <= 2200)
        {
            r.Kind = ReadingKind.Absolute;
            r.Year = p.NumberAt(i);
            return i + 1;
        }

        if (p.Has(i, TimeRole.Last | TimeRole.Next))
        {
            r.Direction = p.Has(i, TimeRole.Last) ? Direction.Last : Direction.Next;
            return i + 1;
        }

        if (p.Has(i, TimeRole.Following | TimeRole.Previous))
        {
            r.Direction = p.Has(i, TimeRole.Previous) ? Direction.Last : Direction.Next;
            r.From = ShiftFrom.Preceding;
            return i + 1;
        }

        return p.Is(i, "arabe") ? -1 : i;
    }

    /// <summary>“premier trimestre 2015”, “second semestre”, “premier mai”.</summary>
    private static int Ordinal(TimePieces p, int at, ref TimeReading r)
    {
        var number = p.Is(at, "second", "seconde") ? 2 : p.Word(at)!.Number;
        var i = at + 1;
        var month = p.Is(i, "trimestre") && number is >= 1 and <= 4 ? 32 + number : p.Is(i, "semestre") && number is 1 or 2 ? 39 + number : 0;
        if (month == 0)
        {
            return number == 1 && p.Is(at, "premier") && p.Has(i, TimeRole.Month) ? MonthDate(p, i, ref r, 1) : -1;
        }

        r.Kind = ReadingKind.Yearless;
        r.Month = month;
        i++;
        if (p.Is(i, "de", "d")) i++;
        if (p.IsApostrophe(i)) i++;
        if (p.Is(i, "l")) i += 2;
        if (p.Is(i, "année", "exercice")) i++;
        if (p.IsNumber(i, 4, 4) && p.NumberAt(i) is >= 1500 and <= 2200)
        {
            r.Kind = ReadingKind.Absolute;
            r.Year = p.NumberAt(i);
            return i + 1;
        }

        return at + 2;
    }

    /// <summary>“chaque lundi”, “tous les jours”, “tous les deux ans”, “par an”.</summary>
    private int Each(TimePieces p, int at, ref TimeReading r)
    {
        var i = at + 1;
        if (p.Is(at, "tous", "toutes"))
        {
            if (!p.Is(i, "les")) return -1;
            i++;
        }
        else if (!p.Is(at, "chaque", "par"))
        {
            return -1;
        }

        r.Kind = ReadingKind.Set;
        if (p.Has(i, TimeRole.Weekday) && !p.Is(at, "par"))
        {
            r.Value = $"XXXX-WXX-{p.Word(i)!.Index}";
            return i + 1;
        }

        var amountEnd = p.Is(at, "par") ? -1 : Amount(p, i, out var amount);
        if (amountEnd > 0 && p.Has(amountEnd, TimeRole.Unit))
        {
            Amount(p, i, out amount);
            r.Value = Duration(p.Word(amountEnd)!.Unit, amount, false);
            return amountEnd + 1;
        }

        if (!p.Has(i, TimeRole.Unit)) return -1;
        r.Value = Duration(p.Word(i)!.Unit, 1, false);
        return i + 1;
    }

    /// <summary>“14h30”, “14 h”, “20 heures”, “14:30”, with “du matin”, “GMT”, or the day that follows.</summary>
    private int ClockThenPart(TimePieces p, int at, ref TimeReading r)
    {
        var end = Clock(p, at, ref r);
        if (end < 0) return -1;
        r.Kind = ReadingKind.ClockOnly;
        if (p.Is(end, "du", "de") && p.Has(end + 1, TimeRole.PartOfDay | TimeRole.Article))
        {
            if (p.Is(end + 1, "soir") || (p.Is(end + 1, "l") && p.Is(end + 3, "après")))
            {
                if (r.Minutes < 720) r.Minutes += 720;
                return p.Is(end + 1, "soir") ? end + 2 : end + 6;
            }

            if (p.Is(end + 1, "matin")) return end + 2;
        }

        return end;
    }

    private static int Clock(TimePieces p, int at, ref TimeReading r)
    {
        var hour = p.NumberAt(at);
        if (hour is < 0 or > 24 || !p.IsNumber(at, 1, 2)) return -1;
        var end = ColonClock(p, at, ref r);
        if (end < 0)
        {
            if (p.Is(at + 1, "h"))
            {
                r.Minutes = 60 * hour;
                end = at + 2;
                if (p.IsNumber(end, 2, 2) && p.NumberAt(end) < 60 && hour < 24)
                {
                    r.Minutes += p.NumberAt(end);
                    end++;
                }
            }
            else if (p.Is(at + 1, "heures", "heure") && (p.Is(at - 1, "à", "vers") || p.Is(at - 1, "dès", "avant")))
            {
                r.Minutes = 60 * hour;
                end = at + 2;
                if (p.IsNumber(end, 2, 2) && p.NumberAt(end) < 60 && hour < 24)
                {
                    r.Minutes += p.NumberAt(end);
                    end++;
                }
            }
            else
            {
                return -1;
            }
        }

        if (p.Is(end, "gmt", "utc") || (p.Is(end, "tu") && p.IsCapital(end)))
        {
            r.Zone = 0;
            return end + 1;
        }

        return end;
    }

    private static int ClockAfter(TimePieces p, int at, ref TimeReading r)
    {
        if (r.HasClock || r.Kind is not (ReadingKind.Absolute or ReadingKind.Yearless or ReadingKind.Weekday or ReadingKind.Shift or ReadingKind.Containing)) return at;
        if (r.Day == 0 && r.Kind is not ReadingKind.Weekday && r.Unit != CalendarUnit.Day) return at;
        var i = p.IsMark(at, ',') ? at + 1 : at;
        if (!p.Is(i, "à", "vers")) return at;
        var clock = new TimeReading();
        if (p.IsNumber(i + 1, 1, 2) && Clock(p, i + 1, ref clock) is > 0 and var end)
        {
            (r.Minutes, r.Zone) = (clock.Minutes, clock.Zone);
            return end;
        }

        if (p.Is(i + 1, "midi", "minuit"))
        {
            r.Minutes = p.Is(i + 1, "midi") ? 720 : 0;
            return i + 2;
        }

        return at;
    }

    /// <summary>“nuit de mardi à mercredi”, “matinée du 3 mai”; alone after “dans la”, “en”.</summary>
    private int PartOfDay(TimePieces p, int at, ref TimeReading r)
    {
        var word = p.Word(at)!;
        if (word.Key == "après")
        {
            if (!(p.IsDash(at + 1) && p.Is(at + 2, "midi"))) return -1;
        }

        var i = word.Key == "après" ? at + 3 : at + 1;
        if (p.Is(i, "de", "du") || p.Is(i, "d"))
        {
            var day = new TimeReading { First = r.First };
            var j = i + 1;
            if (p.IsApostrophe(j)) j++;
            var end = Core(p, j, ref day);
            if (end > 0 && !day.HasClock && (day.Day > 0 || day.Kind == ReadingKind.Weekday || (day.Kind == ReadingKind.Shift && day.Unit == CalendarUnit.Day)))
            {
                r = day;
                r.PartOfDay = word.Index;
                if (word.Key == "nuit" && p.Is(end, "à", "au") && p.Has(end + 1, TimeRole.Weekday)) return end + 2;
                return end;
            }
        }

        r.Kind = ReadingKind.ClockOnly;
        if (word.Key == "minuit") r.Minutes = 0;
        else r.PartOfDay = word.Index;
        if (word.Key == "minuit") return p.Is(at - 1, "à", "vers") ? i : -1;
        if (word.Key == "midi") return p.Is(at - 1, "à", "vers") ? i : -1;
        return (p.Is(at - 1, "la", "l") && p.Is(at - 2, "dans")) || (p.IsApostrophe(at - 1) && p.Is(at - 3, "dans")) || (p.Is(at - 1, "la") && p.Is(at - 2, "pendant")) ? i : -1;
    }

    /// <summary>An amount with its unit: a duration, or a shift where “plus tard”, “auparavant” or the like follows.</summary>
    private int Counted(TimePieces p, int at, ref TimeReading r)
    {
        var i = Quantity(p, at, out var amount, out var unknown);
        if (i < 0) return -1;
        if (p.Is(i, "de", "d") && i > at && p.Word(i - 1) is { Number: >= 10 } dozen && dozen.Key.EndsWith("aine", StringComparison.Ordinal))
        {
            r.Approximate = true;
            i++;
            if (p.IsApostrophe(i)) i++;
        }
        else if (p.Is(i, "à", "ou") && Amount(p, i + 1, out _) is > 0 and var upper && p.Has(upper, TimeRole.Unit))
        {
            i = upper;
        }

        while (p.Has(i, TimeRole.Filler)) i++;
        if (!p.Has(i, TimeRole.Unit) || p.Is(i, "h", "min") || p.Is(i, "exercice", "journée") || p.Is(i, "seconde")) return -1;
        if (unknown && !p.Has(i, TimeRole.Plural) && !p.Is(i, "mois")) return -1;
        var unit = p.Word(i)!.Unit;
        if (unit is CalendarUnit.Quarter or CalendarUnit.Half && amount <= 1) return -1;
        if (unit == CalendarUnit.Hour && p.Is(at - 1, "à", "vers")) return -1;
        var end = i + 1;
        // “une année” as a subject and “un jour” are not lengths; “un an”, “une semaine”, “un mois” are.
        if (amount == 1 && unit == CalendarUnit.Day && !p.Is(end, "plus", "après") && !p.Is(end, "auparavant")) return -1;
        if (p.Is(end, "et") && p.Is(end + 1, "demi", "demie"))
        {
            amount += 0.5;
            end += 2;
        }

        r.Kind = ReadingKind.Duration;
        r.Unit = unit;
        r.Amount = amount;
        r.AmountUnknown = unknown;
        // Ages: “âgé de 30 ans”, “un homme de 30 ans”, “les 15-24 ans”, “30 ans” after a name.
        if (unit == CalendarUnit.Year && !p.Has(i, TimeRole.SomeAmount) && p.Is(at - 1, "de", "d") && p.Is(at - 2, "âgé", "âgée")) return -1;
        if (unit == CalendarUnit.Year && p.Is(at - 1, "de") && IsPerson(p, at - 2)) return -1;
        if (unit == CalendarUnit.Year && p.Is(at - 1, "de") && p.IsNumber(at, 2, 2) && p.IsWord(at - 2) && p.Word(at - 2) is null && p[Math.Min(end, p.Count - 1)].Kind == PieceKind.Mark) return -1;
        if (unit == CalendarUnit.Year && p.IsMark(at - 1, ',') && p.IsMark(end, ',') && p[at].Kind == PieceKind.Number) return -1;
        if (unit == CalendarUnit.Year && p.IsMark(at - 1, '(') && p.IsMark(end, ')')) return -1;
        if (p.Is(end, "plus") && p.Is(end + 1, "tard", "tôt"))
        {
            r.Kind = ReadingKind.Shift;
            r.From = ShiftFrom.Either;
            if (p.Is(end + 1, "tôt")) r.Amount = -r.Amount;
            return end + 2;
        }

        if (p.Is(end, "auparavant") || (p.Is(end, "avant") && (end + 1 >= p.Count || p[end + 1].Kind == PieceKind.Mark)))
        {
            r.Kind = ReadingKind.Shift;
            r.From = ShiftFrom.Either;
            r.Amount = -r.Amount;
            return end + 1;
        }

        if (p.Is(end, "après") && (end + 1 >= p.Count || p[end + 1].Kind == PieceKind.Mark))
        {
            r.Kind = ReadingKind.Shift;
            r.From = ShiftFrom.Either;
            return end + 1;
        }

        return end;
    }

    private static bool IsPerson(TimePieces p, int at)
    {
        if (!p.IsWord(at)) return false;
        return p.Chars(at) is "homme" or "femme" or "garçon" or "fille" or "fillette" or "enfant" or "jeune" or "hommes" or "femmes" or "enfants" or "adolescent" or "adolescente" or "militant" or "soldat" or "fils";
    }

    private int Quantity(TimePieces p, int at, out double amount, out bool unknown)
    {
        amount = 0;
        unknown = false;
        if (p.Has(at, TimeRole.SomeAmount))
        {
            unknown = true;
            return at + 1;
        }

        if (p.Is(at, "une") && p.Word(at + 1) is { Number: >= 10 } dozen && dozen.Key.EndsWith("aine", StringComparison.Ordinal))
        {
            amount = dozen.Number;
            return at + 2;
        }

        if (p.Is(at, "demi", "demie")) return -1;
        return Amount(p, at, out amount);
    }

    private static int Year(TimePieces p, int at, ref TimeReading r)
    {
        if (!p.IsNumber(at, 4, 4)) return -1;
        var value = p.NumberAt(at);
        if (value is < 1000 or > LastPlainYear) return -1;
        if (!StandsAlone(p, at) || IsNumbered(p, at)) return -1;
        if (p.Glued(at + 1) && (p.IsWord(at + 1) || (p.IsMark(at + 1, ',') && p.Glued(at + 2)) || p.IsMark(at + 1, '%') || (p.IsMark(at + 1, '.') && p.Glued(at + 2) && p.IsNumber(at + 2, 1, 9)))) return -1;
        if (p.Has(at + 1, TimeRole.Unit) || p.IsMark(at + 1, '%') || p.IsMark(at + 1, '€')) return -1;
        var prepositioned = p.Is(at - 1, "en", "depuis") || p.Is(at - 1, "dès", "entre") || p.Is(at - 1, "avant", "après") || p.Is(at - 1, "fin", "début") || p.Is(at - 1, "vers", "courant")
            || (p.IsDash(at - 1) && p.Is(at - 2, "mi"));
        var ranged = (p.IsDash(at - 1) || p.Is(at - 1, "et", "à")) && p.IsNumber(at - 2, 4, 4);
        var ranging = (p.IsDash(at + 1) || p.Is(at + 1, "et", "à")) && p.IsNumber(at + 2, 4, 4);
        if (prepositioned || ranged)
        {
            r.Kind = ReadingKind.Absolute;
            r.Year = value;
            return at + 1;
        }

        if (value is < FirstPlainYear) return -1;
        var bracketed = p.IsMark(at - 1, '(') && (p.IsMark(at + 1, ')') || p.IsDash(at + 1) || p.IsMark(at + 1, ','));
        var of = p.Is(at - 1, "de", "d");
        // “2000 soldats”: a plural right after makes it a number.
        if (!bracketed && !ranging && p.IsWord(at + 1) && !p.IsCapital(at + 1) && p.Word(at + 1) is null && p[at + 1].Length > 3 && p.Text[p[at + 1].End - 1] is 's' or 'x' && !of) return -1;
        if (value % 100 == 0 && !bracketed && !of) return -1;
        if (at == 0 && p.IsWord(at + 1)) return -1;
        r.Kind = ReadingKind.Absolute;
        r.Year = value;
        return at + 1;
    }

    protected override int Amount(TimePieces p, int at, out double amount)
    {
        amount = 0;
        if ((uint)at >= (uint)p.Count) return -1;
        if (p[at].Kind == PieceKind.Number) return Figures(p, at, out amount, '.', ',');
        if (!p.Has(at, TimeRole.Number) || p.Word(at)!.Key.EndsWith("aine", StringComparison.Ordinal)) return -1;
        amount = p.Word(at)!.Number;
        var i = at + 1;
        for (var words = 0; words < 8; words++)
        {
            var j = p.IsDash(i) ? i + 1 : i;
            if (p.Is(j, "et") && p.Is(j + 1, "un", "une")) j++;
            if (!p.Has(j, TimeRole.Number) || p.Word(j)!.Key.EndsWith("aine", StringComparison.Ordinal)) break;
            var number = p.Word(j)!.Number;
            if (number is 100 or 1000) amount *= number;
            else if (amount == 4 && number == 20) amount = 80;
            else if (amount % 100 is 0 or 20 or 30 or 40 or 50 or 60 or 80 or 10) amount += number;
            else break;
            i = j + 1;
        }

        return i;
    }
}
