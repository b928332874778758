using System.Text;
using Dateline.Chronology;
using Dateline.Cli.Pipeline;
using Dateline.Ingest;
using Dateline.Ingest.Fetching;
using Dateline.Storage;
using Dateline.Text;
using IntakeResult = Dateline.Ingest.IntakeResult;

namespace Dateline.IntegrationTests.Fetching;

public sealed class SourceWatchTests : IAsyncLifetime
{
    readonly JumpingClock _clock = new();
    readonly List<(string Name, string Text)> _taken = [];
    readonly List<Diagnostic> _told = [];
    readonly ArticleReader _articles = new();
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

    [Fact]
    public async Task A_page_that_its_feed_says_was_updated_becomes_a_new_version_of_the_same_article()
    {
        using var list = _store.OpenWatchList();
        list.Add(_site.At("/news.xml").AbsoluteUri, WatchedKind.Feed);
        _site.Pages["/news.xml"] = Atom("2025-11-19T08:00:00Z");
        _site.Pages["/a"] = Page("Ferry resumes", "The ferry at Oldford ran again on Monday after two weeks, the harbour said.");
        await LookAsync(list);
        _clock.Pass(TimeSpan.FromDays(1));
        _site.Pages["/a"] = Page("Ferry resumes, and stops", "The ferry at Oldford stopped once more on Tuesday because of the wind, the harbour said.");
        await LookAsync(list);
        Assert.Single(_taken);

        _site.Pages["/news.xml"] = Atom("2025-11-20T09:00:00Z");
        _clock.Pass(TimeSpan.FromDays(1));
        await LookAsync(list);
        Assert.Equal(2, _taken.Count);
        var document = Assert.Single(Documents());
        Assert.Equal((2, "Ferry resumes, and stops", _site.At("/a").AbsoluteUri), (document.Versions, document.Article.Title, document.Article.Url));

        // Said to be updated, but the same bytes: neither a version nor a sign of life.
        _site.Pages["/news.xml"] = Atom("2025-11-21T09:00:00Z");
        _clock.Pass(TimeSpan.FromDays(1));
        await LookAsync(list);
        Assert.Equal(2, _taken.Count);
    }

    [Theory]
    [InlineData("/down", true)]
    [InlineData("/missing", false)]
    public async Task Where_a_page_cannot_be_had_the_words_of_the_feed_are_taken_and_say_so(string path, bool again)
    {
        using var list = _store.OpenWatchList();
        list.Add(_site.At("/news.xml").AbsoluteUri, WatchedKind.Feed);
        _site.Pages["/news.xml"] =
            $"<rss version='2.0'><channel><title>River news</title><item><title>Mill burns</title><link>{_site.At(path)}</link><description>The mill at Oldford burned down on Sunday night.</description></item></channel></rss>";
        await LookAsync(list);
        var document = Assert.Single(Documents());
        Assert.Equal(("Mill burns", _site.At(path).AbsoluteUri), (document.Article.Title, document.Article.Url));
        using (var reader = _store.OpenReader())
        {
            var article = reader.Article(document.Article.Id)!;
            Assert.Contains("burned down on Sunday", article.Text, StringComparison.Ordinal);
            Assert.Equal("DL1097", Assert.Single(article.Diagnostics).Code);
            Assert.Equal(0, reader.Counts().FailedInputs);
        }

        _clock.Pass(TimeSpan.FromDays(1));
        await LookAsync(list);
        Assert.Equal(again ? 2 : 1, _site.Asked.Count(asked => asked.Path == path));
        Assert.Single(Documents());
    }

    [Fact]
    public async Task An_entry_that_leads_nowhere_is_taken_once_in_its_own_words()
    {
        using var list = _store.OpenWatchList();
        list.Add(_site.At("/news.xml").AbsoluteUri, WatchedKind.Feed);
        const string note = "<item><guid isPermaLink='false'>n1</guid><title>Note</title><description>The bridge is open.</description></item>";
        _site.Pages["/news.xml"] = $"<rss version='2.0'><channel><title>River news</title>{note}</channel></rss>";
        await LookAsync(list);
        _clock.Pass(TimeSpan.FromDays(1));
        _site.Pages["/news.xml"] = $"<rss version='2.0'><channel><title>River news</title><item><guid>n2</guid><title>Second note</title><description>The bridge is closed.</description></item>{note}</channel></rss>";
        await LookAsync(list);
        Assert.Equal(["Note", "Second note"], Documents().Select(document => document.Article.Title).Order());
    }

    [Fact]
    public async Task The_charset_of_the_answers_head_is_believed()
    {
        using var list = _store.OpenWatchList();
        list.Add(_site.At("/koi").AbsoluteUri, WatchedKind.Page);
        await LookAsync(list);
        using var reader = _store.OpenReader();
        Assert.Contains("Паром снова ходит", reader.Article(Assert.Single(Documents()).Article.Id)!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slow_host_does_not_hold_up_the_others()
    {
        await using var other = await UnrulySite.StartAsync();
        using var list = _store.OpenWatchList();
        list.Add(_site.At("/wait").AbsoluteUri, WatchedKind.Page);
        list.Add(other.At("/go").AbsoluteUri, WatchedKind.Page);
        // The first answers only when the second was asked: one after the other this would never end.
        await LookAsync(list).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.Equal(2, _taken.Count);
    }

    static string Page(string title, string text) => $"<html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{text}</p></article></body></html>";

    string Atom(string updated) =>
        $"<feed xmlns='http://www.w3.org/2005/Atom'><title>River news</title><entry><id>a</id><title>Ferry</title><link href='{_site.At("/a")}'/><published>2025-11-19T07:00:00Z</published><updated>{updated}</updated></entry></feed>";

    IReadOnlyList<DocumentLine> Documents()
    {
        using var reader = _store.OpenReader();
        return reader.Documents(new ListQuery()).Entries;
    }

    // Articles as they are, with nothing read in them: what is taken in is tested here, not what it says.
    static PipelineResult Plain(IntakeResult taken) => taken.Article is not { } article
        ? new PipelineResult(taken.Id, null, taken.Failure)
        : new PipelineResult(taken.Id, new Reading(article, new Document(article.Text, article.DocumentTime, article.Language ?? "en") { Passages = article.Passages }, [], [], []), null);

    async Task<int> LookAsync(WatchList list)
    {
        using var fetcher = new Fetcher(new FetchOptions { AllowedHosts = ["localhost"], Retries = 0, HostDelay = TimeSpan.Zero }, _clock, new Random(7));
        using var intake = _store.OpenIntake(new Run("1", []));
        var import = new StoreImport(
            intake,
            (stream, name, from) =>
            {
                using var copy = new MemoryStream();
                stream.CopyTo(copy);
                _taken.Add((name, Encoding.UTF8.GetString(copy.ToArray())));
                copy.Position = 0;
                return _articles.Read(copy, name, from: from).Select(Plain).ToList();
            },
            article => Plain(new IntakeResult(article)));
        var looked = await new SourceWatch(list, fetcher, import, _told.Add).LookAsync(TestContext.Current.CancellationToken);
        intake.Complete();
        return looked;
    }

    string Feed(params string[] paths) =>
        $"<rss version='2.0'><channel><title>River news</title>{string.Concat(paths.Select(path => $"<item><title>One</title><link>{_site.At(path)}</link></item>"))}</channel></rss>";
}
