using System.Globalization;
using System.Reflection;

namespace Dateline.Chronology.Gathering;

/// <summary>
/// How much a content word says when two sentences share it: the logarithm of how rarely it stands in a sentence of English or French
/// (inverse document frequency).
/// </summary>
/// <remarks>
/// The figures are of the language and not of what happens to lie in a store. So two tellings weigh the same against each other whatever else
/// was taken in, before or after, and gathering can go on from where it was. Thread-safe.
/// </remarks>
internal static class WordRarity
{
    private const double AllSentences = 100_000;

    // What is in no list stands in fewer sentences than anything that is.
    private const double UnlistedSentences = 20;

    private static readonly Dictionary<int, double> Weights = Load();
    private static readonly double Unlisted = Math.Log(AllSentences / UnlistedSentences);

    /// <summary>The weight of a word by the hash of its stem.</summary>
    public static double Of(int word) => Weights.GetValueOrDefault(word, Unlisted);

    private static Dictionary<int, double> Load()
    {
        var weights = new Dictionary<int, double>();
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("common-words.tsv")!);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.StartsWith("stem\t", StringComparison.Ordinal)) continue;
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            // Of two stems with one hash the commoner, which stands first, counts: it must not pass for rare.
            weights.TryAdd(Fnv.Of(line.AsSpan(0, tab)), Math.Log(AllSentences / double.Parse(line.AsSpan(tab + 1), CultureInfo.InvariantCulture)));
        }

        return weights;
    }
}
