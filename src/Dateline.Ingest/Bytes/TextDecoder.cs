using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;
using Dateline.Text;

namespace Dateline.Ingest.Bytes;

/// <summary>
/// Bytes to text: byte order mark, then UTF-16 without one, then valid UTF-8, then what the input itself declares, then
/// windows-1252 or UTF-8 with replacements.
/// </summary>
/// <remarks>
/// Valid UTF-8 goes before a declared charset, unlike in browsers: crawlers and “save as” write pages in UTF-8 and leave
/// the old declaration in, while text in another charset that happens to be valid UTF-8 with non-ASCII in it does not occur.
/// Stateless.
/// </remarks>
internal static class TextDecoder
{
    // Enough to tell; a file that is binary only later is caught by the NUL check over the whole.
    const int Sample = 8192;

    /// <summary>Reads the bytes.</summary>
    /// <param name="bytes">The whole input, not empty.</param>
    /// <param name="declared">The charset that the input or its transport names, or null.</param>
    /// <param name="place">For the diagnostics.</param>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, string? declared, string place)
    {
        if (FromMark(bytes) is var (marked, skip) && marked is not null)
            return WithMark(bytes[skip..], marked, place);
        if (FileSignatures.Recognise(bytes) is { } kind)
            return Refused(IngestMessages.Binary(kind, place));
        if (GuessUtf16(bytes) is { } wide)
            return new DecodedText(wide.GetString(bytes), wide.WebName, []);
        if (IsBinary(bytes))
            return Refused(IngestMessages.Binary("binary", place));

        if (Utf8.IsValid(bytes))
        {
            // ISO-2022-JP and its like are ASCII by their bytes, so here the declaration decides.
            if (declared is not null && bytes.Contains((byte)0x1B) && Charsets.Find(declared) is { } escaped)
                return new DecodedText(escaped.GetString(bytes), escaped.WebName, []);
            return new DecodedText(Encoding.UTF8.GetString(bytes), "utf-8", []);
        }

        List<Diagnostic> diagnostics = [];
        if (declared is not null)
        {
            var encoding = Charsets.Find(declared);
            if (encoding is null)
                diagnostics.Add(IngestMessages.UnknownCharset(declared, place));
            // A wide encoding cannot have been read byte by byte to find its declaration.
            else if (encoding is not UTF8Encoding && encoding is not UnicodeEncoding)
                return new DecodedText(encoding.GetString(bytes), encoding.WebName, diagnostics);
        }

        var (broken, sound, like1252) = Survey(bytes);
        if (like1252 && broken > sound)
        {
            diagnostics.Add(IngestMessages.ReadAsWindows1252(place));
            return new DecodedText(Charsets.Windows1252.GetString(bytes), "windows-1252", diagnostics);
        }
        diagnostics.Add(IngestMessages.BytesReplaced(broken, place));
        return new DecodedText(Encoding.UTF8.GetString(bytes), "utf-8", diagnostics);
    }

    static DecodedText Refused(Diagnostic why) => new(null, "binary", [why]);

    static (Encoding? Encoding, int Skip) FromMark(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return (Encoding.UTF8, 3);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]))
            return (Encoding.UTF32, 4);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF]))
            return (new UTF32Encoding(bigEndian: true, byteOrderMark: true), 4);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return (Encoding.Unicode, 2);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return (Encoding.BigEndianUnicode, 2);
        return (null, 0);
    }

    static DecodedText WithMark(ReadOnlySpan<byte> bytes, Encoding encoding, string place)
    {
        if (encoding is UTF8Encoding && IsBinary(bytes))
            return Refused(IngestMessages.Binary("binary", place));
        var text = encoding.GetString(bytes);
        if (text.Contains('\0'))
            return Refused(IngestMessages.Binary("binary", place));
        if (encoding is UTF8Encoding && !Utf8.IsValid(bytes))
            return new DecodedText(text, "utf-8", [IngestMessages.BytesReplaced(Survey(bytes).Broken, place)]);
        return new DecodedText(text, encoding.WebName, []);
    }

    // ASCII, Latin, and the spaces and punctuation of any script have a zero for their high byte in UTF-16.
    static Encoding? GuessUtf16(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length & ~1, Sample)];
        if (sample.Length < 4)
            return null;
        int evenZeros = 0, oddZeros = 0, pairs = sample.Length / 2;
        for (var k = 0; k < sample.Length; k += 2)
        {
            if (BinaryPrimitives.ReadUInt16LittleEndian(sample[k..]) == 0)
                return null;
            if (sample[k] == 0)
                evenZeros++;
            if (sample[k + 1] == 0)
                oddZeros++;
        }
        var encoding = oddZeros * 5 > pairs * 2 && evenZeros * 50 < pairs ? Encoding.Unicode
            : evenZeros * 5 > pairs * 2 && oddZeros * 50 < pairs ? Encoding.BigEndianUnicode
            : null;
        if (encoding is null)
            return null;
        // A true UTF-16 text reads as such to its end, with few control characters.
        var text = encoding.GetString(sample);
        var odd = text.Count(static c => c < ' ' && c is not ('\t' or '\n' or '\r' or '\f') || c == '\uFFFD');
        return odd * 100 <= text.Length ? encoding : null;
    }

    static bool IsBinary(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Contains((byte)0))
            return true;
        var sample = bytes[..Math.Min(bytes.Length, Sample)];
        var controls = 0;
        foreach (var b in sample)
        {
            if (b < 32 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0B or 0x0C or 0x1B))
                controls++;
        }
        return controls * 20 > sample.Length;
    }

    static (int Broken, int Sound, bool Like1252) Survey(ReadOnlySpan<byte> bytes)
    {
        int broken = 0, sound = 0;
        var like1252 = true;
        while (!bytes.IsEmpty)
        {
            var ascii = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (ascii < 0)
                break;
            bytes = bytes[ascii..];
            if (Rune.DecodeFromUtf8(bytes, out _, out var length) == System.Buffers.OperationStatus.Done)
            {
                sound++;
            }
            else
            {
                broken++;
                like1252 &= bytes[0] is not (0x81 or 0x8D or 0x8F or 0x90 or 0x9D);
            }
            bytes = bytes[length..];
        }
        return (broken, sound, like1252);
    }
}
