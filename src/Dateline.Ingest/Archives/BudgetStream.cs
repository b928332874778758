using Dateline.Ingest.Bytes;

namespace Dateline.Ingest.Archives;

/// <summary>Unpacks as far as the budget goes and the ratio stays believable; there it ends and remembers that.</summary>
/// <param name="below">The unpacked bytes; closed with this stream.</param>
/// <param name="packed">How many bytes they are when packed.</param>
/// <param name="budget">What is left for the whole input.</param>
/// <param name="ratio">Highest ratio of unpacked to packed.</param>
internal sealed class BudgetStream(Stream below, long packed, UnpackingBudget budget, int ratio) : ForwardStream(below)
{
    // Small files may be packed as tightly as they like.
    const long Harmless = 1 << 24;

    long _taken;

    /// <summary>Whether it ended because too much came out.</summary>
    public bool Exceeded { get; private set; }

    /// <summary>Whether the packed bytes are broken.</summary>
    public bool Broken { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        if (Exceeded || Broken)
            return 0;
        int count;
        try
        {
            count = Below.Read(buffer);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            Broken = true;
            return 0;
        }
        _taken += count;
        budget.BytesLeft -= count;
        Exceeded = budget.BytesLeft < 0 || _taken > Harmless && _taken / ratio > packed;
        return Exceeded ? 0 : count;
    }
}
