using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Dateline.Text.Lexicons;
using Dateline.Text.Models;
using Dateline.Text.Places;

namespace Dateline.Text.Names;

/// <summary>
/// A trained finder of names: which words are part of the name of a person, a body, a place, a people or a built place.
/// </summary>
/// <remarks>
/// A hidden layer adds up what the language model's encoder made of a word and a learned vector for each of the word's
/// features (see <see cref="NameFeatures"/>); the best row of labels is found with learned scores for each pair of
/// neighbours (Lafferty et al. 2001; Viterbi 1967). Only words that may be part of a name are looked at. It goes with the
/// language model whose encoder it was trained over and with the lexicons. Safe for use by several threads.
/// </remarks>
public sealed unsafe class NameFinder : IDisposable
{
    private readonly MemoryHandle _pin;
    private readonly Arena _weights = new(1 << 18);
    private readonly ActorLexicon _lexicon;
    private readonly Gazetteer _gazetteer;
    private readonly HashIndex _everyday;
    private readonly HashIndex _proper;
    private readonly HashIndex _features;
    private readonly VectorTable _vectors;
    private readonly float* _hidden;
    private readonly float* _hiddenBias;
    private readonly float* _label;
    private readonly float* _labelBias;
    private readonly (float[] Hidden, float[] Label) _plain;
    private readonly Lock _lock = new();
    private readonly Stack<NameReading> _readings = new();

    private NameFinder(ReadOnlyMemory<byte> bytes, ActorLexicon lexicon, Gazetteer gazetteer)
    {
        var reader = new ModelReader(bytes);
        _pin = bytes.Pin();
        _lexicon = lexicon;
        _gazetteer = gazetteer;
        Language = reader.Lines("language") is [var language] ? language : throw new InvalidDataException("The name finder does not say its language; train it anew.");
        var shape = reader.Ints("shape", 6);
        (StateWidth, Width, var features, var everyday, var proper) = (shape[0], shape[1], shape[2], shape[4], shape[5]);
        if (Width % 8 != 0 || StateWidth % 8 != 0 || Width <= 0 || StateWidth <= 0) throw new InvalidDataException("The name finder's widths are no multiples of 8; train it anew.");
        var labels = reader.Lines("labels");
        if (labels.Length != shape[3]) throw new InvalidDataException("The name finder's labels are not as many as its sizes say; train it anew.");
        _features = new HashIndex(reader.Longs("features.keys", features));
        _vectors = new VectorTable(reader, "features", features, Width);
        _hidden = Factor(reader, "hidden", StateWidth, Width);
        _hiddenBias = Row(reader, "hidden.bias", 1, Width);
        _label = Factor(reader, "label", Width, labels.Length);
        _labelBias = Row(reader, "label.bias", 1, labels.Length);
        _plain = (reader.Matrix("hidden", StateWidth, Width), reader.Matrix("label", Width, labels.Length));
        _everyday = new HashIndex(reader.Longs("everyday", everyday));
        _proper = new HashIndex(reader.Longs("proper", proper));
        Decoder = new LabelDecoder(labels, reader.Matrix("pairs", labels.Length, labels.Length));
    }

    /// <summary>BCP 47 primary subtag of the language it reads.</summary>
    public string Language { get; }

    /// <summary>Numbers of the encoder per word that it was trained with.</summary>
    internal int StateWidth { get; }

    internal int Width { get; }

    internal LabelDecoder Decoder { get; }

    /// <summary>Opens a name finder.</summary>
    /// <param name="bytes">The whole file; must stay as it is while the finder is used, and may be memory that is mapped.</param>
    /// <param name="lexicon">Who is who, and the words that stand in names.</param>
    /// <param name="gazetteer">Which words are places.</param>
    /// <exception cref="InvalidDataException">The bytes are no sound name finder of this version.</exception>
    public static NameFinder Open(ReadOnlyMemory<byte> bytes, ActorLexicon lexicon, Gazetteer gazetteer)
    {
        ArgumentNullException.ThrowIfNull(lexicon);
        ArgumentNullException.ThrowIfNull(gazetteer);
        return new NameFinder(bytes, lexicon, gazetteer);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            while (_readings.TryPop(out var reading)) reading.Dispose();
        }

