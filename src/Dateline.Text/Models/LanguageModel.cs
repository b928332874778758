using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Dateline.Text.Syntax;
using Dateline.Text.Tokens;

namespace Dateline.Text.Models;

/// <summary>
/// A trained reader of one language: parts of speech, features, lemmas and dependency trees.
/// </summary>
/// <remarks>
/// Words become sums of learned vectors (word, character n-grams, affixes), pass layers of two-way long short-term
/// memory, and from there go to scorers: tags by linear layers, heads by a biaffine product (Dozat &amp; Manning 2017),
/// relations by a hidden layer. Sentences are read many at a time, so that one step through all of them is one
/// matrix product. Safe for use by several threads; each rents its own working memory. Sentences of more than
/// <see cref="LongestPiece"/> words are read in pieces, whose roots hang on the first piece's root.
/// </remarks>
public sealed unsafe class LanguageModel : IDisposable
{
    /// <summary>Words that are read as one tree; what is longer is cut.</summary>
    public const int LongestPiece = 200;

    internal const int MostPieces = 64;
    private const int MostRows = 1024;

    private readonly ModelShape _shape;
    private readonly MemoryHandle _pin;
    private readonly Arena _weights = new(8 << 20);
    private readonly HashIndex _words;
    private readonly VectorTable _wordTable;
    private readonly VectorTable _gramTable;
    private readonly VectorTable _affixTable;
    private readonly float*[] _inputWeights;
    private readonly float*[] _recurrentWeights;
    private readonly float*[] _gateBias;
    private readonly float* _project;
    private readonly float* _projectBias;
    private readonly float* _arc;
    private readonly float* _arcHead;
    private readonly float* _arcRoot;
    private readonly float* _arcDistance;
    private readonly float* _relationDistance;
    private readonly float* _relationRoot;
    private readonly float* _relation;
    private readonly float* _relationBias;
    private readonly float* _tag;
    private readonly float* _tagBias;
    private readonly float* _lemma;
    private readonly float* _lemmaBias;
    private readonly UniversalPos[] _upos;
    private readonly string?[] _xpos;
    private readonly string?[] _feats;
    private readonly Morphology[] _morphology;
    private readonly LemmaRule[] _rules;
    private readonly Relation[] _relations;
    private readonly int _rootRelation;
    private readonly int _auxTag;
    private readonly int[] _auxRelations;
    private readonly ClosedWords? _closed;
    private readonly HashIndex _lemmaKeys;
    private readonly int[] _lemmaValues;
    private readonly string[] _lemmaTexts;
    private readonly Lock _lock = new();
    private readonly Stack<ModelScratch> _scratch = new();

