using Dateline.Learning.Corpora;
using Dateline.Text.Models;

namespace Dateline.Learning.Training;

/// <summary>The inventories of a model: words, tags, features, lemma rules, relations, and the lemmas that no rule tells.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> _words = [];
    private readonly Dictionary<(string Form, string Upos), Dictionary<string, int>> _lemmas = [];
    private readonly WordVectors _vectors;

    /// <summary>Collects what occurs in <paramref name="sentences"/>; words that occur less than <paramref name="least"/> times are left to their characters and to running text.</summary>
    internal Vocabulary(IEnumerable<ConlluSentence> sentences, WordVectors vectors, int least = 2)
    {
        _vectors = vectors;
        var words = new Dictionary<string, int>();
        var upos = new Dictionary<string, int>();
        var xpos = new Dictionary<string, int>();
        var feats = new Dictionary<string, int>();
        var rules = new Dictionary<string, int>();
        var relations = new Dictionary<string, int>();
        foreach (var sentence in sentences)
        {
            foreach (var word in sentence.Words)
            {
                Count(words, Folded(word.Form));
                Count(upos, word.Upos);
                Count(xpos, word.Xpos);
                Count(feats, word.Feats);
                Count(relations, word.Relation);
                if (word.Lemma == "_" && word.Form != "_") continue;
                if (LemmaRule.Between(word.Form, word.Lemma) is { } rule) Count(rules, rule.ToString());
                if (!_lemmas.TryGetValue((word.Form, word.Upos), out var lemmas)) _lemmas.Add((word.Form, word.Upos), lemmas = []);
                Count(lemmas, word.Lemma);
            }
        }

        Upos = Labels(upos, 1);
        Xpos = Labels(xpos, 1);
        Feats = Labels(feats, least);
        Rules = Labels(rules, least);
        Relations = Labels(relations, least);
        foreach (var (word, count) in words.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (count >= least) _words.Add(word, _words.Count + 1);
        }
    }

    internal Labels Upos { get; }

    internal Labels Xpos { get; }

    internal Labels Feats { get; }

    internal Labels Rules { get; }

    internal Labels Relations { get; }

    internal WordVectors Vectors => _vectors;

    /// <summary>Rows of the trained table of words.</summary>
    internal int WordRows => _words.Count + 1;

    /// <summary>Trained words in row order.</summary>
    internal IEnumerable<string> Words => _words.Keys;

    /// <summary>The row of a folded word in the trained table.</summary>
    internal int RowOf(string folded) => _words.GetValueOrDefault(folded);

    internal static string Folded(string form)
    {
        Span<char> folded = stackalloc char[WordFeatures.MaxLength];
        return folded[..WordFeatures.Fold(form, folded)].ToString();
    }

    /// <summary>A sentence for the trainer.</summary>
    internal TrainingSentence Encode(ConlluSentence sentence, ModelShape shape, bool trees)
    {
        var n = sentence.Words.Count;
        var words = new int[n];
        var vectors = new int[n];
        var grams = new List<int>();
        var gramStarts = new int[n + 1];
        var affixes = new List<int>();
        var affixStarts = new int[n + 1];
        var tags = new int[trees ? 4 * n : 0];
        var heads = new int[trees ? n : 0];
        var relations = new int[trees ? n : 0];
        Span<int> buffer = stackalloc int[WordFeatures.MaxGrams];
        for (var i = 0; i < n; i++)
        {
            var word = sentence.Words[i];
            var folded = Folded(word.Form);
            words[i] = RowOf(folded);
            vectors[i] = _vectors.RowOf(folded);
            grams.AddRange(buffer[..WordFeatures.Grams(folded, shape.Grams, buffer)]);
            gramStarts[i + 1] = grams.Count;
            affixes.AddRange(buffer[..WordFeatures.Affixes(word.Form, folded, shape.Affixes, buffer)]);
            affixStarts[i + 1] = affixes.Count;
            if (!trees) continue;
            tags[4 * i] = Upos.IndexOf(word.Upos);
            tags[4 * i + 1] = Xpos.IndexOf(word.Xpos);
            tags[4 * i + 2] = Feats.IndexOf(word.Feats);
            tags[4 * i + 3] = word.Lemma != "_" && LemmaRule.Between(word.Form, word.Lemma) is { } rule ? Rules.IndexOf(rule.ToString()) : -1;
            heads[i] = word.Head;
            relations[i] = Relations.IndexOf(word.Relation);
        }

        return new TrainingSentence
        {
            Words = words,
            Vectors = vectors,
            Grams = grams.ToArray(),
            GramStarts = gramStarts,
            Affixes = affixes.ToArray(),
            AffixStarts = affixStarts,
            Tags = tags,
            Heads = heads,
            Relations = relations,
        };
    }

    /// <summary>
    /// Lemmas by form and part of speech where the treebanks say the same nearly always and no rule of the inventory
    /// would be sure to find it: those seen twice, and those that no rule makes.
    /// </summary>
    internal IEnumerable<(string Form, string Upos, string Lemma)> Exceptions()
    {
        foreach (var ((form, upos), lemmas) in _lemmas)
        {
            var total = lemmas.Values.Sum();
            var (lemma, count) = lemmas.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).First();
            if (count < 0.75 * total) continue;
            var ruled = LemmaRule.Between(form, lemma) is { } rule && Rules.IndexOf(rule.ToString()) >= 0;
            if (!ruled || total >= 2) yield return (form, upos, lemma);
        }
    }

    private static void Count(Dictionary<string, int> counts, string key) => counts[key] = counts.GetValueOrDefault(key) + 1;

    private static Labels Labels(Dictionary<string, int> counts, int least) =>
        new(counts.Where(pair => pair.Value >= least).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key));
}

/// <summary>An inventory of labels.</summary>
internal sealed class Labels
{
    private readonly Dictionary<string, int> _indices = [];

    internal Labels(IEnumerable<string> names)
    {
        Names = names.ToArray();
        for (var i = 0; i < Names.Count; i++) _indices.Add(Names[i], i);
    }

    internal IReadOnlyList<string> Names { get; }

    internal int Count => Names.Count;

    /// <summary>The index of a label, -1 when it is not in the inventory.</summary>
    internal int IndexOf(string name) => _indices.GetValueOrDefault(name, -1);
}
