using System.Diagnostics;
using System.Globalization;
using System.Runtime.Intrinsics;
using Dateline.Learning.Corpora;
using Dateline.Text.Lexicons;
using Dateline.Text.Models;
using Dateline.Text.Names;

namespace Dateline.Learning.Training;

/// <summary>
/// Trains a <see cref="NameFinder"/> over the encoder of a language model, which stays as it is. The same plan over the same
/// files gives the same weights; one thread does it all.
/// </summary>
/// <remarks>
/// Labels are learned as a linear-chain conditional random field over the words that may be names; where a corpus leaves a
/// word's label open, all its labels count as right (Täckström et al. 2013).
/// </remarks>
public sealed unsafe class NameTrainer
{
    private const float Clip = 2f;
    private const int BatchWords = 200;
    private readonly NamePlan _plan;
    private readonly int _width;
    private readonly int _states;
    private readonly int _labels = NameCorpora.Labels.Length;
    private readonly LabelDecoder _decoder;
    private readonly Random _random;

    // The dense numbers lie in one row: hidden layer, its bias, labels, their bias, pairs.
    private readonly int _count;
    private readonly int _hiddenBias;
    private readonly int _label;
    private readonly int _labelBias;
    private readonly int _pairs;
    private readonly float* _values;
    private readonly float* _first;
    private readonly float* _second;
    private readonly float* _gradient;
    private readonly float* _mean;
    private EmbeddingTable _features = null!;
    private EmbeddingGradient _featureGradient = null!;
    private int _steps;

    private NameTrainer(NamePlan plan)
    {
        _plan = plan;
        _width = plan.Width;
        _states = plan.Model.StateWidth;
        _random = new Random(plan.Seed);
        _decoder = new LabelDecoder(NameCorpora.Labels, new float[_labels * _labels]);
        _hiddenBias = _states * _width;
        _label = _hiddenBias + _width;
        _labelBias = _label + _width * _labels;
        _pairs = _labelBias + _labels;
        _count = (_pairs + _labels * _labels + 15) & ~15;
        _values = Network.Allocate(_count);
        _first = Network.Allocate(_count);
        _second = Network.Allocate(_count);
        _gradient = Network.Allocate(_count);
        _mean = Network.Allocate(_count);
        Spread(0, _hiddenBias, MathF.Sqrt(6f / (_states + _width)));
        Spread(_label, _width * _labels, MathF.Sqrt(6f / (_width + _labels)));
    }

    /// <summary>A stretch of words that may be names.</summary>
    /// <param name="States">What the encoder made of each.</param>
    /// <param name="Features">The features of each.</param>
    /// <param name="Allowed">The labels that each may have.</param>
    private sealed record Stretch(float[][] States, ulong[][] Features, ulong[] Allowed)
    {
        internal int[][] Rows { get; set; } = [];
    }

    /// <summary>Runs <paramref name="plan"/> and writes its finder; <paramref name="log"/> gets a line after every epoch.</summary>
    /// <exception cref="IOException">A file could not be read or written.</exception>
    public static void Run(NamePlan plan, Action<string> log) => new NameTrainer(plan).Run(log);

    private void Run(Action<string> log)
    {
        var lexicon = ActorLexicon.Read(_plan.Tables);
        var measure = new NameMeasure(lexicon);
        NamedDocument[] documents =
        [
            .. NameCorpora.OfGum(Trainer.ReadTreebank(_plan.Treebank, _plan.Genres), measure),
            .. _plan.NameFiles.SelectMany(path => NameCorpora.OfSpans(path, measure)),
            .. _plan.Meantime.SelectMany(path => NameCorpora.OfMeantime(path, measure)),
        ];
        var cases = new CaseCounts();
        foreach (var text in _plan.Texts) cases.AddFile(text);
        foreach (var document in documents) cases.Add(document.Sentences);
        var (everyday, proper) = (cases.Everyday(), cases.Proper());
        var clues = new NameClues(lexicon, _plan.Gazetteer, new HashIndex(everyday), new HashIndex(proper));
        var pools = new NamePools(_plan.Tables, _plan.Gazetteer);
        var mixer = new NameMixer(pools, new Random(Trainer.HashCode(_plan.Seed, 77)));
        var maker = _plan.Sentences.Count == 0 ? null : new SentenceMaker(_plan.Sentences.SelectMany(File.ReadLines), pools, new Random(Trainer.HashCode(_plan.Seed, 78)));
        var clock = Stopwatch.StartNew();
        var stretches = new List<List<Stretch>>();
        var countries = pools.Countries.ToHashSet(StringComparer.Ordinal);
        var adjectives = pools.Adjectives.ToHashSet(StringComparer.Ordinal);
        for (var mix = 0; mix <= _plan.Mixes; mix++)
        {
            var all = new List<Stretch>();
            foreach (var document in documents) Read(mix == 0 ? document : mixer.Mix(document, countries, adjectives), lexicon, clues, all);
            for (var i = 0; i < _plan.Made && maker is not null; i++) Read(maker.Make(), lexicon, clues, all);
            stretches.Add(all);
        }

        var keys = Number(stretches);
        log(string.Create(CultureInfo.InvariantCulture,
            $"{documents.Length} documents, {stretches[0].Sum(stretch => stretch.Allowed.Length)} words that may be names, {stretches[0].Count} stretches, {keys.Length} features, {everyday.Length} everyday and {proper.Length} proper words, {clock.Elapsed.TotalSeconds:F0} s"));
        _features = new EmbeddingTable("features", keys.Length, _width, 0.02f, _random);
        _featureGradient = new EmbeddingGradient(_features);
        var batches = stretches.Select(all => all.Sum(stretch => stretch.Allowed.Length) / BatchWords + 1).Sum() * _plan.Epochs;
        for (var epoch = 0; epoch < _plan.Epochs; epoch++)
        {
            for (var mix = 0; mix < stretches.Count; mix++)
            {
                var (loss, words) = Read(stretches[mix], batches);
                log(string.Create(CultureInfo.InvariantCulture, $"names: epoch {epoch + 1}/{_plan.Epochs} mix {mix} loss {loss / words:F4} {clock.Elapsed.TotalSeconds:F0} s"));
            }
        }

        Trainer.Write(_plan.Output, Export(keys, everyday, proper));
    }

