using System.Diagnostics;
using System.Globalization;
using Dateline.Learning.Corpora;
using Dateline.Learning.Scoring;
using Dateline.Text.Models;

namespace Dateline.Learning.Training;

/// <summary>
/// Trains a language model. The same plan over the same files gives the same weights.
/// </summary>
public static unsafe class Trainer
{
    private const int WarmUp = 100;
    private const float Clip = 2f;

    /// <summary>Runs <paramref name="plan"/> and writes its model; <paramref name="log"/> gets a line after every epoch.</summary>
    /// <exception cref="IOException">A file could not be read or written.</exception>
    public static void Run(TrainingPlan plan, Action<string> log)
    {
        var treebanks = plan.Treebanks.SelectMany(path => ReadTreebank(path, plan.Genres)).ToArray();
        var held = plan.Held.Select(path => (Path.GetFileNameWithoutExtension(path), ReadTreebank(path, []).ToArray())).ToArray();
        var vectors = Vectors(plan, treebanks, log);
        var vocabulary = new Vocabulary(treebanks, vectors);
        var shape = new ModelShape
        {
            Hidden = plan.Hidden,
            Layers = plan.Layers,
            Words = vocabulary.WordRows,
            Upos = vocabulary.Upos.Count,
            Xpos = vocabulary.Xpos.Count,
            Feats = vocabulary.Feats.Count,
            Lemmas = vocabulary.Rules.Count,
            Relations = vocabulary.Relations.Count,
        };
        var sentences = treebanks.Select(sentence => vocabulary.Encode(sentence, shape, trees: true)).ToArray();
        var words = sentences.Sum(sentence => sentence.Count);
        log(string.Create(CultureInfo.InvariantCulture, $"{sentences.Length} sentences, {words} words; {shape}"));
        var network = new Network(shape, vectors.Values, plan.Seed);
        var workers = Enumerable.Range(0, plan.Threads).Select(_ => new Worker(network, 0) { Dropout = plan.Dropout }).ToArray();
        if (plan.Start is not null) Transfer.Begin(network, vocabulary, plan.Start);
        var first = plan.Checkpoint is not null && File.Exists(plan.Checkpoint) ? Checkpoint.Load(network, plan.Checkpoint) : 0;
        var total = plan.Epochs * (words / plan.BatchWords + 1);
        var clock = Stopwatch.StartNew();
        // A run that is over already only writes its model anew, no more.
        if (first >= plan.Epochs)
        {
            network.ExchangeMeans();
            Write(plan.Output, ModelExport.Export(network, vocabulary, plan.Language));
        }

        for (var epoch = first; epoch < plan.Epochs; epoch++)
        {
            var random = new Random(HashCode(plan.Seed, epoch));
            for (var w = 0; w < workers.Length; w++) workers[w].Seed(HashCode(plan.Seed, epoch * 64 + w + 1));
            double loss = 0;
            var batches = Batches(sentences, plan.BatchWords, random);
            for (var b = 0; b < batches.Count; b++)
            {
                var step = epoch * batches.Count + b;
                var rate = plan.Rate * MathF.Min(1, (step + 1f) / WarmUp) * MathF.Max(0.01f, 1 - step / (float)total);
                loss += Step(network, workers, batches[b], rate);
                // Early numbers are far from the last ones: the mean reaches back over a tenth of the way at most.
                network.Remember(MathF.Min(plan.Kept, step / (step + 10f)));
            }

            network.ExchangeMeans();
            var model = ModelExport.Export(network, vocabulary, plan.Language);
            network.ExchangeMeans();
            var scores = string.Empty;
            using (var reader = LanguageModel.Open(model))
            {
                foreach (var (name, gold) in held) scores += $" | {name} {ParseScore.Of(reader, gold)}";
            }

            Write(plan.Output, model);
            if (plan.Checkpoint is not null) Checkpoint.Save(network, plan.Checkpoint, epoch + 1);
            var left = clock.Elapsed / (epoch + 1 - first) * (plan.Epochs - epoch - 1);
            log(string.Create(CultureInfo.InvariantCulture,
                $"epoch {epoch + 1}/{plan.Epochs} loss {loss / batches.Count:F4} {clock.Elapsed.TotalSeconds:F0} s, {left.TotalMinutes:F1} min left, {model.Length / 1024} KiB{scores}"));
        }

        foreach (var worker in workers) worker.Dispose();
    }

