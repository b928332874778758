using System.Globalization;
using Dateline.Chronology.Extraction.Acts;
using Dateline.Chronology.Extraction.Happening;
using Dateline.Learning.Corpora;
using Dateline.Text.Annotators;

namespace Dateline.Learning.Training;

/// <summary>
/// Learns from people's judgements what happened (logistic regression, AdaGrad; Duchi, Hazan and Singer 2011), over trees of our own, so
/// that it learns with the parser's faults.
/// </summary>
/// <remarks>The same corpora give the same file: the order of the rows is drawn from a fixed seed.</remarks>
public static class HappeningTrainer
{
    private const int Epochs = 8;
    private const int FewestRows = 4;
    private const double Rate = 0.1;
    private const double Shrinkage = 1e-3;

    /// <summary>Trains and returns the file of the model.</summary>
    /// <param name="judgements">The UDS judgements, JSON lines; their train part is learned from.</param>
    /// <param name="treebank">The treebank they refer to, CoNLL-U.</param>
    /// <param name="annotator">Reads tags and trees over given words.</param>
    /// <param name="lexicon">The words that say how sure an act is.</param>
    /// <param name="log">Told after each pass.</param>
    /// <exception cref="InvalidDataException">A file is of another form, or the treebank has none of the sentences.</exception>
    public static byte[] Run(string judgements, string treebank, LanguageModelAnnotator annotator, ActLexicon lexicon, Action<string> log)
    {
        ArgumentNullException.ThrowIfNull(annotator);
        ArgumentNullException.ThrowIfNull(lexicon);
        ArgumentNullException.ThrowIfNull(log);
        var rows = Rows(judgements, treebank, annotator, lexicon);
        if (rows.Count == 0) throw new InvalidDataException("the treebank has none of the sentences that are judged; name the one the judgements were made on");
        var counts = new Dictionary<ulong, int>();
        foreach (var key in rows.SelectMany(row => row.Keys)) counts[key] = counts.GetValueOrDefault(key) + 1;
        var places = counts.Where(count => count.Value >= FewestRows).Select(count => count.Key).Order().ToArray();
        var at = places.Select((key, place) => (key, place)).ToDictionary(pair => pair.key, pair => pair.place);
        var examples = rows.Select(row => (Places: row.Keys.Where(at.ContainsKey).Select(key => at[key]).ToArray(), row.Happened, row.Weight)).ToArray();
        var weights = new double[places.Length];
        var squares = new double[places.Length];
        var random = new Random(1);
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(examples);
            var right = 0;
            foreach (var (features, happened, weight) in examples)
            {
                var sum = 0.0;
                foreach (var feature in features) sum += weights[feature];
                if (sum > 0 == happened) right++;
                var miss = ((happened ? 1 : 0) - (1 / (1 + Math.Exp(-sum)))) * weight;
                foreach (var feature in features)
                {
                    var slope = miss - (Shrinkage * weights[feature]);
                    squares[feature] += slope * slope;
                    weights[feature] += Rate * slope / Math.Sqrt(squares[feature] + 1e-8);
                }
            }

            log(string.Create(CultureInfo.InvariantCulture, $"pass {epoch + 1}: {100.0 * right / examples.Length:F2} % of {examples.Length} verbs right while learning, {places.Length} features"));
        }

        return HappeningModel.ToFile(places.Zip(weights).ToDictionary(pair => pair.First, pair => (float)pair.Second));
    }

    private static List<(ulong[] Keys, bool Happened, double Weight)> Rows(string judgements, string treebank, LanguageModelAnnotator annotator, ActLexicon lexicon)
    {
        var wanted = FactualityCorpus.Read(judgements, "train").ToLookup(verb => verb.Sentence, StringComparer.Ordinal);
        var rows = new List<(ulong[], bool, double)>();
        using var trees = File.OpenText(treebank);
        foreach (var block in ConlluReader.Read(trees).Where(sentence => wanted.Contains(sentence.Comment("sent_id") ?? string.Empty)).Chunk(ConlluParser.Block))
        {
            var document = ConlluDocument.Of(block, "en");
            annotator.Annotate(document);
            var features = HappeningModel.Features(document, lexicon);
            var first = 0;
            foreach (var sentence in block)
            {
                foreach (var verb in wanted[sentence.Comment("sent_id")!])
                {
                    if (verb.Position > sentence.Words.Count || sentence.Words[verb.Position - 1].Form != verb.Form || features[first + verb.Position - 1] is not { } keys) continue;

                    // Those on whom people nearly disagree teach little.
                    rows.Add((keys, verb.Happened, Math.Min(1, Math.Abs(verb.Value))));
                }

                first += sentence.Words.Count;
            }
        }

        return rows;
    }
}
