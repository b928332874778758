using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Dateline.Ingest.Rows;

/// <summary>Remembers the ids of an input's rows, 16 bytes each, however long they are.</summary>
internal sealed class SeenIds
{
    readonly HashSet<UInt128> _seen = [];

    /// <summary>Whether the id is new.</summary>
    public bool Add(string id)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(MemoryMarshal.AsBytes(id.AsSpan()), hash);
        return _seen.Add(BinaryPrimitives.ReadUInt128LittleEndian(hash));
    }
}
