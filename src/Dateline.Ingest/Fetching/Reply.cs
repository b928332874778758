using Dateline.Text;

namespace Dateline.Ingest.Fetching;

/// <summary>One answer of a site, redirects not followed.</summary>
internal sealed record Reply
{
    /// <summary>Status code; 0 when there was no answer.</summary>
    public int Status { get; init; }

    public byte[] Body { get; init; } = [];

    public string? MediaType { get; init; }

    public string? Charset { get; init; }

    public string? ETag { get; init; }

    public string? LastModified { get; init; }

    public string? Location { get; init; }

    /// <summary>How long the site asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What went wrong on the way; null when the answer came whole.</summary>
    public Diagnostic? Fault { get; init; }

    /// <summary>Whether the fault is that the guard let no address pass.</summary>
    public bool Guarded { get; init; }

    /// <summary>Whether the fault may be gone in a moment.</summary>
    public bool MayPass { get; init; }

    public bool IsRedirect => Status is 301 or 302 or 303 or 307 or 308 && Fault is null;
}
