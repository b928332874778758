using System.Net;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Dateline.Storage;
using Dateline.Web.Hosting;
using Microsoft.AspNetCore.Builder;

namespace Dateline.IntegrationTests.Web;

/// <summary>Two coders, one of them at a server of his own; and what is said of them, and of the store as it was, afterwards.</summary>
public sealed class CoderPageTests : IAsyncLifetime
{
    private readonly Store _store = RiverNews.Open();
    private readonly List<WebApplication> _apps = [];
    private HttpClient _first = null!;
    private HttpClient _second = null!;

    public async ValueTask InitializeAsync()
    {
        _store.Gather();
        _first = await Serve(null);
        _second = await Serve("Bea");
    }

    public async ValueTask DisposeAsync()
    {
        _first.Dispose();
        _second.Dispose();
        foreach (var app in _apps) await app.DisposeAsync();
        _store.Dispose();
    }

    [Fact]
    public async Task A_second_coders_server_shows_nothing_of_what_the_first_decided_and_signs_for_him()
    {
        var id = await IdOf("seized");
        var before = await Page(_second, "/e/" + id);
        await Send(_first, $"/e/{id}/reviews", ("act", "correct"), ("field", "actor"), ("words", "residents"), ("coder", "Zora"));
        await Send(_first, $"/e/{id}/reviews", ("act", "reject"), ("note", "Zora was here"), ("coder", "Zora"));

        Assert.DoesNotContain("seized", await Page(_first, "/"), StringComparison.Ordinal);
        Assert.Contains("seized", await Page(_second, "/"), StringComparison.Ordinal);
        Assert.Equal(before, await Page(_second, "/e/" + id));
        foreach (var address in new[] { "/", "/e/" + id, "/review", "/reviews", "/reviews?coder=Zora", "/review?coder=Zora" })
        {
            var seen = await Page(_second, address);
            Assert.DoesNotContain("Zora was here", seen, StringComparison.Ordinal);
            Assert.DoesNotContain(">rejected<", seen, StringComparison.Ordinal);
            Assert.DoesNotContain("Zora", await Text(_second, address, "application/json"), StringComparison.Ordinal);
        }

        using var hidden = await _second.GetAsync("/agreement", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, hidden.StatusCode);

        // Whoever a form says signs: at this server it is Bea, and she is blind.
        var decided = await Send(_second, $"/e/{id}/reviews", ("act", "accept"), ("coder", "Zora"));
        Assert.Equal(("Bea", true), (decided.GetProperty("coder").GetString(), decided.GetProperty("blind").GetBoolean()));
        Assert.Contains("You sign as", await Page(_second, "/review"), StringComparison.Ordinal);
        Assert.DoesNotContain("seized", await Page(_first, "/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Agreement_is_a_page_and_json_with_the_disagreements_linked()
    {
        Assert.Contains("No two coders", await Page(_first, "/agreement"), StringComparison.Ordinal);
        var (one, other) = (await IdOf("seized"), await IdOf("retook"));
        foreach (var id in new[] { one, other }) await Send(_first, $"/e/{id}/reviews", ("act", "accept"), ("coder", "Zora"));
        await Send(_second, $"/e/{one}/reviews", ("act", "accept"));
        await Send(_second, $"/e/{other}/reviews", ("act", "reject"));

        var json = await Json(_first, "/agreement");
        Assert.Equal(("Bea", "Zora"), (json.GetProperty("one").GetString(), json.GetProperty("other").GetString()));
        var verdict = json.GetProperty("fields")[0];
        Assert.Equal((2, 0.5, 0), (verdict.GetProperty("kappa").GetProperty("units").GetInt32(), verdict.GetProperty("kappa").GetProperty("observed").GetDouble(), verdict.GetProperty("kappa").GetProperty("value").GetDouble()));
        Assert.Equal(JsonValueKind.Null, json.GetProperty("fields")[1].GetProperty("alpha").GetProperty("value").ValueKind);
        Assert.Equal(other, Assert.Single(json.GetProperty("disagreements").EnumerateArray()).GetProperty("telling").GetProperty("id").GetString());

        var page = new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(await Page(_first, "/agreement?one=Zora&other=Bea"));
        Assert.NotNull(page.QuerySelector($".log a[href='/e/{other}']"));
        Assert.Contains("not defined", page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        using var wrong = await _first.GetAsync("/agreement?one=" + new string('x', 101), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    [Fact]
    public async Task Snapshots_what_was_known_at_one_and_what_changed_since_are_pages_and_json()
    {
        var id = await IdOf("seized");
        var taken = await Send(_first, "/snapshots", ("note", "<b>before</b>"));
        Assert.Equal((1, "<b>before</b>"), (taken.GetProperty("number").GetInt32(), taken.GetProperty("note").GetString()));
        await Send(_first, $"/e/{id}/reviews", ("act", "reject"), ("coder", "Zora"));

        var list = await Page(_first, "/snapshots");
        Assert.Contains("&lt;b&gt;before&lt;/b&gt;", list, StringComparison.Ordinal);
        Assert.Contains("/?known=1", list, StringComparison.Ordinal);
        Assert.Contains("seized", await Page(_first, "/?known=1"), StringComparison.Ordinal);
        Assert.DoesNotContain("seized", await Page(_first, "/?known=now"), StringComparison.Ordinal);
        var known = await Json(_first, "/?known=1&actor=northern");
        Assert.Contains(known.GetProperty("events").EnumerateArray(), told => told.GetProperty("id").GetString() == id);
        Assert.Empty((await Json(_first, "/?known=1&from=2030-01-01")).GetProperty("events").EnumerateArray());

        var difference = await Json(_first, "/differences?from=1");
        var change = Assert.Single(difference.GetProperty("events").EnumerateArray());
        Assert.Equal(("withdrawn", "decision", "reject (Zora)"), (change.GetProperty("change").GetString(), change.GetProperty("causes")[0].GetProperty("reason").GetString(), change.GetProperty("causes")[0].GetProperty("detail").GetString()));
        var page = await Page(_first, "/differences?from=1&to=now");
        Assert.Contains("reject (Zora)", page, StringComparison.Ordinal);
        foreach (var address in new[] { "/differences?from=7", "/differences", "/?known=", "/?known=1&from=soon" })
        {
            using var wrong = await _first.GetAsync(address, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        }

        using var foreign = new HttpRequestMessage(HttpMethod.Post, "/snapshots") { Content = new FormUrlEncodedContent([KeyValuePair.Create("note", "x")]) };
        foreign.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "cross-site");
        using var refused = await _first.SendAsync(foreign, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Single((await Json(_first, "/snapshots")).GetProperty("snapshots").EnumerateArray());
    }

    private async Task<HttpClient> Serve(string? coder)
    {
        var app = WebServer.Create(_store, new ServerSettings(new Uri("http://127.0.0.1:0")) { SecondCoder = coder });
        _apps.Add(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(app.Urls.First()) };
    }

    private async Task<string> IdOf(string trigger) => (await Json(_first, "/?all=1")).GetProperty("events").EnumerateArray()
        .First(line => line.GetProperty("trigger").GetProperty("text").GetString() == trigger).GetProperty("id").GetString()!;

    private static async Task<JsonElement> Json(HttpClient client, string address) => JsonDocument.Parse(await Text(client, address, "application/json")).RootElement;

    private static Task<string> Page(HttpClient client, string address) => Text(client, address, "text/html");

    private static async Task<string> Text(HttpClient client, string address, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<JsonElement> Send(HttpClient client, string address, params (string Name, string Value)[] form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(form.Select(part => KeyValuePair.Create(part.Name, part.Value))) };
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
    }
}
