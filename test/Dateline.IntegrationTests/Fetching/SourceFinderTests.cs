using Dateline.Cli.Pipeline;
using Dateline.Ingest.Fetching;
using Dateline.Storage;

namespace Dateline.IntegrationTests.Fetching;

public sealed class SourceFinderTests : IAsyncLifetime
{
    const string News = "<rss version='2.0'><channel><title>River news</title></channel></rss>";

    UnrulySite _site = null!;
    Fetcher _fetcher = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await UnrulySite.StartAsync();
        _fetcher = new Fetcher(new FetchOptions { AllowedHosts = ["localhost"], Retries = 0, HostDelay = TimeSpan.Zero });
    }

    public ValueTask DisposeAsync()
    {
        _fetcher.Dispose();
        return _site.DisposeAsync();
    }

    [Fact]
    public async Task The_feed_that_a_page_declares_is_found_past_one_that_is_dead()
    {
        _site.Pages["/"] = "<html><head><link rel=alternate type='application/rss+xml' href='/old.xml'><link rel=alternate type='application/rss+xml' href='/news.xml'></head><body>Home</body></html>";
        _site.Pages["/news.xml"] = News;
        Assert.Equal(new FoundSource(_site.At("/news.xml").AbsoluteUri, WatchedKind.Feed, "River news"), (await Find("/")).Found);
    }

    [Fact]
    public async Task A_site_that_declares_none_may_have_its_feed_in_a_usual_place()
    {
        _site.Pages["/"] = "<html><body>Home</body></html>";
        Assert.Equal(_site.At("/feed").AbsoluteUri, (await Find("/")).Found?.Url);
    }

    [Theory]
    [InlineData("/news.xml", News, WatchedKind.Feed)]
    [InlineData("/map.xml", "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>https://lantern.example/a</loc></url></urlset>", WatchedKind.Sitemap)]
    public async Task A_feed_or_sitemap_is_itself_what_is_watched(string path, string body, WatchedKind kind)
    {
        _site.Pages[path] = body;
        var (found, _) = await Find(path);
        Assert.Equal((_site.At(path).AbsoluteUri, kind), (found!.Url, found.Kind));
    }

    [Theory]
    [InlineData("/", "DL1924")]
    [InlineData("/none", "DL1094")]
    public async Task Where_nothing_is_found_the_reason_is_told(string path, string code)
    {
        _site.Pages["/"] = "<html><head><link rel=alternate type='application/rss+xml' href='/old.xml'></head><body>Home</body></html>";
        var (found, failure) = await Find(path);
        Assert.Null(found);
        Assert.Equal(code, failure!.Code);
    }

    [Theory]
    [InlineData("lantern.example")]
    [InlineData("ftp://lantern.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task What_is_no_web_address_is_refused_unasked(string text) =>
        Assert.Equal("DL1922", (await new SourceFinder(_fetcher).FindAsync(text, false, TestContext.Current.CancellationToken)).Failure!.Code);

    Task<(FoundSource? Found, Text.Diagnostic? Failure)> Find(string path) =>
        new SourceFinder(_fetcher).FindAsync(_site.At(path).AbsoluteUri, false, TestContext.Current.CancellationToken);
}
