using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Dateline.Chronology.Reviews;
using Dateline.Learning.Corpora;
using Dateline.Storage;

namespace Dateline.IntegrationTests;

/// <summary>
/// Kills the program while it gathers and while a person merges, and looks at what it leaves. A few times in every run of the tests;
/// <c>DATELINE_KILLS=50</c> for as often as docs/performance.md tells of.
/// </summary>
public sealed class GatheringKillTests : IDisposable
{
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("DATELINE_KILLS") ?? "5", CultureInfo.InvariantCulture);

    private readonly string _folder = Directory.CreateTempSubdirectory("dateline-kill-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string At(string name) => Path.Combine(_folder, name);

    [Fact]
    public async Task Gathering_killed_at_any_moment_leaves_whole_events_and_ends_as_one_that_was_not()
    {
        var (news, path) = (WriteNews(120), At("killed.db"));
        await Run("import", news, "--store", path);
        var expected = Events(path);
        GatherAnew();
        var clock = Stopwatch.StartNew();
        await Run("import", news, "--store", path);
        var whole = clock.ElapsedMilliseconds;
        Assert.Equal(expected, Events(path));

        var random = new Random(7);
        var interrupted = 0;
        for (var i = 0; i < Kills; i++)
        {
            GatherAnew();
            using var process = Start("import", news, "--store", path);
            var ended = process.WaitForExitAsync();
            if (await Task.WhenAny(ended, Task.Delay((int)(whole * (0.3 + (random.NextDouble() * 0.7))))) != ended)
            {
                process.Kill();
                interrupted++;
            }

            await ended;
            using var store = Store.OpenExisting(path);
            Assert.Empty(store.Check());
            using var connection = store.Connect();
            Assert.Equal(0, connection.Number("SELECT count(*) FROM (SELECT 1 FROM happening_telling GROUP BY happening HAVING sum(is_lead) <> 1)"));
            // What is no longer waiting stands in an event, and what is waiting in none.
            Assert.Equal(0, connection.Number(
                """
                SELECT count(*) FROM event_mention e JOIN telling_sketch s ON s.event_mention_id = e.id LEFT JOIN happening_telling h ON h.event_mention_id = e.id
                WHERE e.is_current = 1 AND EXISTS (SELECT 1 FROM gathered_with WHERE rules <> 'others')
                AND (h.happening IS NULL) <> EXISTS (SELECT 1 FROM ungathered u WHERE u.document_id = e.document_id)
                """));
        }

        Assert.True(interrupted > 0, "no gathering was killed before its end; the test needs more articles");
        await Run("import", news, "--store", path);
        Assert.Equal(expected, Events(path));

        void GatherAnew()
        {
            using var store = Store.OpenExisting(path);
            using var connection = store.Connect();
            connection.Execute("UPDATE gathered_with SET rules = 'others'");
        }
    }

    [Fact]
    public async Task A_merge_killed_at_any_moment_is_there_wholly_or_not_at_all()
    {
        var (news, path) = (WriteNews(12), At("base.db"));
        await Run("import", news, "--store", path);
        var (one, other, article) = TwoEvents(path);
        var before = Events(path);
        var merged = At("merged.db");
        Copy(path, merged);
        using (var store = Store.OpenExisting(merged))
            Assert.Null(store.Decide(new Decision { Act = ReviewAct.Merge, Coder = "ada", About = one, Article = article, Other = other }).Fault);
        var after = Events(merged);
        Assert.NotEqual(before, after);

        var random = new Random(5);
        var (kept, answered) = (0, 0);
        for (var i = 0; i < Kills; i++)
        {
            var killed = At($"{i}.db");
            Copy(path, killed);
            using var process = Start("serve", "--store", killed, "--port", "0");
            var line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            var address = line!.Split(' ').First(word => word.StartsWith("http", StringComparison.Ordinal));
            using var client = new HttpClient { BaseAddress = new Uri(address) };
            // Warm, or every kill would fall into the compiling of the first request.
            await client.GetStringAsync(new Uri($"/e/{one}", UriKind.Relative), TestContext.Current.CancellationToken);
            var answer = client.PostAsJsonAsync($"/e/{one}/reviews", new { act = "merge", coder = "ada", article, other }, TestContext.Current.CancellationToken);
            await Task.WhenAny(answer, Task.Delay(random.Next(250), TestContext.Current.CancellationToken));
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            var wasAnswered = await WasCreated(answer);

            using (var store = Store.OpenExisting(killed)) Assert.Empty(store.Check());
            var left = Events(killed);
            Assert.True(left == before || left == after, "half a merge");
            if (wasAnswered) Assert.Equal(after, left);
            kept += left == after ? 1 : 0;
            answered += wasAnswered ? 1 : 0;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{Kills} kills: {answered} merges answered, {kept} kept");
    }

    private string WriteNews(int happenings)
    {
        var lines = new StringBuilder();
        foreach (var (article, _, _, _) in new GeneratedNews().Tell(happenings))
            lines.Append(JsonSerializer.Serialize(new { id = article.Id, text = article.Text, outlet = article.Outlet, published = article.Published, language = article.Language })).Append('\n');
        File.WriteAllText(At("news.jsonl"), lines.ToString());
        return At("news.jsonl");
    }

    private static void Copy(string from, string to)
    {
        using var store = Store.OpenExisting(from);
        store.BackUp(to);
    }

    private static (string One, string Other, string Article) TwoEvents(string path)
    {
        using var store = Store.OpenExisting(path);
        using var reader = store.OpenReader();
        var lines = reader.Chronology(new ChronologyQuery { IsGathered = true, WithHidden = true }).Lines;
        return (lines[0].EventId, lines.First(line => line.EventId != lines[0].EventId).EventId, lines[0].Article.Id);
    }

    private static string Events(string path)
    {
        using var store = Store.OpenExisting(path);
        using var connection = store.Connect();
        using var command = connection.Command(
            """
            SELECT article.key || ' ' || e.ordinal || ' ' || h.happening || ' ' || h.is_lead FROM happening_telling h JOIN event_mention e ON e.id = h.event_mention_id
            JOIN document ON document.id = e.document_id JOIN article_version v ON v.id = document.version_id JOIN article ON article.id = v.article_id
            UNION ALL SELECT happening || ' ' || ordinal || ' ' || aspect || ' ' || position || ' ' || claim || ' ' || value FROM dispute_claim ORDER BY 1
            """);
        using var row = command.ExecuteReader();
        var lines = new StringBuilder();
        while (row.Read()) lines.Append(row.GetString(0)).Append('\n');
        return lines.ToString();
    }

    private static async Task<bool> WasCreated(Task<HttpResponseMessage> answer)
    {
        try
        {
            using var response = await answer;
            return response.StatusCode == HttpStatusCode.Created;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static async Task Run(params string[] arguments)
    {
        using var process = Start(arguments);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
    }

    private static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "dateline.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        return process;
    }
}
