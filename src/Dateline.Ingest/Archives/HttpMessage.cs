using System.Globalization;
using System.IO.Compression;
using System.Text;
using Dateline.Ingest.Bytes;

namespace Dateline.Ingest.Archives;

/// <summary>An answer of a web server as an archive keeps it: status, type and body, with the transfer and content codings undone.</summary>
/// <param name="Status">The status code; 0 when there is no status line.</param>
/// <param name="ContentType">The declared type without parameters, in lower case; empty when none is.</param>
/// <param name="Charset">The declared charset, or null.</param>
/// <param name="Body">The body; when a coding breaks, what came before the break.</param>
/// <param name="Broken">Whether a coding broke.</param>
/// <param name="TooLarge">Whether the unpacked body is over the limit; then it is cut there.</param>
internal sealed record HttpMessage(int Status, string ContentType, string? Charset, byte[] Body, bool Broken, bool TooLarge)
{
    const int HeaderLimit = 1 << 18;

    /// <summary>Reads an answer.</summary>
    /// <param name="block">Status line, headers, blank line, body.</param>
    /// <param name="limit">Largest body, in bytes after unpacking.</param>
    public static HttpMessage Read(ReadOnlySpan<byte> block, int limit)
    {
        var status = 0;
        string type = "", transfer = "", coding = "";
        var rest = block;
        var first = true;
        while (!rest.IsEmpty && block.Length - rest.Length < HeaderLimit)
        {
            var end = rest.IndexOf((byte)'\n');
            var line = Encoding.Latin1.GetString(end < 0 ? rest : rest[..end]).TrimEnd('\r');
            if (first && !line.StartsWith("HTTP/", StringComparison.Ordinal))
                break;
            rest = end < 0 ? [] : rest[(end + 1)..];
            if (line.Length == 0)
                break;
            if (first)
            {
                var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                if (parts.Length > 1)
                    _ = int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out status);
                first = false;
                continue;
            }
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
                continue;
            var value = line[(colon + 1)..].Trim();
            switch (line[..colon].Trim().ToLowerInvariant())
            {
                case "content-type":
                    type = value;
                    break;
                case "transfer-encoding":
                    transfer = value.ToLowerInvariant();
                    break;
                case "content-encoding":
                    coding = value.ToLowerInvariant();
                    break;
            }
        }
        var broken = false;
        if (transfer.Contains("chunked", StringComparison.Ordinal))
            rest = Unchunk(rest, out broken);
        var (body, fault, large) = Decode(rest.ToArray(), coding, limit);
        var (media, charset) = MediaType(type);
        return new HttpMessage(status, media, charset, body, broken | fault, large);
    }

    /// <summary>Takes a declared type apart.</summary>
    public static (string Type, string? Charset) MediaType(string declared)
    {
        var parts = declared.Split(';');
        var charset = parts.Skip(1).Select(static p => p.Trim()).FirstOrDefault(static p => p.StartsWith("charset=", StringComparison.OrdinalIgnoreCase));
        return (parts[0].Trim().ToLowerInvariant(), charset?[8..].Trim(' ', '"', '\'') is { Length: > 0 } name ? name : null);
    }

    // Many archives keep the header of a body that was unchunked before it was written: then the body is taken as it stands.
    static ReadOnlySpan<byte> Unchunk(ReadOnlySpan<byte> body, out bool broken)
    {
        broken = false;
        using var whole = new MemoryStream();
        var rest = body;
        var any = false;
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf((byte)'\n');
            var size = end < 0 ? default : rest[..end].TrimEnd((byte)'\r');
            var extension = size.IndexOf((byte)';');
            size = (extension < 0 ? size : size[..extension]).Trim((byte)' ');
            if (size.Length is 0 or > 8 || !int.TryParse(size, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var length) || length < 0)
            {
                broken = any;
                if (!any)
                    return body;
                whole.Write(rest);
                break;
            }
            rest = rest[(end + 1)..];
            any = true;
            if (length == 0)
                break;
            if (length > rest.Length)
            {
                broken = true;
                length = rest.Length;
            }
            whole.Write(rest[..length]);
            rest = rest[length..];
            if (rest.StartsWith("\r\n"u8))
                rest = rest[2..];
            else if (rest is [(byte)'\n', ..])
                rest = rest[1..];
        }
        return whole.ToArray();
    }

    static (byte[] Body, bool Broken, bool TooLarge) Decode(byte[] body, string coding, int limit)
    {
        if (body.Length == 0)
            return (body, false, false);
        var name = coding.Split(',')[^1].Trim();
        var packed = new MemoryStream(body, writable: false);
        Stream? stream = name switch
        {
            "gzip" or "x-gzip" when body is [0x1F, 0x8B, ..] => new GZipStream(packed, CompressionMode.Decompress),
            "deflate" when (body[0] & 0x0F) == 8 && body.Length > 1 && (body[0] << 8 | body[1]) % 31 == 0 => new ZLibStream(packed, CompressionMode.Decompress),
            "deflate" => new DeflateStream(packed, CompressionMode.Decompress),
            "br" => new BrotliStream(packed, CompressionMode.Decompress),
            _ => null,
        };
        if (stream is null)
            return (body, false, false);
        using var guarded = new GuardedStream(stream);
        var buffer = new byte[1 << 16];
        using var unpacked = new MemoryStream();
        while (guarded.Read(buffer) is > 0 and var count)
        {
            if (unpacked.Length + count > limit)
                return (unpacked.ToArray(), false, true);
            unpacked.Write(buffer, 0, count);
        }
        // A body that was unpacked before it was written, its header left in.
        if (unpacked.Length == 0 && guarded.Broken)
            return (body, false, false);
        return (unpacked.ToArray(), guarded.Broken, false);
    }
}
