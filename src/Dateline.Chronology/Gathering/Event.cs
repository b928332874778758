using Dateline.Chronology.Events;
using Dateline.Text;
using Dateline.Text.Places;
using Dateline.Text.Times;

namespace Dateline.Chronology.Gathering;

/// <summary>
/// What happened, gathered from all its tellings. Says nothing of its own: every field is a view of the tellings.
/// </summary>
/// <param name="Id">Made from its earliest telling; stays while that telling stays the earliest.</param>
/// <param name="Tellings">All tellings, in order of publication.</param>
/// <param name="Kind">The PLOVER event that most tellings give, the surer ones first.</param>
/// <param name="Mode">PLOVER mode, from the same tellings.</param>
/// <param name="Contexts">PLOVER contexts of all tellings.</param>
/// <param name="Cameo">The finest CAMEO code of the tellings of that kind.</param>
/// <param name="Edtf">When, as the most exact telling has it; null when no telling says.</param>
/// <param name="Bounds">The days on which the dated tellings agree.</param>
/// <param name="Place">Where, as the most exact telling has it.</param>
/// <param name="Actors">Who does it, each once.</param>
/// <param name="Recipients">To whom it is done, each once.</param>
/// <param name="Origins">The independent witnesses, the first to tell it first.</param>
/// <param name="Disputes">What the tellings do not agree on.</param>
public sealed record Event(
    string Id,
    IReadOnlyList<Telling> Tellings,
    EventKind Kind,
    string? Mode,
    IReadOnlyList<string> Contexts,
    string Cameo,
    string? Edtf,
    TimeBounds? Bounds,
    GazetteerPlace? Place,
    IReadOnlyList<TellingParty> Actors,
    IReadOnlyList<TellingParty> Recipients,
    IReadOnlyList<Origin> Origins,
    IReadOnlyList<Dispute> Disputes)
{
    /// <summary>The best telling's probability of being right.</summary>
    public double Score => Tellings.Max(telling => telling.Score);

    /// <summary>The telling that stands for all: the fullest account that may be shown.</summary>
    public Telling Lead => Tellings
        .OrderByDescending(telling => telling.IsShown)
        .ThenByDescending(telling => telling.Actors.Count > 0 && telling.Recipients.Count > 0)
        .ThenByDescending(telling => telling.IsDated)
        .ThenByDescending(telling => telling.Score)
        .First();

    /// <summary>Whether any of its tellings has a kind; without, <see cref="Kind"/> says nothing.</summary>
    public bool IsCoded => Tellings.Any(telling => telling.IsCoded);

    /// <summary>Whether any of its tellings passes the threshold of precision.</summary>
    public bool IsShown => Tellings.Any(telling => telling.IsShown);
}

/// <summary>Something on which accounts of one event differ. No position wins.</summary>
/// <param name="Event">The event's id.</param>
/// <param name="Aspect">happened, actor, place, time or number.</param>
/// <param name="Positions">At least two.</param>
public sealed record Dispute(string Event, string Aspect, IReadOnlyList<Position> Positions);

/// <summary>One position in a dispute, with everybody who takes it.</summary>
/// <param name="Value">What the position says, in a form that can be compared: a number or range, an EDTF date, a place with its region and country, names.</param>
/// <param name="Text">The same in the words of its first claim.</param>
/// <param name="Claims">The claims.</param>
/// <param name="Origins">How many independent origins take it.</param>
public sealed record Position(string Value, string Text, IReadOnlyList<PositionClaim> Claims, int Origins);

/// <summary>Somebody's words for a position.</summary>
/// <param name="Telling">The telling that holds them.</param>
/// <param name="Begin">First code point of the words in the document.</param>
/// <param name="End">Code point after the words.</param>
/// <param name="Text">The words.</param>
/// <param name="Span">The words, in UTF-16 code units.</param>
public sealed record PositionClaim(Telling Telling, int Begin, int End, string Text, TextSpan Span);
