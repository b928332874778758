using Dateline.Chronology.Claims;
using Dateline.Chronology.Events;
using Dateline.Text;
using Dateline.Text.Mentions;
using Dateline.Text.Times;

namespace Dateline.Storage;

/// <summary>Everything about one event: its tellings and every claim about it, those of superseded readings included.</summary>
/// <param name="Id">Id of the event.</param>
/// <param name="Tellings">Its tellings, current ones first, each with its words.</param>
/// <param name="Claims">All claims, in order of article and text.</param>
/// <param name="Disputes">What the tellings do not agree on.</param>
public sealed record EventView(string Id, IReadOnlyList<ChronologyLine> Tellings, IReadOnlyList<ClaimView> Claims, IReadOnlyList<DisputeView> Disputes)
{
    /// <summary>The independent witnesses of current readings, who told it first before the others; those without a date last.</summary>
    public IReadOnlyList<OriginLine> Origins { get; init; } = [];

    /// <summary>What one outlet told otherwise later, in words of its own: no disagreement.</summary>
    public IReadOnlyList<CorrectionView> Corrections { get; init; } = [];
}

/// <summary>An independent witness of an event.</summary>
/// <param name="First">The article that told it first.</param>
/// <param name="Copies">Articles that repeat its text.</param>
public sealed record OriginLine(ArticleLine First, IReadOnlyList<ArticleLine> Copies);

/// <summary>Something on which the tellings of an event differ.</summary>
/// <param name="Aspect">happened, actor, recipient, place, time or number.</param>
/// <param name="Positions">At least two; none of them wins.</param>
public sealed record DisputeView(string Aspect, IReadOnlyList<PositionView> Positions)
{
    /// <summary>All values of <see cref="Aspect"/>, in the order in which an event is told.</summary>
    public static IReadOnlyList<string> Aspects { get; } = ["happened", "actor", "recipient", "place", "time", "number"];
}

/// <summary>What one outlet told first and told otherwise later.</summary>
/// <param name="Aspect">In the form of <see cref="DisputeView.Aspect"/>.</param>
/// <param name="Outlet">Who corrects himself.</param>
/// <param name="Steps">At least two, in order of publication, each with one claim.</param>
public sealed record CorrectionView(string Aspect, string Outlet, IReadOnlyList<PositionView> Steps);

/// <summary>One position in a dispute.</summary>
/// <param name="Value">What it says, in a form that can be compared.</param>
/// <param name="Claims">Everybody who takes it.</param>
public sealed record PositionView(string Value, IReadOnlyList<PositionLine> Claims);

/// <summary>Somebody's words for a position.</summary>
/// <param name="Words">The words.</param>
/// <param name="Passage">The stretch that supports the telling.</param>
/// <param name="Speaker">Who says so; null for the outlet itself.</param>
/// <param name="Article">Who tells it.</param>
/// <param name="LocalId">The telling's name within its document.</param>
public sealed record PositionLine(Words Words, Words Passage, SpeakerLine? Speaker, ArticleLine Article, string LocalId);

/// <summary>A claim as stored, with its words.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Evidence">Its words.</param>
/// <param name="Passage">The whole passage in which they stand; the span is that of the passage.</param>
/// <param name="Speaker">Who says so; null for the outlet itself.</param>
/// <param name="Party">Who, for a claim that somebody took part; else null.</param>
/// <param name="Article">Who tells it.</param>
/// <param name="IsSuperseded">Whether a newer version or reading has taken its place in the default view.</param>
/// <param name="RecordedAt">When the store took it in.</param>
public sealed record ClaimView(
    Claim Claim, Words Evidence, Words Passage, SpeakerLine? Speaker, PartyLine? Party, ArticleLine Article, bool IsSuperseded, DateTimeOffset RecordedAt);

/// <summary>What a highlight in a text marks.</summary>
public enum HighlightKind
{
    /// <summary>Words for somebody or something.</summary>
    Mention,

    /// <summary>A time.</summary>
    Time,

    /// <summary>A place.</summary>
    Place,

    /// <summary>Words for who says something.</summary>
    Speaker,

    /// <summary>Words that make an attribution.</summary>
    Cue,

    /// <summary>What somebody is said to say.</summary>
    Content,

    /// <summary>Words that name an act.</summary>
    Trigger,

    /// <summary>The evidence of an event.</summary>
    Evidence,

    /// <summary>The words of a prediction.</summary>
    Prediction,
}

/// <summary>A stretch of an article's text with what was read in it. Highlights may nest and cross.</summary>
/// <param name="Span">Where.</param>
/// <param name="Kind">What it marks.</param>
/// <param name="Reference">Key of the entity, gazetteer id, EDTF, id of the event, or null.</param>
/// <param name="Label">What to say of it: a name, a date, a kind of event; null when there is nothing to say.</param>
/// <param name="MentionKind">For mentions: what kind of thing; else <see cref="MentionKind.Other"/>.</param>
/// <param name="Index">For speaker, cue and content: the index of the attribution; for the others their order of their kind.</param>
public sealed record Highlight(TextSpan Span, HighlightKind Kind, string? Reference, string? Label, MentionKind MentionKind, int Index);

