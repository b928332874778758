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

    private KnownChronology(GatheringReader reader, ReviewRows reviews, List<Event> events)
    {
        _reader = reader;
        Reviews = reviews;
        Events = events;
    }

    /// <summary>All events, those below the threshold included.</summary>
    public IReadOnlyList<Event> Events { get; }

    /// <summary>The decisions that had been made.</summary>
    public ReviewRows Reviews { get; }

    public static KnownChronology Load(SqliteConnection connection, Horizon horizon)
    {
        var reader = new GatheringReader(connection, horizon);
        var reviews = ReviewRows.Load(connection, horizon.Review);
        var tellings = reader.Tellings();
        var machine = Gatherer.Gather(tellings.Values).ConvertAll(group => group.ConvertAll(reader.MentionOf));
        var decisions = new GatheringDecisions(connection, reviews, new AnchorFinder(connection, horizon));
        var groups = decisions.Decide(decisions.Group(machine), tellings);
        return new KnownChronology(reader, reviews, [.. EventMaker.EventsOf(groups, OriginFinder.Find(reader.Documents()))]);
    }

    /// <summary>Number of the telling's row.</summary>
    public long MentionOf(Telling telling) => _reader.MentionOf(telling);
}
