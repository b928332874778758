using System.Text;
using Dateline.Cli.Pipeline;
using Dateline.Ingest.Fetching;
using Dateline.Storage;
using Dateline.Text;

namespace Dateline.IntegrationTests.Fetching;

public sealed class SourceWatchTests : IAsyncLifetime
{
    readonly JumpingClock _clock = new();
    readonly List<(string Name, string Text)> _taken = [];
    readonly List<Diagnostic> _told = [];
    UnrulySite _site = null!;
    Store _store = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await UnrulySite.StartAsync();
        _store = Store.InMemory(_clock);
    }

    public async ValueTask DisposeAsync()
    {
        _store.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task Each_page_that_a_feed_names_is_taken_once_and_a_new_one_later()
    {
        using var list = _store.OpenWatchList();
        list.Add(_site.At("/news.xml").AbsoluteUri, WatchedKind.Feed);
        _site.Pages["/news.xml"] = Feed("/a", "/b");
        _site.Pages["/a"] = "<html><body><p>Ferry resumes.</p></body></html>";
        _site.Pages["/b"] = "<html><body><p>Bridge closed.</p></body></html>";
        Assert.Equal(1, await LookAsync(list));
        Assert.Equal([_site.At("/a").AbsoluteUri, _site.At("/b").AbsoluteUri], _taken.Select(taken => taken.Name));
        Assert.Equal("River news", list.All()[0].Title);
        Assert.Equal(0, await LookAsync(list));

        _clock.Pass(TimeSpan.FromDays(1));
        _site.Pages["/news.xml"] = Feed("/c", "/a");
        _site.Pages["/c"] = "<html><body><p>Market opens.</p></body></html>";
        Assert.Equal(1, await LookAsync(list));
        Assert.Equal(3, _taken.Count);
        Assert.Equal(_site.At("/c").AbsoluteUri, _taken[2].Name);
    }

    [Fact]
    public async Task A_page_that_is_not_there_is_told_and_not_asked_for_again_but_one_that_is_down_is()
    {
        using var list = _store.OpenWatchList();
        list.Add(_site.At("/news.xml").AbsoluteUri, WatchedKind.Feed);
        _site.Pages["/news.xml"] = Feed("/missing", "/down");
        await LookAsync(list);
        Assert.Equal(["DL1094", "DL1094"], _told.Select(told => told.Code));
        Assert.Equal(SourceHealth.Fresh, list.All()[0].Health);
        _clock.Pass(TimeSpan.FromDays(1));
        await LookAsync(list);
        Assert.Single(_site.Asked, asked => asked.Path == "/missing");
        Assert.Equal(2, _site.Asked.Count(asked => asked.Path == "/down"));
    }

    [Fact]
    public async Task A_sitemap_index_leads_to_the_pages_of_its_sitemaps()
    {
        using var list = _store.OpenWatchList();
        list.Add(_site.At("/index.xml").AbsoluteUri, WatchedKind.Sitemap);
        _site.Pages["/index.xml"] = $"<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><sitemap><loc>{_site.At("/map.xml")}</loc></sitemap></sitemapindex>";
        _site.Pages["/map.xml"] = $"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>{_site.At("/a")}</loc></url></urlset>";
        _site.Pages["/a"] = "<html><body><p>Ferry resumes.</p></body></html>";
        await LookAsync(list);
        Assert.Equal(_site.At("/a").AbsoluteUri, Assert.Single(_taken).Name);
    }

    [Fact]
    public async Task A_watched_page_is_taken_when_it_changes_and_a_feed_that_became_a_page_fails()
    {
        using var list = _store.OpenWatchList();
        list.Add(_site.At("/live").AbsoluteUri, WatchedKind.Page);
        list.Add(_site.At("/news.xml").AbsoluteUri, WatchedKind.Feed);
        _site.Pages["/live"] = "<html><body><p>First state.</p></body></html>";
        _site.Pages["/news.xml"] = "<!DOCTYPE html><html><body>We moved.</body></html>";
        await LookAsync(list);
        Assert.Equal("DL1921", Assert.Single(_told).Code);
        Assert.Equal(SourceHealth.Failing, list.Find(_site.At("/news.xml").AbsoluteUri)!.Health);
        _clock.Pass(TimeSpan.FromDays(1));
        await LookAsync(list);
        Assert.Single(_taken);
        _site.Pages["/live"] = "<html><body><p>Second state.</p></body></html>";
        _clock.Pass(TimeSpan.FromDays(2));
        await LookAsync(list);
        Assert.Equal(2, _taken.Count);
        Assert.Contains("Second state", _taken[1].Text);
    }

    async Task<int> LookAsync(WatchList list)
    {
        using var fetcher = new Fetcher(new FetchOptions { AllowedHosts = ["localhost"], Retries = 0, HostDelay = TimeSpan.Zero }, _clock, new Random(7));
        using var intake = _store.OpenIntake(new Run("1", []));
        var import = new StoreImport(intake, (stream, name) =>
        {
            using var reader = new StreamReader(stream, Encoding.UTF8);
            _taken.Add((name, reader.ReadToEnd()));
            return [];
        });
        var looked = await new SourceWatch(list, fetcher, import, _told.Add).LookAsync(TestContext.Current.CancellationToken);
        intake.Complete();
        return looked;
    }

    string Feed(params string[] paths) =>
        $"<rss version='2.0'><channel><title>River news</title>{string.Concat(paths.Select(path => $"<item><title>One</title><link>{_site.At(path)}</link></item>"))}</channel></rss>";
}
