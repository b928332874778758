using System.Diagnostics;
using System.Globalization;
using Dateline.Cli.Pipeline;
using Dateline.Learning.Corpora;
using Dateline.Learning.Scoring;
using Dateline.Storage;
using Dateline.Text;

namespace Dateline.Benchmarks;

/// <summary>
/// Takes generated news into a store, thousand by thousand, gathering after each, in time of the processor, and holds what was gathered against the truth:
/// <c>scale COUNT STORE [--shuffled SEED]</c>.
/// </summary>
internal static class ScaleTiming
{
    /// <summary>Prints a line for every part, then how the last compares with the first, and the pairs.</summary>
    public static int Run(int count, string path, int? seed)
    {
        File.Delete(path);
        var news = new GeneratedNews().Tell(count / GeneratedNews.Outlets).ToArray();
        if (seed is { } order) new Random(order).Shuffle(news);
        var pipeline = ReadingPipeline.Open();
        var parts = new List<(double Taking, double Gathering)>();
        using var store = Store.Open(path);
        using var process = Process.GetCurrentProcess();
        Print($"part;read and kept s;gathered s;memory MB;peak MB;store MB");
        foreach (var part in news.Chunk(GeneratedArticles.InFile))
        {
            var before = Spent();
            using (var intake = store.OpenIntake(RunVersions.Of(AppContext.BaseDirectory)))
            {
                var import = new StoreImport(intake, (stream, name, from) => pipeline.Read(stream, name, degree: Environment.ProcessorCount, from: from), pipeline.ReadOne);
                var lines = GeneratedArticles.LinesOf(part);
                import.Take($"{parts.Count:0000}.jsonl", () => new MemoryStream(lines, writable: false), static () => { });
                if (import.Failures.Count > 0) throw new InvalidDataException(import.Failures[0].ToString());
                intake.Complete();
            }

            var taken = Spent();
            store.Gather();
            parts.Add((taken - before, Spent() - taken));
            Print($"{parts.Count};{parts[^1].Taking:F2};{parts[^1].Gathering:F2};{process.WorkingSet64 >> 20};{process.PeakWorkingSet64 >> 20};{new FileInfo(path).Length >> 20}");
        }

        var whole = parts.Sum(static part => part.Taking + part.Gathering);
        var (first, last) = (MeanOf(parts.Skip(1).Take(10)), MeanOf(parts.TakeLast(10)));
        var gathered = store.Gathered();
        Print($"{count / whole:F0} articles/s; {gathered.Tellings} tellings, {gathered.Tellings / whole:F0} a second; {gathered.Events} events, {gathered.Origins} origins, {gathered.Disputes} disputes");
        Print($"ten thousand articles: first {first:F2} s a thousand, last {last:F2} s, {last / first:F2} times");
        var events = EventsOf(store);
        var sheet = PairScorer.Score(news, telling => events[telling.Article.Id].Where(mention => mention.Words.Overlaps(telling.Words)).Select(mention => mention.Event).FirstOrDefault());
        foreach (var line in sheet.Lines) Print($"{line.Measure}: {line.Value:F2} (P {line.Precision:F2}, R {line.Recall:F2})");
        return 0;

        // Of the processor: a machine shared with others says little by the clock.
        double Spent()
        {
            process.Refresh();
            return process.TotalProcessorTime.TotalSeconds;
        }
    }

    private static ILookup<string, (TextSpan Words, string Event)> EventsOf(Store store)
    {
        using var connection = store.Connect();
        using var command = connection.Command(
            """
            SELECT article.local_id, e.trigger_start, e.trigger_length, h.happening FROM happening_telling h JOIN event_mention e ON e.id = h.event_mention_id
            JOIN document ON document.id = e.document_id JOIN article_version v ON v.id = document.version_id JOIN article ON article.id = v.article_id ORDER BY e.id
            """);
        using var row = command.ExecuteReader();
        var events = new List<(string Article, TextSpan Words, string Event)>();
        while (row.Read()) events.Add((row.GetString(0), new TextSpan(row.GetInt32(1), row.GetInt32(2)), row.GetString(3)));
        return events.ToLookup(static mention => mention.Article, static mention => (mention.Words, mention.Event));
    }

    // The first part opens models and tables, and says nothing of the store.
    private static double MeanOf(IEnumerable<(double Taking, double Gathering)> parts) => parts.Select(static part => part.Taking + part.Gathering).DefaultIfEmpty(double.NaN).Average();

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
