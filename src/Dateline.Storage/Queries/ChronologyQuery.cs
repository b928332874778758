using Dateline.Chronology.Events;
using Dateline.Chronology.Reviews;
using Dateline.Text;
using Dateline.Text.Mentions;
using Dateline.Text.Places;
using Dateline.Text.Times;

namespace Dateline.Storage;

/// <summary>From which end a chronology is read.</summary>
public enum ChronologyOrder
{
    /// <summary>As it happened; what has no date comes last.</summary>
    OldestFirst,

    /// <summary>The latest first; what has no date comes last here too.</summary>
    NewestFirst,
}

/// <summary>How two who take part in one event stand to each other.</summary>
public enum Standpoint
{
    /// <summary>However they do.</summary>
    Any,

    /// <summary>The first does it, the second is done to.</summary>
    Doing,

    /// <summary>The first is done to, the second does it.</summary>
    DoneTo,

    /// <summary>One does it and the other is done to.</summary>
    Facing,

    /// <summary>Both do it, or both are done to.</summary>
    Beside,
}

/// <summary>How exactly the days of an event are known.</summary>
public enum Dating
{
    /// <summary>However exactly, or not at all.</summary>
    Any,

    /// <summary>All days on which it may have happened lie within the days asked for.</summary>
    Within,

    /// <summary>Nothing is known of when.</summary>
    Unknown,
}

/// <summary>
/// What of a chronology is wanted. The default value wants all that is shown by default, as it happened.
/// </summary>
/// <remarks>
/// Filters narrow each other; several values of one filter widen it. Equality is by value save for the lists. Only
/// current readings of the latest version of each article take part.
/// </remarks>
public sealed record ChronologyQuery
{
    /// <summary>Somebody who takes part: an entity's key exactly, an actor code such as “MLI” or “MLI GOV”, or a part of a name in any case and without accents, or another name that articles use, such as an acronym.</summary>
    public string? Actor { get; init; }

    /// <summary>Somebody else who takes part, in the form of <see cref="Actor"/>; null for anybody. Only together with <see cref="Actor"/>.</summary>
    public string? With { get; init; }

    /// <summary>How <see cref="Actor"/> stands to <see cref="With"/>.</summary>
    public Standpoint Standpoint { get; init; }

    /// <summary>Where <see cref="Actor"/> must stand: true for the doer, false for the one done to, null for either.</summary>
    public bool? ActorActs { get; init; }

    /// <summary>Where: a gazetteer id exactly, a country's three-letter code, or a part of the place's or region's name.</summary>
    public string? Place { get; init; }

    /// <summary>What kinds; empty for all.</summary>
    public IReadOnlyList<EventKind> Kinds { get; init; } = [];

    /// <summary>PLOVER mode exactly.</summary>
    public string? Mode { get; init; }

    /// <summary>Keys or names of outlets; empty for all.</summary>
    public IReadOnlyList<string> Outlets { get; init; } = [];

    /// <summary>Language of the article, BCP 47 primary subtag.</summary>
    public string? Language { get; init; }

    /// <summary>Only what may have happened on these days; what has no date is then left out. The default is open on both sides and leaves nothing out.</summary>
    public TimeBounds When { get; init; }

    /// <summary>How exactly its days are known.</summary>
    public Dating Dating { get; init; }

    /// <summary>Only what may have happened in several such units of time, or on days that are not asked for; null leaves nothing out.</summary>
    public DensityUnit? VaguerThan { get; init; }

    /// <summary>Words in the passage that tells it, in the form of <see cref="TextQuery"/>.</summary>
    public string? Text { get; init; }

    /// <summary>Id of one article; null for all.</summary>
    public string? Article { get; init; }

    /// <summary>Id of one event; null for all.</summary>
    public string? Event { get; init; }

    /// <summary>Only what accounts do not agree on: the aspect of a <see cref="DisputeView"/>, or “any”; null for all.</summary>
    public string? Disputed { get; init; }

    /// <summary>Only what at least so many independent origins tell; 0 and 1 leave nothing out.</summary>
    public int Origins { get; init; }

    /// <summary>Whether tellings below the threshold of precision are wanted too.</summary>
    public bool WithHidden { get; init; }

    /// <summary>
    /// Whether one telling stands for all tellings of a happening: the fullest of those that pass every filter but the days. The days
    /// are asked of that one alone, so that each happening has one place in time.
    /// </summary>
    public bool IsGathered { get; init; }

    /// <summary>From which end.</summary>
    public ChronologyOrder Order { get; init; }

    /// <summary>Lines on one page, 1 to 500.</summary>
    public int Limit { get; init; } = 50;

    /// <summary><see cref="ChronologyPage.Next"/> of the page before; null for the first page. What is no cursor counts as null.</summary>
    public string? Cursor { get; init; }
}

/// <summary>A stretch of a chronology.</summary>
/// <param name="Lines">The lines, in order.</param>
/// <param name="Total">How many lines all pages have together.</param>
/// <param name="Next">Cursor for the next page; null on the last one. Stable while articles are added: no line comes twice.</param>
public sealed record ChronologyPage(IReadOnlyList<ChronologyLine> Lines, int Total, string? Next);

/// <summary>Words read from a stored text.</summary>
/// <param name="Span">Where they stand, in UTF-16 code units of the article's text.</param>
/// <param name="Text">The words.</param>
public sealed record Words(TextSpan Span, string Text);

