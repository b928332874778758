using System.Globalization;

namespace Dateline.Cli.Evaluation;

/// <summary>Prints a score sheet as a table.</summary>
internal static class ScoreTable
{
    /// <summary>Prints what was run, then a line for each measure.</summary>
    public static void Print(TextWriter output, string task, EvaluationRun run)
    {
        var unit = task switch { "parse" => "sentences", "extract" => "pages", "verbatim" => "lines", _ => "documents" };
        output.Write($"{task}: {run.Documents} {unit}");
        if (run.Words > 0) output.Write($", {run.Words} words");
        if (run.Failed > 0) output.Write($", {run.Failed} not read");
        if (run.Time > TimeSpan.Zero) output.Write(string.Create(CultureInfo.InvariantCulture, $", {run.Time.TotalSeconds:F1} s, {run.WordsPerSecond:F0} words/s"));
        output.WriteLine();
        var lines = run.Sheet.Lines.ToArray();
        var width = Math.Max(10, lines.Max(line => line.Measure.Length));
        if (Array.Exists(lines, line => line.Precision is not null)) output.WriteLine($"{new string(' ', width)}  {"P",6} {"R",6} {"F1",6}  {"right",7} {"found",7} {"gold",7}");
        foreach (var line in lines)
        {
            output.WriteLine(line.Precision is not null
                ? $"{line.Measure.PadRight(width)}  {Figure(line.Precision),6} {Figure(line.Recall),6} {Figure(line.Value),6}  {line.Right,7} {line.Found,7} {line.Gold,7}"
                : $"{line.Measure.PadRight(width)}  {Figure(line.Value),6}{(line.Gold is null ? "" : $"   ({line.Right} of {line.Gold})")}");
        }
    }

    /// <summary>A figure with two decimals; a dash where there is none.</summary>
    public static string Figure(double? value) => value is { } figure ? figure.ToString(figure == Math.Floor(figure) && Math.Abs(figure) > 100 ? "F0" : "F2", CultureInfo.InvariantCulture) : "-";
}
