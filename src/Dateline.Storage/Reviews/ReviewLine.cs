using Dateline.Chronology.Reviews;

namespace Dateline.Storage;

/// <summary>A decision as the log has it.</summary>
/// <param name="Number">Its place in the log, from 1.</param>
/// <param name="Key">Its public id.</param>
/// <param name="Act">What was decided.</param>
/// <param name="Coder">Who signed.</param>
/// <param name="IsBlind">Whether it was given without sight of others' decisions.</param>
/// <param name="Field">Correct: which field.</param>
/// <param name="Value">The value given.</param>
/// <param name="Words">The words chosen, read from the text.</param>
/// <param name="Note">The remark.</param>
/// <param name="Undoes">Key of the decision that it takes back.</param>
/// <param name="IsInForce">Whether it holds: nothing in force takes it back.</param>
/// <param name="Tellings">On which words it falls.</param>
/// <param name="RecordedAt">When.</param>
public sealed record ReviewLine(
    long Number, string Key, ReviewAct Act, string Coder, bool IsBlind, ReviewField? Field, string? Value, Words? Words, string? Note, string? Undoes, bool IsInForce,
    IReadOnlyList<ReviewTelling> Tellings, DateTimeOffset RecordedAt);

/// <summary>A telling on which a decision falls.</summary>
/// <param name="Anchor">Its words in the text that was decided on.</param>
/// <param name="IsOther">Whether it is what the first is joined with or parted from, or the evidence of an outcome.</param>
/// <param name="Text">The words, read from that text.</param>
public sealed record ReviewTelling(DecisionAnchor Anchor, bool IsOther, string Text);

/// <summary>A decision that cannot be made, with what to do.</summary>
/// <param name="Part">Which part of the decision: act, coder, about, other, field, value, words, note.</param>
/// <param name="Reason">What is wrong; what to do.</param>
public sealed record DecisionFault(string Part, string Reason);

/// <summary>What became of a wish to decide.</summary>
/// <param name="Review">The decision, new or the same one that was in force already; null when it was refused.</param>
/// <param name="Fault">Why it was refused; null when it was not.</param>
public sealed record DecisionResult(ReviewLine? Review, DecisionFault? Fault);
