namespace Dateline.Ingest.Bytes;

/// <summary>Reads a stream to its end within a limit.</summary>
internal static class WholeStream
{
    /// <summary>All bytes, or null when there are more than the limit; then at most one byte more than that has been read.</summary>
    public static byte[]? Read(Stream stream, int limit)
    {
        var buffer = new byte[Math.Min(limit + 1L, 1 << 16)];
        var length = 0;
        while (true)
        {
            var read = stream.Read(buffer, length, buffer.Length - length);
            if (read == 0)
                break;
            length += read;
            if (length > limit)
                return null;
            if (length == buffer.Length)
                Array.Resize(ref buffer, (int)Math.Min(limit + 1L, buffer.Length * 2L));
        }
        return buffer.AsSpan(0, length).ToArray();
    }
}
