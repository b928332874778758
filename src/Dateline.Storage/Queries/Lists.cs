using Dateline.Text;
using Dateline.Text.Mentions;

namespace Dateline.Storage;

/// <summary>Which of a list's entries are wanted.</summary>
public sealed record ListQuery
{
    /// <summary>A part of the name or title, in any case and without accents; null for all.</summary>
    public string? Name { get; init; }

    /// <summary>Key or name of an outlet; null for all. Only for lists of articles.</summary>
    public string? Outlet { get; init; }

    /// <summary>BCP 47 primary subtag; null for all. Only for lists of articles.</summary>
    public string? Language { get; init; }

    /// <summary>Key of an entity that the article speaks of; null for all. Only for lists of articles.</summary>
    public string? Entity { get; init; }

    /// <summary>What kind; null for all. Only for lists of actors.</summary>
    public MentionKind? Kind { get; init; }

    /// <summary>Entries on one page, 1 to 500.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>The page before's <c>Next</c>; null for the first page. What is no cursor counts as null.</summary>
    public string? Cursor { get; init; }
}

/// <summary>A stretch of a list.</summary>
/// <typeparam name="T">What it lists.</typeparam>
/// <param name="Entries">The entries, in order.</param>
/// <param name="Total">How many all pages have together.</param>
/// <param name="Next">Cursor for the next page; null on the last one.</param>
public sealed record ListPage<T>(IReadOnlyList<T> Entries, int Total, string? Next);

/// <summary>An article in a list, the latest version and reading of it.</summary>
/// <param name="Article">The article.</param>
/// <param name="Versions">How many versions there are.</param>
/// <param name="Events">How many events are shown by default.</param>
/// <param name="HiddenEvents">How many events are below the threshold.</param>
/// <param name="Diagnostics">How many warnings and errors its readers gave.</param>
/// <param name="RecordedAt">When the reading was taken in.</param>
public sealed record DocumentLine(ArticleLine Article, int Versions, int Events, int HiddenEvents, int Diagnostics, DateTimeOffset RecordedAt);

/// <summary>An input that could not be read.</summary>
/// <param name="Name">The input.</param>
/// <param name="CaptureSha256">SHA-256 of its bytes; null when not even those could be had.</param>
/// <param name="Diagnostic">What is wrong and what to do.</param>
/// <param name="RecordedAt">When it was first tried.</param>
/// <param name="IsReadSince">Whether an article of the same input has been read since.</param>
public sealed record FailedInput(string Name, string? CaptureSha256, Diagnostic Diagnostic, DateTimeOffset RecordedAt, bool IsReadSince);

/// <summary>Somebody who takes part in events, across documents.</summary>
/// <param name="Key">The entity's key.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Code">Actor codes.</param>
/// <param name="Country">ISO 3166-1 alpha-3.</param>
/// <param name="Sector">PLOVER sector.</param>
/// <param name="IsKnown">Whether a lexicon knows it; otherwise it is a name that documents share, not yet one person.</param>
/// <param name="Acts">Shown events in which it acts.</param>
/// <param name="Receives">Shown events that are done to it.</param>
/// <param name="Documents">Articles that speak of it.</param>
public sealed record ActorLine(
    string Key, string Name, MentionKind Kind, string? Code, string? Country, string? Sector, bool IsKnown, int Acts, int Receives, int Documents);

/// <summary>An actor with the names it goes by.</summary>
/// <param name="Actor">The actor.</param>
/// <param name="Names">The names that articles call it by, those of the most articles first; at most 50.</param>
/// <param name="FirstDay">Earliest day of a shown, dated event it takes part in.</param>
/// <param name="LastDay">Latest such day.</param>
/// <param name="Events">Shown events in which it takes part, all tellings of one counted once.</param>
/// <param name="Done">Those in which it does something.</param>
/// <param name="Undergone">Those in which something is done to it.</param>
/// <param name="Partners">Those it meets in shown events, the most common first; at most 20.</param>
public sealed record ActorView(
    ActorLine Actor, IReadOnlyList<NameLine> Names, DateOnly? FirstDay, DateOnly? LastDay, int Events, int Done, int Undergone, IReadOnlyList<ActorPartner> Partners);

