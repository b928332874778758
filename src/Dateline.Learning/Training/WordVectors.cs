using System.Globalization;
using System.Runtime.Intrinsics;
using System.Text;
using System.Text.Json;
using Dateline.Text.Models;

namespace Dateline.Learning.Training;

/// <summary>
/// Vectors of words from running text: skip-gram with negative sampling (Mikolov et al. 2013), with separate contexts
/// for the left and the right side (Ling et al. 2015), which suits syntax.
/// </summary>
/// <remarks>One thread and a fixed seed: the same text gives the same vectors.</remarks>
internal sealed unsafe class WordVectors
{
    private const int Window = 3;
    private const int Negatives = 4;
    private const int Draws = 1 << 20;
    private readonly Dictionary<string, int> _rows = [];

    private WordVectors(int width) => Width = width;

    /// <summary>Vectors of nothing: every word has row 0.</summary>
    internal static WordVectors None(int width) => new(width) { Values = Network.Allocate(width), Count = 1 };

    internal int Width { get; }

    /// <summary>Rows; row 0 is zero and stands for every other word.</summary>
    internal int Count { get; private set; }

    internal float* Values { get; private set; }

    /// <summary>Words with a vector, the most frequent first.</summary>
    internal IEnumerable<string> Words => _rows.Keys;

    /// <summary>The row of a folded word, 0 when it has none.</summary>
    internal int RowOf(string word) => _rows.GetValueOrDefault(word);

    /// <summary>Learns vectors for the words that occur at least <paramref name="least"/> times.</summary>
    internal static WordVectors Train(IReadOnlyList<string[]> sentences, int width, int most, int least, int epochs, int seed, Action<string> log)
    {
        var counts = new Dictionary<string, int>();
        long total = 0;
        foreach (var sentence in sentences)
        {
            foreach (var word in sentence) counts[word] = counts.GetValueOrDefault(word) + 1;
            total += sentence.Length;
        }

        var kept = counts.Where(pair => pair.Value >= least).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(most).ToArray();
        var vectors = new WordVectors(width) { Count = kept.Length + 1 };
        for (var i = 0; i < kept.Length; i++) vectors._rows.Add(kept[i].Key, i + 1);
        var random = new Random(seed);
        var values = Network.Allocate((long)vectors.Count * width);
        for (long i = width; i < (long)vectors.Count * width; i++) values[i] = (random.NextSingle() - 0.5f) / width;
        vectors.Values = values;
        var contexts = Network.Allocate((long)vectors.Count * width * 2);
        var draws = new int[Draws];
        var mass = kept.Sum(pair => Math.Pow(pair.Value, 0.75));
        double reached = 0;
        for (int i = 0, word = 0; i < Draws; i++)
        {
            while (word < kept.Length - 1 && reached + Math.Pow(kept[word].Value, 0.75) < (i + 0.5) / Draws * mass) reached += Math.Pow(kept[word++].Value, 0.75);
            draws[i] = word + 1;
        }

        // Frequent words are read less often (Mikolov et al. 2013, t = 10⁻⁴).
        var keep = new float[vectors.Count];
        for (var i = 0; i < kept.Length; i++) keep[i + 1] = (float)Math.Min(1, Math.Sqrt(1e-4 * total / kept[i].Value) + 1e-4 * total / kept[i].Value);
        var encoded = sentences.Select(sentence => sentence.Select(vectors.RowOf).ToArray()).ToArray();
        var row = new List<int>();
        var step = stackalloc float[width];
        var clock = System.Diagnostics.Stopwatch.StartNew();
        long done = 0;
        var rate = 0.05f;
        var state = (ulong)seed * 0x9E3779B97F4A7C15 + 1;
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            for (var s = 0; s < encoded.Length; s++)
            {
                done += encoded[s].Length;
                if ((s & 0xFFF) == 0) rate = Math.Max(0.05f * (1 - done / (float)(total * epochs)), 1e-4f);
                row.Clear();
                foreach (var word in encoded[s])
                {
                    if (word > 0 && (Next(ref state) & 0xFFFFFF) < keep[word] * 0x1000000) row.Add(word);
                }

                for (var i = 0; i < row.Count; i++)
                {
                    var reach = 1 + (int)(Next(ref state) % Window);
                    for (var j = Math.Max(0, i - reach); j <= Math.Min(row.Count - 1, i + reach); j++)
                    {
                        if (j == i) continue;
                        var side = j < i ? 0L : (long)vectors.Count * width;
                        var x = values + (long)row[i] * width;
                        for (var d = 0; d < width; d += 8) Vector256<float>.Zero.Store(step + d);
                        for (var n = 0; n <= Negatives; n++)
                        {
                            var other = n == 0 ? row[j] : draws[Next(ref state) & (Draws - 1)];
                            if (n > 0 && other == row[j]) continue;
                            var y = contexts + side + (long)other * width;
                            var dot = Vector256<float>.Zero;
                            for (var d = 0; d < width; d += 8) dot = Vector256.FusedMultiplyAdd(Vector256.Load(x + d), Vector256.Load(y + d), dot);
                            var error = ((n == 0 ? 1f : 0f) - 1 / (1 + MathF.Exp(-Vector256.Sum(dot)))) * rate;
                            var e = Vector256.Create(error);
                            for (var d = 0; d < width; d += 8)
                            {
                                var c = Vector256.Load(y + d);
                                Vector256.FusedMultiplyAdd(e, c, Vector256.Load(step + d)).Store(step + d);
                                Vector256.FusedMultiplyAdd(e, Vector256.Load(x + d), c).Store(y + d);
                            }
                        }

                        for (var d = 0; d < width; d += 8) (Vector256.Load(x + d) + Vector256.Load(step + d)).Store(x + d);
                    }
                }
            }

            log(string.Create(CultureInfo.InvariantCulture, $"vectors: epoch {epoch + 1} of {epochs}, {vectors.Count} words, {done / clock.Elapsed.TotalSeconds:F0} words/s"));
        }

