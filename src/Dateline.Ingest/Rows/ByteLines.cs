namespace Dateline.Ingest.Rows;

/// <summary>Reads a stream line by line as bytes, with a bound on what is kept of one line.</summary>
internal sealed class ByteLines(Stream stream, int limit)
{
    const int FirstBuffer = 1 << 16;

    /// <summary>
    /// The lines, without their line feed, numbered from 1. The memory of a line is overwritten by the next. Of a line over
    /// the limit nothing is kept but its number.
    /// </summary>
    public IEnumerable<(ReadOnlyMemory<byte> Line, int Number, bool TooLong)> Read()
    {
        var buffer = new byte[FirstBuffer];
        int start = 0, end = 0, number = 1;
        var skipping = false;
        while (true)
        {
            var found = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (found >= 0)
            {
                yield return skipping || found > limit ? (default, number, true) : (buffer.AsMemory(start, found), number, false);
                skipping = false;
                start += found + 1;
                number++;
                continue;
            }
            if (skipping || end - start > limit)
            {
                skipping = true;
                start = end = 0;
            }
            else if (start > 0)
            {
                buffer.AsSpan(start, end - start).CopyTo(buffer);
                (start, end) = (0, end - start);
            }
            if (end == buffer.Length)
                Array.Resize(ref buffer, (int)Math.Min(Array.MaxLength, (long)buffer.Length * 2));
            var read = stream.Read(buffer, end, buffer.Length - end);
            if (read == 0)
                break;
            end += read;
        }
        if (skipping)
            yield return (default, number, true);
        else if (end > start)
            yield return end - start > limit ? (default, number, true) : (buffer.AsMemory(start, end - start), number, false);
    }
}
