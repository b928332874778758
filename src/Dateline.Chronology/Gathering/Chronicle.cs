namespace Dateline.Chronology.Gathering;

/// <summary>What one somebody or something took part in, in the order of time.</summary>
/// <param name="Entity">The name that was asked for.</param>
/// <param name="Entries">In temporal order; undated ones last, with order 0.</param>
public sealed record Chronicle(string Entity, IReadOnlyList<ChronicleEntry> Entries);

/// <summary>One happening of a chronicle.</summary>
/// <param name="Order">From 1 in temporal order, equal for the same days; 0 when no order is known.</param>
/// <param name="Edtf">When, in EDTF; null when not known.</param>
/// <param name="Tellings">Those of its tellings that the entity takes part in, in the order of publication.</param>
public sealed record ChronicleEntry(int Order, string? Edtf, IReadOnlyList<Telling> Tellings);
