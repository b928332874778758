using System.IO.Compression;

namespace Dateline.Storage;

/// <summary>Makes captured bytes small for keeping, and whole again.</summary>
internal static class Packing
{
    // A middle grade: pages shrink to a fifth, and packing stays far cheaper than reading.
    private const int Quality = 5;
    private const int Window = 22;

    public static byte[] Pack(ReadOnlySpan<byte> bytes, out string packing)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        if (bytes.Length > 0 && BrotliEncoder.TryCompress(bytes, packed, out var written, Quality, Window) && written < bytes.Length)
        {
            packing = "brotli";
            return packed[..written];
        }

        packing = "none";
        return bytes.ToArray();
    }

    /// <summary>The bytes again; null when they cannot be had, or are not <paramref name="length"/> many.</summary>
    public static byte[]? Unpack(byte[] packed, string packing, long length)
    {
        if (packing == "none") return packed.Length == length ? packed : null;
        // The length is the store's own word: what would grow beyond it is damage, not a capture.
        var bytes = new byte[length];
        return BrotliDecoder.TryDecompress(packed, bytes, out var written) && written == length ? bytes : null;
    }
}
