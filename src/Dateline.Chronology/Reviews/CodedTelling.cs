using Dateline.Chronology.Events;
using Dateline.Text;

namespace Dateline.Chronology.Reviews;

/// <summary>What a telling says, field by field, as words of its text: what two readings, or a reading and a person, can be compared by.</summary>
public sealed record CodedTelling
{
    /// <summary>The words of the act.</summary>
    public required TextSpan Trigger { get; init; }

    /// <summary>PLOVER event.</summary>
    public required EventKind Kind { get; init; }

    /// <summary>Who does it; empty when not told.</summary>
    public IReadOnlyList<TextSpan> Actors { get; init; } = [];

    /// <summary>To whom; empty when not told.</summary>
    public IReadOnlyList<TextSpan> Recipients { get; init; } = [];

    /// <summary>Where; null when not told.</summary>
    public TextSpan? Place { get; init; }

    /// <summary>When, in EDTF; null when not told.</summary>
    public string? Edtf { get; init; }

    /// <summary>The words of the numbers; empty when none is told.</summary>
    public IReadOnlyList<TextSpan> Numbers { get; init; } = [];

    /// <summary>A telling as it was read.</summary>
    public static CodedTelling Of(EventMention telling)
    {
        ArgumentNullException.ThrowIfNull(telling);
        return new CodedTelling
        {
            Trigger = telling.Trigger,
            Kind = telling.Kind,
            Actors = [.. telling.Actors.Select(party => party.Span)],
            Recipients = [.. telling.Recipients.Select(party => party.Span)],
            Place = telling.Place?.Span,
            Edtf = telling.Time?.Edtf,
            Numbers = [.. telling.Quantities.Select(quantity => quantity.Span)],
        };
    }

    /// <summary>
    /// Whether another telling has the same in a field: the same kind or date; of parties, places and numbers as many, each
    /// of which overlaps one of the other's.
    /// </summary>
    public bool Agrees(CodedTelling other, ReviewField field)
    {
        ArgumentNullException.ThrowIfNull(other);
        return field switch
        {
            ReviewField.Kind => Kind == other.Kind,
            ReviewField.Actor => Overlap(Actors, other.Actors),
            ReviewField.Recipient => Overlap(Recipients, other.Recipients),
            ReviewField.Place => Place is { } place ? other.Place is { } its && place.Overlaps(its) : other.Place is null,
            ReviewField.Time => Edtf == other.Edtf,
            _ => Overlap(Numbers, other.Numbers),
        };
    }

    private static bool Overlap(IReadOnlyList<TextSpan> ones, IReadOnlyList<TextSpan> others) =>
        ones.Count == others.Count && ones.All(one => others.Any(one.Overlaps)) && others.All(other => ones.Any(other.Overlaps));
}

/// <summary>A telling on which a person decided.</summary>
/// <param name="Telling">What it says, as the person has it.</param>
/// <param name="IsRight">Whether it was accepted or put right; false when it was rejected.</param>
public sealed record ReviewedTelling(CodedTelling Telling, bool IsRight);

/// <summary>A telling as some program read it.</summary>
/// <param name="Telling">What it says.</param>
/// <param name="IsShown">Whether it passes the threshold of precision.</param>
public sealed record ReadTelling(CodedTelling Telling, bool IsShown);
