using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Dateline.Text.Models;

namespace Dateline.Learning.Training;

/// <summary>
/// One thread's share of a training step: the way forward through the network, the losses, and the way back into a
/// gradient of its own.
/// </summary>
/// <remarks>
/// Words of a batch lie time by time: sentences are sorted by falling length, all first words come first, then all
/// second words, and so on, so that one step of a recurrent layer is one matrix product without padding. Scorers see
/// the words sentence by sentence.
/// </remarks>
internal sealed unsafe class Worker(Network network, int seed) : IDisposable
{
    private readonly Network _network = network;
    private readonly Arena _arena = new(64 << 20);
    private Random _random = new(seed);

    /// <summary>Gradient of the dense parameters.</summary>
    internal float* Gradient { get; } = Network.Allocate(network.Count);

    /// <summary>Gradients of words, n-grams and affixes.</summary>
    internal EmbeddingGradient[] Tables { get; } = [new(network.Words), new(network.Grams), new(network.Affixes)];

    /// <summary>Sum of the losses since <see cref="Clear"/>.</summary>
    internal double Loss { get; private set; }

    /// <summary>Share of numbers that dropout takes away between layers; 0 when gradients are checked.</summary>
    internal float Dropout { get; set; } = 0.33f;

    /// <summary>Share of words whose vector is replaced by that of the unknown word.</summary>
    internal float WordDropout { get; set; } = 0.15f;

    /// <inheritdoc/>
    public void Dispose() => _arena.Dispose();

    internal void Seed(int seed) => _random = new Random(seed);

    internal void Clear()
    {
        NativeMemory.Clear(Gradient, (nuint)_network.Count * sizeof(float));
        foreach (var table in Tables) table.Clear();
        Loss = 0;
    }

    /// <summary>Runs a batch and adds its gradient; losses are divided by <paramref name="normaliser"/>.</summary>
    internal void Run(IReadOnlyList<TrainingSentence> batch, float normaliser)
    {
        if (batch.Count == 0) return;
        _arena.Reset();
        var shape = _network.Shape;
        var sentences = batch.OrderByDescending(sentence => sentence.Count).ToArray();
        var length = sentences[0].Count;
        var counts = new int[length + 1];
        foreach (var sentence in sentences)
        {
            for (var t = 0; t < sentence.Count; t++) counts[t]++;
        }

        var offsets = new int[length + 1];
        for (var t = 0; t < length; t++) offsets[t + 1] = offsets[t] + counts[t];
        var rows = offsets[length];
        var starts = new int[sentences.Length + 1];
        for (var s = 0; s < sentences.Length; s++) starts[s + 1] = starts[s] + sentences[s].Count;

        int h = shape.Hidden, e = shape.Encoded;
        var input = _arena.Floats((long)rows * shape.Input);
        var usedWords = _arena.Ints(rows);
        Embed(sentences, offsets, input, usedWords);
        var layers = new Layer[shape.Layers];
        var x = input;
        var width = shape.Input;
        for (var l = 0; l < shape.Layers; l++)
        {
            var mask = Mask(sentences.Length, width);
            Scale(x, mask, width, offsets, counts);
            layers[l] = new Layer(x, width, mask, _arena.Floats((long)rows * e), _arena, rows, h);
            Forward(l, layers[l], offsets, counts, rows);
            x = layers[l].Output;
            width = e;
        }

        var topMask = Mask(sentences.Length, e);
        Scale(x, topMask, e, offsets, counts);
        // From time by time to sentence by sentence.
        var encoded = _arena.Floats((long)rows * e);
        for (var s = 0; s < sentences.Length; s++)
        {
            for (var t = 0; t < sentences[s].Count; t++) Copy(x + (long)(offsets[t] + s) * e, encoded + (long)(starts[s] + t) * e, e);
        }

        var gradient = _arena.Zeros((long)rows * e);
        var packed = _arena.Floats(Matmul.LeftLength(rows, e));
        Matmul.PackLeft(encoded, e, rows, e, packed);
        var turned = _arena.Floats(Matmul.LeftLength(e, rows));
        Matmul.PackLeftTransposed(encoded, e, e, rows, turned);
        ScoreTags(sentences, starts, packed, turned, rows, gradient, normaliser);
        ScoreTrees(sentences, starts, packed, turned, rows, gradient, normaliser);

        var back = _arena.Floats((long)rows * e);
        for (var s = 0; s < sentences.Length; s++)
        {
            for (var t = 0; t < sentences[s].Count; t++) Copy(gradient + (long)(starts[s] + t) * e, back + (long)(offsets[t] + s) * e, e);
        }

        Scale(back, topMask, e, offsets, counts);
        for (var l = shape.Layers - 1; l >= 0; l--)
        {
            var down = _arena.Zeros((long)rows * layers[l].Width);
            Backward(l, layers[l], offsets, counts, rows, back, down);
            Scale(down, layers[l].Mask, layers[l].Width, offsets, counts);
            back = down;
        }

        EmbedBack(sentences, offsets, back, usedWords);
    }

