namespace Dateline.Ingest.Feeds;

/// <summary>What a sitemap lists: pages, further sitemaps, or both.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Pages">The pages, in order, each address once.</param>
/// <param name="Sitemaps">The addresses of the sitemaps that an index names.</param>
public sealed record Sitemap(IReadOnlyList<SitemapPage> Pages, IReadOnlyList<string> Sitemaps);
