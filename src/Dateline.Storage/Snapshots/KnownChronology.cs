using Dateline.Chronology.Gathering;
using Microsoft.Data.Sqlite;

namespace Dateline.Storage;

/// <summary>
/// The chronology as a store knew it at a horizon: gathered anew from the readings that were current and the decisions
/// that were in force. Since gathering depends on nothing else, nothing but numbers need be kept to know it again.
/// </summary>
/// <remarks>The program gathers as it does today; what an older program had made of the same readings is not kept.</remarks>
internal sealed class KnownChronology
{
    private readonly GatheringReader _reader;

    private readonly SqliteConnection _connection;

    private KnownChronology(SqliteConnection connection, GatheringReader reader, AnchorFinder anchors, List<Event> events)
    {
        _connection = connection;
        _reader = reader;
        Anchors = anchors;
        Events = events;
        Shown = events.FindAll(happening => happening.IsShown);
    }

    /// <summary>All events, those below the threshold included.</summary>
    public IReadOnlyList<Event> Events { get; }

    /// <summary>The events above the threshold.</summary>
    public IReadOnlyList<Event> Shown { get; }

    /// <summary>Finds in the readings that were current what decisions fall on.</summary>
    public AnchorFinder Anchors { get; }

    public static KnownChronology Load(SqliteConnection connection, Horizon horizon)
    {
        var reader = new GatheringReader(connection, horizon);
        var reviews = ReviewRows.Load(connection, horizon.Review);
        var tellings = reader.Tellings();
        var machine = Gatherer.Gather(tellings.Values).ConvertAll(group => group.ConvertAll(reader.MentionOf));
        var anchors = new AnchorFinder(connection, horizon);
        var decisions = new GatheringDecisions(connection, reviews, anchors);
        var groups = decisions.Decide(decisions.Group(machine), tellings);
        return new KnownChronology(connection, reader, anchors, [.. EventMaker.EventsOf(groups, OriginFinder.Find(reader.Documents()))]);
    }

    /// <summary>Number of the telling's row.</summary>
    public long MentionOf(Telling telling) => _reader.MentionOf(telling);

    /// <summary>The addresses of events: the ids of the tellings that stand for them.</summary>
    public Dictionary<Event, string> IdsOf(IReadOnlyList<Event> events)
    {
        using var command = _connection.Command(
            "SELECT id, event_id FROM event_mention WHERE id IN (SELECT value FROM json_each($ids))", ("$ids", "[" + string.Join(',', events.Select(happening => MentionOf(happening.Lead))) + "]"));
        using var row = command.ExecuteReader();
        var ids = new Dictionary<long, string>();
        while (row.Read())
            ids.Add(row.GetInt64(0), row.GetString(1));
        var addresses = new Dictionary<Event, string>(ReferenceEqualityComparer.Instance);
        foreach (var happening in events) addresses.Add(happening, ids[MentionOf(happening.Lead)]);
        return addresses;
    }
}
