namespace Dateline.Ingest.Feeds;

/// <summary>One feed of a list of feeds (OPML).</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Title">What the list calls it; never empty, the address where the list has no name.</param>
/// <param name="FeedUrl">The feed's address.</param>
/// <param name="SiteUrl">The page that the feed belongs to, or null.</param>
/// <param name="Groups">The folders that it lies in, outermost first; empty at the top.</param>
/// <param name="Description">What the list says of it, or null.</param>
public sealed record Subscription(string Title, string FeedUrl, string? SiteUrl, IReadOnlyList<string> Groups, string? Description);
