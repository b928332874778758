using System.IO.Compression;
using Dateline.Text;

namespace Dateline.Ingest.Bytes;

/// <summary>Reads an input whole as text: gzip unpacked, charset found, all within the limits.</summary>
internal static class WholeText
{
    /// <summary>The text, or null and the reason.</summary>
    /// <param name="stream">The bytes; left open.</param>
    /// <param name="name">What the input is called in diagnostics.</param>
    /// <param name="limits">How much is taken.</param>
    /// <param name="failure">Why there is no text.</param>
    /// <param name="charset">The charset that the transport names, or null.</param>
    public static string? Read(Stream stream, string name, IntakeLimits limits, out Diagnostic? failure, string? charset = null)
    {
        var peeked = new PeekStream(stream);
        if (peeked.Head.Span is not [0x1F, 0x8B, 0x08, ..])
            return Decode(peeked, name, limits, out failure, charset);
        using var unpacked = new GuardedStream(new GZipStream(peeked, CompressionMode.Decompress, leaveOpen: true));
        var text = Decode(unpacked, name, limits, out failure, charset);
        if (text is null && unpacked.Broken)
            failure = IngestMessages.BadCompression(name);
        return text;
    }

    static string? Decode(Stream stream, string name, IntakeLimits limits, out Diagnostic? failure, string? charset)
    {
        failure = null;
        if (WholeStream.Read(stream, limits.PageBytes) is not { } bytes)
        {
            failure = IngestMessages.TooLarge(limits.PageBytes, name);
            return null;
        }
        if (bytes.Length == 0)
        {
            failure = IngestMessages.Empty(name);
            return null;
        }
        var decoded = TextDecoder.Decode(bytes, HtmlCharset.Of(charset, bytes), name);
        if (decoded.Text is null)
            failure = decoded.Diagnostics[^1];
        return decoded.Text;
    }
}
