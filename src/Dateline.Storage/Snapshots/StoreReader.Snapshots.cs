using System.Globalization;
using Dateline.Chronology.Events;
using Dateline.Chronology.Gathering;

namespace Dateline.Storage;

/// <content>Snapshots, and what was known at them.</content>
public sealed partial class StoreReader
{
    /// <summary>The moment that always is there: the store as it is now.</summary>
    public const string Now = "now";

    private const string SnapshotColumns =
        """
        SELECT s.id, s.recorded_at, s.note, (SELECT count(*) FROM document WHERE id <= s.last_document), (SELECT count(*) FROM review WHERE id <= s.last_review),
          s.last_document, s.last_review FROM snapshot s
        """;

    /// <summary>All snapshots, the latest first.</summary>
    public IReadOnlyList<Snapshot> Snapshots() => List(SnapshotColumns + " ORDER BY s.id DESC", ReadSnapshot);

    /// <summary>The moment of a name: a snapshot's number, a day, or <see cref="Now"/>. Null where there is none of that name.</summary>
    public Snapshot? SnapshotOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return List(SnapshotColumns + " WHERE s.id = $number", ReadSnapshot, ("$number", number)).FirstOrDefault();
        if (name == Now) return Moment(name, HorizonBefore(long.MaxValue), DateTimeOffset.FromUnixTimeMilliseconds(_store.Now));
        return DateOnly.TryParseExact(name, "yyyy-MM-dd", out var day) && day < DateOnly.MaxValue
            ? Moment(name, HorizonOf(day), new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddMilliseconds(-1))
            : null;

        Snapshot Moment(string called, Horizon horizon, DateTimeOffset moment) => new(
            called, null, moment, null, (int)(_connection.Number("SELECT count(*) FROM document WHERE id <= $last", ("$last", horizon.Document)) ?? 0),
            (int)(_connection.Number("SELECT count(*) FROM review WHERE id <= $last", ("$last", horizon.Review)) ?? 0))
        { Horizon = horizon };
    }

    /// <summary>The events above the threshold that were known at a moment, in order of time, undated ones last.</summary>
    /// <returns>At most as many as wanted, and how many there are.</returns>
    public (IReadOnlyList<KnownEvent> Events, int Total) KnownEvents(Snapshot moment, KnownQuery query)
    {
        ArgumentNullException.ThrowIfNull(moment);
        ArgumentNullException.ThrowIfNull(query);
        var known = KnownChronology.Load(_connection, moment.Horizon);
        var wanted = known.Shown.Where(happening =>
                (query.Actor is not { } name || happening.Actors.Concat(happening.Recipients).Any(party => Names(party, name)))
                && (query.From is not { } from || happening.Bounds?.First >= from) && (query.To is not { } to || happening.Bounds?.Last <= to))
            .OrderBy(happening => happening.Bounds?.First ?? DateOnly.MaxValue).ThenBy(happening => happening.Bounds?.Last ?? DateOnly.MaxValue).ThenBy(happening => happening.Id, StringComparer.Ordinal).ToList();
        var events = wanted.Take(Math.Clamp(query.Limit, 1, MaximumLimit)).ToList();
        var ids = known.IdsOf(events);
        return ([.. events.Select(happening => KnownEventOf(happening, ids))], wanted.Count);
    }

    internal static KnownEvent KnownEventOf(Event happening, IReadOnlyDictionary<Event, string> ids) => new(
        ids[happening], happening.Kind.ToPlover(), happening.Lead.Text, happening.Edtf, [.. happening.Actors.Select(party => party.Name)], [.. happening.Recipients.Select(party => party.Name)],
        happening.Place?.Name, happening.Tellings.Count, happening.Origins.Count, [.. happening.Disputes.Select(dispute => dispute.Aspect).Distinct()]);

    private Horizon HorizonOf(DateOnly day) => HorizonBefore(new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).ToUnixTimeMilliseconds());

    private Horizon HorizonBefore(long moment) => new(
        _connection.Number("SELECT max(id) FROM document WHERE recorded_at < $moment", ("$moment", moment)) ?? 0,
        _blindTo is not null ? 0 : _connection.Number("SELECT max(id) FROM review WHERE recorded_at < $moment", ("$moment", moment)) ?? 0);

    private Snapshot ReadSnapshot(Microsoft.Data.Sqlite.SqliteDataReader row) => new(
        row.GetInt32(0).ToString(CultureInfo.InvariantCulture), row.GetInt32(0), row.Moment(1), row.StringOrNull(2), row.GetInt32(3), row.GetInt32(4))
    { Horizon = new Horizon(row.GetInt64(5), _blindTo is null ? row.GetInt64(6) : 0) };
}