    private void Embed(TrainingSentence[] sentences, int[] offsets, float* input, int* usedWords)
    {
        var shape = _network.Shape;
        int w = shape.WordWidth, g = shape.GramWidth, a = shape.AffixWidth;
        for (var s = 0; s < sentences.Length; s++)
        {
            var sentence = sentences[s];
            for (var t = 0; t < sentence.Count; t++)
            {
                var row = offsets[t] + s;
                var x = input + (long)row * shape.Input;
                var word = sentence.Words[t];
                var vector = sentence.Vectors[t];
                if (WordDropout > 0 && _random.NextSingle() < WordDropout)
                {
                    word = 0;
                    // Half of the dropped words keep what running text says of them, so that both parts learn to stand alone.
                    if (_random.NextSingle() < 0.5f) vector = 0;
                }

                usedWords[row] = word;
                var from = _network.Words.Values + (long)word * w;
                var frozen = _network.Vectors + (long)vector * w;
                for (var i = 0; i < w; i += 8) (Vector256.Load(from + i) + Vector256.Load(frozen + i)).Store(x + i);
                Sum(sentence.Grams.AsSpan(sentence.GramStarts[t]..sentence.GramStarts[t + 1]), _network.Grams, x + w);
                Sum(sentence.Affixes.AsSpan(sentence.AffixStarts[t]..sentence.AffixStarts[t + 1]), _network.Affixes, x + w + g);
            }
        }
    }

    private void EmbedBack(TrainingSentence[] sentences, int[] offsets, float* gradient, int* usedWords)
    {
        var shape = _network.Shape;
        int w = shape.WordWidth, g = shape.GramWidth;
        for (var s = 0; s < sentences.Length; s++)
        {
            var sentence = sentences[s];
            for (var t = 0; t < sentence.Count; t++)
            {
                var row = offsets[t] + s;
                var x = gradient + (long)row * shape.Input;
                AddTo(Tables[0].Row(usedWords[row]), x, w, 1);
                Spread(sentence.Grams.AsSpan(sentence.GramStarts[t]..sentence.GramStarts[t + 1]), Tables[1], x + w, g);
                Spread(sentence.Affixes.AsSpan(sentence.AffixStarts[t]..sentence.AffixStarts[t + 1]), Tables[2], x + w + g, shape.AffixWidth);
            }
        }
    }

    private static void Sum(ReadOnlySpan<int> rows, EmbeddingTable table, float* result)
    {
        var width = table.Width;
        NativeMemory.Clear(result, (nuint)width * sizeof(float));
        if (rows.IsEmpty) return;
        var scale = 1 / MathF.Sqrt(rows.Length);
        foreach (var row in rows) AddTo(result, table.Values + (long)row * width, width, scale);
    }

    private static void Spread(ReadOnlySpan<int> rows, EmbeddingGradient table, float* gradient, int width)
    {
        if (rows.IsEmpty) return;
        var scale = 1 / MathF.Sqrt(rows.Length);
        foreach (var row in rows) AddTo(table.Row(row), gradient, width, scale);
    }

