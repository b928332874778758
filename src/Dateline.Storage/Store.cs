using System.Globalization;
using Dateline.Chronology.Reviews;
using Dateline.Text;
using Microsoft.Data.Sqlite;

namespace Dateline.Storage;

/// <summary>
/// One file that holds everything: captures, articles and their versions, what was read in them, claims, runs.
/// </summary>
/// <remarks>
/// Safe for use by several threads and several processes: many readers and one writer at a time. A reader sees the
/// store as it was when it began and is not held up by the writer. Whatever is written is written whole: a process that
/// dies at any moment leaves the last finished article, not a half of the next.
/// </remarks>
public sealed class Store : IDisposable
{
    /// <summary>Set in the file's header, so that other SQLite files are not taken for stores: 'DTLN'.</summary>
    internal const int ApplicationId = 0x44544C4E;

    private const int BusySeconds = 30;

    private readonly string _connectionString;
    private readonly SqliteConnection? _keeper;
    private readonly TimeProvider _clock;

    private Store(string name, string connectionString, bool isInMemory, TimeProvider? clock)
    {
        Path = name;
        _connectionString = connectionString;
        _clock = clock ?? TimeProvider.System;
        if (isInMemory) _keeper = Connect();
    }

    /// <summary>The file; ":memory:" for a store that lives no longer than the program.</summary>
    public string Path { get; }

    /// <summary>Opens a store, making it when there is no file, and bringing an older schema up to this program's.</summary>
    /// <param name="path">The file.</param>
    /// <param name="clock">Tells when something is recorded; null for the system's clock.</param>
    /// <exception cref="StoreException">The file cannot be opened, is no store, or is newer than the program.</exception>
    public static Store Open(string path, TimeProvider? clock = null) => Open(path, SqliteOpenMode.ReadWriteCreate, clock);

    /// <summary>Opens a store that must be there already.</summary>
    /// <param name="path">The file.</param>
    /// <param name="clock">Tells when something is recorded; null for the system's clock.</param>
    /// <exception cref="StoreException">There is no such file, or it cannot be opened, is no store, or is newer than the program.</exception>
    public static Store OpenExisting(string path, TimeProvider? clock = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return File.Exists(path) ? Open(path, SqliteOpenMode.ReadWrite, clock) : throw new StoreException(StoreMessages.Missing(path));
    }

    /// <summary>A store without a file, for tests and for looking at a few articles.</summary>
    /// <param name="clock">Tells when something is recorded; null for the system's clock.</param>
    public static Store InMemory(TimeProvider? clock = null)
    {
        // SQLite's own file system in memory: unlike a shared cache it locks as a file does.
        var address = $"file:/{Guid.NewGuid():N}?vfs=memdb";
        var store = new Store(":memory:", new SqliteConnectionStringBuilder { DataSource = address, Pooling = false }.ToString(), true, clock);
        store.BringUpToDate();
        return store;
    }

    private static Store Open(string path, SqliteOpenMode mode, TimeProvider? clock)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        // A path that begins with "file:" would be read as an address with options of its own.
        var full = System.IO.Path.GetFullPath(path);
        var connectionString = new SqliteConnectionStringBuilder { DataSource = full, Mode = mode, Pooling = true }.ToString();
        var store = new Store(full, connectionString, false, clock);
        try
        {
            store.BringUpToDate();
            return store;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>A view of the store as it is now, for one request or one report.</summary>
    public StoreReader OpenReader() => new(this, Connect());

    /// <summary>
    /// The same for a second coder: every telling as the machine read it, and no decision but his own, so that what he
    /// decides can be held against what others did.
    /// </summary>
    /// <param name="coder">The second coder.</param>
    public StoreReader OpenBlindReader(string coder)
    {
        ArgumentException.ThrowIfNullOrEmpty(coder);
        return new StoreReader(this, Connect(), coder);
    }

    /// <summary>The one who writes. Several may be open; they take turns, article by article.</summary>
    /// <param name="run">What reads: the versions of program, models and lexicons.</param>
    /// <param name="batch">How many captures share one transaction; each one is still kept whole or not at all.</param>
    public Intake OpenIntake(Run run, int batch = 1)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentOutOfRangeException.ThrowIfLessThan(batch, 1);
        return new Intake(this, Connect(), run, batch);
    }

    /// <summary>The sources that are watched.</summary>
    public WatchList OpenWatchList() => new(this, Connect());

