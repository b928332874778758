using Microsoft.Playwright;

namespace Dateline.IntegrationTests.Web;

/// <summary>The pages in a real browser. Pictures of them are kept when DATELINE_SCREENSHOTS names a folder.</summary>
public sealed class BrowserTests(Site site) : IClassFixture<Site>, IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium)) return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium, Args = ["--no-sandbox", "--disable-gpu"] });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    [Theory]
    [InlineData("desk", 1280, 900, ColorScheme.Light)]
    [InlineData("phone", 390, 844, ColorScheme.Light)]
    [InlineData("dark", 1280, 900, ColorScheme.Dark)]
    public async Task Pages_fit_their_window_and_can_be_read_in_light_and_dark(string name, int width, int height, ColorScheme scheme)
    {
        await using var context = await Context(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = height }, ColorScheme = scheme });
        var page = await context.NewPageAsync();
        foreach (var (title, address) in await Addresses())
        {
            await page.GotoAsync(site.Address + address);
            Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), $"{title} is wider than its window");
            Assert.Empty(await page.EvaluateAsync<string[]>(PageProbes.PoorContrast));
            if (Environment.GetEnvironmentVariable("DATELINE_SCREENSHOTS") is { Length: > 0 } folder)
            {
                await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{title}-{name}.png"), FullPage = true });
                if (name == "desk") await page.PdfAsync(new PagePdfOptions { Path = Path.Combine(folder, $"{title}.pdf") });
            }
        }
    }

    [Fact]
    public async Task Links_and_fields_are_large_enough_to_hit()
    {
        await using var context = await Context(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 390, Height = 844 } });
        var page = await context.NewPageAsync();
        foreach (var (_, address) in await Addresses())
        {
            await page.GotoAsync(site.Address + address);
            // Links inside a sentence are excepted (WCAG 2.5.8).
            var small = await page.EvaluateAsync<string[]>("""
                () => [...document.querySelectorAll('button, select, input, nav a, .records a[data-open], .next a, .title a, .origin a')]
                  .map(e => [e, e.getBoundingClientRect()]).filter(([e, r]) => r.width > 1 && (r.height < 24 || r.width < 24)).map(([e]) => e.outerHTML)
                """);
            Assert.Empty(small);
        }
    }

    [Fact]
    public async Task Keys_move_open_search_and_can_be_switched_off()
    {
        await using var context = await Context();
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.Address + "?all=1");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        var second = await page.EvaluateAsync<string>("() => document.querySelectorAll('[data-row]')[1].querySelector('[data-open]').href");
        Assert.Equal(second, await page.EvaluateAsync<string>("() => document.activeElement.href"));
        await page.Keyboard.PressAsync("k");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("o");
        // Asked again and again rather than waited for: a page that has already come is not announced a second time.
        for (var tries = 0; tries < 200 && page.Url != second; tries++) await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.Equal(second, page.Url);
        await page.WaitForLoadStateAsync();
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("jk?");
        Assert.Equal("jk?", await page.InputValueAsync("#find"));

        await page.GotoAsync(site.Address + "about");
        await page.UncheckAsync("#keys-on");
        await page.GotoAsync(site.Address.ToString());
        await page.Keyboard.PressAsync("j");
        Assert.Equal("BODY", await page.EvaluateAsync<string>("() => document.activeElement.tagName"));
    }

    [Fact]
    public async Task One_key_accepts_and_advances_and_another_takes_it_back()
    {
        // A site of its own: what is decided here must not change the pages of the other tests.
        var own = new Site();
        await own.InitializeAsync();
        try
        {
            await using var context = await Context();
            var page = await context.NewPageAsync();
            await page.GotoAsync(own.Address + "review");
            await page.FillAsync("#q-coder", "Ada");
            await page.ClickAsync("form.bar button");
            // Only who has signed has something to take back, and the script has run when the first telling has the focus.
            await page.WaitForSelectorAsync("[data-undo]");
            await page.WaitForFunctionAsync("() => document.activeElement.closest('[data-row]') !== null");
            var first = await First();
            await page.Keyboard.PressAsync("a");
            await page.WaitForFunctionAsync("old => document.readyState === 'complete' && document.querySelector('.queue [data-open]').href !== old", first);
            // The hands stay where they are: the next telling has the focus.
            await page.WaitForFunctionAsync("() => document.activeElement.closest('[data-row]') === document.querySelector('[data-row]')");
            await page.Keyboard.PressAsync("u");
            await page.WaitForFunctionAsync("old => document.readyState === 'complete' && document.querySelector('.queue [data-open]').href === old && document.activeElement.href === old", first);
            await page.Keyboard.PressAsync("?");
            Assert.True(await page.IsVisibleAsync("#review-keys"));
            await page.Keyboard.PressAsync("e");
            Assert.Equal("SELECT", await page.EvaluateAsync<string>("() => document.activeElement.tagName"));
            Assert.Equal(2, (await own.Json("/reviews")).GetProperty("total").GetInt32());

            Task<string> First() => page.EvaluateAsync<string>("() => document.querySelector('.queue [data-open]').href");
        }
        finally
        {
            await own.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_record_chosen_beside_the_text_scrolls_to_its_words()
    {
        await using var context = await Context(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 390, Height = 500 }, ReducedMotion = ReducedMotion.Reduce });
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.Address + await ReaderOf("seized"));
        await page.ClickAsync("[data-event=e3]");
        Assert.Equal("The army retook the mill on Sunday", string.Concat(await page.Locator("[data-text] .chosen").AllTextContentsAsync()));
        Assert.True(await page.EvaluateAsync<bool>("() => { const r = document.querySelector('[data-text] .chosen').getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight; }"));
    }

    [Fact]
    public async Task Without_scripts_the_same_choice_works_by_address_and_anchor()
    {
        await using var context = await Context(new BrowserNewContextOptions { JavaScriptEnabled = false, ViewportSize = new ViewportSize { Width = 390, Height = 500 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.Address + await ReaderOf("seized"));
        await page.ClickAsync("[data-event=e3]");
        await page.WaitForURLAsync(url => url.EndsWith("#e3", StringComparison.Ordinal));
        Assert.Equal("The army retook the mill on Sunday", string.Concat(await page.Locator("[data-text] .chosen").AllTextContentsAsync()));

        await page.GotoAsync(site.Address.ToString());
        await page.ClickAsync("summary");
        await page.FillAsync("#f-actor", "Council");
        await page.ClickAsync(".filter button");
        Assert.Equal(1, await page.Locator("li.line").CountAsync());
    }

    [Fact]
    public async Task Without_scripts_a_source_is_added_paused_and_removed_by_the_forms_of_the_page()
    {
        await using var context = await Context(new BrowserNewContextOptions { JavaScriptEnabled = false, ViewportSize = new ViewportSize { Width = 390, Height = 700 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.Address + "sources");
        await page.FillAsync("#s-url", "lantern.example/live");
        await page.FillAsync("#s-group", "Rivers");
        await page.CheckAsync("#s-page");
        await page.ClickAsync("form[action='/sources'] button");
        await page.WaitForURLAsync(url => url.Contains("done=added", StringComparison.Ordinal));
        Assert.Equal("https://lantern.example/live", await page.Locator(".address a").TextContentAsync());
        await page.ClickAsync(".deeds form[action$=pause] button");
        Assert.Contains("paused", await page.Locator(".health").TextContentAsync(), StringComparison.Ordinal);
        await page.ClickAsync(".more summary");
        await page.ClickAsync("form[action$=remove] button");
        Assert.Equal(0, await page.Locator(".sources li").CountAsync());
    }

    [Fact]
    public async Task A_fragment_in_code_points_shows_exactly_those_words()
    {
        await using var context = await Context();
        var page = await context.NewPageAsync();
        var address = await ReaderOf("seized");
        var telling = (await site.Json(address)).GetProperty("events")[0].GetProperty("evidence");
        await page.GotoAsync($"{site.Address}{address}#c={telling.GetProperty("begin").GetInt32()}-{telling.GetProperty("end").GetInt32()}");
        Assert.Equal(telling.GetProperty("text").GetString(), string.Concat(await page.Locator("[data-text] mark").AllTextContentsAsync()));
    }

    [Fact]
    public async Task Nothing_is_asked_of_anybody_else_and_nothing_breaks_the_policy()
    {
        await using var context = await Context();
        var page = await context.NewPageAsync();
        var others = new List<string>();
        var errors = new List<string>();
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(site.Address.ToString(), StringComparison.Ordinal)) others.Add(request.Url);
        };
        page.Console += (_, message) =>
        {
            if (message.Type == "error") errors.Add(message.Text);
        };
        foreach (var (_, address) in await Addresses()) await page.GotoAsync(site.Address + address);

        Assert.Empty(others);
        Assert.Empty(errors);
    }

    private async Task<IBrowserContext> Context(BrowserNewContextOptions? options = null)
    {
        Assert.SkipWhen(_browser is null, $"There is no browser at {Chromium}; install Debian’s chromium to test the pages in one.");
        return await _browser!.NewContextAsync(options);
    }

    private async Task<string> ReaderOf(string trigger)
    {
        var telling = (await site.Json("/?all=1")).GetProperty("events").EnumerateArray().First(line => line.GetProperty("trigger").GetProperty("text").GetString() == trigger);
        return "d/" + telling.GetProperty("article").GetProperty("id").GetString();
    }

    private async Task<(string Title, string Address)[]> Addresses()
    {
        var telling = (await site.Json("/?all=1")).GetProperty("events").EnumerateArray().First(line => line.GetProperty("trigger").GetProperty("text").GetString() == "seized");
        return
        [
            ("chronology", "?all=1"), ("filtered", "?actor=Front"), ("event", "e/" + telling.GetProperty("id").GetString()), ("reader", await ReaderOf("seized") + "?event=e1"),
            ("documents", "documents"), ("actors", "actors"), ("search", "search?q=mill"), ("about", "about"), ("sources", "sources"), ("add", "add?sample=1"),
            ("review", "review"), ("decisions", "reviews"),
        ];
    }
}
