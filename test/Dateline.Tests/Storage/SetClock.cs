namespace Dateline.Tests.Storage;

/// <summary>A clock that stands where a test puts it.</summary>
internal sealed class SetClock(string day) : TimeProvider
{
    private DateTimeOffset _now = At(day);

    public void Put(string day) => _now = At(day);

    public override DateTimeOffset GetUtcNow() => _now;

    private static DateTimeOffset At(string day) => new(DateOnly.ParseExact(day, "yyyy-MM-dd").ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);
}
