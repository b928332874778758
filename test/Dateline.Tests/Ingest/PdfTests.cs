using System.Globalization;
using System.IO.Compression;
using System.Text;
using Dateline.Ingest;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Dateline.Tests.Ingest;

public sealed class PdfTests
{
    static byte[] Pages(params Action<PdfPageBuilder, PdfDocumentBuilder.AddedFont>[] pages)
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        foreach (var draw in pages)
            draw(builder.AddPage(PageSize.A4), font);
        return builder.Build();
    }

    static void Lines(PdfPageBuilder page, PdfDocumentBuilder.AddedFont font, double left, double top, params string[] lines)
    {
        foreach (var line in lines)
        {
            if (line.Length > 0)
                page.AddText(line, 10, new PdfPoint(left, top), font);
            top -= 13;
        }
    }

    // A PDF as it is written by hand: objects, their places, and what the trailer adds.
    static byte[] Raw(string trailer, params string[] objects)
    {
        var text = new StringBuilder("%PDF-1.4\n");
        List<int> places = [];
        for (var k = 0; k < objects.Length; k++)
        {
            places.Add(text.Length);
            text.Append(CultureInfo.InvariantCulture, $"{k + 1} 0 obj\n{objects[k]}\nendobj\n");
        }
        var table = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
            text.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        text.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    const string Catalog = "<< /Type /Catalog /Pages 2 0 R >>";
    const string Tree = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
    const string Page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> /Contents 4 0 R >>";

    static string Content(string operators) => $"<< /Length {operators.Length} >>\nstream\n{operators}\nendstream";

    static string[] Column(string mark) =>
        [.. Enumerable.Range(1, 12).Select(k => k == 12 ? $"and so the {mark} column ends." : $"line {k} of the {mark} column runs on")];

    [Fact]
    public void Columns_are_read_one_after_the_other_under_the_headline_that_spans_them()
    {
        var pdf = Pages((page, font) =>
        {
            page.AddText("Ferry crew walks out for the second time this month", 20, new PdfPoint(50, 700), font);
            Lines(page, font, 50, 660, Column("left"));
            Lines(page, font, 310, 656, Column("right"));
        });
        var article = Assert.Single(IntakeCases.Results(pdf)).Article!;
        Assert.Equal("Ferry crew walks out for the second time this month", article.Title);
        var left = string.Join(' ', Column("left"));
        var right = string.Join(' ', Column("right"));
        Assert.Equal($"{article.Title}\n\n{left} {right}".Replace($"{left} {right}", $"{left}\n\n{right}", StringComparison.Ordinal), article.Text);
    }

    [Fact]
    public void Three_columns_and_a_line_between_them_keep_their_order()
    {
        var pdf = Pages((page, font) =>
        {
            for (var k = 0; k < 3; k++)
                Lines(page, font, 40 + 180 * k, 700, "alpha beta gamma delta", "epsilon zeta eta theta", $"iota kappa lambda {k}", "mu nu xi omicron pi", $"rho sigma tau {k}.");
            page.AddText("A heading that reaches over all three columns of this page, from edge to edge of it", 11, new PdfPoint(40, 600), font);
            for (var k = 0; k < 3; k++)
                Lines(page, font, 40 + 180 * k, 560, "one two three four five", "six seven eight nine ten", $"eleven twelve {k + 3}", "thirteen fourteen", $"fifteen {k + 3}.");
        });
        var text = Assert.Single(IntakeCases.Results(pdf)).Article!.Text;
        var order = new[] { "tau 0.", "tau 1.", "tau 2.", "A heading", "fifteen 3.", "fifteen 4.", "fifteen 5." }.Select(w => text.IndexOf(w, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, order);
        Assert.Equal(order.Order(), order);
    }

    [Fact]
    public void Lines_of_one_column_stay_whole_whatever_gaps_they_have()
    {
        string[] lines = ["The ferry to the northern islands stopped running on Monday after its crew left.", "It had not been paid  for  months, the office told reporters before the weekend.", "Nobody said when another crew would come, and the islands wait for their mail.", "", "A second paragraph stands below and has a line that goes on as far as the edge", "of the column. Short end."];
        var article = Assert.Single(IntakeCases.Results(Pages((page, font) => Lines(page, font, 50, 700, lines)))).Article!;
        Assert.Equal($"{string.Join(' ', lines[..3])}\n\n{string.Join(' ', lines[4..])}".Replace("paid  for  months", "paid for months", StringComparison.Ordinal), article.Text.Replace("  ", " ", StringComparison.Ordinal));
    }

    [Fact]
    public void Hyphens_of_line_ends_are_undone_but_those_of_compounds_stay()
    {
        var article = Assert.Single(IntakeCases.Results(Pages((page, font) => Lines(page, font, 50, 700,
            "The harbour office spoke of a long-term plan and of nego-", "tiations with the crew of the northern ferry about long-", "term contracts and Franco-", "German money for the ships of the year.")))).Article!;
        Assert.Contains("negotiations with", article.Text, StringComparison.Ordinal);
        Assert.Contains("about long-term contracts", article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("FrancoGerman", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Running_heads_and_page_numbers_are_kept_apart_and_a_paragraph_goes_on_over_the_page()
    {
        var pdf = Pages([.. Enumerable.Range(1, 3).Select(k => (Action<PdfPageBuilder, PdfDocumentBuilder.AddedFont>)((page, font) =>
        {
            page.AddText($"The Lantern, issue {k}", 8, new PdfPoint(50, 810), font);
            page.AddText($"- {k} -", 8, new PdfPoint(290, 30), font);
            Lines(page, font, 50, 700, $"On page {k} the ferry to the northern islands stopped running on Monday", k < 3 ? "and the harbour office looked for" : "and that was the end.");
            if (k > 1)
                Lines(page, font, 50, 730, "another crew.");
        }))]);
        var article = Assert.Single(IntakeCases.Results(pdf)).Article!;
        Assert.DoesNotContain("issue", article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("- 2 -", article.Text, StringComparison.Ordinal);
        Assert.Contains("looked for another crew.", article.Text, StringComparison.Ordinal);
        Assert.Contains("The Lantern, issue 1", article.Remainder, StringComparison.Ordinal);
        Assert.Contains("- 3 -", article.Remainder, StringComparison.Ordinal);
    }

    [Fact]
    public void Time_and_address_that_a_browser_prints_at_the_edge_are_no_date_and_no_text()
    {
        var pdf = Pages(static (page, font) =>
        {
            page.AddText("11/26/25, 2:12 AM", 8, new PdfPoint(30, 822), font);
            page.AddText("https://lantern.example/ferry", 8, new PdfPoint(30, 16), font);
            page.AddText("1/1", 8, new PdfPoint(560, 16), font);
            Lines(page, font, 50, 700, "The Lantern, 5 October 2025", "", "", "The ferry to the northern islands stopped running on Monday after its crew left.");
        });
        var article = Assert.Single(IntakeCases.Results(pdf)).Article!;
        Assert.Equal(("2025-10-05", "https://lantern.example/ferry"), (article.Published, article.Url));
        Assert.DoesNotContain("2:12", article.Text, StringComparison.Ordinal);
        Assert.Contains("11/26/25, 2:12 AM", article.Remainder, StringComparison.Ordinal);
    }

    [Fact]
    public void The_day_a_file_was_made_is_no_day_of_publication()
    {
        var pdf = Raw("/Info << /Title (Ferry crew walks out) /CreationDate (D:20251005120000Z) >>", Catalog, Tree, Page, Content("BT /F1 11 Tf 50 700 Td (The ferry stopped running on Monday, the harbour office said.) Tj ET"));
        var article = Assert.Single(IntakeCases.Results(pdf)).Article!;
        Assert.Equal((null, "Ferry crew walks out"), (article.Published, article.Title));
        Assert.Equal(("2025-10-05T12:00:00+00:00", "pdf CreationDate"), (article.PublishedCandidates[^1].Value, article.PublishedCandidates[^1].Basis));
    }

    [Fact]
    public void What_cannot_be_read_is_told_by_its_reason()
    {
        var locked = Raw("/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + new string('1', 64) + "> /U <" + new string('2', 64) + "> >>", Catalog, Tree, Page, Content("q Q"));
        Assert.Equal("DL1070", Assert.Single(IntakeCases.Results(locked)).Failure!.Code);
        Assert.Equal("DL1071", Assert.Single(IntakeCases.Results("%PDF-1.7\nnothing of a PDF follows")).Failure!.Code);
        Assert.Equal("DL1072", Assert.Single(IntakeCases.Results(Raw("", Catalog, Tree, Page, Content("q 1 0 0 1 0 0 cm Q")))).Failure!.Code);
        var half = Assert.Single(IntakeCases.Results(Pages(static (page, font) => Lines(page, font, 50, 700, "Words stand here and nowhere else in it."), static (_, _) => { })));
        Assert.Contains("page 2", Assert.Single(half.Article!.Diagnostics, static d => d.Code == "DL1075").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_over_the_limit_and_time_that_is_over_are_told()
    {
        var pdf = Pages([.. Enumerable.Repeat((Action<PdfPageBuilder, PdfDocumentBuilder.AddedFont>)((page, font) => Lines(page, font, 50, 700, "Words stand on every page of this.")), 3)]);
        var results = IntakeCases.Results(pdf, limits: new IntakeLimits { PdfPages = 2 });
        Assert.Equal([true, false], results.Select(static r => r.Succeeded));
        Assert.Equal(("page:page-3", "DL1074"), (results[1].Id, results[1].Failure!.Code));
        Assert.Equal("DL1074", IntakeCases.Results(pdf, limits: new IntakeLimits { PdfSeconds = 0 })[^1].Failure!.Code);
    }

    [Fact]
    public void Hostile_documents_end_in_a_row()
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            zlib.Write(new byte[8 << 20]);
        var stream = Encoding.Latin1.GetString(packed.ToArray());
        var bomb = Raw("", Catalog, Tree, Page, $"<< /Length {stream.Length} /Filter /FlateDecode >>\nstream\n{stream}\nendstream");
        Assert.Equal("DL1047", Assert.Single(IntakeCases.Results(bomb, limits: new IntakeLimits { PdfUnpackedBytes = 1 << 20 })).Failure!.Code);

        var deep = Raw("", Catalog, Tree, Page, Content(new string('[', 100_000)));
        var nested = Raw("", $"<< /Type /Catalog /Pages 2 0 R /X {string.Concat(Enumerable.Repeat("<< /A ", 50_000))} >>", Tree, Page, Content("q Q"));
        var circle = Raw("", Catalog, "<< /Type /Pages /Kids [2 0 R] /Count 1 >>");
        var many = Raw("", Catalog, "<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>", Page, Content("BT /F1 11 Tf 50 700 Td (One page only is here, whatever is said.) Tj ET"));
        var sound = Pages(static (page, font) => Lines(page, font, 50, 700, "Words stand here and nowhere else in it."));
        foreach (var pdf in (byte[][])[deep, nested, circle, many, sound[..(sound.Length / 2)], sound[..200]])
            Assert.NotEmpty(IntakeCases.Results(pdf, limits: new IntakeLimits { PdfSeconds = 20 }));
    }
}
