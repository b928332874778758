using Dateline.Text;

namespace Dateline.Tests.Ingest;

public sealed class PageArticlesTests
{
    const string First = "The river rose by two metres on Tuesday, and the ferry that links both banks stayed in port until the evening.";
    const string Second = "Officials in the harbour said that the first boats would leave again once the current had slowed down.";
    const string Third = "BAMAKO, Oct 5 (Sample Wire) – The council of the estuary agreed on Sunday to build a bridge beside the old landing place.";

    static string Archive(string posts) => $"""
        <html lang="en"><head><title>Estuary | The Reading Room</title><link rel="canonical" href="https://room.example/tag/estuary/"></head>
        <body><div id="top"><h1><a href="/">The Reading Room</a></h1></div><div id="content">{posts}</div><div id="sidebar"><h3>Archives</h3><ul><li><a href="/2025/">2025</a></li></ul></div></body></html>
        """;

    [Fact]
    public void An_archive_page_gives_each_article_with_its_outlet_and_who_published_it_again()
    {
        var articles = IntakeCases.Articles(Archive($"""
            <div class="post"><h2><a href="/2025/10/07/ferry/">Ferry stays in port</a></h2><p><strong>By Anna Okoro | The Lantern | October 6, 2025</strong></p><p>{First}</p><p>{Second}</p>
            <p class="meta">October 7, 2025 Posted by room | <a href="/t/boats">Boats</a> | <a href="#respond">Leave a comment</a></p></div>
            <div class="post"><h2><a href="/2025/10/05/bridge/">Bridge agreed</a></h2><p>By Bo Lind | Sample Wire | October 5, 2025<br>{Third}</p><p>{Second}</p></div>
            """));
        Assert.Equal(["page#1", "page#2"], articles.Select(static a => a.Id));
        Assert.Equal(["Ferry stays in port", "Bridge agreed"], articles.Select(static a => a.Title));
        Assert.Equal([$"{First}\n\n{Second}", $"{Third}\n\n{Second}"], articles.Select(static a => a.Text));
        Assert.Equal(["The Lantern", "Sample Wire"], articles.Select(static a => a.Outlet));
        Assert.All(articles, static a => Assert.Equal("The Reading Room", a.Via));
        Assert.Equal(["Anna Okoro", "Bo Lind"], articles.Select(static a => a.Byline));
        Assert.Equal(["2025-10-06", "2025-10-05"], articles.Select(static a => a.Published));
        Assert.Contains(new DateCandidate("2025-10-07", "posted line"), articles[0].PublishedCandidates);
        Assert.Equal(["https://room.example/2025/10/07/ferry/", "https://room.example/2025/10/05/bridge/"], articles.Select(static a => a.Url));
        Assert.Equal(("BAMAKO", "Sample Wire"), (articles[1].DatelinePlace, articles[1].Agency));
    }

    [Fact]
    public void Articles_without_elements_of_their_own_are_told_apart_by_their_header_lines()
    {
        var articles = IntakeCases.Articles(Archive($"""
            <h2>Ferry stays in port</h2><p>By Anna Okoro | The Lantern | October 6, 2025</p><p>{First}</p><p>{Second}</p>
            <h2>Bridge agreed</h2><p>By Bo Lind | Sample Wire | October 5, 2025</p><p>{Third}</p><h3>What comes next</h3><p>{Second}</p>
            """));
        Assert.Equal(["Ferry stays in port", "Bridge agreed"], articles.Select(static a => a.Title));
        Assert.Equal([$"{First}\n\n{Second}", $"{Third}\n\nWhat comes next\n\n{Second}"], articles.Select(static a => a.Text));
        Assert.Equal(["The Lantern", "Sample Wire"], articles.Select(static a => a.Outlet));
    }

    [Fact]
    public void A_list_of_dated_items_gives_each()
    {
        var articles = IntakeCases.Articles(Archive($"""
            <ul><li><h3><a href="/1">Ferry stays</a></h3><time datetime="2025-10-06T08:00:00Z">6 Oct</time><p>{First}</p></li>
            <li><h3><a href="/2">Boats leave</a></h3><time datetime="2025-10-05">5 Oct</time><p>{Second}</p></li></ul>
            """));
        Assert.Equal(["2025-10-06T08:00:00Z", "2025-10-05"], articles.Select(static a => a.Published));
        Assert.Equal([First, Second], articles.Select(static a => a.Text));
        Assert.All(articles, static a => Assert.Equal(("The Reading Room", null), (a.Outlet, a.Via)));
    }

    [Theory]
    [InlineData("<h2>What we know</h2>", "")]
    [InlineData("<h2><a href=\"/x\">Elsewhere</a></h2>", "<meta property=\"og:type\" content=\"article\">")]
    [InlineData("<h2><a href=\"/x\">Elsewhere</a></h2>", "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Ferry\"}</script>")]
    public void Sections_of_one_article_are_not_several(string heading, string head)
    {
        var section = $"<section>{heading}<p>{First}</p><p>{Second}</p><p>{First} {Second}</p></section>";
        IntakeCases.Single(head + $"<h1>Ferry</h1><article>{section}{section.Replace("/x", "/y", StringComparison.Ordinal)}</article>");
    }

    [Fact]
    public void A_long_article_beside_teasers_is_not_several()
    {
        var body = string.Concat(Enumerable.Repeat($"<p>{First} {Second}</p>", 12));
        var teasers = string.Concat(Enumerable.Range(0, 5).Select(k => $"<li><h3><a href='/{k}'>Another {k}</a></h3><time>5 October 2025</time><p>{Second}</p></li>"));
        Assert.StartsWith(First, IntakeCases.Single($"<div><h1>Ferry</h1>{body}</div><ul>{teasers}</ul>").Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<div><h2><a href='/x'>Ferry</a></h2><time>2025-10-05</time><p>{0}</p></div>", 3_000)]
    [InlineData("<div><h2><a href='/x'>Ferry</a></h2><time>2025-10-05</time><p>{0}</p>", 2_000)]
    [InlineData("<h2>Ferry</h2><p>By Anna Okoro | The Lantern | October 6, 2025</p><p>{0}</p>", 3_000)]
    public void A_page_of_thousands_is_taken_in_good_time(string part, int count)
    {
        var page = new System.Text.StringBuilder("<body>");
        for (var k = 0; k < count; k++)
            page.AppendFormat(System.Globalization.CultureInfo.InvariantCulture, System.Text.CompositeFormat.Parse(part), First);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.NotEmpty(IntakeCases.Results(page.ToString()));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"{watch.Elapsed} for {count} parts");
    }
}
