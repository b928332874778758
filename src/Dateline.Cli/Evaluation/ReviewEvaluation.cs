using Dateline.Chronology.Reviews;
using Dateline.Learning.Scoring;
using Dateline.Storage;

namespace Dateline.Cli.Evaluation;

/// <summary>Scores the readings that a store holds against what people decided in it, run by run: nothing is read anew.</summary>
internal static class ReviewEvaluation
{
    /// <summary>Whether a file is a store rather than gold in JSON lines.</summary>
    public static bool IsStore(string path)
    {
        Span<byte> head = stackalloc byte[15];
        using var file = File.OpenRead(path);
        return file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head.SequenceEqual("SQLite format 3"u8);
    }

    /// <summary>Scores the readings of stores; each run has its own lines.</summary>
    /// <exception cref="InvalidDataException">A store cannot be opened.</exception>
    public static EvaluationRun Run(IReadOnlyList<string> paths)
    {
        var sheet = new ScoreSheet();
        var documents = 0;
        foreach (var path in paths)
        {
            try
            {
                using var store = Store.OpenExisting(path);
                using var reader = store.OpenReader();
                var texts = reader.ReviewedTexts();
                documents += texts.Count;
                foreach (var run in texts.SelectMany(text => text.Readings.Select(reading => (text.Reviews, Reading: reading))).GroupBy(text => (text.Reading.Run, text.Reading.Program)).OrderBy(run => run.Key.Run))
                {
                    var name = paths.Count == 1 ? $"run {run.Key.Run} ({run.Key.Program}): " : $"{Path.GetFileName(path)} run {run.Key.Run} ({run.Key.Program}): ";
                    ReviewScorer.Add(sheet, name, run.Select(text => ((IReadOnlyList<ReviewedTelling>)text.Reviews, (IReadOnlyList<ReadTelling>)text.Reading.Tellings)));
                }
            }
            catch (StoreException fault)
            {
                throw new InvalidDataException(fault.Message, fault);
            }
        }

        if (documents == 0) sheet.Share("shown, right", 0, 0);
        return new EvaluationRun(sheet, documents, 0, 0, TimeSpan.Zero);
    }
}
