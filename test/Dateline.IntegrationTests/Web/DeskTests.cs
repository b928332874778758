using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Dateline.Cli.Pipeline;
using Dateline.Ingest.Fetching;
using Dateline.IntegrationTests.Fetching;
using Dateline.Storage;
using Dateline.Web.Hosting;
using Microsoft.AspNetCore.Builder;

namespace Dateline.IntegrationTests.Web;

/// <summary>What a person changes from the pages, with the real server, the real reader and a site on loopback.</summary>
public sealed class DeskTests : IAsyncLifetime
{
    private const string Story = "River Army takes Oldford\n\nRiver Post, 14 November 2025\n\nThe army seized Oldford on 14 November 2025, the defence ministry said. Residents said that soldiers arrested the mayor on Saturday.\n";

    private readonly Store _store = Store.InMemory();
    private readonly StoreDesk _desk;
    private UnrulySite _elsewhere = null!;
    private WebApplication? _app;
    private HttpClient _client = null!;

    public DeskTests() => _desk = new StoreDesk(
        _store, new Lazy<ReadingPipeline>(static () => ReadingPipeline.Open()), new FetchOptions { AllowedHosts = ["localhost"], HostDelay = TimeSpan.Zero });

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _elsewhere = await UnrulySite.StartAsync();
        _app = WebServer.Create(_store, new ServerSettings(new Uri("http://127.0.0.1:0"), Desk: _desk.ForPages(isWatching: false) with { MostBytes = 256 << 10 }));
        await _app.StartAsync(Stop);
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(_app.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        if (_app is not null) await _app.DisposeAsync();
        _desk.Dispose();
        await _elsewhere.DisposeAsync();
        _store.Dispose();
    }

