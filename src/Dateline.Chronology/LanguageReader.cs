using Dateline.Chronology.Extraction;
using Dateline.Chronology.Extraction.Attributions;
using Dateline.Chronology.Extraction.Numbers;
using Dateline.Text;

namespace Dateline.Chronology;

/// <summary>Everything that reads one language, in its order.</summary>
/// <remarks>Immutable and safe for any number of threads.</remarks>
/// <param name="language">BCP 47 primary subtag.</param>
/// <param name="analyzer">The annotators of the text.</param>
/// <param name="attributions">Finds who says what.</param>
/// <param name="quantities">Finds how many.</param>
/// <param name="events">Finds who did what to whom.</param>
public sealed class LanguageReader(
    string language, Analyzer analyzer, AttributionReader attributions, QuantityReader quantities, EventExtractor events)
{
    /// <summary>BCP 47 primary subtag of the language.</summary>
    public string Language => language;

    /// <summary>Reads a document of which nothing has been read yet.</summary>
    public Reading Read(Article article, Document document)
    {
        analyzer.Analyze(document);
        var said = attributions.Read(document);
        var found = events.Extract(document, said, quantities.Read(document));
        return new Reading(article, document, said, found.Events, found.Predictions);
    }
}
