namespace Dateline.Chronology.Extraction.Acts;

/// <summary>What a word does to the factuality of what hangs on it.</summary>
internal enum ActCueEffect : byte
{
    /// <summary>It has come about: “managed to”, “began”.</summary>
    Fact,

    /// <summary>It has not: “failed to”, “prevented”.</summary>
    Negative,

    /// <summary>Somebody intends it.</summary>
    Plan,

    /// <summary>Somebody has decided it: a plan, but one that is out.</summary>
    Decide,

    /// <summary>Somebody binds himself to it: “vowed to”.</summary>
    Pledge,

    /// <summary>Somebody threatens it.</summary>
    Threat,

    /// <summary>Somebody asks for it.</summary>
    Demand,

    /// <summary>Somebody says that it will come.</summary>
    Predict,

    /// <summary>It is only thought of.</summary>
    Suppose,

    /// <summary>Somebody says that it is not so.</summary>
    Deny,

    /// <summary>Said without warrant: “alleged”.</summary>
    Allege,

    /// <summary>Tried, outcome not said.</summary>
    Attempt,
}

/// <summary>A word that changes the factuality of what hangs on it.</summary>
/// <param name="Lemma">The word.</param>
/// <param name="Effect">What it does.</param>
/// <param name="KeepsSubject">Whether the subject, not the object, is the doer of an infinitive under it (“promised him to come”).</param>
internal sealed record ActCue(string Lemma, ActCueEffect Effect, bool KeepsSubject);
