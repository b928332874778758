using System.Text;
using System.Text.Json;
using Dateline.Ingest.Feeds;

namespace Dateline.Tests.Ingest;

public sealed class OpmlTests
{
    static IReadOnlyList<Subscription> Read(string xml, string? code = null)
    {
        var feeds = Opml.Read(new MemoryStream(Encoding.UTF8.GetBytes(xml)), "list", out var failure);
        Assert.Equal(code, failure?.Code);
        return feeds;
    }

    [Fact]
    public void A_list_gives_its_feeds_with_their_folders_once_each()
    {
        var feeds = Read("""
            <?xml version="1.0"?><opml version="1.1"><head><title>Mine</title></head><body>
            <outline text="Sahel"><outline text="Press"><outline TEXT="The Lantern" XMLURL="https://lantern.example/feed?a=1&b=2" htmlUrl="https://lantern.example/"/></outline>
            <outline title="Estuary" type="rss" xmlUrl="https://estuary.example/rss"/></outline>
            <outline xmlUrl="https://estuary.example/rss" text="again"/><outline xmlUrl="https://bare.example/rss" category="/Wires/West,/x"/></body></opml>
            """);
        Assert.Equal(["The Lantern", "Estuary", "https://bare.example/rss"], feeds.Select(static f => f.Title));
        Assert.Equal(["Sahel/Press", "Sahel", "Wires/West"], feeds.Select(static f => string.Join('/', f.Groups)));
        Assert.Equal(("https://lantern.example/feed?a=1&b=2", "https://lantern.example/"), (feeds[0].FeedUrl, feeds[0].SiteUrl));
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        Subscription[] feeds =
        [
            new("A & B <c>", "https://lantern.example/feed?a=1&b=2", "https://lantern.example/", ["Sahel", "Press"], "Daily “news”"),
            new("Estuary\u0001", "https://estuary.example/rss", null, ["Sahel"], null),
            new("Top", "https://top.example/rss", null, [], null),
        ];
        var bytes = new MemoryStream();
        Opml.Write(bytes, "Mine", feeds, new DateTimeOffset(2025, 10, 5, 12, 0, 0, TimeSpan.FromHours(2)));
        var text = Encoding.UTF8.GetString(bytes.ToArray());
        Assert.Contains("Sun, 05 Oct 2025 10:00:00 GMT", text, StringComparison.Ordinal);
        var read = Read(text);
        Assert.Equal(["A & B <c>", "Estuary", "Top"], read.Select(static f => f.Title));
        Assert.Equal(feeds.Select(static f => (f.FeedUrl, f.SiteUrl, string.Join('/', f.Groups), f.Description)), read.Select(static f => (f.FeedUrl, f.SiteUrl, string.Join('/', f.Groups), f.Description)));
    }

    [Theory]
    [InlineData("<rss/>", "DL1033")]
    [InlineData("words", "DL1033")]
    [InlineData("", "DL1001")]
    public void What_is_no_list_is_refused_with_a_reason(string text, string code) => Assert.Empty(Read(text, code));

    [Fact]
    public void Outlines_nested_without_end_neither_crash_nor_hang() =>
        Assert.True(Read("<opml><body>" + string.Concat(Enumerable.Repeat("<outline text='x'>", 20_000)) + "<outline xmlUrl='https://a.example/'/>").Count <= 1);

    [Fact]
    public void The_lists_of_miniflux_give_as_many_feeds_as_expected()
    {
        var folder = Corpora.Folder("intake-miniflux-tests");
        var lists = 0;
        foreach (var line in File.ReadLines(Path.Combine(folder, "gold.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.GetProperty("package").GetString() != "opml")
                continue;
            using var file = File.OpenRead(Path.Combine(folder, json.RootElement.GetProperty("file").GetString()!));
            var feeds = Opml.Read(file, "list", out var failure);
            Assert.Null(failure);
            foreach (var assertion in json.RootElement.GetProperty("expect").EnumerateArray().Where(static a => a.GetProperty("path").GetString()!.Contains("subscriptions", StringComparison.Ordinal)))
                Assert.Equal(assertion.GetProperty("value").GetInt32(), feeds.Count);
            lists++;
        }
        Assert.Equal(8, lists);
    }
}
