using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dateline.Ingest;
using Dateline.Ingest.Archives;

namespace Dateline.Tests.Ingest;

public sealed partial class ArchiveTests
{
    const string Prose = "The ferry to the northern islands stopped running on Monday after its crew walked out over unpaid wages, the harbour office said.";
    const string Page = $"<html><head><title>Ferry crew walks out</title></head><body><article><h1>Ferry crew walks out</h1><p>{Prose}</p><p>{Prose}</p></article></body></html>";

    static List<IntakeResult> Read(byte[] bytes, IntakeLimits? limits = null) => [.. new ArticleReader(limits).Read(new MemoryStream(bytes), "in")];

    static byte[] Record(string kind, string target, byte[] block, string type = "application/http; msgtype=response") =>
        [.. Encoding.UTF8.GetBytes($"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: <{target}>\r\nWARC-Date: 2025-10-05T12:00:00Z\r\nContent-Type: {type}\r\nContent-Length: {block.Length}\r\n\r\n"), .. block, .. "\r\n\r\n"u8];

    static byte[] Answer(byte[] body, string headers = "", string status = "200 OK") =>
        [.. Encoding.UTF8.GetBytes($"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n{headers}\r\n"), .. body];

    static byte[] Chunked(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var half = bytes.Length / 2;
        return [.. Encoding.ASCII.GetBytes($"{half:x}\r\n"), .. bytes[..half], .. Encoding.ASCII.GetBytes($"\r\n{bytes.Length - half:X};ext=1\r\n"), .. bytes[half..], .. "\r\n0\r\n\r\n"u8];
    }

    static byte[] Packed(byte[] bytes, Func<Stream, Stream> open)
    {
        using var packed = new MemoryStream();
        using (var stream = open(packed))
            stream.Write(bytes);
        return packed.ToArray();
    }

    static byte[] Gzip(byte[] bytes) => Packed(bytes, static s => new GZipStream(s, CompressionLevel.Fastest, leaveOpen: true));

