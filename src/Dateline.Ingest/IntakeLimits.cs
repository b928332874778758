namespace Dateline.Ingest;

/// <summary>How much of an input is taken before it is refused, so that no input can exhaust the machine.</summary>
/// <remarks>Immutable. The defaults are far above anything a newsroom publishes: a 50,000-word article has about 0.3 MB.</remarks>
public sealed record IntakeLimits
{
    /// <summary>The defaults.</summary>
    public static IntakeLimits Default { get; } = new();

    /// <summary>Largest input, in bytes after decompression, that is read as a whole (text, HTML, feeds). 64 MiB.</summary>
    public int PageBytes { get; init; } = 64 << 20;

    /// <summary>Longest line of a JSONL input in bytes; a longer one is a failed row. 64 MiB.</summary>
    public int LineBytes { get; init; } = 64 << 20;

    /// <summary>Deepest nesting of JSON that is read; deeper rows fail. 256.</summary>
    public int JsonDepth { get; init; } = 256;

    /// <summary>Deepest nesting of tags that is kept; deeper tags are left out and their words stay. 400, a little less than browsers keep.</summary>
    public int TagDepth { get; init; } = 400;

    /// <summary>Most bytes that come out of one packed input (ZIP, WACZ), with everything nested in it. 4 GiB.</summary>
    public long UnpackedBytes { get; init; } = 4L << 30;

    /// <summary>Largest ZIP, in bytes, that is held in memory because its stream cannot seek. 512 MiB.</summary>
    public int PackedBytes { get; init; } = 512 << 20;

    /// <summary>Most files of one packed input, with everything nested in it. 100,000.</summary>
    public int PackedFiles { get; init; } = 100_000;

    /// <summary>Deepest nesting of packed files in packed files. 4.</summary>
    public int PackingDepth { get; init; } = 4;

    /// <summary>Highest ratio of unpacked to packed bytes of a file of more than 16 MiB. 200: text seldom reaches 20.</summary>
    public int PackingRatio { get; init; } = 200;

    /// <summary>Deepest nesting of parts and messages in a mail message; deeper ones are attachments. 32.</summary>
    public int MailDepth { get; init; } = 32;

    /// <summary>Most lines of a mail message that could part it; a message with more is not taken apart. 20,000.</summary>
    public int MailParts { get; init; } = 20_000;

    /// <summary>Largest PDF in bytes. 256 MiB: most of a large one is pictures.</summary>
    public int PdfBytes { get; init; } = 256 << 20;

    /// <summary>Most pages of a PDF that are read; that there are more is told. 2,000.</summary>
    public int PdfPages { get; init; } = 2000;

    /// <summary>Longest time for one PDF in seconds; what was read by then stays, and the rest is told. 120.</summary>
    public int PdfSeconds { get; init; } = 120;

    /// <summary>Most bytes that come out of the packed streams of one PDF. 1 GiB.</summary>
    public long PdfUnpackedBytes { get; init; } = 1L << 30;
}
