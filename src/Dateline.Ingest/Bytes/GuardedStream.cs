namespace Dateline.Ingest.Bytes;

/// <summary>Reads a packed stream as far as it is sound; where it breaks, it ends and remembers that.</summary>
internal sealed class GuardedStream(Stream below) : ForwardStream(below)
{
    /// <summary>Whether the end was a break.</summary>
    public bool Broken { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        if (Broken)
            return 0;
        try
        {
            return Below.Read(buffer);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            Broken = true;
            return 0;
        }
    }
}
