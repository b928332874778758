using Dateline.Learning.Corpora;
using Dateline.Learning.Scoring;

namespace Dateline.Cli.Evaluation;

/// <summary>Runs the program on gold and scores it, one method for all tasks. What it reads with is opened once.</summary>
/// <param name="threads">How many documents are read at once.</param>
/// <param name="check">Gets every line of output of the tasks that read documents; null to leave it unchecked.</param>
internal sealed class Evaluator(int threads, VerbatimCheck? check = null)
{
    /// <summary>The tasks.</summary>
    public static readonly string[] Tasks = ["parse", "entities", "times", "places", "attributions", "events", "incidents", "gather", "timeline", "generated", "factuality", "shown", "extract", "reliability", "reviews", "verbatim"];

    // Tellings made where no number is given.
    private const int Generated = 2_000;

    private readonly Lazy<GoldReader> _reader = new(() => new GoldReader(threads) { Check = check });

    /// <summary>Reads the gold of a task, without the answers, and scores what was read.</summary>
    /// <param name="task">One of <see cref="Tasks"/>.</param>
    /// <param name="paths">Gold files, read as one; for verbatim, files of output.</param>
    /// <param name="options">How to read and score them.</param>
    /// <exception cref="InvalidDataException">A file is not of a form that the task reads.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public EvaluationRun Run(string task, IReadOnlyList<string> paths, EvaluationOptions options) => task switch
    {
        "parse" => TreeEvaluation.Run(paths, options, threads),
        "entities" => Read(paths, options, path => NameCorpus.Read(path, options.Language), NameScorer.Score),
        "times" => Read(paths, options, path => TimeCorpus.Read(path, options.Language), TimeScorer.Score),
        "places" => Read(paths, options, path => PlaceCorpus.Read(path, options.Language), PlaceScorer.Score),
        "attributions" => Read(paths, options, path => AttributionCorpus.Read(path, options.Language), (gold, readings) => AttributionScorer.Score(gold, readings, options.OnlyDirect)),
        "events" => Read(paths, options, path => EventCorpus.Read(path, options.Language), CodedEventScorer.Score),
        "reliability" => Read(paths, options, path => EventCorpus.Read(path, options.Language), ReliabilityScorer.Score),
        "reviews" => ReviewEvaluation.IsStore(paths[0]) ? ReviewEvaluation.Run(paths) : Read(paths, options, path => ReviewCorpus.Read(path, options.Language), ReviewScorer.Score),
        "incidents" => Read(paths, options, path => IncidentCorpus.Read(path, options.MixedCase), IncidentScorer.Score),
        "gather" => Read(paths, options, path => HappeningCorpus.Read(path, options.Language), GatheringScorer.Score),
        "timeline" => Timelines(paths, options),
        "generated" => Read([string.Empty], options, _ => new GeneratedNews().Tell((options.Limit > 0 ? options.Limit : Generated) / GeneratedNews.Outlets), PairScorer.Score),
        "shown" => Read(paths, options, path => TopicCorpus.Read(path, options.Language), ShownScorer.Score),
        "factuality" => FactualityEvaluation.Run(paths, options, threads),
        "extract" => PageEvaluation.Run(paths, options.Limit, threads),
        "verbatim" => Verbatim(paths, options.Against),
        _ => throw new ArgumentException($"‘{task}’ is no task.", nameof(task)),
    };

    private EvaluationRun Timelines(IReadOnlyList<string> paths, EvaluationOptions options)
    {
        var timelines = paths.SelectMany(TimelineCorpus.Timelines).ToList();
        return Read(paths, options, path => TimelineCorpus.Documents(path, options.Language), (texts, readings) => TimelineScorer.Score(texts, timelines, readings));
    }

    private EvaluationRun Read<T>(
        IReadOnlyList<string> paths, EvaluationOptions options, Func<string, IEnumerable<T>> load, Func<IReadOnlyList<T>, IReadOnlyDictionary<string, Chronology.Reading>, ScoreSheet> score)
        where T : GoldDocument
    {
        var gold = GoldIds.Distinct(paths.SelectMany(load).Take(options.Limit > 0 ? options.Limit : int.MaxValue));
        var read = _reader.Value.Read(gold);
        return read.With(score(gold, read.Readings), gold.Count);
    }

    private static EvaluationRun Verbatim(IReadOnlyList<string> paths, string? against)
    {
        var verbatim = new VerbatimCheck(against is null ? null : InputCorpus.Read(against));
        var lines = 0;
        foreach (var path in paths)
        {
            var number = 0;
            foreach (var line in File.ReadLines(path))
            {
                number++;
                if (string.IsNullOrWhiteSpace(line)) continue;
                lines++;
                verbatim.Add(line, $"{Path.GetFileName(path)}:{number}");
            }
        }

        return new EvaluationRun(verbatim.ToSheet(), lines, 0, 0, TimeSpan.Zero);
    }
}
