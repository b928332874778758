namespace Dateline.Storage;

/// <summary>Every reason why a decision is refused: what is wrong; what to do.</summary>
internal static class DecisionFaults
{
    public static DecisionFault NoCoder { get; } = new("coder", "A decision is signed; write a name of at most 100 characters.");

    public static DecisionFault NoTelling { get; } = new("about", "There is no telling of this id in the store; open the event again and decide there.");

    public static DecisionFault NoOther { get; } = new("other", "There is no other event of this id in the store; copy the id or address from its page.");

    public static DecisionFault SameEvent { get; } = new("other", "Both are one event already; nothing to do.");

    public static DecisionFault DifferentEvents { get; } = new("act", "This telling stands alone; there is nothing to split it from.");

    public static DecisionFault NoField { get; } = new("field", "Say which field is corrected: kind, actor, recipient, place, time or number.");

    public static DecisionFault NotInText { get; } = new("words", "These words do not stand in the article; copy them from it, character for character.");

    public static DecisionFault BadKind { get; } = new("value", "This is none of PLOVER’s sixteen events; choose one.");

    public static DecisionFault BadDate { get; } = new("value", "This is no EDTF date; write 2025-11-16, 2025-11, 2025 or 2025-11-03/2025-11-10, with ~ for about.");

    public static DecisionFault BadNumber { get; } = new("value", "This is no number; write digits, such as 160000, and choose the words in the text.");

    public static DecisionFault BadCode { get; } = new("value", "This is no actor code; write three capitals and a sector, such as MLI GOV.");

    public static DecisionFault NoNote { get; } = new("note", "The remark is empty; write something.");

    public static DecisionFault TooLong(string part, int most) => new(part, $"This is longer than {most} characters; shorten it.");

    public static DecisionFault NoPrediction { get; } = new("about", "There is no prediction of this id that can be checked; look at /predictions.");

    public static DecisionFault BadOutcome { get; } = new("value", "An outcome is cameTrue, failed or unresolvable; choose one.");

    public static DecisionFault NoReview { get; } = new("about", "There is no decision of this id; look at /reviews.");

    public static DecisionFault NotInForce { get; } = new("about", "This decision is taken back already; nothing to do.");

    public static DecisionFault NothingToUndo { get; } = new("about", "You have no decision in force; nothing to do.");
}