        System.Runtime.InteropServices.NativeMemory.AlignedFree(contexts);
        vectors.Normalise();
        return vectors;
    }

    /// <summary>Folded words of a file: JSON lines with a <c>text</c>, or plain text with one paragraph a line.</summary>
    internal static IEnumerable<string[]> Read(string path)
    {
        var pool = new Dictionary<string, string>();
        var words = new List<string>();
        foreach (var line in File.ReadLines(path))
        {
            var text = line;
            if (line.StartsWith('{'))
            {
                using var json = JsonDocument.Parse(line);
                text = json.RootElement.TryGetProperty("text", out var value) ? value.GetString() ?? string.Empty : string.Empty;
            }

            Split(text, words, pool);
            for (var i = 0; i < words.Count; i += 1000) yield return words.Skip(i).Take(1000).ToArray();
        }
    }

    /// <summary>Writes the vectors, so that a second run can do without the text.</summary>
    internal void Save(string path)
    {
        using var writer = new BinaryWriter(File.Create(path), Encoding.UTF8);
        writer.Write(Width);
        writer.Write(Count);
        foreach (var word in _rows.Keys) writer.Write(word);
        writer.Write(new ReadOnlySpan<byte>(Values, Count * Width * sizeof(float)));
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    internal static WordVectors Load(string path)
    {
        using var reader = new BinaryReader(File.OpenRead(path), Encoding.UTF8);
        var vectors = new WordVectors(reader.ReadInt32()) { Count = reader.ReadInt32() };
        for (var i = 1; i < vectors.Count; i++) vectors._rows.Add(reader.ReadString(), i);
        vectors.Values = Network.Allocate((long)vectors.Count * vectors.Width);
        reader.BaseStream.ReadExactly(new Span<byte>(vectors.Values, vectors.Count * vectors.Width * sizeof(float)));
        return vectors;
    }

    private static void Split(string text, List<string> words, Dictionary<string, string> pool)
    {
        words.Clear();
        Span<char> folded = stackalloc char[WordFeatures.MaxLength];
        var lookup = pool.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            var start = i++;
            var first = text[start];
            if (char.IsLetter(first)) while (i < text.Length && char.IsLetter(text[i])) i++;
            else if (char.IsAsciiDigit(first)) while (i < text.Length && (char.IsAsciiDigit(text[i]) || (text[i] is '.' or ',' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1])))) i++;
            else if (first is '\'' or '\u2019' && i < text.Length && text[i] is 's' or 'm' or 'd' && (i + 1 == text.Length || !char.IsLetter(text[i + 1]))) i++;
            var length = WordFeatures.Fold(text.AsSpan(start, i - start), folded);
            if (!lookup.TryGetValue(folded[..length], out var word)) lookup[folded[..length]] = word = folded[..length].ToString();
            words.Add(word);
        }
    }

    private void Normalise()
    {
        double sum = 0;
        for (long i = Width; i < (long)Count * Width; i++) sum += Values[i] * Values[i];
        var scale = (float)(0.25 / Math.Sqrt(sum / ((long)(Count - 1) * Width)));
        for (long i = 0; i < (long)Count * Width; i++) Values[i] *= scale;
    }

    private static ulong Next(ref ulong state)
    {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        return state >> 16;
    }
}
