using System.Text;
using BenchmarkDotNet.Attributes;
using Dateline.Ingest;

namespace Dateline.Benchmarks;

/// <summary>One page to one article: bytes in, text and metadata out. The page is made up, and shaped like those of large sites: mostly script and navigation.</summary>
[MemoryDiagnoser]
public class PageReading
{
    private readonly ArticleReader _reader = new();
    private byte[] _page = [];

    /// <summary>How many paragraphs the article has.</summary>
    [Params(12, 60)]
    public int Paragraphs { get; set; }

    /// <summary>Writes the page.</summary>
    [GlobalSetup]
    public void Write()
    {
        var html = new StringBuilder("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Ferry stays in port | The Lantern</title>")
            .Append("<meta property=\"og:title\" content=\"Ferry stays in port\"><meta property=\"og:site_name\" content=\"The Lantern\">")
            .Append("<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Ferry stays in port\",\"datePublished\":\"2025-10-05T10:00:00Z\",\"author\":{\"name\":\"Anna Okoro\"}}</script>");
        for (var k = 0; k < 40; k++)
            html.Append("<script>var s").Append(k).Append("=function(a,b){return a<b?\"<p>no text</p>\":b};/* ").Append('x', 2500).Append(" */</script>");
        html.Append("</head><body><nav><ul>");
        for (var k = 0; k < 150; k++)
            html.Append("<li class=\"menu-item\"><a href=\"/section/").Append(k).Append("\"><span>Section ").Append(k).Append("</span></a></li>");
        html.Append("</ul></nav><main><article><h1>Ferry stays in port</h1><div class=\"article-body\">");
        for (var k = 0; k < Paragraphs; k++)
        {
            html.Append("<p>The river rose by ").Append(k).Append(" centimetres on Tuesday, and the <a href=\"/ferry\">ferry</a> that links both banks stayed in port until the evening. ")
                .Append("Officials in the harbour said that the first boats would leave again once the current had slowed down.</p><div class=\"ad-slot\"><span>Advertisement</span></div>");
        }
        html.Append("</div></article><aside>");
        for (var k = 0; k < 60; k++)
            html.Append("<div class=\"related\"><h3><a href=\"/x/").Append(k).Append("\">Another story of the estuary</a></h3><p>What was said about boats and bridges this week.</p></div>");
        _page = Encoding.UTF8.GetBytes(html.Append("</aside></main><footer><p>All rights reserved.</p></footer></body></html>").ToString());
    }

    /// <summary>Reads it.</summary>
    [Benchmark]
    public int Read() => _reader.Read(new MemoryStream(_page), "page", InputFormat.Html).Count();
}
