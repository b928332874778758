namespace Dateline.Ingest.Archives;

/// <summary>One record of a web archive.</summary>
/// <param name="Number">Its place in the archive, from 1.</param>
/// <param name="Kind">In lower case: response, resource, revisit, request, metadata, warcinfo, conversion; of ARC “response” or “warcinfo”.</param>
/// <param name="Target">The address that was captured; null when the record names none.</param>
/// <param name="Captured">ISO 8601 time of the capture; null when it names none that can be read.</param>
/// <param name="ContentType">The type of the block as declared; empty when none is.</param>
/// <param name="Block">The block, as far as it was there and within the limit.</param>
/// <param name="Whole">Whether the block was there to its end.</param>
/// <param name="TooLarge">Whether the block is over the limit, so that its end is missing.</param>
internal sealed record WebRecord(int Number, string Kind, string? Target, string? Captured, string ContentType, byte[] Block, bool Whole, bool TooLarge);
