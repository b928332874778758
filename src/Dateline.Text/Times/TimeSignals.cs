namespace Dateline.Text.Times;

/// <summary>Reads the prepositions before a time and makes the stretch that they tell.</summary>
internal static class TimeSignals
{
    /// <summary>The signal before the expression at piece <paramref name="first"/>; <paramref name="previous"/> is where the expression before it ended, or -1.</summary>
    public static TimeSignal Before(TimePieces p, int first, int previous, in TimeReading reading, bool french)
    {
        if (reading.Kind is ReadingKind.Duration or ReadingKind.Set or ReadingKind.Vague or ReadingKind.Recent) return TimeSignal.None;
        var i = first - 1;
        if (i < 0) return TimeSignal.None;
        // from 3 to 5 May; between 2012 and 2015; 2012–2015; du 3 au 5 mai; entre 2012 et 2015
        if (previous >= 0 && (previous == i || (previous == first && french)) && Opener(p, previous, french, i)) return TimeSignal.Closes;
        if (french)
        {
            if (p.Has(i, TimeRole.Article) || p.IsApostrophe(i)) i--;
            if (p.Is(i, "depuis", "dès")) return TimeSignal.Since;
            if (p.Is(i, "jusqu") || p.Is(i - 1, "jusqu") || p.Is(i - 2, "jusqu")) return TimeSignal.Until;
            if (p.Is(i, "avant")) return TimeSignal.Until;
            if (p.Is(i, "après")) return TimeSignal.After;
            return TimeSignal.None;
        }

        if (p.Is(i, "the")) i--;
        if (p.Is(i, "since")) return TimeSignal.Since;
        if (p.Is(i, "from")) return TimeSignal.From;
        if (p.Is(i, "until", "till") || p.Is(i, "by", "before")) return TimeSignal.Until;
        return p.Is(i, "after") ? TimeSignal.After : TimeSignal.None;
    }

    private static bool Opener(TimePieces p, int previous, bool french, int between)
    {
        if (p.IsDash(between)) return p.Glued(between + 1) || !p.Glued(between);
        // The opening preposition stands at most a few pieces before the first expression's end.
        var from = false;
        for (var i = previous - 1; i >= Math.Max(0, previous - 8); i--)
        {
            if (french ? p.Is(i, "entre") || p.Is(i, "de", "du") || p.Is(i, "d") : p.Is(i, "from", "between"))
            {
                from = true;
                break;
            }
        }

        return from && (french ? p.Is(between, "et", "à") || p.Is(between, "au") : p.Is(between, "to", "and") || p.Is(between, "until", "through"));
    }

    /// <summary>The interval from one expression to the other, or null where they make none.</summary>
    public static string? Between(TimeExpression first, TimeExpression last)
    {
        if (!Edtf.TryParse(first.Edtf, out var start) || !Edtf.TryParse(last.Edtf, out var end) || start.IsInterval || end.IsInterval) return null;
        var text = $"{start.Start}/{end.End}";
        return Edtf.TryParse(text, out _) ? text : null;
    }

    /// <summary>The stretch that a signal makes of an expression, or null when it makes none.</summary>
    public static string? Stretch(TimeSignal signal, TimeExpression time)
    {
        if (signal is TimeSignal.None or TimeSignal.Opens or TimeSignal.Closes || !Edtf.TryParse(time.Edtf, out var edtf) || edtf.Bounds is null) return null;
        return signal switch
        {
            TimeSignal.Since or TimeSignal.From or TimeSignal.After => Edtf.Interval(edtf.Start, null).ToString(),
            _ => Edtf.Interval(null, edtf.End).ToString(),
        };
    }
}
