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
        var (contact, allow) = (WatchCommand.Contact(), WatchCommand.Allow());
        var command = new Command("serve", "Serves a store’s chronology as pages and JSON.") { file, address, port, open, watch, contact, allow };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (AddressOf(parsed.GetRequiredValue(address), parsed.GetValue(port)) is not { } where)
                return Refuse("DL4902 --urls takes an address such as " + DefaultAddress + ", and --port a number from 0 to 65535; write one");
            var isOpen = parsed.GetValue(open);
            if (!isOpen && !WebServer.IsLoopback(where))
                return Refuse($"DL4903 {where.Host} can be reached from other machines, and there is no login; take 127.0.0.1, or add --allow-others if you mean it");
            try
            {
                using var store = Store.OpenExisting(parsed.GetRequiredValue(file));
                using var worker = parsed.GetValue(watch)
                    ? new WatchWorker(store, ReadingPipeline.Open(), WatchCommand.Options(parsed.GetValue(contact), parsed.GetValue(allow)))
                    : null;
                return await Serve(store, new ServerSettings(where, isOpen), static url => $"Serving at {url} (Ctrl+C ends it)", cancellation, worker);
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
    public static async Task<int> Serve(Store store, ServerSettings settings, Func<string, string> announce, CancellationToken cancellation, WatchWorker? worker = null)
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
            await (worker?.RunAsync(cancellation) ?? Task.Delay(Timeout.Infinite, cancellation));
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