    private void Forward(int l, Layer layer, int[] offsets, int[] counts, int rows)
    {
        var h = _network.Shape.Hidden;
        var packed = _arena.Floats(Matmul.LeftLength(rows, layer.Width));
        Matmul.PackLeft(layer.Input, layer.Width, rows, layer.Width, packed);
        var block = _arena.Floats(Matmul.LeftLength(counts[0], h));
        for (var d = 0; d < 2; d++)
        {
            var index = 2 * l + d;
            var gates = layer.Gates[d];
            Fill(gates, _network.At(_network.GateBias[index]), rows, 4 * h);
            Matmul.Multiply(packed, _network.InputWeights[index].Forward, rows, 4 * h, layer.Width, gates, 4 * h, true);
            for (var step = 0; step < counts.Length - 1; step++)
            {
                var t = d == 0 ? step : counts.Length - 2 - step;
                var earlier = d == 0 ? t - 1 : t + 1;
                var known = earlier < 0 ? 0 : Math.Min(counts[t], counts[earlier]);
                if (known > 0)
                {
                    Matmul.PackLeft(layer.Output + (long)offsets[earlier] * 2 * h + d * h, 2 * h, known, h, block);
                    Matmul.Multiply(block, _network.RecurrentWeights[index].Forward, known, 4 * h, h, gates + (long)offsets[t] * 4 * h, 4 * h, true);
                }

                for (var s = 0; s < counts[t]; s++)
                {
                    var row = (long)offsets[t] + s;
                    var before = s < known ? layer.States[d] + ((long)offsets[earlier] + s) * h : null;
                    Curves.Cell(gates + row * 4 * h, before, layer.States[d] + row * h, layer.Squashed[d] + row * h, layer.Output + row * 2 * h + d * h, h);
                }
            }
        }
    }

    private void Backward(int l, Layer layer, int[] offsets, int[] counts, int rows, float* back, float* down)
    {
        var h = _network.Shape.Hidden;
        // Dropout scaled the outputs in place after the layer was read, but the recurrence saw them unscaled: outputs
        // are made again from gate and state.
        var previous = _arena.Floats((long)rows * h);
        var turned = _arena.Floats(Matmul.LeftLength(layer.Width, rows));
        Matmul.PackLeftTransposed(layer.Input, layer.Width, layer.Width, rows, turned);
        var turnedPrevious = _arena.Floats(Matmul.LeftLength(h, rows));
        var right = _arena.Floats(Matmul.RightLength(rows, 4 * h));
        var packed = _arena.Floats(Matmul.LeftLength(rows, 4 * h));
        var block = _arena.Floats(Matmul.LeftLength(counts[0], 4 * h));
        for (var d = 0; d < 2; d++)
        {
            var index = 2 * l + d;
            var gates = layer.Gates[d];
            var states = layer.States[d];
            var squashed = layer.Squashed[d];
            var cells = _arena.Zeros((long)rows * h);
            NativeMemory.Clear(previous, (nuint)((long)rows * h * sizeof(float)));
            for (var step = counts.Length - 2; step >= 0; step--)
            {
                var t = d == 0 ? step : counts.Length - 2 - step;
                var earlier = d == 0 ? t - 1 : t + 1;
                var known = earlier < 0 ? 0 : Math.Min(counts[t], counts[earlier]);
                for (var s = 0; s < counts[t]; s++)
                {
                    var row = (long)offsets[t] + s;
                    var before = ((long)offsets[Math.Max(earlier, 0)] + s) * h;
                    if (s < known)
                    {
                        // What the cell gave one step before, as the recurrence saw it.
                        var open = gates + ((long)offsets[earlier] + s) * 4 * h + 2 * h;
                        for (var j = 0; j < h; j += 8) (Vector256.Load(open + j) * Vector256.Load(squashed + before + j)).Store(previous + row * h + j);
                    }

                    CellBack(gates + row * 4 * h, s < known ? states + before : null, squashed + row * h, back + row * 2 * h + d * h, cells + row * h,
                        s < known ? cells + before : null, h);
                }

                if (known == 0) continue;
                Matmul.PackLeft(gates + (long)offsets[t] * 4 * h, 4 * h, known, 4 * h, block);
                Matmul.Multiply(block, _network.RecurrentWeights[index].Backward, known, h, 4 * h, back + (long)offsets[earlier] * 2 * h + d * h, 2 * h, true);
            }

            Matmul.PackRight(gates, 4 * h, rows, 4 * h, right);
            Matmul.Multiply(turned, right, layer.Width, 4 * h, rows, Of(_network.InputWeights[index]), 4 * h, true);
            Matmul.PackLeftTransposed(previous, h, h, rows, turnedPrevious);
            Matmul.Multiply(turnedPrevious, right, h, 4 * h, rows, Of(_network.RecurrentWeights[index]), 4 * h, true);
            AddRows(Of(_network.GateBias[index]), gates, rows, 4 * h, 4 * h);
            Matmul.PackLeft(gates, 4 * h, rows, 4 * h, packed);
            Matmul.Multiply(packed, _network.InputWeights[index].Backward, rows, layer.Width, 4 * h, down, layer.Width, true);
        }
    }

