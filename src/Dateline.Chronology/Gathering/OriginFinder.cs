using Dateline.Text;

namespace Dateline.Chronology.Gathering;

/// <summary>
/// Finds documents that are copies or rewrites of one text.
/// </summary>
/// <remarks>
/// Bottom-k sketches of five-word runs (Broder 1997, “On the resemblance and containment of documents”): the share of
/// equal hashes among the smallest of two texts estimates how much of the one stands in the other. Documents that share
/// one of the hashes of <see cref="Index"/> are candidates; half of the shorter text in the longer makes a copy, a quarter does when both
/// credit the same agency. Thread-safe.
/// </remarks>
public static class OriginFinder
{
    /// <summary>How many hashes a sketch keeps.</summary>
    public const int SketchSize = 256;

    /// <summary>How many documents are looked at for one hash: what more of them share is boilerplate, or copied often enough to be found by others.</summary>
    public const int MostSharing = 200;

    private const int RunLength = 5;
    private const double CopyShare = 0.5;
    private const double RewriteShare = 0.25;

    // Hashes below this are looked up, one run in sixteen, in short and long texts alike; of short texts the smallest few in any case.
    private const uint IndexedBelow = 1u << 28;
    private const int IndexedAlways = 8;

    /// <summary>The sketch of an article's text.</summary>
    public static TextSketch SketchOf(Article article)
    {
        var smallest = new SortedSet<uint>();
        var run = new Queue<uint>(RunLength);
        var text = article.Text.AsSpan();
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }

            var word = Fnv.Seed;
            for (; at < text.Length && char.IsLetterOrDigit(text[at]); at++) word = Fnv.Add(word, char.ToLowerInvariant(text[at]));
            if (run.Count == RunLength) run.Dequeue();
            run.Enqueue(word);
            if (run.Count < RunLength) continue;
            var hash = Fnv.Seed;
            foreach (var part in run) hash = Fnv.Add(hash, part);
            if (smallest.Count == SketchSize && hash >= smallest.Max) continue;
            if (smallest.Add(hash) && smallest.Count > SketchSize) smallest.Remove(smallest.Max);
        }

        return new TextSketch(article.Id, article.DocumentTime?.Date, article.Agency, [.. smallest]);
    }

    /// <summary>The hashes by which copies of a document are looked up.</summary>
    public static IEnumerable<uint> Index(TextSketch sketch)
    {
        ArgumentNullException.ThrowIfNull(sketch);
        for (var i = 0; i < sketch.Hashes.Count && (i < IndexedAlways || sketch.Hashes[i] < IndexedBelow); i++) yield return sketch.Hashes[i];
    }

    /// <summary>Which of two documents told it first: by day, those without a day last, then by name.</summary>
    public static int Compare(TextSketch one, TextSketch other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return (one.Published ?? DateOnly.MaxValue).CompareTo(other.Published ?? DateOnly.MaxValue) is var order and not 0 ? order : string.CompareOrdinal(one.Document, other.Document);
    }

    /// <summary>The origins of the documents: every document stands in exactly one, in order of first appearance.</summary>
    public static List<Origin> Find(IEnumerable<TextSketch> sketches)
    {
        var all = sketches.ToArray();
        Array.Sort(all, Compare);
        var origin = Enumerable.Range(0, all.Length).ToArray();
        var holders = new Dictionary<uint, List<int>>();
        var near = new SortedSet<int>();
        for (var i = 0; i < all.Length; i++)
        {
            near.Clear();
            foreach (var hash in Index(all[i]))
            {
                if (!holders.TryGetValue(hash, out var list)) holders[hash] = list = [];
                near.UnionWith(list);
                if (list.Count < MostSharing) list.Add(i);
            }

            foreach (var earlier in near)
            {
                if (IsCopy(all[earlier], all[i])) origin[i] = Math.Min(origin[i], origin[earlier]);
            }
        }

        return [.. all.Select((sketch, i) => (sketch.Document, Origin: origin[i]))
            .GroupBy(pair => pair.Origin)
            .OrderBy(group => group.Key)
            .Select(group => new Origin(all[group.Key].Document, [.. group.Select(pair => pair.Document)]))];
    }

    /// <summary>Whether one of the two is a copy or a rewrite of the other.</summary>
    public static bool IsCopy(TextSketch one, TextSketch other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var share = ShareOf(one, other);
        return share >= CopyShare || (share >= RewriteShare && one.Agency is not null && one.Agency == other.Agency);
    }

    /// <summary>About how much of the shorter text stands in the longer, from 0 to 1; of very short texts whether they are the same.</summary>
    public static double ShareOf(TextSketch one, TextSketch other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var (small, large) = one.Hashes.Count <= other.Hashes.Count ? (one.Hashes, other.Hashes) : (other.Hashes, one.Hashes);
        if (small.Count < 8) return small.SequenceEqual(large) ? 1 : 0;

        // Only below the largest hash that both sketches reach can both be seen.
        var limit = Math.Min(one.Hashes.Count == SketchSize ? one.Hashes[^1] : uint.MaxValue, other.Hashes.Count == SketchSize ? other.Hashes[^1] : uint.MaxValue);
        int i = 0, j = 0, both = 0, here = 0, there = 0;
        while (i < small.Count && small[i] <= limit || j < large.Count && large[j] <= limit)
        {
            var order = i == small.Count || small[i] > limit ? 1 : j == large.Count || large[j] > limit ? -1 : small[i].CompareTo(large[j]);
            if (order <= 0) { here++; i++; }
            if (order >= 0) { there++; j++; }
            if (order == 0) both++;
        }

        return both / (double)Math.Max(1, Math.Min(here, there));
    }
}
