using System.Globalization;
using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Dateline.IntegrationTests.Web;

public sealed class PageTests(Site site) : IClassFixture<Site>
{
    private static readonly string[] Addresses = ["/", "/?all=1&order=newest", "/documents", "/actors", "/search?q=mill", "/search", "/about", "/sources", "/add", "/review", "/reviews", "/predictions", "/states", "/states?at=2023-06-01", "/missing"];

    [Fact]
    public async Task Every_page_is_well_formed_and_has_one_heading_one_main_and_a_label_for_each_field()
    {
        foreach (var address in Addresses.Concat(await Deep()))
        {
            using var response = await site.Ask(address);
            var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            var page = Parse(html);

            Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
            Assert.Single(page.QuerySelectorAll("h1"));
            Assert.Single(page.QuerySelectorAll("main"));
            Assert.NotEmpty(page.Title!);
            var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
            Assert.Equal(ids.Distinct().Count(), ids.Count);
            foreach (var field in page.QuerySelectorAll("input:not([type=hidden]), select"))
                Assert.NotNull(page.QuerySelector($"label[for='{field.Id}']"));
            var levels = page.QuerySelectorAll("h1,h2,h3,h4").Select(heading => heading.TagName[1] - '0').ToList();
            Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, address));
        }
    }

    [Fact]
    public async Task A_line_shows_who_did_what_to_whom_where_when_who_says_so_and_the_words()
    {
        var page = Parse(await site.Page("/?actor=Northern&kind=coerce"));
        var line = Assert.Single(page.QuerySelectorAll("li.line"));

        Assert.Contains("Northern Front", line.QuerySelector(".act")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("seized", line.QuerySelector(".deed")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("River Army", line.QuerySelector(".act")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("14 November 2025", line.QuerySelector(".when time")!.TextContent);
        Assert.Equal("2025-11-14", line.QuerySelector(".when time")!.GetAttribute("title"));
        Assert.Contains("in Oldford (MLI)", Level(line.QuerySelector(".place")!.TextContent), StringComparison.Ordinal);
        Assert.Contains("according to Colonel Ada Marsh", Level(line.QuerySelector(".speaker")!.TextContent), StringComparison.Ordinal);
        Assert.Equal("Fighters of the Northern Front seized Oldford on 14 November 2025", line.QuerySelector("q")!.TextContent);
        Assert.Equal("seized", line.QuerySelector("q b")!.TextContent);
        Assert.Contains("River Post", line.QuerySelector(".origin")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/", 6)]
    [InlineData("/?all=1", 7)]
    [InlineData("/?kind=coerce&kind=retreat", 4)]
    [InlineData("/?from=2025-11-15&to=2025-11-16", 2)]
    [InlineData("/?to=2022", 1)]
    [InlineData("/?outlet=River+Post", 2)]
    [InlineData("/?place=Oldford", 2)]
    [InlineData("/?actor=River+Army&role=recipient", 2)]
    [InlineData("/?q=marches", 1)]
    [InlineData("/?actor=nobody", 0)]
    public async Task Filters_narrow_the_chronology_on_the_page_and_in_json(string address, int expected)
    {
        var page = Parse(await site.Page(address));
        var json = await site.Json(address);

        Assert.Equal(expected, page.QuerySelectorAll("li.line").Length);
        Assert.Equal(expected, json.GetProperty("events").GetArrayLength());
        Assert.Equal(expected, json.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task The_filter_form_keeps_what_was_asked()
    {
        var page = Parse(await site.Page("/?actor=Front&from=2025-11&kind=retreat&all=1"));

        Assert.Equal("Front", ((IHtmlInputElement)page.QuerySelector("#f-actor")!).Value);
        Assert.Equal("2025-11", ((IHtmlInputElement)page.QuerySelector("#f-from")!).Value);
        Assert.Equal("retreat", ((IHtmlSelectElement)page.QuerySelector("#f-kind")!).Value);
        Assert.True(((IHtmlInputElement)page.QuerySelector("#f-all")!).IsChecked);
        Assert.True(page.QuerySelector("details")!.HasAttribute("open"));
    }

    [Fact]
    public async Task Hostile_text_stays_text()
    {
        var lines = await site.Page("/");
        var article = (await site.Json("/")).GetProperty("events").EnumerateArray().First(line => line.GetProperty("article").GetProperty("outlet").GetString() == "<i>Post</i>");
        var reader = await site.Page("/d/" + article.GetProperty("article").GetProperty("id").GetString());
        foreach (var html in new[] { lines, reader, await site.Page("/documents"), await site.Page("/search?q=%22%3E%3Cscript%3E") })
        {
            var page = Parse(html);
            Assert.Empty(page.QuerySelectorAll("img, i, script:not([src]), [onerror]"));
            Assert.DoesNotContain("href=\"javascript:", html, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal(RiverNews.HostileTitle, Parse(reader).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task The_reader_prints_the_text_character_for_character_with_its_words_marked()
    {
        var telling = await Telling("seized");
        var id = telling.GetProperty("article").GetProperty("id").GetString();
        var text = (await site.Json("/d/" + id)).GetProperty("text").GetString()!;
        var page = Parse(await site.Page($"/d/{id}?event=e1"));

        Assert.Equal(text.Split("\n\n"), page.QuerySelectorAll("[data-text] p").Select(passage => passage.TextContent));
        Assert.Equal(
            "Fighters of the Northern Front seized Oldford on 14 November 2025",
            string.Concat(page.QuerySelectorAll("[data-text] .chosen").Select(stretch => stretch.TextContent)));
        Assert.NotNull(page.GetElementById("e1"));
        // The headline holds a flag outside the basic plane: one code point, two code units.
        Assert.Equal("39", page.QuerySelectorAll("[data-text] p")[1].GetAttribute("data-c"));
    }

    [Fact]
    public async Task Offsets_in_json_count_code_points_and_point_at_their_words()
    {
        var telling = await Telling("seized");
        var text = (await site.Json("/d/" + telling.GetProperty("article").GetProperty("id").GetString())).GetProperty("text").GetString()!;
        var runes = text.EnumerateRunes().ToArray();
        foreach (var words in new[] { telling.GetProperty("trigger"), telling.GetProperty("evidence"), telling.GetProperty("place"), telling.GetProperty("actors")[0], telling.GetProperty("time").GetProperty("words") })
            Assert.Equal(words.GetProperty("text").GetString(), string.Concat(runes[words.GetProperty("begin").GetInt32()..words.GetProperty("end").GetInt32()]));
    }

    [Fact]
    public async Task An_event_page_has_each_claim_with_its_words_in_their_passage()
    {
        var telling = await Telling("seized");
        var id = telling.GetProperty("id").GetString();
        var page = Parse(await site.Page("/e/" + id));
        var json = await site.Json("/e/" + id);

        var claims = json.GetProperty("claims").EnumerateArray().Select(claim => claim.GetProperty("aspect").GetString()).ToList();
        Assert.Equal(["what", "actor", "recipient", "place", "time"], claims);
        Assert.Equal(5, page.QuerySelectorAll(".claims tbody tr").Length);
        Assert.Equal("seized", page.QuerySelector(".claims tbody q b")!.TextContent);
        Assert.Contains("very likely right", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("CAMEO 171", page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_input_that_could_not_be_read_is_a_row_with_its_reason()
    {
        var page = Parse(await site.Page("/documents"));
        var json = await site.Json("/documents");

        Assert.Contains("the page has no text; save it again", page.QuerySelector(".failures")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("DL1001", json.GetProperty("failures")[0].GetProperty("error").GetProperty("code").GetString());
        Assert.Equal(4, page.QuerySelectorAll(".documents li").Length);
    }

    [Fact]
    public async Task An_actor_has_a_page_with_its_own_chronology()
    {
        var actor = (await site.Json("/actors")).GetProperty("actors").EnumerateArray().First(line => line.GetProperty("name").GetString() == "Northern Front");
        var address = "/actors/" + Uri.EscapeDataString(actor.GetProperty("entity").GetString()!);

        Assert.Equal("Northern Front", Parse(await site.Page(address)).QuerySelector("h1")!.TextContent);
        Assert.Equal(2, (await site.Json(address)).GetProperty("chronology").GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_search_marks_the_words_it_found()
    {
        var page = Parse(await site.Page("/search?q=shelling"));
        Assert.Equal("shelling", Assert.Single(page.QuerySelectorAll(".hits mark")).TextContent);
        Assert.Equal(1, (await site.Json("/search?q=shelling")).GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("/?from=yesterday", "/from")]
    [InlineData("/?from=2025-12&to=2025-01", "/to")]
    [InlineData("/?kind=party", "/kind")]
    [InlineData("/?limit=0", "/limit")]
    [InlineData("/documents?limit=9999", "/limit")]
    public async Task A_wrong_filter_is_refused_with_a_pointer_to_it(string address, string pointer)
    {
        using var response = await site.Ask(address, "application/json");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal(pointer, problem.GetProperty("errors")[0].GetProperty("pointer").GetString());
        Assert.Equal(400, problem.GetProperty("status").GetInt32());
    }

    [Theory]
    [InlineData("/e/none")]
    [InlineData("/d/none")]
    [InlineData("/actors/none")]
    [InlineData("/nowhere")]
    [InlineData("/assets/none.js")]
    public async Task What_is_not_there_is_404_as_a_problem_or_as_a_page(string address)
    {
        using var json = await site.Ask(address, "application/json");
        using var html = await site.Ask(address);
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (json.StatusCode, json.Content.Headers.ContentType!.MediaType));
        Assert.Equal((HttpStatusCode.NotFound, "text/html"), (html.StatusCode, html.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task Pages_of_a_chronology_follow_one_another_by_a_link_and_no_line_comes_twice()
    {
        var seen = new List<string>();
        var address = "/?limit=2";
        while (address is not null)
        {
            using var response = await site.Ask(address, "application/json");
            var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
            seen.AddRange(json.GetProperty("events").EnumerateArray().Select(line => line.GetProperty("id").GetString()!));
            address = response.Headers.TryGetValues("Link", out var links) ? links.Single().Split('>')[0].TrimStart('<') : null;
        }

        Assert.Equal(6, seen.Count);
        Assert.Equal(6, seen.Distinct().Count());
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/json")]
    public async Task What_has_not_changed_is_not_sent_again(string accept)
    {
        using var first = await site.Ask("/", accept);
        using var second = await site.Ask("/", accept, ("If-None-Match", first.Headers.ETag!.ToString()));
        using var other = await site.Ask("/", accept, ("If-None-Match", "\"other\""));
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Every_answer_forbids_scripts_and_frames_from_elsewhere()
    {
        foreach (var address in new[] { "/", "/missing", "/openapi.json", "/assets/dateline.css" })
        {
            using var response = await site.Ask(address);
            var policy = response.Headers.GetValues("Content-Security-Policy").Single();
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("same-origin", response.Headers.GetValues("Referrer-Policy").Single());
        }
    }

    [Fact]
    public async Task A_name_that_is_not_this_machine_is_not_answered()
    {
        using var response = await site.Ask("/", "application/json", ("Host", "evil.example"));
        Assert.Equal(HttpStatusCode.MisdirectedRequest, response.StatusCode);
    }

    [Fact]
    public async Task Files_come_from_the_assembly_and_nothing_on_a_page_comes_from_elsewhere()
    {
        var page = Parse(await site.Page("/"));
        foreach (var address in page.QuerySelectorAll("link[href], script[src]").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!))
        {
            Assert.StartsWith("/assets/", address, StringComparison.Ordinal);
            using var response = await site.Ask(address, "*/*");
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Contains("immutable", response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_description_names_every_address()
    {
        var paths = (await site.Json("/openapi.json")).GetProperty("paths").EnumerateObject().Select(path => path.Name).ToList();
        Assert.Superset(new HashSet<string> { "/", "/e/{id}", "/d/{id}", "/documents", "/actors", "/search", "/about" }, paths.ToHashSet());
    }

    private static IHtmlDocument Parse(string html) => new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(html);

    private static string Level(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task<JsonElement> Telling(string trigger) =>
        (await site.Json("/?all=1")).GetProperty("events").EnumerateArray().First(line => line.GetProperty("trigger").GetProperty("text").GetString() == trigger);

    private async Task<IEnumerable<string>> Deep()
    {
        var lines = (await site.Json("/?all=1")).GetProperty("events").EnumerateArray().ToList();
        var actor = (await site.Json("/actors")).GetProperty("actors")[0].GetProperty("entity").GetString()!;
        return lines.Select(line => "/e/" + line.GetProperty("id").GetString())
            .Concat(lines.Select(line => string.Create(CultureInfo.InvariantCulture, $"/d/{line.GetProperty("article").GetProperty("id").GetString()}?event=e1")))
            .Append("/actors/" + Uri.EscapeDataString(actor));
    }
}
