using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Dateline.Chronology;
using Dateline.Chronology.Export;
using Dateline.Cli.Pipeline;
using Dateline.Ingest;
using Dateline.Learning.Corpora;
using Dateline.Learning.Scoring;
using Dateline.Text;

namespace Dateline.Cli.Evaluation;

/// <summary>What was read of some gold.</summary>
/// <param name="Readings">The readings by the document's id; those that failed are absent.</param>
/// <param name="Failed">How many failed.</param>
/// <param name="Words">How many words the documents have.</param>
/// <param name="Time">How long it took.</param>
internal sealed record GoldReadings(IReadOnlyDictionary<string, Reading> Readings, int Failed, int Words, TimeSpan Time)
{
    /// <summary>The score of these readings.</summary>
    public EvaluationRun With(ScoreSheet sheet, int documents) => new(sheet, documents, Words, Failed, Time);
}

/// <summary>Reads gold documents as <c>dateline read</c> would: they go in as JSON lines, and no mark of the gold goes with them.</summary>
/// <param name="threads">How many documents are read at once.</param>
internal sealed class GoldReader(int threads)
{
    private readonly ReadingPipeline _pipeline = ReadingPipeline.Open();

    /// <summary>Gets every line of output, as far as it is set; ids are those of the gold.</summary>
    public VerbatimCheck? Check { get; init; }

    /// <summary>Reads the documents.</summary>
    public GoldReadings Read(IReadOnlyList<GoldDocument> gold)
    {
        var readings = new Dictionary<string, Reading>(gold.Count, StringComparer.Ordinal);
        using var input = Lines(gold.Select(document => document.Article));
        var clock = Stopwatch.StartNew();
        foreach (var result in _pipeline.Read(input, "gold", InputFormat.Jsonl, threads))
        {
            if (result.Reading is { } reading) readings[result.Id] = reading;
        }

        var time = clock.Elapsed;
        foreach (var document in gold)
        {
            // A text that was changed on its way would make every offset of the gold a lie.
            if (readings.TryGetValue(document.Article.Id, out var reading) && reading.Document.Text != document.Article.Text) readings.Remove(document.Article.Id);
        }

        if (Check is not null) AddLines(readings.Values);
        return new GoldReadings(readings, gold.Count - readings.Count, gold.Sum(document => CountWords(document.Article.Text)), time);
    }

    /// <summary>The runs of characters between white space.</summary>
    public static int CountWords(string text)
    {
        var count = 0;
        var isInside = false;
        foreach (var letter in text)
        {
            var isSpace = char.IsWhiteSpace(letter);
            if (!isSpace && !isInside) count++;
            isInside = !isSpace;
        }

        return count;
    }

    private void AddLines(IEnumerable<Reading> readings)
    {
        Check!.Begin();
        foreach (var line in OrderedParallel.Map(readings, threads, static reading =>
        {
            using var buffer = new MemoryStream();
            using (var writer = new Utf8JsonWriter(buffer, ReadingJson.Options)) ReadingJson.Write(writer, reading);
            return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
        }))
        {
            Check.Add(line, "output");
        }
    }

    private static MemoryStream Lines(IEnumerable<Article> articles)
    {
        var lines = new MemoryStream();
        foreach (var article in articles)
        {
            using (var writer = new Utf8JsonWriter(lines, ReadingJson.Options))
            {
                writer.WriteStartObject();
                writer.WriteString("id", article.Id);
                writer.WriteString("text", article.Text);
                if (article.Title is not null) writer.WriteString("title", article.Title);
                if (article.Published is not null) writer.WriteString("published", article.Published);
                if (article.Language is not null) writer.WriteString("language", article.Language);
                writer.WriteEndObject();
            }

            lines.WriteByte((byte)'\n');
        }

        lines.Position = 0;
        return lines;
    }
}
