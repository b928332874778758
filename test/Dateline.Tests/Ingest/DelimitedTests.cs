using System.Text;
using Dateline.Ingest;
using Dateline.Ingest.Rows;

namespace Dateline.Tests.Ingest;

public sealed class DelimitedTests
{
    static List<IntakeResult> Read(string text) => [.. new ArticleReader().Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "in")];

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    public void A_table_gives_one_article_a_row_whatever_separates_its_columns(char separator)
    {
        var table = "\uFEFFID|Headline|Body|Date|Link|Author|Source\r\nx1|\"Strike | talks\"|\"First line.\n\nThe \"\"second\"\".\"|2025-10-05|https://a.example/1|Anna Okoro|The Lantern\r\n".Replace('|', separator);
        var article = Assert.Single(Read(table)).Article!;
        Assert.Equal(("x1", $"Strike {separator} talks", "First line.\n\nThe \"second\"."), (article.Id, article.Title, article.Text));
        Assert.Equal(("2025-10-05", "https://a.example/1", "Anna Okoro", "The Lantern"), (article.Published, article.Url, article.Byline, article.Outlet));
    }

    [Fact]
    public void Bad_rows_fail_with_their_line_and_stop_nothing()
    {
        var results = Read("id,text\n1,\"Two\nlines.\"\n2,\n3,a,b\n1,Again.\n4,Good.\n5,\"never closed\n");
        Assert.Equal([true, false, false, false, true, false], results.Select(static r => r.Succeeded));
        Assert.Equal(["DL1051", "DL1052", "DL1013", "DL1053"], results.Where(static r => !r.Succeeded).Select(static r => r.Failure!.Code));
        Assert.Equal(["in:4", "in:5", "in:6", "in:8"], results.Where(static r => !r.Succeeded).Select(static r => r.Failure!.Place));
    }

    [Theory]
    [InlineData("The text, as it stands, was read out.\nNobody spoke.")]
    [InlineData("Name,Date\nOkoro,2025-10-05\n")]
    [InlineData("Text\nA line.\n")]
    public void Prose_with_commas_and_tables_without_text_are_no_table_of_articles(string text) => Assert.False(DelimitedReader.Recognise(text));
}
