using Dateline.Chronology.Extraction;
using Dateline.Text;
using Dateline.Text.Places;
using Dateline.Text.Times;

namespace Dateline.Chronology.Events;

/// <summary>Somebody who takes part.</summary>
/// <param name="Span">The words.</param>
/// <param name="Entity">Index of the entity in the document, or -1.</param>
/// <param name="Code">Actor codes such as “MLI GOV”, several separated by a semicolon; null when not known.</param>
public sealed record Party(TextSpan Span, int Entity, string? Code);

/// <summary>What an event's time rests on.</summary>
public enum TimeBasis : byte
{
    /// <summary>Nothing in the text tells it.</summary>
    Unknown,

    /// <summary>The words give the date.</summary>
    Stated,

    /// <summary>The words count from another time.</summary>
    Relative,

    /// <summary>Told as news of the document's day, without words for it.</summary>
    Document,
}

/// <summary>When an event happened.</summary>
/// <param name="Edtf">EDTF (ISO 8601-2); null when unknown.</param>
/// <param name="Basis">What it rests on.</param>
/// <param name="Span">The words, where there are any.</param>
/// <param name="Bounds">Earliest and latest day.</param>
public sealed record EventTime(string? Edtf, TimeBasis Basis, TextSpan? Span, TimeBounds? Bounds);

/// <summary>
/// One telling of one happening, every field pointing at its words.
/// </summary>
/// <remarks>Immutable. Spans point into the text of the document it was read in.</remarks>
public sealed record EventMention
{
    /// <summary>Unique in its document: “e1”, “e2”, … in text order.</summary>
    public required string Id { get; init; }

    /// <summary>PLOVER event.</summary>
    public required EventKind Kind { get; init; }

    /// <summary>PLOVER mode, such as “seize”; null where none applies.</summary>
    public string? Mode { get; init; }

    /// <summary>PLOVER contexts, such as “military”.</summary>
    public IReadOnlyList<string> Contexts { get; init; } = [];

    /// <summary>CAMEO code, two to four digits.</summary>
    public required string Cameo { get; init; }

    /// <summary>The word or words that name the act.</summary>
    public required TextSpan Trigger { get; init; }

    /// <summary>Who does it. For a reciprocal event all parties.</summary>
    public IReadOnlyList<Party> Actors { get; init; } = [];

    /// <summary>To whom it is done.</summary>
    public IReadOnlyList<Party> Recipients { get; init; } = [];

    /// <summary>Whether several actors do it to each other, as in a meeting or a treaty; then there are no recipients of their own.</summary>
    public bool IsReciprocal { get; init; }

    /// <summary>
    /// Whom it befalls, where both sides are written: what several do to each other each does to the others; but who clashes is told to fight, not to be hit.
    /// </summary>
    public IReadOnlyList<Party> Undergoing => IsReciprocal && Kind is not (EventKind.Assault or EventKind.Threaten) ? Actors : Recipients;

    /// <summary>Where; null when the text does not say.</summary>
    public PlaceMention? Place { get; init; }

    /// <summary>When; null when nothing licenses a time.</summary>
    public EventTime? Time { get; init; }

    /// <summary>With what.</summary>
    public IReadOnlyList<TextSpan> Instruments { get; init; } = [];

    /// <summary>How many.</summary>
    public IReadOnlyList<Quantity> Quantities { get; init; } = [];

    /// <summary>How sure, whether negated, and how it stands to the world.</summary>
    public Factuality Factuality { get; init; }

    /// <summary>Index in <see cref="Reading.Attributions"/> of who says so, or -1 for the outlet itself.</summary>
    public int Attribution { get; init; } = -1;

    /// <summary>The shortest passage that supports the whole record.</summary>
    public required TextSpan Evidence { get; init; }

    /// <summary>Probability that every field is right, between 0 and 1.</summary>
    public double Score { get; init; }

    /// <summary>What the score was made of.</summary>
    internal RecordFeatures Features { get; init; }

    /// <summary>Whether it passes the default threshold of precision.</summary>
    public bool IsShown { get; init; }
}

/// <summary>A claim about what will happen.</summary>
/// <param name="Event">Index in <see cref="Reading.Events"/> of what is foretold, or -1.</param>
/// <param name="Attribution">Index in <see cref="Reading.Attributions"/> of who foretells it, or -1 for the outlet itself.</param>
/// <param name="Evidence">The words.</param>
/// <param name="Due">By when, in EDTF; null when the words give no day.</param>
/// <param name="Certainty">How sure the words are.</param>
public sealed record Foretelling(int Event, int Attribution, TextSpan Evidence, string? Due, Certainty Certainty);
