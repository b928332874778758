using System.CommandLine;
using Dateline.Cli.Pipeline;
using Dateline.Storage;
using Dateline.Text;
using Dateline.Web.Hosting;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline demo</c>: reads the samples into a store that lives as long as the program, and serves it.</summary>
internal static class DemoCommand
{
    private static readonly string[] Endings = [".txt", ".html", ".jsonl"];

    public static Command Create()
    {
        var address = ServeCommand.AddressOption();
        var port = ServeCommand.PortOption();
        var command = new Command("demo", "Reads the samples and serves the chronology they make.") { address, port };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (ServeCommand.AddressOf(parsed.GetRequiredValue(address), parsed.GetValue(port)) is not { } where || !WebServer.IsLoopback(where))
            {
                Console.Error.WriteLine($"DL4902 the demonstration is served to this machine only; write an address such as {ServeCommand.DefaultAddress}, or --port 0");
                return 2;
            }

            var folder = Path.Combine(AppContext.BaseDirectory, "samples");
            if (!Directory.Exists(folder))
            {
                Console.Error.WriteLine($"DL4905 {folder}: the samples are missing; build the program again");
                return 1;
            }

            using var store = Store.InMemory();
            var total = Fill(store, folder);
            Console.Out.WriteLine($"Read {total.Articles} articles: {total.Events} tellings, {total.Claims} claims.");
            using var desk = new StoreDesk(store, new Lazy<ReadingPipeline>(static () => ReadingPipeline.Open()), new Ingest.Fetching.FetchOptions());
            return await ServeCommand.Serve(
                store,
                new ServerSettings(where, Desk: desk.ForPages(isWatching: false)),
                static url => $"Open {url} in a browser: choose an act to see its words, or “in its article” to read them there. Ctrl+C ends it, and nothing is kept.",
                cancellation);
        });
        return command;
    }

    internal static IntakeResult Fill(Store store, string folder)
    {
        var pipeline = ReadingPipeline.Open();
        using var intake = store.OpenIntake(RunVersions.Of(AppContext.BaseDirectory), batch: 16);
        var total = IntakeResult.Nothing;
        foreach (var path in Directory.EnumerateFiles(folder).Where(path => Endings.Contains(Path.GetExtension(path))).Order(StringComparer.Ordinal))
        {
            var bytes = File.ReadAllBytes(path);
            var results = pipeline.Read(new MemoryStream(bytes), Path.GetFileName(path), degree: Environment.ProcessorCount).ToList();
            var readings = results.Select(result => result.Reading).OfType<Chronology.Reading>().ToList();
            var failures = results.Select(result => result.Failure).OfType<Diagnostic>().ToList();
            total += intake.Import(new Capture(Path.GetFileName(path), bytes), readings, failures);
        }

        intake.Complete();
        store.Gather();
        return total;
    }
}
