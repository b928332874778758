using Dateline.Chronology.Events;
using Dateline.Chronology.Extraction.Acts;

namespace Dateline.Chronology.Extraction;

/// <summary>What an act becomes in PLOVER when it is only promised, planned or refused.</summary>
/// <param name="Kind">The event to record.</param>
/// <param name="Mode">Its mode.</param>
/// <param name="Cameo">Its code.</param>
/// <param name="Factuality">How it is told.</param>
/// <param name="IsRecorded">Whether it is recorded at all.</param>
internal readonly record struct KindShift(EventKind Kind, string? Mode, string Cameo, Factuality Factuality, bool IsRecorded)
{
    /// <summary>
    /// PLOVER 0.8: cooperation to come is AGREE, cooperation refused is REJECT, conflict announced is THREATEN with its content as mode.
    /// </summary>
    public static KindShift Of(ActFrame frame, string? mode, string cameo, Telling telling)
    {
        var kind = frame.Kind!.Value;
        var plain = new KindShift(kind, mode, cameo, telling.Value, true);
        var standing = telling.Value.Standing;
        var announced = standing == Standing.Planned && (telling.IsFuture || telling.Effect is ActCueEffect.Plan or ActCueEffect.Decide or ActCueEffect.Pledge);
        if (!announced || frame.Has(ActTraits.Coded)) return plain;

        switch (kind)
        {
            case EventKind.Retreat or EventKind.Concede when telling.Effect is ActCueEffect.Decide && !telling.Value.IsNegative:
                // Giving way that is decided on is a concession in words already; what is only promised is an agreement.
                return plain with { Kind = EventKind.Concede, Mode = null };
            case EventKind.Consult or EventKind.Cooperate or EventKind.Aid or EventKind.Retreat or EventKind.Concede or EventKind.Support:
                var to = telling.Value.IsNegative ? EventKind.Reject : EventKind.Agree;
                var (newMode, code) = ContentCodes.Of(to, frame);
                return new KindShift(to, newMode, code, telling.Value with { IsNegative = false }, true);
            case EventKind.Assault or EventKind.Coerce or EventKind.Sanction or EventKind.Mobilize or EventKind.Protest when !telling.Value.IsNegative:
                var (threat, threatCode) = ContentCodes.Of(EventKind.Threaten, frame);
                return new KindShift(EventKind.Threaten, threat, threatCode, telling.Value with { Standing = Standing.Threatened }, true);
            default:
                return plain;
        }
    }
}
