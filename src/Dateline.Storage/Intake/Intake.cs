using System.Security.Cryptography;
using Dateline.Chronology;
using Dateline.Text;
using Microsoft.Data.Sqlite;

namespace Dateline.Storage;

/// <summary>
/// Takes readings into a store. Taking in the same again changes nothing.
/// </summary>
/// <remarks>
/// A capture, its articles, what was read in them, the claims and the events become visible together or not at all, also
/// when the process dies or the power fails. A run is recorded with the first thing it adds, so that a run that finds
/// everything there leaves no trace. Not safe for use by several threads; several intakes may be open and take turns.
/// </remarks>
public sealed class Intake : IDisposable
{
    private readonly Store _store;
    private readonly SqliteConnection _connection;
    private readonly Run _run;
    private readonly int _batch;
    private readonly long _startedAt;
    private readonly Statements _statements;
    private bool _isInTransaction;
    // Articles that entries of the present capture are states of, also those of its earlier parts.
    private readonly HashSet<long> _taken = [];
    private Capture? _present;
    private int _pending;
    private long? _runId;
    private bool _runIsKept;

    internal Intake(Store store, SqliteConnection connection, Run run, int batch)
    {
        _store = store;
        _connection = connection;
        _run = run;
        _batch = batch;
        _startedAt = store.Now;
        _statements = new Statements(connection);
    }

    /// <summary>Whether these bytes, under this name, have been taken in to their end with the versions of this run.</summary>
    public bool Has(Capture capture)
    {
        ArgumentNullException.ThrowIfNull(capture);
        return Guard(() => _connection.Number(
            """
            SELECT 1 FROM content JOIN capture ON capture.content_id = content.id JOIN capture_done ON capture_done.capture_id = capture.id
            WHERE content.sha256 = $sha256 AND capture.name = $name AND capture.url = $url AND capture_done.versions_key = $versions
            """,
            ("$sha256", HashOf(capture)), ("$name", capture.Name), ("$url", capture.Url ?? string.Empty), ("$versions", _run.VersionsKey)) is not null);
    }

    /// <summary>Keeps a capture with all articles that were read in it.</summary>
    /// <param name="capture">The bytes.</param>
    /// <param name="readings">What was read, in the order of the capture; may be empty.</param>
    /// <param name="failures">What of the capture could not be read; kept as failed inputs beside the readings.</param>
    /// <returns>What this has added; with batches it is certain to stay once <see cref="Complete"/> or the batch's last import returns.</returns>
    /// <exception cref="StoreException">The environment failed; nothing of the batch was kept.</exception>
    public IntakeResult Import(Capture capture, IReadOnlyList<Reading> readings, IReadOnlyList<Diagnostic>? failures = null) =>
        Add(capture, readings, failures, isWhole: true);

    /// <summary>
    /// Keeps some of the articles that were read in a capture too large to be held at once. Call <see cref="Import"/>
    /// with the last of them, or with none, so that <see cref="Has"/> knows the capture as finished.
    /// </summary>
    /// <inheritdoc cref="Import"/>
    public IntakeResult ImportPart(Capture capture, IReadOnlyList<Reading> readings, IReadOnlyList<Diagnostic>? failures = null) =>
        Add(capture, readings, failures, isWhole: false);

