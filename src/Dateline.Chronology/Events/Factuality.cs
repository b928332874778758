namespace Dateline.Chronology.Events;

/// <summary>How sure the words are (FactBank, Saurí and Pustejovsky 2009).</summary>
public enum Certainty : byte
{
    /// <summary>CT: certain.</summary>
    Certain,

    /// <summary>PR: probable.</summary>
    Probable,

    /// <summary>PS: possible.</summary>
    Possible,

    /// <summary>U: the words commit to nothing.</summary>
    Unknown,
}

/// <summary>How an event stands to the world, according to whoever tells it.</summary>
public enum Standing : byte
{
    /// <summary>It has happened.</summary>
    Occurred,

    /// <summary>It is going on.</summary>
    Ongoing,

    /// <summary>Somebody intends or has arranged it.</summary>
    Planned,

    /// <summary>Somebody threatens it.</summary>
    Threatened,

    /// <summary>Somebody demands it.</summary>
    Demanded,

    /// <summary>Somebody says that it will come.</summary>
    Predicted,

    /// <summary>Supposed, asked, conditional, a purpose.</summary>
    Hypothetical,

    /// <summary>Somebody says that it did not happen or is not so.</summary>
    Denied,
}

/// <summary>Certainty, polarity and standing of one telling.</summary>
/// <remarks>The default value is a plain statement that something happened: certain, positive, occurred.</remarks>
/// <param name="Certainty">How sure the words are.</param>
/// <param name="IsNegative">Whether the words say that it did not happen.</param>
/// <param name="Standing">How the event stands to the world.</param>
public readonly record struct Factuality(Certainty Certainty, bool IsNegative, Standing Standing)
{
    /// <summary>Whether the teller asserts that it happened or is happening.</summary>
    public bool IsAsserted => !IsNegative && Certainty == Certainty.Certain && (Standing is Standing.Occurred or Standing.Ongoing);
}
