namespace Dateline.Chronology.Gathering;

/// <summary>
/// Gathers tellings into events: candidates by shared kind and parties or places, a weighed comparison of each pair, and
/// merging from the surest pair down, as long as nothing in the two groups contradicts.
/// </summary>
/// <remarks>
/// Deterministic: tellings are put into an order of their own first, so the order in which they came changes nothing.
/// Precision first: what is told without any party, place or day in common stays apart. Stateless and thread-safe.
/// </remarks>
public static class Gatherer
{
    /// <summary>Two tellings of at least this many points may be one happening.</summary>
    public const double Threshold = 2.6;

    // A block of “Russia – ASSAULT” over years holds thousands: each telling then meets only its neighbours in time.
    private const int WholeBlock = 60;
    private const int Neighbours = 24;
    private const int MostChecks = 64;

    /// <summary>Groups of tellings, each one happening; groups and members in the tellings' own order.</summary>
    public static List<List<Telling>> Gather(IEnumerable<Telling> tellings)
    {
        var all = tellings.ToArray();
        Array.Sort(all, Telling.Compare);
        var stories = StoriesOf(all);
        var comparison = new TellingComparison(RarityOf(all), stories);
        var pairs = PairsOf(all, comparison, stories);
        var group = new int[all.Length];
        var members = new List<int>?[all.Length];
        for (var i = 0; i < all.Length; i++)
        {
            group[i] = i;
            members[i] = [i];
        }

        foreach (var (one, other, _) in pairs)
        {
            int to = Math.Min(group[one], group[other]), from = Math.Max(group[one], group[other]);
            if (to == from || !MayJoin(all, comparison, members[to]!, members[from]!)) continue;
            foreach (var member in members[from]!) group[member] = to;
            members[to]!.AddRange(members[from]!);
            members[from] = null;
        }

        var groups = new List<List<Telling>>();
        foreach (var list in members)
        {
            if (list is null) continue;
            list.Sort();
            groups.Add(list.ConvertAll(i => all[i]));
        }

        return groups;
    }

    /// <summary>The comparison of two tellings as <see cref="Gather"/> weighs it within <paramref name="all"/>, with its reasons.</summary>
    public static Likeness Compare(Telling one, Telling other, IReadOnlyCollection<Telling> all) => new TellingComparison(RarityOf(all), StoriesOf(all)).Compare(one, other);

    // Stories only speak for tellings without a kind; where every telling has one, there is nothing to look for.
    private static Dictionary<string, string> StoriesOf(IReadOnlyCollection<Telling> all) => all.All(telling => telling.IsCoded) ? [] : StoryFinder.Find(all);

    private static Func<int, double> RarityOf(IReadOnlyCollection<Telling> all)
    {
        var counts = new Dictionary<int, int>();
        foreach (var telling in all)
        {
            foreach (var word in telling.Context) counts[word] = counts.GetValueOrDefault(word) + 1;
        }

        var total = all.Count;
        return word => Math.Log((total + 1.0) / (counts.GetValueOrDefault(word) + 0.5));
    }

    private static List<(int One, int Other, double Points)> PairsOf(Telling[] all, TellingComparison comparison, Dictionary<string, string> stories)
    {
        var blocks = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < all.Length; i++)
        {
            foreach (var key in KeysOf(all[i], stories.GetValueOrDefault(all[i].Document)))
            {
                if (!blocks.TryGetValue(key, out var block)) blocks[key] = block = [];
                if (block.Count == 0 || block[^1] != i) block.Add(i);
            }
        }

        // Not packed into one number: the hash of such a number is the exclusive or of its halves, and neighbours would all meet in a few buckets.
        var seen = new HashSet<(int One, int Other)>();
        var pairs = new List<(int One, int Other, double Points)>();
        foreach (var block in blocks.Values)
        {
            if (block.Count > WholeBlock) block.Sort((one, other) => all[one].High.CompareTo(all[other].High) is var order and not 0 ? order : one.CompareTo(other));
            var reach = block.Count > WholeBlock ? Neighbours : block.Count;
            for (var i = 0; i < block.Count; i++)
            {
                for (var j = i + 1; j < block.Count && j - i <= reach; j++)
                {
                    int one = Math.Min(block[i], block[j]), other = Math.Max(block[i], block[j]);
                    if (!seen.Add((one, other))) continue;
                    var likeness = comparison.Compare(all[one], all[other]);
                    if (!likeness.IsExcluded && likeness.Points >= Threshold) pairs.Add((one, other, likeness.Points));
                }
            }
        }

        pairs.Sort((left, right) => right.Points.CompareTo(left.Points) is var order and not 0 ? order : (left.One, left.Other).CompareTo((right.One, right.Other)));
        return pairs;
    }

    private static IEnumerable<string> KeysOf(Telling telling, string? story)
    {
        if (story is not null)
        {
            foreach (var stem in telling.Stems) yield return $"{stem} ~{story}";
        }

        foreach (var party in telling.Actors.Concat(telling.Recipients))
        {
            if (party.Key.Length == 0) continue;
            yield return $"{telling.Kind} {party.Key}";
            foreach (var stem in telling.Stems) yield return $"{stem} {party.Key}";
        }

        if (telling.Place is { } place)
        {
            yield return $"{telling.Kind} @{place.GazetteerId}";
            foreach (var stem in telling.Stems) yield return $"{stem} @{place.Country}";
        }

        // Nobody and nowhere, but a day: “a coup was launched on 18 August 2020”.
        if (telling is { IsDated: true, Low: not int.MinValue })
        {
            foreach (var stem in telling.Stems) yield return $"{stem} #{telling.Low}";
        }
    }

    private static bool MayJoin(Telling[] all, TellingComparison comparison, List<int> left, List<int> right)
    {
        var step = Math.Max(1, left.Count * right.Count / MostChecks);
        var sum = 0.0;
        var count = 0;
        for (var at = 0; at < left.Count * right.Count; at += step)
        {
            var likeness = comparison.Compare(all[left[at / right.Count]], all[right[at % right.Count]]);
            if (likeness.IsExcluded) return false;
            sum += likeness.Points;
            count++;
        }

        return sum / count >= Threshold * 0.6;
    }
}
