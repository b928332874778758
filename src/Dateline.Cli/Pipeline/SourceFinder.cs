using Dateline.Ingest.Feeds;
using Dateline.Ingest.Fetching;
using Dateline.Storage;
using Dateline.Text;

namespace Dateline.Cli.Pipeline;

/// <summary>A source as it may be added to a list.</summary>
/// <param name="Url">Where it is fetched from.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Title">What it calls itself; null when it does not say.</param>
internal sealed record FoundSource(string Url, WatchedKind Kind, string? Title);

/// <summary>Finds what there is to watch at an address: the feed or sitemap that it is, or the feed of the site whose page it is.</summary>
internal sealed class SourceFinder(Fetcher fetcher)
{
    // A page may link to a feed for each of a hundred tags; the first ones are the site's own.
    private const int MostCandidates = 12;

    /// <summary>Whether the text is an absolute address of http or https.</summary>
    public static bool IsWeb(string text, out Uri url) =>
        Uri.TryCreate(text.Trim(), UriKind.Absolute, out url!) && url.Scheme is "http" or "https" && url.Host.Length > 0;

    /// <summary>Looks at an address.</summary>
    /// <param name="text">The address as a person wrote it.</param>
    /// <param name="asPage">Whether the page itself is to be watched; then nothing is fetched.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <returns>The source, or the reason why there is none.</returns>
    public async Task<(FoundSource? Found, Diagnostic? Failure)> FindAsync(string text, bool asPage, CancellationToken cancellation)
    {
        if (!IsWeb(text, out var url)) return (null, WatchMessages.NoAddress(text));
        // A password belongs neither into the list nor onto its page, and is never sent.
        if (url.UserInfo.Length > 0) url = new UriBuilder(url) { UserName = "", Password = "" }.Uri;
        if (asPage) return (new FoundSource(url.AbsoluteUri, WatchedKind.Page, null), null);
        var result = await fetcher.FetchAsync(new FetchRequest(url), cancellation);
        if (result.Outcome != FetchOutcome.Fetched) return (null, result.Diagnostics[^1]);
        if (ContentOf(result, out var failure) is not { } content) return (null, failure);
        if (content.Kind != SourceContentKind.Page) return (Found(result, url, content), null);
        foreach (var candidate in FeedDiscovery.Find(content.Text, result.Address.AbsoluteUri).Take(MostCandidates))
        {
            if (!IsWeb(candidate.Url, out var feed)) continue;
            var tried = await fetcher.FetchAsync(new FetchRequest(feed), cancellation);
            if (tried.Outcome == FetchOutcome.Fetched && ContentOf(tried, out _) is { Kind: SourceContentKind.Feed } there)
                return (Found(tried, feed, there), null);
        }

        return (null, WatchMessages.NoFeedFound(url.AbsoluteUri));
    }

    private static SourceContent? ContentOf(FetchResult result, out Diagnostic? failure) =>
        SourceContent.Read(result.Body, result.Address.AbsoluteUri, out failure, result.Charset);

    private static FoundSource Found(FetchResult result, Uri asked, SourceContent content) =>
        new((result.MovedTo ?? asked).AbsoluteUri, content.Kind == SourceContentKind.Feed ? WatchedKind.Feed : WatchedKind.Sitemap, content.Title);
}