    /// <summary>
    /// Gathers into happenings what came in or went since the last time; where nothing did, nothing is done. The result is the same as if
    /// everything were gathered at once. After a change of the program's rules everything is gathered anew.
    /// </summary>
    /// <exception cref="StoreException">The environment failed; what was gathered so far stays, and the next gathering goes on from there.</exception>
    public void Gather()
    {
        using var connection = Connect();
        using var statements = new Statements(connection);
        try
        {
            new StoreGathering(connection, statements).Run();
        }
        catch (SqliteException exception)
        {
            throw Wrap(exception);
        }
    }

    /// <summary>How much is gathered.</summary>
    public GatheringResult Gathered()
    {
        using var connection = Connect();
        return new GatheringResult(
            Count("SELECT count(*) FROM happening_telling"), Count("SELECT count(*) FROM happening_telling WHERE is_lead = 1"),
            Count("SELECT count(*) FROM (SELECT DISTINCT happening, ordinal FROM dispute_claim)"), Count("SELECT count(DISTINCT origin_id) FROM document_origin"));

        int Count(string sql) => (int)connection.Number(sql)!.Value;
    }

    /// <summary>Takes a person's decision in; what follows from it is written in the same step.</summary>
    /// <param name="decision">What is decided, by whom, on what.</param>
    /// <returns>The decision as the log has it, or why it was refused. The same decision twice is one.</returns>
    /// <exception cref="StoreException">The environment failed; nothing was decided.</exception>
    public DecisionResult Decide(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        using var desk = new DecisionDesk(this, Connect());
        return desk.Decide(decision);
    }

    /// <summary>Takes a decision back, by a further entry of the log. An entry that takes back can itself be taken back.</summary>
    /// <param name="coder">Who signs.</param>
    /// <param name="key">Key of the decision; null for the coder's latest that is in force.</param>
    /// <exception cref="StoreException">The environment failed; nothing was taken back.</exception>
    public DecisionResult TakeBack(string coder, string? key = null)
    {
        ArgumentNullException.ThrowIfNull(coder);
        using var desk = new DecisionDesk(this, Connect());
        return desk.TakeBack(coder, key);
    }

    /// <summary>Gives this moment a number. Nothing is copied: only how far the store has come is written down.</summary>
    /// <param name="note">What it is taken for, at most <see cref="Snapshot.LongestNote"/> characters; null for nothing.</param>
    /// <exception cref="ArgumentException">The note is longer.</exception>
    /// <exception cref="StoreException">The environment failed; no snapshot was taken.</exception>
    public Snapshot TakeSnapshot(string? note = null)
    {
        note = string.IsNullOrWhiteSpace(note) ? null : note.Trim();
        if (note?.Length > Snapshot.LongestNote) throw new ArgumentException($"A note has at most {Snapshot.LongestNote} characters.", nameof(note));
        using var connection = Connect();
        try
        {
            var number = connection.Number(
                """
                INSERT INTO snapshot (note, last_document, last_review, recorded_at)
                VALUES ($note, (SELECT ifnull(max(id), 0) FROM document), (SELECT ifnull(max(id), 0) FROM review), $now) RETURNING id
                """,
                ("$note", note), ("$now", Now))!.Value;
            using var reader = OpenReader();
            return reader.SnapshotOf(number.ToString(CultureInfo.InvariantCulture))!;
        }
        catch (SqliteException exception)
        {
            throw Wrap(exception);
        }
    }

    /// <summary>Copies the store to a new file while others go on reading and writing.</summary>
    /// <param name="path">The new file.</param>
    /// <exception cref="StoreException">A file of that name is there, or it cannot be written.</exception>
    public void BackUp(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (File.Exists(path)) throw new StoreException(StoreMessages.BackupExists(path));
        // Under another name until it is whole: a backup that was broken off must not pass for one.
        var unfinished = path + ".unfinished";
        File.Delete(unfinished);
        try
        {
            using (var from = Connect())
            using (var to = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = System.IO.Path.GetFullPath(unfinished), Pooling = false }.ToString()))
            {
                to.Open();
                from.BackupDatabase(to);
                // One file to carry away, not a file with a journal beside it.
                to.Execute("PRAGMA journal_mode = DELETE");
            }

