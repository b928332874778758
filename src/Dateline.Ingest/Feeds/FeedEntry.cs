using Dateline.Text;

namespace Dateline.Ingest.Feeds;

/// <summary>One entry of a feed.</summary>
/// <remarks>Immutable. <see cref="Content"/> and <see cref="Summary"/> are markup, everything else is plain.</remarks>
internal sealed record FeedEntry
{
    /// <summary>What the feed calls the entry by (guid, id, rdf:about); not always an address.</summary>
    public string? Id { get; init; }

    public string? Title { get; init; }

    /// <summary>The article's address, absolute where a base is known.</summary>
    public string? Url { get; init; }

    /// <summary>The full text, as HTML.</summary>
    public string? Content { get; init; }

    /// <summary>The summary or teaser, as HTML.</summary>
    public string? Summary { get; init; }

    public string? Language { get; init; }

    /// <summary>Every date of the entry in order of trust: publication first, change last.</summary>
    public IReadOnlyList<DateCandidate> Dates { get; init; } = [];

    public IReadOnlyList<FeedPerson> Authors { get; init; } = [];

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The title of the feed that the entry was taken from, where it was re-published.</summary>
    public string? Origin { get; init; }
}
