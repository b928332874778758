namespace Dateline.Chronology.Reviews;

/// <summary>
/// How far two coders agree beyond what their habits alone would give: Cohen's kappa.
/// </summary>
/// <remarks>J. Cohen, A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20 (1960) 37–46.</remarks>
/// <param name="Units">How many units both rated.</param>
/// <param name="Observed">The share of them on which they agree, 0 to 1; 0 without units.</param>
/// <param name="Expected">The share on which they would agree if each kept his own frequencies and drew by lot, 0 to 1.</param>
public sealed record CohenKappa(int Units, double Observed, double Expected)
{
    /// <summary>
    /// From −1 to 1: 1 for full agreement, 0 for that of the lot. Null where it is not defined: without units, and where
    /// both gave one and the same value throughout, so that nothing tells agreement from habit.
    /// </summary>
    public double? Value => Units == 0 || Expected >= 1 ? null : (Observed - Expected) / (1 - Expected);

    /// <summary>The kappa of a table.</summary>
    public static CohenKappa Of(ConfusionTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Total == 0) return new CohenKappa(0, 0, 0);
        double total = table.Total;
        var expected = Enumerable.Range(0, table.Values.Count).Sum(value => table.OfFirst(value) * (double)table.OfSecond(value)) / (total * total);
        return new CohenKappa(table.Total, table.Agreed / total, expected);
    }
}
