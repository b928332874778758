using System.Text;
using Dateline.Cli.Commands;
using Dateline.Text;
using Dateline.Text.Annotators;

namespace Dateline.Tests.Cli;

public sealed class ParseRowsTests
{
    [Fact]
    public void Every_row_becomes_a_document_with_its_id_and_numbered_sentences()
    {
        var (output, failures, readsAll) = Parse("""
            {"id": "dusk 1", "text": "The bridge opened. Nobody came."}

            {"id": "dusk 2", "text": "It rained."}
            """);
        Assert.True(readsAll);
        Assert.Empty(failures);
        var comments = output.Split('\n').Where(line => line.StartsWith('#')).ToArray();
        Assert.Equal(
            [
                "# newdoc id = dusk 1", "# sent_id = dusk 1-1", "# text = The bridge opened.", "# sent_id = dusk 1-2", "# text = Nobody came.",
                "# newdoc id = dusk 2", "# sent_id = dusk 2-1", "# text = It rained.",
            ],
            comments);
    }

    [Fact]
    public void A_row_that_cannot_be_read_is_reported_with_its_line_and_the_others_are_parsed()
    {
        var (output, failures, readsAll) = Parse("{\"id\": \"a\", \"text\": \"It rained.\"}\n{\"id\": \"b\"}\n{\"id\": \"c\", \"text\": \"It froze.\"}\n");
        Assert.False(readsAll);
        Assert.Equal("rows.jsonl:2", Assert.Single(failures).Place);
        Assert.Equal(["# newdoc id = a", "# newdoc id = c"], output.Split('\n').Where(line => line.StartsWith("# newdoc", StringComparison.Ordinal)));
    }

    [Fact]
    public void Spaces_and_multiword_tokens_are_written_so_that_the_text_can_be_made_again()
    {
        var (output, _, _) = Parse("""{"id": "a", "text": "“They won't go,” she said."}""");
        var rows = output.Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')).ToArray();
        Assert.All(rows, row => Assert.Equal(10, row.Length));
        var whole = Assert.Single(rows, row => row[0].Contains('-'));
        Assert.Equal(("3-4", "won't", "_"), (whole[0], whole[1], whole[9]));
        var text = new StringBuilder();
        var covered = 0;
        foreach (var row in rows)
        {
            if (row[0].Contains('-')) covered = int.Parse(row[0].Split('-')[1]);
            else if (int.Parse(row[0]) <= covered) continue;
            text.Append(row[1]).Append(row[9] == "SpaceAfter=No" ? "" : " ");
        }

        Assert.Equal("“They won't go,” she said. ", text.ToString());
    }

    [Fact]
    public void A_line_break_in_an_id_cannot_break_the_comment()
    {
        var (output, _, _) = Parse("""{"id": "a\n1\tX", "text": "It rained."}""");
        Assert.StartsWith("# newdoc id = a 1 X\n# sent_id = a 1 X-1\n", output, StringComparison.Ordinal);
    }

    private static (string Output, List<Diagnostic> Failures, bool ReadsAll) Parse(string rows)
    {
        var failures = new List<Diagnostic>();
        using var output = new StringWriter { NewLine = "\n" };
        var readsAll = ParseCommand.ParseRows(
            new Analyzer(new TokenAnnotator()), "en", new MemoryStream(Encoding.UTF8.GetBytes(rows)), "rows.jsonl", output, failures.Add);
        return (output.ToString(), failures, readsAll);
    }
}
