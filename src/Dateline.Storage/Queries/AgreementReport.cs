using Dateline.Chronology.Reviews;

namespace Dateline.Storage;

/// <summary>How far coders agree who decided on the same tellings without sight of each other.</summary>
/// <param name="Coders">Who decided, with how many tellings each; those with the most first.</param>
/// <param name="One">The first of the two coders that are compared by pairs; null while there are not two.</param>
/// <param name="Other">The second.</param>
/// <param name="Fields">Field by field: the verdict first, then the fields that a person can correct.</param>
/// <param name="Overall">All fields together; the same value of two fields counts as two.</param>
/// <param name="Disagreements">Where coders differ, at most <see cref="MostDisagreements"/>, in the chronology's order.</param>
/// <param name="AllDisagreements">How many there are.</param>
public sealed record AgreementReport(
    IReadOnlyList<Counted> Coders, string? One, string? Other, IReadOnlyList<FieldAgreement> Fields, FieldAgreement Overall, IReadOnlyList<Disagreement> Disagreements, int AllDisagreements)
{
    /// <summary>So many disagreements are listed.</summary>
    public const int MostDisagreements = 200;
}

/// <summary>Agreement on one field.</summary>
/// <param name="Field">verdict, kind, actor, recipient, place, time or number; “all” for all together.</param>
/// <param name="Alpha">Of all coders.</param>
/// <param name="Kappa">Of the two that are compared.</param>
/// <param name="Table">Their pairs of values.</param>
public sealed record FieldAgreement(string Field, KrippendorffAlpha Alpha, CohenKappa Kappa, ConfusionTable Table);

/// <summary>A field of a telling on which coders differ.</summary>
/// <param name="Field">As in <see cref="FieldAgreement"/>.</param>
/// <param name="Line">The telling.</param>
/// <param name="Values">Who said what, coders in alphabetical order.</param>
public sealed record Disagreement(string Field, ChronologyLine Line, IReadOnlyList<Rating> Values);
