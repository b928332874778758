namespace Dateline.Text;

/// <summary>
/// One station of reading: adds layers to a document.
/// </summary>
/// <remarks>Stateless after construction: one instance serves all threads, each on a document of its own.</remarks>
public interface IAnnotator
{
    /// <summary>A short name for logs and for the record of a run.</summary>
    string Name { get; }

    /// <summary>The layers that must be there before.</summary>
    Layers Reads { get; }

    /// <summary>The layers that are there after.</summary>
    Layers Writes { get; }

    /// <summary>Adds <see cref="Writes"/> to <paramref name="document"/>.</summary>
    void Annotate(Document document);
}
