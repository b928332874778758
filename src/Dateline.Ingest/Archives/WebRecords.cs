using System.Globalization;
using Dateline.Ingest.Dates;

namespace Dateline.Ingest.Archives;

/// <summary>
/// The records of a web archive in order: WARC 1.0 and 1.1 (ISO 28500) and ARC version 1. Memory is bounded by the largest block
/// that is kept. What is no record is passed over until the next one begins.
/// </summary>
internal sealed class WebRecords(Stream stream, int blockLimit)
{
    const int LineLimit = 1 << 16;
    const int MostHeaders = 200;

    readonly RecordBytes _bytes = new(stream);
    int _number;

    /// <summary>Whether bytes stood where a record was to begin.</summary>
    public bool Damaged { get; private set; }

    /// <summary>Whether the first bytes are those of a WARC or ARC.</summary>
    public static bool Recognise(ReadOnlySpan<byte> head)
    {
        head = head.TrimStart("\r\n"u8);
        return head.StartsWith("WARC/0."u8) || head.StartsWith("WARC/1."u8) || head.StartsWith("filedesc://"u8);
    }

    /// <summary>Reads to the end.</summary>
    public IEnumerable<WebRecord> Read()
    {
        while (_bytes.Line(LineLimit) is { } line)
        {
            if (line.Length == 0)
                continue;
            if (line.StartsWith("WARC/", StringComparison.Ordinal))
                yield return ReadWarc();
            else if (ReadArc(line) is { } record)
                yield return record;
            else
                Damaged = true;
        }
    }

    WebRecord ReadWarc()
    {
        string kind = "", type = "";
        string? target = null, captured = null;
        long length = 0;
        for (var k = 0; k < MostHeaders && _bytes.Line(LineLimit) is { Length: > 0 } line; k++)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
                continue;
            var value = line[(colon + 1)..].Trim();
            switch (line[..colon].Trim().ToLowerInvariant())
            {
                case "warc-type":
                    kind = value.ToLowerInvariant();
                    break;
                case "warc-target-uri":
                    // Some writers follow the first text of the standard and put the address in angle brackets.
                    target = value.TrimStart('<').TrimEnd('>');
                    break;
                case "warc-date":
                    captured = IsoDates.Normalize(value);
                    break;
                case "content-type":
                    type = value;
                    break;
                case "content-length":
                    if (!long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out length))
                        Damaged = true;
                    break;
            }
        }
        return Finish(kind, target, captured, type, length);
    }

    // “URL IP-address archive-date content-type length”: from the right, because old crawlers left spaces in addresses.
    WebRecord? ReadArc(string line)
    {
        var parts = line.Split(' ');
        if (parts.Length < 5 || !line.Contains("://", StringComparison.Ordinal) || !long.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            || !DateTime.TryParseExact(parts[^3], ["yyyyMMddHHmmss", "yyyyMMddHHmm", "yyyyMMdd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return null;
        }
        var target = string.Join(' ', parts[..^4]);
        var kind = target.StartsWith("filedesc:", StringComparison.Ordinal) ? "warcinfo" : "response";
        return Finish(kind, target, time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), parts[^2], length);
    }

    WebRecord Finish(string kind, string? target, string? captured, string type, long length)
    {
        var kept = kind is "response" or "resource" or "conversion" ? blockLimit : 0;
        var block = _bytes.Block(length, kept, out var whole);
        return new WebRecord(++_number, kind, target, captured, type, block, whole, kept > 0 && length > kept);
    }
}
