using System.CommandLine;
using System.Text;
using Dateline.Storage;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline export</c>: writes what a store holds to standard output.</summary>
internal static class ExportCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var store = StoreOption.Create();
        var format = new Option<string>("--format") { Description = "jsonl: everything; csv: the chronology, one event a row; gold: what people decided, for ‘dateline eval reviews’.", DefaultValueFactory = _ => "jsonl" };
        format.AcceptOnlyFromAmong("jsonl", "csv", "gold");
        var all = new Option<bool>("--all") { Description = "For csv: events below the threshold of precision too." };
        var command = new Command("export", "Writes what a store holds to standard output; the same content gives the same bytes.") { store, format, all };
        command.SetAction(parsed => StoreOption.Guard(() =>
        {
            using var opened = Store.OpenExisting(parsed.GetRequiredValue(store));
            using var reader = opened.OpenReader();
            using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
            if (parsed.GetValue(format) == "csv")
            {
                using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
                reader.ExportCsv(writer, new ChronologyQuery { WithHidden = parsed.GetValue(all) });
            }
            else if (parsed.GetValue(format) == "gold")
            {
                reader.ExportReviewGold(output);
            }
            else
            {
                reader.ExportJsonLines(output);
            }

            return 0;
        }));
        return command;
    }
}
