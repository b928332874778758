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

    [Fact]
    public void Columns_go_by_a_mapping_and_the_others_are_kept()
    {
        var map = TableMapping.Parse("title=Überschrift, text=Lead+Body, published=Day, outlet=Paper, tags=Topics", out var fault);
        Assert.Null(fault);
        var results = Mapped("Überschrift;Lead;Body;Day;Paper;Topics;Page\nStrike;The lead.;The body, and more.;5 Oct 2025;The Lantern;sea, pay;7\nNo body;;;;;;\n", map);
        Assert.Equal([true, false], results.Select(static r => r.Succeeded));
        var article = results[0].Article!;
        Assert.Equal(("Strike", "The lead.\n\nThe body, and more.", "2025-10-05", "The Lantern", "Page: 7"), (article.Title, article.Text, article.Published, article.Outlet, article.Remainder));
        Assert.Equal(["sea", "pay"], article.Tags);
        Assert.Equal("DL1051", results[1].Failure!.Code);
        var one = TableMapping.Parse("text=Words", out _);
        Assert.Equal("A single column.", Assert.Single(Mapped("Words\nA single column.\n", one)).Article!.Text);
        var failure = Assert.Single(Mapped("Headline,Body\na,b\n", map)).Failure!;
        Assert.Equal("DL1054", failure.Code);
        Assert.Contains("Headline, Body", failure.Message, StringComparison.Ordinal);
        Assert.Null(Assert.Single(Mapped("<html><body><p>A page stays a page, and its words are read as a page's.</p></body></html>", one)).Failure);
    }

    static List<IntakeResult> Mapped(string text, TableMapping? map) => [.. new ArticleReader(mapping: map).Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "in")];

    [Theory]
    [InlineData("title=Headline", "text=Column")]
    [InlineData("text", "field=Column")]
    [InlineData("text=", "field=Column")]
    [InlineData("text=Body,headline=H", "no field ‘headline’")]
    [InlineData("text=Body,text=B", "twice")]
    public void A_mapping_that_is_none_is_refused_with_a_reason(string words, string reason)
    {
        Assert.Null(TableMapping.Parse(words, out var fault));
        Assert.Contains(reason, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quotation_that_is_never_closed_costs_its_own_row_only()
    {
        var results = Read("id,text\n1,\"open\n2,Second.\n3,\"Third,\nin two lines.\"\n4,\"open again\n5,Fifth.\n");
        Assert.Equal([false, true, true, false, true], results.Select(static r => r.Succeeded));
        Assert.Equal(["in:2", "2", "3", "in:6", "5"], results.Select(static r => r.Id));
        // And not without end: each return reads the rest again.
        var hostile = Read("id,text\n" + string.Concat(Enumerable.Repeat("1,\"open\n", 20_000)));
        Assert.InRange(hostile.Count, 1, 40_000);
    }

    [Fact]
    public void A_row_over_the_limit_fails_and_stops_nothing()
    {
        var results = new ArticleReader(new IntakeLimits { LineBytes = 5000 }).Read(new MemoryStream(Encoding.UTF8.GetBytes($"id,text\n1,{new string('a', 9000)}\n2,Second.\n3,\"{new string('b', 9000)}\"\n4,Fourth.\n")), "in").ToList();
        Assert.Equal([false, true, false, true], results.Select(static r => r.Succeeded));
        Assert.Equal("DL1014", results[0].Failure!.Code);
    }

    [Fact]
    public void Charsets_are_found_and_a_table_pasted_from_two_is_read_in_both()
    {
        const string Table = "id,text\n1,Le président est arrivé.\n";
        foreach (var encoding in (Encoding[])[new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode])
            Assert.Equal("Le président est arrivé.", Assert.Single(new ArticleReader().Read(new MemoryStream([.. encoding.GetPreamble(), .. encoding.GetBytes(Table)]), "in")).Article!.Text);
        var rows = new ArticleReader().Read(new MemoryStream([.. Encoding.UTF8.GetBytes("id,text\n1,Déjà vu.\n"), .. Enumerable.Repeat((byte)'\n', 70_000), .. Encoding.Latin1.GetBytes("2,arrivé\n")]), "in").ToList();
        Assert.Equal(["Déjà vu.", "arrivé"], rows.Select(static r => r.Article!.Text));
        Assert.Contains(rows[1].Article!.Diagnostics, static d => d.Code == "DL1005");
    }

    [Fact]
    public void A_table_is_read_a_row_at_a_time()
    {
        var stream = new EndlessTable();
        Assert.Equal(1000, new ArticleReader().Read(stream, "in").Take(1000).Count(static r => r.Succeeded));
        Assert.InRange(stream.Taken, 1, 1 << 20);
    }

    // A header, then rows for ever.
    sealed class EndlessTable : Stream
    {
        static readonly byte[] Row = Encoding.UTF8.GetBytes("Strike,The crew walked out on Monday.\n");

        byte[] _now = "title,text\n"u8.ToArray();
        int _at;

        public long Taken { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_at == _now.Length)
                (_now, _at) = (Row, 0);
            count = Math.Min(count, _now.Length - _at);
            _now.AsSpan(_at, count).CopyTo(buffer.AsSpan(offset));
            _at += count;
            Taken += count;
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
