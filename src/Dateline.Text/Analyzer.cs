namespace Dateline.Text;

/// <summary>
/// A fixed row of annotators. Immutable and safe for use by any number of threads.
/// </summary>
public sealed class Analyzer
{
    private readonly IAnnotator[] _annotators;

    /// <summary>Checks the order once, so that no document can meet a wrong one.</summary>
    /// <exception cref="ArgumentException">An annotator reads a layer that none before it writes, or writes one that is already there.</exception>
    public Analyzer(params ReadOnlySpan<IAnnotator> annotators)
    {
        var written = Layers.None;
        foreach (var annotator in annotators)
        {
            var missing = annotator.Reads & ~written;
            if (missing != Layers.None)
                throw new ArgumentException($"'{annotator.Name}' reads {missing}, which no annotator before it writes; put one there.", nameof(annotators));
            var twice = annotator.Writes & written;
            if (twice != Layers.None)
                throw new ArgumentException($"'{annotator.Name}' writes {twice}, which an annotator before it has written; keep one of the two.", nameof(annotators));
            written |= annotator.Writes;
        }

        _annotators = annotators.ToArray();
        Writes = written;
    }

    /// <summary>All layers a document has afterwards.</summary>
    public Layers Writes { get; }

    /// <summary>Reads a text whose own time is unknown, in English.</summary>
    public Document Analyze(string text) => Analyze(new Document(text));

    /// <summary>Runs every annotator over <paramref name="document"/> and returns it.</summary>
    public Document Analyze(Document document)
    {
        foreach (var annotator in _annotators)
        {
            annotator.Annotate(document);
            document.Mark(annotator.Writes);
        }

        return document;
    }
}
