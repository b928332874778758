using System.CommandLine;
using Dateline.Cli.Pipeline;
using Dateline.Ingest.Feeds;
using Dateline.Ingest.Fetching;
using Dateline.Storage;
using Dateline.Text;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline watch</c>: keeps a list of feeds, sitemaps and pages, and takes in what is new in them.</summary>
internal static class WatchCommand
{
    /// <summary>The command with what it can do.</summary>
    public static Command Create() => new("watch", "Watches feeds, sitemaps and pages, and takes what is new in them into a store.")
    {
        Add(), List(), Change("pause", "Lets a source rest.", (list, id) => list.SetPaused(id, true)),
        Change("resume", "Goes on with a source that rests.", (list, id) => list.SetPaused(id, false)),
        Change("remove", "Watches a source no longer; what was taken in from it stays.", (list, id) => list.Remove(id)),
        Import(), Export(), RunDue(),
    };

    internal static Option<string?> Contact() => new("--contact") { Description = "Mail or web address that is told to the sites, so that their owners can reach you." };

    internal static Option<string[]> Allow() => new("--allow-host") { Description = "A host of your own network that may be fetched from; may be repeated.", DefaultValueFactory = _ => [] };

    private static Command Add()
    {
        var address = new Argument<string>("ADDRESS") { Description = "A feed, a sitemap, or a page of a site whose feed is to be found." };
        var store = StoreOption.Create();
        var group = new Option<string?>("--group") { Description = "The group to put it in; nested groups are parted by a slash." };
        var page = new Option<bool>("--page") { Description = "Watch the page itself, not the site's feed." };
        var (contact, allow) = (Contact(), Allow());
        var command = new Command("add", "Adds a source; of a site's page, the feed that the page declares.") { address, store, group, page, contact, allow };
        command.SetAction((parsed, cancellation) => GuardAsync(async () =>
        {
            var text = parsed.GetRequiredValue(address);
            if (!IsWeb(text, out var url)) return Fail(WatchMessages.NoAddress(text));
            using var opened = Store.Open(parsed.GetRequiredValue(store));
            using var list = opened.OpenWatchList();
            using var fetcher = new Fetcher(Options(parsed.GetValue(contact), parsed.GetValue(allow)));
            var (found, failure) = parsed.GetValue(page)
                ? ((url.AbsoluteUri, WatchedKind.Page, (string?)null), null)
                : await FindAsync(fetcher, url, cancellation);
            if (found is not { } source) return Fail(failure!);
            Console.Error.WriteLine(list.Add(source.Item1, source.Item2, source.Item3, parsed.GetValue(group)) ? $"watching {source.Item1}" : $"already watched: {source.Item1}");
            return 0;
        }));
        return command;
    }

    private static async Task<((string, WatchedKind, string?)?, Diagnostic?)> FindAsync(Fetcher fetcher, Uri url, CancellationToken cancellation)
    {
        var result = await fetcher.FetchAsync(new FetchRequest(url), cancellation);
        if (result.Outcome != FetchOutcome.Fetched) return (null, result.Diagnostics[^1]);
        if (Of(result) is not { } content) return (null, WatchMessages.NoFeedFound(url.AbsoluteUri));
        if (content.Kind != SourceContentKind.Page) return (Source(result, url, content), null);
        foreach (var candidate in FeedDiscovery.Find(content.Text, result.Address.AbsoluteUri))
        {
            if (!Uri.TryCreate(candidate.Url, UriKind.Absolute, out var feed)) continue;
            var tried = await fetcher.FetchAsync(new FetchRequest(feed), cancellation);
            if (tried.Outcome == FetchOutcome.Fetched && Of(tried) is { Kind: SourceContentKind.Feed } there)
                return (Source(tried, feed, there), null);
        }

        return (null, WatchMessages.NoFeedFound(url.AbsoluteUri));

        static SourceContent? Of(FetchResult result) => SourceContent.Read(result.Body, result.Address.AbsoluteUri, out _);

        static (string, WatchedKind, string?) Source(FetchResult result, Uri asked, SourceContent content) =>
            ((result.MovedTo ?? asked).AbsoluteUri, content.Kind == SourceContentKind.Feed ? WatchedKind.Feed : WatchedKind.Sitemap, content.Title);
    }

    private static Command List()
    {
        var store = StoreOption.Create();
        var command = new Command("list", "Lists the sources with their health.") { store };
        command.SetAction(parsed => StoreOption.Guard(() =>
        {
            using var opened = Store.OpenExisting(parsed.GetRequiredValue(store));
            using var list = opened.OpenWatchList();
            foreach (var source in list.All())
                Console.Out.WriteLine($"{source.Id}\t{source.Folder}\t{source.Title ?? source.Url}\t{source.Url}\t{Health(source)}");
            return 0;
        }));
        return command;
    }

