using System.Text.Json.Serialization;
using Dateline.Chronology.Events;
using Dateline.Text;
using Dateline.Text.Places;

namespace Dateline.Chronology.Gathering;

/// <summary>Somebody who takes part in a telling, comparable across documents.</summary>
/// <param name="Key">Equal for the same somebody in any document: a lexicon's key, or the folded name or noun.</param>
/// <param name="Name">The fullest name known.</param>
/// <param name="Text">The words as they stand.</param>
/// <param name="Code">Actor codes; null when not known.</param>
/// <param name="IsNamed">Whether a name or a lexicon's entity stands behind it, rather than a noun such as “gunmen”.</param>
public sealed record TellingParty(string Key, string Name, string Text, string? Code, bool IsNamed)
{
    /// <summary>The three-letter block of the first code, such as MLI; null without a code.</summary>
    public string? Block => Code is { Length: >= 3 } code ? code[..3] : null;
}

/// <summary>A number in a telling, comparable across documents.</summary>
/// <param name="What">Equal for numbers that count the same: a kind such as “killed”, or unit and counted noun.</param>
/// <param name="Low">Least it can be; null when open.</param>
/// <param name="High">Most it can be; null when open.</param>
/// <param name="Value">The number where the words give one.</param>
/// <param name="Text">The words.</param>
/// <param name="Begin">First code point of the words.</param>
/// <param name="End">Code point after the words.</param>
/// <param name="Span">The words, in UTF-16 code units.</param>
public sealed record TellingNumber(string What, double? Low, double? High, double? Value, string Text, int Begin, int End, TextSpan Span);

/// <summary>
/// One telling of a happening, freed from its document: what is compared when tellings are gathered into events.
/// </summary>
/// <remarks>Immutable. Holds no text but the few words it quotes, so that a large store can be gathered in memory.</remarks>
public sealed record Telling
{
    /// <summary>The article's id.</summary>
    public required string Document { get; init; }

    /// <summary>The event mention's id in its document.</summary>
    public required string Id { get; init; }

    /// <summary>The outlet; null when not known.</summary>
    public string? Outlet { get; init; }

    /// <summary>Day of publication; null when not known.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>PLOVER event.</summary>
    public required EventKind Kind { get; init; }

    /// <summary>Whether <see cref="Kind"/> is known; without, kinds are not compared.</summary>
    public bool IsCoded { get; init; } = true;

    /// <summary>PLOVER mode; null where none applies.</summary>
    public string? Mode { get; init; }

    /// <summary>PLOVER contexts.</summary>
    public IReadOnlyList<string> Contexts { get; init; } = [];

    /// <summary>CAMEO code.</summary>
    public required string Cameo { get; init; }

    /// <summary>
    /// Stems of the words that name the act, ascending: “attack”, “seiz”; where words alone say what happened, the families they belong to after
    /// them: “~attack”.
    /// </summary>
    public required IReadOnlyList<string> Stems { get; init; }

    /// <summary>The words that name the act.</summary>
    public required string Text { get; init; }

    /// <summary>First code point of <see cref="Text"/> in its document.</summary>
    public required int Begin { get; init; }

    /// <summary>Code point after <see cref="Text"/>.</summary>
    public required int End { get; init; }

    /// <summary>The same in UTF-16 code units.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Who does it.</summary>
    public IReadOnlyList<TellingParty> Actors { get; init; } = [];

    /// <summary>To whom it is done.</summary>
    public IReadOnlyList<TellingParty> Recipients { get; init; } = [];

    /// <summary>Where; null when not told or in no gazetteer.</summary>
    public GazetteerPlace? Place { get; init; }

    /// <summary>The place in the text's words.</summary>
    public string? PlaceText { get; init; }

    /// <summary>The one town that its sentence names, where the act itself is told of no place or of a whole country; null otherwise.</summary>
    public GazetteerPlace? OnlyTown { get; init; }

    /// <summary>Whether it stands where an article tells its news: in the headline or the first sentence of the text.</summary>
    public bool IsLead { get; init; }

    /// <summary>When, in EDTF; null when not known.</summary>
    public string? Edtf { get; init; }

    /// <summary>Earliest day it can have been, as a day number; <see cref="int.MinValue"/> when open.</summary>
    public int Low { get; init; } = int.MinValue;

    /// <summary>Latest day it can have been, as a day number; <see cref="int.MaxValue"/> when open.</summary>
    public int High { get; init; } = int.MaxValue;

    /// <summary>Whether the text itself dates it, as against the day of the document or nothing at all.</summary>
    public bool IsDated { get; init; }

    /// <summary>How many.</summary>
    public IReadOnlyList<TellingNumber> Numbers { get; init; } = [];

    /// <summary>How it is told.</summary>
    public Factuality Factuality { get; init; }

    /// <summary>Who says so, in the text's words; null for the outlet itself.</summary>
    public string? Speaker { get; init; }

    /// <summary>Hashes of the content words of its sentence, ascending, without doubles.</summary>
    public IReadOnlyList<int> Context { get; init; } = [];

    /// <summary>Hashes of the words by which its document's matter is known, ascending; the same list for all tellings of a document.</summary>
    [JsonIgnore]
    public IReadOnlyList<int> Matter { get; init; } = [];

    /// <summary>Probability that the telling is read right.</summary>
    public double Score { get; init; }

    /// <summary>Whether it passes the threshold of precision.</summary>
    public bool IsShown { get; init; }

    /// <summary>The order in which tellings are gathered, whatever the order in which they came: by day, document, position.</summary>
    public static int Compare(Telling one, Telling other)
    {
        var order = Nullable.Compare(one.Published, other.Published);
        if (order == 0) order = string.CompareOrdinal(one.Document, other.Document);
        if (order == 0) order = one.Begin.CompareTo(other.Begin);
        return order != 0 ? order : string.CompareOrdinal(one.Id, other.Id);
    }
}
