using Dateline.Ingest.Bytes;
using Dateline.Ingest.Feeds;
using Dateline.Text;

namespace Dateline.Ingest.Archives;

/// <summary>
/// Web archives to articles: every page, feed and text that was answered with success, with its address and the time of its
/// capture. Revisits and what holds no text are counted in a note at the last article.
/// </summary>
internal sealed class WebArchiveReader(string name, IntakeLimits limits)
{
    readonly SkippedTally _skipped = new();

    /// <summary>Reads a WARC or ARC to its end, a record at a time.</summary>
    public IEnumerable<IntakeResult> Read(Stream stream)
    {
        var records = new WebRecords(stream, limits.PageBytes);
        IntakeResult? held = null;
        foreach (var record in records.Read())
        {
            foreach (var result in ReadRecord(record))
            {
                if (held is not null)
                    yield return held;
                held = result;
            }
        }
        if (records.Damaged)
        {
            if (held is not null)
                yield return held;
            held = new IntakeResult($"{name}:damage", IngestMessages.ArchiveDamaged(name));
        }
        yield return _skipped.Conclude(held, name);
    }

    IEnumerable<IntakeResult> ReadRecord(WebRecord record)
    {
        var id = $"{name}#{record.Number}";
        List<Diagnostic> remarks = [];
        if (!record.Whole)
            remarks.Add(IngestMessages.RecordCut(id));
        if (record.TooLarge)
            return [new IntakeResult(id, IngestMessages.TooLarge(limits.PageBytes, id))];
        switch (record.Kind)
        {
            case "response" when IsHttp(record):
                var message = HttpMessage.Read(record.Block, limits.PageBytes);
                if (message.TooLarge)
                    return [new IntakeResult(id, IngestMessages.TooLarge(limits.PageBytes, id))];
                if (message.Status is not 0 and (< 200 or > 299))
                    return Skip("answer without a page");
                if (message.Broken)
                    remarks.Add(IngestMessages.RecordCut(id));
                return ReadBody(message.Body, message.ContentType, message.Charset, record, id, remarks);
            case "response" or "resource" or "conversion":
                var (type, charset) = HttpMessage.MediaType(record.ContentType);
                return ReadBody(record.Block, type, charset, record, id, remarks);
            case "revisit":
                return Skip("revisit");
            case "":
                return [new IntakeResult(id, IngestMessages.RecordUnreadable(id))];
            default:
                if (!record.Whole)
                    return [new IntakeResult(id, IngestMessages.RecordUnreadable(id))];
                return Skip("other record");
        }
    }

    static bool IsHttp(WebRecord record) => record.Block.AsSpan().StartsWith("HTTP/"u8) || record.ContentType.StartsWith("application/http", StringComparison.OrdinalIgnoreCase);

    List<IntakeResult> Skip(string what)
    {
        _skipped.Add(what);
        return [];
    }

    IEnumerable<IntakeResult> ReadBody(byte[] body, string type, string? charset, WebRecord record, string id, List<Diagnostic> remarks)
    {
        if (body.Length == 0)
            return record.Whole ? Skip("empty answer") : [new IntakeResult(id, IngestMessages.RecordUnreadable(id))];
        if (!HoldsText(type, body) || record.Target is { } target && IsBeside(target))
            return Skip("file without an article");
        var decoded = TextDecoder.Decode(body, charset ?? HtmlCharset.Declared(body), id);
        if (decoded.Text is not { } text || string.IsNullOrWhiteSpace(text))
            return Skip("file without an article");
        remarks.AddRange(decoded.Diagnostics);
        var (format, unread) = ContentKind.Recognise(text);
        if (unread is not null || format == InputFormat.Jsonl && !JsonFeed.Recognise(body))
            return Skip("file without an article");
        var isFeed = format is InputFormat.Rss or InputFormat.Jsonl;
        if (isFeed)
            format = InputFormat.Rss;
        else if (format == InputFormat.Text && type is "text/html" or "application/xhtml+xml")
            format = InputFormat.Html;
        var results = TextInputs.Read(format, text, id, remarks, limits);
        return results.Select(result => result.Article is { } article ? new IntakeResult(Capture(article, record, isFeed)) : result);
    }

    // The time of a capture is not that of publication, so it stands last and never becomes the date.
    static Article Capture(Article article, WebRecord record, bool isFeed) => article with
    {
        Url = Addresses.Resolve(article.Url, record.Target) ?? article.Url ?? (isFeed ? null : record.Target),
        PublishedCandidates = record.Captured is { } captured ? [.. article.PublishedCandidates, new DateCandidate(captured, "captured")] : article.PublishedCandidates,
    };

    static bool HoldsText(string type, byte[] body)
    {
        if (FileSignatures.Recognise(body) is not null)
            return false;
        return type is "" or "text/html" or "application/xhtml+xml" or "text/plain" or "text/xml" or "application/xml" or "application/rss+xml" or "application/atom+xml"
            or "application/rdf+xml" or "application/feed+json" or "application/json" or "no-type" or "unknown";
    }

    // What crawlers note about themselves, and what sites write for crawlers.
    static bool IsBeside(string target) =>
        target.StartsWith("metadata:", StringComparison.OrdinalIgnoreCase) || target.StartsWith("dns:", StringComparison.OrdinalIgnoreCase)
        || Uri.TryCreate(target, UriKind.Absolute, out var uri) && uri.AbsolutePath.Equals("/robots.txt", StringComparison.OrdinalIgnoreCase);
}
