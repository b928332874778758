namespace Dateline.Tests.Ingest;

public sealed class WireTests
{
    const string First = "The ferry to the northern islands stopped running on Monday after its crew walked out.";
    const string Second = "The harbour office told reporters that it would look for another crew before the weekend.";

    const string Old = $$"""
        {"uri": "urn:lantern:1", "type": "text", "versioncreated": "2025-10-05T12:30:00+02:00", "firstcreated": "2025-10-05T08:00:00+02:00", "pubstatus": "usable", "language": "en-GB",
         "headline": "Ferry crew walks out", "byline": "Anna Okoro", "located": "Bamako", "infosource": [{"name": "Lantern Wire"}], "subject": [{"name": "Ferries"}, {"name": "Strikes"}],
         "body_html": "<p>{{First}}</p><script>x()</script><p>{{Second}}</p>", "extra": {"text": 1} }
        """;

    const string New = $$"""
        {
          "uri": "https://wire.example/stories/2",
          "versionCreated": "2025-10-06T09:00:00Z",
          "headlines": [{"role": "short", "value": "Crew out"}, {"role": "main", "value": "Ferry crew walks out"}],
          "bodies": [{"role": "main", "contentType": "text/plain", "value": "{{First}}\n{{Second}}"}],
          "by": "Anna Okoro", "pubStatus": "canceled", "copyrightHolder": "Lantern Wire", "subjects": [{"name": "Ferries"}]
        }
        """;

