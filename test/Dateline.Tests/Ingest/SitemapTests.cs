using System.IO.Compression;
using System.Text;
using Dateline.Ingest.Feeds;

namespace Dateline.Tests.Ingest;

public sealed class SitemapTests
{
    const string News = """
        <?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
        <url><loc> https://lantern.example/1?a=1&amp;b=2 </loc><lastmod>2025-10-05</lastmod><n:news><n:publication><n:name>The Lantern</n:name><n:language>fr_ML</n:language></n:publication>
        <n:publication_date>2025-10-04T22:15:00+02:00</n:publication_date><n:title>Ferry &amp;amp; port</n:title><n:keywords>Transport, Weather</n:keywords></n:news>
        <xhtml:link rel="alternate" hreflang="en" href="/en/1"/></url>
        <url><loc>https://lantern.example/1?a=1&amp;b=2</loc></url><url><loc>javascript:alert(1)</loc></url><url><loc><![CDATA[/2]]></loc></url></urlset>
        """;

    static Sitemap? Read(byte[] bytes, string name = "https://lantern.example/sitemap.xml") => SitemapReader.Read(new MemoryStream(bytes), name, out _);

    [Fact]
    public void A_news_sitemap_gives_pages_with_headline_outlet_and_dates_each_once()
    {
        var sitemap = Read(Encoding.UTF8.GetBytes(News))!;
        Assert.Equal(["https://lantern.example/1?a=1&b=2", "https://lantern.example/2"], sitemap.Pages.Select(static p => p.Url));
        var page = sitemap.Pages[0];
        Assert.Equal(("2025-10-05", "2025-10-04T22:15:00+02:00", "Ferry & port", "The Lantern", "fr-ML"), (page.Modified, page.Published, page.Title, page.Outlet, page.Language));
        Assert.Equal(["Transport", "Weather"], page.Tags);
        Assert.Equal("https://lantern.example/en/1", page.Translations["en"]);
    }

    [Fact]
    public void Gzip_is_unpacked_and_lines_of_addresses_are_a_sitemap_too()
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(News));
        Assert.Equal(2, Read(packed.ToArray())!.Pages.Count);
        Assert.Equal(["https://a.example/1", "https://a.example/2"], Read("words\nhttps://a.example/1\r\nhttps://a.example/2\nhttps://a.example/1"u8.ToArray())!.Pages.Select(static p => p.Url));
    }

    [Fact]
    public void An_index_names_further_sitemaps()
    {
        var sitemap = Read("<sitemapindex><sitemap><loc>https://a.example/1.xml.gz</loc></sitemap><sitemap><loc>2.xml</loc></sitemap></sitemapindex>"u8.ToArray())!;
        Assert.Equal(["https://a.example/1.xml.gz", "https://lantern.example/2.xml"], sitemap.Sitemaps);
        Assert.Empty(sitemap.Pages);
    }

    [Theory]
    [InlineData("<!DOCTYPE html><html><body></body></html>")]
    [InlineData("<rss/>")]
    [InlineData("ABC")]
    public void What_is_no_sitemap_is_refused_with_a_reason(string text)
    {
        Assert.Null(SitemapReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "x", out var failure));
        Assert.Equal("DL1034", failure?.Code);
    }

    [Fact]
    public void Robots_names_sitemaps()
    {
        Assert.Equal(["https://a.example/s.xml", "https://a.example/news.xml"],
            SitemapReader.InRobots("# test\nUser-agent: *\nsitemap: https://a.example/s.xml # all\nSitemap : /news.xml\nSITEMAP: https://a.example/s.xml\nSitemaps are fine", "https://a.example/robots.txt"));
        Assert.Empty(SitemapReader.InRobots(string.Concat(Enumerable.Repeat("# test", 10_000))));
    }

    [Fact]
    public void The_samples_give_as_many_pages_as_expected()
    {
        var folder = Corpora.Folder("intake-sitemap-samples");
        foreach (var (file, pages, sitemaps) in (ReadOnlySpan<(string, int, int)>)[("sitemap.xml", 84, 0), ("sitemap.xml.gz", 84, 0), ("sitemap2.xml", 0, 2)])
        {
            var sitemap = Read(File.ReadAllBytes(Path.Combine(folder, file)))!;
            Assert.Equal((file, pages, sitemaps), (file, sitemap.Pages.Count, sitemap.Sitemaps.Count));
        }
        var translated = Read(File.ReadAllBytes(Path.Combine(folder, "sitemap-hreflang.xml")))!;
        Assert.All(translated.Pages, static page => Assert.Contains("de", page.Translations.Keys));
    }
}
