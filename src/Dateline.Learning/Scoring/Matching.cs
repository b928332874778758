using Dateline.Text;

namespace Dateline.Learning.Scoring;

/// <summary>Pairs what was found with what is in the gold, one to one.</summary>
internal static class Matching
{
    /// <summary>The pairs by falling likeness; of equal ones the earlier in the gold, then the earlier found. Likeness 0 never pairs.</summary>
    public static List<(int Gold, int Found)> BestFirst(int gold, int found, Func<int, int, double> likeness)
    {
        var cells = new List<(double Likeness, int Gold, int Found)>();
        for (var g = 0; g < gold; g++)
        {
            for (var f = 0; f < found; f++)
            {
                if (likeness(g, f) is > 0 and var value) cells.Add((value, g, f));
            }
        }

        cells.Sort((left, right) => left.Likeness != right.Likeness ? right.Likeness.CompareTo(left.Likeness)
            : left.Gold != right.Gold ? left.Gold.CompareTo(right.Gold) : left.Found.CompareTo(right.Found));
        var pairs = new List<(int, int)>();
        var (takenGold, takenFound) = (new bool[gold], new bool[found]);
        foreach (var (_, g, f) in cells)
        {
            if (takenGold[g] || takenFound[f]) continue;
            takenGold[g] = takenFound[f] = true;
            pairs.Add((g, f));
        }

        return pairs;
    }

    /// <summary>As many pairs as possible (augmenting paths, Kuhn 1955).</summary>
    /// <returns>For each found one the gold one it is paired with, or -1.</returns>
    public static int[] Most(int gold, int found, Func<int, int, bool> matches)
    {
        var partner = new int[found];
        Array.Fill(partner, -1);
        for (var g = 0; g < gold; g++) Place(g, new bool[found]);
        return partner;

        bool Place(int g, bool[] seen)
        {
            for (var f = 0; f < found; f++)
            {
                if (seen[f] || !matches(g, f)) continue;
                seen[f] = true;
                if (partner[f] >= 0 && !Place(partner[f], seen)) continue;
                partner[f] = g;
                return true;
            }

            return false;
        }
    }

    /// <summary>Shared length over the length from the first beginning to the last end; 0 where the spans do not overlap.</summary>
    public static double Likeness(TextSpan left, TextSpan right)
    {
        var shared = Math.Min(left.End, right.End) - Math.Max(left.Start, right.Start);
        return shared <= 0 ? 0 : (double)shared / TextSpan.Union(left, right).Length;
    }
}
