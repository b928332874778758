using System.Diagnostics;

namespace Dateline.IntegrationTests.Fetching;

/// <summary>The commands as they are typed, against a site on loopback.</summary>
public sealed class WatchCommandTests : IAsyncLifetime
{
    readonly string _folder = Directory.CreateTempSubdirectory("dateline-watch-").FullName;
    UnrulySite _site = null!;

    public async ValueTask InitializeAsync() => _site = await UnrulySite.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_source_is_added_listed_looked_at_paused_and_removed()
    {
        _site.Pages["/"] = "<html><head><link rel=alternate type='application/rss+xml' href='/news.xml'></head><body>Home</body></html>";
        _site.Pages["/news.xml"] = $"<rss version='2.0'><channel><title>River news</title><item><title>Ferry</title><link>{_site.At("/a")}</link></item></channel></rss>";
        _site.Pages["/a"] = "<html><head><title>Ferry resumes</title></head><body><article><h1>Ferry resumes</h1><p>The army seized Oldford on 14 November 2025, the ministry said.</p></article></body></html>";
        var feed = _site.At("/news.xml").AbsoluteUri;

        Assert.Equal((0, ""), await Watch("add", _site.At("/").AbsoluteUri, "--group", "News", "--allow-host", "localhost"));
        Assert.Contains($"1\tNews\tRiver news\t{feed}\tnot yet asked", (await Watch("list")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await Watch("run", "--once", "--allow-host", "localhost")).Code);
        Assert.Contains("fresh, asked", (await Watch("list")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await Watch("pause", feed)).Code);
        Assert.Contains("paused, fresh", (await Watch("list")).Output, StringComparison.Ordinal);
        Assert.Contains($"xmlUrl=\"{feed}\"", (await Watch("export")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await Watch("remove", "1")).Code);
        Assert.Equal((0, ""), await Watch("list"));
        Assert.Equal(1, (await Watch("resume", "1")).Code);
    }

    [Fact]
    public async Task What_cannot_be_watched_ends_with_one_and_adds_nothing()
    {
        Assert.Equal(1, (await Watch("add", "no address")).Code);
        Assert.Equal(1, (await Watch("add", _site.At("/").AbsoluteUri)).Code);
        Assert.Equal(2, (await Watch("add", _site.At("/").AbsoluteUri, "--contact", "two words")).Code);
        Assert.False(File.Exists(Path.Combine(_folder, "store.db")));
    }

    async Task<(int Code, string Output)> Watch(string command, params string[] rest)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "dateline.dll"), "watch", command, .. rest, "--store", Path.Combine(_folder, "store.db")])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        process.BeginErrorReadLine();
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output);
    }
}
