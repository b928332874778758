namespace Dateline.Storage;

/// <summary>When a source is looked at again: sooner where something was new, later where nothing was.</summary>
/// <remarks>
/// Halving on change and growing by half without it settles near the pace at which a source publishes, whatever that is, without
/// keeping a history of it.
/// </remarks>
public static class WatchSchedule
{
    /// <summary>No source is asked more often.</summary>
    public static TimeSpan Shortest { get; } = TimeSpan.FromMinutes(5);

    /// <summary>Every source is asked this often.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromHours(24);

    /// <summary>The interval of a source that nothing is known of.</summary>
    public static TimeSpan First { get; } = TimeSpan.FromHours(1);

    /// <summary>Failing this long, a source counts as dead.</summary>
    public static TimeSpan DeadAfter { get; } = TimeSpan.FromDays(14);

    /// <summary>The next interval after an answer.</summary>
    /// <param name="interval">The present one.</param>
    /// <param name="changed">Whether the answer held something new.</param>
    public static TimeSpan After(TimeSpan interval, bool changed) => Clamp(interval * (changed ? 0.5 : 1.5));

    /// <summary>The wait after a failure: the interval at least, doubled with each failure in a row.</summary>
    /// <param name="interval">The present interval, which a failure does not change.</param>
    /// <param name="failures">Failures in a row, this one counted; from 1.</param>
    public static TimeSpan AfterFailure(TimeSpan interval, int failures) => Clamp(interval * Math.Pow(2, Math.Clamp(failures - 1, 0, 20)));

    static TimeSpan Clamp(TimeSpan time) => time < Shortest ? Shortest : time > Longest ? Longest : time;
}
