using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Dateline.Text.Tokens;

/// <summary>
/// Weights that say between which words a sentence ends: a logistic model over hashed features, one byte a weight.
/// Immutable; safe for all threads.
/// </summary>
public sealed class SentenceModel
{
    /// <summary>Number of weights; a power of two, because features are hashed into it.</summary>
    public const int Size = 1 << 17;

    private const uint Magic = 0x31534C44; // "DLS1"
    private readonly sbyte[] _weights;

    /// <summary>Takes weights as trained.</summary>
    /// <param name="weights">Exactly <see cref="Size"/> weights.</param>
    /// <param name="threshold">A sum above it is a boundary.</param>
    public SentenceModel(sbyte[] weights, int threshold)
    {
        if (weights.Length != Size) throw new ArgumentException($"There are {weights.Length} weights; give exactly {Size}.", nameof(weights));
        _weights = weights;
        Threshold = threshold;
    }

    /// <summary>A sum of weights above this is a boundary.</summary>
    public int Threshold { get; }

    /// <summary>Reads a model file.</summary>
    /// <exception cref="InvalidDataException">The bytes are no sentence model, or one of another version.</exception>
    public static SentenceModel Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Size + 8 || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic)
            throw new InvalidDataException("DL3010: the file is no sentence model of this version; take the one that belongs to this release.");
        var threshold = BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]);
        return new SentenceModel(MemoryMarshal.Cast<byte, sbyte>(bytes[8..]).ToArray(), threshold);
    }

    /// <summary>Writes the model file.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[Size + 8];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), Threshold);
        MemoryMarshal.AsBytes(_weights.AsSpan()).CopyTo(bytes.AsSpan(8));
        return bytes;
    }

    /// <summary>The sum of the weights of <paramref name="features"/>.</summary>
    internal int Score(ReadOnlySpan<int> features)
    {
        var sum = 0;
        foreach (var feature in features) sum += _weights[feature];
        return sum;
    }
}
