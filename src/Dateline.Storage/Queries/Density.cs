namespace Dateline.Storage;

/// <summary>What one count of a density stands for, the finest first.</summary>
public enum DensityUnit
{
    /// <summary>A day.</summary>
    Day,

    /// <summary>A month.</summary>
    Month,

    /// <summary>A year.</summary>
    Year,

    /// <summary>Ten years, from one that ends in 0.</summary>
    Decade,
}

/// <summary>How a chronology lies in time. Counts, rest and undated together are all its lines, each once.</summary>
/// <param name="Unit">What one count stands for.</param>
/// <param name="Counts">Units with at least one line, in order of time.</param>
/// <param name="Vaguer">Dated lines that belong to no one unit: their days reach over several, or beyond the days asked for.</param>
/// <param name="Undated">Lines without a day, those included that a question for certain days leaves out.</param>
public sealed record Density(DensityUnit Unit, IReadOnlyList<DensityCount> Counts, int Vaguer, int Undated);

/// <summary>How many lines have all their days in one unit of time.</summary>
/// <param name="First">The unit's first day.</param>
/// <param name="Count">How many, 1 at least.</param>
public sealed record DensityCount(DateOnly First, int Count);

/// <summary>The calendar of <see cref="DensityUnit"/>.</summary>
public static class DensityUnits
{
    /// <summary>The last day of the unit that begins on <paramref name="first"/>.</summary>
    public static DateOnly LastDay(this DensityUnit unit, DateOnly first) => unit switch
    {
        DensityUnit.Day => first,
        DensityUnit.Month => new DateOnly(first.Year, first.Month, DateTime.DaysInMonth(first.Year, first.Month)),
        DensityUnit.Year => new DateOnly(first.Year, 12, 31),
        _ => new DateOnly(Math.Min(first.Year / 10 * 10 + 9, 9999), 12, 31),
    };

    /// <summary>How many units lie between those of two days; 0 within one.</summary>
    public static int Between(this DensityUnit unit, DateOnly first, DateOnly last) => unit switch
    {
        DensityUnit.Day => last.DayNumber - first.DayNumber,
        DensityUnit.Month => (last.Year - first.Year) * 12 + last.Month - first.Month,
        DensityUnit.Year => last.Year - first.Year,
        _ => last.Year / 10 - first.Year / 10,
    };

    /// <summary>How much of an ISO 8601 day names its unit.</summary>
    internal static int Digits(this DensityUnit unit) => unit switch { DensityUnit.Day => 10, DensityUnit.Month => 7, DensityUnit.Year => 4, _ => 3 };

    /// <summary>The first day of the unit of that name. The first decade begins with the year 1.</summary>
    internal static DateOnly FirstDay(this DensityUnit unit, string name) => unit switch
    {
        DensityUnit.Day => DateOnly.ParseExact(name, "yyyy-MM-dd"),
        DensityUnit.Month => DateOnly.ParseExact(name + "-01", "yyyy-MM-dd"),
        DensityUnit.Year => new DateOnly(int.Parse(name), 1, 1),
        _ => new DateOnly(Math.Max(1, int.Parse(name) * 10), 1, 1),
    };
}
