using System.Text;
using Dateline.Ingest.Fetching;

namespace Dateline.IntegrationTests.Fetching;

public sealed class FetcherTests : IAsyncLifetime
{
    readonly JumpingClock _clock = new();
    UnrulySite _site = null!;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _site = await UnrulySite.StartAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_body_comes_with_what_the_next_request_needs()
    {
        var result = await Fetch("/feed");
        Assert.Equal(FetchOutcome.Fetched, result.Outcome);
        Assert.Equal("<rss version='2.0'/>", Encoding.UTF8.GetString(result.Body));
        Assert.Equal("\"one\"", result.ETag);
        Assert.Equal("Wed, 19 Nov 2025 07:00:00 GMT", result.LastModified);
        Assert.Null(result.MovedTo);
    }

    [Fact]
    public async Task What_did_not_change_is_not_sent_again()
    {
        using var fetcher = Fetcher();
        var result = await fetcher.FetchAsync(new FetchRequest(_site.At("/feed"), "\"one\"", "Wed, 19 Nov 2025 07:00:00 GMT"), Stop);
        Assert.Equal(FetchOutcome.NotModified, result.Outcome);
        Assert.Empty(result.Body);
        Assert.Equal("\"one\"", result.ETag);
        Assert.Equal("Wed, 19 Nov 2025 07:00:00 GMT", _site.Asked.Last().Headers.IfModifiedSince);
    }

    [Fact]
    public async Task It_says_who_it_is_and_keeps_no_cookie()
    {
        using var fetcher = Fetcher(new FetchOptions { Contact = "desk@lantern.example" });
        await fetcher.FetchAsync(new FetchRequest(_site.At("/feed")), Stop);
        await fetcher.FetchAsync(new FetchRequest(_site.At("/feed")), Stop);
        var headers = _site.Asked.Last().Headers;
        Assert.Matches(@"^Dateline/\d+\.\d+ \(\+desk@lantern\.example\)$", headers.UserAgent.ToString());
        Assert.Equal(0, headers.Cookie.Count);
    }

    [Fact]
    public async Task Only_an_unbroken_row_of_permanent_redirects_moves_an_address()
    {
        var good = await Fetch("/gone-for-good");
        Assert.Equal(FetchOutcome.Fetched, good.Outcome);
        Assert.Equal(_site.At("/feed"), good.MovedTo);
        var now = await Fetch("/for-now");
        Assert.Equal(FetchOutcome.Fetched, now.Outcome);
        Assert.Null(now.MovedTo);
        var astray = await Fetch("/good-then-astray");
        Assert.Equal((FetchOutcome.Failed, 404), (astray.Outcome, astray.Status));
        Assert.Null(astray.MovedTo);
    }

    [Theory]
    [InlineData("/loop", "DL1084", FetchOutcome.Failed)]
    [InlineData("/inside", "DL1081", FetchOutcome.Refused)]
    [InlineData("/metadata", "DL1081", FetchOutcome.Refused)]
    [InlineData("/mapped", "DL1081", FetchOutcome.Refused)]
    [InlineData("/file", "DL1085", FetchOutcome.Failed)]
    [InlineData("/nowhere", "DL1085", FetchOutcome.Failed)]
    [InlineData("/endless", "DL1087", FetchOutcome.Failed)]
    [InlineData("/bomb", "DL1087", FetchOutcome.Failed)]
    [InlineData("/drip", "DL1088", FetchOutcome.Failed)]
    [InlineData("/silent", "DL1088", FetchOutcome.Failed)]
    [InlineData("/short", "DL1089", FetchOutcome.Failed)]
    [InlineData("/torn", "DL1009", FetchOutcome.Failed)]
    [InlineData("/odd-coding", "DL1090", FetchOutcome.Failed)]
    [InlineData("/down", "DL1094", FetchOutcome.Failed)]
    [InlineData("/not-there", "DL1094", FetchOutcome.Failed)]
    public async Task Every_misdeed_is_a_result_with_its_reason(string path, string code, FetchOutcome outcome)
    {
        using var fetcher = Fetcher(new FetchOptions { Retries = 0, ExchangeTime = TimeSpan.FromSeconds(2), BodyBytes = 1 << 20 });
        var result = await fetcher.FetchAsync(new FetchRequest(_site.At(path)), Stop);
        Assert.Equal(outcome, result.Outcome);
        Assert.Equal(code, result.Diagnostics[^1].Code);
        Assert.Empty(result.Body);
    }

    [Fact]
    public async Task Redirects_are_followed_ten_times_and_no_more()
    {
        await Fetch("/loop");
        Assert.Equal(11, _site.Asked.Count(asked => asked.Path == "/loop"));
    }

    [Fact]
    public async Task A_closed_host_is_not_even_asked_for_its_robots()
    {
        using var fetcher = new Fetcher(new FetchOptions(), _clock);
        var result = await fetcher.FetchAsync(new FetchRequest(_site.At("/feed")), Stop);
        Assert.Equal((FetchOutcome.Refused, "DL1081"), (result.Outcome, result.Diagnostics[^1].Code));
        Assert.Empty(_site.Asked);
    }