    private static string Health(WatchedSource source) => (source.IsPaused ? "paused, " : "") + source.Health switch
    {
        SourceHealth.New => "not yet asked",
        SourceHealth.Fresh => $"fresh, asked {source.AskedAt:yyyy-MM-dd HH:mm}, next {source.DueAt:yyyy-MM-dd HH:mm} UTC",
        SourceHealth.Dead => $"dead, failing since {source.FailingSince:yyyy-MM-dd HH:mm} UTC: {source.LastError}",
        _ => $"failing since {source.FailingSince:yyyy-MM-dd HH:mm} UTC, next {source.DueAt:yyyy-MM-dd HH:mm}: {source.LastError}",
    };

    private static Command Change(string name, string description, Func<WatchList, long, bool> change)
    {
        var which = new Argument<string>("SOURCE") { Description = "Its address, or its number in 'watch list'." };
        var store = StoreOption.Create();
        var command = new Command(name, description) { which, store };
        command.SetAction(parsed => StoreOption.Guard(() =>
        {
            using var opened = Store.OpenExisting(parsed.GetRequiredValue(store));
            using var list = opened.OpenWatchList();
            var text = parsed.GetRequiredValue(which);
            return list.Find(text) is { } source && change(list, source.Id) ? 0 : Fail(WatchMessages.NotWatched(text));
        }));
        return command;
    }

    private static Command Import()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A list of feeds (OPML)." };
        var store = StoreOption.Create();
        var command = new Command("import", "Adds the feeds of an OPML list, with their groups.") { file, store };
        command.SetAction(parsed => StoreOption.Guard(() =>
        {
            var path = parsed.GetRequiredValue(file);
            if (!path.Exists) return Fail(CliMessages.FileNotFound(path.ToString()));
            using var stream = path.OpenRead();
            var feeds = Opml.Read(stream, path.Name, out var failure);
            if (failure is not null) return Fail(failure);
            using var opened = Store.Open(parsed.GetRequiredValue(store));
            using var list = opened.OpenWatchList();
            var (added, failed) = (0, 0);
            foreach (var feed in feeds)
            {
                if (!IsWeb(feed.FeedUrl, out var url)) failed += Fail(WatchMessages.NoAddress(feed.FeedUrl));
                else if (list.Add(url.AbsoluteUri, WatchedKind.Feed, feed.Title, string.Join('/', feed.Groups))) added++;
            }

            Console.Error.WriteLine($"{added:N0} sources new, {feeds.Count - added - failed:N0} watched already, {failed:N0} failed");
            return failed > 0 ? 1 : 0;
        }));
        return command;
    }

    private static Command Export()
    {
        var store = StoreOption.Create();
        var command = new Command("export", "Writes the feeds as OPML to standard output.") { store };
        command.SetAction(parsed => StoreOption.Guard(() =>
        {
            using var opened = Store.OpenExisting(parsed.GetRequiredValue(store));
            using var list = opened.OpenWatchList();
            using var output = Console.OpenStandardOutput();
            Opml.Write(output, "Dateline", list.All().Where(source => source.Kind == WatchedKind.Feed).Select(source => new Subscription(
                source.Title ?? source.Url, source.Url, null, source.Folder?.Split('/') ?? [], null)), TimeProvider.System.GetUtcNow());
            return 0;
        }));
        return command;
    }

    private static Command RunDue()
    {
        var store = StoreOption.Create();
        var once = new Option<bool>("--once") { Description = "Look at what is due and end; else go on until stopped." };
        var (contact, allow) = (Contact(), Allow());
        var command = new Command("run", "Fetches the sources that are due and takes in what is new.") { store, once, contact, allow };
        command.SetAction((parsed, cancellation) => GuardAsync(async () =>
        {
            using var opened = Store.OpenExisting(parsed.GetRequiredValue(store));
            using var worker = new WatchWorker(opened, ReadingPipeline.Open(), Options(parsed.GetValue(contact), parsed.GetValue(allow)));
            if (parsed.GetValue(once)) return await worker.LookAsync(cancellation) ? 0 : 1;
            await worker.RunAsync(cancellation);
            return 0;
        }));
        return command;
    }

    internal static FetchOptions Options(string? contact, string[]? allowed) => new() { Contact = contact, AllowedHosts = allowed ?? [] };

    private static bool IsWeb(string text, out Uri url) =>
        Uri.TryCreate(text, UriKind.Absolute, out url!) && url.Scheme is "http" or "https";

    private static int Fail(Diagnostic diagnostic)
    {
        Console.Error.WriteLine(diagnostic);
        return 1;
    }

    private static async Task<int> GuardAsync(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (StoreException exception)
        {
            Console.Error.WriteLine(exception.Diagnostic);
            return 1;
        }
        catch (ArgumentException exception) when (exception.ParamName == "contact")
        {
            Console.Error.WriteLine(exception.Message);
            return 2;
        }
        catch (OperationCanceledException)
        {
            return 0;
        }
    }
}
