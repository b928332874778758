namespace Dateline.Text.Lexicons;

/// <summary>Every message about lexicons: what is wrong; what to do.</summary>
internal static class LexiconMessages
{
    public static Diagnostic NoHeader(string path) =>
        new("DL2001", Severity.Error, "the file has no header line; begin it with the names of the columns, separated by tabs", path);

    public static Diagnostic ColumnTwice(string path, int line, string column) =>
        new("DL2002", Severity.Error, $"the column '{column.Trim()}' is named twice; give each column a name of its own", At(path, line));

    public static Diagnostic TooManyCells(string path, int line, int cells, int columns) =>
        new("DL2003", Severity.Error, $"the row has {cells} cells under {columns} columns and was left out; look for a tab too many", At(path, line));

    public static Diagnostic NoKey(string path, int line) =>
        new("DL2004", Severity.Error, "the row's first cell is empty and it was left out; fill it or delete the row", At(path, line));

    private static string At(string path, int line) => $"{path}:{line}";
}
