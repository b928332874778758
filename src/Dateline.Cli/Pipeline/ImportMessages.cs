using Dateline.Text;

namespace Dateline.Cli.Pipeline;

/// <summary>Every message of taking in: what is wrong; what to do.</summary>
internal static class ImportMessages
{
    public static Diagnostic TooLarge(string name, long limit) =>
        new("DL1911", Severity.Error, $"the input is larger than {limit >> 20} MiB and was not taken in; split it into several files", name);

    public static Diagnostic CannotRead(string name, string reason) =>
        new("DL1912", Severity.Error, $"the input cannot be read ({reason}); check the path and its permissions", name);
}
