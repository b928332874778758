using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dateline.IntegrationTests.Fetching;

/// <summary>A site on loopback that misbehaves in every way that sites do.</summary>
internal sealed class UnrulySite : IAsyncDisposable
{
    readonly WebApplication _app;
    int _now, _most, _busy;

    UnrulySite(WebApplication app) => _app = app;

    /// <summary>Robots.txt: its status and text.</summary>
    public (int Status, string Text) Robots { get; set; } = (404, "");

    /// <summary>Pages by path, beside the misdeeds.</summary>
    public ConcurrentDictionary<string, string> Pages { get; } = new();

    /// <summary>Requests as path, in order.</summary>
    public ConcurrentQueue<(string Path, IHeaderDictionary Headers)> Asked { get; } = new();

    /// <summary>Most exchanges that ran at once on /slow.</summary>
    public int MostAtOnce => _most;

    /// <summary>How often /busy still says 429.</summary>
    public int Busy { get => _busy; set => _busy = value; }

    public int Port { get; private set; }

    public Uri At(string path) => new($"http://localhost:{Port}{path}");

    public static async Task<UnrulySite> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var site = new UnrulySite(app);
        app.Run(site.AnswerAsync);
        await app.StartAsync();
        site.Port = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
        return site;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    async Task AnswerAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        var path = request.Path.Value!;
        Asked.Enqueue((path, new HeaderDictionary(request.Headers.ToDictionary(pair => pair.Key, pair => pair.Value))));
        switch (path)
        {
            case "/robots.txt":
                response.StatusCode = Robots.Status;
                await response.WriteAsync(Robots.Text);
                break;
            case "/feed":
                response.Headers.ETag = "\"one\"";
                response.Headers.LastModified = "Wed, 19 Nov 2025 07:00:00 GMT";
                response.Headers.SetCookie = "who=you";
                if (request.Headers.IfNoneMatch == "\"one\"")
                    response.StatusCode = 304;
                else
                    await response.WriteAsync("<rss version='2.0'/>");
                break;
            case "/gone-for-good":
                Redirect(301, "/moved-again");
                break;
            case "/moved-again":
                Redirect(308, "/feed");
                break;
            case "/for-now":
                Redirect(302, "/moved-again");
                break;
            case "/good-then-astray":
                Redirect(301, "/nothing");
                break;
            case "/loop":
                Redirect(302, "/loop");
                break;
            case "/inside":
                Redirect(302, $"http://127.0.0.1:{Port}/feed");
                break;
            case "/metadata":
                Redirect(302, "http://169.254.169.254/latest/meta-data/");
                break;
            case "/mapped":
                Redirect(301, $"http://[::ffff:127.0.0.1]:{Port}/feed");
                break;
            case "/file":
                Redirect(302, "file:///etc/hostname");
                break;
            case "/nowhere":
                response.StatusCode = 302;
                break;
            case "/endless":
                var block = new byte[1 << 16];
                while (!context.RequestAborted.IsCancellationRequested)
                    await response.Body.WriteAsync(block, context.RequestAborted);
                break;
            case "/drip":
                while (!context.RequestAborted.IsCancellationRequested)
                {
                    await response.WriteAsync(".", context.RequestAborted);
                    await response.Body.FlushAsync(context.RequestAborted);
                    await Task.Delay(50, context.RequestAborted);
                }
                break;
            case "/silent":
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
                break;
            case "/short":
                response.ContentLength = 1000;
                await response.WriteAsync("half of it");
                await response.Body.FlushAsync();
                break;
            case "/bomb":
                response.Headers.ContentEncoding = "gzip";
                await using (var packed = new GZipStream(response.Body, CompressionLevel.Fastest))
                {
                    var zeros = new byte[1 << 20];
                    for (var k = 0; k < 64; k++)
                        await packed.WriteAsync(zeros, context.RequestAborted);
                }
                break;
            case "/torn":
                response.Headers.ContentEncoding = "gzip";
                await response.WriteAsync("this was never packed");
                break;
            case "/odd-coding":
                response.Headers.ContentEncoding = "compress";
                await response.WriteAsync("x");
                break;
            case "/packed":
                response.Headers.ContentEncoding = request.Headers.AcceptEncoding.ToString().Contains("br") ? "br" : "identity";
                await using (var packed = new BrotliStream(response.Body, CompressionLevel.Fastest))
                    await packed.WriteAsync(Encoding.UTF8.GetBytes("unpacked words"));
                break;
            case "/charset":
                response.ContentType = "text/html; charset=\"utf-16\"";
                await response.WriteAsync("<html><head><meta charset=utf-8></head><body><p>Déjà là.</p></body></html>");
                break;
            case "/busy":
                if (Interlocked.Decrement(ref _busy) >= 0)
                {
                    response.StatusCode = 429;
                    response.Headers.RetryAfter = "20";
                }
                else
                {
                    await response.WriteAsync("at last");
                }
                break;
            case "/closed-until-noon":
                response.StatusCode = 503;
                response.Headers.RetryAfter = "Wed, 19 Nov 2025 12:00:00 GMT";
                break;
            case "/down":
                response.StatusCode = 500;
                break;
            case "/slow":
                var now = Interlocked.Increment(ref _now);
                InterlockedMax(now);
                await Task.Delay(100);
                Interlocked.Decrement(ref _now);
                await response.WriteAsync("slow");
                break;
            case var _ when Pages.TryGetValue(path, out var page):
                await response.WriteAsync(page);
                break;
            default:
                response.StatusCode = 404;
                break;
        }

        void Redirect(int status, string location)
        {
            response.StatusCode = status;
            response.Headers.Location = location;
        }
    }

    void InterlockedMax(int value)
    {
        int seen;
        while (value > (seen = _most) && Interlocked.CompareExchange(ref _most, value, seen) != seen)
        {
        }
    }
}
