using Dateline.Chronology;
using Dateline.Ingest;
using Dateline.Storage;
using Dateline.Text;
using IntakeResult = Dateline.Storage.IntakeResult;

namespace Dateline.Cli.Pipeline;

/// <summary>What became of one input.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="WasThere">Whether these bytes were there already, read to their end with the same versions; then nothing was added.</param>
/// <param name="Added">What it has added, and the articles it holds.</param>
/// <param name="Failures">What of it could not be read, in order.</param>
internal sealed record InputOutcome(string Name, bool WasThere, IntakeResult Added, IReadOnlyList<Diagnostic> Failures);

/// <summary>Takes inputs into a store, one after the other; what was taken in before is passed over unread.</summary>
/// <param name="intake">Who writes.</param>
/// <param name="read">Bytes, a name and where they came from to articles, in the order of the input.</param>
/// <param name="readOne">Reads one article.</param>
internal sealed class StoreImport(Intake intake, Func<Stream, string, Provenance?, IEnumerable<PipelineResult>> read, Func<Article, PipelineResult> readOne)
{
    // Articles of one input that share a transaction: few enough that little is read again after a kill.
    private const int Part = 16;

    // SQLite keeps no value of a gigabyte or more, and the whole input is held while it is read.
    internal const long LargestInput = 512L << 20;

    /// <summary>What has been added so far.</summary>
    public IntakeResult Sum { get; private set; } = IntakeResult.Nothing;

    /// <summary>Inputs that were there already, to their end and read with the same versions.</summary>
    public int PassedOver { get; private set; }

    /// <summary>What could not be read, in order.</summary>
    public IReadOnlyList<Diagnostic> Failures => _failures;

    private readonly List<Diagnostic> _failures = [];

    /// <summary>Takes in one input.</summary>
    /// <param name="name">What it is called: the same name later is the same input later.</param>
    /// <param name="open">Opens it.</param>
    /// <param name="step">Called after each article.</param>
    /// <param name="from">Where on the web it came from; null when it did not.</param>
    /// <param name="mediaType">Its media type, where one is named.</param>
    public InputOutcome Take(string name, Func<Stream> open, Action step, Provenance? from = null, string? mediaType = null)
    {
        byte[] bytes;
        try
        {
            using var stream = open();
            using var whole = new MemoryStream();
            if (!CopyUpTo(stream, whole, LargestInput)) return Refuse(name, ImportMessages.TooLarge(name, LargestInput));
            bytes = whole.ToArray();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Refuse(name, ImportMessages.CannotRead(name, exception.Message));
        }

        var capture = new Capture(name, bytes) { Url = from?.Url, MediaType = TypeOf(mediaType, from?.Charset) };
        if (intake.Has(capture))
        {
            PassedOver++;
            return new InputOutcome(name, WasThere: true, IntakeResult.Nothing, []);
        }

        var before = _failures.Count;
        var added = IntakeResult.Nothing;
        var kept = new List<KeptArticle>();
        var readings = new List<Reading>(Part);
        var failures = new List<Diagnostic>();
        foreach (var article in read(new MemoryStream(bytes, writable: false), name, from))
        {
            if (article.Reading is { } reading) readings.Add(reading);
            if (article.Failure is { } failure)
            {
                failures.Add(failure);
                _failures.Add(failure);
            }

            if (readings.Count + failures.Count >= Part)
            {
                Add(intake.ImportPart(capture, readings, failures));
                readings.Clear();
                failures.Clear();
            }

            step();
        }

        Add(intake.Import(capture, readings, failures));
        return new InputOutcome(name, WasThere: false, added with { Kept = kept }, _failures[before..]);

        void Add(IntakeResult part)
        {
            kept.AddRange(part.Kept);
            added += part with { Refused = [], Kept = [] };
            Count(part);
        }
    }

    /// <summary>Takes in one article that stands in a larger input, such as an entry in the words of its feed.</summary>
    /// <param name="capture">The whole input.</param>
    /// <param name="article">The article.</param>
    /// <returns>Whether it was kept.</returns>
    public bool TakeOne(Capture capture, Article article)
    {
        var result = readOne(article);
        if (result.Failure is { } failure) _failures.Add(failure);
        var added = intake.ImportPart(capture, result.Reading is { } reading ? [reading] : [], result.Failure is null ? [] : [result.Failure]);
        Count(added);
        return added.Kept.Count > 0;
    }

    /// <summary>Keeps an input that could not be had, with its reason.</summary>
    public InputOutcome Refuse(string name, Diagnostic failure)
    {
        intake.RecordFailure(name, failure);
        _failures.Add(failure);
        return new InputOutcome(name, WasThere: false, IntakeResult.Nothing, [failure]);
    }

    private void Count(IntakeResult added)
    {
        Sum += added with { Refused = [], Kept = [] };
        _failures.AddRange(added.Refused);
    }

    // The charset of the answer's head is not in the bytes; kept here, they can be read again as they were.
    private static string? TypeOf(string? mediaType, string? charset) =>
        charset is null ? mediaType : $"{mediaType ?? "text/plain"}; charset={charset}";

    private static bool CopyUpTo(Stream from, MemoryStream to, long limit)
    {
        var buffer = new byte[1 << 16];
        while (from.Read(buffer) is > 0 and var count)
        {
            if (to.Length + count > limit) return false;
            to.Write(buffer, 0, count);
        }

        return true;
    }
}
