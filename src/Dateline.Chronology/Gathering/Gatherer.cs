namespace Dateline.Chronology.Gathering;

/// <summary>
/// Gathers tellings into events: candidates by shared kind and parties or places, a weighed comparison of each pair, and
/// merging from the surest pair down, as long as nothing in the two groups contradicts.
/// </summary>
/// <remarks>
/// Deterministic: tellings are put into an order of their own first, so the order in which they came changes nothing.
/// Precision first: what is told without any party, place or day in common stays apart. Where all tellings have a kind, two weigh the same
/// against each other whatever else there is; so a union of finished groups, gathered by itself, gives the same groups again, and what comes
/// later need only be gathered with the groups that it touches. Stateless and thread-safe.
/// </remarks>
public static class Gatherer
{
    /// <summary>Two tellings of at least this many points may be one happening.</summary>
    public const double Threshold = 2.6;

    private const int MostChecks = 64;

    private static readonly TellingComparison Coded = new(WordRarity.Of, new Dictionary<string, string>());

    /// <summary>Groups of tellings, each one happening; groups and members in the tellings' own order.</summary>
    public static List<List<Telling>> Gather(IEnumerable<Telling> tellings)
    {
        var all = tellings.ToArray();
        Array.Sort(all, Telling.Compare);
        var stories = StoriesOf(all);
        var comparison = ComparisonOf(all, stories);
        return Join(all, PairsOf(all, comparison, stories), comparison);
    }

    /// <summary>How alike two tellings with kinds are, with the reasons; the same whatever else is known.</summary>
    public static Likeness Weigh(Telling one, Telling other) => Coded.Compare(one, other);

    /// <summary>Merges tellings with kinds along pairs that were weighed before, as <see cref="Gather"/> does.</summary>
    /// <param name="tellings">The tellings, in the order of <see cref="Telling.Compare"/>.</param>
    /// <param name="pairs">Pairs that <see cref="Weigh"/> found alike, as places in <paramref name="tellings"/>, the lower one first.</param>
    public static List<List<Telling>> Join(IReadOnlyList<Telling> tellings, IEnumerable<(int One, int Other, double Points)> pairs)
    {
        ArgumentNullException.ThrowIfNull(tellings);
        ArgumentNullException.ThrowIfNull(pairs);
        return Join([.. tellings], [.. pairs], Coded);
    }

    /// <summary>The comparison of two tellings as <see cref="Gather"/> weighs it within <paramref name="all"/>, with its reasons.</summary>
    public static Likeness Compare(Telling one, Telling other, IReadOnlyCollection<Telling> all) => ComparisonOf(all, StoriesOf(all)).Compare(one, other);

    private static List<List<Telling>> Join(Telling[] all, List<(int One, int Other, double Points)> pairs, TellingComparison comparison)
    {
        pairs.Sort((left, right) => right.Points.CompareTo(left.Points) is var order and not 0 ? order : (left.One, left.Other).CompareTo((right.One, right.Other)));
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

    // Stories only speak for tellings without a kind; where every telling has one, there is nothing to look for.
    private static Dictionary<string, string> StoriesOf(IReadOnlyCollection<Telling> all) => all.All(telling => telling.IsCoded) ? [] : StoryFinder.Find(all);

    // What has no kind lives by its words, and which of them are rare is then a matter of the whole collection.
    private static TellingComparison ComparisonOf(IReadOnlyCollection<Telling> all, Dictionary<string, string> stories) =>
        all.All(telling => telling.IsCoded) ? Coded : new TellingComparison(RarityOf(all), stories);

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
        var blocks = new Dictionary<long, List<int>>();
        for (var i = 0; i < all.Length; i++)
        {
            foreach (var key in TellingBlocks.Of(all[i], stories.GetValueOrDefault(all[i].Document)))
            {
                if (!blocks.TryGetValue(key, out var block)) blocks[key] = block = [];
                block.Add(i);
            }
        }

        // Not packed into one number: the hash of such a number is the exclusive or of its halves, and neighbours would all meet in a few buckets.
        var seen = new HashSet<(int One, int Other)>();
        var pairs = new List<(int One, int Other, double Points)>();
        var place = Array.ConvertAll(all, telling => (Day: TellingBlocks.DayOf(telling), Turn: TellingBlocks.TurnOf(telling)));
        foreach (var block in blocks.Values)
        {
            var isWhole = block.Count <= TellingBlocks.WholeBlock;
            if (!isWhole) block.Sort((one, other) => place[one].CompareTo(place[other]) is var order and not 0 ? order : one.CompareTo(other));
            var reach = isWhole ? block.Count : TellingBlocks.Neighbours;
            for (var i = 0; i < block.Count; i++)
            {
                for (var j = i + 1; j < block.Count && j - i <= reach; j++)
                {
                    int one = Math.Min(block[i], block[j]), other = Math.Max(block[i], block[j]);
                    if (!seen.Add((one, other))) continue;
                    var likeness = comparison.Compare(all[one], all[other]);
                    if (likeness.IsAlike) pairs.Add((one, other, likeness.Points));
                }
            }
        }

        return pairs;
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
