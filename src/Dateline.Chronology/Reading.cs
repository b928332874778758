using Dateline.Chronology.Events;
using Dateline.Text;

namespace Dateline.Chronology;

/// <summary>
/// All that was read in one article: its document and the tellings, attributions and predictions in it.
/// </summary>
/// <remarks>Immutable after construction and safe to share.</remarks>
/// <param name="Article">The article as taken in.</param>
/// <param name="Document">Its text with all layers.</param>
/// <param name="Attributions">Who says what, in text order.</param>
/// <param name="Events">What is told, in text order.</param>
/// <param name="Predictions">What is foretold, in text order.</param>
public sealed record Reading(
    Article Article,
    Document Document,
    IReadOnlyList<Attribution> Attributions,
    IReadOnlyList<EventMention> Events,
    IReadOnlyList<Foretelling> Predictions);