    [Fact]
    public void A_ninjs_story_of_any_version_is_an_article()
    {
        var old = IntakeCases.Single(Old);
        Assert.Equal(("page", "Ferry crew walks out", "Lantern Wire", "Anna Okoro", "en-GB", "Bamako"), (old.Id, old.Title, old.Outlet, old.Byline, old.Language, old.DatelinePlace));
        Assert.Equal(("2025-10-05T12:30:00+02:00", "ninjs versioncreated", "ninjs firstcreated"), (old.Published, old.PublishedBasis, old.PublishedCandidates[1].Basis));
        Assert.Equal($"{First}\n\n{Second}", old.Text);
        Assert.Equal(["Ferries", "Strikes"], old.Tags);
        var later = IntakeCases.Single(New);
        Assert.Equal(("Ferry crew walks out", "https://wire.example/stories/2", $"{First}\n\n{Second}"), (later.Title, later.Url, later.Text));
        Assert.Contains("canceled", Assert.Single(later.Diagnostics, static d => d.Code == "DL1078").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Stories_in_a_row_or_a_list_are_read_and_pictures_are_counted()
    {
        const string Picture = "{\"uri\":\"urn:lantern:3\",\"type\":\"picture\",\"versioncreated\":\"2025-10-05T12:30:00Z\",\"headline\":\"A ship\"}";
        var line = Old.ReplaceLineEndings(" ");
        foreach (var text in (string[])[$"{line}\n{Picture}\n{New.ReplaceLineEndings(" ")}\n", $"[{line},{Picture},{New}]"])
        {
            var articles = IntakeCases.Articles(text);
            Assert.Equal(["page#1", "page#3"], articles.Select(static a => a.Id));
            Assert.Contains("picture: 1", Assert.Single(articles[1].Diagnostics, static d => d.Code == "DL1040").Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Broken_json_gives_its_whole_stories_and_a_row()
    {
        var torn = IntakeCases.Results(Old.ReplaceLineEndings(" ") + "\n" + New[..200]);
        Assert.Equal([true, false], torn.Select(static r => r.Succeeded));
        Assert.Equal("DL1077", torn[1].Failure!.Code);
        var deep = "{\"uri\":\"a\",\"versioncreated\":" + new string('[', 100_000);
        Assert.Equal("DL1077", Assert.Single(IntakeCases.Results(deep)).Failure!.Code);
        Assert.Equal("DL1077", Assert.Single(IntakeCases.Results("{\"uri\":\"a\",\"versioncreated\":\"2025-10-05\",\"body_html\":\"\\ud800\"}")).Failure!.Code);
    }

    [Fact]
    public void Rows_of_the_programs_own_form_stay_rows() =>
        Assert.Equal("1", IntakeCases.Single("{\"id\":\"1\",\"text\":\"Words.\",\"uri\":\"x\",\"versioncreated\":\"2025-10-05\"}").Id);

    static string Item(string body, string status = "usable", string kind = "text") => $"""
        <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:lantern:1" version="2" xml:lang="en">
          <itemMeta><itemClass qcode="ninat:{kind}"/><provider qcode="x:1"><name>Lantern Wire</name></provider><versionCreated>2025-10-05T12:30:00+02:00</versionCreated><firstCreated>2025-10-05T08:00:00+02:00</firstCreated><pubStatus qcode="stat:{status}"/></itemMeta>
          <contentMeta><contentCreated>2025-10-05T07:00:00+02:00</contentCreated><located><name>Bamako</name></located><headline>Ferry crew walks out</headline><by>Anna Okoro</by><language tag="en-GB"/><subject qcode="a:1"><name>Ferries</name></subject></contentMeta>
          <contentSet>{body}</contentSet>
        </newsItem>
        """;

    [Theory]
    [InlineData($"<inlineXML><html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>x</title></head><body><p>{First}</p><p>{Second}</p></body></html></inlineXML>")]
    [InlineData($"<inlineXML contenttype=\"application/nitf+xml\"><nitf><body><body.head><hedline><hl1>Other</hl1></hedline></body.head><body.content><block><p>{First}</p><p>{Second}</p></block></body.content></body></nitf></inlineXML>")]
    [InlineData($"<inlineData contenttype=\"text/html\">&lt;p&gt;{First}&lt;/p&gt;&lt;p&gt;{Second}&lt;/p&gt;</inlineData>")]
    public void A_newsml_story_is_an_article_whatever_its_text_is_written_in(string body)
    {
        var article = IntakeCases.Single("<?xml version=\"1.0\"?>\n" + Item(body));
        Assert.Equal(("Ferry crew walks out", "Lantern Wire", "Anna Okoro", "en-GB", "Bamako"), (article.Title, article.Outlet, article.Byline, article.Language, article.DatelinePlace));
        Assert.Equal(("2025-10-05T12:30:00+02:00", "newsml versionCreated"), (article.Published, article.PublishedBasis));
        Assert.Equal(["newsml versionCreated", "newsml firstCreated", "newsml contentCreated"], article.PublishedCandidates.Select(static c => c.Basis));
        Assert.Equal($"{First}\n\n{Second}", article.Text);
        Assert.Equal(["Ferries"], article.Tags);
    }

    [Fact]
    public void A_newsml_message_gives_its_stories_and_counts_the_rest()
    {
        var text = $"<inlineXML><html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>{First}</p></body></html></inlineXML>";
        var message = $"<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><header/><itemSet>{Item(text)}{Item("", kind: "picture")}<packageItem guid=\"p\"/>{Item(text, "withheld")}</itemSet></newsMessage>";
        var articles = IntakeCases.Articles(message);
        Assert.Equal(["page#1", "page#3"], articles.Select(static a => a.Id));
        Assert.Contains(articles[1].Diagnostics, static d => d.Code == "DL1078");
        Assert.Contains("packageItem: 1, picture: 1", Assert.Single(articles[1].Diagnostics, static d => d.Code == "DL1040").Message, StringComparison.Ordinal);
        var torn = IntakeCases.Results(message[..^60]);
        Assert.Contains(torn[0].Article!.Diagnostics, static d => d.Code == "DL1069");
    }

    [Fact]
    public void Nitf_alone_is_read_and_entities_are_never_expanded()
    {
        var nitf = $"<?xml version=\"1.0\"?><!DOCTYPE nitf SYSTEM \"nitf.dtd\" [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><nitf><head><docdata><date.issue norm=\"20251005T123000Z\"/><key-list><keyword key=\"Ferries\"/></key-list></docdata><pubdata name=\"The Lantern\"/></head><body><body.head><hedline><hl1>Ferry crew walks out</hl1></hedline><byline><person>Anna Okoro</person></byline><dateline><location>Bamako</location></dateline></body.head><body.content><p>{First}</p><p>&b;</p></body.content></body></nitf>";
        var article = IntakeCases.Single(nitf);
        Assert.Equal(("Ferry crew walks out", "The Lantern", "Anna Okoro", "Bamako"), (article.Title, article.Outlet, article.Byline, article.DatelinePlace));
        Assert.DoesNotContain("aaaa", article.Text, StringComparison.Ordinal);
        Assert.StartsWith("2025-10-05", article.Published, StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_and_empty_messages_end_in_a_row()
    {
        var deep = "<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\">" + string.Concat(Enumerable.Repeat("<itemSet>", 50_000)) + "<newsItem/>";
        Assert.NotEmpty(IntakeCases.Results(deep));
        Assert.Equal("DL1041", Assert.Single(IntakeCases.Results("<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><itemSet/></newsMessage>")).Failure!.Code);
    }
}