/// <summary>A name as articles write it.</summary>
/// <param name="Name">The name, as its first article has it.</param>
/// <param name="Uses">How often it stands in current readings.</param>
/// <param name="Articles">In how many articles.</param>
/// <param name="Outlets">Whose they are, in alphabetical order.</param>
public sealed record NameLine(string Name, int Uses, int Articles, IReadOnlyList<string> Outlets);

/// <summary>Somebody met in events. All tellings of one event count once; an event may count under several heads.</summary>
/// <param name="Key">The entity's key.</param>
/// <param name="Name">Its name.</param>
/// <param name="Events">How many shown events both take part in.</param>
/// <param name="Beside">In how many they stand on the same side.</param>
/// <param name="Cooperation">In how many one of them does something of quad class 1 or 2 to the other.</param>
/// <param name="Conflict">In how many one of them does something of quad class 3 or 4 to the other.</param>
/// <param name="LastDay">The latest day of such an event; null when none is dated.</param>
public sealed record ActorPartner(string Key, string Name, int Events, int Beside, int Cooperation, int Conflict, DateOnly? LastDay);

/// <summary>Something with how often it occurs.</summary>
/// <param name="Name">What.</param>
/// <param name="Count">How often.</param>
public sealed record Counted(string Name, int Count);

/// <summary>An outlet.</summary>
/// <param name="Key">Its key: the name folded.</param>
/// <param name="Name">Its name as first met.</param>
/// <param name="Articles">Articles it published first.</param>
/// <param name="Republished">Articles it re-published from others.</param>
/// <param name="Events">Shown events in its articles.</param>
public sealed record OutletLine(string Key, string Name, int Articles, int Republished, int Events);

/// <summary>A place where events happened.</summary>
/// <param name="GazetteerId">Its id.</param>
/// <param name="Name">Its usual English name.</param>
/// <param name="Country">ISO 3166-1 alpha-3.</param>
/// <param name="Events">Shown events there.</param>
public sealed record PlaceCount(string GazetteerId, string Name, string? Country, int Events);

/// <summary>A passage that a search finds.</summary>
/// <param name="Article">Whose passage it is.</param>
/// <param name="Passage">The passage.</param>
/// <param name="Matches">Where the words searched for stand, in order, as spans of the article's text.</param>
/// <param name="Snippet">The stretch of the passage around the first matches, at most about 300 characters.</param>
public sealed record SearchHit(ArticleLine Article, Words Passage, IReadOnlyList<TextSpan> Matches, Words Snippet);

/// <summary>One working of the program.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Run">The versions it worked with.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="FinishedAt">When it ended; null when it still works or was killed.</param>
/// <param name="Documents">Readings it added.</param>
public sealed record RunLine(long Id, Run Run, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, int Documents);

/// <summary>How much a store holds.</summary>
/// <param name="Captures">Captures.</param>
/// <param name="Articles">Articles.</param>
/// <param name="Versions">Versions of articles.</param>
/// <param name="Documents">Readings, superseded ones included.</param>
/// <param name="Events">Events in current readings that are shown by default.</param>
/// <param name="HiddenEvents">Events in current readings that are not.</param>
/// <param name="Claims">Claims, all that were ever made.</param>
/// <param name="Entities">Entities.</param>
/// <param name="Outlets">Outlets.</param>
/// <param name="FailedInputs">Inputs that could not be read.</param>
/// <param name="Bytes">Size of the file in bytes, without its journal.</param>
/// <param name="SchemaVersion">Number of the latest schema file.</param>
/// <param name="LastRecordedAt">When something was last taken in; null for an empty store.</param>
public sealed record StoreCounts(
    int Captures, int Articles, int Versions, int Documents, int Events, int HiddenEvents, int Claims, int Entities, int Outlets, int FailedInputs,
    long Bytes, int SchemaVersion, DateTimeOffset? LastRecordedAt);
