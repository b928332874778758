namespace Dateline.Text.Times;

/// <summary>What the words of a time expression say, before anything is known of what it is counted from.</summary>
internal enum ReadingKind : byte
{
    None,

    /// <summary>A date with its year.</summary>
    Absolute,

    /// <summary>A month, day of a month, season or quarter whose year is not said.</summary>
    Yearless,

    /// <summary>A number that is a day of a month told before or after.</summary>
    DayOfMonth,

    Weekday,

    /// <summary>So many units away from something.</summary>
    Shift,

    /// <summary>The unit that something lies in: “that day”, “the end of the month”.</summary>
    Containing,

    /// <summary>A time of day on a day that is not said.</summary>
    ClockOnly,

    /// <summary>A stretch around the document's time: “in recent weeks”.</summary>
    Recent,

    Duration,
    Set,
    Holiday,

    /// <summary>“now”, “recently”: a time, not a date.</summary>
    Vague,
}

/// <summary>Which of several dates is meant.</summary>
internal enum Direction : byte
{
    None,
    Last,
    This,
    Next,
}

/// <summary>What a shift counts from.</summary>
internal enum ShiftFrom : byte
{
    /// <summary>The document's time (“ago”).</summary>
    Document,

    /// <summary>A time told before (“later”).</summary>
    Preceding,

    /// <summary>A time told before, or the document's.</summary>
    Either,
}

/// <summary>Which part of a time is meant.</summary>
internal enum TimePart : byte
{
    None,
    Start,
    Middle,
    End,

    /// <summary>“earlier this year”: up to the document's time.</summary>
    Before,

    /// <summary>“later this year”: from the document's time on.</summary>
    After,
}

/// <summary>A time expression as read from its words.</summary>
internal struct TimeReading
{
    public const int NoYear = int.MinValue;

    public TimeReading()
    {
    }

    public ReadingKind Kind;

    /// <summary>First piece and the piece after the last.</summary>
    public int First;
    public int End;

    public int Year = NoYear;
    public int UnspecifiedDigits;

    /// <summary>0 none, 1–12, or a season, quarter or half of the year as in EDTF.</summary>
    public int Month;
    public int Day;
    public int Weekday;
    public Direction Direction;
    public CalendarUnit Unit;

    /// <summary>Units away, negative for the past; of a duration its length.</summary>
    public double Amount;
    public bool AmountUnknown;
    public ShiftFrom From;
    public TimePart Part;
    public bool Approximate;
    public int PartOfDay;
    public int Minutes = -1;
    public bool HourOnly;

    /// <summary>Minutes east of Greenwich, or null.</summary>
    public int? Zone;

    /// <summary>Of a set, or of a duration with two units: the written value.</summary>
    public string? Value;
    public bool IsSet;

    /// <summary>Of a shift by units: whether it says “ago”, “earlier”, rather than “last”.</summary>
    public bool IsAgo;

    /// <summary>Number of the holiday.</summary>
    public int Holiday;

    public readonly bool HasClock => Minutes >= 0 || PartOfDay != 0;
}
