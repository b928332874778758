using System.IO.Compression;
using Dateline.Ingest.Archives;
using Dateline.Ingest.Bytes;
using Dateline.Ingest.Documents;
using Dateline.Ingest.Feeds;
using Dateline.Ingest.Mail;
using Dateline.Ingest.Press;
using Dateline.Ingest.Rows;
using Dateline.Ingest.Wires;
using Dateline.Text;

namespace Dateline.Ingest;

/// <summary>Takes in what a newsroom has: reads bytes of any known format to articles, in input order.</summary>
/// <remarks>
/// Bad input never throws: it gives a row with a diagnostic. JSONL and tables are read a row at a time, web archives a record, mailboxes a
/// message and packed files an entry; every other format is read whole, within <see cref="IntakeLimits.PageBytes"/>. An instance is immutable and may be used by several threads at once.
/// </remarks>
public sealed class ArticleReader
{
    readonly IntakeLimits _limits;
    readonly TableMapping? _mapping;

    /// <summary>Makes a reader.</summary>
    /// <param name="limits">How much is taken; null for the defaults.</param>
    /// <param name="mapping">Which columns of tables hold which fields; null to go by the names of the columns.</param>
    public ArticleReader(IntakeLimits? limits = null, TableMapping? mapping = null)
    {
        _limits = limits ?? IntakeLimits.Default;
        _mapping = mapping;
    }

