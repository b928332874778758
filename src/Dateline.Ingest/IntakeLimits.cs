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
}