    private void Read(NamedDocument named, ActorLexicon lexicon, NameClues clues, List<Stretch> all)
    {
        var document = ConlluDocument.Of(named.Sentences, _plan.Model.Language);
        var tokens = document.Tokens;
        clues.Read(document, document.AtomsFor(lexicon));
        var states = new float[tokens.Count][];
        var features = new ulong[tokens.Count][];
        _plan.Model.Read(tokens, (first, count, from) =>
        {
            Span<ulong> keys = stackalloc ulong[NameFeatures.Most];
            for (var i = first; i < first + count; i++)
            {
                if ((clues.Clues[i] & Clue.Candidate) == Clue.None) continue;
                states[i] = new ReadOnlySpan<float>(from + (long)(i - first) * _states, _states).ToArray();
                features[i] = keys[..NameFeatures.Of(clues, i, keys)].ToArray();
            }
        });
        foreach (var sentence in tokens.Sentences)
        {
            for (var first = sentence.First; first < sentence.End; first++)
            {
                if (states[first] is null) continue;
                var end = first + 1;
                while (end < sentence.End && states[end] is not null) end++;
                // What begins before the stretch begins in it.
                var allowed = named.Allowed[first..end];
                for (var i = 0; i < allowed.Length && i < 1; i++)
                {
                    if (System.Numerics.BitOperations.IsPow2(allowed[0]) && _decoder.IsInside(System.Numerics.BitOperations.TrailingZeroCount(allowed[0]))) allowed[0] >>= 1;
                }

                all.Add(new Stretch(states[first..end], features[first..end], allowed));
                first = end;
            }
        }
    }

    /// <summary>Numbers the features that occur often enough; the others are left out.</summary>
    private ulong[] Number(List<List<Stretch>> stretches)
    {
        var counts = new Dictionary<ulong, int>();
        foreach (var key in stretches.SelectMany(all => all).SelectMany(stretch => stretch.Features).SelectMany(keys => keys)) counts[key] = counts.GetValueOrDefault(key) + 1;
        var least = _plan.Least * stretches.Count;
        var keysKept = counts.Where(pair => pair.Value >= least).Select(pair => pair.Key).Order().ToArray();
        var rows = keysKept.Select((key, row) => (key, row)).ToDictionary(pair => pair.key, pair => pair.row);
        foreach (var stretch in stretches.SelectMany(all => all))
        {
            // A lexical feature is told by its sign, so that training can take more of them away.
            stretch.Rows = [.. stretch.Features.Select(keys => keys.Select((key, at) => rows.TryGetValue(key, out var row) ? NameFeatures.IsLexical(at) ? ~row : row : int.MinValue).Where(row => row != int.MinValue).ToArray())];
        }

        return keysKept;
    }

    private (double Loss, int Words) Read(List<Stretch> all, int total)
    {
        var order = all.ToArray();
        _random.Shuffle(order);
        double loss = 0;
        int words = 0, batch = 0, first = 0;
        for (var i = 0; i < order.Length; i++)
        {
            batch += order[i].Allowed.Length;
            if (batch < BatchWords && i + 1 < order.Length) continue;
            for (var k = first; k <= i; k++) loss += Learn(order[k], 1f / batch);
            var progress = _steps / (float)total;
            Update(_plan.Rate * MathF.Min(1, (_steps + 1) / 50f) * MathF.Max(0.02f, 1 - progress));
            words += batch;
            batch = 0;
            first = i + 1;
        }

        return (loss, words);
    }

