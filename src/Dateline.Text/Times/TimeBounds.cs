namespace Dateline.Text.Times;

/// <summary>
/// The widest stretch of days that a time can mean, both ends inside.
/// </summary>
/// <remarks>
/// Both ends inside, because people who say “from Monday to Friday” mean the Friday too. A null end is open
/// (“since July” has no last day). Equality is by value; the default value is open on both sides.
/// </remarks>
/// <param name="First">Earliest day, or null when open.</param>
/// <param name="Last">Latest day, or null when open.</param>
public readonly record struct TimeBounds(DateOnly? First, DateOnly? Last)
{
    /// <summary>Whether <paramref name="day"/> may be meant.</summary>
    public bool Contains(DateOnly day) => (First is null || day >= First) && (Last is null || day <= Last);

    /// <summary>Whether some day may be meant by both.</summary>
    public bool Overlaps(TimeBounds other) =>
        (First is null || other.Last is null || First <= other.Last) && (other.First is null || Last is null || other.First <= Last);
}
