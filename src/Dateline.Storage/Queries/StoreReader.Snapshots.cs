namespace Dateline.Storage;

/// <content>Snapshots, and what was known at them.</content>
public sealed partial class StoreReader
{
    private const string SnapshotColumns =
        """
        SELECT s.id, s.recorded_at, s.note, (SELECT count(*) FROM document WHERE id <= s.last_document), (SELECT count(*) FROM review WHERE id <= s.last_review),
          s.last_document, s.last_review FROM snapshot s
        """;

    /// <summary>All snapshots, the latest first.</summary>
    public IReadOnlyList<Snapshot> Snapshots() => List(SnapshotColumns + " ORDER BY s.id DESC", ReadSnapshot);

    /// <summary>A snapshot; 0 is the store as it is now. Null where there is none of that number.</summary>
    public Snapshot? Snapshot(int number)
    {
        if (number != 0) return List(SnapshotColumns + " WHERE s.id = $number", ReadSnapshot, ("$number", number)).FirstOrDefault();
        var horizon = HorizonBefore(long.MaxValue);
        return new Snapshot(
            0, DateTimeOffset.FromUnixTimeMilliseconds(_store.Now), null, (int)(_connection.Number("SELECT count(*) FROM document") ?? 0), (int)(_connection.Number("SELECT count(*) FROM review") ?? 0))
        { Horizon = horizon };
    }

    /// <summary>How far the store had come by the end of a day (UTC).</summary>
    private Horizon HorizonOf(DateOnly day) => HorizonBefore(new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).ToUnixTimeMilliseconds());

    private Horizon HorizonBefore(long moment) => new(
        _connection.Number("SELECT max(id) FROM document WHERE recorded_at < $moment", ("$moment", moment)) ?? 0,
        _blindTo is not null ? 0 : _connection.Number("SELECT max(id) FROM review WHERE recorded_at < $moment", ("$moment", moment)) ?? 0);

    private static Snapshot ReadSnapshot(Microsoft.Data.Sqlite.SqliteDataReader row) => new(
        row.GetInt32(0), row.Moment(1), row.StringOrNull(2), row.GetInt32(3), row.GetInt32(4))
    { Horizon = new Horizon(row.GetInt64(5), row.GetInt64(6)) };
}