        _weights.Dispose();
        _pin.Dispose();
    }

    /// <summary>Takes what one document needs; to be given back with <see cref="Return"/>.</summary>
    internal NameReading Rent()
    {
        lock (_lock)
        {
            if (_readings.TryPop(out var reading)) return reading;
        }

        return new NameReading(this, new NameClues(_lexicon, _gazetteer, _everyday, _proper));
    }

    internal void Return(NameReading reading)
    {
        lock (_lock) _readings.Push(reading);
    }

    /// <summary>The atoms of a document's words, as the lexicon cuts them.</summary>
    internal AtomRow AtomsOf(Document document) => document.AtomsFor(_lexicon);

    /// <summary>Scores the labels of several words of one document.</summary>
    /// <param name="clues">What is known of the document's words.</param>
    /// <param name="words">Rows of the words.</param>
    /// <param name="states">What the encoder made of the words from row <paramref name="first"/> on.</param>
    /// <param name="first">Row of the first word in <paramref name="states"/>.</param>
    /// <param name="arena">Memory for what lies between.</param>
    /// <param name="scores">Receives a score for each label of each word.</param>
    internal void Score(NameClues clues, ReadOnlySpan<int> words, float* states, int first, Arena arena, float* scores)
    {
        var count = words.Length;
        var gathered = arena.Floats((long)count * StateWidth);
        for (var i = 0; i < count; i++) NativeMemory.Copy(states + (long)(words[i] - first) * StateWidth, gathered + (long)i * StateWidth, (nuint)StateWidth * sizeof(float));
        var left = arena.Floats(Matmul.LeftLength(count, Math.Max(StateWidth, Width)));
        Matmul.PackLeft(gathered, StateWidth, count, StateWidth, left);
        var hidden = arena.Floats((long)count * Width);
        for (var i = 0; i < count; i++) NativeMemory.Copy(_hiddenBias, hidden + (long)i * Width, (nuint)Width * sizeof(float));
        Matmul.Multiply(left, _hidden, count, Width, StateWidth, hidden, Width, true);
        Span<ulong> keys = stackalloc ulong[NameFeatures.Most];
        for (var i = 0; i < count; i++)
        {
            var row = hidden + (long)i * Width;
            foreach (var key in keys[..NameFeatures.Of(clues, words[i], keys)])
            {
                if (_features.Find(key) is var feature and >= 0) _vectors.AddTo(row, feature, 1);
            }

            for (var j = 0; j < Width; j += 8) Vector256.Max(Vector256.Load(row + j), Vector256<float>.Zero).Store(row + j);
        }

        Matmul.PackLeft(hidden, Width, count, Width, left);
        for (var i = 0; i < count; i++) NativeMemory.Copy(_labelBias, scores + (long)i * Decoder.Count, (nuint)Decoder.Count * sizeof(float));
        Matmul.Multiply(left, _label, count, Decoder.Count, Width, scores, Decoder.Count, true);
    }

    /// <summary>The same as <see cref="Score"/> for one word, written for reading: what it must agree with.</summary>
    internal float[] ScorePlainly(NameClues clues, int word, ReadOnlySpan<float> state)
    {
        var hidden = new float[Width];
        Span<ulong> keys = stackalloc ulong[NameFeatures.Most];
        fixed (float* sum = hidden)
        {
            foreach (var key in keys[..NameFeatures.Of(clues, word, keys)])
            {
                if (_features.Find(key) is var feature and >= 0) _vectors.AddTo(sum, feature, 1);
            }
        }

        for (var j = 0; j < Width; j++)
        {
            hidden[j] += _hiddenBias[j];
            for (var k = 0; k < StateWidth; k++) hidden[j] += state[k] * _plain.Hidden[k * Width + j];
            hidden[j] = MathF.Max(hidden[j], 0);
        }

        var scores = new float[Decoder.Count];
        for (var label = 0; label < scores.Length; label++)
        {
            scores[label] = _labelBias[label];
            for (var j = 0; j < Width; j++) scores[label] += hidden[j] * _plain.Label[j * scores.Length + label];
        }

        return scores;
    }

    private float* Factor(ModelReader reader, string name, int rows, int columns)
    {
        var matrix = reader.Matrix(name, rows, columns);
        var packed = _weights.Floats(Matmul.RightLength(rows, columns));
        fixed (float* from = matrix) Matmul.PackRight(from, columns, rows, columns, packed);
        return packed;
    }

    private float* Row(ModelReader reader, string name, int rows, int columns)
    {
        var matrix = reader.Matrix(name, rows, columns);
        var copy = _weights.Zeros(matrix.Length + 8);
        matrix.CopyTo(new Span<float>(copy, matrix.Length));
        return copy;
    }
}
