using Dateline.Chronology.Events;
using Dateline.Text.Times;

namespace Dateline.Chronology.Gathering;

/// <summary>
/// Finds the states that events open and close: suspensions, memberships, sanctions, control of places.
/// </summary>
/// <remarks>Only asserted events with a name on both sides count. Stateless and thread-safe.</remarks>
public static class StateFinder
{
    private const string Igo = "IGO";

    private static readonly string[] Sanctions = ["sanction", "embargo", "penalt", "restriction"];
    private static readonly string[] Leaving = ["withdraw", "withdrew", "quit", "leav", "left", "exit", "retir", "quitt"];
    private static readonly string[] Joining = ["join", "acced", "accession", "admit", "adher", "rejoin"];
    private static readonly string[] Territories = ["town", "city", "village", "capital", "area", "region", "province", "district", "ville", "capitale", "région", "localité", "zone"];
    private static readonly string[] Readmitting = ["reinstat", "readmit", "reintegr", "réintegr"];

    /// <summary>The states of all events, in order of subject, relation, object and beginning.</summary>
    public static List<StateFact> Find(IEnumerable<Event> events)
    {
        var changes = events.Where(happening => happening.IsShown && happening.Tellings.Any(telling => telling.Factuality.IsAsserted)).SelectMany(ChangesOf);
        return [.. changes
            .GroupBy(change => (change.Subject.Key, change.Relation, change.Object.Key))
            .SelectMany(group => Pair([.. group.OrderBy(change => DayOf(change.Event)).ThenBy(change => change.IsOpening ? 0 : 1)]))
            .OrderBy(fact => fact.Subject.Name, StringComparer.OrdinalIgnoreCase).ThenBy(fact => fact.Relation)
            .ThenBy(fact => fact.Object.Name, StringComparer.OrdinalIgnoreCase).ThenBy(fact => fact.Start?.First ?? DateOnly.MinValue)];
    }

    private static IEnumerable<Change> ChangesOf(Event happening)
    {
        var actors = Named(happening.Actors);
        var recipients = Named(happening.Recipients);
        switch (happening)
        {
            case { Kind: EventKind.Sanction, Mode: "expel" }:
                foreach (var (by, whom) in Each(actors, recipients))
                {
                    if (IsBody(by)) yield return new Change(whom, StateRelation.Suspended, by, happening, true);
                }

                break;
            case { Kind: EventKind.Sanction or EventKind.Retreat or EventKind.Reject } when Says(happening, Leaving):
                foreach (var (who, body) in Each(actors, recipients))
                {
                    if (IsBody(body)) yield return new Change(who, StateRelation.Member, body, happening, false);
                }

                break;
            case { Kind: EventKind.Sanction or EventKind.Coerce } when Says(happening, Sanctions):
                foreach (var (by, whom) in Each(actors, recipients)) yield return new Change(whom, StateRelation.Sanctioned, by, happening, true);
                break;
            case { Kind: EventKind.Retreat or EventKind.Concede, Cameo: var cameo } when cameo.StartsWith("085", StringComparison.Ordinal) || Says(happening, Sanctions):
                foreach (var (by, whom) in Each(actors, recipients)) yield return new Change(whom, StateRelation.Sanctioned, by, happening, false);
                break;
            case { Kind: EventKind.Retreat or EventKind.Concede or EventKind.Cooperate or EventKind.Support } when Says(happening, Readmitting):
                foreach (var (by, whom) in Each(actors, recipients)) yield return new Change(whom, StateRelation.Suspended, by, happening, false);
                break;
            case { Kind: EventKind.Cooperate or EventKind.Support or EventKind.Agree } when Says(happening, Joining):
                foreach (var (who, body) in Each(actors, recipients))
                {
                    if (IsBody(body)) yield return new Change(who, StateRelation.Member, body, happening, true);
                }

                break;
            case { Kind: EventKind.Coerce, Mode: "seize", Cameo: "192", Place: { } place } when happening.Place.Precision <= Text.Places.PlacePrecision.District:
                // “took the Tarba mine near Sikasso”: the mine is held, not the town.
                var held = TakesPlace(happening, place) ? [new TellingParty(place.GazetteerId, place.Name, place.Name, null, true)] : recipients;
                foreach (var (who, what) in Each(actors, held)) yield return new Change(who, StateRelation.Controls, what, happening, true);
                break;
        }
    }

    // A country stands for its government where one account names the one and another the other.
    private static List<TellingParty> Named(IReadOnlyList<TellingParty> parties) =>
        [.. parties.Where(party => party.IsNamed && !(party.Code is [_, _, _, ' ', 'G', 'O', 'V'] && parties.Any(country => country.Code == party.Block)))];

    private static IEnumerable<(TellingParty, TellingParty)> Each(List<TellingParty> left, List<TellingParty> right) =>
        from one in left from other in right where one.Key != other.Key select (one, other);

    private static bool TakesPlace(Event happening, Text.Places.GazetteerPlace place) =>
        happening.Recipients.Count == 0 || happening.Recipients.Any(party => party.Key == place.GazetteerId || party.Name.Contains(place.Name, StringComparison.OrdinalIgnoreCase)
            || happening.Tellings.Any(telling => telling.PlaceText is { } words && IsTerritory(party.Text, words)));

    // “the town of Tarba” and “Tarba”, not “the mine of Tarba”.
    private static bool IsTerritory(string text, string place) =>
        text.EndsWith(place, StringComparison.OrdinalIgnoreCase) && (text.Length == place.Length || Array.Exists(Territories, word => text.Contains(word, StringComparison.OrdinalIgnoreCase)));

    // Stems of tellings have lost their endings, “sanction” too: a known word is met as it begins, or cut in the same way.
    private static bool Says(Event happening, string[] words) =>
        happening.Tellings.Any(telling => telling.Stems.Any(stem => words.Any(word => stem.StartsWith(word, StringComparison.Ordinal) || stem == Stem.Of(word))));

    private static bool IsBody(TellingParty party) => party.Code?.Contains(Igo, StringComparison.Ordinal) == true;

    private static DateOnly DayOf(Event happening) => happening.Bounds?.First ?? happening.Bounds?.Last ?? DateOnly.MaxValue;

    // An opening holds until the next closing. A closing without an opening says that it had held; two openings, that it went on.
    private static IEnumerable<StateFact> Pair(List<Change> changes)
    {
        List<Event> openings = [], closings = [];
        foreach (var change in changes)
        {
            if (change.IsOpening && closings.Count > 0)
            {
                yield return Make(changes[0], openings, closings);
                (openings, closings) = ([], []);
            }

            (change.IsOpening ? openings : closings).Add(change.Event);
        }

        yield return Make(changes[0], openings, closings);
    }

    private static StateFact Make(Change change, List<Event> openings, List<Event> closings) => new(
        change.Subject, change.Relation, change.Object, BoundsOf(openings), BoundsOf(closings), openings, closings);

    private static TimeBounds? BoundsOf(List<Event> events) => events.Find(happening => happening.Bounds is { First: not null, Last: not null })?.Bounds;

    private sealed record Change(TellingParty Subject, StateRelation Relation, TellingParty Object, Event Event, bool IsOpening);
}
