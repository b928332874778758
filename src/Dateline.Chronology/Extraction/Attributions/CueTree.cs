using Dateline.Text.Syntax;
using Dateline.Text.Tokens;

namespace Dateline.Chronology.Extraction.Attributions;

/// <summary>
/// A sentence's tree with its children at hand. Safe against trees that are none: a head outside the sentence counts as
/// the root, and a walk upwards never takes more steps than there are words.
/// </summary>
internal sealed class CueTree
{
    private readonly int[] _firstChild;
    private readonly int[] _nextSibling;

    /// <summary>Lays out sentence <paramref name="sentence"/> of <paramref name="tokens"/>.</summary>
    public CueTree(TokenSequence tokens, Sentence sentence)
    {
        Tokens = tokens;
        Sentence = sentence;
        _firstChild = new int[sentence.Count];
        _nextSibling = new int[sentence.Count];
        Array.Fill(_firstChild, -1);
        Array.Fill(_nextSibling, -1);
        for (var i = sentence.Count - 1; i >= 0; i--)
        {
            var head = HeadOf(sentence.First + i);
            if (head < 0) continue;
            _nextSibling[i] = _firstChild[head - sentence.First];
            _firstChild[head - sentence.First] = sentence.First + i;
        }
    }

    /// <summary>The words.</summary>
    public TokenSequence Tokens { get; }

    /// <summary>The sentence.</summary>
    public Sentence Sentence { get; }

    /// <summary>The head's row, or -1.</summary>
    public int HeadOf(int row)
    {
        var head = Tokens.Heads[row];
        return head >= Sentence.First && head < Sentence.End && head != row ? head : -1;
    }

    /// <summary>The relation of <paramref name="row"/> to its head, without subtype.</summary>
    public Relation RelationOf(int row) => Tokens.Relations[row].WithoutSubtype();

    /// <summary>The dependents of <paramref name="row"/>, left to right.</summary>
    public Children ChildrenOf(int row) => new(this, row);

    /// <summary>The first dependent with <paramref name="relation"/> (subtypes included), or -1.</summary>
    public int Child(int row, Relation relation)
    {
        foreach (var child in ChildrenOf(row))
        {
            if (RelationOf(child) == relation) return child;
        }

        return -1;
    }

    /// <summary>Whether <paramref name="row"/> is <paramref name="top"/> or below it.</summary>
    public bool IsUnder(int row, int top)
    {
        for (var steps = 0; row >= 0 && steps <= Sentence.Count; steps++)
        {
            if (row == top) return true;
            row = HeadOf(row);
        }

        return false;
    }

    /// <summary>Marks the words under <paramref name="top"/>, leaving out what is under <paramref name="without"/>.</summary>
    public void Mark(int top, bool[] marks, int without = -1)
    {
        var stack = new Stack<int>();
        stack.Push(top);
        var steps = 0;
        while (stack.Count > 0 && steps++ <= Sentence.Count)
        {
            var row = stack.Pop();
            if (row == without) continue;
            marks[row - Sentence.First] = true;
            foreach (var child in ChildrenOf(row))
            {
                if (!marks[child - Sentence.First]) stack.Push(child);
            }
        }
    }

    /// <summary>The dependents of one word, as a loop that allocates nothing.</summary>
    internal ref struct Children(CueTree tree, int row)
    {
        private int _next = tree._firstChild[row - tree.Sentence.First];

        public int Current { get; private set; }

        public readonly Children GetEnumerator() => this;

        public bool MoveNext()
        {
            if (_next < 0) return false;
            Current = _next;
            _next = tree._nextSibling[_next - tree.Sentence.First];
            return true;
        }
    }
}
