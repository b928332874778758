using Dateline.Text.Mentions;
using Dateline.Text.Models;

namespace Dateline.Text.Names;

/// <summary>
/// The labels of a name finder — <c>O</c>, <c>B-kind</c>, <c>I-kind</c> — with scores for each pair of neighbours, and the
/// best row of them (Viterbi 1967). The inside of a name may only follow the same kind.
/// </summary>
internal sealed unsafe class LabelDecoder
{
    internal const float Never = -1e30f;
    private readonly MentionKind[] _kinds;
    private readonly bool[] _inside;
    private readonly bool[] _outside;
    private readonly float[] _pairs;

    /// <summary>Takes the labels, of which the first is <c>O</c>, and the score of each after each: row the earlier, column the later.</summary>
    internal LabelDecoder(ReadOnlySpan<string> labels, ReadOnlySpan<float> pairs)
    {
        Count = labels.Length;
        _kinds = new MentionKind[Count];
        _inside = new bool[Count];
        _outside = new bool[Count];
        _pairs = pairs.ToArray();
        for (var i = 0; i < Count; i++)
        {
            _inside[i] = labels[i].StartsWith("I-", StringComparison.Ordinal);
            _outside[i] = labels[i].Length < 3;
            if (!_outside[i] && !Enum.TryParse(labels[i][2..], ignoreCase: true, out _kinds[i])) throw new InvalidDataException($"The name finder has the label '{labels[i]}', which is of no kind known here; train it anew.");
        }

        for (var from = 0; from < Count; from++)
        {
            for (var to = 0; to < Count; to++)
            {
                if (!MayFollow(from, to)) _pairs[from * Count + to] = Never;
            }
        }
    }

    internal int Count { get; }

    internal bool IsOutside(int label) => _outside[label];

    internal bool IsInside(int label) => _inside[label];

    internal MentionKind KindOf(int label) => _kinds[label];

    /// <summary>The score of <paramref name="to"/> after <paramref name="from"/>.</summary>
    internal float Pair(int from, int to) => _pairs[from * Count + to];

    /// <summary>Whether the labels may stand side by side.</summary>
    internal bool MayFollow(int from, int to) => !_inside[to] || (!_outside[from] && _kinds[from] == _kinds[to]);

    /// <summary>The best labels for <paramref name="length"/> words that follow a word outside of every name.</summary>
    internal void Decode(float* scores, int length, int* labels, Arena arena)
    {
        var reached = arena.Floats(Count);
        var next = arena.Floats(Count);
        var back = arena.Ints((long)length * Count);
        for (var k = 0; k < Count; k++) reached[k] = _pairs[k] + scores[k];
        for (var t = 1; t < length; t++)
        {
            for (var k = 0; k < Count; k++)
            {
                var best = 0;
                var most = reached[0] + _pairs[k];
                for (var j = 1; j < Count; j++)
                {
                    var sum = reached[j] + _pairs[j * Count + k];
                    if (sum <= most) continue;
                    most = sum;
                    best = j;
                }

                back[t * Count + k] = best;
                next[k] = most + scores[(long)t * Count + k];
            }

            var swap = reached;
            reached = next;
            next = swap;
        }

        // What follows is outside again.
        var last = 0;
        for (var k = 1; k < Count; k++)
        {
            if (reached[k] + _pairs[k * Count] > reached[last] + _pairs[last * Count]) last = k;
        }

        labels[length - 1] = last;
        for (var t = length - 1; t > 0; t--) labels[t - 1] = back[t * Count + labels[t]];
    }
}
