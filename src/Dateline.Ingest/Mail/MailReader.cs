using System.Globalization;
using Dateline.Ingest.Archives;
using Dateline.Ingest.Bytes;
using Dateline.Ingest.Dates;
using Dateline.Ingest.Pages;
using Dateline.Ingest.Plain;
using Dateline.Text;
using MimeKit;

namespace Dateline.Ingest.Mail;

/// <summary>
/// Newsletters to articles: the page of a message, else its text, with the sender as outlet and the date of the header; messages inside
/// messages and readable attachments after it. A message that was passed on is read as its first sender's.
/// </summary>
/// <param name="limits">How much is taken.</param>
/// <param name="budget">Bounds how deep messages and packed files lie in each other.</param>
/// <param name="read">Reads the bytes of an attachment by a name.</param>
internal sealed class MailReader(IntakeLimits limits, UnpackingBudget budget, Func<Stream, string, IEnumerable<IntakeResult>> read)
{
    const int HeaderLimit = 1 << 20;

    readonly ParserOptions _options = new() { MaxMimeDepth = limits.MailDepth };

    /// <summary>Whether the first bytes are the header of a message: fields only, with a sender and either a trace of mail programs or an address and a date.</summary>
    public static bool Recognise(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            head = head[3..];
        bool from = false, address = false, date = false, trace = false;
        var any = false;
        while (!head.IsEmpty)
        {
            var end = head.IndexOf((byte)'\n');
            var line = (end < 0 ? head : head[..end]).TrimEnd((byte)'\r');
            if (line.IsEmpty)
                break;
            var folded = line[0] is (byte)' ' or (byte)'\t';
            var colon = line.IndexOf((byte)':');
            if (folded ? !any : colon < 1 || line[..colon].TrimEnd((byte)' ').ContainsAnyExceptInRange((byte)'!', (byte)'~'))
                return false;
            if (!folded)
            {
                var name = System.Text.Encoding.ASCII.GetString(line[..colon].TrimEnd((byte)' ')).ToLowerInvariant();
                from |= name == "from";
                address |= name == "from" && line.Contains((byte)'@');
                date |= name == "date" && IsoDates.Normalize(System.Text.Encoding.ASCII.GetString(line[(colon + 1)..][..Math.Min(line.Length - colon - 1, 64)])) is not null;
                trace |= name is "message-id" or "mime-version" or "received" or "return-path" or "delivered-to" or "x-mailer" or "dkim-signature";
            }
            any = true;
            head = end < 0 ? [] : head[(end + 1)..];
        }
        return trace && (from || date) || address && date;
    }

