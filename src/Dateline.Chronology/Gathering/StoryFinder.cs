namespace Dateline.Chronology.Gathering;

/// <summary>Puts documents that write about one matter into one story, by the rare words in the sentences that tell something.</summary>
/// <remarks>
/// Cosine of vectors weighed by inverse document frequency; the most alike first, and two stories join while their documents are alike on
/// average. Deterministic whatever the order of documents. Stateless and thread-safe.
/// </remarks>
internal static class StoryFinder
{
    private const double Alike = 0.10;
    private const double AlikeOnAverage = 0.06;
    private const int MostWords = 64;
    private const int CommonAt = 120;
    private const int MostChecks = 64;

    /// <summary>The story of each document, named by the first document in it.</summary>
    public static Dictionary<string, string> Find(IReadOnlyCollection<Telling> tellings)
    {
        var words = tellings.GroupBy(telling => telling.Document, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (Document: group.Key, Words: group.SelectMany(telling => telling.Context).ToHashSet())).ToArray();
        var counts = new Dictionary<int, int>();
        foreach (var word in words.SelectMany(document => document.Words)) counts[word] = counts.GetValueOrDefault(word) + 1;
        var vectors = Array.ConvertAll(words, document => VectorOf(document.Words, counts, words.Length));
        var pairs = PairsOf(vectors, counts);
        var group = Enumerable.Range(0, words.Length).ToArray();
        var members = Array.ConvertAll(group, number => new List<int> { number });
        foreach (var (one, other, _) in pairs)
        {
            int to = Math.Min(group[one], group[other]), from = Math.Max(group[one], group[other]);
            if (to == from || MeanOf(vectors, members[to], members[from]) < AlikeOnAverage) continue;
            foreach (var member in members[from]) group[member] = to;
            members[to].AddRange(members[from]);
        }

        var stories = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < words.Length; i++) stories[words[i].Document] = words[group[i]].Document;
        return stories;
    }

    private static (int Word, double Weight)[] VectorOf(HashSet<int> words, Dictionary<int, int> counts, int documents)
    {
        var vector = words.Select(word => (Word: word, Weight: Math.Log((documents + 1.0) / counts[word])))
            .OrderByDescending(entry => entry.Weight).ThenBy(entry => entry.Word).Take(MostWords).OrderBy(entry => entry.Word).ToArray();
        var length = Math.Sqrt(vector.Sum(entry => entry.Weight * entry.Weight));
        return length == 0 ? [] : Array.ConvertAll(vector, entry => (entry.Word, entry.Weight / length));
    }

    private static List<(int One, int Other, double Likeness)> PairsOf((int Word, double Weight)[][] vectors, Dictionary<int, int> counts)
    {
        // A word of many documents says little of any story, and leaving it out keeps the work in step with the documents.
        var lists = new Dictionary<int, List<int>>();
        var pairs = new List<(int One, int Other, double Likeness)>();
        for (var i = 0; i < vectors.Length; i++)
        {
            var near = new HashSet<int>();
            foreach (var (word, _) in vectors[i])
            {
                if (counts[word] is < 2 or > CommonAt) continue;
                if (!lists.TryGetValue(word, out var list)) lists[word] = list = [];
                near.UnionWith(list);
                list.Add(i);
            }

            foreach (var other in near)
            {
                var likeness = CosineOf(vectors[i], vectors[other]);
                if (likeness >= Alike) pairs.Add((other, i, likeness));
            }
        }

        pairs.Sort((left, right) => right.Likeness.CompareTo(left.Likeness) is var order and not 0 ? order : (left.One, left.Other).CompareTo((right.One, right.Other)));
        return pairs;
    }

    private static double MeanOf((int Word, double Weight)[][] vectors, List<int> left, List<int> right)
    {
        var step = Math.Max(1, left.Count * right.Count / MostChecks);
        var (sum, count) = (0.0, 0);
        for (var at = 0; at < left.Count * right.Count; at += step)
        {
            sum += CosineOf(vectors[left[at / right.Count]], vectors[right[at % right.Count]]);
            count++;
        }

        return sum / count;
    }

    private static double CosineOf((int Word, double Weight)[] left, (int Word, double Weight)[] right)
    {
        var sum = 0.0;
        for (int i = 0, j = 0; i < left.Length && j < right.Length;)
        {
            if (left[i].Word == right[j].Word) sum += left[i++].Weight * right[j++].Weight;
            else if (left[i].Word < right[j].Word) i++;
            else j++;
        }

        return sum;
    }
}