    private LanguageModel(ReadOnlyMemory<byte> bytes)
    {
        var reader = new ModelReader(bytes);
        _pin = bytes.Pin();
        Language = reader.Lines("language") is [var language] ? language : throw new InvalidDataException("The model does not say its language; train it anew.");
        _shape = ModelShape.FromArray(reader.Ints("shape", 17));
        int h = _shape.Hidden, e = _shape.Encoded, a = _shape.ArcWidth, r = _shape.RelationWidth;
        if (h % 8 != 0 || a % 8 != 0 || r % 8 != 0 || _shape.WordWidth % 8 != 0 || _shape.GramWidth % 8 != 0 || _shape.AffixWidth % 8 != 0)
            throw new InvalidDataException("The model's widths are no multiples of 8; train it anew.");
        _words = new HashIndex(reader.Longs("words.keys", _shape.Words));
        _wordTable = new VectorTable(reader, "words", _shape.Words, _shape.WordWidth);
        _gramTable = new VectorTable(reader, "grams", _shape.Grams, _shape.GramWidth);
        _affixTable = new VectorTable(reader, "affixes", _shape.Affixes, _shape.AffixWidth);
        _inputWeights = new float*[_shape.Layers * 2];
        _recurrentWeights = new float*[_shape.Layers * 2];
        _gateBias = new float*[_shape.Layers * 2];
        for (var i = 0; i < _shape.Layers * 2; i++)
        {
            var inputs = i < 2 ? _shape.Input : e;
            _inputWeights[i] = Factor(reader, $"lstm{i / 2}.{i % 2}.input", inputs, 4 * h);
            _recurrentWeights[i] = Factor(reader, $"lstm{i / 2}.{i % 2}.recurrent", h, 4 * h);
            _gateBias[i] = Row(reader, $"lstm{i / 2}.{i % 2}.bias", 1, 4 * h);
        }

        _project = Factor(reader, "project", e, _shape.Projected);
        _projectBias = Row(reader, "project.bias", 1, _shape.Projected);
        _arc = Factor(reader, "arc", a, a);
        _arcHead = Row(reader, "arc.head", 1, a);
        _arcRoot = Row(reader, "arc.root", 1, a);
        _arcDistance = Row(reader, "arc.distance", 1, ModelShape.Distances);
        _relationDistance = Row(reader, "relation.distance", ModelShape.Distances, r);
        _relationRoot = Row(reader, "relation.root", 1, r);
        _relation = Factor(reader, "relation", r, _shape.Relations);
        _relationBias = Row(reader, "relation.bias", 1, _shape.Relations);
        // Lemma rules are scored only for words whose lemma the table does not tell: they are a factor of their own.
        var always = _shape.Upos + _shape.Xpos + _shape.Feats;
        _tag = Factor(reader, "tag", e, _shape.Tags, 0, always);
        _tagBias = Row(reader, "tag.bias", 1, _shape.Tags);
        _lemma = Factor(reader, "tag", e, _shape.Tags, always, _shape.Lemmas);
        _lemmaBias = _tagBias + always;
        var upos = Expect(reader.Lines("upos"), _shape.Upos);
        _upos = Array.ConvertAll(upos, name => UniversalPosNames.Parse(name));
        _xpos = Array.ConvertAll(Expect(reader.Lines("xpos"), _shape.Xpos), name => name == "_" ? null : name);
        _feats = Array.ConvertAll(Expect(reader.Lines("feats"), _shape.Feats), name => name == "_" ? null : name);
        _morphology = Array.ConvertAll(_feats, feats => feats is null ? Morphology.None : MorphologyNames.Parse(feats));
        _rules = Array.ConvertAll(Expect(reader.Lines("lemma.rules"), _shape.Lemmas), LemmaRule.Parse);
        var relations = Expect(reader.Lines("relations"), _shape.Relations);
        _relations = Array.ConvertAll(relations, name => RelationNames.Parse(name));
        _rootRelation = Array.IndexOf(relations, "root");
        _closed = ClosedWords.Of(Language);
        _auxTag = Array.IndexOf(upos, "AUX");
        _auxRelations = [.. Enumerable.Range(0, relations.Length).Where(i => relations[i] == "cop" || relations[i].Split(':')[0] == "aux")];
        _lemmaTexts = reader.Lines("lemma.texts");
        var sizes = reader.Ints("lemma.count", 1);
        _lemmaKeys = new HashIndex(reader.Longs("lemma.keys", sizes[0]));
        _lemmaValues = reader.Ints("lemma.values", sizes[0]);
        if (Array.Exists(_lemmaValues, value => (uint)value >= (uint)_lemmaTexts.Length)) throw new InvalidDataException("The model's table of lemmas is broken; train it anew.");
    }

    /// <summary>BCP 47 primary subtag of the language it reads.</summary>
    public string Language { get; }

    /// <summary>Numbers that stand for a word when the encoder has read its sentence.</summary>
    internal int StateWidth => _shape.Encoded;

    /// <summary>Opens a model.</summary>
    /// <param name="bytes">The whole file; must stay as it is while the model is used, and may be memory that is mapped.</param>
    /// <exception cref="InvalidDataException">The bytes are no sound model of this version.</exception>
    public static LanguageModel Open(ReadOnlyMemory<byte> bytes) => new(bytes);

