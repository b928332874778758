using System.Buffers.Binary;
using System.Text.Json;
using Dateline.Chronology;
using Dateline.Chronology.Gathering;

namespace Dateline.Storage;

/// <summary>Writes beside a reading what gathering compares, and reads it again.</summary>
internal static class Sketches
{
    public static void Write(Statements statements, Reading reading, string article, long document, IReadOnlyList<long> mentions)
    {
        // What is new is to be gathered; superseded readings are noted where they are superseded.
        statements.Run("INSERT OR IGNORE INTO ungathered (day, document_id) VALUES ($1, $2)", (reading.Article.DocumentTime?.Date ?? DateOnly.MaxValue).DayNumber, document);
        var sketch = OriginFinder.SketchOf(reading.Article);
        statements.Run(
            "INSERT INTO document_sketch (document_id, agency, hashes) VALUES ($1, $2, $3)", document, sketch.Agency, Pack(sketch.Hashes));
        var at = 0;
        foreach (var telling in TellingMaker.Of(reading))
            statements.Run("INSERT INTO telling_sketch (event_mention_id, body) VALUES ($1, $2)", mentions[at++], JsonSerializer.Serialize(telling with { Document = article }));
    }

    public static Telling Read(string body) => JsonSerializer.Deserialize<Telling>(body)!;

    public static uint[] Unpack(ReadOnlySpan<byte> bytes)
    {
        var hashes = new uint[bytes.Length / sizeof(uint)];
        for (var i = 0; i < hashes.Length; i++) hashes[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(i * sizeof(uint))..]);
        return hashes;
    }

    private static byte[] Pack(IReadOnlyList<uint> hashes)
    {
        var bytes = new byte[hashes.Count * sizeof(uint)];
        for (var i = 0; i < hashes.Count; i++) BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i * sizeof(uint)), hashes[i]);
        return bytes;
    }
}
