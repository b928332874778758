using System.Diagnostics;
using System.Globalization;
using Dateline.Chronology.Events;
using Dateline.Chronology.Extraction;
using Dateline.Chronology.Extraction.Numbers;
using Dateline.Cli.Pipeline;
using Dateline.Ingest;
using Dateline.Text;
using Dateline.Text.Lexicons;

namespace Dateline.Benchmarks;

/// <summary>Times each stage of reading English articles on one thread, start-up left out by rounds before: <c>stages ARTICLES.jsonl</c>.</summary>
/// <remarks>
/// Coding, as the older event coders count it, is everything after the tree: times, entities, places, attributions, numbers and events.
/// Text in capitals is not brought back to the case of print here.
/// </remarks>
internal static class StageTiming
{
    // Background compiling is time of the processor too: it is over when the last round begins.
    private const int Rounds = 5;

    /// <summary>Reads every article several times and prints what each stage of the last round took, in time of the processor.</summary>
    public static int Run(string path)
    {
        using var file = File.OpenRead(path);
        var articles = new ArticleReader().Read(file, "articles", InputFormat.Jsonl).Where(static result => result.Article is not null).Select(static result => result.Article!).ToList();
        var folder = AppContext.BaseDirectory;
        var lexicons = Path.Combine(folder, "lexicons");
        var annotators = ReaderFolder.Annotators(folder, "en", ActorLexicon.Read(ReaderFolder.ActorTables(folder)), ReaderFolder.Places(folder));
        var attributions = ReaderFolder.Attributions(lexicons);
        var quantities = new QuantityReader();
        var events = new EventExtractor(ReaderFolder.Acts(lexicons, "en"));

        var names = annotators.Select(static annotator => annotator.Name).Concat(["attributions", "numbers", "events"]).ToArray();
        var spent = new TimeSpan[names.Length];
        int words = 0, sentences = 0, found = 0;
        for (var round = 0; round < Rounds; round++)
        {
            Array.Clear(spent);
            (words, sentences, found) = (0, 0, 0);
            var documents = articles.ConvertAll(static article => new Document(article.Text, article.DocumentTime) { Passages = article.Passages });
            for (var i = 0; i < annotators.Length; i++)
            {
                var annotator = annotators[i];
                spent[i] = Time(() =>
                {
                    foreach (var document in documents)
                    {
                        annotator.Annotate(document);
                        document.Mark(annotator.Writes);
                    }
                });
            }

            var said = new IReadOnlyList<Attribution>[documents.Count];
            var counted = new IReadOnlyList<Quantity>[documents.Count];
            spent[^3] = Time(() => { for (var i = 0; i < said.Length; i++) said[i] = attributions.Read(documents[i]); });
            spent[^2] = Time(() => { for (var i = 0; i < counted.Length; i++) counted[i] = quantities.Read(documents[i]); });
            spent[^1] = Time(() => { for (var i = 0; i < said.Length; i++) found += events.Extract(documents[i], said[i], counted[i]).Events.Count; });
            words = documents.Sum(static document => document.Tokens.Count);
            sentences = documents.Sum(static document => document.Tokens.Sentences.Length);
        }

        Print($"{articles.Count} articles, {sentences} sentences, {words} words, {found} events");
        for (var i = 0; i < names.Length; i++)
            Print($"{names[i],-16} {spent[i].TotalMilliseconds,8:F0} ms {words / spent[i].TotalSeconds,12:N0} words/s {sentences / spent[i].TotalSeconds,10:N0} sentences/s");
        var layer = Sum(spent.AsSpan(0, 2));
        var coding = Sum(spent.AsSpan(2));
        Print($"{"trees and names",-16} {layer.TotalMilliseconds,8:F0} ms {words / layer.TotalSeconds,12:N0} words/s");
        Print($"{"coding",-16} {coding.TotalMilliseconds,8:F0} ms {words / coding.TotalSeconds,12:N0} words/s {sentences / coding.TotalSeconds,10:N0} sentences/s");
        return 0;
    }

    private static TimeSpan Time(Action work)
    {
        GC.Collect();
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        work();
        return Process.GetCurrentProcess().TotalProcessorTime - before;
    }

    private static TimeSpan Sum(ReadOnlySpan<TimeSpan> spans)
    {
        var sum = TimeSpan.Zero;
        foreach (var span in spans) sum += span;
        return sum;
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
