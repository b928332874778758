namespace Dateline.Text.Models;

/// <summary>From 64-bit hashes to rows; two words with one hash are taken for the same, which among 10⁵ words happens once in 10⁹ models.</summary>
internal sealed class HashIndex
{
    private readonly ulong[] _keys;
    private readonly int[] _rows;
    private readonly int _mask;

    /// <summary>Gives <c>keys[i]</c> the row <c>i</c>; keys of 0 are left out.</summary>
    internal HashIndex(ReadOnlySpan<ulong> keys)
    {
        var capacity = 16;
        while (capacity < keys.Length * 2) capacity *= 2;
        _keys = new ulong[capacity];
        _rows = new int[capacity];
        _mask = capacity - 1;
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i] == 0) continue;
            var at = (int)keys[i] & _mask;
            while (_keys[at] != 0 && _keys[at] != keys[i]) at = (at + 1) & _mask;
            _keys[at] = keys[i];
            _rows[at] = i;
        }
    }

    /// <summary>The row of a hash, or -1.</summary>
    internal int Find(ulong key)
    {
        for (var at = (int)key & _mask; _keys[at] != 0; at = (at + 1) & _mask)
        {
            if (_keys[at] == key) return _rows[at];
        }

        return -1;
    }
}
