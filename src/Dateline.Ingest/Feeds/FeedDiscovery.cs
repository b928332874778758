using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Dateline.Ingest.Pages;

namespace Dateline.Ingest.Feeds;

/// <summary>Finds the feeds of a site from one of its pages.</summary>
/// <remarks>Stateless; fetches nothing. What is declared comes first, in the order of the page, then what links look like feeds, then usual places.</remarks>
public static class FeedDiscovery
{
    const int Most = 100;

    // Where WordPress, Ghost, Hugo, Drupal, Blogger, Squarespace and their like have it.
    static readonly string[] UsualPaths =
    [
        "/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feeds/posts/default", "/feed.json", "/feed/rss", "/feed/atom", "/?format=rss", "/rss/index.rss",
    ];

    /// <summary>The feeds that a page declares or may have.</summary>
    /// <param name="html">The page.</param>
    /// <param name="address">The page's absolute address.</param>
    /// <param name="limits">How deep the page may be nested; null for the defaults.</param>
    /// <exception cref="ArgumentException"><paramref name="address"/> is no absolute address of http or https.</exception>
    public static IReadOnlyList<FeedAddress> Find(string html, string address, IntakeLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(html);
        ArgumentNullException.ThrowIfNull(address);
        if (!Uri.TryCreate(address, UriKind.Absolute, out var page) || page.Scheme is not ("http" or "https"))
            throw new ArgumentException("The address must be absolute and of http or https.", nameof(address));
        using var document = new HtmlParser().ParseDocument(ReducedHtml.Read(html, (limits ?? IntakeLimits.Default).TagDepth).Html);
        var root = Addresses.Resolve(document.QuerySelector("base[href]")?.GetAttribute("href"), address) is { } own && Addresses.IsHttp(own) ? own : address;
        List<FeedAddress> feeds = [];
        foreach (var link in document.QuerySelectorAll("link[rel][href], a[rel][href]"))
        {
            if (HasWord(link.GetAttribute("rel"), "alternate") && IsFeedType(link.GetAttribute("type")) || HasWord(link.GetAttribute("rel"), "feed"))
                Add(link.GetAttribute("href"), PlainWords.Of(link.GetAttribute("title")), declared: true);
        }
        foreach (var link in document.QuerySelectorAll("a[href]"))
        {
            if (LooksLikeFeed(link.GetAttribute("href")!))
                Add(link.GetAttribute("href"), PlainWords.Of(link.GetAttribute("title")) ?? PlainWords.Of(link.TextContent), declared: true);
        }
        // Only a site that declares none is worth a dozen questions.
        if (feeds.Count == 0)
        {
            foreach (var path in UsualPaths)
                Add(path, null, declared: false);
        }
        return feeds;

        void Add(string? href, string? title, bool declared)
        {
            if (feeds.Count < Most && Addresses.Resolve(href, root) is { } url && Addresses.IsHttp(url) && !feeds.Exists(f => f.Url == url))
                feeds.Add(new FeedAddress(url, title, declared));
        }
    }

    static bool HasWord(string? list, string word) =>
        list is not null && list.Split(' ', StringSplitOptions.RemoveEmptyEntries).Contains(word, StringComparer.OrdinalIgnoreCase);

    static bool IsFeedType(string? type)
    {
        if (type is null)
            return false;
        var end = type.IndexOf(';', StringComparison.Ordinal);
        return (end < 0 ? type : type[..end]).Trim().ToLowerInvariant() is "application/rss+xml" or "application/atom+xml" or "application/rdf+xml" or "application/feed+json" or "application/x.atom+xml"
            or "application/x-atom+xml" or "text/xml" or "application/xml" or "text/rss+xml" or "application/rss";
    }

    // By its path alone: “/category/sahel/feed/”, “/rss/world.xml”, “/index.rdf”.
    static bool LooksLikeFeed(string href)
    {
        var end = href.AsSpan().IndexOfAny('?', '#');
        var path = (end < 0 ? href.AsSpan() : href.AsSpan(0, end)).TrimEnd('/');
        if (path.Length is 0 or > 500)
            return false;
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.Equals("feed", StringComparison.OrdinalIgnoreCase) || name.Equals("rss", StringComparison.OrdinalIgnoreCase) || name.Equals("atom", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".rss", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rdf", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".atom", StringComparison.OrdinalIgnoreCase)
            || name.Equals("feed.json", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && (path.Contains("rss", StringComparison.OrdinalIgnoreCase) || path.Contains("feed", StringComparison.OrdinalIgnoreCase)
                || path.Contains("atom", StringComparison.OrdinalIgnoreCase));
    }
}