    /// <summary>Reads an input to its end.</summary>
    /// <param name="stream">The bytes; left open. Gzip is unpacked.</param>
    /// <param name="name">What the input is called: part of ids and of diagnostics.</param>
    /// <param name="format">How to read it.</param>
    /// <returns>One result an article or failed row, lazily, so the stream must stay open until the last.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or the stream cannot be read.</exception>
    public IEnumerable<IntakeResult> Read(Stream stream, string name, InputFormat format = InputFormat.Auto)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (!stream.CanRead)
            throw new ArgumentException("The stream cannot be read.", nameof(stream));
        return ReadChecked(stream, name, format, new UnpackingBudget(_limits));
    }

    IEnumerable<IntakeResult> ReadChecked(Stream stream, string name, InputFormat format, UnpackingBudget budget)
    {
        var begin = stream.CanSeek ? stream.Position : 0;
        var peeked = new PeekStream(stream);
        if (peeked.Head.Length == 0)
        {
            yield return Failed(name, IngestMessages.Empty(name));
            yield break;
        }
        if (peeked.Head.Span is [0x1F, 0x8B, 0x08, ..])
        {
            if (budget.Depth >= _limits.PackingDepth)
            {
                yield return Failed(name, IngestMessages.PackedTooDeep(_limits.PackingDepth, name));
                yield break;
            }
            using var unpacked = new GuardedStream(new GZipStream(peeked, CompressionMode.Decompress, leaveOpen: true));
            budget.Depth++;
            try
            {
                foreach (var result in ReadChecked(unpacked, name, format, budget))
                    yield return result;
            }
            finally
            {
                budget.Depth--;
            }
            if (unpacked.Broken)
                yield return Failed($"{name}:end", IngestMessages.BadCompression(name));
            yield break;
        }
        if ((format is InputFormat.Auto or InputFormat.Zip or InputFormat.Docx or InputFormat.Press) && ZipReader.Recognise(peeked.Head.Span))
        {
            foreach (var result in ReadZip(stream, begin, peeked, name, budget))
                yield return result;
            yield break;
        }
        if (format == InputFormat.Pdf || format is InputFormat.Auto or InputFormat.Press && PdfReader.Recognise(peeked.Head.Span))
        {
            foreach (var result in WholeStream.Read(peeked, _limits.PdfBytes) is { } bytes ? PdfReader.Read(bytes, name, _limits) : [Failed(name, IngestMessages.TooLarge(_limits.PdfBytes, name))])
                yield return result;
            yield break;
        }
        if (format == InputFormat.Warc || format == InputFormat.Auto && WebRecords.Recognise(peeked.Head.Span))
        {
            foreach (var result in new WebArchiveReader(name, _limits).Read(peeked))
                yield return result;
            yield break;
        }
        if (format == InputFormat.Mail || format == InputFormat.Auto && (MboxMessages.Recognise(peeked.Head.Span) || MailReader.Recognise(peeked.Head.Span)))
        {
            foreach (var result in ReadMail(peeked, name, budget))
                yield return result;
            yield break;
        }
        if (format == InputFormat.Auto && LooksLikeJsonl(peeked.Head.Span))
            format = JsonFeed.Recognise(peeked.Head.Span) ? InputFormat.Rss : Ninjs.Recognise(peeked.Head.Span) ? InputFormat.Ninjs : InputFormat.Jsonl;
        if (format == InputFormat.Jsonl)
        {
            foreach (var result in new JsonlReader(name, _limits).Read(JsonlBytes(peeked)))
                yield return result;
            yield break;
        }
        if (format == InputFormat.Auto && peeked.Head.Span.TrimStart(" \t\r\n"u8) is [(byte)'[', ..] && Ninjs.Recognise(peeked.Head.Span))
            format = InputFormat.Ninjs;
        if (format == InputFormat.Csv || format == InputFormat.Auto && IsTable(peeked.Head.Span))
        {
            foreach (var result in new DelimitedReader(name, _limits, _mapping).Read(peeked, peeked.Head.Span))
                yield return result;
            yield break;
        }
        foreach (var result in ReadWhole(peeked, name, format))
            yield return result;
    }

    // Whoever says how the columns are called has a table, unless the input is plainly something else.
    bool IsTable(ReadOnlySpan<byte> head) =>
        DelimitedReader.Head(head) is { } text && text.AsSpan().TrimStart(" \t\r\n\uFEFF") is not ['<' or '{' or '[', ..] && (_mapping is not null || !PressText.Recognise(text) && DelimitedReader.Recognise(text));

    IEnumerable<IntakeResult> ReadZip(Stream stream, long begin, PeekStream peeked, string name, UnpackingBudget budget)
    {
        // The list of entries stands at the end, so a stream that cannot seek is held.
        if (stream.CanSeek && begin == 0)
            stream.Position = 0;
        else if (WholeStream.Read(peeked, _limits.PackedBytes) is { } bytes)
            stream = new MemoryStream(bytes, writable: false);
        else
            return [Failed(name, IngestMessages.TooLarge(_limits.PackedBytes, name))];
        return new ZipReader(name, _limits, budget, (entry, id) => ReadChecked(entry, id, InputFormat.Auto, budget)).Read(stream);
    }

    IEnumerable<IntakeResult> ReadMail(PeekStream peeked, string name, UnpackingBudget budget)
    {
        var reader = new MailReader(_limits, budget, (entry, id) => ReadChecked(entry, id, InputFormat.Auto, budget));
        if (MboxMessages.Recognise(peeked.Head.Span))
            return reader.ReadMailbox(peeked, name);
        return WholeStream.Read(peeked, _limits.PageBytes) is { } bytes ? reader.ReadMessage(bytes, name) : [Failed(name, IngestMessages.TooLarge(_limits.PageBytes, name))];
    }

    IEnumerable<IntakeResult> ReadWhole(Stream stream, string name, InputFormat format)
    {
        if (WholeStream.Read(stream, _limits.PageBytes) is not { } bytes)
            return [Failed(name, IngestMessages.TooLarge(_limits.PageBytes, name))];
        var decoded = TextDecoder.Decode(bytes, HtmlCharset.Declared(bytes), name);
        if (decoded.Text is not { } text)
            return [Failed(name, decoded.Diagnostics[^1])];
        if (string.IsNullOrWhiteSpace(text))
            return [Failed(name, IngestMessages.Empty(name))];
        if (format == InputFormat.Auto)
        {
            (format, var unread) = ContentKind.Recognise(text);
            if (unread is not null)
                return [Failed(name, unread switch
                {
                    ContentKind.FeedList => IngestMessages.ListOfFeeds(name),
                    ContentKind.Sitemap => IngestMessages.SitemapGiven(name),
                    _ => IngestMessages.Unrecognised(unread, name),
                })];
        }
        return TextInputs.Read(format, text, name, decoded.Diagnostics, _limits);
    }

    static IntakeResult Failed(string id, Diagnostic why) => new(id, why);

    static bool LooksLikeJsonl(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            head = head[3..];
        else if (head is [0xFF, 0xFE, (byte)'{', 0, ..] or [0xFE, 0xFF, 0, (byte)'{', ..])
            return true;
        head = head.TrimStart(" \t\r\n"u8);
        return head is [(byte)'{', ..] && head[1..].TrimStart(" \t\r\n"u8) is [(byte)'"' or (byte)'}', ..];
    }

    // The reader of rows wants UTF-8 without a mark.
    static Stream JsonlBytes(PeekStream stream)
    {
        var mark = stream.Head.Span switch
        {
            [0xEF, 0xBB, 0xBF, ..] => 3,
            [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => 2,
            _ => 0,
        };
        var wide = mark == 2 ? stream.Head.Span[0] == 0xFF ? System.Text.Encoding.Unicode : System.Text.Encoding.BigEndianUnicode : null;
        if (mark > 0)
            stream.ReadExactly(new byte[mark]);
        return wide is null ? stream : System.Text.Encoding.CreateTranscodingStream(stream, wide, System.Text.Encoding.UTF8, leaveOpen: true);
    }
}
