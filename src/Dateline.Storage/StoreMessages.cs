using Dateline.Text;

namespace Dateline.Storage;

/// <summary>Every message about stores: what is wrong; what to do.</summary>
internal static class StoreMessages
{
    public static Diagnostic CannotOpen(string path, string reason) =>
        new("DL4001", Severity.Error, $"the store cannot be opened ({reason}); check the path and that you may read and write there", path);

    public static Diagnostic NotAStore(string path) =>
        new("DL4002", Severity.Error, "the file is not a Dateline store; name another file, or a new one to begin a store", path);

    public static Diagnostic TooNew(string path, int version, int known) =>
        new("DL4003", Severity.Error,
            $"the store has schema {version} and this program knows up to {known}; use the newer program that wrote it", path);

    public static Diagnostic SchemaDiffers(string path, string file) =>
        new("DL4004", Severity.Error,
            $"the store was made with another {file} than this program's; use the program that made it, or export there and import here", path);

    public static Diagnostic Missing(string path) =>
        new("DL4005", Severity.Error, "there is no such store; check the path, or make one with 'dateline import … --store FILE'", path);

    public static Diagnostic Busy(string path) =>
        new("DL4006", Severity.Error, "another program writes to the store and did not finish in time; try again when it has", path);

    public static Diagnostic Full(string path) =>
        new("DL4007", Severity.Error, "the disk is full and nothing of this input was kept; make room and import again", path);

    public static Diagnostic Failed(string path, string reason) =>
        new("DL4008", Severity.Error, $"the store reports an error ({reason}); run 'dateline check --store FILE'", path);

    public static Diagnostic SpanOutside(string name, string what, TextSpan span, int length) =>
        new("DL4009", Severity.Error,
            $"{what} points at {span} in a text of {length} and the article was not kept; report the input to the developers", name);

    public static Diagnostic TextsDiffer(string name) =>
        new("DL4010", Severity.Error,
            "the text that was read is not the article's text and the article was not kept; report the input to the developers", name);

    public static Diagnostic Damaged(string path, string finding) =>
        new("DL4101", Severity.Error, $"the file is damaged ({finding}); restore it from a backup", path);

    public static Diagnostic BrokenReference(string path, string table, string parent) =>
        new("DL4102", Severity.Error, $"a row of {table} refers to a row of {parent} that is not there; restore the store from a backup", path);

    public static Diagnostic CaptureDiffers(string capture) =>
        new("DL4103", Severity.Error, "the captured bytes no longer have the hash they came in with; restore the store from a backup", capture);

    public static Diagnostic TextDiffers(string article) =>
        new("DL4104", Severity.Error, "the article's text no longer has the hash it came in with; restore the store from a backup", article);

    public static Diagnostic SpanBeyondText(string article, string table, int count) =>
        new("DL4105", Severity.Error, $"{count} spans of {table} reach beyond the text they point into; restore the store from a backup", article);

    public static Diagnostic IndexDiffers(string path, string finding) =>
        new("DL4106", Severity.Warning, $"the index of words does not fit the texts ({finding}); searches may miss passages, import again", path);

    public static Diagnostic ReviewDiffers(string key, string what) =>
        new("DL4107", Severity.Error, $"the decision {what}; restore the store from a backup, or take the decision back and decide again", key);

    public static Diagnostic SnapshotDiffers(int number, string what) =>
        new("DL4108", Severity.Error, $"snapshot {number} {what}; restore the store from a backup", number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public static Diagnostic ClaimDiffers(string article, string what, int count) =>
        new("DL4109", Severity.Error, $"{count} claims {what}; restore the store from a backup", article);

    public static Diagnostic BackupExists(string path) =>
        new("DL4201", Severity.Error, "a file of that name is there already; name a new file for the backup", path);
}
