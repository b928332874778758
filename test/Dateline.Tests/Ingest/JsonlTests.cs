using Dateline.Ingest;

namespace Dateline.Tests.Ingest;

public sealed class JsonlTests
{
    [Fact]
    public void Rows_come_in_order_with_their_text_untouched_and_bad_rows_in_their_place()
    {
        var results = IntakeCases.Results("""
            {"id":"a","text":" Two  spaces\r\n and a tail \n","published":"2024-03-03T10:00:00+01:00","outlet":"The Lantern"}
            {"id":"b"}
            {"text":"no id"}
            {"id":7,"text":"number"}
            {"id":"a","text":"again"}
            not json
            {"id":"c","text":null}

            {"id":"d","text":"half \ud83d pair"}
            {"id":"e","text":"whole \ud83d\udcf0 pair","extra":{"x":[1,2,{"y":null}]}}
            {"id":"f","text":"twice","text":"twice"}
            {"id":"g","text":"x","published":"yesterday"}
            """);
        Assert.Equal(["a", "b", "page:3", "page:4", "page:5", "page:6", "c", "d", "e", "f", "g"], results.Select(r => r.Id));
        Assert.Equal([null, "DL1011", "DL1011", "DL1012", "DL1013", "DL1010", "DL1011", "DL1015", null, "DL1017", null], results.Select(r => r.Failure?.Code));
        Assert.Equal(" Two  spaces\r\n and a tail \n", results[0].Article!.Text);
        Assert.Equal(("2024-03-03T10:00:00+01:00", "given"), (results[0].Article!.Published, results[0].Article!.PublishedBasis));
        Assert.Equal("whole 📰 pair", results[8].Article!.Text);
        Assert.Null(results[10].Article!.Published);
        Assert.Equal("DL1016", Assert.Single(results[10].Article!.Diagnostics).Code);
    }

    [Fact]
    public void Nesting_beyond_the_limit_fails_its_row_alone()
    {
        var deep = new string('[', 100_000) + new string(']', 100_000);
        var results = IntakeCases.Results($$"""{"id":"a","text":"x","extra":{{deep}}}""" + "\n" + """{"id":"b","text":"y"}""");
        Assert.Equal(["DL1010", null], results.Select(r => r.Failure?.Code));
    }

    [Fact]
    public void A_line_over_the_limit_fails_and_reading_goes_on()
    {
        var results = IntakeCases.Results($$"""{"id":"a","text":"{{new string('x', 300_000)}}"}""" + "\n" + """{"id":"b","text":"y"}""", limits: new IntakeLimits { LineBytes = 100_000 });
        Assert.Equal(["DL1014", null], results.Select(r => r.Failure?.Code));
        Assert.Equal(["page:1", "b"], results.Select(r => r.Id));
    }

    [Fact]
    public void Rows_are_read_lazily()
    {
        var read = new ArticleReader().Read(new EndlessRows(), "rows").Take(1000).ToList();
        Assert.Equal(1000, read.Count);
        Assert.All(read.Skip(1), r => Assert.Equal("DL1013", r.Failure?.Code));
    }

    sealed class EndlessRows : MemoryStream
    {
        static readonly byte[] Row = """{"id":"same","text":"words"}"""u8.ToArray();

        int _position;

        public override int Read(byte[] buffer, int offset, int count)
        {
            for (var k = 0; k < count; k++, _position++)
                buffer[offset + k] = _position % (Row.Length + 1) is var at && at < Row.Length ? Row[at] : (byte)'\n';
            return count;
        }

        public override int Read(Span<byte> buffer)
        {
            var bytes = new byte[buffer.Length];
            var read = Read(bytes, 0, bytes.Length);
            bytes.CopyTo(buffer);
            return read;
        }
    }
}
