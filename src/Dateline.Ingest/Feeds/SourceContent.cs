using Dateline.Ingest.Bytes;
using Dateline.Text;

namespace Dateline.Ingest.Feeds;

/// <summary>What a watched address gave: the pages that a feed or sitemap names, or that it is a page itself.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Kind">What it is.</param>
/// <param name="Title">What a feed calls itself; else null.</param>
/// <param name="Pages">Absolute addresses of the pages it names, in its order, each once; none for a page.</param>
/// <param name="Sitemaps">Absolute addresses of the sitemaps that an index names.</param>
/// <param name="Text">The text of a page as decoded; empty for a feed or sitemap.</param>
public sealed record SourceContent(SourceContentKind Kind, string? Title, IReadOnlyList<string> Pages, IReadOnlyList<string> Sitemaps, string Text)
{
    /// <summary>Recognises by content what the bytes are.</summary>
    /// <param name="bytes">As fetched, unpacked; a sitemap may be packed by gzip.</param>
    /// <param name="address">Where they came from.</param>
    /// <param name="failure">Why there is nothing to be had; null otherwise.</param>
    /// <returns>What was found; null with a failure.</returns>
    public static SourceContent? Read(byte[] bytes, string address, out Diagnostic? failure)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentException.ThrowIfNullOrEmpty(address);
        if (WholeText.Read(new MemoryStream(bytes, writable: false), address, IntakeLimits.Default, out failure) is not { } text)
            return null;
        var start = text.AsSpan().TrimStart("\uFEFF \t\r\n");
        if (start is ['<' or '{', ..] && !LooksLikePage(start) && FeedReader.Parse(text, address, out _) is { } feed)
            return new SourceContent(SourceContentKind.Feed, feed.Title, Absolute(feed.Entries.Select(static entry => entry.Url)), [], "");
        if (!LooksLikePage(start) && SitemapReader.Read(new MemoryStream(bytes, writable: false), address, out _) is { } sitemap)
            return new SourceContent(SourceContentKind.Sitemap, null, Absolute(sitemap.Pages.Select(static page => page.Url)), Absolute(sitemap.Sitemaps), "");
        return new SourceContent(SourceContentKind.Page, null, [], [], text);
    }

    static bool LooksLikePage(ReadOnlySpan<char> start) =>
        start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase);

    static List<string> Absolute(IEnumerable<string?> addresses) =>
        [.. addresses.OfType<string>().Where(static address => Addresses.IsHttp(address) && Uri.TryCreate(address, UriKind.Absolute, out _)).Distinct(StringComparer.Ordinal)];
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
