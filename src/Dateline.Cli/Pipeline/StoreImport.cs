using Dateline.Chronology;
using Dateline.Storage;
using Dateline.Text;

namespace Dateline.Cli.Pipeline;

/// <summary>Takes inputs into a store, one after the other; what was taken in before is passed over unread.</summary>
/// <param name="intake">Who writes.</param>
/// <param name="read">Bytes and a name to articles, in the order of the input.</param>
internal sealed class StoreImport(Intake intake, Func<Stream, string, IEnumerable<PipelineResult>> read)
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
    public void Take(string name, Func<Stream> open, Action step)
    {
        byte[] bytes;
        try
        {
            using var stream = open();
            using var whole = new MemoryStream();
            if (!CopyUpTo(stream, whole, LargestInput))
            {
                Fail(name, ImportMessages.TooLarge(name, LargestInput));
                return;
            }

            bytes = whole.ToArray();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Fail(name, ImportMessages.CannotRead(name, exception.Message));
            return;
        }

        var capture = new Capture(name, bytes);
        if (intake.Has(capture))
        {
            PassedOver++;
            return;
        }

        var readings = new List<Reading>(Part);
        var failures = new List<Diagnostic>();
        foreach (var article in read(new MemoryStream(bytes, writable: false), name))
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
    }

    /// <summary>Keeps an input that could not be had, with its reason.</summary>
    public void Refuse(string name, Diagnostic failure) => Fail(name, failure);

    private void Add(IntakeResult added)
    {
        Sum += added with { Refused = [] };
        _failures.AddRange(added.Refused);
    }

    private void Fail(string name, Diagnostic failure)
    {
        intake.RecordFailure(name, failure);
        _failures.Add(failure);
    }

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
