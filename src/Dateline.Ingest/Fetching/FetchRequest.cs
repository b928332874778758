namespace Dateline.Ingest.Fetching;

/// <summary>An address to fetch, with what is known of its last answer.</summary>
/// <param name="Address">Absolute address of http or https.</param>
/// <param name="ETag">The last answer's <c>ETag</c> as received, quotation marks included.</param>
/// <param name="LastModified">The last answer's <c>Last-Modified</c> as received.</param>
public sealed record FetchRequest(Uri Address, string? ETag = null, string? LastModified = null);