    [Fact]
    public async Task Packed_bodies_are_unpacked_and_a_named_charset_is_passed_on()
    {
        Assert.Equal("unpacked words", Encoding.UTF8.GetString((await Fetch("/packed")).Body));
        var page = await Fetch("/charset");
        Assert.Equal(("text/html", "utf-16"), (page.MediaType, page.Charset));
    }

    [Fact]
    public async Task A_wait_that_is_asked_for_is_kept()
    {
        _site.Busy = 1;
        var result = await Fetch("/busy");
        Assert.Equal("at last", Encoding.UTF8.GetString(result.Body));
        Assert.Contains(_clock.Waits, wait => wait == TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_wait_too_long_to_sit_out_is_told_with_its_end()
    {
        var result = await Fetch("/closed-until-noon");
        Assert.Equal((FetchOutcome.Failed, 503), (result.Outcome, result.Status));
        Assert.InRange(result.NotBefore!.Value, new DateTimeOffset(2025, 11, 19, 11, 59, 59, TimeSpan.Zero), new DateTimeOffset(2025, 11, 19, 12, 0, 1, TimeSpan.Zero));
        Assert.Single(_site.Asked, asked => asked.Path == "/closed-until-noon");
    }

    [Fact]
    public async Task What_may_pass_is_tried_again_after_growing_waits()
    {
        using var fetcher = new Fetcher(new FetchOptions { AllowedHosts = ["localhost"], HostDelay = TimeSpan.Zero }, _clock, new Random(7));
        await fetcher.FetchAsync(new FetchRequest(_site.At("/down")), Stop);
        Assert.Equal(3, _site.Asked.Count(asked => asked.Path == "/down"));
        Assert.Equal(2, _clock.Waits.Count);
        Assert.InRange(_clock.Waits[0].TotalSeconds, 1, 3);
        Assert.InRange(_clock.Waits[1].TotalSeconds, 2, 6);
    }

    [Fact]
    public async Task What_robots_forbids_is_not_asked_for()
    {
        _site.Robots = (200, "User-agent: Dateline\nDisallow: /feed\n");
        var result = await Fetch("/feed");
        Assert.Equal((FetchOutcome.Refused, "DL1082"), (result.Outcome, result.Diagnostics[^1].Code));
        var led = await Fetch("/gone-for-good");
        Assert.Equal("DL1082", led.Diagnostics[^1].Code);
        Assert.DoesNotContain(_site.Asked, asked => asked.Path == "/feed");
    }

    [Theory]
    [InlineData(500, false)]
    [InlineData(503, false)]
    [InlineData(429, false)]
    [InlineData(403, true)]
    [InlineData(410, true)]
    public async Task A_site_whose_robots_fail_is_left_alone_and_one_without_is_open(int status, bool open)
    {
        _site.Robots = (status, "");
        Assert.Equal(open, (await Fetch("/feed")).Outcome == FetchOutcome.Fetched);
        Assert.Equal(open, _site.Asked.Any(asked => asked.Path == "/feed"));
    }

    [Fact]
    public async Task Robots_are_asked_for_once_a_day()
    {
        using var fetcher = Fetcher();
        for (var k = 0; k < 3; k++)
            await fetcher.FetchAsync(new FetchRequest(_site.At("/feed")), Stop);
        Assert.Single(_site.Asked, asked => asked.Path == "/robots.txt");
        _clock.Pass(TimeSpan.FromHours(25));
        await fetcher.FetchAsync(new FetchRequest(_site.At("/feed")), Stop);
        Assert.Equal(2, _site.Asked.Count(asked => asked.Path == "/robots.txt"));
    }

    [Fact]
    public async Task A_host_is_asked_one_thing_at_a_time_and_never_too_soon()
    {
        using var fetcher = Fetcher();
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => fetcher.FetchAsync(new FetchRequest(_site.At("/slow")), Stop)));
        Assert.Equal(1, _site.MostAtOnce);
        Assert.True(_clock.Waits.Count(wait => wait > TimeSpan.Zero && wait <= TimeSpan.FromSeconds(1)) >= 5);
    }

    [Theory]
    [InlineData("ftp://lantern.example/feed")]
    [InlineData("file:///etc/hostname")]
    public async Task What_is_no_web_address_is_refused(string address)
    {
        using var fetcher = Fetcher();
        Assert.Equal("DL1080", (await fetcher.FetchAsync(new FetchRequest(new Uri(address)), Stop)).Diagnostics[^1].Code);
    }

    [Fact]
    public async Task Cancelling_ends_a_fetch_at_once()
    {
        using var fetcher = Fetcher();
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetcher.FetchAsync(new FetchRequest(_site.At("/silent")), cancel.Token));
    }

    Fetcher Fetcher(FetchOptions? options = null) => new((options ?? new FetchOptions()) with { AllowedHosts = ["localhost"] }, _clock, new Random(7));

    async Task<FetchResult> Fetch(string path)
    {
        using var fetcher = Fetcher();
        return await fetcher.FetchAsync(new FetchRequest(_site.At(path)), Stop);
    }
}
