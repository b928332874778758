using Dateline.Cli.Pipeline;
using Dateline.Ingest.Fetching;
using Dateline.Storage;
using Dateline.Web.Hosting;
using Microsoft.AspNetCore.Builder;

namespace Dateline.IntegrationTests.Web;

/// <summary>The web application as it is served: a real server on a free port of this machine.</summary>
public sealed class Site : IAsyncLifetime
{
    private readonly Store _store = RiverNews.Open();
    private readonly StoreDesk _desk;
    private WebApplication? _app;

    public Site() => _desk = new StoreDesk(_store, new Lazy<ReadingPipeline>(static () => ReadingPipeline.Open()), new FetchOptions());

    public Uri Address { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _app = WebServer.Create(_store, new ServerSettings(new Uri("http://127.0.0.1:0"), Desk: _desk.ForPages(isWatching: false)));
        await _app.StartAsync(TestContext.Current.CancellationToken);
        Address = new Uri(_app.Urls.First());
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_app is not null) await _app.DisposeAsync();
        _desk.Dispose();
        _store.Dispose();
    }

    public async Task<HttpResponseMessage> Ask(string address, string accept = "text/html", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<string> Page(string address)
    {
        using var response = await Ask(address);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    public async Task<System.Text.Json.JsonElement> Json(string address)
    {
        using var response = await Ask(address, "application/json");
        return System.Text.Json.JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
    }
}
