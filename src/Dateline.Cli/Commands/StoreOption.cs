using System.CommandLine;
using Dateline.Storage;

namespace Dateline.Cli.Commands;

/// <summary>What the commands that work on a store have in common.</summary>
internal static class StoreOption
{
    public static Option<string> Create() => new("--store") { Description = "The store: one file.", Required = true };

    /// <summary>Runs <paramref name="work"/>; a store that cannot be used is one line on standard error and exit code 1.</summary>
    public static int Guard(Func<int> work)
    {
        try
        {
            return work();
        }
        catch (StoreException exception)
        {
            Console.Error.WriteLine(exception.Diagnostic);
            return 1;
        }
    }
}
