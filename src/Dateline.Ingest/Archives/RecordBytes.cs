using System.Text;

namespace Dateline.Ingest.Archives;

/// <summary>Reads a stream as lines and blocks of known length, in one buffer of bounded size.</summary>
internal sealed class RecordBytes(Stream stream)
{
    readonly byte[] _buffer = new byte[1 << 16];
    int _start;
    int _end;

    /// <summary>The next line without its end, at most <paramref name="limit"/> bytes of it; null at the end of the stream.</summary>
    public string? Line(int limit)
    {
        if (!Fill())
            return null;
        using var line = new MemoryStream();
        do
        {
            var rest = _buffer.AsSpan(_start, _end - _start);
            var found = rest.IndexOf((byte)'\n');
            var part = found < 0 ? rest : rest[..found];
            line.Write(part[..(int)Math.Min(part.Length, Math.Max(0, limit - line.Length))]);
            _start += found < 0 ? rest.Length : found + 1;
            if (found >= 0)
                break;
        }
        while (Fill());
        return Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length).TrimEnd('\r');
    }

    /// <summary>
    /// Passes over <paramref name="length"/> bytes and gives the first <paramref name="limit"/> of them.
    /// </summary>
    /// <param name="length">Length of the block, 0 or more.</param>
    /// <param name="limit">How much of it is kept.</param>
    /// <param name="whole">Whether the stream held the block to its end.</param>
    public byte[] Block(long length, int limit, out bool whole)
    {
        using var block = new MemoryStream();
        while (length > 0 && Fill())
        {
            var part = _buffer.AsSpan(_start, (int)Math.Min(_end - _start, length));
            block.Write(part[..(int)Math.Min(part.Length, limit - block.Length)]);
            _start += part.Length;
            length -= part.Length;
        }
        whole = length == 0;
        return block.ToArray();
    }

    bool Fill()
    {
        if (_start < _end)
            return true;
        _start = 0;
        _end = stream.Read(_buffer, 0, _buffer.Length);
        return _end > 0;
    }
}
