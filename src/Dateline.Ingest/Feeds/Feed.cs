namespace Dateline.Ingest.Feeds;

/// <summary>A feed as read: what it says of itself, and its entries in their order.</summary>
/// <remarks>Immutable. Titles are plain text; every field that the feed leaves out is null or empty.</remarks>
internal sealed record Feed
{
    /// <summary>The family of formats.</summary>
    public required FeedKind Kind { get; init; }

    /// <summary>The version as declared, such as “2.0” or “0.91”; empty when none is.</summary>
    public required string Version { get; init; }

    public string? Title { get; init; }

    public string? Description { get; init; }

    /// <summary>The page that the feed belongs to.</summary>
    public string? SiteUrl { get; init; }

    /// <summary>The feed's own address, as it names it.</summary>
    public string? SelfUrl { get; init; }

    /// <summary>BCP 47 as written.</summary>
    public string? Language { get; init; }

    /// <summary>When it says that it was made or last changed, ISO 8601.</summary>
    public string? Updated { get; init; }

    public string? Published { get; init; }

    /// <summary>How many minutes the feed asks to wait between two looks; null when it does not say.</summary>
    public int? WaitMinutes { get; init; }

    /// <summary>Whether the document breaks off before its end, so that entries may be missing.</summary>
    public bool Torn { get; init; }

    public IReadOnlyList<FeedPerson> Authors { get; init; } = [];

    public IReadOnlyList<string> Tags { get; init; } = [];

    public IReadOnlyList<FeedEntry> Entries { get; init; } = [];
}

/// <summary>The families of feed formats.</summary>
internal enum FeedKind
{
    /// <summary>RSS 0.9x, 1.0 and 2.0.</summary>
    Rss,

    /// <summary>Atom 0.3 and 1.0.</summary>
    Atom,

    /// <summary>JSON Feed 1 and 1.1.</summary>
    Json,
}
