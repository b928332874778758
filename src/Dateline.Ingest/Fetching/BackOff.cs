namespace Dateline.Ingest.Fetching;

/// <summary>Waits that double, spread by half to either side, so that many who failed together do not come back together.</summary>
internal static class BackOff
{
    /// <summary>The wait before trying again.</summary>
    /// <param name="first">Middle of the first wait.</param>
    /// <param name="longest">No wait is longer.</param>
    /// <param name="failures">Failures before this one, from 0.</param>
    /// <param name="chance">From 0 up to but without 1.</param>
    public static TimeSpan Wait(TimeSpan first, TimeSpan longest, int failures, double chance)
    {
        var middle = first * Math.Pow(2, Math.Clamp(failures, 0, 30));
        var wait = middle * (0.5 + chance);
        return wait < longest ? wait : longest;
    }
}
