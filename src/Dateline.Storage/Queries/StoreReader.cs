using Microsoft.Data.Sqlite;

namespace Dateline.Storage;

/// <summary>
/// The store as it was at one moment: everything that one page or one report shows fits together.
/// </summary>
/// <remarks>Cheap to open, one per request. Not safe for use by several threads. Close it soon: while it is open the journal cannot be emptied.</remarks>
public sealed partial class StoreReader : IDisposable
{
    private readonly Store _store;
    private readonly SqliteConnection _connection;
    private readonly string? _blindTo;

    /// <param name="store">Whose.</param>
    /// <param name="connection">Closed with the reader.</param>
    /// <param name="blindCoder">Who must not see what others decided; null for everybody else.</param>
    internal StoreReader(Store store, SqliteConnection connection, string? blindCoder = null)
    {
        _store = store;
        _connection = connection;
        _blindTo = blindCoder;
        if (blindCoder is not null) MachineView.Lay(connection);
        connection.Execute("PRAGMA query_only = ON");
        connection.Execute("BEGIN");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _connection.Execute("ROLLBACK");
        // The connection goes back to the pool, where a writer may get it next.
        _connection.Execute("PRAGMA query_only = OFF");
        if (_blindTo is not null) MachineView.TakeAway(_connection);
        _connection.Dispose();
    }
}