    /// <summary>The sentences of a treebank; of GUM only those of <paramref name="genres"/>, unless none are named.</summary>
    internal static IEnumerable<ConlluSentence> ReadTreebank(string path, IReadOnlyList<string> genres)
    {
        using var reader = new StreamReader(path);
        foreach (var sentence in ConlluReader.Read(reader, path))
        {
            if (genres.Count > 0 && sentence.Comment("sent_id") is { } id && id.StartsWith("GUM_", StringComparison.Ordinal) && !genres.Contains(id.Split('_')[1])) continue;
            yield return sentence;
        }
    }

    internal static void Write(string path, byte[] model)
    {
        File.WriteAllBytes(path + ".part", model);
        File.Move(path + ".part", path, overwrite: true);
    }

    private static double Step(Network network, Worker[] workers, List<TrainingSentence> batch, float rate)
    {
        var words = batch.Sum(sentence => sentence.Count);
        // Shares go by turns through the sentences in order of length: every worker gets as many words.
        var sorted = batch.OrderByDescending(sentence => sentence.Count).ToArray();
        var shares = workers.Select((_, w) => sorted.Where((_, i) => i % workers.Length == w).ToArray()).ToArray();
        if (workers.Length == 1) workers[0].Run(shares[0], words);
        else Parallel.For(0, workers.Length, w => workers[w].Run(shares[w], words));
        var loss = workers.Sum(worker => worker.Loss);
        network.Update(workers, rate, Clip);
        return loss;
    }

    /// <summary>Batches of sentences of like length, in random order.</summary>
    private static List<List<TrainingSentence>> Batches(TrainingSentence[] sentences, int words, Random random)
    {
        var sorted = sentences.Where(sentence => sentence.Count <= LanguageModel.LongestPiece).Select(sentence => (sentence, key: sentence.Count + 3 * random.NextDouble()))
            .OrderBy(pair => pair.key).Select(pair => pair.sentence);
        var batches = new List<List<TrainingSentence>>();
        var batch = new List<TrainingSentence>();
        var count = 0;
        foreach (var sentence in sorted)
        {
            batch.Add(sentence);
            count += sentence.Count;
            if (count < words) continue;
            batches.Add(batch);
            (batch, count) = ([], 0);
        }

        if (batch.Count > 0) batches.Add(batch);
        for (var i = batches.Count - 1; i > 0; i--)
        {
            var j = random.Next(i + 1);
            (batches[i], batches[j]) = (batches[j], batches[i]);
        }

        return batches;
    }

    private static WordVectors Vectors(TrainingPlan plan, ConlluSentence[] treebanks, Action<string> log)
    {
        var width = new ModelShape().WordWidth;
        if (plan.VectorFile is not null && File.Exists(plan.VectorFile)) return WordVectors.Load(plan.VectorFile);
        if (plan.Texts.Count == 0) return WordVectors.None(width);
        var text = plan.Texts.SelectMany(WordVectors.Read).Concat(treebanks.Select(sentence => sentence.Words.Select(word => Vocabulary.Folded(word.Form)).ToArray())).ToArray();
        var vectors = WordVectors.Train(text, width, plan.VectorWords, 8, plan.VectorEpochs, plan.Seed, log);
        if (plan.VectorFile is not null) vectors.Save(plan.VectorFile);
        return vectors;
    }

    internal static int HashCode(int seed, int number) => (int)((uint)seed * 2654435761 + (uint)number * 40503 + 17);
}
