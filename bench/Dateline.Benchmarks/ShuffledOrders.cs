using System.Diagnostics;
using System.Globalization;
using Dateline.Chronology;
using Dateline.Cli.Pipeline;
using Dateline.Learning.Corpora;
using Dateline.Storage;

namespace Dateline.Benchmarks;

/// <summary>Takes the same news into a new store in one order after the other and looks whether the events are the same: <c>shuffle COUNT TIMES FOLDER</c>.</summary>
internal static class ShuffledOrders
{
    // Gathered after so many articles, so that each order is cut into other parts too.
    private const int Part = 150;

    /// <summary>Prints a line for every order; 0 when all are the same.</summary>
    public static int Run(int count, int times, string folder)
    {
        Directory.CreateDirectory(folder);
        var pipeline = ReadingPipeline.Open();
        var readings = new GeneratedNews().Tell(count / GeneratedNews.Outlets).Select(telling => pipeline.ReadOne(telling.Article).Reading!).ToArray();
        var expected = EventsOf(readings, Path.Combine(folder, "order0.db"));
        var same = 0;
        for (var seed = 1; seed <= times; seed++)
        {
            var clock = Stopwatch.StartNew();
            new Random(seed).Shuffle(readings);
            var isSame = expected.SequenceEqual(EventsOf(readings, Path.Combine(folder, "order.db")));
            if (isSame) same++;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"order {seed}: {(isSame ? "the same" : "OTHER")}, {clock.Elapsed.TotalSeconds:F1} s"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{readings.Length} articles, {expected.Count} tellings and claims of disputes: {same} of {times} orders give the same events"));
        return same == times ? 0 : 1;
    }

    private static List<string> EventsOf(Reading[] readings, string path)
    {
        File.Delete(path);
        using var store = Store.Open(path);
        foreach (var part in readings.Chunk(Part))
        {
            using (var intake = store.OpenIntake(RunVersions.Of(AppContext.BaseDirectory)))
            {
                foreach (var reading in part)
                    intake.Import(new Capture(reading.Article.Id, System.Text.Encoding.UTF8.GetBytes(reading.Article.Text)), [reading]);
                intake.Complete();
            }

            store.Gather();
        }

        using var connection = store.Connect();
        using var command = connection.Command(
            """
            SELECT article.key || ' ' || e.ordinal || ' ' || h.happening || ' ' || h.is_lead FROM happening_telling h JOIN event_mention e ON e.id = h.event_mention_id
            JOIN document ON document.id = e.document_id JOIN article_version v ON v.id = document.version_id JOIN article ON article.id = v.article_id
            UNION ALL SELECT happening || ' ' || ordinal || ' ' || aspect || ' ' || position || ' ' || claim || ' ' || value FROM dispute_claim ORDER BY 1
            """);
        using var row = command.ExecuteReader();
        var lines = new List<string>();
        while (row.Read()) lines.Add(row.GetString(0));
        return lines;
    }
}
