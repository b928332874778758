using Microsoft.Data.Sqlite;

namespace Dateline.Storage;

/// <summary>The sources of a store: adds, lists, pauses and removes them, and records what each look gave.</summary>
/// <remarks>Every call is written whole or not at all. Not safe for use by several threads; several lists may be open.</remarks>
public sealed class WatchList : IDisposable
{
    const string Columns =
        "id, url, kind, title, folder, is_paused, due_at, interval_ms, etag, last_modified, body_sha256, asked_at, changed_at, failing_since, failures, last_status, last_error";

    readonly Store _store;
    readonly SqliteConnection _connection;

    internal WatchList(Store store, SqliteConnection connection)
    {
        _store = store;
        _connection = connection;
    }

    /// <summary>Adds a source, due at once; one that is there already stays as it is.</summary>
    /// <param name="url">Absolute address of http or https.</param>
    /// <param name="kind">What it holds.</param>
    /// <param name="title">What to call it; null to take what it calls itself.</param>
    /// <param name="folder">Names of its groups, parted by a slash; null for the top.</param>
    /// <returns>Whether it was new.</returns>
    /// <exception cref="StoreException">The environment failed.</exception>
    public bool Add(string url, WatchedKind kind, string? title = null, string? folder = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(url);
        return Guard(() => _connection.Execute(
            """
            INSERT INTO watched_source (url, kind, title, folder, added_at, due_at, interval_ms)
            VALUES ($url, $kind, $title, $folder, $now, $now, $interval) ON CONFLICT (url) DO NOTHING
            """,
            ("$url", url), ("$kind", Name(kind)), ("$title", title), ("$folder", string.IsNullOrWhiteSpace(folder) ? null : folder.Trim()),
            ("$now", _store.Now), ("$interval", (long)WatchSchedule.First.TotalMilliseconds)) == 1);
    }

    /// <summary>All sources by group, then by title or address.</summary>
    /// <exception cref="StoreException">The environment failed.</exception>
    public IReadOnlyList<WatchedSource> All() => Select("ORDER BY folder IS NULL, folder, coalesce(title, url), url");

    /// <summary>The sources that may be asked now, the longest overdue first.</summary>
    /// <exception cref="StoreException">The environment failed.</exception>
    public IReadOnlyList<WatchedSource> Due() => Select("WHERE is_paused = 0 AND due_at <= $now ORDER BY due_at, id", ("$now", _store.Now));

    /// <summary>The source with this address, or with this number; null when there is none.</summary>
    /// <exception cref="StoreException">The environment failed.</exception>
    public WatchedSource? Find(string urlOrId)
    {
        ArgumentException.ThrowIfNullOrEmpty(urlOrId);
        return Select("WHERE url = $url OR id = $id", ("$url", urlOrId), ("$id", long.TryParse(urlOrId, out var id) ? id : -1)).FirstOrDefault();
    }

    /// <summary>Lets a source rest, or resumes it; resumed, it is due at once.</summary>
    /// <returns>Whether there is such a source.</returns>
    /// <exception cref="StoreException">The environment failed.</exception>
    public bool SetPaused(long id, bool paused) => Guard(() => _connection.Execute(
        "UPDATE watched_source SET is_paused = $paused, due_at = CASE WHEN $paused = 0 AND is_paused = 1 THEN $now ELSE due_at END WHERE id = $id",
        ("$paused", paused ? 1 : 0), ("$now", _store.Now), ("$id", id)) == 1);

    /// <summary>Watches a source no longer. What was taken in from it stays.</summary>
    /// <returns>Whether there was such a source.</returns>
    /// <exception cref="StoreException">The environment failed.</exception>
    public bool Remove(long id) => Guard(() => _connection.Execute("DELETE FROM watched_source WHERE id = $id", ("$id", id)) == 1);

