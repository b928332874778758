using Dateline.Chronology.Extraction;
using Dateline.Chronology.Extraction.Attributions;
using Dateline.Chronology.Extraction.Numbers;
using Dateline.Text;
using Dateline.Text.Casing;

namespace Dateline.Chronology;

/// <summary>Everything that reads one language, in its order.</summary>
/// <remarks>Immutable and safe for any number of threads.</remarks>
/// <param name="language">BCP 47 primary subtag.</param>
/// <param name="analyzer">The annotators of the text.</param>
/// <param name="attributions">Finds who says what.</param>
/// <param name="quantities">Finds how many.</param>
/// <param name="events">Finds who did what to whom.</param>
/// <param name="casing">Gives text in capitals the case of print before it is read; null to read it as it stands.</param>
public sealed class LanguageReader(
    string language, Analyzer analyzer, AttributionReader attributions, QuantityReader quantities, EventExtractor events, CaseRestorer? casing = null)
{
    /// <summary>BCP 47 primary subtag of the language.</summary>
    public string Language => language;

    /// <summary>Reads a document of which nothing has been read yet.</summary>
    public Reading Read(Article article, Document document)
    {
        var text = casing is null ? document.Text : casing.Restore(document.Text);
        var read = ReferenceEquals(text, document.Text) ? document : new Document(text, document.Time, document.Language) { Passages = document.Passages };
        analyzer.Analyze(read);
        var said = attributions.Read(read);
        var found = events.Extract(read, said, quantities.Read(read));
        if (read != document) document.TakeLayersOf(read);
        return new Reading(article, document, said, found.Events, found.Predictions);
    }
}