    private double Learn(Stretch stretch, float weight)
    {
        const float StateDropout = 0.25f, HiddenDropout = 0.3f, FeatureDropout = 0.1f, LexicalDropout = 0.35f;
        int n = stretch.Allowed.Length, w = _width, l = _labels;
        var hidden = new float[n * w];
        var masks = new float[n * w];
        var scores = new float[n * l];
        var states = new float[n][];
        var used = new List<int>[n];
        fixed (float* h = hidden)
        {
            for (var t = 0; t < n; t++)
            {
                var row = h + (long)t * w;
                Add(row, _values + _hiddenBias, w, 1);
                var seen = states[t] = new float[_states];
                for (var k = 0; k < _states; k++)
                {
                    seen[k] = _random.NextSingle() < StateDropout ? 0 : stretch.States[t][k] / (1 - StateDropout);
                    if (seen[k] != 0) Add(row, _values + (long)k * w, w, seen[k]);
                }

                used[t] = [];
                foreach (var signed in stretch.Rows[t])
                {
                    if (_random.NextSingle() < (signed < 0 ? LexicalDropout : FeatureDropout)) continue;
                    var feature = signed < 0 ? ~signed : signed;
                    used[t].Add(feature);
                    Add(row, _features.Values + (long)feature * w, w, 1);
                }

                for (var j = 0; j < w; j++)
                {
                    masks[t * w + j] = row[j] > 0 && _random.NextSingle() >= HiddenDropout ? 1 / (1 - HiddenDropout) : 0;
                    row[j] *= masks[t * w + j];
                    if (row[j] < 0) row[j] = 0;
                }

                for (var k = 0; k < l; k++)
                {
                    var sum = _values[_labelBias + k];
                    for (var j = 0; j < w; j++) sum += row[j] * _values[_label + j * l + k];
                    scores[t * l + k] = sum;
                }
            }

            var slope = new float[n * l];
            var loss = Chain(scores, stretch.Allowed, n, weight, slope);
            var back = stackalloc float[w];
            for (var t = 0; t < n; t++)
            {
                var row = h + (long)t * w;
                for (var j = 0; j < w; j++)
                {
                    float sum = 0;
                    for (var k = 0; k < l; k++)
                    {
                        var s = slope[t * l + k];
                        sum += s * _values[_label + j * l + k];
                        _gradient[_label + j * l + k] += s * row[j];
                    }

                    back[j] = sum * masks[t * w + j];
                }

                for (var k = 0; k < l; k++) _gradient[_labelBias + k] += slope[t * l + k];
                Add(_gradient + _hiddenBias, back, w, 1);
                for (var k = 0; k < _states; k++)
                {
                    if (states[t][k] != 0) Add(_gradient + (long)k * w, back, w, states[t][k]);
                }

                foreach (var feature in used[t]) Add(_featureGradient.Row(feature), back, w, 1);
            }

            return loss;
        }
    }

    /// <summary>Forward and backward sums over all rows of labels and over the allowed ones; the slope is their difference.</summary>
    private double Chain(float[] scores, ulong[] allowed, int n, float weight, float[] slope)
    {
        var all = new ulong[n];
        Array.Fill(all, ulong.MaxValue);
        var whole = Sums(scores, all, n, weight, slope, 1);
        var right = Sums(scores, allowed, n, weight, slope, -1);
        return double.IsNegativeInfinity(right) ? 0 : whole - right;
    }

