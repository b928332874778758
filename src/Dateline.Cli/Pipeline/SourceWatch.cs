using System.Security.Cryptography;
using Dateline.Ingest;
using Dateline.Ingest.Feeds;
using Dateline.Ingest.Fetching;
using Dateline.Storage;
using Dateline.Text;

namespace Dateline.Cli.Pipeline;

/// <summary>Looks at sources that are due and takes what is new in them into the store.</summary>
/// <remarks>
/// Sources of different hosts are looked at beside one another, those of one host in turn; how often a host is asked is the fetcher's
/// matter. The list, the store and <paramref name="tell"/> are used by one look at a time. A page that a source names is fetched once,
/// and again when the source says that it was updated; where it cannot be had the feed's own words are taken, and where there are none
/// it is a row with its reason.
/// </remarks>
internal sealed class SourceWatch(WatchList list, Fetcher fetcher, StoreImport import, Action<Diagnostic> tell)
{
    // A sitemap may name fifty thousand pages: the rest is had at the next looks.
    private const int MostPages = 100;
    private const int MostSitemaps = 20;

    // Enough that one slow host holds up nobody, and few enough that their pages fit into memory.
    private const int MostHosts = 8;

    private readonly Lock _store = new();

    /// <summary>Looks at every source that is due now.</summary>
    /// <returns>How many were looked at.</returns>
    public async Task<int> LookAsync(CancellationToken cancellation)
    {
        var due = list.Due();
        var hosts = due.GroupBy(static source => SourceFinder.IsWeb(source.Url, out var url) ? url.Authority : source.Url, StringComparer.OrdinalIgnoreCase);
        await Parallel.ForEachAsync(hosts, new ParallelOptions { MaxDegreeOfParallelism = MostHosts, CancellationToken = cancellation }, async (host, stop) =>
        {
            foreach (var source in host)
            {
                var look = await LookAtAsync(source, stop);
                lock (_store) list.Record(source, look);
            }
        });
        return due.Count;
    }

    private async Task<Look> LookAtAsync(WatchedSource source, CancellationToken cancellation)
    {
        if (!SourceFinder.IsWeb(source.Url, out var address)) return Failed(0, WatchMessages.NoAddress(source.Url));
        var result = await fetcher.FetchAsync(new FetchRequest(address, source.ETag, source.LastModified), cancellation);
        if (result.Outcome == FetchOutcome.NotModified)
            return new Look(result.Status) { ETag = source.ETag, LastModified = source.LastModified, MovedTo = result.MovedTo?.AbsoluteUri };
        if (result.Outcome != FetchOutcome.Fetched)
            return Failed(result.Status, result.Diagnostics[^1]) with { NotBefore = result.NotBefore };

        var look = new Look(result.Status) { ETag = result.ETag, LastModified = result.LastModified, MovedTo = result.MovedTo?.AbsoluteUri };
        var hash = HashOf(result.Body);
        if (hash == source.BodySha256) return look;
        var content = SourceContent.Read(result.Body, result.Address.AbsoluteUri, out var failure, result.Charset);
        if (content is null) return Failed(result.Status, failure!);
        if (source.Kind == WatchedKind.Page || content.Kind == SourceContentKind.Page)
        {
            if (source.Kind != WatchedKind.Page) return Failed(result.Status, WatchMessages.NoLongerAFeed(source.Url));
            Take(source.Url, result);
            return look with { Changed = true, BodySha256 = hash };
        }

        var (pages, whole) = await PagesAsync(content, cancellation);
        var feed = new Capture(source.Url, result.Body) { Url = result.Address.AbsoluteUri, MediaType = result.MediaType };
        var changed = false;
        foreach (var (page, known) in pages)
        {
            var (isNew, isDone) = await LookAtPageAsync(source, feed, page, known, cancellation);
            changed |= isNew;
            whole &= isDone;
        }

        // Conditions are kept only when nothing is left over, else the site would say that nothing is new.
        look = look with { Changed = changed, Title = content.Title };
        return whole ? look with { BodySha256 = hash } : look with { ETag = null, LastModified = null };
    }

