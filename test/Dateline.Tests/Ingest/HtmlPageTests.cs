using System.Text;
using Dateline.Text;

namespace Dateline.Tests.Ingest;

public sealed class HtmlPageTests
{
    const string First = "The river rose by two metres on Tuesday, and the ferry that links both banks stayed in port until the evening.";
    const string Second = "Officials in the harbour said that the first boats would leave again once the current had slowed down.";

    const string Page = $$"""
        <!doctype html><html lang="en"><head><title>Ferry stays in port as river rises | The Lantern</title>
        <link rel="canonical" href="https://lantern.example/2024/03/03/ferry">
        <meta property="og:site_name" content="The Lantern">
        <script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"@type":"NewsArticle","headline":"Ferry stays in port as river rises",
        "datePublished":"2024-03-03T21:30:00-05:00","author":[{"name":"Anna Okoro"},{"name":"Bo Lind"}],"keywords":"Transport, Weather"}]}</script>
        <script>var text = "<p>not text</p>";</script></head>
        <body><nav><a href="/">Home</a></nav><article><h1>Ferry stays in port as river rises</h1><p class="byline">By Anna Okoro</p>
        <p>{{First}}</p><h2>What comes next</h2><p>{{Second}} <a href="/x">More</a> is known.</p><div class="related"><p>{{First}} {{First}}</p></div></article>
        <footer><p>All rights reserved by the owners of this page and by nobody else.</p></footer></body></html>
        """;

    [Fact]
    public void The_body_becomes_the_text_and_the_rest_of_the_page_does_not()
    {
        var article = IntakeCases.Single(Page);
        Assert.Equal($"{First}\n\nWhat comes next\n\n{Second} More is known.", article.Text);
        Assert.Equal(["What comes next"], article.Words(PassageKind.Heading));
    }

    [Fact]
    public void Metadata_names_title_authors_outlet_tags_and_every_date_with_its_rule()
    {
        var article = IntakeCases.Single(Page);
        Assert.Equal("Ferry stays in port as river rises", article.Title);
        Assert.Equal("Anna Okoro, Bo Lind", article.Byline);
        Assert.Equal("The Lantern", article.Outlet);
        Assert.Equal("https://lantern.example/2024/03/03/ferry", article.Url);
        Assert.Equal("en", article.Language);
        Assert.Equal(["Transport", "Weather"], article.Tags);
        Assert.Equal(("2024-03-03T21:30:00-05:00", "json-ld"), (article.Published, article.PublishedBasis));
        Assert.Contains(new DateCandidate("2024-03-03", "url"), article.PublishedCandidates);
    }

    [Fact]
    public void A_declared_charset_is_followed_unless_the_bytes_are_utf8()
    {
        var page = $"<html><head><meta charset=\"windows-1251\"></head><body><p>Совет собрался вечером. {First}</p></body></html>";
        var cyrillic = CodePagesEncodingProvider.Instance.GetEncoding(1251)!;
        foreach (var encoding in (Encoding[])[cyrillic, Encoding.UTF8])
            Assert.StartsWith("Совет собрался", Assert.Single(IntakeCases.Results(encoding.GetBytes(page))).Article?.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<ul><li>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<p><span>")]
    [InlineData("<font color=1>")]
    [InlineData("<!-- ")]
    [InlineData("<a href=\"")]
    public void Tags_nested_without_end_neither_crash_nor_hang(string tag)
    {
        var page = $"<html><body>{string.Concat(Enumerable.Repeat(tag, 20_000))}<p>{First}</p>";
        Assert.Single(IntakeCases.Results(page));
    }

    [Fact]
    public void A_page_without_text_is_a_failed_row() =>
        Assert.Equal("DL1021", Assert.Single(IntakeCases.Results("<html><body><script>run()</script></body></html>")).Failure?.Code);
}
