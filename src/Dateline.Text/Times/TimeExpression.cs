namespace Dateline.Text.Times;

/// <summary>The four types of TIMEX3.</summary>
public enum TimeType : byte
{
    /// <summary>A calendar time: “15 November”, “last July”.</summary>
    Date,

    /// <summary>A time of the day.</summary>
    Time,

    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>A recurring time.</summary>
    Set,
}

/// <summary>What a time expression is counted from.</summary>
public enum TimeAnchor : byte
{
    /// <summary>Nothing: the words say it all.</summary>
    None,

    /// <summary>The document's own time.</summary>
    Document,

    /// <summary>A time expression before it.</summary>
    Preceding,
}

/// <summary>Words that tell a time.</summary>
/// <param name="Span">The words.</param>
/// <param name="Type">TIMEX3 type.</param>
/// <param name="Edtf">The time in EDTF (ISO 8601-2), or an ISO 8601 duration for <see cref="TimeType.Duration"/>; null when it cannot be resolved.</param>
/// <param name="Anchor">What it was counted from.</param>
/// <param name="Bounds">First and last day that it can mean; null when unresolved or not a calendar time.</param>
public sealed record TimeExpression(TextSpan Span, TimeType Type, string? Edtf, TimeAnchor Anchor, TimeBounds? Bounds)
{
    /// <summary>
    /// The EDTF interval that a preposition or a second expression makes of it, such as <c>2024-07/..</c> for “since July” or
    /// <c>2024-05-03/2024-05-05</c> for both dates of “from 3 to 5 May”; null where there is none. It is what an event at this
    /// time lasted, while <see cref="Edtf"/> is what the words themselves name.
    /// </summary>
    public string? Stretch { get; init; }
}