    /// <summary>Keeps an input of which not even the bytes could be had, so that no input vanishes.</summary>
    /// <param name="name">The input.</param>
    /// <param name="failure">What is wrong.</param>
    public void RecordFailure(string name, Diagnostic failure)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(failure);
        Write(() =>
        {
            CaptureWriter.WriteFailure(_statements, name, captureId: null, failure, _store.Now);
            return IntakeResult.Nothing;
        });
    }

    /// <summary>Keeps what the last batch holds so far and records that the run has ended.</summary>
    public void Complete()
    {
        Guard(() =>
        {
            Commit();
            ApplyDecisions();
            if (_runIsKept)
                _connection.Execute("UPDATE run SET finished_at = $now WHERE id = $id", ("$now", _store.Now), ("$id", _runId));
            return true;
        });
    }

    /// <summary>Ends without <see cref="Complete"/>: what the last batch holds so far is not kept.</summary>
    public void Dispose()
    {
        GiveUp();
        _statements.Dispose();
        _connection.Dispose();
    }

    internal static string HashOf(Capture capture) => Convert.ToHexStringLower(SHA256.HashData(capture.Bytes.Span));

    private IntakeResult Add(Capture capture, IReadOnlyList<Reading> readings, IReadOnlyList<Diagnostic>? failures, bool isWhole)
    {
        ArgumentNullException.ThrowIfNull(capture);
        ArgumentNullException.ThrowIfNull(readings);
        if (capture.Name.Length == 0) throw new ArgumentException("a capture needs a name", nameof(capture));
        return Write(() =>
        {
            if (!ReferenceEquals(_present, capture)) _taken.Clear();
            _present = isWhole ? null : capture;
            var now = _store.Now;
            var writer = new CaptureWriter(_statements, capture, _taken, _run.VersionsKey, now, EnsureRun);
            return writer.Write(readings, failures ?? [], isWhole);
        });
    }

    private IntakeResult Write(Func<IntakeResult> write) => Guard(() =>
    {
        if (!_isInTransaction)
        {
            // The lock is taken at once: a reader that turns writer half-way could find another in its way.
            _statements.Run("BEGIN IMMEDIATE");
            _isInTransaction = true;
        }

        // Inside the batch each capture stands alone: one that fails takes none of the others with it.
        _statements.Run("SAVEPOINT capture");
        var runBefore = _runId;
        IntakeResult result;
        try
        {
            result = write();
        }
        catch (Exception exception) when (exception is not SqliteException)
        {
            _statements.Run("ROLLBACK TO capture");
            _statements.Run("RELEASE capture");
            _runId = runBefore;
            throw;
        }

        _statements.Run("RELEASE capture");
        if (++_pending >= _batch) Commit();
        return result;
    });

    private void Commit()
    {
        if (!_isInTransaction) return;
        _statements.Run("COMMIT");
        _isInTransaction = false;
        _pending = 0;
        _runIsKept = _runId is not null;
    }

    private T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException exception)
        {
            // What SQLite could not do for want of room or of the lock leaves the whole batch undone.
            GiveUp();
            throw _store.Wrap(exception);
        }
    }

    // People's decisions hold for what was read anew, also before it is gathered.
    private void ApplyDecisions()
    {
        if (!_runIsKept || _connection.Number("SELECT 1 FROM review LIMIT 1") is null) return;
        _statements.Run("BEGIN IMMEDIATE");
        _isInTransaction = true;
        new ReviewEffects(_connection, _statements, new AnchorFinder(_connection)).Apply(ReviewRows.Load(_connection));
        Commit();
    }

    private void GiveUp()
    {
        if (!_isInTransaction) return;
        _isInTransaction = false;
        _pending = 0;
        if (!_runIsKept) _runId = null;
        try
        {
            _statements.Run("ROLLBACK");
        }
        catch (SqliteException)
        {
            // After some errors SQLite has rolled back by itself, and then there is nothing to roll back.
        }
    }

    private long EnsureRun()
    {
        if (_runId is { } known) return known;
        var id = _connection.Number(
            """
            INSERT INTO run (versions_key, program_version, started_at, recorded_at) VALUES ($versions, $program, $started, $now) RETURNING id
            """,
            ("$versions", _run.VersionsKey), ("$program", _run.ProgramVersion), ("$started", _startedAt), ("$now", _store.Now))!.Value;
        foreach (var component in _run.Components)
        {
            _connection.Execute(
                "INSERT INTO run_component (run_id, kind, name, version, sha256) VALUES ($run, $kind, $name, $version, $sha256)",
                ("$run", id), ("$kind", component.Kind.ToString().ToLowerInvariant()), ("$name", component.Name),
                ("$version", component.Version), ("$sha256", component.Sha256));
        }

        _runId = id;
        return id;
    }
}
