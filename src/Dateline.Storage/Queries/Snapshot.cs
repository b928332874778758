namespace Dateline.Storage;

/// <summary>A moment of the store with a number: as known on that day.</summary>
/// <param name="Number">1, 2, … in the order taken; 0 for the store as it is now.</param>
/// <param name="TakenAt">When.</param>
/// <param name="Note">What it was taken for.</param>
/// <param name="Documents">How many readings the store held.</param>
/// <param name="Decisions">How many decisions people had made.</param>
public sealed record Snapshot(int Number, DateTimeOffset TakenAt, string? Note, int Documents, int Decisions)
{
    internal Horizon Horizon { get; init; }

    /// <summary>Whether it is the store as it is now.</summary>
    public bool IsNow => Number == 0;
}
