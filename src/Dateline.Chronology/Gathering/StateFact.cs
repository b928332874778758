using Dateline.Text.Times;

namespace Dateline.Chronology.Gathering;

/// <summary>What holds between two over a stretch of time.</summary>
public enum StateRelation
{
    /// <summary>The subject belongs to the object.</summary>
    Member,

    /// <summary>The object has suspended the subject.</summary>
    Suspended,

    /// <summary>The object keeps sanctions on the subject.</summary>
    Sanctioned,

    /// <summary>The subject holds the object, a place.</summary>
    Controls,
}

/// <summary>How well an end of a state's time is known.</summary>
public enum StateEndKind
{
    /// <summary>The texts give it.</summary>
    Known,

    /// <summary>It was, but the texts do not say when; or nothing was told of it.</summary>
    Unknown,
}

/// <summary>What a text, or nobody, says of a state on a day.</summary>
public enum StateAnswer
{
    /// <summary>It held.</summary>
    Held,

    /// <summary>It did not hold.</summary>
    DidNotHold,

    /// <summary>Nobody has said. What began and was never told to end is not for that reason taken to go on.</summary>
    Unknown,
}

/// <summary>
/// Something that held from an opening to a closing: a membership, a suspension, sanctions, control of a place.
/// </summary>
/// <remarks>Made from events alone; each end points at the tellings that say so. Never says “still”: no end told is no end known.</remarks>
/// <param name="Subject">Of whom it holds.</param>
/// <param name="Relation">What holds.</param>
/// <param name="Object">Towards whom.</param>
/// <param name="Start">Days on which it may have begun; null when not told.</param>
/// <param name="End">Days on which it may have ended; null when not told.</param>
/// <param name="Openings">Events that began it.</param>
/// <param name="Closings">Events that ended it.</param>
public sealed record StateFact(
    TellingParty Subject, StateRelation Relation, TellingParty Object, TimeBounds? Start, TimeBounds? End, IReadOnlyList<Event> Openings, IReadOnlyList<Event> Closings)
{
    /// <summary>How well the beginning is known.</summary>
    public StateEndKind StartKind => Start is { First: not null, Last: not null } ? StateEndKind.Known : StateEndKind.Unknown;

    /// <summary>How well the end is known.</summary>
    public StateEndKind EndKind => End is { First: not null, Last: not null } ? StateEndKind.Known : StateEndKind.Unknown;

    /// <summary>Whether it held on <paramref name="day"/>, all of it.</summary>
    public StateAnswer On(DateOnly day)
    {
        // Before the earliest day on which it may have begun, and after the latest on which it may have ended, it did not hold.
        if (Start?.First is { } earliest && day < earliest) return StateAnswer.DidNotHold;
        if (End?.Last is { } latest && day > latest) return StateAnswer.DidNotHold;
        return Start?.Last is { } begun && day >= begun && End?.First is { } ended && day < ended ? StateAnswer.Held : StateAnswer.Unknown;
    }
}