    // Whether there was something new, and whether the page need not be asked for again before the source says so.
    private async Task<(bool IsNew, bool IsDone)> LookAtPageAsync(WatchedSource source, Capture feed, NamedPage page, WatchedPage? known, CancellationToken cancellation)
    {
        if (page.Url is null)
        {
            lock (_store)
            {
                if (page.OwnText(null) is { } words) import.TakeOne(feed, words);
                list.RecordPage(new WatchedPage(page.Key) { Updated = page.Updated }, source.Id);
            }

            return (true, true);
        }

        var fetched = await fetcher.FetchAsync(new FetchRequest(new Uri(page.Url), known?.ETag, known?.LastModified), cancellation);
        lock (_store)
        {
            if (fetched.Outcome == FetchOutcome.NotModified && known is not null)
            {
                list.RecordPage(known with { Updated = page.Updated }, source.Id);
                return (false, true);
            }

            if (fetched.Outcome == FetchOutcome.Fetched)
            {
                var hash = HashOf(fetched.Body);
                var isOther = hash != known?.BodySha256;
                if (isOther) Take(page.Key, fetched);
                list.RecordPage(new WatchedPage(page.Key) { Updated = page.Updated, ETag = fetched.ETag, LastModified = fetched.LastModified, BodySha256 = hash }, source.Id);
                return (isOther, true);
            }

            var reason = fetched.Diagnostics[^1];
            tell(reason);
            // What is forbidden or gone stays so; what failed otherwise is asked for again with the next look.
            var isFinal = fetched.Outcome == FetchOutcome.Refused || fetched.Status is >= 400 and < 500 and not 429 and not 408;
            var hadPage = known?.BodySha256 is not null;
            // The feed may have dropped the entry by the next look, so its words are taken now; but never over a page that was had whole.
            var isTaken = !hadPage && (known is { IsPending: true } || (page.OwnText(reason) is { } own && import.TakeOne(feed, own)));
            if (!isTaken) import.Refuse(page.Key, reason);
            if (isFinal || isTaken)
                list.RecordPage((known ?? new WatchedPage(page.Key)) with { Updated = page.Updated, IsPending = !isFinal }, source.Id);
            return (isTaken && known is null, isFinal);
        }
    }

    private void Take(string name, FetchResult result)
    {
        lock (_store)
        {
            import.Take(
                name, () => new MemoryStream(result.Body, writable: false), static () => { }, new Provenance(result.Address.AbsoluteUri, result.Charset), result.MediaType);
        }
    }

    private async Task<(List<(NamedPage Page, WatchedPage? Known)> Pages, bool Whole)> PagesAsync(SourceContent content, CancellationToken cancellation)
    {
        var open = new List<(NamedPage Page, WatchedPage? Known)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var fresh = 0;
        Add(content.Pages);
        var whole = content.Sitemaps.Count <= MostSitemaps;
        foreach (var address in content.Sitemaps.Take(MostSitemaps))
        {
            if (open.Count > MostPages || !SourceFinder.IsWeb(address, out var sitemap)) break;
            var result = await fetcher.FetchAsync(new FetchRequest(sitemap), cancellation);
            if (result.Outcome == FetchOutcome.Fetched && SourceContent.Read(result.Body, address, out _, result.Charset) is { } part)
            {
                Add(part.Pages);
            }
            else
            {
                whole = false;
                if (result.Outcome != FetchOutcome.Fetched)
                {
                    lock (_store) tell(result.Diagnostics[^1]);
                }
            }
        }

        // An index stays the same while the sitemaps it names change, so it is always read again.
        if (content.Sitemaps.Count > 0) whole = false;
        // What was never had comes before what is only to be had again.
        var ordered = open.OrderBy(static page => page.Known is not null).ToList();
        if (ordered.Count <= MostPages) return (ordered, whole);
        ordered.RemoveRange(MostPages, ordered.Count - MostPages);
        return (ordered, false);

        void Add(IReadOnlyList<NamedPage> pages)
        {
            lock (_store)
            {
                foreach (var page in pages)
                {
                    if (fresh > MostPages) break;
                    if (!seen.Add(page.Key)) continue;
                    var known = list.FindPage(page.Key);
                    // A date that is taken away says nothing of a change.
                    if (known is null || known.IsPending || (page.Updated is not null && page.Updated != known.Updated)) open.Add((page, known));
                    fresh += known is null ? 1 : 0;
                }
            }
        }
    }

    private Look Failed(int status, Diagnostic reason)
    {
        lock (_store) tell(reason);
        return new Look(status) { Error = reason.ToString() };
    }

    private static string HashOf(byte[] body) => Convert.ToHexStringLower(SHA256.HashData(body));
}