    /// <summary>Reads a mailbox, a message at a time: PAGE#1, PAGE#2, ….</summary>
    public IEnumerable<IntakeResult> ReadMailbox(Stream stream, string name)
    {
        var number = 0;
        foreach (var (message, _) in new MboxMessages(stream, limits.PageBytes).Read())
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{name}#{++number}");
            if (message is null)
                yield return new IntakeResult(id, IngestMessages.TooLarge(limits.PageBytes, id));
            else
            {
                foreach (var result in ReadMessage(message, id))
                    yield return result;
            }
        }
    }

    /// <summary>Reads one message.</summary>
    public IEnumerable<IntakeResult> ReadMessage(byte[] bytes, string id)
    {
        if (CountBoundaries(bytes) > limits.MailParts || HeaderLength(bytes) > HeaderLimit)
            return [new IntakeResult(id, IngestMessages.MailTooManyParts(limits.MailParts, id))];
        try
        {
            using var stream = new MemoryStream(bytes, writable: false);
            using var message = MimeMessage.Load(_options, stream);
            var whole = message.Body is not Multipart { Boundary: { } boundary } || bytes.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes($"--{boundary}--")) >= 0;
            return ReadMessage(message, whole ? [] : [IngestMessages.MailCut(id)], id);
        }
        catch (FormatException)
        {
            return [new IntakeResult(id, IngestMessages.MailUnreadable(id))];
        }
    }

    List<IntakeResult> ReadMessage(MimeMessage message, List<Diagnostic> remarks, string id)
    {
        var parts = MailParts.Of(message.Body);
        var headers = MailHeaders.Read(message);
        List<IntakeResult> results = [];
        var skipped = new SkippedTally();
        string? covering = null;
        if (parts.Html.Count > 0)
            results.AddRange(ReadPage(string.Join('\n', parts.Html.Select(p => Words(p, remarks, id))), Join(parts.Plain.Select(p => Words(p, remarks, id))), headers, remarks, id));
        else if (Join(parts.Plain.Select(p => Words(p, remarks, id))) is { } plain)
        {
            // Few words over a message that is passed on as a whole are no article.
            if (headers.IsForward && parts.Messages.Count > 0)
                covering = plain;
            else
                results.AddRange(ReadPlain(plain, headers, remarks, id));
        }
        var number = 0;
        foreach (var inner in parts.Messages)
        {
            var within = ReadMessage(inner.Message!, [], string.Create(CultureInfo.InvariantCulture, $"{id}/{++number}"));
            if (covering is not null && within is [{ Article: { } first }, ..])
                within[0] = new IntakeResult(first with { Remainder = Join([covering, first.Remainder]) });
            results.AddRange(within);
        }
        foreach (var attachment in parts.Attachments)
            results.AddRange(ReadAttachment(attachment, id, skipped));
        if (results.Count == 0 && parts.IsEncrypted)
            return [new IntakeResult(id, IngestMessages.MailEncrypted(id))];
        var last = results.Count > 0 ? results[^1] : null;
        return [.. results.Take(results.Count - 1), skipped.Conclude(last, id)];
    }

    List<IntakeResult> ReadPage(string html, string? beside, MailHeaders headers, List<Diagnostic> remarks, string id)
    {
        if (string.IsNullOrWhiteSpace(html))
            return beside is null ? [] : ReadPlain(beside, headers, remarks, id);
        var results = HtmlPageReader.ReadPage(html, id, remarks, limits).ToList();
        if (results is [{ Article: { } single }])
        {
            if (ForwardedHeader.Find(single.Text) is { } forwarded && (forwarded.Marked || headers.IsForward))
            {
                headers = headers.Within(forwarded);
                single = From(single, forwarded.Span);
            }
            results[0] = new IntakeResult(single with { Remainder = Join([single.Remainder, beside]) });
        }
        return Described(results, headers);
    }

    List<IntakeResult> ReadPlain(string text, MailHeaders headers, List<Diagnostic> remarks, string id)
    {
        string? before = null;
        if (ForwardedHeader.Find(text) is { } forwarded && (forwarded.Marked || headers.IsForward) && !string.IsNullOrWhiteSpace(text[forwarded.Span.End..]))
        {
            headers = headers.Within(forwarded);
            before = text[..forwarded.Span.End].Trim();
            text = text[forwarded.Span.End..].TrimStart('\r', '\n');
        }
        var articles = PlainTextReader.ReadPage(text, id, remarks).ToList();
        if (before is not null)
            articles[0] = articles[0] with { Remainder = Join([before, articles[0].Remainder]) };
        return Described(articles.ConvertAll(static a => new IntakeResult(a)), headers);
    }

    // What the header says counts for the only article; of several each says more of itself.
    static List<IntakeResult> Described(List<IntakeResult> results, MailHeaders headers) => results.ConvertAll(result =>
    {
        if (result.Article is not { } article)
            return result;
        var single = results.Count == 1;
        IReadOnlyList<DateCandidate> dates = single ? [.. headers.Dates, .. article.PublishedCandidates] : [.. article.PublishedCandidates, .. headers.Dates];
        var outlet = single ? headers.Outlet ?? article.Outlet : article.Outlet ?? headers.Outlet;
        return new IntakeResult(article with
        {
            Title = single ? headers.Subject ?? article.Title : article.Title,
            Outlet = outlet,
            Via = headers.Via ?? (outlet != headers.Outlet ? headers.Outlet : article.Via),
            Byline = article.Byline ?? headers.Byline,
            Url = RedirectLinks.Target(article.Url) ?? (single ? headers.Url : null),
            Language = article.Language ?? headers.Language,
            Published = dates.Count > 0 ? dates[0].Value : null,
            PublishedBasis = dates.Count > 0 ? dates[0].Basis : null,
            PublishedCandidates = dates,
        });
    });

    // The article without what stands above the passed-on message.
    static Article From(Article article, TextSpan header)
    {
        var start = header.End;
        while (start < article.Text.Length && char.IsWhiteSpace(article.Text[start]))
            start++;
        if (start == article.Text.Length)
            return article;
        return article with
        {
            Text = article.Text[start..],
            Passages = [.. article.Passages.Where(p => p.Span.End > start).Select(p =>
                p with { Span = TextSpan.FromBounds(Math.Max(0, p.Span.Start - start), p.Span.End - start) })],
            Remainder = Join([article.Text[..header.End].Trim(), article.Remainder]),
        };
    }

    IEnumerable<IntakeResult> ReadAttachment(MimePart part, string id, SkippedTally skipped)
    {
        using var bytes = new MemoryStream();
        part.Content?.DecodeTo(bytes);
        var kept = bytes.ToArray();
        var isRead = kept is [0x25, 0x50, 0x44, 0x46, 0x2D, ..] || ZipReader.Recognise(kept) || Recognise(kept);
        if (!isRead || budget.Depth >= limits.PackingDepth)
        {
            skipped.Add("attachment");
            return [];
        }
        budget.Depth++;
        try
        {
            using var stream = new MemoryStream(kept, writable: false);
            return [.. read(stream, $"{id}/{part.FileName ?? "attachment"}")];
        }
        finally
        {
            budget.Depth--;
        }
    }

    static string Words(TextPart part, List<Diagnostic> remarks, string id)
    {
        using var bytes = new MemoryStream();
        part.Content?.DecodeTo(bytes);
        if (bytes.Length == 0)
            return "";
        var kept = bytes.ToArray();
        var decoded = TextDecoder.Decode(kept, part.ContentType.Charset ?? HtmlCharset.Declared(kept), id);
        remarks.AddRange(decoded.Diagnostics);
        return decoded.Text ?? "";
    }

    static string? Join(IEnumerable<string?> texts) =>
        string.Join("\n\n", texts.Where(static t => !string.IsNullOrWhiteSpace(t))) is { Length: > 0 } joined ? joined : null;

    static int CountBoundaries(ReadOnlySpan<byte> bytes) => bytes.Count("\n--"u8);

    static int HeaderLength(ReadOnlySpan<byte> bytes)
    {
        var (unix, windows) = (bytes.IndexOf("\n\n"u8), bytes.IndexOf("\n\r\n"u8));
        return unix < 0 ? windows < 0 ? bytes.Length : windows : windows < 0 ? unix : Math.Min(unix, windows);
    }
}
