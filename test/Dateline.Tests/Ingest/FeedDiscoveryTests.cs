using Dateline.Ingest.Feeds;

namespace Dateline.Tests.Ingest;

public sealed class FeedDiscoveryTests
{
    [Fact]
    public void Declared_feeds_come_first_and_are_made_absolute()
    {
        var feeds = FeedDiscovery.Find("""
            <html><head><base href="/fr/"><link rel="alternate" type="application/rss+xml; charset=utf-8" title="All &amp; more" href="feed.xml">
            <link rel="ALTERNATE home" type="application/atom+xml" href="//cdn.example/atom"><link rel="alternate" hreflang="en" href="/en/"><link rel="alternate" type="application/feed+json" href="/feed.json">
            </head><body><a href="/tag/sahel/feed/">Sahel</a><a href="/feeding-birds">no</a><a href="feed.xml">again</a><a href="javascript:feed">x</a><a href="/rss/world.xml?x=1">World</a></body></html>
            """, "https://lantern.example/a/b");
        Assert.Equal(["https://lantern.example/fr/feed.xml", "https://cdn.example/atom", "https://lantern.example/feed.json", "https://lantern.example/tag/sahel/feed/", "https://lantern.example/rss/world.xml?x=1"],
            feeds.Select(static f => f.Url));
        Assert.Equal(["All & more", null, null, "Sahel", "World"], feeds.Select(static f => f.Title));
        Assert.All(feeds, static f => Assert.True(f.Declared));
    }

    [Fact]
    public void A_page_that_declares_none_gives_usual_places_to_try()
    {
        var feeds = FeedDiscovery.Find("<p>words", "https://lantern.example/a/b");
        Assert.Contains("https://lantern.example/feed", feeds.Select(static f => f.Url));
        Assert.All(feeds, static f => Assert.False(f.Declared));
    }

    [Theory]
    [InlineData("lantern.example")]
    [InlineData("ftp://lantern.example/")]
    public void An_address_that_is_not_of_the_web_is_misuse(string address) => Assert.Throws<ArgumentException>(() => FeedDiscovery.Find("", address));
}