    /// <summary>The way back through <see cref="Curves.Cell"/>: gates become their gradients.</summary>
    private static void CellBack(float* gates, float* before, float* squashed, float* outputGradient, float* stateGradient, float* beforeGradient, int width)
    {
        var one = Vector256<float>.One;
        for (var j = 0; j < width; j += 8)
        {
            var i = Vector256.Load(gates + j);
            var f = Vector256.Load(gates + width + j);
            var o = Vector256.Load(gates + 2 * width + j);
            var g = Vector256.Load(gates + 3 * width + j);
            var t = Vector256.Load(squashed + j);
            var dh = Vector256.Load(outputGradient + j);
            var dc = Vector256.Load(stateGradient + j) + dh * o * (one - t * t);
            (dc * g * i * (one - i)).Store(gates + j);
            var c = before == null ? Vector256<float>.Zero : Vector256.Load(before + j);
            (dc * c * f * (one - f)).Store(gates + width + j);
            (dh * t * o * (one - o)).Store(gates + 2 * width + j);
            (dc * i * (one - g * g)).Store(gates + 3 * width + j);
            if (beforeGradient != null) (dc * f).Store(beforeGradient + j);
        }
    }

    private void ScoreTags(TrainingSentence[] sentences, int[] starts, float* packed, float* turned, int rows, float* gradient, float normaliser)
    {
        var shape = _network.Shape;
        var scores = Linear(packed, rows, _network.Tag, _network.TagBias);
        Span<int> widths = [shape.Upos, shape.Xpos, shape.Feats, shape.Lemmas];
        for (var s = 0; s < sentences.Length; s++)
        {
            var tags = sentences[s].Tags;
            for (var t = 0; t < sentences[s].Count; t++)
            {
                var at = scores + (long)(starts[s] + t) * shape.Tags;
                for (var k = 0; k < 4; k++)
                {
                    Choose(at, widths[k], tags.Length == 0 ? -1 : tags[4 * t + k], normaliser);
                    at += widths[k];
                }
            }
        }

        LinearBack(turned, scores, rows, _network.Tag, _network.TagBias, gradient);
    }

    private void ScoreTrees(TrainingSentence[] sentences, int[] starts, float* packed, float* turned, int rows, float* gradient, float normaliser)
    {
        var shape = _network.Shape;
        int a = shape.ArcWidth, r = shape.RelationWidth, p = shape.Projected;
        var projected = Linear(packed, rows, _network.Project, _network.ProjectBias);
        var mask = Mask(sentences.Length, 2 * a);
        // Arc parts pass a rectifier and dropout; relation parts are added up first.
        for (var s = 0; s < sentences.Length; s++)
        {
            for (var t = 0; t < sentences[s].Count; t++)
            {
                var at = projected + (long)(starts[s] + t) * p;
                for (var j = 0; j < 2 * a; j += 8)
                {
                    var value = Vector256.Max(Vector256.Load(at + j), Vector256<float>.Zero);
                    (mask == null ? value : value * Vector256.Load(mask + (long)s * 2 * a + j)).Store(at + j);
                }
            }
        }

        var down = _arena.Zeros((long)rows * p);
        ScoreArcs(sentences, starts, projected, down, rows, normaliser);
        ScoreRelations(sentences, starts, projected, down, rows, normaliser);
        for (var s = 0; s < sentences.Length; s++)
        {
            for (var t = 0; t < sentences[s].Count; t++)
            {
                var at = projected + (long)(starts[s] + t) * p;
                var to = down + (long)(starts[s] + t) * p;
                for (var j = 0; j < 2 * a; j += 8)
                {
                    var value = Vector256.ConditionalSelect(Vector256.GreaterThan(Vector256.Load(at + j), Vector256<float>.Zero), Vector256.Load(to + j), Vector256<float>.Zero);
                    (mask == null ? value : value * Vector256.Load(mask + (long)s * 2 * a + j)).Store(to + j);
                }
            }
        }

        LinearBack(turned, down, rows, _network.Project, _network.ProjectBias, gradient);
    }

