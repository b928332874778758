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

    [Fact]
    public void A_json_feed_is_recognised_and_read()
    {
        var articles = IntakeCases.Articles($$"""
            { "version": "https://jsonfeed.org/version/1.1", "title": "The Lantern", "home_page_url": "https://lantern.example/", "language": "en_gb",
              "authors": [{"name": "The desk"}], "items": [
              {"id": 7, "url": "/1", "title": "Ferry &amp; <b>port</b>", "content_html": "<p>{{Body}}</p>", "date_published": "2024-03-03T10:00:00-05:00", "tags": ["Transport", "Transport"], "authors": [{"name": "Anna Okoro"}, {"name": "Bo Lind"}]},
              {"id": "https://lantern.example/2", "content_text": "One.\n\nTwo < three.", "date_modified": "2024-03-04"} ] }
            """);
        Assert.Equal(["Ferry & port", null], articles.Select(a => a.Title));
        Assert.Equal([Body, "One.\n\nTwo < three."], articles.Select(a => a.Text));
        Assert.Equal(["https://lantern.example/1", "https://lantern.example/2"], articles.Select(a => a.Url));
        Assert.Equal(["Anna Okoro, Bo Lind", "The desk"], articles.Select(a => a.Byline));
        Assert.Equal(("2024-03-03T10:00:00-05:00", "feed date_published", "en-GB"), (articles[0].Published, articles[0].PublishedBasis, articles[0].Language));
        Assert.Equal(["Transport"], articles[0].Tags);
    }

    [Fact]
    public void Rss_1_has_its_items_beside_the_channel_and_dublin_core_for_the_rest()
    {
        var article = IntakeCases.Single($"""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>The Lantern</title>
            <link>https://lantern.example</link><d:language>fr</d:language></channel><item rdf:about="https://lantern.example/1"><title>Ferry</title><link>1.html</link><d:creator>Anna Okoro</d:creator>
            <d:date>2024-03-03T10:00Z</d:date><d:subject>Transport</d:subject><description>{Body}</description></item></rdf:RDF>
            """);
        Assert.Equal(("Ferry", "https://lantern.example/1.html", "Anna Okoro", "2024-03-03T10:00:00Z", "fr", Body), (article.Title, article.Url, article.Byline, article.Published, article.Language, article.Text));
        Assert.Equal(["Transport"], article.Tags);
    }

    [Fact]
    public void Addresses_are_resolved_against_the_nearest_base()
    {
        var articles = IntakeCases.Articles("""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://lantern.example/a/"><title>t</title><entry xml:base="b/"><title>1</title><link href="c"/></entry>
            <entry><title>2</title><link rel="alternate" href="../d"/></entry><entry><title>3</title><link href="javascript:x"/><id>https://lantern.example/e</id></entry></feed>
            """);
        Assert.Equal(["https://lantern.example/a/b/c", "https://lantern.example/d", "https://lantern.example/e"], articles.Select(a => a.Url));
    }

    [Fact]
    public void A_headline_that_an_aggregator_joined_with_the_outlet_is_parted()
    {
        var article = IntakeCases.Single("""
            <rss version="2.0"><channel><title>Gatherer</title><item><title>Ferry stays - in port - The Lantern</title><source url="https://lantern.example">The Lantern</source></item></channel></rss>
            """);
        Assert.Equal(("Ferry stays - in port", "The Lantern", "Gatherer"), (article.Title, article.Outlet, article.Via));
    }

    [Fact]
    public void Those_who_look_after_a_feed_are_not_its_writers_and_a_show_has_its_author()
    {
        var article = IntakeCases.Single("<rss><channel><managingEditor>chief@lantern.example (Chief)</managingEditor><item><title>1</title><author>desk@lantern.example</author></item></channel></rss>");
        Assert.Null(article.Byline);
        var show = IntakeCases.Single("""<rss xmlns:i="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><i:author>Anna Okoro</i:author><item><title>1</title><i:summary>Long ago.</i:summary></item></channel></rss>""");
        Assert.Equal(("Anna Okoro", "Long ago."), (show.Byline, show.Text));
    }

    [Theory]
    [InlineData("iso-8859-1", 28591)]
    [InlineData("windows-1251", 1251)]
    [InlineData("koi8-r", 20866)]
    [InlineData("utf-16", 1200)]
    public void The_charset_of_the_declaration_is_followed(string label, int page)
    {
        var title = page is 28591 or 1200 ? "Bénin" : "Совет";
        var xml = $"<?xml version=\"1.0\" encoding=\"{label}\"?><rss><channel><item><title>{title}</title></item></channel></rss>";
        var encoding = page == 1200 ? System.Text.Encoding.Unicode : System.Text.CodePagesEncodingProvider.Instance.GetEncoding(page) ?? System.Text.Encoding.Latin1;
        Assert.Equal(title, Assert.Single(IntakeCases.Results([.. encoding.GetPreamble(), .. encoding.GetBytes(xml)])).Article?.Title);
        // Whoever re-saved the file as UTF-8 left the declaration in.
        if (page != 1200)
            Assert.Equal(title, IntakeCases.Single("\uFEFF\n " + xml).Title);
    }

    [Theory]
    [InlineData("Sun, 5 Oct 2025 10:00:00 +0200", "2025-10-05T10:00:00+02:00")]
    [InlineData("5 Oct 25 10:00 EST", "2025-10-05T10:00:00-05:00")]
    [InlineData("Sun, 05 Oct 2025 10:00:00 GMT+2", "2025-10-05T10:00:00+02:00")]
    [InlineData("2025-10-05T10:00:00.123Z", "2025-10-05T10:00:00Z")]
    [InlineData("2025-10-05 10:00:00", "2025-10-05T10:00:00")]
    [InlineData("dimanche 5 octobre 2025 10:00", "2025-10-05T10:00:00")]
    [InlineData("2025-10-05", "2025-10-05")]
    [InlineData("soon", null)]
    [InlineData("2025", null)]
    public void Dates_are_read_as_feeds_write_them(string written, string? read) =>
        Assert.Equal(read, IntakeCases.Single($"<rss><channel><item><title>t</title><pubDate>{written}</pubDate></item></channel></rss>").Published);

    [Theory]
    [InlineData("<opml version='2.0'><body><outline xmlUrl='https://a.example'/></body></opml>", "DL1095")]
    [InlineData("<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>https://a.example</loc></url></urlset>", "DL1096")]
    public void A_list_of_feeds_or_pages_is_no_article_and_is_told_where_it_belongs(string xml, string code) => Assert.Equal(code, Assert.Single(IntakeCases.Results(xml)).Failure?.Code);
}