    private double Sums(float[] scores, ulong[] allowed, int n, float weight, float[] slope, float sign)
    {
        var l = _labels;
        var forward = new double[n * l];
        var backward = new double[n * l];
        for (var t = 0; t < n; t++)
        {
            for (var k = 0; k < l; k++)
            {
                forward[t * l + k] = double.NegativeInfinity;
                if ((allowed[t] >> k & 1) == 0) continue;
                if (t == 0) forward[k] = _decoder.MayFollow(0, k) ? scores[k] + _values[_pairs + k] : double.NegativeInfinity;
                else forward[t * l + k] = scores[t * l + k] + Total(j => _decoder.MayFollow(j, k) ? forward[(t - 1) * l + j] + _values[_pairs + j * l + k] : double.NegativeInfinity);
            }
        }

        for (var t = n - 1; t >= 0; t--)
        {
            for (var k = 0; k < l; k++)
            {
                if (t == n - 1) backward[t * l + k] = _values[_pairs + k * l];
                else
                {
                    backward[t * l + k] = Total(j => (allowed[t + 1] >> j & 1) != 0 && _decoder.MayFollow(k, j)
                        ? backward[(t + 1) * l + j] + scores[(t + 1) * l + j] + _values[_pairs + k * l + j] : double.NegativeInfinity);
                }
            }
        }

        var total = Total(k => forward[(n - 1) * l + k] + _values[_pairs + k * l]);
        if (double.IsNegativeInfinity(total)) return total;
        for (var t = 0; t < n; t++)
        {
            for (var k = 0; k < l; k++)
            {
                if (double.IsNegativeInfinity(forward[t * l + k])) continue;
                var share = (float)Math.Exp(forward[t * l + k] + backward[t * l + k] - total) * weight * sign;
                slope[t * l + k] += share;
                if (t == 0) _gradient[_pairs + k] += share;
                if (t == n - 1) _gradient[_pairs + k * l] += share;
                if (t == 0) continue;
                for (var j = 0; j < l; j++)
                {
                    if (!_decoder.MayFollow(j, k) || double.IsNegativeInfinity(forward[(t - 1) * l + j])) continue;
                    _gradient[_pairs + j * l + k] += (float)Math.Exp(forward[(t - 1) * l + j] + _values[_pairs + j * l + k] + scores[t * l + k] + backward[t * l + k] - total) * weight * sign;
                }
            }
        }

        return total;

        double Total(Func<int, double> term)
        {
            Span<double> terms = stackalloc double[l];
            var highest = double.NegativeInfinity;
            for (var k = 0; k < l; k++) highest = Math.Max(highest, terms[k] = term(k));
            if (double.IsNegativeInfinity(highest)) return highest;
            double sum = 0;
            foreach (var value in terms) sum += Math.Exp(value - highest);
            return highest + Math.Log(sum);
        }
    }

    private void Update(float rate)
    {
        _steps++;
        float squares = 0;
        for (var i = 0; i < _count; i++) squares += _gradient[i] * _gradient[i];
        var norm = MathF.Sqrt(squares);
        var scale = norm > Clip ? Clip / norm : 1f;
        var step = rate * MathF.Sqrt(1 - MathF.Pow(0.95f, _steps)) / (1 - MathF.Pow(0.9f, _steps));
        Network.Move(_values, _first, _second, _gradient, _count, scale, step);
        foreach (var row in _featureGradient.Touched)
        {
            var at = (long)row * _width;
            Network.Move(_features.Values + at, _features.First + at, _features.Second + at, _featureGradient.Row(row), _width, scale, step);
        }

        System.Runtime.InteropServices.NativeMemory.Clear(_gradient, (nuint)_count * sizeof(float));
        _featureGradient.Clear();
        // The mean of the weights reads better than the last of them.
        var kept = MathF.Min(0.998f, _steps / (_steps + 10f));
        for (var i = 0; i < _count; i++) _mean[i] = kept * _mean[i] + (1 - kept) * _values[i];
        for (long i = 0; i < (long)_features.Rows * _width; i += 8)
        {
            var old = Vector256.Load(_features.Average + i);
            Vector256.FusedMultiplyAdd(Vector256.Create(1 - kept), Vector256.Load(_features.Values + i) - old, old).Store(_features.Average + i);
        }
    }

    private byte[] Export(ulong[] keys, ulong[] everyday, ulong[] proper)
    {
        var writer = new ModelWriter();
        writer.Lines("language", [_plan.Model.Language]);
        writer.Ints("shape", [_states, _width, keys.Length, _labels, everyday.Length, proper.Length]);
        writer.Lines("labels", NameCorpora.Labels);
        writer.Longs("features.keys", keys);
        writer.Table("features", _features.Average, keys.Length, _width);
        writer.Matrix("hidden", _mean, _states, _width);
        writer.Matrix("hidden.bias", _mean + _hiddenBias, 1, _width);
        writer.Matrix("label", _mean + _label, _width, _labels);
        writer.Matrix("label.bias", _mean + _labelBias, 1, _labels);
        writer.Matrix("pairs", _mean + _pairs, _labels, _labels);
        writer.Longs("everyday", everyday);
        writer.Longs("proper", proper);
        return writer.ToArray();
    }

    private void Spread(int offset, int count, float spread)
    {
        for (var i = 0; i < count; i++) _values[offset + i] = (float)(_random.NextDouble() * 2 - 1) * spread;
    }

    private static void Add(float* to, float* from, int count, float scale)
    {
        var by = Vector256.Create(scale);
        for (var i = 0; i < count; i += 8) Vector256.FusedMultiplyAdd(Vector256.Load(from + i), by, Vector256.Load(to + i)).Store(to + i);
    }
}
