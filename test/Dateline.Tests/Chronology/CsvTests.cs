using Dateline.Chronology.Export;

namespace Dateline.Tests.Chronology;

public sealed class CsvTests
{
    private static string Row(params string?[] cells)
    {
        var writer = new StringWriter();
        Csv.WriteRow(writer, cells);
        return writer.ToString();
    }

    [Fact]
    public void Cells_with_commas_quotes_or_line_ends_are_quoted() =>
        Assert.Equal("a,\"b,c\",\"say \"\"no\"\"\",\"two\nlines\",\r\n", Row("a", "b,c", "say \"no\"", "two\nlines", null));

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+44")]
    [InlineData("-cmd")]
    [InlineData("@x")]
    [InlineData("\tx")]
    public void A_cell_that_a_spreadsheet_would_run_is_made_text(string cell) => Assert.StartsWith("'", Row(cell));

    [Fact]
    public void A_negative_number_stays_a_number() => Assert.Equal("-12.5\r\n", Row("-12.5"));
}
