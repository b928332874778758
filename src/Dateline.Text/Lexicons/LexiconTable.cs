namespace Dateline.Text.Lexicons;

/// <summary>
/// A lexicon as reviewed data: tab-separated rows under a header line, with comments and line numbers.
/// </summary>
/// <remarks>
/// A line that begins with <c>#</c> is a comment; an empty line is skipped; the first other line names the columns.
/// A row may leave out trailing columns, which are then empty. A row with too many columns, or without its first
/// column, is left out with a diagnostic; the others are read. Immutable after reading.
/// </remarks>
public sealed class LexiconTable
{
    private readonly Dictionary<string, int> _columns;

    private LexiconTable(string path, Dictionary<string, int> columns, IReadOnlyList<LexiconRow> rows, IReadOnlyList<Diagnostic> diagnostics)
    {
        Path = path;
        _columns = columns;
        Rows = rows;
        Diagnostics = diagnostics;
    }

    /// <summary>Name of the file, for diagnostics.</summary>
    public string Path { get; }

    /// <summary>The rows, in file order.</summary>
    public IReadOnlyList<LexiconRow> Rows { get; }

    /// <summary>What was wrong with the file, with line numbers.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>Reads a whole table.</summary>
    /// <param name="reader">The file's text.</param>
    /// <param name="path">Name of the file, for diagnostics.</param>
    public static LexiconTable Read(TextReader reader, string path)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        var rows = new List<LexiconRow>();
        var diagnostics = new List<Diagnostic>();
        var table = new LexiconTable(path, columns, rows, diagnostics);
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            var cells = line.Split('\t');
            if (columns.Count == 0)
            {
                for (var i = 0; i < cells.Length; i++)
                {
                    if (!columns.TryAdd(cells[i].Trim(), i))
                        diagnostics.Add(LexiconMessages.ColumnTwice(path, number, cells[i]));
                }

                continue;
            }

            if (cells.Length > columns.Count) diagnostics.Add(LexiconMessages.TooManyCells(path, number, cells.Length, columns.Count));
            else if (string.IsNullOrWhiteSpace(cells[0])) diagnostics.Add(LexiconMessages.NoKey(path, number));
            else rows.Add(new LexiconRow(table, number, cells));
        }

        if (columns.Count == 0) diagnostics.Add(LexiconMessages.NoHeader(path));
        return table;
    }

    /// <summary>Whether the table has a column of that name.</summary>
    public bool HasColumn(string name) => _columns.ContainsKey(name);

    internal int ColumnOf(string name) => _columns.GetValueOrDefault(name, -1);
}

/// <summary>One row of a <see cref="LexiconTable"/>.</summary>
/// <param name="Table">The table it is in.</param>
/// <param name="Line">Its line in the file, counted from 1.</param>
/// <param name="Cells">The cells as they stand.</param>
public sealed record LexiconRow(LexiconTable Table, int Line, IReadOnlyList<string> Cells)
{
    /// <summary>The cell under <paramref name="column"/>, trimmed; empty when the row or the table has none.</summary>
    public string this[string column] => Table.ColumnOf(column) is var index and >= 0 && index < Cells.Count ? Cells[index].Trim() : string.Empty;

    /// <summary>The entries of a cell that holds a list separated by <c>|</c>; none for an empty cell.</summary>
    public string[] List(string column) => this[column].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A remark about this row.</summary>
    public Diagnostic Error(string code, string message) => new(code, Severity.Error, message, $"{Table.Path}:{Line}");
}
