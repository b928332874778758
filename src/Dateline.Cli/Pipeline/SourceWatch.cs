using System.Security.Cryptography;
using Dateline.Ingest.Feeds;
using Dateline.Ingest.Fetching;
using Dateline.Storage;
using Dateline.Text;

namespace Dateline.Cli.Pipeline;

/// <summary>Looks at sources that are due and takes what is new in them into the store.</summary>
/// <remarks>One look at a time. A page that a source names is fetched once; what cannot be had is a row with its reason.</remarks>
internal sealed class SourceWatch(WatchList list, Fetcher fetcher, StoreImport import, Action<Diagnostic> tell)
{
    // A sitemap may name fifty thousand pages: the rest is had at the next looks.
    private const int MostPages = 100;
    private const int MostSitemaps = 20;

    /// <summary>Looks at every source that is due now.</summary>
    /// <returns>How many were looked at.</returns>
    public async Task<int> LookAsync(CancellationToken cancellation)
    {
        var due = list.Due();
        foreach (var source in due)
            list.Record(source, await LookAtAsync(source, cancellation));
        return due.Count;
    }

    private async Task<Look> LookAtAsync(WatchedSource source, CancellationToken cancellation)
    {
        var result = await fetcher.FetchAsync(new FetchRequest(new Uri(source.Url), source.ETag, source.LastModified), cancellation);
        if (result.Outcome == FetchOutcome.NotModified)
            return new Look(result.Status) { ETag = source.ETag, LastModified = source.LastModified, MovedTo = result.MovedTo?.AbsoluteUri };
        if (result.Outcome != FetchOutcome.Fetched)
            return Failed(result.Status, result.Diagnostics[^1]) with { NotBefore = result.NotBefore };

        var look = new Look(result.Status) { ETag = result.ETag, LastModified = result.LastModified, MovedTo = result.MovedTo?.AbsoluteUri };
        var hash = Convert.ToHexStringLower(SHA256.HashData(result.Body));
        if (hash == source.BodySha256) return look;
        var content = SourceContent.Read(result.Body, result.Address.AbsoluteUri, out var failure);
        if (content is null) return Failed(result.Status, failure!);
        if (source.Kind == WatchedKind.Page || content.Kind == SourceContentKind.Page)
        {
            if (source.Kind != WatchedKind.Page) return Failed(result.Status, WatchMessages.NoLongerAFeed(source.Url));
            import.Take(source.Url, () => new MemoryStream(result.Body, writable: false), static () => { });
            return look with { Changed = true, BodySha256 = hash };
        }

        var (pages, whole) = await PagesAsync(content, cancellation);
        var changed = false;
        foreach (var page in pages)
        {
            if (list.HasPage(page)) continue;
            changed = true;
            var fetched = await fetcher.FetchAsync(new FetchRequest(new Uri(page)), cancellation);
            if (fetched.Outcome == FetchOutcome.Fetched)
            {
                import.Take(page, () => new MemoryStream(fetched.Body, writable: false), static () => { });
                list.RecordPage(page, source.Id);
                continue;
            }

            tell(fetched.Diagnostics[^1]);
            import.Refuse(page, fetched.Diagnostics[^1]);
            // What is forbidden or gone stays so; what failed otherwise is asked for again with the next look.
            if (fetched.Outcome == FetchOutcome.Refused || fetched.Status is >= 400 and < 500 and not 429 and not 408)
                list.RecordPage(page, source.Id);
            else
                whole = false;
        }

        // Conditions are kept only when nothing is left over, else the site would say that nothing is new.
        look = look with { Changed = changed, Title = content.Title };
        return whole ? look with { BodySha256 = hash } : look with { ETag = null, LastModified = null };
    }

    private async Task<(List<string> Pages, bool Whole)> PagesAsync(SourceContent content, CancellationToken cancellation)
    {
        var pages = content.Pages.Where(page => !list.HasPage(page)).ToList();
        var whole = content.Sitemaps.Count <= MostSitemaps;
        foreach (var address in content.Sitemaps.Take(MostSitemaps))
        {
            if (pages.Count > MostPages || !Uri.TryCreate(address, UriKind.Absolute, out var sitemap)) break;
            var result = await fetcher.FetchAsync(new FetchRequest(sitemap), cancellation);
            if (result.Outcome == FetchOutcome.Fetched && SourceContent.Read(result.Body, address, out _) is { } part)
            {
                pages.AddRange(part.Pages.Where(page => !list.HasPage(page) && !pages.Contains(page)).Take(MostPages + 1));
            }
            else
            {
                whole = false;
                if (result.Outcome != FetchOutcome.Fetched) tell(result.Diagnostics[^1]);
            }
        }

        // An index stays the same while the sitemaps it names change, so it is always read again.
        if (content.Sitemaps.Count > 0) whole = false;
        if (pages.Count <= MostPages) return (pages, whole);
        pages.RemoveRange(MostPages, pages.Count - MostPages);
        return (pages, false);
    }

    private Look Failed(int status, Diagnostic reason)
    {
        tell(reason);
        return new Look(status) { Error = reason.ToString() };
    }
}
