using System.Text.Json;
using Dateline.Cli.Commands;
using Dateline.Storage;
using Dateline.Web.Hosting;
using Microsoft.AspNetCore.Builder;

namespace Dateline.IntegrationTests.Web;

/// <summary>The samples as the demonstration serves them: read and gathered.</summary>
public sealed class SampleSite : IAsyncLifetime
{
    private readonly Store _store = Store.InMemory();
    private WebApplication? _app;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        DemoCommand.Fill(_store, Path.Combine(AppContext.BaseDirectory, "samples"));
        _app = WebServer.Create(_store, new ServerSettings(new Uri("http://127.0.0.1:0")));
        await _app.StartAsync(TestContext.Current.CancellationToken);
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(_app.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        if (_app is not null) await _app.DisposeAsync();
        _store.Dispose();
    }

    public async Task<JsonElement> Json(string address) => JsonDocument.Parse(await Ask(address, "application/json")).RootElement;

    public Task<string> Page(string address) => Ask(address, "text/html");

    public async Task<System.Net.HttpStatusCode> Status(string address)
    {
        using var response = await _client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    private async Task<string> Ask(string address, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
