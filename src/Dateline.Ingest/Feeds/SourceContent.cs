using Dateline.Ingest.Bytes;
using Dateline.Text;

namespace Dateline.Ingest.Feeds;

/// <summary>What a watched address gave: the pages that a feed or sitemap names, or that it is a page itself.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Kind">What it is.</param>
/// <param name="Title">What a feed calls itself; else null.</param>
/// <param name="Pages">What it names, in its order, each once; none for a page.</param>
/// <param name="Sitemaps">Absolute addresses of the sitemaps that an index names.</param>
/// <param name="Text">The text of a page as decoded; empty for a feed or sitemap.</param>
public sealed record SourceContent(SourceContentKind Kind, string? Title, IReadOnlyList<NamedPage> Pages, IReadOnlyList<string> Sitemaps, string Text)
{
    /// <summary>Recognises by content what the bytes are.</summary>
    /// <param name="bytes">As fetched, unpacked; a sitemap may be packed by gzip.</param>
    /// <param name="address">Where they came from.</param>
    /// <param name="failure">Why there is nothing to be had; null otherwise.</param>
    /// <param name="charset">The charset that the answer's head names; null when it names none.</param>
    /// <returns>What was found; null with a failure.</returns>
    public static SourceContent? Read(byte[] bytes, string address, out Diagnostic? failure, string? charset = null)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentException.ThrowIfNullOrEmpty(address);
        if (WholeText.Read(new MemoryStream(bytes, writable: false), address, IntakeLimits.Default, out failure, charset) is not { } text)
            return null;
        var start = text.AsSpan().TrimStart("\uFEFF \t\r\n");
        if (start is ['<' or '{', ..] && !LooksLikePage(start) && FeedReader.Parse(text, address, out _) is { } feed)
            return new SourceContent(SourceContentKind.Feed, feed.Title, Entries(feed, address), [], "");
        if (!LooksLikePage(start) && SitemapReader.Read(new MemoryStream(bytes, writable: false), address, out _) is { } sitemap)
        {
            var pages = sitemap.Pages.Where(static page => IsAbsolute(page.Url)).DistinctBy(static page => page.Url, StringComparer.Ordinal)
                .Select(static page => new NamedPage(page.Url, page.Url, page.Modified));
            return new SourceContent(SourceContentKind.Sitemap, null, [.. pages], [.. sitemap.Sitemaps.Where(IsAbsolute).Distinct(StringComparer.Ordinal)], "");
        }
        return new SourceContent(SourceContentKind.Page, null, [], [], text);
    }

    static bool LooksLikePage(ReadOnlySpan<char> start) =>
        start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase);

    static List<NamedPage> Entries(Feed feed, string address)
    {
        List<NamedPage> pages = [];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in feed.Entries)
        {
            var url = entry.Url is { } given && IsAbsolute(given) ? given : null;
            // An entry that leads nowhere is known by what the feed calls it, or else by its words.
            var key = url ?? $"{address}#{entry.Id ?? entry.Title ?? entry.Content ?? entry.Summary}";
            if (key.Length > 4096)
                key = key[..4096];
            if (seen.Add(key))
                pages.Add(new NamedPage(key, url, Updated(entry)) { Entry = entry, Feed = feed });
        }
        return pages;
    }

    static string? Updated(FeedEntry entry) =>
        entry.Dates.FirstOrDefault(static date => date.Basis is "feed updated" or "feed modified" or "feed date_modified")?.Value;

    static bool IsAbsolute(string address) => Addresses.IsHttp(address) && Uri.TryCreate(address, UriKind.Absolute, out _);
}

/// <summary>What a watched address can be.</summary>
public enum SourceContentKind
{
    /// <summary>RSS, Atom or JSON Feed.</summary>
    Feed,

    /// <summary>A sitemap, an index of sitemaps, or a list of addresses.</summary>
    Sitemap,

    /// <summary>Anything else: an article, or a list of articles.</summary>
    Page,
}
