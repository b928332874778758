using System.Globalization;
using System.Net;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Dateline.Cli.Commands;
using Dateline.Storage;
using Dateline.Web.Hosting;
using Microsoft.AspNetCore.Builder;

namespace Dateline.IntegrationTests.Web;

/// <summary>The ledger with predictions in it, from reports as people write them to what a person says became of them.</summary>
public sealed class PredictionPageTests : IAsyncLifetime
{
    private readonly Store _store = Store.InMemory(new StoppedClock());
    private readonly string _folder = Directory.CreateTempSubdirectory("dateline-ledger-").FullName;
    private WebApplication? _app;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        // Seven months of which something is told of JNIM; in three of them it captures a town.
        string[] towns = ["Gao", "Kidal", "Timbuktu"];
        for (var month = 1; month <= 7; month++)
        {
            var day = new DateOnly(2024, month, 12).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
            var act = month <= 3 ? $"Fighters of JNIM captured the town of {towns[month - 1]} on {day}." : $"JNIM released {month} hostages on {day}.";
            Write($"before-{month}", $"2024-{month:00}-13", act);
        }

        Write("bold", "2024-09-02", "Analysts predicted that JNIM would capture the town of Gao by the end of October 2024.");
        Write("vague", "2024-09-03", "The general expects that things may change some day.");
        Write("open", "2024-09-04", "Analysts predicted that JNIM would capture the town of Kidal by the end of 2025.");
        Write("after", "2024-10-21", "Fighters of JNIM captured the town of Gao on 20 October 2024.");
        DemoCommand.Fill(_store, _folder);
        _app = WebServer.Create(_store, new ServerSettings(new Uri("http://127.0.0.1:0")));
        await _app.StartAsync(TestContext.Current.CancellationToken);
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(_app.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        if (_app is not null) await _app.DisposeAsync();
        _store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_prediction_goes_from_due_with_its_evidence_to_what_a_person_decides()
    {
        var ledger = await Ledger();
        Assert.Equal(["due", "open", "refused"], ledger.Select(line => line.GetProperty("status").GetString()));
        var due = ledger[0];
        Assert.Equal(("Analysts", "2024-10", "PR"), (due.GetProperty("maker").GetString(), due.GetProperty("due").GetString(), due.GetProperty("certainty").GetString()));
        // Three months of seven with a town captured.
        Assert.Equal((3, 7, 0.571), (due.GetProperty("usual").GetProperty("with").GetInt32(), due.GetProperty("usual").GetProperty("months").GetInt32(), due.GetProperty("usual").GetProperty("boldness").GetDouble()));
        var shows = Assert.Single(due.GetProperty("proposals").EnumerateArray());
        Assert.Equal("2024-10-20", shows.GetProperty("time").GetProperty("edtf").GetString());
        Assert.Contains("nothing could show it wrong", ledger[2].GetProperty("refusal").GetString(), StringComparison.Ordinal);

        var page = Parse(await Text("/predictions", "text/html"));
        Assert.Equal(3, page.QuerySelectorAll(".log > li[id]").Length);
        Assert.Contains("in 3 of the 7 months before", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 prediction due, 1 open, 0 decided, 1 refused", page.QuerySelector(".summary")!.TextContent, StringComparison.Ordinal);
        var form = page.QuerySelector($"form[action='/predictions/{due.GetProperty("id").GetString()}/reviews']")!;
        Assert.Equal(shows.GetProperty("id").GetString(), form.QuerySelector("input[name=other]")!.GetAttribute("value"));

        using var answer = await _client.PostAsync(
            $"/predictions/{due.GetProperty("id").GetString()}/reviews",
            new FormUrlEncodedContent(new Dictionary<string, string> { ["act"] = "outcome", ["value"] = "cameTrue", ["other"] = shows.GetProperty("id").GetString()!, ["coder"] = "Ada" }),
            TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal(["open", "cameTrue", "refused"], (await Ledger()).Select(line => line.GetProperty("status").GetString()));
        var makers = Parse(await Text("/predictions", "text/html")).QuerySelector("section[aria-labelledby=makers] tbody tr")!;
        Assert.Equal(["Analysts", "1", "0", "1", "0", "0"], makers.Children.Select(cell => cell.TextContent.Trim()));
    }

    [Fact]
    public async Task The_calendar_has_the_days_that_nobody_has_decided_on()
    {
        var calendar = await Text("/predictions.ics", "text/calendar");
        Assert.Equal(2, calendar.Split("BEGIN:VEVENT").Length - 1);
        Assert.Contains("20241031", calendar, StringComparison.Ordinal);
    }

    private void Write(string name, string published, string text) =>
        File.WriteAllText(Path.Combine(_folder, name + ".jsonl"), JsonSerializer.Serialize(new { id = name, published, outlet = "River Post", language = "en", text }) + "\n");

    private async Task<List<JsonElement>> Ledger() => [.. JsonDocument.Parse(await Text("/predictions", "application/json")).RootElement.GetProperty("predictions").EnumerateArray()];

    private async Task<string> Text(string address, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static AngleSharp.Html.Dom.IHtmlDocument Parse(string html) => new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(html);

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2024, 12, 1, 9, 0, 0, TimeSpan.Zero);
    }
}
