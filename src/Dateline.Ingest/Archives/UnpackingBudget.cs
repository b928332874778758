namespace Dateline.Ingest.Archives;

/// <summary>What may still be unpacked of one input, with everything nested in it. Used by one thread.</summary>
internal sealed class UnpackingBudget(IntakeLimits limits)
{
    /// <summary>Bytes that may still come out.</summary>
    public long BytesLeft { get; set; } = limits.UnpackedBytes;

    /// <summary>Files that may still be opened.</summary>
    public int FilesLeft { get; set; } = limits.PackedFiles;

    /// <summary>How deep packed files lie in packed files at this moment.</summary>
    public int Depth { get; set; }
}
