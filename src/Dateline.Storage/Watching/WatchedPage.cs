namespace Dateline.Storage;

/// <summary>A page that was looked at because a source names it, with what the next look needs.</summary>
/// <remarks>Immutable: as it was when it was read.</remarks>
/// <param name="Key">Its address, or another name that tells it from all others.</param>
public sealed record WatchedPage(string Key)
{
    /// <summary>When it was last changed, as the source said at the last look; to be compared only. Null when it did not say.</summary>
    public string? Updated { get; init; }

    /// <summary>Condition for the next request.</summary>
    public string? ETag { get; init; }

    /// <summary>Condition for the next request.</summary>
    public string? LastModified { get; init; }

    /// <summary>SHA-256 of the last body, lower-case hexadecimal; null while none was had.</summary>
    public string? BodySha256 { get; init; }

    /// <summary>Whether the feed's own text was taken in its place, and the page itself is still to be had.</summary>
    public bool IsPending { get; init; }
}
