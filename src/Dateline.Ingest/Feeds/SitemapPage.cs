namespace Dateline.Ingest.Feeds;

/// <summary>One page of a sitemap, with what the news extension says of it.</summary>
/// <remarks>Immutable. Everything but the address is null or empty where the sitemap does not say it.</remarks>
/// <param name="Url">The address.</param>
public sealed record SitemapPage(string Url)
{
    /// <summary>When the page was last changed, ISO 8601.</summary>
    public string? Modified { get; init; }

    /// <summary>When the article was published, ISO 8601.</summary>
    public string? Published { get; init; }

    /// <summary>The article's headline.</summary>
    public string? Title { get; init; }

    /// <summary>The name of the publication.</summary>
    public string? Outlet { get; init; }

    /// <summary>The publication's language, BCP 47.</summary>
    public string? Language { get; init; }

    /// <summary>Keywords and genres.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The same page in other languages, by BCP 47 tag.</summary>
    public IReadOnlyDictionary<string, string> Translations { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
