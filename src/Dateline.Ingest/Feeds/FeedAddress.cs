namespace Dateline.Ingest.Feeds;

/// <summary>Where a site may have a feed.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Url">The address, absolute.</param>
/// <param name="Title">What the page calls the feed, or null.</param>
/// <param name="Declared">Whether the page names it; else it is a place where sites usually have one, to be tried.</param>
public sealed record FeedAddress(string Url, string? Title, bool Declared);
