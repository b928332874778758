namespace Dateline.Learning.Scoring;

/// <summary>Precision, recall and F1 of a clustering, in per cent.</summary>
/// <param name="Precision">Of what was linked.</param>
/// <param name="Recall">Of what is to be linked.</param>
public readonly record struct ClusterFigure(double Precision, double Recall)
{
    /// <summary>Harmonic mean of the two.</summary>
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);
}

/// <summary>
/// The measures of the CoNLL 2012 shared task on coreference: MUC (Vilain et al. 1995), B³ (Bagga and Baldwin 1998) and the entity-based CEAF
/// (Luo 2005), as the shared task's scorer, version 8, computes them; mentions that only one side has count against it.
/// </summary>
/// <param name="Muc">Over links.</param>
/// <param name="BCubed">Over mentions.</param>
/// <param name="CeafE">Over clusters, each matched to one of the other side at most.</param>
public sealed record ClusterScore(ClusterFigure Muc, ClusterFigure BCubed, ClusterFigure CeafE)
{
    /// <summary>The mean of the three F1.</summary>
    public double Conll => (Muc.F1 + BCubed.F1 + CeafE.F1) / 3;

    /// <summary>Compares two clusterings.</summary>
    /// <param name="gold">The cluster of each mention of the gold.</param>
    /// <param name="found">The cluster of each mention that was found.</param>
    public static ClusterScore Of(IReadOnlyDictionary<string, string> gold, IReadOnlyDictionary<string, string> found)
    {
        var (goldClusters, foundClusters) = (Clusters(gold), Clusters(found));
        return new ClusterScore(
            new ClusterFigure(Links(foundClusters, gold), Links(goldClusters, found)),
            new ClusterFigure(Mentions(foundClusters, gold), Mentions(goldClusters, found)),
            Aligned(goldClusters, foundClusters, gold, found));
    }

    private static List<List<string>> Clusters(IReadOnlyDictionary<string, string> clustering) =>
        [.. clustering.GroupBy(entry => entry.Value, entry => entry.Key, StringComparer.Ordinal).Select(group => group.ToList())];

    private static double Share(double right, double of) => of == 0 ? 0 : 100 * right / of;

    private static double Links(List<List<string>> clusters, IReadOnlyDictionary<string, string> other)
    {
        long right = 0, all = 0;
        foreach (var cluster in clusters)
        {
            var alone = cluster.Count(mention => !other.ContainsKey(mention));
            var parts = cluster.Where(other.ContainsKey).Select(mention => other[mention]).Distinct(StringComparer.Ordinal).Count() + alone;
            right += cluster.Count - parts;
            all += cluster.Count - 1;
        }

        return Share(right, all);
    }

    private static double Mentions(List<List<string>> clusters, IReadOnlyDictionary<string, string> other)
    {
        double right = 0;
        var all = 0;
        foreach (var cluster in clusters)
        {
            all += cluster.Count;
            foreach (var part in cluster.Where(other.ContainsKey).GroupBy(mention => other[mention], StringComparer.Ordinal))
            {
                double size = part.Count();
                right += size * size / cluster.Count;
            }
        }

        return Share(right, all);
    }

    private static ClusterFigure Aligned(
        List<List<string>> goldClusters, List<List<string>> foundClusters, IReadOnlyDictionary<string, string> gold, IReadOnlyDictionary<string, string> found)
    {
        // Only clusters that share a mention can be matched, so each connected part of them is a small problem of its own.
        var names = foundClusters.Select((cluster, number) => (found[cluster[0]], number)).ToDictionary(entry => entry.Item1, entry => entry.number, StringComparer.Ordinal);
        var similar = new List<(int Gold, int Found, double Value)>();
        for (var g = 0; g < goldClusters.Count; g++)
        {
            foreach (var part in goldClusters[g].Where(found.ContainsKey).GroupBy(mention => names[found[mention]]))
                similar.Add((g, part.Key, 2.0 * part.Count() / (goldClusters[g].Count + foundClusters[part.Key].Count)));
        }

        var root = Enumerable.Range(0, goldClusters.Count + foundClusters.Count).ToArray();
        foreach (var (g, f, _) in similar) root[Root(g)] = Root(goldClusters.Count + f);
        var sum = similar.GroupBy(edge => Root(edge.Gold)).Sum(part => Best([.. part]));
        return new ClusterFigure(Share(sum, foundClusters.Count), Share(sum, goldClusters.Count));

        int Root(int node)
        {
            while (root[node] != node) node = root[node] = root[root[node]];
            return node;
        }
    }

    // The assignment of the highest sum, by the Hungarian algorithm with potentials (Kuhn 1955, in the form of Jonker and Volgenant).
    private static double Best((int Gold, int Found, double Value)[] edges)
    {
        if (edges.Length == 1) return edges[0].Value;
        var rows = edges.Select(edge => edge.Gold).Distinct().ToArray();
        var columns = edges.Select(edge => edge.Found).Distinct().ToArray();
        var turned = rows.Length > columns.Length;
        var row = (turned ? columns : rows).Select((name, number) => (name, number)).ToDictionary(entry => entry.name, entry => entry.number);
        var column = (turned ? rows : columns).Select((name, number) => (name, number)).ToDictionary(entry => entry.name, entry => entry.number);
        var value = new double[row.Count, column.Count];
        foreach (var (gold, found, amount) in edges) value[row[turned ? found : gold], column[turned ? gold : found]] = amount;
        int n = row.Count, m = column.Count;
        double[] left = new double[n + 1], right = new double[m + 1];
        int[] match = new int[m + 1], way = new int[m + 1];
        for (var i = 1; i <= n; i++)
        {
            match[0] = i;
            var at = 0;
            var least = new double[m + 1];
            Array.Fill(least, double.PositiveInfinity);
            var used = new bool[m + 1];
            do
            {
                used[at] = true;
                var (from, step, next) = (match[at], double.PositiveInfinity, 0);
                for (var j = 1; j <= m; j++)
                {
                    if (used[j]) continue;
                    var reduced = -value[from - 1, j - 1] - left[from] - right[j];
                    if (reduced < least[j]) (least[j], way[j]) = (reduced, at);
                    if (least[j] < step) (step, next) = (least[j], j);
                }

                for (var j = 0; j <= m; j++)
                {
                    if (used[j]) (left[match[j]], right[j]) = (left[match[j]] + step, right[j] - step);
                    else least[j] -= step;
                }

                at = next;
            }
            while (match[at] != 0);
            for (; at != 0; at = way[at]) match[at] = match[way[at]];
        }

        var sum = 0.0;
        for (var j = 1; j <= m; j++)
        {
            if (match[j] != 0) sum += value[match[j] - 1, j - 1];
        }

        return sum;
    }
}
