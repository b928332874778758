using Dateline.Text;

namespace Dateline.Ingest.Fetching;

/// <summary>What came of fetching one address.</summary>
/// <remarks>Immutable as long as nobody writes into <see cref="Body"/>.</remarks>
public sealed record FetchResult
{
    /// <summary>How it ended.</summary>
    public required FetchOutcome Outcome { get; init; }

    /// <summary>The address that answered last, after all redirects.</summary>
    public required Uri Address { get; init; }

    /// <summary>The address to ask from now on, when the one asked for has moved for good; else null.</summary>
    public Uri? MovedTo { get; init; }

    /// <summary>Last status code; 0 when there was no answer.</summary>
    public int Status { get; init; }

    /// <summary>The body, unpacked; empty unless <see cref="FetchOutcome.Fetched"/>.</summary>
    public byte[] Body { get; init; } = [];

    /// <summary>Media type without parameters, in lower case; null when none was named.</summary>
    public string? MediaType { get; init; }

    /// <summary>The charset that the site names. Sites err: the reader weighs it against the bytes.</summary>
    public string? Charset { get; init; }

    /// <summary>Marks the version for the next request; null when none was named.</summary>
    public string? ETag { get; init; }

    /// <summary>Marks the version for the next request; null when none was named.</summary>
    public string? LastModified { get; init; }

    /// <summary>Before this time the site wants no further request; null when it did not say.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>What is to be said; the reason comes last where the fetch failed or was refused.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>Whether the same request may do better in a moment.</summary>
    internal bool MayPass { get; init; }
}
