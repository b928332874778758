namespace Dateline.Storage;

/// <summary>What one look at a source gave.</summary>
/// <param name="Status">Status code; 0 when there was no answer.</param>
public sealed record Look(int Status)
{
    /// <summary>Why it failed; null when it did not.</summary>
    public string? Error { get; init; }

    /// <summary>Whether the content is another than at the last look.</summary>
    public bool Changed { get; init; }

    /// <summary>Where the source has moved for good.</summary>
    public string? MovedTo { get; init; }

    /// <summary>What the source calls itself; taken where it has no title yet.</summary>
    public string? Title { get; init; }

    /// <summary>Condition for the next request.</summary>
    public string? ETag { get; init; }

    /// <summary>Condition for the next request.</summary>
    public string? LastModified { get; init; }

    /// <summary>SHA-256 of the body; null keeps the last one.</summary>
    public string? BodySha256 { get; init; }

    /// <summary>Before this time the site wants no request.</summary>
    public DateTimeOffset? NotBefore { get; init; }
}
