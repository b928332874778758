namespace Dateline.Cli.Evaluation;

/// <summary>What is asked of a measure. Each figure may be absent.</summary>
/// <param name="Value">What has been reached before; for a measure that should be low, the ceiling.</param>
/// <param name="Must">What it has to reach.</param>
/// <param name="Aim">What it should reach.</param>
internal sealed record Floor(double? Value, double? Must, double? Aim)
{
    /// <summary>How far a figure may stand below its floor: less than this moves with the machine and says nothing.</summary>
    public const double Tolerance = 0.05;

    /// <summary>Nothing is asked.</summary>
    public static Floor None { get; } = new(null, null, null);
}

/// <summary>How a figure stands to its floor.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Line">The line it was taken from; null when its gold was not there.</param>
/// <param name="Value">The figure; null when it could not be measured.</param>
/// <param name="Floor">What is asked.</param>
/// <param name="Run">The run that it comes from; null when there was none.</param>
internal sealed record GateFigure(DevelopmentMeasure Measure, Learning.Scoring.ScoreLine? Line, double? Value, Floor Floor, EvaluationRun? Run)
{
    /// <summary>Whether it is worse than its floor by more than the tolerance, or a floor is there and no figure.</summary>
    public bool HasFallen => Floor.Value is { } floor && (Value is not { } value || Worse(value, floor) > Floor.Tolerance + 1e-9);

    /// <summary>Whether it is better than its floor, or has none yet.</summary>
    public bool HasRisen => Value is { } value && (Floor.Value is not { } floor || Worse(Rounded(value), floor) < 0);

    /// <summary>Whether it misses what it has to reach.</summary>
    public bool MissesMust => Floor.Must is { } must && Value is { } value && Worse(value, must) > 0;

    /// <summary>Whether it reaches what it should.</summary>
    public bool ReachesAim => Floor.Aim is { } aim && Value is { } value && Worse(value, aim) <= 0;

    /// <summary>A figure as it is written down.</summary>
    public static double Rounded(double value) => Math.Round(value, 2, MidpointRounding.AwayFromZero);

    private double Worse(double value, double than) => Measure.LowerIsBetter ? value - than : than - value;
}
