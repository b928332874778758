using Dateline.Chronology.Events;

namespace Dateline.Chronology.Gathering;

/// <summary>Whether anything could ever show that a prediction came true or failed.</summary>
public static class Checkability
{
    /// <summary>Why a prediction is refused for the ledger; null when it can be checked.</summary>
    /// <param name="namesAct">Whether an act was read in its words.</param>
    /// <param name="due">By when, in EDTF; null when the words give no day.</param>
    /// <param name="certainty">How sure the words are.</param>
    public static string? Refusal(bool namesAct, string? due, Certainty certainty) => (namesAct, due, certainty) switch
    {
        (false, null, _) => "It names neither an act nor a day: nothing could show it wrong.",
        (_, null, Certainty.Possible or Certainty.Unknown) => "It says only that something may happen some time: nothing could show it wrong.",
        _ => null,
    };
}