            File.Move(unfinished, path);
        }
        catch (SqliteException exception)
        {
            throw Wrap(exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(StoreMessages.CannotOpen(path, exception.Message), exception);
        }
    }

    /// <summary>Looks through the whole store for damage; takes about as long as reading the file.</summary>
    /// <returns>What was found, one hundred findings at most; nothing when the store is whole.</returns>
    public IReadOnlyList<Diagnostic> Check()
    {
        using var connection = Connect();
        return new IntegrityCheck(this, connection).Run();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _keeper?.Dispose();
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
    }

    /// <summary>The day it is by the store's clock (UTC): what a prediction's due day is held against.</summary>
    public DateOnly Today => DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime);

    internal long Now => _clock.GetUtcNow().ToUnixTimeMilliseconds();

    internal SqliteConnection Connect()
    {
        var connection = new SqliteConnection(_connectionString) { DefaultTimeout = BusySeconds };
        try
        {
            connection.Open();
            // synchronous FULL, not NORMAL: a page that was captured may be gone from the web tomorrow, so a power cut must
            // not take back what was reported as kept. Batches make the price small. The temporary tables of large sorts
            // stay in memory, so that nothing of a store is left in a shared temporary folder.
            connection.Execute(string.Create(CultureInfo.InvariantCulture,
                $"PRAGMA busy_timeout = {BusySeconds * 1000}; PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16384; PRAGMA trusted_schema = OFF"));
            return connection;
        }
        catch (SqliteException exception)
        {
            connection.Dispose();
            throw exception.SqliteErrorCode switch
            {
                SqliteCodes.NotADatabase => new StoreException(StoreMessages.NotAStore(Path), exception),
                SqliteCodes.CannotOpen => new StoreException(StoreMessages.CannotOpen(Path, exception.Message), exception),
                _ => Wrap(exception),
            };
        }
    }

    internal StoreException Wrap(SqliteException exception) => new(
        exception.SqliteErrorCode switch
        {
            SqliteCodes.Busy or SqliteCodes.Locked => StoreMessages.Busy(Path),
            SqliteCodes.Full => StoreMessages.Full(Path),
            SqliteCodes.Corrupt => StoreMessages.Damaged(Path, exception.Message),
            SqliteCodes.NotADatabase => StoreMessages.NotAStore(Path),
            SqliteCodes.CannotOpen or SqliteCodes.ReadOnly or SqliteCodes.Permission => StoreMessages.CannotOpen(Path, exception.Message),
            _ => StoreMessages.Failed(Path, exception.Message),
        },
        exception);

    private void BringUpToDate()
    {
        using var connection = Connect();
        try
        {
            if (IsForeign(connection)) throw new StoreException(StoreMessages.NotAStore(Path));
            if (_keeper is null) connection.Execute("PRAGMA journal_mode = WAL");
            // Spans count UTF-16 code units and spellings meet by rules of the program: SQL alone can do neither.
            connection.CreateFunction("folded", static (string words) => Folding.Fold(words), isDeterministic: true);
            connection.CreateFunction("words_at", static (string text, long start, long length) => LineReader.Cut(text, new TextSpan((int)start, (int)length)), isDeterministic: true);
            foreach (var file in SchemaFiles.All)
                Apply(connection, file);

            var version = (int)connection.Number("SELECT max(version) FROM schema_version")!.Value;
            var known = SchemaFiles.All[^1].Version;
            if (version > known) throw new StoreException(StoreMessages.TooNew(Path, version, known));
        }
        catch (SqliteException exception)
        {
            throw Wrap(exception);
        }
    }

    private static bool IsForeign(SqliteConnection connection) =>
        connection.Number("SELECT count(*) FROM sqlite_schema") > 0
        && connection.Number("SELECT application_id FROM pragma_application_id") != ApplicationId;

    private void Apply(SqliteConnection connection, SchemaFile file)
    {
        // The lock is taken before looking: of two programs that open a new file at once, the second finds it made.
        using var transaction = connection.BeginTransaction(deferred: false);
        connection.Execute("""
            CREATE TABLE IF NOT EXISTS schema_version (
              version INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT
            """);
        using var look = connection.Command("SELECT sha256 FROM schema_version WHERE version = $version", ("$version", file.Version));
        if (look.ExecuteScalar() is string sha256)
        {
            if (sha256 != file.Sha256) throw new StoreException(StoreMessages.SchemaDiffers(Path, file.Name));
            return;
        }

        connection.Execute(file.Sql);
        connection.Execute(
            "INSERT INTO schema_version (version, name, sha256, applied_at) VALUES ($version, $name, $sha256, $now)",
            ("$version", file.Version), ("$name", file.Name), ("$sha256", file.Sha256), ("$now", Now));
        transaction.Commit();
    }
}
