namespace Dateline.Cli.Pipeline;

/// <summary>Runs works that go on until they are stopped; when one ends or fails, the others are stopped too.</summary>
internal static class SideBySide
{
    /// <summary>Waits for all to have ended, so that nobody uses a store that is closed already; a failure comes out before a cancellation.</summary>
    public static async Task RunAsync(IEnumerable<Func<CancellationToken, Task>> works, CancellationToken cancellation)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var running = works.Select(work => work(ending.Token)).ToList();
        await Task.WhenAny(running);
        await ending.CancelAsync();
        await Task.WhenAll(running);
    }
}
