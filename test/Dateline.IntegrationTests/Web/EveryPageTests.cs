using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Microsoft.Playwright;

namespace Dateline.IntegrationTests.Web;

/// <summary>
/// What holds of every page: those that the OpenAPI description names and those that links lead to. A page that is added is held to it
/// without anybody writing its name here.
/// </summary>
public sealed partial class EveryPageTests(SampleSite site) : IClassFixture<SampleSite>
{
    private const string Chromium = "/usr/bin/chromium";

    [Fact]
    public async Task Every_link_leads_to_a_described_address_with_a_twin_in_json()
    {
        var described = (await Described()).Select(path => new Regex("^" + Regex.Escape(path).Replace("\\{id}", "[^/]+").Replace("\\{key}", ".+") + "$")).ToList();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var ofKind = new Dictionary<string, int>(StringComparer.Ordinal);
        var waiting = new Queue<string>(["/"]);
        while (waiting.TryDequeue(out var address))
        {
            var page = new HtmlParser().ParseDocument(await site.Page(address));
            foreach (var link in page.QuerySelectorAll("a[href^='/']").Select(link => link.GetAttribute("href")!.Split('#')[0]).Distinct())
            {
                var path = link.Split('?')[0];
                Assert.True(described.Exists(pattern => pattern.IsMatch(path)), $"{address} leads to {path}, which the description does not name");
                // A few of each kind of page with parameters, and of each kind without, stand for all of it.
                var kind = described.FindIndex(pattern => pattern.IsMatch(path)) + (link.Contains('?', StringComparison.Ordinal) ? "?" : string.Empty);
                if (seen.Contains(link) || (ofKind[kind] = ofKind.GetValueOrDefault(kind) + 1) > 8) continue;
                seen.Add(link);
                if (Path.HasExtension(path)) continue;
                Assert.True((await site.Json(link)).ValueKind == System.Text.Json.JsonValueKind.Object, link);
                waiting.Enqueue(link);
            }
        }

        Assert.True(seen.Count > 60);
    }

    [Theory]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(1400, ColorScheme.Dark)]
    public async Task Every_page_fits_can_be_read_named_and_printed(int width, ColorScheme scheme)
    {
        await using var browser = await Open();
        await using var context = await browser.Browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = 844 }, ColorScheme = scheme });
        var page = await context.NewPageAsync();
        var faults = new List<string>();
        foreach (var address in await Addresses())
        {
            await page.GotoAsync(new Uri(site.Address, address).ToString());
            await Probe(PageProbes.TooWide);
            await Probe(PageProbes.PoorContrast);
            await Probe(PageProbes.Unnamed);
            // A4 between its margins.
            await page.SetViewportSizeAsync(680, 960);
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
            await Probe(PageProbes.TooWide);
            await Probe(PageProbes.UnfitForPaper);
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });
            await page.SetViewportSizeAsync(width, 844);

            async Task Probe(string script) => faults.AddRange((await page.EvaluateAsync<string[]>(script)).Select(fault => $"{address}: {fault}"));
        }

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    [Fact]
    public async Task Keys_reach_every_page_first_its_content_and_the_focus_is_seen()
    {
        await using var browser = await Open();
        await using var context = await browser.Browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1400, Height = 900 }, ReducedMotion = ReducedMotion.Reduce });
        var page = await context.NewPageAsync();
        foreach (var address in await Addresses())
        {
            await page.GotoAsync(new Uri(site.Address, address).ToString());
            await page.EvaluateAsync("() => document.activeElement?.blur()");
            await page.EvaluateAsync("() => { const s = document.querySelector('.skip'); s.focus(); s.blur(); }");
            await page.FocusAsync(".skip");
            await page.Keyboard.PressAsync("Enter");
            for (var i = 0; i < 12; i++)
            {
                await page.Keyboard.PressAsync("Tab");
                if (await page.EvaluateAsync<string?>(PageProbes.Focus) is not { } focus) break;
                Assert.False(focus.StartsWith("unseen", StringComparison.Ordinal), $"{address}: {focus}");
                if (i == 0) Assert.True(await page.EvaluateAsync<bool>("() => document.activeElement.closest('main, footer') !== null"), $"{address}: the first key after the skip link leads elsewhere");
            }
        }
    }

    /// <summary>One address or more for every page that the description names, with what stands in the store.</summary>
    private async Task<IReadOnlyList<string>> Addresses()
    {
        var lines = (await site.Json("/?limit=500")).GetProperty("events").EnumerateArray().ToList();
        var disputed = lines.First(line => line.GetProperty("disputed").GetArrayLength() > 0);
        var article = disputed.GetProperty("article").GetProperty("id").GetString()!;
        var actor = (await site.Json("/actors")).GetProperty("actors")[0].GetProperty("entity").GetString()!;
        var addresses = new List<string> { "/?disputed=any", "/?actor=nobody", "/?from=yesterday", "/nowhere", "/states?q=Mali&at=2022-03-01", "/search?q=fuel", $"/d/{article}?event=e1", "/review?blind=1&coder=Ada" };
        foreach (var path in await Described())
        {
            if (Path.HasExtension(path)) continue;
            var address = path.StartsWith("/e/", StringComparison.Ordinal) ? path.Replace("{id}", disputed.GetProperty("id").GetString(), StringComparison.Ordinal) : path.Replace("{id}", article, StringComparison.Ordinal);
            addresses.Add(Parameter().Replace(address, Uri.EscapeDataString(actor)));
        }

        return addresses;
    }

    // What a browser may ask for by itself: the addresses that answer a GET.
    private async Task<IReadOnlyList<string>> Described() =>
    [
        .. (await site.Json("/openapi.json")).GetProperty("paths").EnumerateObject().Where(path => path.Value.TryGetProperty("get", out _)).Select(path => path.Name),
        "/openapi.json",
    ];

    private static async Task<OpenBrowser> Open()
    {
        Assert.SkipUnless(File.Exists(Chromium), $"There is no browser at {Chromium}; install Debian’s chromium to test the pages in one.");
        var playwright = await Playwright.CreateAsync();
        return new OpenBrowser(playwright, await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium, Args = ["--no-sandbox", "--disable-gpu"] }));
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();

    private sealed record OpenBrowser(IPlaywright Playwright, IBrowser Browser) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Browser.DisposeAsync();
            Playwright.Dispose();
        }
    }
}
