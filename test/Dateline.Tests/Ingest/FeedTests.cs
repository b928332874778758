using Dateline.Ingest;

namespace Dateline.Tests.Ingest;

public sealed class FeedTests
{
    const string Body = "The river rose by two metres on Tuesday, and the ferry that links both banks stayed in port.";

    const string Rss = $"""
        <?xml version="1.0"?><rss version="2.0"><channel><title>The Lantern</title><language>en</language>
        <item><title>Ferry &amp; port</title><link>https://lantern.example/1</link><guid>1</guid><pubDate>Sun, 03 Mar 24 10:00:00 EST</pubDate>
        <dc:creator>Anna Okoro</dc:creator><category>Transport</category><description>Short.</description>
        <content:encoded><![CDATA[<p>{Body}</p><p>Second.</p>]]></content:encoded></item>
        <item><title>Bridge agreed</title><guid>https://lantern.example/2</guid><author>desk@lantern.example (Bo Lind)</author>
        <source url="https://estuary.example/feed">Radio Estuary</source></item>
        </channel></rss>
        """;

    [Fact]
    public void Rss_gives_one_article_an_entry_with_undeclared_prefixes_read()
    {
        var articles = IntakeCases.Articles(Rss);
        Assert.Equal(["page#1", "page#2"], articles.Select(a => a.Id));
        Assert.Equal(["Ferry & port", "Bridge agreed"], articles.Select(a => a.Title));
        Assert.Equal($"{Body}\n\nSecond.", articles[0].Text);
        Assert.Equal(("2024-03-03T10:00:00-05:00", "feed pubDate"), (articles[0].Published, articles[0].PublishedBasis));
        Assert.Equal(["https://lantern.example/1", "https://lantern.example/2"], articles.Select(a => a.Url));
        Assert.Equal(["Anna Okoro", "Bo Lind"], articles.Select(a => a.Byline));
        Assert.Equal(["The Lantern", "Radio Estuary"], articles.Select(a => a.Outlet));
        Assert.Equal([null, "The Lantern"], articles.Select(a => a.Via));
    }

    [Fact]
    public void Atom_is_read_with_xhtml_and_its_dates_in_order_of_trust()
    {
        var article = IntakeCases.Single($"""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>La Lanterne</title><entry><title type="html">Le &lt;b&gt;bac&lt;/b&gt;</title>
            <link rel="self" href="https://lantern.example/self"/><link href="https://lantern.example/3"/><updated>2024-03-05T08:00:00Z</updated><published>2024-03-03T08:00:00Z</published>
            <author><name>Anne Okoro</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{Body}</p></div></content></entry></feed>
            """);
        Assert.Equal(("Le bac", "https://lantern.example/3", "Anne Okoro", "fr", Body), (article.Title, article.Url, article.Byline, article.Language, article.Text));
        Assert.Equal(["2024-03-03T08:00:00Z", "2024-03-05T08:00:00Z"], article.PublishedCandidates.Select(c => c.Value));
    }

    [Fact]
    public void A_torn_feed_gives_its_whole_entries_and_a_warning()
    {
        var articles = IntakeCases.Articles(Rss[..Rss.IndexOf("Bridge", StringComparison.Ordinal)].Replace("&amp;", "& &eacute;", StringComparison.Ordinal));
        Assert.Equal("Ferry & é port", Assert.Single(articles).Title);
        Assert.Equal("DL1031", Assert.Single(articles[0].Diagnostics).Code);
    }

    [Theory]
    [InlineData("<rss><channel><item><title>x", "DL1030")]
    [InlineData("<rss><channel><title>x</title></channel></rss>", "DL1032")]
    [InlineData("""<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><rss><channel><title>&b;</title></channel></rss>""", "DL1032")]
    public void A_feed_without_entries_is_a_failed_row(string xml, string code) =>
        Assert.Equal(code, Assert.Single(IntakeCases.Results(xml, InputFormat.Rss)).Failure?.Code);
}
