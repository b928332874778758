using System.CommandLine;
using Dateline.Storage;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline backup</c>: copies a store while others work on it.</summary>
internal static class BackupCommand
{
    /// <summary>The command with its argument and options.</summary>
    public static Command Create()
    {
        var store = StoreOption.Create();
        var to = new Argument<string>("TO") { Description = "The new file." };
        var command = new Command("backup", "Copies a store to a new file while others go on reading and writing.") { store, to };
        command.SetAction(parsed => StoreOption.Guard(() =>
        {
            using var opened = Store.OpenExisting(parsed.GetRequiredValue(store));
            opened.BackUp(parsed.GetRequiredValue(to));
            return 0;
        }));
        return command;
    }
}
