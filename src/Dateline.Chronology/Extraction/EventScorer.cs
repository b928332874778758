using Dateline.Chronology.Events;
using Dateline.Chronology.Extraction.Acts;

namespace Dateline.Chronology.Extraction;

/// <summary>
/// The probability that a record is right: a logistic function of a sum of points, each of them readable.
/// </summary>
internal static class EventScorer
{
    /// <summary>Records at or above this score are shown by default.</summary>
    public const double Threshold = 0.70;

    // What stands as a fact is nearly always likely to the learned reading; where it is not, the rules have missed a word.
    private const double Likely = 0.8;

    public static double Score(in RecordFeatures features)
    {
        var frame = features.Frame!;
        var points = 0.2;
        points += features.HasActor ? 0.9 : features.HasRecipient && frame.Word == ActWord.Verb && frame.Kind!.Value.QuadClass() == 4 ? 0.0 : -0.5;
        points += features.HasRecipient ? 0.5 : 0;
        points += features.IsActorNamed ? 0.5 : 0;
        points += features.IsRecipientNamed ? 0.2 : 0;
        points += features.HasPlace ? 0.3 : 0;
        points -= features.IsLoose ? 0.9 : 0;
        points += features.HasInstrument ? 0.7 : 0;
        points += features.IsRecipientSpecific ? 0.4 : 0;
        points += Math.Min(frame.Needs.Length + frame.Before.Length, 2) * 0.3;
        if (frame.Word != ActWord.Verb && !features.IsLight) points -= 1.0;
        if (frame.Has(ActTraits.Happening)) points += 0.6;
        if (frame.Has(ActTraits.Weak) && !features.IsLight && !features.HasInstrument && !((features.IsActorNamed || features.IsRecipientNamed) && features.HasActor && features.HasRecipient)) points -= 1.5;
        if (!features.HasActor && !features.HasRecipient && !frame.Has(ActTraits.Happening) && !features.HasInstrument) points -= 3;
        if (features.IsSubjectInherited) points -= 0.2;
        if (frame.Has(ActTraits.Coded))
        {
            // A foreign dictionary codes the words, planned or denied; the factuality is told beside.
            return 1 / (1 + Math.Exp(-(points + 0.9)));
        }

        points -= features.Factuality.Certainty switch { Certainty.Certain => 0, Certainty.Probable => 0.4, _ => 0.6 };
        if (features.Factuality.Standing is Standing.Hypothetical or Standing.Demanded or Standing.Predicted) points -= 2.5;
        if (features.Factuality.IsNegative && !features.IsDenied) points -= 2.5;
        if (features.Factuality.Standing == Standing.Planned && features.IsKept) points -= 1.6;
        if (features.Chance < Likely && features.Factuality is { Standing: Standing.Occurred or Standing.Ongoing, IsNegative: false }) points -= 1.5;
        if (features.IsActorPronoun) points -= 0.5;
        if (features.IsContentUnknown) points -= 0.6;
        if (features.IsAlleged) points -= 0.9;
        if (features.IsPresupposed) points -= 0.9;
        if (features.IsDescription) points -= 2;
        if (features.IsPrivate) points -= 2.5;
        if (features.IsHabit) points -= 2;
        points -= Math.Min(features.ForeignWords, 4) * 1.2;
        return 1 / (1 + Math.Exp(-points));
    }
}