    private void ScoreArcs(TrainingSentence[] sentences, int[] starts, float* projected, float* down, int rows, float normaliser)
    {
        var shape = _network.Shape;
        int a = shape.ArcWidth, p = shape.Projected;
        var dependents = _arena.Floats(Matmul.LeftLength(rows, a));
        Matmul.PackLeft(projected, p, rows, a, dependents);
        var moved = _arena.Floats((long)rows * a);
        Matmul.Multiply(dependents, _network.Arc.Forward, rows, a, a, moved, a, false);
        var movedGradient = _arena.Zeros((long)rows * a);
        var distance = _network.At(_network.ArcDistance);
        var distanceGradient = Of(_network.ArcDistance);
        var headBias = _network.At(_network.ArcHead);
        var headBiasGradient = Of(_network.ArcHead);
        var longest = sentences[0].Count;
        var heads = _arena.Floats((long)(longest + 1) * a);
        var headsGradient = _arena.Floats((long)(longest + 1) * a);
        var right = _arena.Floats(Math.Max(Matmul.RightLength(a, longest + 1), Matmul.RightLength(longest + 1, a)));
        var left = _arena.Floats(Math.Max(Matmul.LeftLength(longest + 1, a), Matmul.LeftLength(longest + 1, longest + 1)));
        var scores = _arena.Floats((long)longest * (longest + 1));
        for (var s = 0; s < sentences.Length; s++)
        {
            var sentence = sentences[s];
            if (sentence.Heads.Length == 0) continue;
            var n = sentence.Count;
            Copy(_network.At(_network.ArcRoot), heads, a);
            for (var t = 0; t < n; t++) Copy(projected + (long)(starts[s] + t) * p + a, heads + (long)(t + 1) * a, a);
            Matmul.PackLeft(moved + (long)starts[s] * a, a, n, a, left);
            Matmul.PackRightTransposed(heads, a, a, n + 1, right);
            Matmul.Multiply(left, right, n, n + 1, a, scores, n + 1, false);
            for (var j = 0; j <= n; j++)
            {
                var bias = Dot(heads + (long)j * a, headBias, a);
                for (var t = 0; t < n; t++) scores[t * (n + 1) + j] += bias + distance[ModelShape.DistanceBucket(t + 1, j)];
            }

            for (var t = 0; t < n; t++)
            {
                var at = scores + (long)t * (n + 1);
                at[t + 1] = -1e9f;
                Choose(at, n + 1, sentence.Heads[t], normaliser);
                at[t + 1] = 0;
            }

            // S = M Hᵀ + 1 (H b)ᵀ + distances.
            Matmul.PackRight(heads, a, n + 1, a, right);
            Matmul.PackLeft(scores, n + 1, n, n + 1, left);
            Matmul.Multiply(left, right, n, a, n + 1, movedGradient + (long)starts[s] * a, a, false);
            Matmul.PackLeftTransposed(scores, n + 1, n + 1, n, left);
            Matmul.PackRight(moved + (long)starts[s] * a, a, n, a, right);
            Matmul.Multiply(left, right, n + 1, a, n, headsGradient, a, false);
            for (var j = 0; j <= n; j++)
            {
                var sum = 0f;
                for (var t = 0; t < n; t++)
                {
                    var value = scores[t * (n + 1) + j];
                    sum += value;
                    distanceGradient[ModelShape.DistanceBucket(t + 1, j)] += value;
                }

                AddTo(headsGradient + (long)j * a, headBias, a, sum);
                AddTo(headBiasGradient, heads + (long)j * a, a, sum);
                AddTo(j == 0 ? Of(_network.ArcRoot) : down + (long)(starts[s] + j - 1) * p + a, headsGradient + (long)j * a, a, 1);
            }
        }

        // M = D U.
        var turned = _arena.Floats(Matmul.LeftLength(a, rows));
        Matmul.PackLeftTransposed(projected, p, a, rows, turned);
        var rightMoved = _arena.Floats(Matmul.RightLength(rows, a));
        Matmul.PackRight(movedGradient, a, rows, a, rightMoved);
        Matmul.Multiply(turned, rightMoved, a, a, rows, Of(_network.Arc), a, true);
        var leftMoved = _arena.Floats(Matmul.LeftLength(rows, a));
        Matmul.PackLeft(movedGradient, a, rows, a, leftMoved);
        Matmul.Multiply(leftMoved, _network.Arc.Backward, rows, a, a, down, p, true);
    }

