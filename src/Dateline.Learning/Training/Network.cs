using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Dateline.Text.Models;

namespace Dateline.Learning.Training;

/// <summary>
/// The parameters of the language model while it is trained, and their optimiser (Adam, Kingma &amp; Ba 2015; rows of
/// tables are updated only when a batch touches them).
/// </summary>
/// <remarks>Lives as long as the process that trains; its memory is not given back before.</remarks>
internal sealed unsafe class Network
{
    private const float Momentum = 0.9f;
    private const float Memory = 0.95f;
    private const float Tiny = 1e-8f;
    private readonly List<Parameter> _parameters = [];

    internal Network(ModelShape shape, float* vectors, int seed)
    {
        Shape = shape;
        Vectors = vectors;
        var random = new Random(seed);
        int h = shape.Hidden, e = shape.Encoded;
        InputWeights = new Parameter[shape.Layers * 2];
        RecurrentWeights = new Parameter[shape.Layers * 2];
        GateBias = new Parameter[shape.Layers * 2];
        for (var i = 0; i < shape.Layers * 2; i++)
        {
            var inputs = i < 2 ? shape.Input : e;
            InputWeights[i] = Add($"lstm{i / 2}.{i % 2}.input", inputs, 4 * h, Glorot(inputs, h));
            RecurrentWeights[i] = Add($"lstm{i / 2}.{i % 2}.recurrent", h, 4 * h, Glorot(h, h));
            GateBias[i] = Add($"lstm{i / 2}.{i % 2}.bias", 1, 4 * h, 0);
        }

        Project = Add("project", e, shape.Projected, Glorot(e, shape.ArcWidth));
        ProjectBias = Add("project.bias", 1, shape.Projected, 0);
        Arc = Add("arc", shape.ArcWidth, shape.ArcWidth, 0.5f / MathF.Sqrt(shape.ArcWidth));
        ArcHead = Add("arc.head", 1, shape.ArcWidth, 0);
        ArcRoot = Add("arc.root", 1, shape.ArcWidth, 0.3f);
        ArcDistance = Add("arc.distance", 1, ModelShape.Distances, 0);
        RelationDistance = Add("relation.distance", ModelShape.Distances, shape.RelationWidth, 0.05f);
        RelationRoot = Add("relation.root", 1, shape.RelationWidth, 0.1f);
        Relation = Add("relation", shape.RelationWidth, shape.Relations, Glorot(shape.RelationWidth, shape.Relations));
        RelationBias = Add("relation.bias", 1, shape.Relations, 0);
        Tag = Add("tag", e, shape.Tags, Glorot(e, shape.Xpos + shape.Upos));
        TagBias = Add("tag.bias", 1, shape.Tags, 0);
        Count = (_parameters[^1].Offset + _parameters[^1].Length + 15) & ~15;
        Values = Allocate(Count);
        First = Allocate(Count);
        Second = Allocate(Count);
        foreach (var parameter in _parameters)
        {
            for (var i = 0; i < parameter.Length; i++)
                Values[parameter.Offset + i] = (float)(random.NextDouble() * 2 - 1) * parameter.Spread;
            if (parameter.Rows == 1 || parameter.Name is "relation.distance") continue;
            parameter.Forward = Allocate(Matmul.RightLength(parameter.Rows, parameter.Columns));
            parameter.Backward = Allocate(Matmul.RightLength(parameter.Columns, parameter.Rows));
        }

        // A cell that remembers at the start learns faster (Jozefowicz et al. 2015).
        foreach (var bias in GateBias)
        {
            for (var j = 0; j < h; j++) Values[bias.Offset + h + j] = 1;
        }

        Words = new EmbeddingTable("words", shape.Words, shape.WordWidth, 0, random);
        Grams = new EmbeddingTable("grams", shape.Grams, shape.GramWidth, 0.3f, random);
        Affixes = new EmbeddingTable("affixes", shape.Affixes, shape.AffixWidth, 0.3f, random);
        Pack();
        Average = Allocate(Count);
        Remember(0);
    }

    internal ModelShape Shape { get; }

    /// <summary>Vectors learned from running text, one row to a word, row 0 zero; not trained further.</summary>
    internal float* Vectors { get; }

    internal Parameter[] InputWeights { get; }

    internal Parameter[] RecurrentWeights { get; }

    internal Parameter[] GateBias { get; }

    internal Parameter Project { get; }

    internal Parameter ProjectBias { get; }

    internal Parameter Arc { get; }

    internal Parameter ArcHead { get; }

    internal Parameter ArcRoot { get; }

    internal Parameter ArcDistance { get; }

    internal Parameter RelationDistance { get; }

    internal Parameter RelationRoot { get; }

    internal Parameter Relation { get; }

    internal Parameter RelationBias { get; }

    internal Parameter Tag { get; }

    internal Parameter TagBias { get; }

    internal EmbeddingTable Words { get; }

    internal EmbeddingTable Grams { get; }

    internal EmbeddingTable Affixes { get; }

    internal IReadOnlyList<Parameter> Parameters => _parameters;

    internal EmbeddingTable[] Tables => [Words, Grams, Affixes];

    /// <summary>How many dense numbers there are.</summary>
    internal int Count { get; }

    internal float* Values { get; }

    internal float* First { get; }

    internal float* Second { get; }

