namespace Dateline.Chronology.Gathering;

/// <summary>Why two tellings were taken for one happening, or for two.</summary>
[Flags]
public enum LikenessReasons
{
    /// <summary>Nothing speaks for or against.</summary>
    None = 0,

    /// <summary>The same PLOVER event.</summary>
    SameKind = 1 << 0,

    /// <summary>The same mode or fine CAMEO code.</summary>
    SameMode = 1 << 1,

    /// <summary>The same word, or one of its stem, names the act.</summary>
    SameWord = 1 << 2,

    /// <summary>An actor in common.</summary>
    SameActor = 1 << 3,

    /// <summary>A recipient in common.</summary>
    SameRecipient = 1 << 4,

    /// <summary>The same place.</summary>
    SamePlace = 1 << 5,

    /// <summary>One place lies in the other.</summary>
    PlaceWithin = 1 << 6,

    /// <summary>The same day.</summary>
    SameDay = 1 << 7,

    /// <summary>Days that may be the same.</summary>
    TimesOverlap = 1 << 8,

    /// <summary>The same number of the same thing.</summary>
    SameNumber = 1 << 9,

    /// <summary>The sentences share rare words.</summary>
    SameContext = 1 << 10,

    /// <summary>Other actors.</summary>
    OtherActor = 1 << 11,

    /// <summary>Other recipients.</summary>
    OtherRecipient = 1 << 12,

    /// <summary>Days that are one apart: near enough for a dispute, not for agreement.</summary>
    NextDay = 1 << 13,

    /// <summary>One is told as done, the other as planned or feared.</summary>
    OtherStanding = 1 << 14,

    /// <summary>At least one is undated, and they were told weeks or months apart.</summary>
    ToldApart = 1 << 17,

    /// <summary>The documents write about one matter.</summary>
    SameStory = 1 << 18,

    /// <summary>Alike in kind, but nothing says that it is the same one of its kind.</summary>
    Unidentified = 1 << 19,

    /// <summary>Days that cannot be the same: two happenings.</summary>
    TimesApart = 1 << 15,

    /// <summary>Places that cannot be the same: two happenings.</summary>
    PlacesApart = 1 << 16,
}

/// <summary>How alike two tellings are.</summary>
/// <param name="Points">Sum of the points for and against; see <see cref="Gatherer.Threshold"/>.</param>
/// <param name="Reasons">What was counted.</param>
public readonly record struct Likeness(double Points, LikenessReasons Reasons)
{
    /// <summary>Whether the two may be one happening.</summary>
    public bool IsAlike => !IsExcluded && Points >= Gatherer.Threshold;

    /// <summary>Whether something makes one happening impossible.</summary>
    public bool IsExcluded => (Reasons & (LikenessReasons.TimesApart | LikenessReasons.PlacesApart)) != LikenessReasons.None;
}
