using System.IO.Compression;
using Dateline.Ingest.Bytes;
using Dateline.Ingest.Documents;

namespace Dateline.Ingest.Archives;

/// <summary>
/// ZIP files to articles: every entry that some reader takes, in the order of the names; of a WACZ the web archives inside it.
/// A Word document is one too and is read as such. Nothing is written to disk, so names of entries can do no harm.
/// </summary>
/// <param name="name">What the input is called.</param>
/// <param name="limits">How much is taken.</param>
/// <param name="budget">What may still be unpacked.</param>
/// <param name="read">Reads an entry's bytes by a name.</param>
internal sealed class ZipReader(string name, IntakeLimits limits, UnpackingBudget budget, Func<Stream, string, IEnumerable<IntakeResult>> read)
{
    readonly SkippedTally _skipped = new();

    /// <summary>Whether the first bytes are those of a ZIP.</summary>
    public static bool Recognise(ReadOnlySpan<byte> head) => head is [0x50, 0x4B, 0x03, 0x04, ..] or [0x50, 0x4B, 0x05, 0x06, ..];

    /// <summary>Reads all entries.</summary>
    /// <param name="stream">The file; can seek; left open.</param>
    public IEnumerable<IntakeResult> Read(Stream stream)
    {
        if (budget.Depth >= limits.PackingDepth)
        {
            yield return new IntakeResult(name, IngestMessages.PackedTooDeep(limits.PackingDepth, name));
            yield break;
        }
        using var zip = Open(stream, out var entries);
        if (zip is null)
        {
            yield return new IntakeResult(name, IngestMessages.BadCompression(name));
            yield break;
        }
        if (entries.Find(static e => e.FullName == DocxReader.Part) is { } words && entries.Exists(static e => e.FullName == "[Content_Types].xml"))
        {
            using var part = OpenEntry(words) is { } opened ? new BudgetStream(opened, words.CompressedLength, budget, limits.PackingRatio) : null;
            foreach (var result in part is null ? [new IntakeResult(name, IngestMessages.DocumentBroken(name))] : DocxReader.Read(part, name, limits))
                yield return result;
            yield break;
        }
        if (Document(entries) is { } document)
        {
            yield return new IntakeResult(name, IngestMessages.Unrecognised(document, name));
            yield break;
        }
        var isWacz = entries.Exists(static e => e.FullName == "datapackage.json") && entries.Exists(static e => e.FullName.StartsWith("archive/", StringComparison.Ordinal));
        IntakeResult? held = null;
        budget.Depth++;
        try
        {
            foreach (var entry in entries.Where(static e => !e.FullName.EndsWith('/')).OrderBy(static e => e.FullName, StringComparer.Ordinal))
            {
                if (isWacz && !entry.FullName.StartsWith("archive/", StringComparison.Ordinal) || IsHidden(entry.FullName))
                {
                    _skipped.Add("file without an article");
                    continue;
                }
                var full = --budget.FilesLeft < 0;
                foreach (var result in full ? [new IntakeResult(name, IngestMessages.TooManyPacked(limits.PackedFiles, name))] : ReadEntry(entry))
                {
                    if (held is not null)
                        yield return held;
                    held = result;
                }
                if (full || budget.BytesLeft < 0)
                    break;
            }
        }
        finally
        {
            budget.Depth--;
        }
        yield return _skipped.Conclude(held, name);
    }

    IEnumerable<IntakeResult> ReadEntry(ZipArchiveEntry entry)
    {
        var id = $"{name}/{Printable(entry.FullName)}";
        if (OpenEntry(entry) is not { } opened)
        {
            yield return new IntakeResult(id, IngestMessages.BadCompression(id));
            yield break;
        }
        using var unpacked = new BudgetStream(opened, entry.CompressedLength, budget, limits.PackingRatio);
        var peeked = new PeekStream(unpacked);
        if (FileSignatures.Recognise(peeked.Head.Span) is not null && !ZipReader.Recognise(peeked.Head.Span) && peeked.Head.Span is not [0x1F, 0x8B, ..] and not [0x25, 0x50, ..])
        {
            _skipped.Add("file without an article");
            yield break;
        }
        foreach (var result in read(peeked, id))
        {
            // What was cut off is no article as its publisher wrote it.
            if (unpacked.Exceeded || unpacked.Broken)
                break;
            yield return result;
        }
        if (unpacked.Exceeded)
            yield return new IntakeResult(id, IngestMessages.PackedTooMuch(id));
        else if (unpacked.Broken)
            yield return new IntakeResult(id, IngestMessages.BadCompression(id));
    }

    static ZipArchive? Open(Stream stream, out List<ZipArchiveEntry> entries)
    {
        entries = [];
        ZipArchive? zip = null;
        try
        {
            zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            entries = [.. zip.Entries];
            return zip;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or ArgumentException or NotSupportedException)
        {
            zip?.Dispose();
            return null;
        }
    }

    // An entry with a password opens, and is broken when it is read.
    static Stream? OpenEntry(ZipArchiveEntry entry)
    {
        if (entry.IsEncrypted)
            return null;
        try
        {
            return entry.Open();
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException)
        {
            return null;
        }
    }

    static string? Document(List<ZipArchiveEntry> entries)
    {
        foreach (var entry in entries)
        {
            if (entry.FullName == "[Content_Types].xml")
                return "an Office document (XLSX, PPTX)";
            if (entry.FullName == "mimetype")
                return "an ODT or EPUB file";
        }
        return null;
    }

    static bool IsHidden(string path) =>
        path.StartsWith("__MACOSX/", StringComparison.Ordinal) || path.Split('/').Any(static part => part is ['.', ..] and not ("." or ".."));

    static string Printable(string path) => string.Concat((path.Length > 200 ? path[..200] : path).Select(static c => char.IsControl(c) || char.IsSurrogate(c) ? '_' : c));
}
