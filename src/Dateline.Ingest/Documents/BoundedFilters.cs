using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Dateline.Ingest.Documents;

/// <summary>The codings of a PDF's streams, with an end to what comes out of them: the library unpacks a stream whole, however much that is.</summary>
internal sealed class BoundedFilters : BaseFilterProvider
{
    readonly BoundedFilter _flate;
    readonly BoundedFilter _lzw;

    /// <summary>Makes the codings of one document.</summary>
    /// <param name="limit">Most bytes of all its streams together.</param>
    public BoundedFilters(long limit)
        : this(new BoundedFilter(new FlateFilter(), limit, Inflated), new BoundedFilter(new LzwFilter(), limit, static (input, _) => input.Length * 2600L))
    {
    }

    BoundedFilters(BoundedFilter flate, BoundedFilter lzw)
        : base(Named(flate, lzw)) => (_flate, _lzw) = (flate, lzw);

    /// <summary>Whether some stream was left out.</summary>
    public bool Exceeded => _flate.Exceeded || _lzw.Exceeded;

    static Dictionary<string, IFilter> Named(IFilter flate, IFilter lzw)
    {
        Dictionary<string, IFilter> filters = new(StringComparer.Ordinal);
        foreach (var (names, filter) in (ReadOnlySpan<(string, IFilter)>)[("FlateDecode Fl", flate), ("LZWDecode LZW", lzw), ("ASCII85Decode A85", new Ascii85Filter()),
            ("ASCIIHexDecode AHx", new AsciiHexDecodeFilter()), ("RunLengthDecode RL", new RunLengthFilter()), ("CCITTFaxDecode CCF", new CcittFaxDecodeFilter()), ("DCTDecode DCT", new DctDecodeFilter()),
            ("JBIG2Decode", new Jbig2DecodeFilter()), ("JPXDecode", new JpxDecodeFilter())])
        {
            foreach (var name in names.Split(' '))
                filters[name] = filter;
        }
        return filters;
    }

    // Counted first, so that nothing is held that would be too much.
    static long Inflated(ReadOnlyMemory<byte> input, long limit)
    {
        if (input.Length < 3)
            return 0;
        using var guarded = new Bytes.GuardedStream(new DeflateStream(new MemoryStream(input[2..].ToArray(), writable: false), CompressionMode.Decompress));
        var buffer = new byte[1 << 16];
        long length = 0;
        while (length <= limit && guarded.Read(buffer) is > 0 and var count)
            length += count;
        return length;
    }

    sealed class BoundedFilter(IFilter filter, long limit, Func<ReadOnlyMemory<byte>, long, long> measure) : IFilter
    {
        long _left = limit;

        public bool Exceeded { get; private set; }

        public bool IsSupported => filter.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            var length = measure(input, _left);
            if (length > _left)
            {
                Exceeded = true;
                return Memory<byte>.Empty;
            }
            _left -= length;
            return filter.Decode(input, streamDictionary, filterProvider, filterIndex);
        }
    }
}
