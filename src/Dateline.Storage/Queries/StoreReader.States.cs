using Dateline.Chronology.Export;
using Dateline.Chronology.Gathering;

namespace Dateline.Storage;

/// <summary>Which states are wanted.</summary>
public sealed record StateQuery
{
    /// <summary>A part of the name of subject or object, in any case; null for all.</summary>
    public string? Name { get; init; }

    /// <summary>Key of an entity that is subject or object; null for all.</summary>
    public string? Entity { get; init; }

    /// <summary>The day in question; null for all states whenever they held.</summary>
    public DateOnly? At { get; init; }

    /// <summary>Whether states that did not hold on the day are wanted too.</summary>
    public bool WithOthers { get; init; }

    /// <summary>Only what the store had taken in, and people had decided, by the end of this day (UTC); null for all it holds.</summary>
    public DateOnly? Known { get; init; }
}

/// <summary>A state with the words that open and close it.</summary>
/// <param name="Fact">The state.</param>
/// <param name="Answer">Whether it held on the day in question; null when no day was asked for.</param>
/// <param name="Openings">Tellings of what began it.</param>
/// <param name="Closings">Tellings of what ended it.</param>
public sealed record StateLine(StateFact Fact, StateAnswer? Answer, IReadOnlyList<ChronologyLine> Openings, IReadOnlyList<ChronologyLine> Closings);

/// <summary>States, and of whom there are any.</summary>
/// <param name="States">The states that were wanted.</param>
/// <param name="Subjects">Names of all of whom a state is told, whatever was wanted, with how many; in alphabetical order.</param>
public sealed record StateList(IReadOnlyList<StateLine> States, IReadOnlyList<Counted> Subjects);

/// <content>States at a date.</content>
public sealed partial class StoreReader
{
    /// <summary>
    /// The states that <paramref name="query"/> wants. With a day, those that did not hold on it are left out unless they are
    /// wanted; those of which nobody says are kept, and said to be unknown.
    /// </summary>
    public StateList States(StateQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var (events, mentionOf) = query.Known is { } known ? EventsKnown(known) : EventsNow(query.Entity);
        var facts = StateFinder.Find(events);
        var lines = new LineReader(_connection);
        var states = new List<StateLine>();
        foreach (var fact in facts)
        {
            if (query.Name is { } name && !Names(fact.Subject, name) && !Names(fact.Object, name)) continue;
            if (query.Entity is { } entity && fact.Subject.Key != entity && fact.Object.Key != entity) continue;
            var answer = query.At is { } day ? fact.On(day) : (StateAnswer?)null;
            if (answer == StateAnswer.DidNotHold && !query.WithOthers) continue;
            states.Add(new StateLine(fact, answer, LinesOf(fact.Openings), LinesOf(fact.Closings)));
        }

        var subjects = facts.GroupBy(fact => Spacing.Level(fact.Subject.Name)).Select(group => new Counted(group.Key, group.Count()));
        return new StateList(states, [.. subjects.OrderBy(subject => subject.Name, StringComparer.OrdinalIgnoreCase)]);

        IReadOnlyList<ChronologyLine> LinesOf(IReadOnlyList<Event> events) =>
            lines.Read([.. events.SelectMany(happening => happening.Tellings).Where(telling => telling.IsShown).Take(20).Select(mentionOf)]);
    }

    private static bool Names(TellingParty party, string name) =>
        party.Name.Contains(name, StringComparison.OrdinalIgnoreCase) || party.Text.Contains(name, StringComparison.OrdinalIgnoreCase) || party.Key.Equals(name, StringComparison.OrdinalIgnoreCase);

    // What is gathered now, with what people joined, parted and put right; of one entity, the happenings in which it takes part.
    private (IEnumerable<Event> Events, Func<Telling, long> MentionOf) EventsNow(string? entity)
    {
        const string Happening = "ifnull(h.happening, e.id)";
        var ofEntity = entity is null ? string.Empty :
            $"""
             AND {Happening} IN (SELECT {Happening} FROM event_party p JOIN entity ON entity.id = p.entity_id JOIN event_mention e ON e.id = p.event_mention_id
              LEFT JOIN happening_telling h ON h.event_mention_id = e.id WHERE entity.key = $entity AND e.is_current = 1 AND e.is_shown = 1)
            """;
        var groups = List(
            $"""
            SELECT e.id, {Happening} FROM event_mention e LEFT JOIN happening_telling h ON h.event_mention_id = e.id
            WHERE e.is_current = 1 AND e.is_shown = 1{ofEntity}
            """,
            row => (Mention: row.GetInt64(0), Happening: row.GetString(1)), ("$entity", entity)).GroupBy(row => row.Happening, row => row.Mention).Select(group => group.ToList()).ToList();
        var reader = new GatheringReader(_connection, Horizon.Now);
        var tellings = reader.Tellings(groups.SelectMany(group => group));
        var decided = new GatheringDecisions(_connection, ReviewRows.Load(_connection, _blindTo is null ? long.MaxValue : 0), new AnchorFinder(_connection)).Decide(groups, tellings);
        var origins = decided.SelectMany(group => group).Select(telling => telling.Document).Distinct().Select(document => new Origin(document, [document])).ToList();
        return (EventMaker.EventsOf(decided, origins), reader.MentionOf);
    }

    private (IEnumerable<Event> Events, Func<Telling, long> MentionOf) EventsKnown(DateOnly day)
    {
        var known = KnownChronology.Load(_connection, HorizonOf(day));
        return (known.Events, known.MentionOf);
    }
}
