using System.CommandLine;
using Dateline.Cli.Pipeline;
using Dateline.Storage;
using Dateline.Web.Hosting;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline serve</c>: serves a store's chronology as pages and JSON, by default to this machine only.</summary>
internal static class ServeCommand
{
    /// <summary>Where pages are served when nothing else is said.</summary>
    public const string DefaultAddress = "http://127.0.0.1:5080";

    public static Command Create()
    {
        var file = new Option<string>("--store") { Description = "The store.", Required = true };
        var address = AddressOption();
        var port = PortOption();
        var open = new Option<bool>("--allow-others") { Description = "Lets other machines reach an address that is not loopback. There is no login: put a proxy with one in front." };
        var watch = new Option<bool>("--watch") { Description = "Also fetches the sources of the store when they are due (see 'dateline watch')." };
        var drop = WatchCommand.Drop();
        var changes = new Option<bool>("--allow-changes") { Description = "With --allow-others: whoever reaches the pages may also add sources and texts." };
        var coder = new Option<string?>("--coder") { Description = "Who signs all that is decided here, as second coder: blind to what others decided, and nothing shown changes." };
        var (contact, allow) = (WatchCommand.Contact(), WatchCommand.Allow());
        var command = new Command("serve", "Serves a store’s chronology as pages and JSON.") { file, address, port, open, changes, watch, drop, coder, contact, allow };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (AddressOf(parsed.GetRequiredValue(address), parsed.GetValue(port)) is not { } where)
                return Refuse("DL4902 --urls takes an address such as " + DefaultAddress + ", and --port a number from 0 to 65535; write one");
            var second = parsed.GetValue(coder)?.Trim();
            if (second is { Length: 0 or > 100 }) return Refuse("DL4906 --coder takes a name of 1 to 100 characters; write one");
            var isOpen = parsed.GetValue(open);
            if (!isOpen && !WebServer.IsLoopback(where))
                return Refuse($"DL4903 {where.Host} can be reached from other machines, and there is no login; take 127.0.0.1, or add --allow-others if you mean it");
            try
            {
                using var store = Store.OpenExisting(parsed.GetRequiredValue(file));
                if (!WatchCommand.IsFolder(parsed.GetValue(drop), out var folder)) return Refuse(CliMessages.FolderNotFound(folder).ToString(), 1);
                var (pipeline, options) = (new Lazy<ReadingPipeline>(static () => ReadingPipeline.Open()), WatchCommand.Options(parsed.GetValue(contact), parsed.GetValue(allow)));
                using var desk = new StoreDesk(store, pipeline, options);
                using var worker = parsed.GetValue(watch) ? new WatchWorker(store, pipeline.Value, options) : null;
                var mayChange = !isOpen || WebServer.IsLoopback(where) || parsed.GetValue(changes);
                List<Func<CancellationToken, Task>> works = [static stop => Task.Delay(Timeout.Infinite, stop)];
                if (worker is not null) works.Add(worker.RunAsync);
                if (folder.Length > 0) works.Add(WatchCommand.Watched(folder, desk).RunAsync);
                return await Serve(
                    store, new ServerSettings(where, isOpen, mayChange ? desk.ForPages(worker is not null) : null) { SecondCoder = second }, url => $"Serving at {url}{(second is null ? null : $" for {second}, blind to others")} (Ctrl+C ends it)", cancellation,
                    stop => SideBySide.RunAsync(works, stop));
            }
            catch (ArgumentException failure) when (failure.ParamName == "contact")
            {
                return Refuse(failure.Message);
            }
            catch (StoreException failure)
            {
                return Refuse(failure.Message, 1);
            }
        });
        return command;
    }

    public static Option<string> AddressOption() =>
        new("--urls") { Description = "Where to serve.", DefaultValueFactory = _ => DefaultAddress };

    public static Option<int?> PortOption() => new("--port") { Description = "Another port at that address; 0 takes a free one." };

    /// <summary>The address that both options mean together; null when they mean none.</summary>
    public static Uri? AddressOf(string address, int? port)
    {
        if (port is < 0 or > 65535) return null;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttp || uri.Host.Length == 0) return null;
        return port is null ? uri : new UriBuilder(uri) { Port = port.Value }.Uri;
    }

    /// <summary>Serves until it is told to stop, and prints where once it listens.</summary>
    public static async Task<int> Serve(Store store, ServerSettings settings, Func<string, string> announce, CancellationToken cancellation, Func<CancellationToken, Task>? beside = null)
    {
        await using var app = WebServer.Create(store, settings);
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException failure)
        {
            return Refuse($"DL4904 {settings.Address}: cannot listen there ({failure.Message}); take another port with --port, or --port 0 for a free one", 1);
        }

        Console.Out.WriteLine(announce(app.Urls.First()));
        try
        {
            await (beside?.Invoke(cancellation) ?? Task.Delay(Timeout.Infinite, cancellation));
        }
        catch (OperationCanceledException)
        {
            // Asked to end: that is how it ends.
        }

        await app.StopAsync(CancellationToken.None);
        return 0;
    }

    private static int Refuse(string message, int code = 2)
    {
        Console.Error.WriteLine(message);
        return code;
    }
}
