using Dateline.Text;

namespace Dateline.Chronology.Gathering;

/// <summary>
/// Finds documents that are copies or rewrites of one text.
/// </summary>
/// <remarks>
/// Bottom-k sketches of five-word runs (Broder 1997, “On the resemblance and containment of documents”): the share of
/// equal hashes among the smallest of two texts estimates how much of the one stands in the other. Documents that share
/// a hash are candidates; half of the shorter text in the longer makes a copy, a quarter does when both credit the same agency.
/// Thread-safe.
/// </remarks>
public static class OriginFinder
{
    /// <summary>How many hashes a sketch keeps.</summary>
    public const int SketchSize = 256;

    private const int RunLength = 5;
    private const double CopyShare = 0.5;
    private const double RewriteShare = 0.25;

    // What more documents than this share is boilerplate and says nothing.
    private const int MostSharing = 200;

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

    /// <summary>The origins of the documents: every document stands in exactly one, in order of first appearance.</summary>
    public static List<Origin> Find(IEnumerable<TextSketch> sketches)
    {
        var all = sketches.ToArray();
        Array.Sort(all, (one, other) => Nullable.Compare(one.Published, other.Published) is var order and not 0 ? order : string.CompareOrdinal(one.Document, other.Document));
        var origin = Enumerable.Range(0, all.Length).ToArray();
        var holders = new Dictionary<uint, List<int>>();
        var shared = new Dictionary<int, int>();
        for (var i = 0; i < all.Length; i++)
        {
            shared.Clear();
            foreach (var hash in all[i].Hashes)
            {
                if (!holders.TryGetValue(hash, out var list)) holders[hash] = list = [];
                if (list.Count < MostSharing)
                {
                    foreach (var earlier in list) shared[earlier] = shared.GetValueOrDefault(earlier) + 1;
                    list.Add(i);
                }
            }

            foreach (var earlier in shared.Keys.Order())
            {
                if (IsCopy(all[earlier], all[i])) origin[i] = Math.Min(origin[i], origin[earlier]);
            }
        }

        return [.. all.Select((sketch, i) => (sketch.Document, Origin: RootOf(origin, i)))
            .GroupBy(pair => pair.Origin)
            .OrderBy(group => group.Key)
            .Select(group => new Origin(all[group.Key].Document, [.. group.Select(pair => pair.Document)]))];
    }

    private static int RootOf(int[] origin, int at)
    {
        while (origin[at] != at) at = origin[at];
        return at;
    }

    private static bool IsCopy(TextSketch one, TextSketch other)
    {
        var (small, large) = one.Hashes.Count <= other.Hashes.Count ? (one.Hashes, other.Hashes) : (other.Hashes, one.Hashes);
        if (small.Count < 8) return small.SequenceEqual(large);

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

        var share = both / (double)Math.Max(1, Math.Min(here, there));
        return share >= CopyShare || (share >= RewriteShare && one.Agency is not null && one.Agency == other.Agency);
    }
}
