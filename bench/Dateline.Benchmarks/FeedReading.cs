using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using Dateline.Ingest;

namespace Dateline.Benchmarks;

/// <summary>One feed of fifty entries to fifty articles, as RSS, Atom and JSON Feed, and as RSS with the usual faults.</summary>
[MemoryDiagnoser]
public class FeedReading
{
    private const int Entries = 50;

    private readonly ArticleReader _reader = new();
    private byte[] _feed = [];

    /// <summary>The format.</summary>
    [Params("rss", "atom", "json", "broken rss")]
    public string Format { get; set; } = "rss";

    /// <summary>Writes the feed.</summary>
    [GlobalSetup]
    public void Write()
    {
        var text = new StringBuilder(Format switch
        {
            "atom" => "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>The Lantern</title>",
            "json" => "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"The Lantern\",\"items\":[",
            _ => "<rss version=\"2.0\"><channel><title>The Lantern</title>",
        });
        for (var k = 0; k < Entries; k++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{Entry(k)}");
            if (Format == "json" && k < Entries - 1)
                text.Append(',');
        }
        text.Append(Format switch { "atom" => "</feed>", "json" => "]}", _ => "</channel></rss>" });
        _feed = Encoding.UTF8.GetBytes(text.ToString());
    }

    private string Entry(int k)
    {
        const string Words = "The river rose on Tuesday, and the ferry that links both banks stayed in port. Officials said that boats would leave again once the current had slowed down.";
        return Format switch
        {
            "atom" => $"<entry><title>Ferry {k}</title><link href=\"https://lantern.example/{k}\"/><id>{k}</id><updated>2025-10-05T10:00:00Z</updated><author><name>Anna Okoro</name></author><content type=\"html\">&lt;p&gt;{Words}&lt;/p&gt;&lt;p&gt;{Words}&lt;/p&gt;</content></entry>",
            "json" => $"{{\"id\":\"{k}\",\"url\":\"https://lantern.example/{k}\",\"title\":\"Ferry {k}\",\"date_published\":\"2025-10-05T10:00:00Z\",\"content_html\":\"<p>{Words}</p><p>{Words}</p>\"}}",
            "broken rss" => $"<item><title>Ferry & port &eacute; {k}</title><link>https://lantern.example/{k}?a=1&b=2</link><pubDate>Sun, 05 Oct 2025 10:00:00 GMT</pubDate><description><p>{Words}<br>{Words}</description></item>",
            _ => $"<item><title>Ferry {k}</title><link>https://lantern.example/{k}</link><guid>{k}</guid><pubDate>Sun, 05 Oct 2025 10:00:00 GMT</pubDate><description><![CDATA[<p>{Words}</p><p>{Words}</p>]]></description></item>",
        };
    }

    /// <summary>Reads it.</summary>
    [Benchmark(OperationsPerInvoke = 1)]
    public int Read() => _reader.Read(new MemoryStream(_feed), "feed", InputFormat.Rss).Count();
}