    private void ScoreRelations(TrainingSentence[] sentences, int[] starts, float* projected, float* down, int rows, float normaliser)
    {
        var shape = _network.Shape;
        int a = shape.ArcWidth, r = shape.RelationWidth, p = shape.Projected;
        var hidden = _arena.Zeros((long)rows * r);
        var distances = _network.At(_network.RelationDistance);
        var root = _network.At(_network.RelationRoot);
        var mask = Mask(sentences.Length, r);
        for (var s = 0; s < sentences.Length; s++)
        {
            for (var t = 0; t < sentences[s].Count && sentences[s].Heads.Length > 0; t++)
            {
                var row = (long)starts[s] + t;
                var head = sentences[s].Heads[t];
                var dependent = projected + row * p + 2 * a;
                var governor = head == 0 ? root : projected + ((long)starts[s] + head - 1) * p + 2 * a + r;
                var distance = distances + (long)ModelShape.DistanceBucket(t + 1, head) * r;
                for (var j = 0; j < r; j += 8)
                {
                    var value = Vector256.Max(Vector256.Load(dependent + j) + Vector256.Load(governor + j) + Vector256.Load(distance + j), Vector256<float>.Zero);
                    (mask == null ? value : value * Vector256.Load(mask + (long)s * r + j)).Store(hidden + row * r + j);
                }
            }
        }

        var packed = _arena.Floats(Matmul.LeftLength(rows, r));
        Matmul.PackLeft(hidden, r, rows, r, packed);
        var turned = _arena.Floats(Matmul.LeftLength(r, rows));
        Matmul.PackLeftTransposed(hidden, r, r, rows, turned);
        var scores = Linear(packed, rows, _network.Relation, _network.RelationBias);
        for (var s = 0; s < sentences.Length; s++)
        {
            for (var t = 0; t < sentences[s].Count; t++)
                Choose(scores + (long)(starts[s] + t) * shape.Relations, shape.Relations, sentences[s].Heads.Length == 0 ? -1 : sentences[s].Relations[t], normaliser);
        }

        var hiddenGradient = _arena.Zeros((long)rows * r);
        LinearBack(turned, scores, rows, _network.Relation, _network.RelationBias, hiddenGradient);
        for (var s = 0; s < sentences.Length; s++)
        {
            for (var t = 0; t < sentences[s].Count && sentences[s].Heads.Length > 0; t++)
            {
                var row = (long)starts[s] + t;
                var head = sentences[s].Heads[t];
                var dependent = down + row * p + 2 * a;
                var governor = head == 0 ? Of(_network.RelationRoot) : down + ((long)starts[s] + head - 1) * p + 2 * a + r;
                var distance = Of(_network.RelationDistance) + (long)ModelShape.DistanceBucket(t + 1, head) * r;
                for (var j = 0; j < r; j += 8)
                {
                    var value = Vector256.ConditionalSelect(Vector256.GreaterThan(Vector256.Load(hidden + row * r + j), Vector256<float>.Zero),
                        Vector256.Load(hiddenGradient + row * r + j), Vector256<float>.Zero);
                    if (mask != null) value *= Vector256.Load(mask + (long)s * r + j);
                    (Vector256.Load(dependent + j) + value).Store(dependent + j);
                    (Vector256.Load(governor + j) + value).Store(governor + j);
                    (Vector256.Load(distance + j) + value).Store(distance + j);
                }
            }
        }
    }

    private float* Linear(float* packed, int rows, Parameter weights, Parameter bias)
    {
        var result = _arena.Floats((long)rows * weights.Columns);
        Fill(result, _network.At(bias), rows, weights.Columns);
        Matmul.Multiply(packed, weights.Forward, rows, weights.Columns, weights.Rows, result, weights.Columns, true);
        return result;
    }

    private void LinearBack(float* turned, float* scores, int rows, Parameter weights, Parameter bias, float* gradient)
    {
        int k = weights.Rows, n = weights.Columns;
        var right = _arena.Floats(Matmul.RightLength(rows, n));
        Matmul.PackRight(scores, n, rows, n, right);
        Matmul.Multiply(turned, right, k, n, rows, Of(weights), n, true);
        AddRows(Of(bias), scores, rows, n, n);
        var left = _arena.Floats(Matmul.LeftLength(rows, n));
        Matmul.PackLeft(scores, n, rows, n, left);
        Matmul.Multiply(left, weights.Backward, rows, k, n, gradient, k, true);
    }