    [Fact]
    public async Task A_source_is_added_paused_moved_and_removed_by_forms()
    {
        _elsewhere.Pages["/"] = "<html><head><link rel=alternate type='application/rss+xml' href='/news.xml'></head><body>Home</body></html>";
        _elsewhere.Pages["/news.xml"] = "<rss version='2.0'><channel><title>River news</title></channel></rss>";
        using (var added = await Post("/sources", Fields(("url", _elsewhere.At("/").AbsoluteUri), ("group", "News/Sahel"))))
        {
            Assert.Equal((HttpStatusCode.SeeOther, "/sources?done=added#s1"), (added.StatusCode, added.Headers.Location!.ToString()));
        }

        var page = new HtmlParser().ParseDocument(await Page("/sources?done=added"));
        Assert.All(page.QuerySelectorAll("input, select, textarea"), field => Assert.NotNull(page.QuerySelector($"label[for='{field.Id}']")));
        Assert.Equal(page.QuerySelectorAll("button").Length, page.QuerySelectorAll("button").Select(button => button.TextContent).Distinct().Count());
        Assert.Equal("Added. It is looked at next.", page.QuerySelector(".told")!.TextContent);
        Assert.Equal("News/Sahel", page.QuerySelector("section h2")!.TextContent);
        Assert.Equal("River news", page.QuerySelector("#s1 .title")!.TextContent);
        Assert.Contains("not looked at yet", page.QuerySelector("#s1 .health")!.TextContent, StringComparison.Ordinal);

        foreach (var change in (string[])["pause", "resume", "pause", "group"])
        {
            using var changed = await Post($"/sources/1/{change}", Fields(("group", "Rivers")));
            Assert.Equal(HttpStatusCode.SeeOther, changed.StatusCode);
        }

        var source = (await Json("/sources")).GetProperty("sources")[0];
        Assert.True(source.GetProperty("paused").GetBoolean());
        Assert.Equal(("Rivers", "feed", "new", JsonValueKind.Null), (source.GetProperty("group").GetString(), source.GetProperty("kind").GetString(), source.GetProperty("health").GetString(), source.GetProperty("nextAt").ValueKind));
        using (var list = await _client.GetAsync("/sources.opml", Stop))
            Assert.Contains(_elsewhere.At("/news.xml").AbsoluteUri, await list.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        using (await Post("/sources/1/remove", Fields()))
            Assert.Equal(0, (await Json("/sources")).GetProperty("sources").GetArrayLength());
        using var gone = await Post("/sources/1/pause", Fields(), "application/json");
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (gone.StatusCode, gone.Content.Headers.ContentType!.MediaType));
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("ftp://lantern.example/", HttpStatusCode.UnprocessableEntity)]
    [InlineData("http://10.0.0.1/", HttpStatusCode.UnprocessableEntity)]
    public async Task An_address_that_cannot_be_watched_is_a_problem_and_adds_nothing(string url, HttpStatusCode status)
    {
        using var response = await Post("/sources", Fields(("url", url)), "application/json");
        Assert.Equal((status, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.Equal(0, (await Json("/sources")).GetProperty("sources").GetArrayLength());
    }

    [Fact]
    public async Task A_list_of_feeds_is_taken_over_with_its_groups()
    {
        const string list = "<opml version='2.0'><body><outline text='Sahel'><outline type='rss' text='One' xmlUrl='https://lantern.example/1'/><outline type='rss' text='Two' xmlUrl='https://lantern.example/2'/></outline></body></opml>";
        using var response = await Post("/sources/opml", Files("file", ("feeds.opml", list)), "application/json");
        Assert.Equal(2, JsonDocument.Parse(await response.Content.ReadAsStringAsync(Stop)).RootElement.GetProperty("added").GetInt32());
        Assert.Equal("Sahel", (await Json("/sources")).GetProperty("sources")[1].GetProperty("group").GetString());
        using var broken = await Post("/sources/opml", Files("file", ("feeds.opml", "no list")), "application/json");
        Assert.Equal(HttpStatusCode.BadRequest, broken.StatusCode);
    }

    [Fact]
    public async Task A_pasted_text_and_files_are_taken_in_and_what_failed_is_told_with_its_reason()
    {
        using var form = Files("files", ("notes/ferry.txt", "Ferry resumes\n\nRiver Post, 15 November 2025\n\nThe army arrested two fighters at the ferry on Friday, officials said.\n"), ("empty.html", ""));
        form.Add(new StringContent(Story), "text");
        using var response = await Post("/add", form);
        var page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(Stop));
        Assert.Equal("2 articles taken in from 3 inputs; 1 part could not be read.", page.QuerySelector(".told")!.TextContent);
        Assert.Equal("ferry.txt", page.QuerySelectorAll(".taken > li .title")[1].TextContent);
        Assert.Contains("DL1001", page.QuerySelector(".doubt")!.TextContent, StringComparison.Ordinal);
        var article = await Page(page.QuerySelector(".documents a")!.GetAttribute("href")!);
        Assert.Contains("seized", article, StringComparison.Ordinal);
        Assert.True((await Json("/?all=1")).GetProperty("total").GetInt32() > 0);

        using var again = await Post("/add", Text(Story), "application/json");
        var input = JsonDocument.Parse(await again.Content.ReadAsStringAsync(Stop)).RootElement.GetProperty("inputs")[0];
        Assert.True(input.GetProperty("wasThere").GetBoolean());
        Assert.Equal("River Army takes Oldford", input.GetProperty("articles")[0].GetProperty("title").GetString());
    }

    [Fact]
    public async Task What_is_over_the_limit_is_refused_whole_and_says_how_much_is_allowed()
    {
        // The server answers as soon as it sees the length; who waits for that answer never sends into a closed connection.
        using var declared = await Post("/add", Text(new string('x', 400 << 10)), "application/json", ("Expect", "100-continue"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, declared.StatusCode);
        Assert.Contains("At most", await declared.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        using var none = await Post("/add", Text("  "), "application/json");
        Assert.Equal(HttpStatusCode.BadRequest, none.StatusCode);
        using var noForm = await Post("/add", new StringContent("{}", Encoding.UTF8, "application/json"), "application/json");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, noForm.StatusCode);
        Assert.Equal(0, (await Json("/documents")).GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.NotFound)]
    [InlineData("Origin", "SELF", HttpStatusCode.NotFound)]
    public async Task A_page_elsewhere_can_change_nothing(string header, string value, HttpStatusCode status)
    {
        using var response = await Post("/sources/99/remove", Fields(), "application/json", (header, value == "SELF" ? _client.BaseAddress!.GetLeftPart(UriPartial.Authority) : value));
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task An_empty_store_leads_to_the_paste_box_and_a_sample_that_works()
    {
        var start = new HtmlParser().ParseDocument(await Page("/"));
        Assert.Contains(start.QuerySelectorAll(".none a"), link => link.GetAttribute("href") == "/add?sample=1");
        var box = new HtmlParser().ParseDocument(await Page("/add?sample=1"));
        using var response = await Post("/add", Text(box.QuerySelector("textarea")!.TextContent), "application/json");
        var article = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Stop)).RootElement.GetProperty("inputs")[0].GetProperty("articles")[0];
        Assert.True(article.GetProperty("isNew").GetBoolean());
        Assert.True(article.GetProperty("events").GetInt32() > 0);
    }

    [Fact]
    public async Task An_edited_article_shows_its_versions_and_what_changed()
    {
        string At(string title, string last) => $"<html><head><title>{title}</title><link rel=canonical href='https://lantern.example/oldford'></head><body><article><h1>{title}</h1><p>The army seized Oldford on 14 November 2025, the defence ministry said.</p><p>At least 40 soldiers were killed in the fight for the mill, a spokesman said.</p><p>{last}</p></article></body></html>";
        using (await Post("/add", Files("files", ("one.html", At("Oldford falls", "The bridge was closed to all traffic on Sunday evening."))))) { }
        using (await Post("/add", Files("files", ("two.html", At("Oldford falls to the army", "The bridge was opened to all traffic on Sunday evening."))))) { }

        var document = Assert.Single((await Json("/documents")).GetProperty("documents").EnumerateArray());
        Assert.Equal(2, document.GetProperty("versions").GetInt32());
        var id = document.GetProperty("article").GetProperty("id").GetString();
        Assert.Equal(2, (await Json($"/d/{id}")).GetProperty("versions").GetArrayLength());
        var reader = new HtmlParser().ParseDocument(await Page($"/d/{id}"));
        var link = reader.QuerySelector(".versions a[href*=changes]")!.GetAttribute("href")!;
        var changes = new HtmlParser().ParseDocument(await Page(link));
        Assert.Equal("Oldford falls to the army", changes.QuerySelector(".fields-list ins")!.TextContent);
        Assert.Contains(changes.QuerySelectorAll(".changes .edited del"), words => words.TextContent == "closed");
        Assert.Contains(changes.QuerySelectorAll(".changes .edited ins"), words => words.TextContent == "opened");
        var json = await Json(link);
        Assert.Contains("same", json.GetProperty("passages").EnumerateArray().Select(passage => passage.GetProperty("kind").GetString()));
        using var none = await _client.GetAsync($"/d/{id}/changes?from=7&to=2", Stop);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    private static FormUrlEncodedContent Fields(params (string Name, string Value)[] fields) => new(fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)));

    private static MultipartFormDataContent Text(string text) => new() { { new StringContent(text), "text" } };

    private static MultipartFormDataContent Files(string field, params (string Name, string Text)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, text) in files) form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } }, field, name);
        return form;
    }

    private async Task<HttpResponseMessage> Post(string address, HttpContent content, string accept = "text/html", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        request.Headers.TryAddWithoutValidation("Accept", accept);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await _client.SendAsync(request, Stop);
    }

    private async Task<string> Page(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept", "text/html");
        using var response = await _client.SendAsync(request, Stop);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync(Stop);
    }

    private async Task<JsonElement> Json(string address) => JsonDocument.Parse(await _client.GetStringAsync(address, Stop)).RootElement;
}