    /// <summary>Records what a look gave, and when the next is due.</summary>
    /// <exception cref="StoreException">The environment failed.</exception>
    public void Record(WatchedSource source, Look look)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(look);
        var failed = look.Error is not null;
        var failures = failed ? source.Failures + 1 : 0;
        var interval = failed ? source.Interval : WatchSchedule.After(source.Interval, look.Changed);
        var now = _store.Now;
        var due = now + (long)(failed ? WatchSchedule.AfterFailure(interval, failures) : interval).TotalMilliseconds;
        if (look.NotBefore is { } until && until.ToUnixTimeMilliseconds() > due)
            due = until.ToUnixTimeMilliseconds();
        Guard(() =>
        {
            using var transaction = _connection.BeginTransaction(deferred: false);
            // Conditions and hash are those of the last sound answer: a failure in between makes nothing new. A source that moved
            // to where another is already stays at its old address.
            _connection.Execute(
                """
                UPDATE OR IGNORE watched_source SET url = $url WHERE id = $id;
                UPDATE watched_source SET
                  asked_at = $now, due_at = $due, interval_ms = $interval, failures = $failures, last_status = $status, last_error = $error,
                  failing_since = CASE WHEN $failures = 0 THEN NULL ELSE coalesce(failing_since, $now) END,
                  changed_at = CASE WHEN $changed THEN $now ELSE changed_at END,
                  title = coalesce(title, $title),
                  etag = CASE WHEN $failures = 0 THEN $etag ELSE etag END,
                  last_modified = CASE WHEN $failures = 0 THEN $modified ELSE last_modified END,
                  body_sha256 = coalesce($sha256, body_sha256)
                WHERE id = $id
                """,
                ("$url", look.MovedTo ?? source.Url), ("$id", source.Id), ("$now", now), ("$due", due), ("$interval", (long)interval.TotalMilliseconds),
                ("$failures", failures), ("$status", look.Status), ("$error", look.Error), ("$changed", look.Changed ? 1 : 0), ("$title", look.Title),
                ("$etag", look.ETag), ("$modified", look.LastModified), ("$sha256", look.BodySha256));
            transaction.Commit();
            return true;
        });
    }

    /// <summary>Whether the page was fetched already because some source names it.</summary>
    /// <exception cref="StoreException">The environment failed.</exception>
    public bool HasPage(string url) => Guard(() => _connection.Number("SELECT 1 FROM watched_page WHERE url = $url", ("$url", url)) is not null);

    /// <summary>Remembers that the page was fetched.</summary>
    /// <exception cref="StoreException">The environment failed.</exception>
    public void RecordPage(string url, long sourceId) => Guard(() => _connection.Execute(
        "INSERT INTO watched_page (url, source_id, fetched_at) SELECT $url, id, $now FROM watched_source WHERE id = $source ON CONFLICT (url) DO NOTHING",
        ("$url", url), ("$source", sourceId), ("$now", _store.Now)));

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    static string Name(WatchedKind kind) => kind switch { WatchedKind.Feed => "feed", WatchedKind.Sitemap => "sitemap", _ => "page" };

    List<WatchedSource> Select(string rest, params (string, object?)[] parameters) => Guard(() =>
    {
        List<WatchedSource> found = [];
        using var command = _connection.Command($"SELECT {Columns} FROM watched_source {rest}", parameters);
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            found.Add(new WatchedSource(row.GetInt64(0), row.GetString(1), row.GetString(2) switch { "feed" => WatchedKind.Feed, "sitemap" => WatchedKind.Sitemap, _ => WatchedKind.Page })
            {
                Title = row.StringOrNull(3),
                Folder = row.StringOrNull(4),
                IsPaused = row.GetInt64(5) != 0,
                DueAt = row.Moment(6),
                Interval = TimeSpan.FromMilliseconds(row.GetInt64(7)),
                ETag = row.StringOrNull(8),
                LastModified = row.StringOrNull(9),
                BodySha256 = row.StringOrNull(10),
                AskedAt = row.MomentOrNull(11),
                ChangedAt = row.MomentOrNull(12),
                FailingSince = row.MomentOrNull(13),
                Failures = row.GetInt32(14),
                LastStatus = row.IntOrNull(15),
                LastError = row.StringOrNull(16),
            });
        }
        return found;
    });

    T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException exception)
        {
            throw _store.Wrap(exception);
        }
    }
}
