using System.IO.Compression;
using System.Text;
using Dateline.Ingest.Press;

namespace Dateline.Tests.Ingest;

public sealed class PressTests
{
    const string First = "BAMAKO (Reuters) - The ferry to the northern islands stopped running on Monday after its crew walked out.";
    const string Second = "The harbour office told reporters that it would look for another crew before the weekend.";

    static string Lexis(int number, int all, string marker = "DOCUMENTS", string length = "LENGTH: 355 words") => $"""
                                           {number} of {all} {marker}


                                      The Lantern (London)

                                    January {number}, 2010 Monday
                                        Final Edition

        Ferry crew walks out
        for the second time

        BYLINE: By Anna Okoro in Bamako

        SECTION: WORLD PAGES; Pg. 14

        {length}

        BAMAKO (Reuters) - The ferry to the northern islands stopped
        running on Monday after its crew walked out.

        {Second}

        LOAD-DATE: January {number}, 2010

        LANGUAGE: ENGLISH

        SUBJECT: FERRIES (90%); STRIKES (78%)

        PUBLICATION-TYPE: Newspaper

                             Copyright 2010 Lantern Newspapers Limited
                                      All Rights Reserved


        """.Replace("\r\n", "\n", StringComparison.Ordinal);

    [Fact]
    public void A_classic_lexis_export_gives_a_record_for_each_document()
    {
        var results = IntakeCases.Results("Download Request: Select Items: 1-2\nTime Of Request: January 12, 2010\n\n" + Lexis(1, 2) + Lexis(2, 2));
        Assert.Equal(["page#1", "page#2"], results.Select(static r => r.Id));
        var article = results[1].Article!;
        Assert.Equal(("Ferry crew walks out for the second time", "The Lantern (London)", "Anna Okoro in Bamako", "2010-01-02", "lexis date line", "en"),
            (article.Title, article.Outlet, article.Byline, article.Published, article.PublishedBasis, article.Language));
        Assert.Equal($"{First}\n\n{Second}", article.Text);
        Assert.Equal(("BAMAKO", "Reuters"), (article.DatelinePlace, article.Agency));
        Assert.Equal(["FERRIES", "STRIKES"], article.Tags);
        foreach (var kept in (ReadOnlySpan<string>)["Final Edition", "SECTION: WORLD PAGES; Pg. 14", "LENGTH: 355 words", "LOAD-DATE: January 2, 2010", "Copyright 2010"])
            Assert.Contains(kept, article.Remainder, StringComparison.Ordinal);
        Assert.Contains("Download Request", results[0].Article!.Remainder, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lexis_export_in_german_or_without_a_length_is_read_as_well()
    {
        var german = "                         Dokument 1 von 1\n\n                  Die Laterne\n\n                5. Oktober 2025 Sonntag\n\nFähre steht still\n\nAUTOR: Anna Okoro\n\nLÄNGE: 80 Wörter\n\nDie Fähre blieb am Montag im Hafen.\n\nSPRACHE: GERMAN; Deutsch\n";
        var article = IntakeCases.Single(german);
        Assert.Equal(("Fähre steht still", "Die Laterne", "2025-10-05", "de", "Die Fähre blieb am Montag im Hafen."), (article.Title, article.Outlet, article.Published, article.Language, article.Text));
        Assert.Equal($"{First}\n\n{Second}", IntakeCases.Single(Lexis(1, 1, "DOCUMENT", length: "")).Text);
    }

    [Fact]
    public void An_export_that_counts_more_than_it_holds_says_so_and_a_record_without_text_is_a_row()
    {
        var results = IntakeCases.Results(Lexis(1, 25) + "    2 of 25 DOCUMENTS\n\n      The Lantern\n\n    January 5, 2010\n\nNothing below\n\nLENGTH: 0 words\n\nLANGUAGE: ENGLISH\n");
        Assert.Equal([true, false, false], results.Select(static r => r.Succeeded));
        Assert.Equal(["DL1064", "DL1066"], results.Skip(1).Select(static r => r.Failure!.Code));
        Assert.Contains("25 documents and 2", results[2].Failure!.Message, StringComparison.Ordinal);
    }

    static readonly string[] Nexis =
    [
        "User Name: desk", "Date and Time: Monday, October 6, 2025 9:00 AM CEST", "Job Number: 1", "Documents (2)", "1. Ferry crew walks out", "Client/Matter: -None-", "Search Terms: ferry",
        "Ferry crew walks out", "The Lantern(London)", "October 5, 2025 Sunday 9:20 AM GMT", "Copyright 2025 Lantern Newspapers Limited All Rights Reserved", "Section:\u00A0WORLD NEWS", "Length:\u00A0355 words", "Byline:\u00A0Anna Okoro",
        "Body", First, Second, "Classification", "Language:\u00A0ENGLISH", "Subject:\u00A0FERRIES (90%)", "Load-Date:\u00A0October 5, 2025", "End of Document",
        "Harbour seeks crew", "The Lantern(London)", "October 6, 2025", "Length: 20 words", "Body", Second, "Load-Date: October 6, 2025", "End of Document",
    ];

    static byte[] Docx(IEnumerable<string> paragraphs, string? xml = null)
    {
        var body = string.Concat(paragraphs.Select(static p => $"<w:p><w:pPr><w:pStyle w:val=\"x\"/></w:pPr><w:r><w:t xml:space=\"preserve\">{p[..(p.Length / 2)]}</w:t></w:r><w:r><w:t>{p[(p.Length / 2)..]}</w:t></w:r></w:p>"));
        xml ??= $"<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>";
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, words) in ((string, string)[])[("[Content_Types].xml", "<Types/>"), ("word/document.xml", xml)])
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(words));
            }
        }
        return packed.ToArray();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_nexis_uni_export_is_read_from_word_and_from_text(bool word)
    {
        var results = word ? IntakeCases.Results(Docx(Nexis)) : IntakeCases.Results(string.Join("\n\n", Nexis));
        Assert.Equal(["page#1", "page#2"], results.Select(static r => r.Id));
        var article = results[0].Article!;
        Assert.Equal(("Ferry crew walks out", "The Lantern (London)", "Anna Okoro", "2025-10-05T09:20:00Z", "nexis date line", "en"),
            (article.Title, article.Outlet, article.Byline, article.Published, article.PublishedBasis, article.Language));
        Assert.Equal($"{First}\n\n{Second}", article.Text);
        Assert.Equal(["FERRIES"], article.Tags);
        Assert.Contains("Search Terms: ferry", article.Remainder, StringComparison.Ordinal);
        Assert.Equal(("Harbour seeks crew", "2025-10-06", Second), (results[1].Article!.Title, results[1].Article!.Published, results[1].Article!.Text));
    }

    [Fact]
    public void A_nexis_uni_export_that_breaks_off_gives_what_is_there_and_counts_the_rest()
    {
        var results = IntakeCases.Results(string.Join('\n', Nexis.Take(Nexis.Length - 8)));
        Assert.Equal([true, false], results.Select(static r => r.Succeeded));
        Assert.Equal("DL1066", results[1].Failure!.Code);
        var cut = IntakeCases.Results(string.Join('\n', Nexis.Take(Nexis.Length - 1)));
        Assert.Equal([true, true], cut.Select(static r => r.Succeeded));
        Assert.Equal(Second, cut[1].Article!.Text);
    }

    [Fact]
    public void Any_word_document_gives_its_paragraphs_and_a_hostile_one_a_row()
    {
        Assert.Contains($"{First}\n\n{Second}", Assert.Single(IntakeCases.Results(Docx(["Ferry crew walks out", First, Second]))).Article!.Text, StringComparison.Ordinal);
        const string Space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
        string[] hostile =
        [
            $"<!DOCTYPE a [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><w:document {Space}><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:document>",
            $"<w:document {Space}><w:body><w:p><w:r><w:t>torn",
            "<html>no document</html>",
            "",
        ];
        Assert.All(hostile, static xml => Assert.Equal("DL1067", Assert.Single(IntakeCases.Results(Docx([], xml))).Failure!.Code));
        Assert.Equal("DL1068", Assert.Single(IntakeCases.Results(Docx(["", " "]))).Failure!.Code);
        var deep = $"<w:document {Space}>{string.Concat(Enumerable.Repeat("<w:p>", 50_000))}<w:r><w:t>{First}</w:t></w:r>{string.Concat(Enumerable.Repeat("</w:p>", 50_000))}</w:document>";
        Assert.Contains(First, Assert.Single(IntakeCases.Results(Docx([], deep))).Article!.Text, StringComparison.Ordinal);
        var bomb = $"<w:document {Space}><w:p><w:r><w:t>{new string('a', 40 << 20)}</w:t></w:r></w:p></w:document>";
        Assert.Equal("DL1047", Assert.Single(IntakeCases.Results(Docx([], bomb))).Failure!.Code);
        var said = $"<w:document {Space} xmlns:mc=\"m\"><w:p><w:r><w:t>Once.</w:t></w:r><mc:Fallback><w:r><w:t>Twice.</w:t></w:r></mc:Fallback><w:del><w:r><w:t>Gone.</w:t></w:r></w:del></w:p></w:document>";
        Assert.Equal("Once.", Assert.Single(IntakeCases.Results(Docx([], said))).Article!.Text.Trim());
    }

    const string Factiva = """
        SE World
        HD
        Ferry crew walks out
        BY Anna Okoro
        WC 355 words
        PD 5 octobre 2025
        ET 09:20
        SN The Lantern
        SC LANT
        LA Français
        CY (c) 2025 Lantern Newspapers

        LP
        BAMAKO (Reuters) - The ferry to the northern islands stopped running on Monday after its crew walked out.

        TD
        IN all, forty sailors left the ship.

        The harbour office told reporters that it would look for another crew before the weekend.

        NS gstrik : Strikes | gtrans : Transport
        RE mali : Mali
        AN Document LANT000020251005e7ct0001r

        """;

    [Fact]
    public void A_factiva_text_with_its_codes_gives_its_records()
    {
        var articles = IntakeCases.Articles(Factiva + Factiva + "© 2025 Factiva, Inc.\n");
        Assert.Equal(["page#1", "page#2"], articles.Select(static a => a.Id));
        var article = articles[0];
        Assert.Equal(("Ferry crew walks out", "The Lantern", "Anna Okoro", "2025-10-05T09:20:00", "factiva PD", "fr"), (article.Title, article.Outlet, article.Byline, article.Published, article.PublishedBasis, article.Language));
        Assert.Equal($"{First}\n\nIN all, forty sailors left the ship.\n\n{Second}", article.Text);
        Assert.Equal(["Strikes", "Transport", "Mali"], article.Tags);
        Assert.Contains("AN: Document LANT000020251005e7ct0001r", article.Remainder, StringComparison.Ordinal);
        Assert.Contains("Factiva, Inc.", articles[1].Remainder, StringComparison.Ordinal);
    }

    [Fact]
    public void A_factiva_page_with_its_codes_gives_its_records()
    {
        var one = $"<div id=\"article-1\" class=\"article enArticle\"><table><tr><td><b>HD</b>&nbsp;</td><td><span class=\"enHeadline\">Ferry crew walks out</span></td></tr><tr><td><b>PD</b></td><td>5 October 2025</td></tr><tr><td><b>SN</b></td><td>The Lantern</td></tr><tr><td><b>LP</b></td><td><p class=\"articleParagraph\">{First}</p></td></tr><tr><td><b>TD</b></td><td><p class=\"articleParagraph\">{Second}</p><p>More <b>words</b>.</p></td></tr><tr><td><b>AN</b></td><td>Document LANT1</td></tr></table></div>";
        var articles = IntakeCases.Articles($"<!DOCTYPE html><html><body>{one}{one}</body></html>");
        Assert.Equal(2, articles.Count);
        Assert.Equal(("Ferry crew walks out", "The Lantern", "2025-10-05", $"{First}\n\n{Second}\n\nMore words."), (articles[1].Title, articles[1].Outlet, articles[1].Published, articles[1].Text));
    }

    [Fact]
    public void A_factiva_document_in_xml_gives_its_records_and_expands_nothing()
    {
        const string Xml = $"<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x \"boom\">]><PPSResponse xmlns=\"http://global.factiva.com/pps/2.0\"><ppsArticleResponse><article><accessionNo>LANT1</accessionNo><baseLanguage>en</baseLanguage><headline><paragraph>Ferry <hlt>crew</hlt> walks out</paragraph></headline><leadParagraph><paragraph>{First}</paragraph></leadParagraph><publicationDate><dateTime>2025-10-05T09:20:00Z</dateTime></publicationDate><sourceName>The Lantern</sourceName><region code=\"mali\"><name>Mali</name></region><tailParagraphs><paragraph>The harbour <hlt>office</hlt> spoke.</paragraph><paragraph>{Second}</paragraph></tailParagraphs></article></ppsArticleResponse></PPSResponse>";
        var article = IntakeCases.Single(Xml);
        Assert.Equal(("Ferry crew walks out", "The Lantern", "2025-10-05T09:20:00Z", "en"), (article.Title, article.Outlet, article.Published, article.Language));
        Assert.Equal($"{First}\n\nThe harbour office spoke.\n\n{Second}", article.Text);
        Assert.Equal(["Mali"], article.Tags);
        var torn = Assert.Single(IntakeCases.Results(Xml[..Xml.IndexOf("</tailParagraphs>", StringComparison.Ordinal)]));
        Assert.Contains(torn.Article!.Diagnostics, static d => d.Code == "DL1069");
    }

    [Fact]
    public void A_proquest_export_gives_its_records()
    {
        var rule = new string('_', 60);
        var record = $"\n\nDocument 1 of 2\n\nFerry crew walks out\n\nAuthor: Okoro, Anna.\n\nPublication info: The Lantern ; London [London]05 Oct 2025: 4.\n\nAbstract: Short.\n\nFull text: {First}\n\n{Second}\n\nNote: the crew came back.\n\nSubject: Ferries; Strikes\n\nLocation: Mali\n\nTitle: Ferry crew walks out\n\nPublication title: The Lantern\n\nPublication date: Oct 5, 2025\n\nSection: World\n\nLanguage of publication: English\n\nDocument URL: https://proquest.example/1\n\n";
        var results = IntakeCases.Results($"{rule}{record}{rule}{record}{rule}\n\nContact the service\n");
        Assert.Equal(["page#1", "page#2"], results.Select(static r => r.Id));
        var article = results[1].Article!;
        Assert.Equal(("Ferry crew walks out", "The Lantern", "Okoro, Anna", "2025-10-05", "proquest Publication date", "https://proquest.example/1"), (article.Title, article.Outlet, article.Byline, article.Published, article.PublishedBasis, article.Url));
        Assert.Equal($"{First}\n\n{Second}\n\nNote: the crew came back.", article.Text);
        Assert.Equal(["Ferries", "Strikes", "Mali"], article.Tags);
        Assert.Contains("Contact the service", article.Remainder, StringComparison.Ordinal);
        Assert.Equal("DL1066", IntakeCases.Results($"{rule}{record}")[^1].Failure!.Code);
    }

    [Theory]
    [InlineData("He signed 3 of 25 documents on Monday.\n\n3 of 25 documents\n\nNobody read them.")]
    [InlineData("Body\n\nThe end of document talks came.\n")]
    [InlineData("HD was the name of the ship.\nPD the other's.\n")]
    [InlineData("____________________________________________________________\nFull text: below.\n")]
    public void Prose_that_looks_alike_is_no_export(string text) => Assert.False(PressText.Recognise(text));

    [Fact]
    public void Huge_and_repetitive_exports_take_linear_time()
    {
        var many = string.Concat(Enumerable.Range(1, 2000).Select(static k => Lexis(1 + k % 28, 2000)));
        Assert.Equal(2000, IntakeCases.Results(many).Count);
        Assert.NotEmpty(IntakeCases.Results(Lexis(1, 1) + new string(' ', 2_000_000) + string.Concat(Enumerable.Repeat("1 of 1 DOCUMENTS\n", 20_000))));
    }
}
