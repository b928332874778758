using Dateline.Chronology.Events;
using Dateline.Chronology.Extraction.Acts;

namespace Dateline.Chronology.Extraction;

/// <summary>What speaks for and against a record, as plain numbers.</summary>
internal readonly record struct RecordFeatures
{
    public required ActFrame Frame { get; init; }
    public required Factuality Factuality { get; init; }
    public bool HasActor { get; init; }
    public bool HasRecipient { get; init; }
    public bool IsActorNamed { get; init; }
    public bool IsRecipientNamed { get; init; }
    public bool HasPlace { get; init; }
    public bool HasInstrument { get; init; }
    public bool IsLoose { get; init; }
    public bool IsRecipientSpecific { get; init; }
    public bool IsLight { get; init; }
    public bool IsSubjectInherited { get; init; }
    public bool IsDenied { get; init; }
    public bool IsActorPronoun { get; init; }
    public bool IsContentUnknown { get; init; }
    public bool IsKept { get; init; }
    public bool IsAlleged { get; init; }
    public bool IsPresupposed { get; init; }
    public bool IsDescription { get; init; }
    public int ForeignWords { get; init; }
}

/// <summary>
/// The probability that a record is right: a logistic function of a sum of points, each of them readable.
/// </summary>
internal static class EventScorer
{
    /// <summary>Records at or above this score are shown by default.</summary>
    public const double Threshold = 0.70;

    public static double Score(in RecordFeatures features)
    {
        var points = 0.2;
        points += features.HasActor ? 0.9 : features.HasRecipient && features.Frame.Word == ActWord.Verb && features.Frame.Kind!.Value.QuadClass() == 4 ? 0.0 : -0.5;
        points += features.HasRecipient ? 0.5 : 0;
        points += features.IsActorNamed ? 0.5 : 0;
        points += features.IsRecipientNamed ? 0.2 : 0;
        points += features.HasPlace ? 0.3 : 0;
        points -= features.IsLoose ? 0.9 : 0;
        points += features.HasInstrument ? 0.7 : 0;
        points += features.IsRecipientSpecific ? 0.4 : 0;
        points += Math.Min(features.Frame.Needs.Length + features.Frame.Before.Length, 2) * 0.3;
        if (features.Frame.Word != ActWord.Verb && !features.IsLight) points -= 1.0;
        if (features.Frame.Has(ActTraits.Happening)) points += 0.6;
        if (features.Frame.Has(ActTraits.Weak) && !features.IsLight && !features.HasInstrument && !((features.IsActorNamed || features.IsRecipientNamed) && features.HasActor && features.HasRecipient)) points -= 1.5;
        if (!features.HasActor && !features.HasRecipient && !features.Frame.Has(ActTraits.Happening) && !features.HasInstrument) points -= 3;
        if (features.IsSubjectInherited) points -= 0.2;
        if (features.Frame.Has(ActTraits.Coded))
        {
            // A foreign dictionary codes the words, planned or denied; the factuality is told beside.
            return 1 / (1 + Math.Exp(-(points + 0.9)));
        }

        points -= features.Factuality.Certainty switch { Certainty.Certain => 0, Certainty.Probable => 0.4, _ => 0.6 };
        if (features.Factuality.Standing is Standing.Hypothetical or Standing.Demanded or Standing.Predicted) points -= 2.5;
        if (features.Factuality.IsNegative && !features.IsDenied) points -= 2.5;
        if (features.Factuality.Standing == Standing.Planned && features.IsKept) points -= 1.6;
        if (features.IsActorPronoun) points -= 0.5;
        if (features.IsContentUnknown) points -= 0.6;
        if (features.IsAlleged) points -= 0.9;
        if (features.IsPresupposed) points -= 0.9;
        if (features.IsDescription) points -= 2;
        points -= Math.Min(features.ForeignWords, 4) * 1.2;
        return 1 / (1 + Math.Exp(-points));
    }
}
