namespace Dateline.Learning.Scoring;

/// <summary>
/// Aligns the words of two analyses of one text as in the CoNLL 2018 shared task (Zeman et al. 2018).
/// </summary>
/// <remarks>
/// Words align where their characters are the same. Where either side has a multiword token, all words in the stretch that
/// it covers (overlapping stretches count as one) align by the longest common subsequence of their forms.
/// </remarks>
internal static class WordAlignment
{
    /// <summary>Pairs of indexes (gold, found), by rising gold index.</summary>
    public static List<(int Gold, int Found)> Of(IReadOnlyList<PlacedWord> gold, IReadOnlyList<PlacedWord> found)
    {
        var stretches = Stretches(gold.Concat(found));
        var starts = stretches.ConvertAll(stretch => stretch.Start);
        var pairs = new List<(int, int)>();
        var insideGold = new SortedDictionary<int, List<int>>();
        var insideFound = new Dictionary<int, List<int>>();
        var bySpan = new Dictionary<(int, int), int>();
        for (var f = 0; f < found.Count; f++)
        {
            if (StretchOf(found[f]) is not { } stretch) bySpan[(found[f].Start, found[f].End)] = f;
            else if (insideFound.TryGetValue(stretch, out var others)) others.Add(f);
            else insideFound.Add(stretch, [f]);
        }

        for (var g = 0; g < gold.Count; g++)
        {
            if (StretchOf(gold[g]) is { } stretch)
            {
                if (insideGold.TryGetValue(stretch, out var others)) others.Add(g);
                else insideGold.Add(stretch, [g]);
            }
            else if (bySpan.TryGetValue((gold[g].Start, gold[g].End), out var f))
            {
                pairs.Add((g, f));
            }
        }

        foreach (var (stretch, inside) in insideGold)
        {
            if (insideFound.TryGetValue(stretch, out var other)) AlignInside(gold, found, inside, other, pairs);
        }

        pairs.Sort();
        return pairs;

        int? StretchOf(PlacedWord word)
        {
            var index = starts.BinarySearch(word.Start);
            if (index < 0) index = ~index - 1;
            return index >= 0 && word.End <= stretches[index].End ? index : null;
        }
    }

    private static List<(int Start, int End)> Stretches(IEnumerable<PlacedWord> words)
    {
        var merged = new List<(int Start, int End)>();
        foreach (var (start, end) in words.Where(word => word.IsPart).Select(word => (word.Start, word.End)).Distinct().Order())
        {
            if (merged.Count > 0 && start < merged[^1].End) merged[^1] = (merged[^1].Start, Math.Max(end, merged[^1].End));
            else merged.Add((start, end));
        }

        return merged;
    }

    private static void AlignInside(IReadOnlyList<PlacedWord> gold, IReadOnlyList<PlacedWord> found, List<int> g, List<int> f, List<(int, int)> pairs)
    {
        var longest = new int[g.Count + 1, f.Count + 1];
        for (var i = g.Count - 1; i >= 0; i--)
        {
            for (var j = f.Count - 1; j >= 0; j--)
                longest[i, j] = Same(i, j) ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
        }

        for (int i = 0, j = 0; i < g.Count && j < f.Count;)
        {
            if (Same(i, j)) pairs.Add((g[i++], f[j++]));
            else if (longest[i, j] == longest[i + 1, j]) i++;
            else j++;
        }

        bool Same(int i, int j) => string.Equals(gold[g[i]].Word.Form, found[f[j]].Word.Form, StringComparison.OrdinalIgnoreCase);
    }
}
