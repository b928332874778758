namespace Dateline.Chronology.Reviews;

/// <summary>How often two coders gave which pair of values to the same unit.</summary>
/// <remarks>Immutable.</remarks>
public sealed class ConfusionTable
{
    private readonly int[,] _counts;

    private ConfusionTable(IReadOnlyList<string> values, int[,] counts, int total)
    {
        Values = values;
        _counts = counts;
        Total = total;
    }

    /// <summary>The values that either coder gave, in ordinal order.</summary>
    public IReadOnlyList<string> Values { get; }

    /// <summary>How many units both coders rated.</summary>
    public int Total { get; }

    /// <summary>How often the first coder gave one value where the second gave another.</summary>
    /// <param name="one">Place of the first coder's value in <see cref="Values"/>.</param>
    /// <param name="other">Place of the second coder's.</param>
    public int this[int one, int other] => _counts[one, other];

    /// <summary>How often both gave the same value.</summary>
    public int Agreed => Enumerable.Range(0, Values.Count).Sum(at => _counts[at, at]);

    /// <summary>How often the first coder gave a value.</summary>
    public int OfFirst(int value) => Enumerable.Range(0, Values.Count).Sum(other => _counts[value, other]);

    /// <summary>How often the second coder gave a value.</summary>
    public int OfSecond(int value) => Enumerable.Range(0, Values.Count).Sum(one => _counts[one, value]);

    /// <summary>The table of pairs of values, each pair of one unit.</summary>
    public static ConfusionTable Of(IEnumerable<(string One, string Other)> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var all = pairs.ToList();
        var values = all.SelectMany(pair => new[] { pair.One, pair.Other }).Distinct().Order(StringComparer.Ordinal).ToList();
        var places = values.Select((value, at) => (value, at)).ToDictionary(pair => pair.value, pair => pair.at, StringComparer.Ordinal);
        var counts = new int[values.Count, values.Count];
        foreach (var (one, other) in all) counts[places[one], places[other]]++;
        return new ConfusionTable(values, counts, all.Count);
    }

    /// <summary>The table of two coders, of the units that both rated.</summary>
    public static ConfusionTable Of(IEnumerable<Rating> ratings, string one, string other)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        var all = ratings.ToList();
        var others = all.Where(rating => rating.Coder == other).ToDictionary(rating => rating.Unit, rating => rating.Value, StringComparer.Ordinal);
        return Of(all.Where(rating => rating.Coder == one && others.ContainsKey(rating.Unit)).Select(rating => (rating.Value, others[rating.Unit])));
    }
}
