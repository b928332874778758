namespace Dateline.Chronology.Reviews;

/// <summary>What a person decides.</summary>
public enum ReviewAct
{
    /// <summary>The telling is read right; it is shown whatever its score.</summary>
    Accept,

    /// <summary>The telling is read wrong; it is not shown and counts for no event.</summary>
    Reject,

    /// <summary>One field of the telling is another, by the words chosen.</summary>
    Correct,

    /// <summary>A remark; nothing follows from it.</summary>
    Note,

    /// <summary>Two events are one.</summary>
    Merge,

    /// <summary>A telling is of another happening than those it was gathered with.</summary>
    Split,

    /// <summary>Two events are never to be gathered into one.</summary>
    Apart,

    /// <summary>An article is withdrawn; a tombstone stands in its place.</summary>
    Withdraw,

    /// <summary>What became of a prediction.</summary>
    Outcome,

    /// <summary>An earlier decision is taken back.</summary>
    Undo,
}

/// <summary>A field of a telling that a person can correct.</summary>
public enum ReviewField
{
    /// <summary>PLOVER event.</summary>
    Kind,

    /// <summary>Who does it.</summary>
    Actor,

    /// <summary>To whom it is done.</summary>
    Recipient,

    /// <summary>Where.</summary>
    Place,

    /// <summary>When.</summary>
    Time,

    /// <summary>How many.</summary>
    Number,
}
