namespace Dateline.Storage;

/// <summary>An event as it was known at some moment.</summary>
/// <param name="Id">Id of the telling that stands for it: its address, then and, as long as that telling is kept, now.</param>
/// <param name="Kind">PLOVER event.</param>
/// <param name="Words">The words of the act, as that telling has them.</param>
/// <param name="Edtf">When; null when not told.</param>
/// <param name="Actors">Who does it.</param>
/// <param name="Recipients">To whom.</param>
/// <param name="Place">Where; null when not told.</param>
/// <param name="Tellings">How many accounts of it were known.</param>
/// <param name="Origins">How many independent witnesses.</param>
/// <param name="Disputed">On what they do not agree.</param>
public sealed record KnownEvent(
    string Id, string Kind, string Words, string? Edtf, IReadOnlyList<string> Actors, IReadOnlyList<string> Recipients, string? Place, int Tellings, int Origins, IReadOnlyList<string> Disputed);

/// <summary>Which events of a moment are wanted.</summary>
public sealed record KnownQuery
{
    /// <summary>A part of the name of somebody who takes part, in any case; null for all.</summary>
    public string? Actor { get; init; }

    /// <summary>Not before this day; undated events are then left out. Null for any day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Not after this day; undated events are then left out. Null for any day.</summary>
    public DateOnly? To { get; init; }

    /// <summary>At most so many, 1 to 500.</summary>
    public int Limit { get; init; } = 500;
}
