using CsCheck;
using Dateline.Text;

namespace Dateline.Tests.Ingest;

public sealed class PlainTextTests
{
    const string Body = "The river rose by two metres on Tuesday, and the ferry that links both banks stayed in port until the evening.";
    const string More = "Officials in the harbour said that the first boats would leave again once the current had slowed down.";

    static readonly string[] Ends = ["\n", "\r\n", "\n\n", "\r"];

    [Fact]
    public void An_archive_page_becomes_one_document_per_article_with_its_own_header()
    {
        var page = $"""
            River Watch

            Ferry stays in port as river rises

            By Anna M. Okoro | The Lantern | March 3, 2024

            {Body}

            {More}

            Map of the lower river

            What comes next

            {Body}

            March 4, 2024 Posted by | Transport, Weather | , , | Leave a comment

            Two towns agree on a common bridge

            Radio Estuary | February 20, 2024

            {More}

            February 21, 2024 Posted by | Transport | , | Leave a comment
            """;
        var articles = IntakeCases.Articles(page);
        Assert.Equal(["page#1", "page#2"], articles.Select(a => a.Id));
        Assert.Equal(["Ferry stays in port as river rises", "Two towns agree on a common bridge"], articles.Select(a => a.Title));
        Assert.Equal(["Anna M. Okoro", null], articles.Select(a => a.Byline));
        Assert.Equal(["The Lantern", "Radio Estuary"], articles.Select(a => a.Outlet));
        Assert.All(articles, a => Assert.Equal("River Watch", a.Via));
        Assert.Equal(["2024-03-03", "2024-02-20"], articles.Select(a => a.Published));
        Assert.Equal(["byline line", "outlet line"], articles.Select(a => a.PublishedBasis));
        Assert.Equal(["2024-03-03", "2024-03-04"], articles[0].PublishedCandidates.Select(c => c.Value));
        Assert.Equal(["Transport", "Weather"], articles[0].Tags);
        Assert.Equal(["What comes next"], articles[0].Words(PassageKind.Heading));
        Assert.Equal(["Map of the lower river"], articles[0].Words(PassageKind.Caption));
        Assert.Equal("River Watch", articles[0].Remainder);
        Assert.All(articles, a => Assert.Contains(a.Text, page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("By Anna Okoro, The Lantern, 3 March 2024", "Anna Okoro", "The Lantern")]
    [InlineData("By Anna Okoro | The Lantern | Mar. 3, 2024", "Anna Okoro", "The Lantern")]
    [InlineData("The Lantern – 3 March 2024", null, "The Lantern")]
    [InlineData("The Lantern, 3 Mar 2024", null, "The Lantern")]
    [InlineData("Par Anne Okoro | La Lanterne | 3 mars 2024", "Anne Okoro", "La Lanterne")]
    [InlineData("La Lanterne | Publié le 3 mars 2024", null, "La Lanterne")]
    [InlineData("The Lantern | Sunday, March 3, 2024", null, "The Lantern")]
    public void Header_lines_tell_author_outlet_and_day(string line, string? byline, string outlet)
    {
        var article = IntakeCases.Single($"Ferry stays in port\n\n{line}\n\n{Body}\n\n{More}\n");
        Assert.Equal("Ferry stays in port", article.Title);
        Assert.Equal(byline, article.Byline);
        Assert.Equal(outlet, article.Outlet);
        Assert.Equal("2024-03-03", article.Published);
    }

    [Fact]
    public void A_paste_of_clippings_is_split_at_each_headline_with_an_outlet_line_under_it()
    {
        var articles = IntakeCases.Articles($"Ferry stays in port\nThe Lantern, 3 Mar 2024\n{Body}\n\nBridge agreed\nRadio Estuary, 5 Mar 2024\n{More}\n");
        Assert.Equal(["Ferry stays in port", "Bridge agreed"], articles.Select(a => a.Title));
        Assert.Equal(["2024-03-03", "2024-03-05"], articles.Select(a => a.Published));
    }

    [Fact]
    public void A_numbered_digest_is_split_and_its_titles_lose_the_number()
    {
        var articles = IntakeCases.Articles($"1. Ferry stays in port\nThe Lantern | 3 March 2024\n\n{Body}\n\n2. Bridge agreed\nRadio Estuary | 5 March 2024\n\n{More}\n");
        Assert.Equal(["Ferry stays in port", "Bridge agreed"], articles.Select(a => a.Title));
    }

    [Fact]
    public void One_plain_article_stays_one_document_and_its_text_is_untouched()
    {
        var text = $"  Ferry stays in port \r\n\r\n{Body}\r\n\r\n\u00A0{More}  \r\n";
        var article = IntakeCases.Single(text);
        Assert.Equal("page", article.Id);
        Assert.Equal(text, article.Text);
        Assert.Equal("Ferry stays in port", article.Title);
        Assert.Null(article.Published);
    }

    [Fact]
    public void A_cited_outlet_line_without_running_text_around_it_splits_nothing()
    {
        var article = IntakeCases.Single($"Ferry stays in port\n\nThe Lantern | 3 March 2024\n\n{Body}\n\n{More}\n\nRadio Estuary, 5 March 2024\n");
        Assert.Equal("2024-03-03", article.Published);
    }

    [Theory]
    [InlineData("BAMAKO, Oct 5 (Reuters) – The council met.", "BAMAKO", "Reuters")]
    [InlineData("Paris (AFP) - The council met.", "Paris", "AFP")]
    [InlineData("NIAMEY, Niger — The council met.", "NIAMEY", null)]
    [InlineData("Bamako, 5 octobre (AFP) – Le conseil s’est réuni.", "Bamako", "AFP")]
    [InlineData("The council – which met twice – agreed.", null, null)]
    [InlineData("BREAKING – The council met.", null, null)]
    public void A_dateline_gives_place_and_agency(string opening, string? place, string? agency)
    {
        var article = IntakeCases.Single($"Council agrees\n\n{opening} {Body}\n");
        Assert.Equal(place, article.DatelinePlace);
        Assert.Equal(agency, article.Agency);
    }

    [Fact]
    public void Hard_wrapped_lines_are_one_paragraph()
    {
        var article = IntakeCases.Single("The river rose by two metres on\nTuesday, and the ferry stayed in\nport until the evening.\n\nThe first boats would leave again\nonce the current had slowed down.\n");
        Assert.Equal(2, article.Passages.Count);
    }

    [Fact]
    public void Any_text_gives_pieces_that_are_substrings_in_order_and_passages_inside_them()
    {
        string[] stock =
        [
            "River Watch", "Ferry stays in port", "By Anna Okoro | The Lantern | March 3, 2024", "Radio Estuary | 5 March 2024", "The Lantern, 3 Mar 2024", Body, More, "---", "",
            "March 4, 2024 Posted by | Transport | , | Leave a comment", "1. Bridge agreed", "2. Road closed", "(The Lantern, 3 March 2024)", "\u2028", "Filed under: Transport",
            "Publié le 3 mars 2024", "By", "|", " \t", "\ud800", "12. ", "BAMAKO, Oct 5 (Reuters) –", "- one entry", "> said so", "📰",
        ];
        var line = Gen.OneOf(Gen.Int[0, stock.Length - 1].Select(k => stock[k]), Gen.String[0, 40]);
        Gen.Select(line.Array[0, 40], Gen.Int[0, 3].Select(k => new[] { "\n", "\r\n", "\n\n", "\r" }[k])).Sample((lines, end) =>
        {
            var page = string.Join(end, lines);
            // Half surrogates cannot come out of bytes; NUL is refused before this.
            var text = System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(page)).Replace('\0', ' ');
            var from = 0;
            foreach (var article in Dateline.Ingest.Plain.PlainTextReader.ReadPage(text, "page", []))
            {
                var at = text.IndexOf(article.Text, from, StringComparison.Ordinal);
                Assert.True(at >= 0);
                from = at + article.Text.Length;
                var last = 0;
                foreach (var passage in article.Passages)
                {
                    Assert.InRange(passage.Span.Start, last, article.Text.Length);
                    Assert.InRange(passage.Span.End, passage.Span.Start + 1, article.Text.Length);
                    last = passage.Span.End;
                }
            }
        }, iter: 2000);
    }
}
