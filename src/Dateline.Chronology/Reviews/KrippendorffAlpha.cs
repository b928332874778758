namespace Dateline.Chronology.Reviews;

/// <summary>
/// How reliable ratings of any number of coders are, units that some did not rate included: Krippendorff's alpha for
/// nominal data.
/// </summary>
/// <remarks>
/// K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011, section C: from the matrix of coincidences within
/// units. A unit that only one coder rated can be paired with nothing and does not count.
/// </remarks>
/// <param name="Units">How many units at least two coders rated.</param>
/// <param name="Values">How many ratings these units have together.</param>
/// <param name="Observed">The share of pairs of ratings of one unit that differ, 0 to 1.</param>
/// <param name="Expected">The share of pairs that would differ if ratings fell on units by lot, 0 to 1.</param>
public sealed record KrippendorffAlpha(int Units, int Values, double Observed, double Expected)
{
    /// <summary>
    /// 1 for full agreement, 0 for that of the lot, less for worse. Null where it is not defined: without units, and where
    /// only one value was ever given, so that nothing tells agreement from habit.
    /// </summary>
    public double? Value => Units == 0 || Expected <= 0 ? null : 1 - (Observed / Expected);

    /// <summary>The alpha of ratings; each coder rates a unit once at most.</summary>
    public static KrippendorffAlpha Of(IEnumerable<Rating> ratings)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        var units = ratings.GroupBy(rating => rating.Unit, StringComparer.Ordinal)
            .Select(unit => unit.CountBy(rating => rating.Value).ToDictionary(StringComparer.Ordinal)).Where(unit => unit.Values.Sum() > 1).ToList();
        var totals = new Dictionary<string, int>(StringComparer.Ordinal);
        var differing = 0.0;
        foreach (var unit in units)
        {
            var size = unit.Values.Sum();
            // Of the size·(size−1) ordered pairs within a unit, each weighs 1/(size−1), so that a unit weighs as many as it has ratings.
            foreach (var (value, count) in unit)
            {
                differing += count * (double)(size - count) / (size - 1);
                totals[value] = totals.GetValueOrDefault(value) + count;
            }
        }

        var all = totals.Values.Sum();
        if (all == 0) return new KrippendorffAlpha(0, 0, 0, 0);
        var expected = totals.Values.Sum(count => count * (double)(all - count)) / ((double)all * (all - 1));
        return new KrippendorffAlpha(units.Count, all, differing / all, expected);
    }
}
