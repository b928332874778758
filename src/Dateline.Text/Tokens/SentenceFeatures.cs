using System.Buffers;

namespace Dateline.Text.Tokens;

/// <summary>
/// What the sentence model sees at a gap between two words: their forms and shapes two to either side, the white space
/// between, open brackets and quotes, and how long the sentence already is. Training and reading share this file.
/// </summary>
internal sealed class SentenceFeatures : IDisposable
{
    /// <summary>Features of one gap.</summary>
    public const int Count = 34;

    private const int Pad = 3;
    private readonly int _words;
    private readonly uint[] _forms;
    private readonly uint[] _shapes;
    private int _depth;
    private bool _quoteOpen;
    private int _length;

    /// <summary>Looks at the words from row <paramref name="first"/> to before <paramref name="end"/>.</summary>
    public SentenceFeatures(ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> spans, int first, int end)
    {
        _words = end - first;
        _forms = ArrayPool<uint>.Shared.Rent(_words + (2 * Pad));
        _shapes = ArrayPool<uint>.Shared.Rent(_words + (2 * Pad));
        _forms.AsSpan(0, Pad).Fill(1);
        _shapes.AsSpan(0, Pad).Fill(1);
        _forms.AsSpan(_words + Pad, Pad).Fill(2);
        _shapes.AsSpan(_words + Pad, Pad).Fill(2);
        for (var i = 0; i < _words; i++)
        {
            var word = text.Slice(spans[first + i].Start, spans[first + i].Length);
            (_forms[i + Pad], _shapes[i + Pad]) = (FormHash(word), ShapeHash(word));
        }
    }

    /// <summary>Fills in the features of the gap after word <paramref name="index"/> (counted from the first word given).</summary>
    /// <param name="index">The word before the gap; ask in order, once each.</param>
    /// <param name="before">That word.</param>
    /// <param name="spaceAfter">Whether white space follows it.</param>
    /// <param name="features">Room for <see cref="Count"/> features.</param>
    public void At(int index, ReadOnlySpan<char> before, bool spaceAfter, Span<int> features)
    {
        _length++;
        switch (before)
        {
            case "(" or "[": _depth++; break;
            case ")" or "]": _depth = Math.Max(0, _depth - 1); break;
            case "\"": _quoteOpen = !_quoteOpen; break;
            case "“" or "«" or "``": _quoteOpen = true; break;
            case "”" or "»" or "''": _quoteOpen = false; break;
            default: break;
        }

        var at = index + Pad;
        uint f2 = _forms[at - 2], f1 = _forms[at - 1], f0 = _forms[at], n1 = _forms[at + 1], n2 = _forms[at + 2], n3 = _forms[at + 3];
        uint s2 = _shapes[at - 2], s1 = _shapes[at - 1], s0 = _shapes[at], t1 = _shapes[at + 1], t2 = _shapes[at + 2], t3 = _shapes[at + 3];
        var space = spaceAfter ? 1u : 0u;
        var state = (_depth > 0 ? 1u : 0u) | (_quoteOpen ? 2u : 0u) | (space << 2);
        var length = _length switch { 1 => 1u, 2 => 2u, 3 => 3u, <= 5 => 4u, <= 8 => 5u, <= 15 => 6u, <= 30 => 7u, <= 50 => 8u, _ => 9u };
        var k = 0;
        void Put(Span<int> into, uint a, uint b = 0, uint c = 0)
        {
            var hash = ((((((uint)k * 0x9E3779B1) ^ a) * 0x85EBCA6B) ^ b) * 0xC2B2AE35) ^ (c * 0x27D4EB2F);
            hash ^= hash >> 15;
            hash *= 0x2C1B3C6D;
            hash ^= hash >> 12;
            into[k++] = (int)(hash & (SentenceModel.Size - 1));
        }

        Put(features, 0);
        Put(features, f0);
        Put(features, n1);
        Put(features, f1);
        Put(features, n2);
        Put(features, f2);
        Put(features, n3);
        Put(features, s0, state);
        Put(features, t1, state);
        Put(features, s1);
        Put(features, t2);
        Put(features, s2);
        Put(features, f0, n1);
        Put(features, s0, t1, space);
        Put(features, f0, t1);
        Put(features, s0, n1);
        Put(features, f1, f0);
        Put(features, n1, n2);
        Put(features, s1, s0, t1);
        Put(features, s0, t1, t2);
        Put(features, s2, s1, s0);
        Put(features, t1, t2, t3);
        Put(features, f1, f0, t1);
        Put(features, s0, length, t1);
        Put(features, length, state);
        Put(features, f0, length);
        Put(features, f0, state);
        Put(features, n1, state);
        Put(features, f0, t1, state);
        Put(features, f0, t1, t2);
        Put(features, s1, f0, t1);
        Put(features, n1, length);
        Put(features, s0, s1, Mix(t1, t2));
        Put(features, f0, n1, Mix(f1, n2));
    }

    /// <summary>Says that the last gap was a boundary.</summary>
    public void Restart() => (_length, _depth, _quoteOpen) = (0, 0, false);

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<uint>.Shared.Return(_forms);
        ArrayPool<uint>.Shared.Return(_shapes);
    }

    private static uint Mix(uint a, uint b) => (a * 0x9E3779B1) ^ (b + 0x7F4A7C15);

    private static uint FormHash(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        if (word.Length > 40) word = word[..40];
        foreach (var c in word)
        {
            var folded = c is >= '0' and <= '9' ? '0' : c == '’' ? '\'' : char.ToLowerInvariant(c);
            hash = (hash ^ folded) * 16777619;
        }

        return hash;
    }

    // Runs of one class become one letter, short words keep their length: “Mali” and “Niger” look alike, “U.S.” and “etc.” do not.
    private static uint ShapeHash(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        var previous = '\0';
        var run = 0;
        if (word.Length > 24) word = word[..24];
        foreach (var c in word)
        {
            var shape = char.IsUpper(c) ? 'X' : char.IsLower(c) ? 'x' : char.IsDigit(c) ? '9' : char.IsLetter(c) ? 'y' : c is '’' ? '\'' : c;
            run = shape == previous ? run + 1 : 1;
            previous = shape;
            if (run <= 2) hash = (hash ^ shape) * 16777619;
        }

        return hash;
    }
}
