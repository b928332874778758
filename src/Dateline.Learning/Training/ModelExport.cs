using Dateline.Text.Models;

namespace Dateline.Learning.Training;

/// <summary>From a network in training to the bytes of a model file.</summary>
internal static unsafe class ModelExport
{
    /// <summary>Words in a file; the rarest of those known only from running text are left to their n-grams.</summary>
    private const int MostWords = 22500;

    internal static byte[] Export(Network network, Vocabulary vocabulary, string language)
    {
        var writer = new ModelWriter();
        writer.Lines("language", [language]);
        // A word's vector in the file is the sum of what the treebanks and what running text taught.
        var words = vocabulary.Words.Concat(vocabulary.Vectors.Words.Where(word => vocabulary.RowOf(word) == 0)).Take(MostWords).ToArray();
        var width = network.Shape.WordWidth;
        var table = new float[(words.Length + 1) * width];
        var keys = new ulong[words.Length + 1];
        for (var i = 0; i <= words.Length; i++)
        {
            var trained = network.Words.Values + (long)(i == 0 ? 0 : vocabulary.RowOf(words[i - 1])) * width;
            var vector = network.Vectors + (long)(i == 0 ? 0 : vocabulary.Vectors.RowOf(words[i - 1])) * width;
            for (var j = 0; j < width; j++) table[i * width + j] = trained[j] + vector[j];
            if (i > 0) keys[i] = WordFeatures.Hash(words[i - 1]);
        }

        var shape = network.Shape with { Words = words.Length + 1 };
        writer.Ints("shape", shape.ToArray());
        writer.Longs("words.keys", keys);
        fixed (float* values = table) writer.Table("words", values, words.Length + 1, width);
        writer.Table("grams", network.Grams.Values, shape.Grams, shape.GramWidth);
        writer.Table("affixes", network.Affixes.Values, shape.Affixes, shape.AffixWidth);
        foreach (var parameter in network.Parameters) writer.Matrix(parameter.Name, network.At(parameter), parameter.Rows, parameter.Columns);
        writer.Lines("upos", vocabulary.Upos.Names);
        writer.Lines("xpos", vocabulary.Xpos.Names);
        writer.Lines("feats", vocabulary.Feats.Names);
        writer.Lines("lemma.rules", vocabulary.Rules.Names);
        writer.Lines("relations", vocabulary.Relations.Names);
        writer.Lines("names", []);
        var exceptions = vocabulary.Exceptions().Where(entry => !entry.Lemma.Contains('\n', StringComparison.Ordinal)).ToArray();
        var texts = exceptions.Select(entry => entry.Lemma).Distinct().ToArray();
        var indices = texts.Select((text, index) => (text, index)).ToDictionary(pair => pair.text, pair => pair.index);
        writer.Ints("lemma.count", [exceptions.Length]);
        writer.Longs("lemma.keys", exceptions.Select(entry => WordFeatures.HashOfForm(entry.Form, (ulong)vocabulary.Upos.IndexOf(entry.Upos))).ToArray());
        writer.Ints("lemma.values", exceptions.Select(entry => indices[entry.Lemma]).ToArray());
        writer.Lines("lemma.texts", texts);
        return writer.ToArray();
    }
}
