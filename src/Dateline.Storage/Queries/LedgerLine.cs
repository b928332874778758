namespace Dateline.Storage;

/// <summary>What has become of a prediction in the ledger.</summary>
public enum LedgerStatus
{
    /// <summary>Its day has passed and nobody has decided.</summary>
    Due,

    /// <summary>Its day has not come, or it names none.</summary>
    Open,

    /// <summary>A person decided that it came true.</summary>
    CameTrue,

    /// <summary>A person decided that it failed.</summary>
    Failed,

    /// <summary>A person decided that nothing can show it.</summary>
    Unresolvable,

    /// <summary>It says nothing that could be checked.</summary>
    Refused,
}

/// <summary>A prediction in the ledger.</summary>
/// <param name="Prediction">The prediction with its words.</param>
/// <param name="Maker">Who foretells, in the text's words; the outlet where nobody is named.</param>
/// <param name="Status">What has become of it.</param>
/// <param name="Refusal">Why it cannot be checked; null when it can.</param>
/// <param name="Proposals">Later tellings in other articles of the same kind of act with a party or place in common: evidence that it came true, for a person to judge.</param>
/// <param name="Outcome">The decision on it; null when nobody has decided.</param>
public sealed record LedgerLine(
    PredictionLine Prediction, string? Maker, LedgerStatus Status, string? Refusal, IReadOnlyList<ChronologyLine> Proposals, ReviewLine? Outcome)
{
    /// <summary>How usual such an outcome was before; null when it names no act, or too little was told to say.</summary>
    public UsualOutcome? Usual { get; init; }

    /// <summary>The last day on which it can still come true; null when it names none.</summary>
    public DateOnly? LastDay => Text.Times.Edtf.BoundsOf(Prediction.Due)?.Last;
}
