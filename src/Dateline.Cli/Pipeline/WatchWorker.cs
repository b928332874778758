using Dateline.Ingest.Fetching;
using Dateline.Storage;

namespace Dateline.Cli.Pipeline;

/// <summary>Looks at what is due in a store, over and over, and gathers anew after each round that brought something.</summary>
/// <remarks>One round at a time. Beside it, anybody may read and write the store.</remarks>
internal sealed class WatchWorker(Store store, ReadingPipeline pipeline, FetchOptions options) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly Fetcher _fetcher = new(options);

    /// <summary>Goes on until it is cancelled. A store that cannot be written is told and tried again.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                await LookAsync(cancellation);
            }
            catch (StoreException failure)
            {
                await Console.Error.WriteLineAsync(failure.Diagnostic.ToString());
            }

            await Task.Delay(Pause, cancellation);
        }
    }

    /// <summary>Looks once at every source that is due.</summary>
    /// <returns>Whether all could be had.</returns>
    /// <exception cref="StoreException">The environment failed; what was taken in before stays, and the rest is due again.</exception>
    public async Task<bool> LookAsync(CancellationToken cancellation)
    {
        var whole = true;
        using var list = store.OpenWatchList();
        using var intake = store.OpenIntake(RunVersions.Of(AppContext.BaseDirectory));
        var import = new StoreImport(intake, (stream, name, from) => pipeline.Read(stream, name, from: from), pipeline.ReadOne);
        var watch = new SourceWatch(list, _fetcher, import, diagnostic =>
        {
            whole = false;
            Console.Error.WriteLine(diagnostic);
        });
        var looked = await watch.LookAsync(cancellation);
        intake.Complete();
        store.Gather();
        if (looked > 0)
        {
            await Console.Error.WriteLineAsync(
                $"{looked:N0} sources asked; {import.Sum.Articles:N0} articles new, {import.Sum.Versions - import.Sum.Articles:N0} new versions, {import.Failures.Count:N0} failed");
        }

        return whole;
    }

    public void Dispose() => _fetcher.Dispose();
}
