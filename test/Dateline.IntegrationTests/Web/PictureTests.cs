using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Dateline.IntegrationTests.Web;

/// <summary>Every figure on a page is the length of the list it leads to, and every picture says in words what it shows.</summary>
public sealed class PictureTests(SampleSite site) : IClassFixture<SampleSite>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/?by=day")]
    [InlineData("/?by=year")]
    [InlineData("/?by=decade")]
    [InlineData("/?all=1")]
    [InlineData("/?kind=conflict")]
    [InlineData("/?q=fuel")]
    [InlineData("/?actor=JNIM&by=year")]
    [InlineData("/?outlet=Sample+Wire")]
    [InlineData("/?from=2023-06-15&to=2025-09-20&by=month")]
    [InlineData("/?from=2025-11&to=2025-11&dated=within")]
    [InlineData("/?vaguer=day")]
    [InlineData("/?vaguer=day&by=year")]
    [InlineData("/?disputed=any&by=month")]
    [InlineData("/?origins=2")]
    public async Task A_bar_counts_the_list_that_it_leads_to_and_nothing_is_left_out(string address)
    {
        var page = await site.Json(address);
        var density = page.GetProperty("density");
        var sum = 0;
        foreach (var count in density.GetProperty("counts").EnumerateArray())
        {
            Assert.Equal(count.GetProperty("count").GetInt32(), await Total(count.GetProperty("at").GetString()!));
            sum += count.GetProperty("count").GetInt32();
        }

        foreach (var (name, at) in new[] { ("vaguer", "vaguerAt"), ("undated", "undatedAt") })
        {
            var count = density.GetProperty(name).GetInt32();
            if (count > 0) Assert.Equal(count, await Total(density.GetProperty(at).GetString()!));
        }

        // What has no day is said beside the bars, but it is no part of what certain days were asked for.
        var undated = address.Contains("from=", StringComparison.Ordinal) ? 0 : density.GetProperty("undated").GetInt32();
        Assert.Equal(page.GetProperty("total").GetInt32(), sum + density.GetProperty("vaguer").GetInt32() + undated);
        Assert.True(sum > 0, address);
    }

    [Fact]
    public async Task The_bars_and_their_table_say_the_same()
    {
        var page = await Parse("/");
        var picture = page.QuerySelector(".bars")!;
        var rows = page.QuerySelectorAll(".twin tbody tr").Select(row => (row.QuerySelector("a")!.GetAttribute("href")!, $"{row.QuerySelector("th")!.TextContent}: {row.QuerySelector("td")!.TextContent}")).ToList();

        Assert.Equal(rows, picture.QuerySelectorAll("a").Select(bar => (bar.GetAttribute("href")!, bar.QuerySelector("title")!.TextContent)));
        Assert.True(rows.Count > 10);
        Assert.Equal("img", picture.GetAttribute("role"));
        Assert.StartsWith("Events per month from August 2020 to November 2025", picture.GetAttribute("aria-label"), StringComparison.Ordinal);
        // The picture is for the hand with a pointer; keys go to the table.
        Assert.All(picture.QuerySelectorAll("a"), bar => Assert.Equal("-1", bar.GetAttribute("tabindex")));
    }

    [Fact]
    public async Task One_event_is_one_line_whatever_narrows_the_chronology()
    {
        foreach (var address in (string[])["/?actor=MLI&limit=500", "/?q=sanctions&limit=500", "/?outlet=Sample+Wire&limit=500", "/?kind=assault&limit=500"])
        {
            var seen = new HashSet<string>();
            foreach (var line in (await site.Json(address)).GetProperty("events").EnumerateArray())
            {
                if (seen.Contains(line.GetProperty("id").GetString()!)) Assert.Fail($"{address} shows an event twice");
                foreach (var telling in (await site.Json("/e/" + line.GetProperty("id").GetString())).GetProperty("tellings").EnumerateArray())
                    seen.Add(telling.GetProperty("id").GetString()!);
            }

            Assert.NotEmpty(seen);
        }
    }

    [Fact]
    public async Task Disputed_events_and_those_of_several_origins_are_found()
    {
        var all = (await site.Json("/?limit=500")).GetProperty("events").EnumerateArray().ToList();
        foreach (var (address, isMeant) in new (string, Func<System.Text.Json.JsonElement, bool>)[]
        {
            ("/?disputed=any&limit=500", line => line.GetProperty("disputed").GetArrayLength() > 0),
            ("/?disputed=time&limit=500", line => line.GetProperty("disputed").EnumerateArray().Any(aspect => aspect.GetString() == "time")),
            ("/?origins=2&limit=500", line => line.GetProperty("origins").GetInt32() >= 2),
            ("/?origins=3&limit=500", line => line.GetProperty("origins").GetInt32() >= 3),
        })
        {
            var found = (await site.Json(address)).GetProperty("events").EnumerateArray().Select(line => line.GetProperty("id").GetString()).ToList();
            Assert.NotEmpty(found);
            Assert.Equal(all.Where(isMeant).Select(line => line.GetProperty("id").GetString()), found);
        }

        // The first page says how many are disputed and leads to them.
        var link = (await Parse("/")).QuerySelector(".summary a[href='/?disputed=any']")!;
        Assert.StartsWith($"{await Total("/?disputed=any")} of them", link.TextContent, StringComparison.Ordinal);
        Assert.Equal(400, (int)await site.Status("/?disputed=weather"));
        Assert.Equal(400, (int)await site.Status("/?origins=0"));
    }

    [Fact]
    public async Task A_position_counts_a_copied_text_once_and_names_who_has_it_too()
    {
        var positions = 0;
        foreach (var line in (await site.Json("/?disputed=any&limit=500")).GetProperty("events").EnumerateArray())
        {
            var page = await Parse("/e/" + line.GetProperty("id").GetString());
            foreach (var position in page.QuerySelectorAll(".positions > li"))
            {
                positions++;
                var quotes = position.QuerySelectorAll("q").Select(quote => quote.ParentElement!.TextContent).ToList();
                Assert.Equal(quotes.Distinct().Count(), quotes.Count);
                Assert.EndsWith($"from {Counting(position.QuerySelectorAll(":scope > ul > li").Length)}", position.QuerySelector(".points")!.TextContent, StringComparison.Ordinal);
            }
        }

        Assert.True(positions >= 2);

        static string Counting(int origins) => origins == 1 ? "1 origin" : $"{origins} origins";
    }

    [Fact]
    public async Task Somebody_that_a_country_and_a_role_name_has_the_same_name_in_every_article()
    {
        foreach (var actor in (await site.Json("/actors?limit=500")).GetProperty("actors").EnumerateArray())
        {
            if (actor.GetProperty("entity").GetString() is "mli-army") Assert.Equal("Mali's army", actor.GetProperty("name").GetString());
            if (actor.GetProperty("entity").GetString() is "mli-government") Assert.Equal("Mali's government", actor.GetProperty("name").GetString());
        }

        Assert.True(await Total("/?actor=mli-army") > 0);
        Assert.True(await Total("/?actor=mli-government") > 0);
    }

    [Theory]
    [InlineData("JNIM")]
    [InlineData("jnim")]
    [InlineData("ECOWAS")]
    public async Task Somebody_is_found_by_the_acronym_that_articles_use(string name)
    {
        Assert.True(await Total("/?actor=" + name) > 0);
        Assert.NotEmpty((await site.Json("/actors?q=" + name)).GetProperty("actors").EnumerateArray());
    }

    [Fact]
    public async Task Every_figure_of_an_actor_leads_to_as_many_events()
    {
        foreach (var actor in (await site.Json("/actors?limit=6")).GetProperty("actors").EnumerateArray())
        {
            var page = await Parse("/actors/" + Uri.EscapeDataString(actor.GetProperty("entity").GetString()!));
            var links = page.QuerySelectorAll("a[href^='/?actor=']").Where(link => link.Closest(".density") is null).ToList();
            Assert.NotEmpty(links);
            foreach (var link in links)
            {
                var figure = string.Concat(link.ChildNodes.OfType<IText>().First().Data.TakeWhile(char.IsDigit));
                Assert.Equal(int.Parse(figure, CultureInfo.InvariantCulture), await Total(link.GetAttribute("href")!));
            }
        }
    }

    [Fact]
    public async Task An_actor_bears_the_names_that_stand_in_articles()
    {
        var actor = (await site.Json("/actors?q=JNIM")).GetProperty("actors")[0].GetProperty("entity").GetString()!;
        var name = (await site.Json("/actors/" + Uri.EscapeDataString(actor))).GetProperty("names").EnumerateArray().First(name => name.GetProperty("name").GetString() == "JNIM");

        Assert.True(name.GetProperty("uses").GetInt32() >= name.GetProperty("count").GetInt32());
        Assert.NotEmpty(name.GetProperty("outlets").EnumerateArray());
        Assert.NotEmpty((await site.Json("/search?q=%22JNIM%22")).GetProperty("hits").EnumerateArray());
    }

    [Fact]
    public async Task A_state_is_drawn_filled_where_it_held_and_hatched_where_nobody_says()
    {
        var page = await Parse("/states?q=Mali&at=2022-03-01");
        var rows = page.QuerySelectorAll(".states tbody tr").ToList();
        var drawn = page.QuerySelectorAll(".spans a").ToList();

        Assert.Equal(rows.Select(row => "#" + row.Id), drawn.Select(bar => bar.GetAttribute("href")));
        Assert.NotNull(page.QuerySelector(".spans .at"));
        var answers = rows.Select(row => row.QuerySelector("td:last-child")!.TextContent).ToList();
        Assert.Contains("held", answers);
        Assert.Contains("unknown", answers);
        for (var i = 0; i < rows.Count; i++)
        {
            // Held on the day means that both ends are told: filled, with a stroke at either end.
            if (answers[i] != "held") continue;
            Assert.NotNull(drawn[i].QuerySelector(".held"));
            Assert.Equal(2, drawn[i].QuerySelectorAll(".end").Length);
        }

        var open = drawn[rows.FindIndex(row => row.TextContent.Contains("suspended by", StringComparison.Ordinal))];
        Assert.Null(open.QuerySelector(".held"));
        Assert.Single(open.QuerySelectorAll(".end"));
        Assert.Contains("until a day that is not told", open.QuerySelector("title")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_did_not_hold_on_the_day_stands_apart_in_json()
    {
        var all = (await site.Json("/states?q=Mali")).GetProperty("states").GetArrayLength();
        var states = await site.Json("/states?q=Mali&at=2023-06-01");

        Assert.All(states.GetProperty("states").EnumerateArray(), state => Assert.NotEqual("didnothold", state.GetProperty("answer").GetString()));
        Assert.NotEmpty(states.GetProperty("didNotHold").EnumerateArray());
        Assert.Equal(all, states.GetProperty("states").GetArrayLength() + states.GetProperty("didNotHold").GetArrayLength());
        Assert.Contains(states.GetProperty("subjects").EnumerateArray(), subject => subject.GetProperty("name").GetString() == "Mali");
    }

    [Fact]
    public async Task An_event_page_says_what_is_told_by_how_many_and_what_is_not_known()
    {
        var line = (await site.Json("/?limit=500")).GetProperty("events").EnumerateArray()
            .First(line => line.GetProperty("disputed").GetArrayLength() > 0 && line.GetProperty("origins").GetInt32() > 1);
        var address = "/e/" + line.GetProperty("id").GetString();
        var json = await site.Json(address);
        var page = await Parse(address);

        var aspects = json.GetProperty("aspects").EnumerateArray().ToList();
        Assert.Equal(["happened", "actor", "recipient", "place", "time", "number"], aspects.Select(aspect => aspect.GetProperty("aspect").GetString()));
        Assert.Equal(6, page.QuerySelectorAll(".aspects tbody tr").Length);
        Assert.Equal(line.GetProperty("origins").GetInt32(), json.GetProperty("origins").GetArrayLength());
        Assert.All(aspects, aspect => Assert.Equal(aspect.GetProperty("standing").GetString() == "nottold", aspect.GetProperty("accounts").GetInt32() == 0));
        foreach (var disputed in line.GetProperty("disputed").EnumerateArray().Select(aspect => aspect.GetString()))
        {
            Assert.Contains(aspects, aspect => aspect.GetProperty("aspect").GetString() == disputed && aspect.GetProperty("standing").GetString() == "disputed");
            var positions = page.GetElementById("d-" + disputed)!.NextElementSibling!;
            Assert.True(positions.QuerySelectorAll(":scope > li").Length >= 2);
        }

        // The page does not lead to itself, and the forms of coders do not stand in a reader's way.
        Assert.Empty(page.QuerySelectorAll("h1 a.deed"));
        Assert.All(page.QuerySelectorAll("form.verdict"), form => Assert.NotNull(form.Closest("details")));
    }

    [Fact]
    public async Task Headings_of_new_pages_follow_one_another_and_no_id_comes_twice()
    {
        var actor = (await site.Json("/actors")).GetProperty("actors")[0].GetProperty("entity").GetString()!;
        var disputed = (await site.Json("/?limit=500")).GetProperty("events").EnumerateArray().First(line => line.GetProperty("disputed").GetArrayLength() > 0);
        foreach (var address in new[] { "/", "/states", "/states?q=Mali&at=2022-03-01", "/actors/" + Uri.EscapeDataString(actor), "/e/" + disputed.GetProperty("id").GetString() })
        {
            var page = await Parse(address);
            Assert.Single(page.QuerySelectorAll("h1"));
            var levels = page.QuerySelectorAll("h1,h2,h3,h4").Select(heading => heading.TagName[1] - '0').ToList();
            Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, address));
            var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
            Assert.Equal(ids.Distinct().Count(), ids.Count);
            Assert.All(page.QuerySelectorAll("a[href^='#']"), link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
            Assert.Empty(page.QuerySelectorAll("[style]"));
        }
    }

    private async Task<int> Total(string address) => (await site.Json(address)).GetProperty("total").GetInt32();

    private async Task<IHtmlDocument> Parse(string address) => new HtmlParser().ParseDocument(await site.Page(address));
}
