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

    public static Diagnostic KeyTwice(LexiconRow row, string key, int line) =>
        row.Error("DL2101", $"the key '{key}' stands in line {line} already; give one of the two rows another key");

    public static Diagnostic NoKind(LexiconRow row, string kind) =>
        row.Error("DL2102", $"'{kind}' is no kind; write person, organisation, group, place, nationality, facility, role or other");

    public static Diagnostic NoCode(LexiconRow row, string code) =>
        row.Error("DL2103", $"'{code}' is no actor code; write a country of three capitals, a sector, or both, such as MLI GOV");

    public static Diagnostic NoDay(LexiconRow row, string column, string text) =>
        row.Error("DL2104", $"'{text}' under '{column}' is no date; write a year, year-month or year-month-day, or leave it empty");

    public static Diagnostic NoOffice(LexiconRow row, string text) =>
        row.Error("DL2105", $"'{text}' is no office; write sectors, a role's key and days, such as GOV president 2021-05-24..");

    public static Diagnostic NoSuchRole(LexiconRow row, string role) =>
        row.Error("DL2106", $"no table of roles has the key '{role}'; add the role or correct the key");

    public static Diagnostic NoWords(LexiconRow row) =>
        row.Error("DL2107", "the row gives no name or word to look for; fill it in or delete the row");

    private static string At(string path, int line) => $"{path}:{line}";
}
