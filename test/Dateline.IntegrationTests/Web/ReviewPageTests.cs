using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Dateline.IntegrationTests.Web;

/// <summary>Deciding by forms and by programs. Each test has a site of its own: decisions change what the pages show.</summary>
public sealed class ReviewPageTests : IAsyncLifetime
{
    private readonly Site _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_form_decides_signs_and_comes_back_to_its_page()
    {
        var id = await Id("killed");
        // Who has not signed yet is asked for a name in the form itself.
        Assert.NotNull(Parse(await _site.Page("/e/" + id)).QuerySelector(".verdict input[name=coder][required]"));
        using var answer = await Send($"/e/{id}/reviews", "text/html", [("act", "accept"), ("coder", "Ada Óg"), ("return", "/review")]);
        Assert.Equal((HttpStatusCode.SeeOther, "/review"), (answer.StatusCode, answer.Headers.Location!.ToString()));
        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);

        var page = Parse(await _site.Page("/e/" + id));
        Assert.Contains("accepted", page.QuerySelector(".decisions")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ada Óg", page.QuerySelector(".decisions")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("killed", (await _site.Page("/")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_decides_with_json_and_gets_the_decision_or_a_pointer_to_what_is_wrong()
    {
        var id = await Id("seized");
        using var wrong = await _site.Client.PostAsJsonAsync($"/e/{id}/reviews", new { act = "correct", field = "actor", words = "the Southern Front", coder = "ada" }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Equal("/words", (await Read(wrong)).GetProperty("errors")[0].GetProperty("pointer").GetString());

        using var right = await _site.Client.PostAsJsonAsync($"/e/{id}/reviews", new { act = "correct", field = "actor", words = "residents", coder = "ada" }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Created, right.StatusCode);
        var review = await Read(right);
        Assert.Equal(("correct", "actor", "residents", true), (review.GetProperty("act").GetString(), review.GetProperty("field").GetString(), review.GetProperty("words").GetString(), review.GetProperty("inForce").GetBoolean()));
        var telling = (await _site.Json("/e/" + id)).GetProperty("tellings")[0];
        Assert.Equal("residents", telling.GetProperty("actors")[0].GetProperty("text").GetString());
        Assert.Equal("actor", telling.GetProperty("corrected")[0].GetString());

        using var undo = await _site.Client.PostAsJsonAsync($"/reviews/{review.GetProperty("id").GetString()}/undo", new { coder = "ada" }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Created, undo.StatusCode);
        Assert.Equal("Fighters of the Northern Front", (await _site.Json("/e/" + id)).GetProperty("tellings")[0].GetProperty("actors")[0].GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task A_decision_sent_from_elsewhere_is_refused(string header, string value)
    {
        var id = await Id("seized");
        foreach (var address in new[] { $"/e/{id}/reviews", "/reviews/undo", "/reviews/x/undo", "/review/coder" })
        {
            using var answer = await Send(address, "application/json", [("act", "reject"), ("coder", "mallory")], (header, value));
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        Assert.Equal(0, (await _site.Json("/reviews")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Nobody_is_sent_to_another_server_afterwards()
    {
        var id = await Id("seized");
        foreach (var (name, where) in new[] { ("a", "https://evil.example/"), ("b", "//evil.example"), ("c", "/\\evil.example"), ("d", "javascript:alert(1)") })
        {
            using var answer = await Send($"/e/{id}/reviews", "text/html", [("act", "note"), ("note", name), ("coder", "ada"), ("return", where)]);
            Assert.Equal("/e/" + id, answer.Headers.Location!.ToString());
        }
    }

    [Fact]
    public async Task After_a_merge_the_old_address_leads_to_the_event_until_the_merge_is_taken_back()
    {
        var (one, other) = (await Id("seized"), await Id("retook"));
        using var merged = await Send($"/e/{one}/reviews", "application/json", [("act", "merge"), ("other", "/e/" + other), ("coder", "ada")]);
        Assert.Equal(HttpStatusCode.Created, merged.StatusCode);
        using var a = await _site.Ask("/e/" + one);
        using var b = await _site.Ask("/e/" + other);
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.MovedPermanently], new[] { a.StatusCode, b.StatusCode }.Order());
        var (lead, old) = a.StatusCode == HttpStatusCode.OK ? (one, other) : (other, one);
        var moved = a.StatusCode == HttpStatusCode.OK ? b : a;
        Assert.Equal("/e/" + lead, moved.Headers.Location!.ToString());
        Assert.Contains("no-store", moved.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal("/e/" + lead, (await _site.Json("/e/" + old)).GetProperty("seeAlso")[0].GetString());
        Assert.Empty((await _site.Json("/e/" + lead)).GetProperty("seeAlso").EnumerateArray());

        using var undo = await Send("/reviews/undo", "application/json", [("coder", "ada")]);
        Assert.Equal(HttpStatusCode.Created, undo.StatusCode);
        using var again = await _site.Ask("/e/" + old);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task A_withdrawn_article_leaves_a_tombstone_and_comes_back_when_the_decision_is_taken_back()
    {
        var telling = (await _site.Json("/?all=1")).GetProperty("events").EnumerateArray().First(line => line.GetProperty("trigger").GetProperty("text").GetString() == "banned");
        var article = telling.GetProperty("article").GetProperty("id").GetString();
        using var withdrawn = await Send($"/d/{article}/reviews", "application/json", [("act", "withdraw"), ("note", "retracted by its outlet"), ("coder", "ada")]);
        Assert.Equal(HttpStatusCode.Created, withdrawn.StatusCode);
        using var gone = await _site.Ask("/d/" + article);
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        Assert.Contains("retracted by its outlet", await gone.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.DoesNotContain("banned", await _site.Page("/"), StringComparison.Ordinal);
        using var undo = await Send("/reviews/undo", "application/json", [("coder", "ada")]);
        using var back = await _site.Ask("/d/" + article);
        Assert.Equal(HttpStatusCode.OK, back.StatusCode);
    }

    [Fact]
    public async Task The_ledger_is_a_page_json_and_a_calendar_and_takes_outcomes_only()
    {
        Assert.Empty((await _site.Json("/predictions")).GetProperty("predictions").EnumerateArray());
        using var calendar = await _site.Ask("/predictions.ics", "*/*");
        Assert.Equal("text/calendar", calendar.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", await calendar.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var unknown = await Send("/predictions/none/reviews", "application/json", [("act", "outcome"), ("value", "failed"), ("coder", "ada")]);
        Assert.Equal("/about", (await Read(unknown)).GetProperty("errors")[0].GetProperty("pointer").GetString());
        using var other = await Send("/predictions/none/reviews", "application/json", [("act", "accept"), ("coder", "ada")]);
        Assert.Equal("/act", (await Read(other)).GetProperty("errors")[0].GetProperty("pointer").GetString());
        using var telling = await Send($"/e/{await Id("seized")}/reviews", "application/json", [("act", "outcome"), ("value", "failed"), ("coder", "ada")]);
        Assert.Equal("/act", (await Read(telling)).GetProperty("errors")[0].GetProperty("pointer").GetString());
    }

    [Fact]
    public async Task The_queue_and_the_log_are_pages_and_json()
    {
        var queue = await _site.Json("/review");
        Assert.Equal(7, queue.GetProperty("total").GetInt32());
        var first = queue.GetProperty("queue")[0].GetProperty("telling").GetProperty("id").GetString();
        Assert.Equal(await Id("killed"), first);
        var page = Parse(await _site.Page("/review"));
        Assert.Equal(7, page.QuerySelectorAll(".queue .line").Length);
        Assert.Contains("half a point where accounts dispute", page.Body!.TextContent, StringComparison.Ordinal);

        using var done = await Send($"/e/{first}/reviews", "application/json", [("act", "reject"), ("coder", "ada"), ("note", "<i>not</i> said")]);
        Assert.Equal(6, (await _site.Json("/review")).GetProperty("total").GetInt32());
        var log = Parse(await _site.Page("/reviews"));
        Assert.Contains("<i>not</i> said", log.QuerySelector(".log")!.TextContent, StringComparison.Ordinal);
        Assert.Single(log.QuerySelectorAll(".log form"));
        Assert.Equal("ada", (await _site.Json("/reviews?coder=ada")).GetProperty("reviews")[0].GetProperty("coder").GetString());
        Assert.Equal(0, (await _site.Json("/reviews?coder=bea")).GetProperty("total").GetInt32());
    }

    private async Task<string> Id(string trigger) => (await _site.Json("/?all=1")).GetProperty("events").EnumerateArray()
        .First(line => line.GetProperty("trigger").GetProperty("text").GetString() == trigger).GetProperty("id").GetString()!;

    private async Task<HttpResponseMessage> Send(string address, string accept, (string Name, string Value)[] form, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(form.Select(part => KeyValuePair.Create(part.Name, part.Value))) };
        request.Headers.TryAddWithoutValidation("Accept", accept);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await _site.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<JsonElement> Read(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;

    private static IHtmlDocument Parse(string html) => new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(html);
}
