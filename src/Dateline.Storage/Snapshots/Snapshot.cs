namespace Dateline.Storage;

/// <summary>A moment of the store: what was known then can be asked for.</summary>
/// <param name="Name">How it is asked for: its number, a day such as “2025-11-20” for the end of that day (UTC), or “now”.</param>
/// <param name="Number">1, 2, … in the order taken; null for a moment that has none.</param>
/// <param name="TakenAt">Which moment.</param>
/// <param name="Note">What it was taken for.</param>
/// <param name="Documents">How many readings the store held.</param>
/// <param name="Decisions">How many decisions people had made.</param>
public sealed record Snapshot(string Name, int? Number, DateTimeOffset TakenAt, string? Note, int Documents, int Decisions)
{
    /// <summary>A note has at most so many characters.</summary>
    public const int LongestNote = 200;

    internal Horizon Horizon { get; init; }
}
