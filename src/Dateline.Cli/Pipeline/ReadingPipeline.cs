using Dateline.Chronology;
using Dateline.Ingest;
using Dateline.Ingest.Rows;
using Dateline.Text;

namespace Dateline.Cli.Pipeline;

/// <summary>What became of one article: a reading, or the reason why there is none.</summary>
/// <param name="Id">The article's id.</param>
/// <param name="Reading">What was read; null when it failed.</param>
/// <param name="Failure">Why it failed; null when it was read.</param>
internal sealed record PipelineResult(string Id, Reading? Reading, Diagnostic? Failure);

/// <summary>
/// Bytes to readings: takes the articles out of an input and reads each, in the order of the input.
/// </summary>
/// <remarks>Safe for several threads. Nothing is kept between inputs.</remarks>
internal sealed class ReadingPipeline
{
    private readonly ArticleReader _intake;
    private readonly Reader _reader;

    /// <summary>Composes a pipeline around <paramref name="reader"/>.</summary>
    /// <param name="reader">Reads the articles.</param>
    /// <param name="mapping">Which columns of tables hold which fields; null to go by their names.</param>
    public ReadingPipeline(Reader reader, TableMapping? mapping = null)
    {
        _reader = reader;
        _intake = new ArticleReader(mapping: mapping);
    }

    /// <summary>The pipeline over the lexicons and models that lie beside the executable.</summary>
    /// <param name="overlay">A user's own folder of tables, laid over the lexicons; null for none.</param>
    /// <param name="mapping">Which columns of tables hold which fields; null to go by their names.</param>
    public static ReadingPipeline Open(string? overlay = null, TableMapping? mapping = null) => new(ReaderFolder.Open(AppContext.BaseDirectory, overlay), mapping);

    /// <summary>Reads every article of one input.</summary>
    /// <param name="input">The bytes; read forward only, not closed.</param>
    /// <param name="name">What to call the input in ids and diagnostics.</param>
    /// <param name="format">Its format, or <see cref="InputFormat.Auto"/> to recognise it by content.</param>
    /// <param name="degree">How many articles may be read at once.</param>
    public IEnumerable<PipelineResult> Read(Stream input, string name, InputFormat format = InputFormat.Auto, int degree = 1) =>
        OrderedParallel.Map(_intake.Read(input, name, format), degree, ReadOne);

    private PipelineResult ReadOne(IntakeResult taken)
    {
        if (taken.Article is null) return new PipelineResult(taken.Id, null, taken.Failure);
        try
        {
            return new PipelineResult(taken.Id, _reader.Read(taken.Article), null);
        }
#pragma warning disable CA1031 // One article must never take the others with it: whatever went wrong becomes its row.
        catch (Exception fault) when (fault is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            return new PipelineResult(taken.Id, null, CliMessages.ReadingFailed(taken.Id, fault));
        }
    }
}
