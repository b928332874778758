namespace Dateline.Ingest.Bytes;

/// <summary>A stream whose first bytes can be looked at before it is read. Does not own the stream below.</summary>
internal sealed class PeekStream : Stream
{
    const int HeadLength = 1 << 14;

    readonly Stream _below;
    readonly byte[] _head = new byte[HeadLength];
    readonly int _length;
    int _taken;

    public PeekStream(Stream below)
    {
        _below = below;
        _length = below.ReadAtLeast(_head, HeadLength, throwOnEndOfStream: false);
    }

    /// <summary>The first bytes; shorter than 16 KiB only when the stream is.</summary>
    public ReadOnlyMemory<byte> Head => _head.AsMemory(0, _length);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        if (_taken == _length)
            return _below.Read(buffer);
        var count = Math.Min(buffer.Length, _length - _taken);
        _head.AsSpan(_taken, count).CopyTo(buffer);
        _taken += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
