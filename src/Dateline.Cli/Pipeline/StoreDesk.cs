using System.Security.Cryptography;
using Dateline.Ingest.Feeds;
using Dateline.Ingest.Fetching;
using Dateline.Storage;
using Dateline.Web.Desk;

namespace Dateline.Cli.Pipeline;

/// <summary>Takes in what people hand over, one hand at a time, and does for the pages what they cannot do themselves.</summary>
/// <remarks>Safe for several threads.</remarks>
internal sealed class StoreDesk(Store store, Lazy<ReadingPipeline> pipeline, FetchOptions options) : IDisposable
{
    private const string SampleName = "2025-11-17-sample-wire-loulouni.txt";

    // A person waits while a site is looked at, and has another try at hand.
    private readonly Fetcher _fetcher = new(options with { Retries = 0, ExchangeTime = TimeSpan.FromSeconds(20) });
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Run _versions = RunVersions.Of(AppContext.BaseDirectory);

    /// <summary>What the pages are given.</summary>
    /// <param name="isWatching">Whether this process looks at the sources.</param>
    public WritingDesk ForPages(bool isWatching) => new()
    {
        TakeIn = (inputs, cancellation) => TakeInAsync([.. inputs.Select(input => (input.Name, (Func<Stream>)(() => new MemoryStream(input.Bytes.ToArray(), writable: false))))], cancellation),
        FindSource = async (text, asPage, cancellation) =>
        {
            var (found, failure) = await new SourceFinder(_fetcher).FindAsync(text, asPage, cancellation);
            return (found is null ? null : new OfferedSource(found.Url, found.Kind, found.Title, null), failure);
        },
        ReadFeedList = static (stream, name) =>
        {
            var feeds = Opml.Read(stream, name, out var failure);
            return ([.. feeds.Where(feed => SourceFinder.IsWeb(feed.FeedUrl, out _)).Select(feed =>
                new OfferedSource(new Uri(feed.FeedUrl.Trim()).AbsoluteUri, WatchedKind.Feed, feed.Title, string.Join('/', feed.Groups)))], failure);
        },
        WriteFeedList = static (stream, sources) => WriteFeeds(stream, sources),
        Sample = ReadSample(),
        IsWatching = isWatching,
    };

    /// <summary>Writes the feeds among the sources as OPML.</summary>
    public static void WriteFeeds(Stream stream, IReadOnlyList<WatchedSource> sources) =>
        Opml.Write(stream, "Dateline", sources.Where(source => source.Kind == WatchedKind.Feed).Select(source => new Subscription(
            source.Title ?? source.Url, source.Url, null, source.Folder?.Split('/') ?? [], null)), TimeProvider.System.GetUtcNow());

    /// <summary>Takes inputs in, in their order, and gathers anew where something was new.</summary>
    /// <exception cref="StoreException">The environment failed; the inputs before stay, and those after can be handed over again.</exception>
    public async Task<IReadOnlyList<TakenInput>> TakeInAsync(IReadOnlyList<(string Name, Func<Stream> Open)> inputs, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            // Reading takes a while, and the thread belongs to the server.
            return await Task.Run(() => TakeIn(inputs), cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose()
    {
        _fetcher.Dispose();
        _turn.Dispose();
    }

    private List<TakenInput> TakeIn(IReadOnlyList<(string Name, Func<Stream> Open)> inputs)
    {
        using var intake = store.OpenIntake(_versions);
        var import = new StoreImport(intake, (stream, name, from) => pipeline.Value.Read(stream, name, degree: Environment.ProcessorCount, from: from), pipeline.Value.ReadOne);
        var outcomes = new List<(InputOutcome Outcome, string? Sha256)>();
        foreach (var (name, open) in inputs)
        {
            var outcome = import.Take(name, open, static () => { });
            outcomes.Add((outcome, outcome.WasThere ? HashOf(open) : null));
        }

        intake.Complete();
        store.Gather();
        using var reader = store.OpenReader();
        return outcomes.ConvertAll(each =>
        {
            var (articles, failures) = each.Sha256 is { } sha256 ? reader.OfCapture(each.Outcome.Name, sha256) : (each.Outcome.Added.Kept, each.Outcome.Failures);
            return new TakenInput(each.Outcome.Name, each.Outcome.WasThere, [.. articles.Select(article =>
            {
                var (title, events) = reader.Brief(article.Id, article.Version) ?? (null, 0);
                return new TakenArticle(article.Id, article.Version, article.IsNew, title, events);
            })], failures);
        });
    }

    private static string? HashOf(Func<Stream> open)
    {
        try
        {
            using var stream = open();
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static string? ReadSample()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "samples", SampleName);
        return File.Exists(path) ? File.ReadAllText(path) : null;
    }
}