    /// <summary>
    /// Writes tags and trees of all sentences into <paramref name="tokens"/>; <paramref name="receiver"/> gets what the
    /// encoder made of each sentence when it is given.
    /// </summary>
    internal void Read(TokenSequence tokens, StateReceiver? receiver = null)
    {
        var scratch = Rent();
        var sentences = tokens.Sentences;
        int pieces = 0, rows = 0;
        for (var s = 0; s < sentences.Length; s++)
        {
            for (var first = sentences[s].First; first < sentences[s].End;)
            {
                var count = PieceLength(tokens, first, sentences[s].End);
                if (pieces == MostPieces || (pieces > 0 && rows + count > MostRows))
                {
                    ReadBatch(tokens, scratch, pieces, rows, receiver);
                    pieces = rows = 0;
                }

                scratch.Firsts[pieces] = first;
                scratch.Counts[pieces++] = count;
                rows += count;
                first += count;
            }
        }

        if (pieces > 0) ReadBatch(tokens, scratch, pieces, rows, receiver);
        for (var s = 0; s < sentences.Length; s++)
        {
            if (sentences[s].Count > LongestPiece) JoinPieces(tokens, sentences[s]);
        }

        Return(scratch);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            while (_scratch.TryPop(out var scratch)) scratch.Dispose();
        }