    /// <summary>Running mean of <see cref="Values"/>, see <see cref="Remember"/>.</summary>
    internal float* Average { get; }

    /// <summary>Updates made so far.</summary>
    internal int Steps { get; set; }

    internal static float* Allocate(long count)
    {
        var memory = (float*)NativeMemory.AlignedAlloc((nuint)count * sizeof(float), 64);
        NativeMemory.Clear(memory, (nuint)count * sizeof(float));
        return memory;
    }

    internal float* At(Parameter parameter) => Values + parameter.Offset;

    /// <summary>Lays the matrices out anew after their numbers changed.</summary>
    internal void Pack()
    {
        foreach (var parameter in _parameters) parameter.Pack(Values);
    }

    /// <summary>
    /// Moves the running means of all numbers towards what they are now. A mean over many updates reads better than the
    /// last of them (Polyak &amp; Juditsky 1992).
    /// </summary>
    /// <param name="kept">Share of the old mean that is kept; 0 makes the mean what the numbers are.</param>
    internal void Remember(float kept)
    {
        Blend(Values, Average, Count, kept);
        foreach (var table in Tables) Blend(table.Values, table.Average, (long)table.Rows * table.Width, kept);
    }

    /// <summary>Puts the running means in the place of the numbers and the numbers in theirs; once more undoes it.</summary>
    internal void ExchangeMeans()
    {
        Exchange(Values, Average, Count);
        foreach (var table in Tables) Exchange(table.Values, table.Average, (long)table.Rows * table.Width);
    }

    /// <summary>Adds up the workers' gradients in their order, clips the sum and moves the parameters.</summary>
    internal void Update(Worker[] workers, float rate, float clip)
    {
        var sum = workers[0].Gradient;
        for (var w = 1; w < workers.Length; w++)
        {
            var other = workers[w].Gradient;
            for (var i = 0; i < Count; i += 8) (Vector256.Load(sum + i) + Vector256.Load(other + i)).Store(sum + i);
            for (var t = 0; t < 3; t++)
            {
                var from = workers[w].Tables[t];
                var to = workers[0].Tables[t];
                var width = Tables[t].Width;
                foreach (var row in from.Touched)
                {
                    var source = from.Row(row);
                    var target = to.Row(row);
                    for (var i = 0; i < width; i += 8) (Vector256.Load(target + i) + Vector256.Load(source + i)).Store(target + i);
                }
            }
        }

        var squares = Vector256<float>.Zero;
        for (var i = 0; i < Count; i += 8)
        {
            var g = Vector256.Load(sum + i);
            squares = Vector256.FusedMultiplyAdd(g, g, squares);
        }

        var norm = MathF.Sqrt(Vector256.Sum(squares));
        var scale = norm > clip ? clip / norm : 1f;
        Steps++;
        var step = rate * MathF.Sqrt(1 - MathF.Pow(Memory, Steps)) / (1 - MathF.Pow(Momentum, Steps));
        Move(Values, First, Second, sum, Count, scale, step);
        for (var t = 0; t < 3; t++)
        {
            var table = Tables[t];
            var gradient = workers[0].Tables[t];
            foreach (var row in gradient.Touched)
            {
                var at = (long)row * table.Width;
                Move(table.Values + at, table.First + at, table.Second + at, gradient.Row(row), table.Width, scale, step);
            }
        }

        foreach (var worker in workers) worker.Clear();
        Pack();
    }

    internal static void Move(float* values, float* first, float* second, float* gradient, int count, float scale, float step)
    {
        var s = Vector256.Create(scale);
        for (var i = 0; i < count; i += 8)
        {
            var g = Vector256.Load(gradient + i) * s;
            var m = Vector256.FusedMultiplyAdd(Vector256.Create(Momentum), Vector256.Load(first + i), Vector256.Create(1 - Momentum) * g);
            var v = Vector256.FusedMultiplyAdd(Vector256.Create(Memory), Vector256.Load(second + i), Vector256.Create(1 - Memory) * g * g);
            m.Store(first + i);
            v.Store(second + i);
            (Vector256.Load(values + i) - Vector256.Create(step) * m / (Vector256.Sqrt(v) + Vector256.Create(Tiny))).Store(values + i);
        }
    }

    private static void Blend(float* values, float* mean, long count, float kept)
    {
        if (kept == 0)
        {
            NativeMemory.Copy(values, mean, (nuint)count * sizeof(float));
            return;
        }

        // Rows are multiples of eight numbers wide.
        var share = Vector256.Create(1 - kept);
        for (long i = 0; i < count; i += 8)
        {
            var old = Vector256.Load(mean + i);
            Vector256.FusedMultiplyAdd(share, Vector256.Load(values + i) - old, old).Store(mean + i);
        }
    }

    private static void Exchange(float* left, float* right, long count)
    {
        for (long i = 0; i < count; i++) (left[i], right[i]) = (right[i], left[i]);
    }

    private static float Glorot(int inputs, int outputs) => MathF.Sqrt(6f / (inputs + outputs));

    private Parameter Add(string name, int rows, int columns, float spread)
    {
        var offset = _parameters.Count == 0 ? 0 : (_parameters[^1].Offset + _parameters[^1].Length + 15) & ~15;
        var parameter = new Parameter { Name = name, Rows = rows, Columns = columns, Offset = offset, Spread = spread };
        _parameters.Add(parameter);
        return parameter;
    }
}
