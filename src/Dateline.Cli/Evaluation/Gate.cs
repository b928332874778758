using Dateline.Learning.Scoring;

namespace Dateline.Cli.Evaluation;

/// <summary>The quality gate: every development figure beside its floor.</summary>
/// <param name="data">The folder of the corpora.</param>
/// <param name="floors">What is asked.</param>
/// <param name="threads">How many documents are read at once.</param>
internal sealed class Gate(string data, FloorsFile floors, int threads)
{
    /// <summary>The names of all measures.</summary>
    public IEnumerable<string> Measures => DevelopmentSets.All.SelectMany(set => set.Measures).Append(DevelopmentSets.Verbatim).Select(measure => measure.Name);

    /// <summary>Measures everything whose gold is there.</summary>
    /// <param name="only">Only measures whose name contains this, without regard to case; null for all.</param>
    /// <param name="report">Told what is measured next, and what could not be.</param>
    public IReadOnlyList<GateFigure> Run(string? only, Action<string> report)
    {
        var verbatim = new VerbatimCheck();
        var evaluator = new Evaluator(threads, verbatim);
        var figures = new List<GateFigure>();
        foreach (var set in DevelopmentSets.All)
        {
            var measures = Array.FindAll(set.Measures, measure => IsWanted(measure.Name, only));
            if (measures.Length == 0) continue;
            var run = Measure(evaluator, set, report);
            foreach (var measure in measures) figures.Add(new GateFigure(measure, run?.Sheet[measure.Line], run is null ? null : measure.Of(run.Sheet), floors[measure.Name], run));
        }

        if (only is null)
        {
            var sheet = verbatim.ToSheet();
            foreach (var error in sheet.Errors.Take(20)) report($"verbatim: {error}");
            var run = new EvaluationRun(sheet, (int)(sheet["documents"].Value ?? 0), 0, 0, TimeSpan.Zero);
            figures.Add(new GateFigure(DevelopmentSets.Verbatim, sheet[DevelopmentSets.Verbatim.Line], DevelopmentSets.Verbatim.Of(sheet), floors[DevelopmentSets.Verbatim.Name], run));
        }

        return figures;
    }

    /// <summary>Writes what was reached into the floors.</summary>
    /// <param name="figures">What was reached.</param>
    /// <param name="lowered">Measures whose floor may fall; “all” for every one.</param>
    /// <returns>The names of the floors that were moved.</returns>
    public IReadOnlyList<string> Raise(IEnumerable<GateFigure> figures, IReadOnlyCollection<string> lowered)
    {
        var moved = new List<string>();
        foreach (var figure in figures)
        {
            var name = figure.Measure.Name;
            if (figure.Value is not { } value || GateFigure.Rounded(value) == figure.Floor.Value) continue;
            if (!figure.HasRisen && !lowered.Contains(name) && !lowered.Contains("all")) continue;
            floors[name] = figure.Floor with { Value = GateFigure.Rounded(value) };
            moved.Add(name);
        }

        return moved;
    }

    private EvaluationRun? Measure(Evaluator evaluator, DevelopmentSet set, Action<string> report)
    {
        string[] files = [.. set.Files.Select(file => Path.Combine(data, file))];
        if (Array.Find(files, file => !File.Exists(file)) is { } missing)
        {
            report($"left out: {missing} is not there");
            return null;
        }

        report($"{set.Task}: {string.Join(' ', set.Files)}");
        return evaluator.Run(set.Task, files, set.Options);
    }

    private static bool IsWanted(string name, string? only) => only is null || name.Contains(only, StringComparison.OrdinalIgnoreCase);
}
