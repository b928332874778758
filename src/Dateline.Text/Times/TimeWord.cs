namespace Dateline.Text.Times;

/// <summary>What a word can be in a time expression. A word can be several things: “second”, “may”.</summary>
[Flags]
internal enum TimeRole : uint
{
    None = 0,
    Month = 1 << 0,
    Weekday = 1 << 1,
    Unit = 1 << 2,
    Number = 1 << 3,
    Ordinal = 1 << 4,
    Season = 1 << 5,
    PartOfDay = 1 << 6,
    Holiday = 1 << 7,

    /// <summary>A day counted from the document's: “yesterday”.</summary>
    DayShift = 1 << 8,

    /// <summary>A time without a date: “now”, “recently”.</summary>
    Vague = 1 << 9,

    /// <summary>“daily”.</summary>
    Recurring = 1 << 10,

    /// <summary>An amount that is not said: “several”.</summary>
    SomeAmount = 1 << 11,

    /// <summary>“last”.</summary>
    Last = 1 << 12,

    /// <summary>“next”.</summary>
    Next = 1 << 13,

    /// <summary>“this”.</summary>
    This = 1 << 14,

    /// <summary>“that”, “the same”.</summary>
    Same = 1 << 15,

    /// <summary>“following”.</summary>
    Following = 1 << 16,

    /// <summary>“previous”.</summary>
    Previous = 1 << 17,

    /// <summary>“recent”.</summary>
    Recent = 1 << 18,

    /// <summary>“early”, “late”, “mid”.</summary>
    Part = 1 << 19,

    /// <summary>“about”, “nearly”.</summary>
    Approximate = 1 << 20,

    /// <summary>“more than”, “at least”: the amount is only a border.</summary>
    Border = 1 << 21,

    Article = 1 << 22,

    /// <summary>“every”, “each”.</summary>
    Each = 1 << 23,

    /// <summary>A preposition of time.</summary>
    Preposition = 1 << 24,

    /// <summary>Says that the clause is about what is to come.</summary>
    FutureCue = 1 << 25,

    /// <summary>Says that the clause is about what has been.</summary>
    PastCue = 1 << 26,

    /// <summary>Stands between an amount and its unit: “consecutive”.</summary>
    Filler = 1 << 27,

    Zone = 1 << 28,

    /// <summary>Plural of a unit.</summary>
    Plural = 1 << 29,

    /// <summary>A proper beginning of an expression.</summary>
    Starter = 1 << 30,
}

/// <summary>A word of the time lexicon.</summary>
internal sealed class TimeWord(string key)
{
    /// <summary>The word in lower case.</summary>
    public string Key { get; } = key;

    public TimeRole Roles { get; set; }

    /// <summary>Month 1–12, weekday 1–7, season 21–24, part of day 1–6, holiday number, day shift or zone shift in minutes.</summary>
    public int Index { get; set; }

    /// <summary>Number or ordinal.</summary>
    public int Number { get; set; }

    public CalendarUnit Unit { get; set; }

    public bool Is(TimeRole role) => (Roles & role) != TimeRole.None;
}
