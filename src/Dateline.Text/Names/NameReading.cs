using Dateline.Text.Mentions;
using Dateline.Text.Models;

namespace Dateline.Text.Names;

/// <summary>The finding of names in one document; rented from a <see cref="NameFinder"/> and reused.</summary>
internal sealed unsafe class NameReading : IDisposable
{
    private readonly NameFinder _finder;
    private readonly Arena _arena = new(1 << 18);
    private readonly NameAgreement _agreement = new();
    private float[] _scores = [];
    private int[] _words = new int[256];
    private int[] _labels = new int[256];

    internal NameReading(NameFinder finder, NameClues clues)
    {
        _finder = finder;
        Clues = clues;
        Receiver = Receive;
    }

    internal NameClues Clues { get; }

    /// <summary>What the language model is to call for each sentence.</summary>
    internal StateReceiver Receiver { get; }

    /// <inheritdoc/>
    public void Dispose() => _arena.Dispose();

    /// <summary>Reads what can be said of the document before its sentences come.</summary>
    internal void Begin(Document document)
    {
        Clues.Read(document, _finder.AtomsOf(document));
        var needed = (long)document.Tokens.Count * _finder.Decoder.Count;
        if (_scores.Length < needed) _scores = new float[Math.Max(needed, 2L * _scores.Length)];
    }

    /// <summary>Adds the names of the document to <paramref name="names"/>, in text order.</summary>
    internal void Finish(List<NameSpan> names)
    {
        var tokens = Clues.Tokens;
        foreach (var sentence in tokens.Sentences)
        {
            for (var first = sentence.First; first < sentence.End;)
            {
                if ((Clues.Clues[first] & Clue.Candidate) == Clue.None)
                {
                    first++;
                    continue;
                }

                var end = first + 1;
                while (end < sentence.End && (Clues.Clues[end] & Clue.Candidate) != Clue.None) end++;
                Decode(first, end - first, names);
                first = end;
            }
        }

        NameBorders.Adjust(Clues, names);
        _agreement.Apply(Clues, names);
    }

    private void Receive(int first, int count, float* states)
    {
        var words = 0;
        if (_words.Length < count) _words = new int[count];
        for (var i = first; i < first + count; i++)
        {
            if ((Clues.Clues[i] & Clue.Candidate) != Clue.None) _words[words++] = i;
        }

        if (words == 0) return;
        _arena.Reset();
        var labels = _finder.Decoder.Count;
        var scores = _arena.Floats((long)words * labels);
        _finder.Score(Clues, _words.AsSpan(0, words), states, first, _arena, scores);
        for (var i = 0; i < words; i++) new ReadOnlySpan<float>(scores + (long)i * labels, labels).CopyTo(_scores.AsSpan(_words[i] * labels, labels));
    }

    private void Decode(int first, int count, List<NameSpan> names)
    {
        var decoder = _finder.Decoder;
        if (_labels.Length < count) _labels = new int[Math.Max(count, 2 * _labels.Length)];
        _arena.Reset();
        fixed (float* scores = _scores)
        fixed (int* labels = _labels)
        {
            var from = scores + (long)first * decoder.Count;
            decoder.Decode(from, count, labels, _arena);
            for (var t = 0; t < count;)
            {
                if (decoder.IsOutside(labels[t]))
                {
                    t++;
                    continue;
                }

                var end = t + 1;
                while (end < count && decoder.IsInside(labels[end])) end++;
                var confidence = 1f;
                for (var i = t; i < end; i++)
                {
                    var at = from + (long)i * decoder.Count;
                    Curves.Softmax(at, decoder.Count);
                    confidence = MathF.Min(confidence, at[labels[i]]);
                }

                names.Add(new NameSpan(first + t, end - t, decoder.KindOf(labels[t]), confidence));
                t = end;
            }
        }
    }
}
