using System.CommandLine;
using Dateline.Storage;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline check</c>: looks through a store for damage.</summary>
internal static class CheckCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var store = StoreOption.Create();
        var command = new Command("check", "Looks through a store: its structure, the hash of every capture and text, every span, every claim, decision and snapshot.") { store };
        command.SetAction(parsed => StoreOption.Guard(() =>
        {
            using var opened = Store.OpenExisting(parsed.GetRequiredValue(store));
            var findings = opened.Check();
            foreach (var finding in findings)
                Console.Error.WriteLine(finding);
            if (findings.Count > 0) return 1;
            using var reader = opened.OpenReader();
            var counts = reader.Counts();
            Console.Out.WriteLine($"whole: {counts.Captures:N0} captures, {counts.Articles:N0} articles in {counts.Versions:N0} versions, {counts.Claims:N0} claims");
            return 0;
        }));
        return command;
    }
}