    /// <summary>Cross entropy of one choice: scores become their gradient; an unknown label gives none.</summary>
    private void Choose(float* scores, int count, int label, float normaliser)
    {
        if (label < 0 || label >= count)
        {
            NativeMemory.Clear(scores, (nuint)count * sizeof(float));
            return;
        }

        var wanted = scores[label];
        Loss += (Curves.Softmax(scores, count) - wanted) / normaliser;
        for (var i = 0; i < count; i++) scores[i] /= normaliser;
        scores[label] -= 1 / normaliser;
    }

    /// <summary>The same where several labels may be right: the loss is that of their joint probability.</summary>
    private void ChooseAmong(float* scores, int count, ulong allowed, float normaliser)
    {
        if (allowed == 0)
        {
            NativeMemory.Clear(scores, (nuint)count * sizeof(float));
            return;
        }

        Curves.Softmax(scores, count);
        var sum = 1e-9f;
        for (var i = 0; i < count; i++)
        {
            if ((allowed >> i & 1) != 0) sum += scores[i];
        }

        Loss -= MathF.Log(sum) / normaliser;
        for (var i = 0; i < count; i++) scores[i] = ((allowed >> i & 1) != 0 ? scores[i] - scores[i] / sum : scores[i]) / normaliser;
    }

    private float* Of(Parameter parameter) => Gradient + parameter.Offset;

    /// <summary>One row of a dropout mask per sentence (variational: the same for all words of a sentence, Gal &amp; Ghahramani 2016); null without dropout.</summary>
    private float* Mask(int sentences, int width)
    {
        if (Dropout == 0) return null;
        var mask = _arena.Floats((long)sentences * width);
        var scale = 1 / (1 - Dropout);
        for (long i = 0; i < (long)sentences * width; i++) mask[i] = _random.NextSingle() < Dropout ? 0 : scale;
        return mask;
    }

    private static void Scale(float* x, float* mask, int width, int[] offsets, int[] counts)
    {
        if (mask == null) return;
        for (var t = 0; t < counts.Length - 1; t++)
        {
            for (var s = 0; s < counts[t]; s++)
            {
                var at = x + (long)(offsets[t] + s) * width;
                for (var j = 0; j < width; j += 8) (Vector256.Load(at + j) * Vector256.Load(mask + (long)s * width + j)).Store(at + j);
            }
        }
    }

    private static void Fill(float* result, float* bias, int rows, int width)
    {
        for (var row = 0; row < rows; row++) Copy(bias, result + (long)row * width, width);
    }

    private static void AddRows(float* sum, float* matrix, int rows, int width, int stride)
    {
        for (var row = 0; row < rows; row++) AddTo(sum, matrix + (long)row * stride, width, 1);
    }

    private static void Copy(float* from, float* to, int count) => NativeMemory.Copy(from, to, (nuint)count * sizeof(float));

    private static void AddTo(float* sum, float* x, int count, float scale)
    {
        var i = 0;
        var v = Vector256.Create(scale);
        for (; i + 8 <= count; i += 8) Vector256.FusedMultiplyAdd(Vector256.Load(x + i), v, Vector256.Load(sum + i)).Store(sum + i);
        for (; i < count; i++) sum[i] += x[i] * scale;
    }

    private static float Dot(float* x, float* y, int count)
    {
        var sum = Vector256<float>.Zero;
        for (var i = 0; i < count; i += 8) sum = Vector256.FusedMultiplyAdd(Vector256.Load(x + i), Vector256.Load(y + i), sum);
        return Vector256.Sum(sum);
    }

    /// <summary>What a layer's way back needs of its way forward.</summary>
    private readonly struct Layer
    {
        internal Layer(float* input, int width, float* mask, float* output, Arena arena, int rows, int h)
        {
            Input = input;
            Width = width;
            Mask = mask;
            Output = output;
            Gates = new float*[2];
            States = new float*[2];
            Squashed = new float*[2];
            for (var d = 0; d < 2; d++)
            {
                Gates[d] = arena.Floats((long)rows * 4 * h);
                States[d] = arena.Floats((long)rows * h);
                Squashed[d] = arena.Floats((long)rows * h);
            }
        }

        internal float* Input { get; }

        internal int Width { get; }

        internal float* Mask { get; }

        internal float* Output { get; }

        internal float*[] Gates { get; }

        internal float*[] States { get; }

        internal float*[] Squashed { get; }
    }
}