    static byte[] Zip(params (string Name, byte[] Bytes)[] files)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }
        return packed.ToArray();
    }

    [Fact]
    public void A_captured_page_is_an_article_with_its_address_and_its_capture_is_no_date_of_publication()
    {
        var result = Assert.Single(Read(Record("response", "https://lantern.example/ferry", Answer(Encoding.UTF8.GetBytes(Page)))));
        Assert.Equal("https://lantern.example/ferry", result.Article!.Url);
        Assert.Equal("Ferry crew walks out", result.Article.Title);
        Assert.Null(result.Article.Published);
        Assert.Equal(("2025-10-05T12:00:00Z", "captured"), (result.Article.PublishedCandidates[^1].Value, result.Article.PublishedCandidates[^1].Basis));
        Assert.StartsWith(Prose, result.Article.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("raw")]
    public void Content_codings_are_undone(string coding)
    {
        var body = Packed(Encoding.UTF8.GetBytes(Page), s => coding switch
        {
            "gzip" => new GZipStream(s, CompressionMode.Compress, leaveOpen: true),
            "br" => new BrotliStream(s, CompressionMode.Compress, leaveOpen: true),
            "deflate" => new ZLibStream(s, CompressionMode.Compress, leaveOpen: true),
            _ => new DeflateStream(s, CompressionMode.Compress, leaveOpen: true),
        });
        var message = HttpMessage.Read(Answer(body, $"Content-Encoding: {(coding == "raw" ? "deflate" : coding)}\r\n"), 1 << 20);
        Assert.Equal(Page, Encoding.UTF8.GetString(message.Body));
        Assert.Equal((200, "text/html", "utf-8", false), (message.Status, message.ContentType, message.Charset, message.Broken));
        Assert.True(HttpMessage.Read(Answer(body, $"Content-Encoding: {(coding == "raw" ? "deflate" : coding)}\r\n"), 100).TooLarge);
    }

    [Fact]
    public void Chunks_are_joined_and_a_body_that_only_claims_them_is_taken_as_it_stands()
    {
        Assert.Equal(Page, Encoding.UTF8.GetString(HttpMessage.Read(Answer(Chunked(Page), "Transfer-Encoding: chunked\r\n"), 1 << 20).Body));
        Assert.Equal(Page, Encoding.UTF8.GetString(HttpMessage.Read(Answer(Encoding.UTF8.GetBytes(Page), "Transfer-Encoding: chunked\r\n"), 1 << 20).Body));
        var torn = HttpMessage.Read(Answer(Chunked(Page)[..100], "Transfer-Encoding: chunked\r\n"), 1 << 20);
        Assert.True(torn.Broken);
        Assert.StartsWith(Encoding.UTF8.GetString(torn.Body), Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Members_of_gzip_are_read_in_turn_and_what_is_no_article_is_counted()
    {
        var page = Answer(Encoding.UTF8.GetBytes(Page));
        byte[] archive =
        [
            .. Gzip(Record("warcinfo", "x", "software: a"u8.ToArray(), "application/warc-fields")), .. Gzip(Record("response", "https://lantern.example/1", page)),
            .. Gzip(Record("revisit", "https://lantern.example/1", "HTTP/1.1 200 OK\r\n\r\n"u8.ToArray())), .. Gzip(Record("response", "https://lantern.example/2", page)),
            .. Gzip(Record("response", "https://lantern.example/3", Answer([], status: "404 Not Found"))),
        ];
        var results = Read(archive);
        Assert.Equal(["https://lantern.example/1", "https://lantern.example/2"], results.Select(static r => r.Article!.Url));
        var note = Assert.Single(results[1].Article!.Diagnostics, static d => d.Code == "DL1040");
        Assert.Contains("revisit: 1", note.Message, StringComparison.Ordinal);
        Assert.Contains("answer without a page: 1", note.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_torn_archive_gives_what_can_be_had_and_says_so()
    {
        var record = Record("response", "https://lantern.example/1", Answer(Encoding.UTF8.GetBytes(Page)));
        var result = Assert.Single(Read(record[..^60]));
        Assert.Contains(result.Article!.Diagnostics, static d => d.Code == "DL1043");
        var damaged = Read([.. record, .. "stray bytes\r\n\r\n"u8, .. record]);
        Assert.Equal([true, true, false], damaged.Select(static r => r.Succeeded));
        Assert.Equal("DL1042", damaged[2].Failure!.Code);
    }

    [Fact]
    public void An_arc_file_is_read_even_where_an_address_holds_a_space()
    {
        var block = Answer(Encoding.UTF8.GetBytes(Page));
        byte[] arc = [.. "filedesc://a.arc 127.0.0.1 20251005120000 text/plain 10\n1 0 Lantern\n"u8[..^2], .. Encoding.UTF8.GetBytes($"\n\nhttps://lantern.example/a b 10.0.0.1 20251005120000 text/html {block.Length}\n"), .. block, .. "\n"u8];
        var article = Read(arc).Single(static r => r.Succeeded).Article!;
        Assert.Equal(("https://lantern.example/a b", "2025-10-05T12:00:00Z"), (article.Url, article.PublishedCandidates[^1].Value));
    }

    [Fact]
    public void A_zip_gives_its_readable_entries_in_order_and_nested_ones_too()
    {
        var inner = Zip(("x.html", Encoding.UTF8.GetBytes(Page)));
        var results = Read(Zip(("b/deep.bin", inner), ("../a.txt", Encoding.UTF8.GetBytes(Prose)), ("c.png", [0x89, 0x50, 0x4E, 0x47, 1, 2]), ("__MACOSX/._a", [1])));
        Assert.Equal(["in/../a.txt", "in/b/deep.bin/x.html"], results.Select(static r => r.Id));
        Assert.All(results, static r => Assert.True(r.Succeeded));
        Assert.Contains(results[1].Article!.Diagnostics, static d => d.Message.Contains("file without an article: 2", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_a_wacz_only_the_web_archives_are_read()
    {
        var warc = Gzip(Record("response", "https://lantern.example/1", Answer(Encoding.UTF8.GetBytes(Page))));
        var result = Assert.Single(Read(Zip(("datapackage.json", "{\"profile\":\"data-package\"}"u8.ToArray()), ("pages/pages.jsonl", "{\"id\":\"p\"}"u8.ToArray()), ("archive/data.warc.gz", warc))));
        Assert.Equal("https://lantern.example/1", result.Article!.Url);
    }

    [Fact]
    public void Bombs_are_refused_by_ratio_size_count_and_depth()
    {
        Assert.Equal("DL1047", Assert.Single(Read(Zip(("a.txt", Bomb(40 << 20))))).Failure!.Code);
        var small = new IntakeLimits { UnpackedBytes = 1000 };
        Assert.Contains(Read(Zip(("a.txt", Bomb(5000))), small), static r => r.Failure?.Code == "DL1047");
        Assert.Contains(Read(Zip(("a.txt", "One."u8.ToArray()), ("b.txt", "Two."u8.ToArray())), new IntakeLimits { PackedFiles = 1 }), static r => r.Failure?.Code == "DL1046");
        var nested = Zip(("a.txt", Encoding.UTF8.GetBytes(Prose)));
        for (var k = 0; k < 6; k++)
            nested = Zip(("a.zip", nested));
        Assert.Equal("DL1045", Assert.Single(Read(nested)).Failure!.Code);
        var gzip = Encoding.UTF8.GetBytes(Prose);
        for (var k = 0; k < 6; k++)
            gzip = Gzip(gzip);
        Assert.Equal("DL1045", Assert.Single(Read(gzip)).Failure!.Code);

        static byte[] Bomb(int length) => Enumerable.Repeat((byte)'a', length).ToArray();
    }

    [Fact]
    public void A_zip_cut_short_is_a_failed_row() =>
        Assert.Equal("DL1009", Assert.Single(Read(Zip(("a.txt", Encoding.UTF8.GetBytes(Prose)))[..^30])).Failure!.Code);

    [Fact]
    public void A_wordpress_export_gives_its_published_posts_with_names_dates_and_paragraphs()
    {
        const string Export = """
            <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:w="http://wordpress.org/export/1.2/">
            <channel><title>The Lantern</title><language>en-GB</language><w:wxr_version>1.2</w:wxr_version><w:author><w:author_login>ao</w:author_login><w:author_display_name>Anna Okoro</w:author_display_name></w:author>
            <item><title>Ferry crew walks out</title><link>https://lantern.example/ferry</link><pubDate>Sun, 05 Oct 2025 10:00:00 +0200</pubDate><dc:creator>ao</dc:creator><content:encoded><![CDATA[[caption id="a"]A ship[/caption]The crew walked out.

            The office did not reply.]]></content:encoded><w:post_date>2025-10-05 10:00:00</w:post_date><w:post_date_gmt>2025-10-05 08:00:00</w:post_date_gmt><w:status>publish</w:status><w:post_type>post</w:post_type><category domain="post_tag" nicename="sea">Sea</category></item>
            <item><title>Draft</title><content:encoded>Not yet.</content:encoded><w:post_date_gmt>0000-00-00 00:00:00</w:post_date_gmt><w:status>draft</w:status><w:post_type>post</w:post_type></item>
            <item><title>ship.jpg</title><w:status>inherit</w:status><w:post_type>attachment</w:post_type></item></channel></rss>
            """;
        var article = Assert.Single(Read(Encoding.UTF8.GetBytes(Export))).Article!;
        Assert.Equal(("Ferry crew walks out", "Anna Okoro", "The Lantern", "2025-10-05T08:00:00Z", "wp:post_date_gmt"), (article.Title, article.Byline, article.Outlet, article.Published, article.PublishedBasis));
        Assert.Equal("A ship The crew walked out.\n\nThe office did not reply.", article.Text);
        Assert.Equal(["Sea"], article.Tags);
        Assert.Contains("attachment: 1, unpublished item: 1", Assert.Single(article.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("warcio_example.warc", "warcinfo warcinfo response request revisit request")]
    [InlineData("warcio_example.warc.gz", "warcinfo warcinfo response request revisit request")]
    [InlineData("warcio_example-trunc.warc", "warcinfo warcinfo response request")]
    [InlineData("warcio_example-iana.org-chunked.warc", "warcinfo response request")]
    [InlineData("warcio_example-digest.warc", "request request request request")]
    [InlineData("warcio_example-resource.warc.gz", "warcinfo warcinfo resource")]
    [InlineData("warcio_example-wrong-chunks.warc.gz", "response request")]
    [InlineData("warcio_post-test.warc.gz", "response request response request response request")]
    [InlineData("warcio_example.arc", "warcinfo response")]
    [InlineData("warcio_example.arc.gz", "warcinfo response")]
    [InlineData("warcio_example-space-in-url.arc", "warcinfo response")]
    [InlineData("jwarc_cc.warc.gz", "response")]
    [InlineData("jwarc_gzip_extra_sl.warc.gz", "warcinfo")]
    public void The_sample_archives_have_the_expected_records(string file, string kinds)
    {
        using var stream = File.OpenRead(Path.Combine(Corpora.Folder("intake-warc"), file));
        Stream bytes = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
        Assert.Equal(kinds, string.Join(' ', new WebRecords(bytes, 1 << 20).Read().Select(static r => r.Kind)));
    }

    [Fact]
    public void No_sample_archive_or_export_throws_or_vanishes()
    {
        foreach (var file in Directory.EnumerateFiles(Corpora.Folder("intake-warc")).Concat(Directory.EnumerateFiles(Corpora.Folder("intake-wxr"))))
        {
            using var stream = File.OpenRead(file);
            Assert.NotEmpty(new ArticleReader().Read(stream, Path.GetFileName(file)).ToList());
        }
    }

    [Fact]
    public void The_sample_exports_give_as_many_posts_and_pages_as_they_are_known_to_publish()
    {
        var folder = Corpora.Folder("intake-wxr");
        var told = 0;
        foreach (var line in File.ReadLines(Path.Combine(folder, "gold.jsonl")))
        {
            using var gold = JsonDocument.Parse(line);
            var name = gold.RootElement.GetProperty("file").GetString()!;
            var path = Path.Combine(folder, name);
            path = File.Exists(path) ? path : path + ".gz";
            if (!File.Exists(path) || !gold.RootElement.TryGetProperty("items", out var items))
                continue;
            using var stream = File.OpenRead(path);
            var results = new ArticleReader().Read(stream, name).ToList();
            // Every item is an article or counted in the note.
            var counted = results.Select(static r => r.Article?.Diagnostics.FirstOrDefault(static d => d.Code == "DL1040")?.Message ?? r.Failure?.Message)
                .OfType<string>().SelectMany(static m => Count().Matches(m)).Sum(static m => int.Parse(m.Groups[1].Value));
            Assert.Equal((name, items.GetInt32()), (name, results.Count(static r => r.Succeeded) + counted));
            told++;
        }
        Assert.True(told > 20);
    }

    [GeneratedRegex(": ([0-9]+)(?=[,;)]|$)")]
    private static partial Regex Count();
}