/// <summary>An entity as one document has it.</summary>
/// <param name="Key">Key across documents.</param>
/// <param name="Name">The fullest name in the document.</param>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Code">Actor codes.</param>
/// <param name="Country">ISO 3166-1 alpha-3.</param>
/// <param name="Sector">PLOVER sector.</param>
/// <param name="Mentions">How often the document speaks of it.</param>
public sealed record EntityLine(string Key, string Name, MentionKind Kind, string? Code, string? Country, string? Sector, int Mentions);

/// <summary>A prediction in one document.</summary>
/// <param name="Evidence">The words.</param>
/// <param name="Due">By when, in EDTF; null when the words give no day.</param>
/// <param name="Certainty">How sure the words are.</param>
/// <param name="Speaker">Who foretells; null for the outlet itself.</param>
/// <param name="EventId">Id of the event that is foretold; null when none was read.</param>
/// <param name="Article">Who tells it.</param>
public sealed record PredictionLine(Words Evidence, string? Due, Certainty Certainty, SpeakerLine? Speaker, string? EventId, ArticleLine Article)
{
    /// <summary>Its public id, made from the text and where the words stand.</summary>
    public string Id => PredictionReader.IdOf(Article.TextSha256, Evidence.Span);

    /// <summary>When the store took it in; only in lists of predictions.</summary>
    public DateTimeOffset RecordedAt { get; init; }
}

/// <summary>One version of an article and what the latest reading found in it.</summary>
public sealed record ArticleView
{
    /// <summary>The article's line.</summary>
    public required ArticleLine Article { get; init; }

    /// <summary>The text.</summary>
    public required string Text { get; init; }

    /// <summary>Headline, paragraphs and the rest, in order.</summary>
    public required IReadOnlyList<Passage> Passages { get; init; }

    /// <summary>What to mark in the text: by start, the longer first.</summary>
    public required IReadOnlyList<Highlight> Highlights { get; init; }

    /// <summary>Entities the document speaks of, the most spoken of first.</summary>
    public required IReadOnlyList<EntityLine> Entities { get; init; }

    /// <summary>Times in text order.</summary>
    public required IReadOnlyList<TimeExpression> Times { get; init; }

    /// <summary>Attributions in text order.</summary>
    public required IReadOnlyList<SpeakerLine> Attributions { get; init; }

    /// <summary>Events in text order, those below the threshold included.</summary>
    public required IReadOnlyList<ChronologyLine> Events { get; init; }

    /// <summary>Predictions in text order.</summary>
    public required IReadOnlyList<PredictionLine> Predictions { get; init; }

    /// <summary>What the readers had to say, those of the format first.</summary>
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }

    /// <summary>Which rule gave the date.</summary>
    public string? PublishedBasis { get; init; }

    /// <summary>Every date that some rule proposed.</summary>
    public IReadOnlyList<DateCandidate> PublishedCandidates { get; init; } = [];

    /// <summary>Categories and tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>What of the input was not understood.</summary>
    public string? Remainder { get; init; }

    /// <summary>The bytes it was made from.</summary>
    public required CaptureLine Capture { get; init; }

    /// <summary>All versions of the article, by number.</summary>
    public required IReadOnlyList<VersionLine> Versions { get; init; }

    /// <summary>When the reading was taken in.</summary>
    public required DateTimeOffset RecordedAt { get; init; }
}

/// <summary>A version of an article.</summary>
/// <param name="Number">From 1, in the order taken in.</param>
/// <param name="Title">The headline.</param>
/// <param name="TextSha256">SHA-256 of the text.</param>
/// <param name="SeenAt">When its bytes were seen.</param>
/// <param name="RecordedAt">When the store took it in.</param>
/// <param name="IsLatest">Whether it is the one that the default view shows.</param>
public sealed record VersionLine(int Number, string? Title, string TextSha256, DateTimeOffset SeenAt, DateTimeOffset RecordedAt, bool IsLatest);

/// <summary>Captured bytes, without the bytes.</summary>
/// <param name="Sha256">SHA-256 of the bytes, lower-case hexadecimal.</param>
/// <param name="Length">Number of bytes.</param>
/// <param name="Name">The input they came in as.</param>
/// <param name="Url">Where they were fetched from.</param>
/// <param name="MediaType">Media type.</param>
/// <param name="SeenAt">When they were seen.</param>
public sealed record CaptureLine(string Sha256, long Length, string Name, string? Url, string? MediaType, DateTimeOffset SeenAt);
