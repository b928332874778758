namespace Dateline.Storage;

/// <content>What changed between two moments.</content>
public sealed partial class StoreReader
{
    /// <summary>What is not the same at two moments, and why. Takes about as long as gathering the store twice.</summary>
    public SnapshotDifference Difference(Snapshot before, Snapshot after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return new DifferenceFinder(_connection, before, after).Run();
    }
}
