using System.Collections.Frozen;

namespace Dateline.Ingest.Feeds;

/// <summary>The namespaces of feeds, each by its usual prefix.</summary>
internal static class Vocabularies
{
    // Lower case, without white space and closing slash: feeds write them in every way.
    static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["http://www.w3.org/2005/atom"] = "atom",
        ["http://purl.org/atom/ns#"] = "atom",
        ["http://purl.org/atom/ns"] = "atom",
        ["http://purl.org/rss/1.0"] = "",
        ["http://purl.org/rss/2.0"] = "",
        ["http://purl.org/net/rss1.1#"] = "",
        ["http://my.netscape.com/rdf/simple/0.9"] = "",
        ["http://channel.netscape.com/rdf/simple/0.9"] = "",
        ["http://my.netscape.com/publish/formats/rss-0.91.dtd"] = "",
        ["http://backend.userland.com/rss2"] = "",
        ["http://blogs.law.harvard.edu/tech/rss"] = "",
        ["http://www.w3.org/1999/02/22-rdf-syntax-ns#"] = "rdf",
        ["http://purl.org/dc/elements/1.1"] = "dc",
        ["http://purl.org/dc/elements/1.0"] = "dc",
        ["http://purl.org/dc/terms"] = "dcterms",
        ["http://purl.org/rss/1.0/modules/content"] = "content",
        ["http://purl.org/rss/1.0/modules/syndication"] = "sy",
        ["http://search.yahoo.com/mrss"] = "media",
        ["http://search.yahoo.com/rss"] = "media",
        ["http://video.search.yahoo.com/mrss"] = "media",
        ["http://www.itunes.com/dtds/podcast-1.0.dtd"] = "itunes",
        ["http://www.google.com/schemas/play-podcasts/1.0"] = "googleplay",
        ["http://rssnamespace.org/feedburner/ext/1.0"] = "feedburner",
        ["http://www.w3.org/1999/xhtml"] = "xhtml",
        ["http://www.sitemaps.org/schemas/sitemap/0.9"] = "",
        ["http://www.google.com/schemas/sitemap/0.84"] = "",
        ["http://www.google.com/schemas/sitemap-news/0.9"] = "news",
        ["http://www.google.com/schemas/sitemap-image/1.1"] = "image",
        ["http://www.google.com/schemas/sitemap-video/1.1"] = "video",
        ["http://wordpress.org/export/1.0"] = "wp",
        ["http://wordpress.org/export/1.1"] = "wp",
        ["http://wordpress.org/export/1.2"] = "wp",
        ["http://wordpress.org/export/1.0/excerpt"] = "excerpt",
        ["http://wordpress.org/export/1.1/excerpt"] = "excerpt",
        ["http://wordpress.org/export/1.2/excerpt"] = "excerpt",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    static readonly FrozenSet<string> Names = Known.Values.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The vocabulary of a declared namespace.</summary>
    /// <param name="prefix">The prefix that is being declared; empty for the default namespace.</param>
    /// <param name="address">The namespace as written.</param>
    public static string Declared(string prefix, string address)
    {
        var key = address.Trim().TrimEnd('/').ToLowerInvariant();
        if (key.StartsWith("https:", StringComparison.Ordinal))
            key = "http:" + key["https:".Length..];
        if (Known.TryGetValue(key, out var vocabulary))
            return vocabulary;
        // A usual prefix that means something else here must not pass for the usual thing; other prefixes stand for themselves.
        return prefix.Length > 0 && Names.Contains(prefix) && key.Length > 0 ? "other" : Undeclared(prefix);
    }

    /// <summary>The vocabulary of a prefix that the document uses without declaring it.</summary>
    public static string Undeclared(string prefix) => prefix.ToLowerInvariant();
}
