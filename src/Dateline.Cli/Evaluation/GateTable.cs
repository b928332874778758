namespace Dateline.Cli.Evaluation;

/// <summary>Prints the figures of the gate beside what is asked of them.</summary>
internal static class GateTable
{
    private const string Header = "| measure | figure | P | R | n | floor | must | aim |";

    /// <summary>As a table for a terminal.</summary>
    public static void Print(TextWriter output, IReadOnlyList<GateFigure> figures)
    {
        var width = figures.Max(figure => figure.Measure.Name.Length);
        output.WriteLine($"{"measure".PadRight(width)}  {"figure",7} {"floor",7} {"must",7} {"aim",7}  {"P",6} {"R",6} {"n",7} {"words/s",8}");
        foreach (var figure in figures)
        {
            var (line, floor) = (figure.Line, figure.Floor);
            var speed = figure.Run is { WordsPerSecond: > 0 } run ? run.WordsPerSecond.ToString("F0") : "";
            output.WriteLine(
                $"{figure.Measure.Name.PadRight(width)}  {ScoreTable.Figure(figure.Value),7} {Asked(floor.Value),7} {Asked(floor.Must),7} {Asked(floor.Aim),7}"
                + $"  {Asked(line?.Precision),6} {Asked(line?.Recall),6} {Count(figure),7} {speed,8}  {Verdict(figure)}".TrimEnd());
        }
    }

    /// <summary>The page with its table of figures replaced; null when it has none.</summary>
    public static string? OnPage(string page, IReadOnlyList<GateFigure> figures)
    {
        var start = page.IndexOf(Header, StringComparison.Ordinal);
        if (start < 0) return null;
        var end = start;
        while (end < page.Length && page[end] == '|') end = page.IndexOf('\n', end) is >= 0 and var line ? line + 1 : page.Length;
        using var table = new StringWriter { NewLine = "\n" };
        PrintMarkdown(table, figures);
        return $"{page[..start]}{table}{page[end..]}";
    }

    /// <summary>As the table of docs/accuracy.md.</summary>
    public static void PrintMarkdown(TextWriter output, IReadOnlyList<GateFigure> figures)
    {
        output.WriteLine(Header);
        output.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var figure in figures)
        {
            var (line, floor) = (figure.Line, figure.Floor);
            var value = ScoreTable.Figure(figure.Value) + (figure.MissesMust ? " **missed**" : "");
            output.WriteLine($"| {figure.Measure.Name} | {value} | {Asked(line?.Precision)} | {Asked(line?.Recall)} | {Count(figure)} | {Asked(floor.Value)} | {Asked(floor.Must)} | {Asked(floor.Aim)} |");
        }
    }

    private static string Verdict(GateFigure figure) =>
        figure.HasFallen && figure.Value is null ? "NOT MEASURED"
        : figure.HasFallen ? "FALLEN"
        : figure.MissesMust ? "misses must"
        : figure.ReachesAim ? "reaches aim"
        : "";

    private static string Asked(double? value) => value is null ? "" : ScoreTable.Figure(value);

    private static string Count(GateFigure figure) => (figure.Line?.Gold ?? figure.Run?.Documents)?.ToString() ?? "";
}
