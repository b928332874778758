namespace Dateline.Ingest.Bytes;

/// <summary>Reads a packed stream as far as it is sound; where it breaks, it ends and remembers that.</summary>
internal sealed class GuardedStream(Stream below) : Stream
{
    /// <summary>Whether the end was a break.</summary>
    public bool Broken { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        if (Broken)
            return 0;
        try
        {
            return below.Read(buffer);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            Broken = true;
            return 0;
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            below.Dispose();
        base.Dispose(disposing);
    }
}
