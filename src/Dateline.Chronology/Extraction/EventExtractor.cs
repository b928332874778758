using Dateline.Chronology.Events;
using Dateline.Chronology.Extraction.Acts;
using Dateline.Chronology.Extraction.Happening;
using Dateline.Text;

namespace Dateline.Chronology.Extraction;

/// <summary>What an article tells and foretells.</summary>
/// <param name="Events">Tellings, in text order.</param>
/// <param name="Predictions">Claims about what will happen, in text order.</param>
public sealed record Extracted(IReadOnlyList<EventMention> Events, IReadOnlyList<Foretelling> Predictions)
{
    /// <summary>Nothing.</summary>
    public static Extracted None { get; } = new([], []);
}

/// <summary>
/// Reads tellings of events from trees: the lexicon's words first, then what stands around them.
/// </summary>
/// <remarks>
/// Stateless after construction and safe for any number of threads, each on a document of its own. Needs <see cref="Layers.Tags"/>
/// and <see cref="Layers.Trees"/>; mentions, places and times are used where they are there. A document without trees gives nothing.
/// </remarks>
public sealed class EventExtractor
{
    private readonly ActLexicon _lexicon;
    private readonly HappeningModel? _happening;

    /// <summary>Makes an extractor over a lexicon of acts.</summary>
    /// <param name="lexicon">The words that tell of acts.</param>
    /// <param name="happening">How likely it is that what a verb tells happened; null goes by the rules alone.</param>
    public EventExtractor(ActLexicon lexicon, HappeningModel? happening = null)
    {
        ArgumentNullException.ThrowIfNull(lexicon);
        _lexicon = lexicon;
        _happening = happening;
    }

    /// <summary>Reads a document.</summary>
    /// <param name="document">The document with its layers.</param>
    /// <param name="attributions">Who says what; may be empty.</param>
    /// <param name="quantities">The numbers of the document; may be empty.</param>
    public Extracted Extract(Document document, IReadOnlyList<Attribution>? attributions = null, IReadOnlyList<Quantity>? quantities = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (!document.Has(Layers.Tags | Layers.Trees) || document.Tokens.Count == 0) return Extracted.None;
        return new DocumentReading(document, _lexicon, _happening, attributions ?? [], quantities ?? []).Read();
    }
}
