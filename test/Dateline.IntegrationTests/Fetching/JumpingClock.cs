namespace Dateline.IntegrationTests.Fetching;

/// <summary>A clock that jumps over every wait and notes how long it would have been.</summary>
internal sealed class JumpingClock : TimeProvider
{
    readonly Lock _lock = new();
    DateTimeOffset _now = new(2025, 11, 19, 8, 0, 0, TimeSpan.Zero);

    public List<TimeSpan> Waits { get; } = [];

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
            return _now;
    }

    public void Pass(TimeSpan time)
    {
        lock (_lock)
            _now += time;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (_lock)
        {
            Waits.Add(dueTime);
            _now += dueTime;
        }
        return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
