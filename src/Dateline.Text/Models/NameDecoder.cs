using Dateline.Text.Mentions;

namespace Dateline.Text.Models;

/// <summary>
/// The name labels of a model, and the best sequence of them: a label of the inside of a name may only follow one of
/// the same kind (Viterbi 1967, with hard transitions only).
/// </summary>
internal sealed unsafe class NameDecoder
{
    private const float Never = -1e30f;
    private readonly MentionKind[] _kinds;
    private readonly bool[] _inside;
    private readonly int[] _beginning;

    /// <summary>Reads labels <c>O</c>, <c>B-kind</c>, <c>I-kind</c>.</summary>
    internal NameDecoder(ReadOnlySpan<string> labels)
    {
        Count = labels.Length;
        _kinds = new MentionKind[Count];
        _inside = new bool[Count];
        _beginning = new int[Count];
        for (var i = 0; i < Count; i++)
        {
            _inside[i] = labels[i].StartsWith("I-", StringComparison.Ordinal);
            _beginning[i] = labels[i].StartsWith("B-", StringComparison.Ordinal) ? i : labels.IndexOf("B-" + labels[i][Math.Min(2, labels[i].Length)..]);
            if (labels[i].Length > 2) _kinds[i] = Enum.Parse<MentionKind>(labels[i][2..], ignoreCase: true);
        }
    }

    internal int Count { get; }

    /// <summary>Whether the label is outside of every name.</summary>
    internal bool IsOutside(int label) => _beginning[label] < 0;

    /// <summary>Whether the label continues a name.</summary>
    internal bool IsInside(int label) => _inside[label];

    /// <summary>The kind a label stands for.</summary>
    internal MentionKind KindOf(int label) => _kinds[label];

    /// <summary>The best labels for <paramref name="length"/> words.</summary>
    internal void Decode(float* scores, int length, int* labels, Arena arena)
    {
        var reached = arena.Floats(Count);
        var next = arena.Floats(Count);
        var back = arena.Ints((long)length * Count);
        for (var k = 0; k < Count; k++) reached[k] = _inside[k] ? Never : scores[k];
        for (var t = 1; t < length; t++)
        {
            var best = Curves.Largest(reached, Count);
            for (var k = 0; k < Count; k++)
            {
                var previous = best;
                if (_inside[k]) previous = reached[k] >= reached[_beginning[k]] ? k : _beginning[k];
                back[t * Count + k] = previous;
                next[k] = reached[previous] + scores[(long)t * Count + k];
            }

            var swap = reached;
            reached = next;
            next = swap;
        }

        labels[length - 1] = Curves.Largest(reached, Count);
        for (var t = length - 1; t > 0; t--) labels[t - 1] = back[t * Count + labels[t]];
    }
}
