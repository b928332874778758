namespace Dateline.Text.Lexicons;

/// <summary>
/// Phrases by their atoms: finds the longest one that begins at a place, without allocating.
/// </summary>
/// <remarks>
/// One dictionary holds the edges of all nodes, keyed by node and atom: a step is one lookup, whatever the number of
/// branches. Safe for any number of threads once built.
/// </remarks>
internal sealed class PhraseTrie(AtomTable atoms)
{
    private readonly Dictionary<long, int> _edges = [];
    private readonly List<int> _entryOf = [-1];
    private readonly List<Entry> _entries = [];

    private readonly record struct Entry(int Payload, ulong Capitals, bool Acronym, int Next);

    /// <summary>Number of spellings.</summary>
    public int Count => _entries.Count;

    /// <summary>Adds a phrase; each atom with a capital must have one in the text, and one of capitals only must be so there.</summary>
    /// <param name="phrase">The phrase as written.</param>
    /// <param name="payload">What is returned when it is found.</param>
    /// <param name="anyCase">Whether capitals in the phrase ask for none in the text.</param>
    public void Add(string phrase, int payload, bool anyCase = false)
    {
        var joined = AtomTable.Cut(phrase, splitApostrophes: false);
        if (!Add(joined, payload, anyCase)) return;
        var split = AtomTable.Cut(phrase, splitApostrophes: true);
        if (!split.SequenceEqual(joined)) Add(split, payload, anyCase);
    }

    /// <summary>The longest phrase that begins at <paramref name="atom"/> and ends with a token.</summary>
    /// <param name="row">The document's atoms.</param>
    /// <param name="atom">Where to begin.</param>
    /// <param name="limit">The first atom that is out of bounds.</param>
    /// <param name="payloads">Receives the payloads of all spellings found there, up to its length.</param>
    /// <param name="found">How many payloads were written.</param>
    /// <returns>The number of atoms, or 0 when no phrase begins there.</returns>
    public int Longest(AtomRow row, int atom, int limit, Span<int> payloads, out int found)
    {
        int node = 0, length = 0;
        found = 0;
        var numbers = row.Numbers;
        for (var i = atom; i < limit; i++)
        {
            if (numbers[i] < 0 || !_edges.TryGetValue(((long)node << 32) | (uint)numbers[i], out node)) break;
            if (_entryOf[node] < 0 || !row.Ends(i)) continue;
            var count = 0;
            for (var e = _entryOf[node]; e >= 0 && count < payloads.Length; e = _entries[e].Next)
            {
                if (IsWrittenSo(_entries[e], row, atom, i)) payloads[count++] = _entries[e].Payload;
            }

            if (count == 0) continue;
            found = count;
            length = i - atom + 1;
        }

        return length;
    }

    private static bool IsWrittenSo(Entry entry, AtomRow row, int first, int last)
    {
        for (var i = first; i <= last && i - first < 64; i++)
        {
            if ((entry.Capitals >> (i - first) & 1) == 0) continue;
            if ((row.Shape(i) & (entry.Acronym ? AtomShape.AllCapitals : AtomShape.Capital)) == AtomShape.None) return false;
        }

        return true;
    }

    private bool Add(List<string> pieces, int payload, bool anyCase)
    {
        if (pieces.Count == 0) return false;
        ulong capitals = 0;
        var acronym = true;
        var node = 0;
        for (var i = 0; i < pieces.Count; i++)
        {
            var shape = AtomRow.ShapeOf(pieces[i]);
            if (i < 64 && (shape & AtomShape.Capital) != AtomShape.None) capitals |= 1UL << i;
            if ((shape & AtomShape.AllCapitals) == AtomShape.None && pieces[i].Any(char.IsLetter)) acronym = false;
            var key = ((long)node << 32) | (uint)atoms.Add(Folding.Fold(pieces[i]));
            if (!_edges.TryGetValue(key, out var next))
            {
                next = _entryOf.Count;
                _edges.Add(key, next);
                _entryOf.Add(-1);
            }

            node = next;
        }

        for (var e = _entryOf[node]; e >= 0; e = _entries[e].Next)
        {
            if (_entries[e].Payload == payload && _entries[e].Capitals == capitals) return true;
        }

        _entries.Add(new Entry(payload, anyCase ? 0 : capitals, acronym && !anyCase, _entryOf[node]));
        _entryOf[node] = _entries.Count - 1;
        return true;
    }
}
