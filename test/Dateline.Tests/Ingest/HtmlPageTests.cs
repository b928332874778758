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

    // heading, JSON-LD, social, window
    [Theory]
    [InlineData("Ferry stays in port", "Ferry stays in port", "Ferry stays in port", "Ferry stays in port | The Lantern", "Ferry stays in port")]
    [InlineData("Ferry stays in port as river rises", null, "Ferry stays in port as river rises | Region | The Lantern", "River – The Lantern", "Ferry stays in port as river rises")]
    [InlineData("River level: ferry closed today", "River level: ferry closed today", "A night on the banks of a river that would not wait", "River level: ferry closed today | Lantern", "A night on the banks of a river that would not wait")]
    [InlineData("River level: ferry closed today", "A night on the banks of the river", "River level: ferry closed today", "River level: ferry closed today", "A night on the banks of the river")]
    [InlineData("At the estuary: A night on the banks of the river", null, "Harbour news - A night on the banks of the river", "News", "A night on the banks of the river")]
    [InlineData("Ferry stays in port", "The ferry that stays in port", "Why ferries stay in port", "Ferries, rivers and ports", "Ferry stays in port")]
    [InlineData(null, null, "Ferry stays in port – here is how it was done", null, "Ferry stays in port – here is how it was done")]
    [InlineData(null, null, null, "Ferry stays in port again - The Lantern", "Ferry stays in port again")]
    public void The_headline_is_what_the_places_that_name_it_agree_on(string? heading, string? structured, string? social, string? window, string title)
    {
        var page = $"""
            <html><head>{(window is null ? "" : $"<title>{window}</title>")}{(social is null ? "" : $"<meta property='og:title' content='{social}'>")}
            {(structured is null ? "" : $$"""<script type="application/ld+json">{"@type":"NewsArticle","headline":"{{structured}}"}</script>""")}</head>
            <body><main>{(heading is null ? "" : $"<h1>{heading}</h1>")}<p>{First}</p><p>{Second}</p></main></body></html>
            """;
        Assert.Equal(title, IntakeCases.Single(page).Title);
    }

    [Theory]
    [InlineData("By Anna Okoro and Bo Lind", "Anna Okoro, Bo Lind")]
    [InlineData("Von Anna Okoro und Bo Lind", "Anna Okoro, Bo Lind")]
    [InlineData("Par Anne Okoro et Bo Lind", "Anne Okoro, Bo Lind")]
    [InlineData("Por Ana Okoro y Bo Lind", "Ana Okoro, Bo Lind")]
    [InlineData("Anna Okoro og Bo Lind", "Anna Okoro, Bo Lind")]
    [InlineData("Anna Okoro, Political Editor", "Anna Okoro")]
    [InlineData("Anna Okoro (ao); Bo Lind – correspondent", "Anna Okoro, Bo Lind")]
    [InlineData("https://lantern.example/anna", null)]
    [InlineData("anna@lantern.example", null)]
    [InlineData("Marks and Spencer", "Marks and Spencer")]
    [InlineData("The Lantern, Anna Okoro", "The Lantern, Anna Okoro")]
    public void Authors_are_names_without_roles_addresses_and_the_words_around_them(string written, string? byline) =>
        Assert.Equal(byline, IntakeCases.Single($"<meta name='author' content='{written}'><meta property='og:site_name' content='The Lantern'><p>{First}</p><p>{Second}</p>").Byline);

    [Fact]
    public void Where_the_metadata_names_the_outlet_as_author_the_visible_byline_is_read()
    {
        const string Head = "<meta name='author' content='The Lantern'><meta property='og:site_name' content='The Lantern'>";
        Assert.Equal("Anna Okoro", IntakeCases.Single($"{Head}<p class='article-author'>By <b>Anna Okoro</b></p><p>{First}</p><p>{Second}</p>").Byline);
        Assert.Equal("The Lantern", IntakeCases.Single($"{Head}<p class='article-author'>Photo: port</p><p>{First}</p><p>{Second}</p>").Byline);
    }

    [Fact]
    public void Sections_that_are_each_named_a_body_are_one_body()
    {
        var part = $"<section><div class='post__content'><p>{First}</p><p>{Second}</p></div></section>";
        Assert.Equal(string.Join("\n\n", Enumerable.Repeat($"{First}\n\n{Second}", 3)), IntakeCases.Single($"<div class='post'><h1>Ferry</h1>{part}{part}{part}</div><footer><p>{First}</p></footer>").Text);
    }

    [Fact]
    public void The_innermost_body_is_followed_past_its_neighbours()
    {
        var body = string.Concat(Enumerable.Repeat($"<p>{First}</p><p>{Second}</p>", 4));
        var text = IntakeCases.Single($"<div class='single-content'><h1>Ferry</h1><div class='entry-content'>{body}</div><div class='latest'><p>{Second} In other harbours too.</p></div></div>").Text;
        Assert.DoesNotContain("other harbours", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quoted_post_is_text_and_buttons_for_sharing_are_not()
    {
        var text = IntakeCases.Single($"<article><p>{First}</p><div class='social-embed'><blockquote class='twitter-tweet'><p>The ferry is late again, I fear.</p></blockquote></div><div class='social-share'><p>Share it</p></div><p>{Second}</p></article>").Text;
        Assert.Equal($"{First}\n\nThe ferry is late again, I fear.\n\n{Second}", text);
    }

    [Fact]
    public void A_body_that_lies_in_an_entry_of_a_list_is_found_and_a_list_of_links_is_not() =>
        Assert.Equal($"{First}\n\n{Second}\n\n{First}", IntakeCases.Single($"<ul><li id='left'><div class='archives'><p>{First}</p><p>{Second}</p><p>{First}</p></div><ul><li>Boats: <a href='/1'>Another story of the estuary</a></li></ul></li></ul>").Text);

    [Theory]
    [InlineData("<ul><li><strong>Date</strong> 5 October 2025</li></ul>", "")]
    [InlineData("", "<span>Harbour, 5 October 2025, 10:00</span>")]
    public void A_visible_date_beside_its_label_or_the_headline_goes_before_those_of_other_articles(string labelled, string beside)
    {
        var page = $"<div class='teaser-date'>24 September 2025</div><div><div><h1>Ferry stays in port</h1>{beside}</div><p>{First}</p><p>{Second}</p></div>{labelled}";
        Assert.StartsWith("2025-10-05", IntakeCases.Single(page).Published, StringComparison.Ordinal);
    }
}
