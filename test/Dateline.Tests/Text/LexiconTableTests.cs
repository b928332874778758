using Dateline.Text.Lexicons;

namespace Dateline.Tests.Text;

public sealed class LexiconTableTests
{
    private static LexiconTable Read(string text) => LexiconTable.Read(new StringReader(text), "acts.tsv");

    [Fact]
    public void Rows_are_read_by_the_names_of_their_columns()
    {
        var table = Read("# our acts\nlemma\tevent\taliases\n\nseize\tCOERCE\ttake | grab\n");

        var row = Assert.Single(table.Rows);
        Assert.Equal(("seize", "COERCE", 4), (row["lemma"], row["event"], row.Line));
        Assert.Equal(["take", "grab"], row.List("aliases"));
        Assert.Equal("", row["mode"]);
        Assert.Empty(table.Diagnostics);
    }

    [Fact]
    public void A_bad_row_is_named_with_its_line_and_the_others_are_read()
    {
        var table = Read("lemma\tevent\nseize\tCOERCE\textra\n\tAID\nmeet\n");

        Assert.Equal("meet", Assert.Single(table.Rows)["lemma"]);
        Assert.Equal(["DL2003 acts.tsv:2", "DL2004 acts.tsv:3"], table.Diagnostics.Select(diagnostic => $"{diagnostic.Code} {diagnostic.Place}"));
    }

    [Fact]
    public void A_file_without_a_header_says_so() => Assert.Equal("DL2001", Assert.Single(Read("# nothing\n").Diagnostics).Code);
}
