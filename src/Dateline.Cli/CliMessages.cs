using Dateline.Text;

namespace Dateline.Cli;

/// <summary>Every message of the command line: what is wrong; what to do.</summary>
internal static class CliMessages
{
    public static Diagnostic ReadingFailed(string id, Exception fault) => new(
        "DL3900",
        Severity.Error,
        $"reading broke off ({fault.GetType().Name}: {fault.Message}); this is a fault of Dateline, please report it with the text",
        id);

    public static Diagnostic FileNotFound(string path) =>
        new("DL1901", Severity.Error, "there is no such file; check the path", path);

    public static Diagnostic FolderNotFound(string path) =>
        new("DL1903", Severity.Error, "there is no such folder; check the path", path);

    public static Diagnostic FolderEmpty(string path) =>
        new("DL1904", Severity.Error, "the folder holds no file to read, hidden ones left aside; check the path", path);

    public static Diagnostic NoSnapshot(string name) =>
        new("DL1905", Severity.Error, "there is no such moment; write the number of a snapshot (dateline snapshot --list), a day such as 2025-11-16, or now", name);

    public static Diagnostic FileNotReadable(string path, string reason) =>
        new("DL1902", Severity.Error, $"the file cannot be opened ({reason}); check its permissions", path);
}