/// <summary>Somebody who takes part in an event, as one document tells it.</summary>
/// <param name="Words">The words for him.</param>
/// <param name="Key">The entity's key across documents; null when the words stand for nobody in particular.</param>
/// <param name="Name">The entity's fullest name in the document; null with <paramref name="Key"/>.</param>
/// <param name="Kind">What kind of entity.</param>
/// <param name="Code">Actor codes such as “MLI GOV”, several separated by a semicolon; null when not known.</param>
public sealed record PartyLine(Words Words, string? Key, string? Name, MentionKind Kind, string? Code);

/// <summary>Where an event happened, as one document tells it.</summary>
/// <param name="Words">The words.</param>
/// <param name="Place">The place; null when the gazetteer does not know it.</param>
/// <param name="IsMetonymic">Whether the name stands for a body rather than the ground.</param>
/// <param name="Alternatives">Other places of that name, best first; only where one event or one article is asked for.</param>
public sealed record PlaceLine(Words Words, GazetteerPlace? Place, bool IsMetonymic, IReadOnlyList<GazetteerPlace> Alternatives);

/// <summary>How many, as one document tells it.</summary>
/// <param name="Words">The words, unit and counted noun included.</param>
/// <param name="Quantity">The number; its spans point into the same text.</param>
public sealed record QuantityLine(Words Words, Quantity Quantity);

/// <summary>Who says so.</summary>
/// <param name="Words">The words for who says it; null when nobody is named.</param>
/// <param name="Cue">The words that make it an attribution; null when there are none.</param>
/// <param name="Key">The speaker's key across documents; null when not known.</param>
/// <param name="Name">The speaker's fullest name in the document; null with <paramref name="Key"/>.</param>
/// <param name="Form">How it is given.</param>
/// <param name="Within">Who is said to say so: the attribution that this one is part of; null for none.</param>
public sealed record SpeakerLine(Words? Words, Words? Cue, string? Key, string? Name, AttributionForm Form, SpeakerLine? Within);

/// <summary>The article that tells something.</summary>
/// <param name="Id">Public id of the article.</param>
/// <param name="Version">Number of its version, from 1.</param>
/// <param name="TextSha256">SHA-256 of the version's text, lower-case hexadecimal.</param>
/// <param name="Title">The headline.</param>
/// <param name="Url">The canonical address.</param>
/// <param name="Outlet">Who published it first.</param>
/// <param name="Via">Who re-published it.</param>
/// <param name="Byline">The authors.</param>
/// <param name="Published">Publication as given: ISO 8601.</param>
/// <param name="Language">BCP 47 primary subtag.</param>
public sealed record ArticleLine(
    string Id, int Version, string TextSha256, string? Title, string? Url, string? Outlet, string? Via, string? Byline, string? Published, string Language);

/// <summary>One telling of one event with all that a line of a chronology shows.</summary>
/// <remarks>All words are read from the stored text when the line is made.</remarks>
public sealed record ChronologyLine
{
    /// <summary>Id of the event.</summary>
    public required string EventId { get; init; }

    /// <summary>Its name within its document: “e1”, “e2”, ….</summary>
    public required string LocalId { get; init; }

    /// <summary>PLOVER event.</summary>
    public required EventKind Kind { get; init; }

    /// <summary>PLOVER mode; null where none applies.</summary>
    public string? Mode { get; init; }

    /// <summary>PLOVER contexts.</summary>
    public IReadOnlyList<string> Contexts { get; init; } = [];

    /// <summary>CAMEO code.</summary>
    public required string Cameo { get; init; }

    /// <summary>When; null when nothing licenses a time.</summary>
    public EventTime? Time { get; init; }

    /// <summary>Who does it.</summary>
    public IReadOnlyList<PartyLine> Actors { get; init; } = [];

    /// <summary>To whom it is done.</summary>
    public IReadOnlyList<PartyLine> Recipients { get; init; } = [];

    /// <summary>Where; null when the text does not say.</summary>
    public PlaceLine? Place { get; init; }

    /// <summary>With what.</summary>
    public IReadOnlyList<Words> Instruments { get; init; } = [];

    /// <summary>How many.</summary>
    public IReadOnlyList<QuantityLine> Quantities { get; init; } = [];

    /// <summary>How sure, whether negated, how it stands to the world.</summary>
    public Factuality Factuality { get; init; }

    /// <summary>Who says so; null for the outlet itself.</summary>
    public SpeakerLine? Speaker { get; init; }

    /// <summary>The words that name the act.</summary>
    public required Words Trigger { get; init; }

    /// <summary>The shortest passage that supports the whole line.</summary>
    public required Words Evidence { get; init; }

    /// <summary>Who tells it.</summary>
    public required ArticleLine Article { get; init; }

    /// <summary>Probability that every field is right.</summary>
    public double Score { get; init; }

    /// <summary>Whether it passes the default threshold of precision.</summary>
    public bool IsShown { get; init; }

    /// <summary>Tellings of the same happening, this one included; 1 until tellings are gathered.</summary>
    public int Tellings { get; init; } = 1;

    /// <summary>Independent origins among these tellings.</summary>
    public int Origins { get; init; } = 1;

    /// <summary>What these tellings do not agree on: happened, actor, recipient, place, time, number.</summary>
    public IReadOnlyList<string> Disputed { get; init; } = [];

    /// <summary>Whether a newer version or reading has taken its place.</summary>
    public bool IsSuperseded { get; init; }

    /// <summary>What a person has decided of it: accept, reject or withdraw; null when nobody has.</summary>
    public ReviewAct? Verdict { get; init; }

    /// <summary>Fields that a person has put right, in alphabetical order: actor, kind, number, place, recipient, time.</summary>
    public IReadOnlyList<string> Corrected { get; init; } = [];

    /// <summary>When the store took it in.</summary>
    public DateTimeOffset RecordedAt { get; init; }
}