        _weights.Dispose();
        _pin.Dispose();
    }

    private static int PieceLength(TokenSequence tokens, int first, int end)
    {
        if (end - first <= LongestPiece) return end - first;
        // A cut after a mark of punctuation does the least harm.
        for (var i = first + LongestPiece - 1; i > first + LongestPiece / 2; i--)
        {
            if (tokens.CharsOf(i) is [',' or ';' or ':' or '.' or '!' or '?' or '\n' or '|']) return i + 1 - first;
        }

        return LongestPiece;
    }

    private static void JoinPieces(TokenSequence tokens, Sentence sentence)
    {
        var root = -1;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (tokens.Heads[i] >= 0) continue;
            if (root < 0)
            {
                root = i;
                continue;
            }

            tokens.Heads[i] = root;
            tokens.Relations[i] = Relation.Parataxis;
        }
    }

    private void ReadBatch(TokenSequence tokens, ModelScratch scratch, int pieces, int rows, StateReceiver? receiver)
    {
        var arena = scratch.Arena;
        arena.Reset();
        for (var i = 0; i < pieces; i++) scratch.Order[i] = ((long)-scratch.Counts[i] << 16) + i;
        Array.Sort(scratch.Order, 0, pieces);
        var length = scratch.Counts[(int)(scratch.Order[0] & 0xFFFF)];
        // Words lie time by time: all first words, all second words, …, of the sentences that are that long.
        var counts = arena.Ints(length + 1);
        var offsets = arena.Ints(length + 1);
        new Span<int>(counts, length + 1).Clear();
        for (var i = 0; i < pieces; i++)
        {
            for (var t = 0; t < scratch.Counts[i]; t++) counts[t]++;
        }

        offsets[0] = 0;
        for (var t = 0; t < length; t++) offsets[t + 1] = offsets[t] + counts[t];
        int h = _shape.Hidden, e = _shape.Encoded;
        var width = _shape.Input;
        var x = arena.Floats((long)rows * width);
        for (var s = 0; s < pieces; s++)
        {
            var piece = (int)(scratch.Order[s] & 0xFFFF);
            for (var t = 0; t < scratch.Counts[piece]; t++) Embed(tokens.CharsOf(scratch.Firsts[piece] + t), x + ((long)offsets[t] + s) * width);
        }

        var gates = arena.Floats((long)rows * 4 * h);
        var states = arena.Floats((long)rows * h);
        var packed = arena.Floats(Matmul.LeftLength(rows, Math.Max(width, e)));
        var block = arena.Floats(Matmul.LeftLength(pieces, h));
        for (var l = 0; l < _shape.Layers; l++)
        {
            Matmul.PackLeft(x, width, rows, width, packed);
            var y = arena.Floats((long)rows * e);
            for (var d = 0; d < 2; d++) ReadLayer(2 * l + d, d == 0, packed, width, rows, length, counts, offsets, gates, states, block, y + d * h);
            x = y;
            width = e;
        }

        // From here on sentence by sentence.
        var encoded = arena.Floats((long)rows * e);
        var starts = arena.Ints(pieces + 1);
        starts[0] = 0;
        for (var s = 0; s < pieces; s++)
        {
            var count = scratch.Counts[(int)(scratch.Order[s] & 0xFFFF)];
            starts[s + 1] = starts[s] + count;
            for (var t = 0; t < count; t++) Copy(x + ((long)offsets[t] + s) * e, encoded + ((long)starts[s] + t) * e, e);
        }

        Matmul.PackLeft(encoded, e, rows, e, packed);
        WriteTags(tokens, scratch, pieces, rows, starts, encoded, packed);
        WriteTrees(tokens, scratch, pieces, rows, starts, packed);
        if (receiver is null) return;
        for (var s = 0; s < pieces; s++) receiver(scratch.Firsts[(int)(scratch.Order[s] & 0xFFFF)], starts[s + 1] - starts[s], encoded + (long)starts[s] * e);
    }

    private void Embed(ReadOnlySpan<char> form, float* x)
    {
        Span<char> buffer = stackalloc char[WordFeatures.MaxLength];
        Span<int> rows = stackalloc int[WordFeatures.MaxGrams];
        ReadOnlySpan<char> folded = buffer[..WordFeatures.Fold(form, buffer)];
        NativeMemory.Clear(x, (nuint)_shape.Input * sizeof(float));
        _wordTable.AddTo(x, Math.Max(_words.Find(WordFeatures.Hash(folded)), 0), 1);
        x += _shape.WordWidth;
        var count = WordFeatures.Grams(folded, _shape.Grams, rows);
        var scale = 1 / MathF.Sqrt(count);
        for (var i = 0; i < count; i++) _gramTable.AddTo(x, rows[i], scale);
        x += _shape.GramWidth;
        count = WordFeatures.Affixes(form, folded, _shape.Affixes, rows);
        scale = 1 / MathF.Sqrt(count);
        for (var i = 0; i < count; i++) _affixTable.AddTo(x, rows[i], scale);
    }

    private void ReadLayer(int index, bool forward, float* packed, int width, int rows, int length, int* counts, int* offsets, float* gates, float* states, float* block, float* y)
    {
        int h = _shape.Hidden, e = _shape.Encoded;
        Fill(gates, _gateBias[index], rows, 4 * h);
        Matmul.Multiply(packed, _inputWeights[index], rows, 4 * h, width, gates, 4 * h, true);
        for (var step = 0; step < length; step++)
        {
            var t = forward ? step : length - 1 - step;
            var earlier = forward ? t - 1 : t + 1;
            var known = earlier < 0 || earlier == length ? 0 : Math.Min(counts[t], counts[earlier]);
            if (known > 0)
            {
                Matmul.PackLeft(y + (long)offsets[earlier] * e, e, known, h, block);
                Matmul.Multiply(block, _recurrentWeights[index], known, 4 * h, h, gates + (long)offsets[t] * 4 * h, 4 * h, true);
            }

            for (var s = 0; s < counts[t]; s++)
            {
                var row = (long)offsets[t] + s;
                Curves.Cell(gates + row * 4 * h, s < known ? states + ((long)offsets[earlier] + s) * h : null, states + row * h, null, y + row * e, h);
            }
        }
    }

    private void WriteTags(TokenSequence tokens, ModelScratch scratch, int pieces, int rows, int* starts, float* encoded, float* packed)
    {
        var arena = scratch.Arena;
        var e = _shape.Encoded;
        var width = _shape.Upos + _shape.Xpos + _shape.Feats;
        var scores = Linear(arena, packed, rows, e, _tag, _tagBias, width);
        var open = arena.Ints(rows);
        var openTokens = arena.Ints(rows);
        var opens = 0;
        for (var s = 0; s < pieces; s++)
        {
            var piece = (int)(scratch.Order[s] & 0xFFFF);
            for (var t = 0; t < scratch.Counts[piece]; t++)
            {
                var token = scratch.Firsts[piece] + t;
                var at = scores + ((long)starts[s] + t) * width;
                if (_auxTag >= 0 && _closed is not null && !_closed.IsAuxiliary(tokens.CharsOf(token))) at[_auxTag] = float.NegativeInfinity;
                var upos = Curves.Largest(at, _shape.Upos);
                var feats = Curves.Largest(at + _shape.Upos + _shape.Xpos, _shape.Feats);
                tokens.Upos[token] = _upos[upos];
                tokens.Xpos[token] = _xpos[Curves.Largest(at + _shape.Upos, _shape.Xpos)];
                tokens.Feats[token] = _feats[feats];
                tokens.Morphology[token] = _morphology[feats];
                var found = _lemmaKeys.Find(WordFeatures.HashOfForm(tokens.CharsOf(token), (ulong)upos));
                if (found >= 0)
                {
                    tokens.Lemmas[token] = _lemmaTexts[_lemmaValues[found]];
                    continue;
                }

                open[opens] = starts[s] + t;
                openTokens[opens++] = token;
            }
        }

        if (opens == 0) return;
        var gathered = arena.Floats((long)opens * e);
        for (var i = 0; i < opens; i++) Copy(encoded + (long)open[i] * e, gathered + (long)i * e, e);
        var left = arena.Floats(Matmul.LeftLength(opens, e));
        Matmul.PackLeft(gathered, e, opens, e, left);
        var rules = Linear(arena, left, opens, e, _lemma, _lemmaBias, _shape.Lemmas);
        Span<char> buffer = stackalloc char[256];
        for (var i = 0; i < opens; i++)
        {
            var form = tokens.CharsOf(openTokens[i]);
            var rule = _rules[Curves.Largest(rules + (long)i * _shape.Lemmas, _shape.Lemmas)];
            tokens.Lemmas[openTokens[i]] = form.Length + rule.Ending.Length > buffer.Length
                ? form.ToString()
                : scratch.Lemmas.Get(buffer[..rule.Apply(form, buffer)]);
        }
    }

    private void WriteTrees(TokenSequence tokens, ModelScratch scratch, int pieces, int rows, int* starts, float* packed)
    {
        var arena = scratch.Arena;
        int a = _shape.ArcWidth, r = _shape.RelationWidth, p = _shape.Projected;
        var projected = Linear(arena, packed, rows, _shape.Encoded, _project, _projectBias, p);
        for (var row = 0; row < rows; row++)
        {
            var at = projected + (long)row * p;
            for (var j = 0; j < 2 * a; j += 8) Vector256.Max(Vector256.Load(at + j), Vector256<float>.Zero).Store(at + j);
        }

        var left = arena.Floats(Matmul.LeftLength(rows, Math.Max(a, r)));
        Matmul.PackLeft(projected, p, rows, a, left);
        var moved = arena.Floats((long)rows * a);
        Matmul.Multiply(left, _arc, rows, a, a, moved, a, false);
        var longest = scratch.Counts[(int)(scratch.Order[0] & 0xFFFF)];
        var heads = arena.Floats((long)(longest + 1) * a);
        var right = arena.Floats(Matmul.RightLength(a, longest + 1));
        var block = arena.Floats(Matmul.LeftLength(longest, a));
        var scores = arena.Floats((long)longest * (longest + 1));
        var chosen = arena.Ints(rows);
        var hidden = arena.Floats((long)rows * r);
        for (var s = 0; s < pieces; s++)
        {
            var n = starts[s + 1] - starts[s];
            Copy(_arcRoot, heads, a);
            for (var t = 0; t < n; t++) Copy(projected + ((long)starts[s] + t) * p + a, heads + ((long)t + 1) * a, a);
            Matmul.PackLeft(moved + (long)starts[s] * a, a, n, a, block);
            Matmul.PackRightTransposed(heads, a, a, n + 1, right);
            Matmul.Multiply(block, right, n, n + 1, a, scores, n + 1, false);
            for (var j = 0; j <= n; j++)
            {
                var bias = Dot(heads + (long)j * a, _arcHead, a);
                for (var t = 0; t < n; t++) scores[(long)t * (n + 1) + j] += bias + _arcDistance[ModelShape.DistanceBucket(t + 1, j)];
            }

            TreeDecoder.Decode(scores, n, chosen + starts[s], arena);
            for (var t = 0; t < n; t++)
            {
                var head = chosen[starts[s] + t];
                var dependent = projected + ((long)starts[s] + t) * p + 2 * a;
                var governor = head == 0 ? _relationRoot : projected + ((long)starts[s] + head - 1) * p + 2 * a + r;
                var distance = _relationDistance + (long)ModelShape.DistanceBucket(t + 1, head) * r;
                var to = hidden + ((long)starts[s] + t) * r;
                for (var j = 0; j < r; j += 8)
                    Vector256.Max(Vector256.Load(dependent + j) + Vector256.Load(governor + j) + Vector256.Load(distance + j), Vector256<float>.Zero).Store(to + j);
            }
        }

        Matmul.PackLeft(hidden, r, rows, r, left);
        var relations = Linear(arena, left, rows, r, _relation, _relationBias, _shape.Relations);
        for (var s = 0; s < pieces; s++)
        {
            var first = scratch.Firsts[(int)(scratch.Order[s] & 0xFFFF)];
            for (var t = 0; t < starts[s + 1] - starts[s]; t++)
            {
                var head = chosen[starts[s] + t];
                tokens.Heads[first + t] = head == 0 ? -1 : first + head - 1;
                var at = relations + ((long)starts[s] + t) * _shape.Relations;
                if (_rootRelation >= 0) at[_rootRelation] = float.NegativeInfinity;
                if (_closed is not null && tokens.Upos[first + t] != UniversalPos.Aux)
                {
                    foreach (var relation in _auxRelations) at[relation] = float.NegativeInfinity;
                }

                tokens.Relations[first + t] = head == 0 ? Relation.Root : _relations[Curves.Largest(at, _shape.Relations)];
            }
        }
    }

    private static float* Linear(Arena arena, float* packed, int rows, int k, float* weights, float* bias, int n)
    {
        var result = arena.Floats((long)rows * n);
        Fill(result, bias, rows, n);
        Matmul.Multiply(packed, weights, rows, n, k, result, n, true);
        return result;
    }

    private float* Factor(ModelReader reader, string name, int rows, int columns, int first = 0, int count = -1)
    {
        var matrix = reader.Matrix(name, rows, columns);
        if (count < 0) count = columns;
        var packed = _weights.Floats(Math.Max(1, Matmul.RightLength(rows, count)));
        fixed (float* from = matrix) Matmul.PackRight(from + first, columns, rows, count, packed);
        return packed;
    }

    private float* Row(ModelReader reader, string name, int rows, int columns)
    {
        var matrix = reader.Matrix(name, rows, columns);
        var copy = _weights.Zeros(matrix.Length + 8);
        matrix.CopyTo(new Span<float>(copy, matrix.Length));
        return copy;
    }

    private static string[] Expect(string[] lines, int count) =>
        lines.Length == count ? lines : throw new InvalidDataException($"The model has {lines.Length} labels where its sizes ask for {count}; train it anew.");

    private static void Fill(float* result, float* bias, int rows, int width)
    {
        for (var row = 0; row < rows; row++) Copy(bias, result + (long)row * width, width);
    }

    private static void Copy(float* from, float* to, int count) => NativeMemory.Copy(from, to, (nuint)count * sizeof(float));

    private static float Dot(float* x, float* y, int count)
    {
        var sum = Vector256<float>.Zero;
        for (var i = 0; i < count; i += 8) sum = Vector256.FusedMultiplyAdd(Vector256.Load(x + i), Vector256.Load(y + i), sum);
        return Vector256.Sum(sum);
    }

    private ModelScratch Rent()
    {
        lock (_lock)
        {
            if (_scratch.TryPop(out var scratch)) return scratch;
        }

        return new ModelScratch();
    }

    private void Return(ModelScratch scratch)
    {
        lock (_lock) _scratch.Push(scratch);
    }
}
