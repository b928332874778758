using Dateline.Text.Mentions;

namespace Dateline.Text.Names;

/// <summary>
/// Makes the names of one document agree: a short form in brackets has the kind of what it shortens, the same words are the
/// same kind of name throughout, and a name found in one place is found in the others.
/// </summary>
/// <remarks>Reused from document to document; nothing is allocated once its rows have grown. Linear in the text. Not safe for several threads.</remarks>
internal sealed class NameAgreement
{
    private const int Kinds = 8;
    private const int LongestRepeat = 4;
    private int[] _nameAt = [];
    private ulong[] _keys = new ulong[64];
    private float[] _votes = new float[64 * Kinds];
    private int _mask = 63;

    /// <summary>Changes and completes <paramref name="names"/>, which are in text order and stay so.</summary>
    internal void Apply(NameClues clues, List<NameSpan> names)
    {
        var count = clues.Tokens.Count;
        if (_nameAt.Length < count) _nameAt = new int[Math.Max(count, 2 * _nameAt.Length)];
        Mark(names, count);
        ReadBrackets(clues, names);
        Mark(names, count);
        Vote(clues, names);
        for (var i = 0; i < names.Count; i++) names[i] = names[i] with { Kind = KindOf(clues, names[i]) };
        AddRepeated(clues, names, count);
    }

    /// <summary>Whether capitals shorten a name: they are the initials of its capitalised words, in order and all.</summary>
    internal static bool IsShortFor(ReadOnlySpan<char> letters, NameClues clues, int first, int end)
    {
        var at = 0;
        foreach (var letter in letters)
        {
            if (!char.IsUpper(letter)) continue;
            while (at < end - first && (clues.Clues[first + at] & Clue.Capitalised) == Clue.None) at++;
            if (at == end - first || char.ToUpperInvariant(clues.Tokens.CharsOf(first + at)[0]) != letter) return false;
            at++;
        }

        while (at < end - first && (clues.Clues[first + at] & Clue.Capitalised) == Clue.None) at++;
        return at == end - first;
    }

    private void Mark(List<NameSpan> names, int count)
    {
        Array.Clear(_nameAt, 0, count);
        for (var i = 0; i < names.Count; i++) Array.Fill(_nameAt, i + 1, names[i].First, names[i].Count);
    }

    private void ReadBrackets(NameClues clues, List<NameSpan> names)
    {
        var tokens = clues.Tokens;
        var changed = false;
        var found = names.Count;
        for (var i = 1; i + 2 < tokens.Count; i++)
        {
            if (tokens.CharsOf(i) is not "(" || tokens.CharsOf(i + 2) is not ")" || clues.Shapes[i + 1] is not (2 or 4)) continue;
            var letters = 0;
            foreach (var letter in tokens.CharsOf(i + 1)) letters += char.IsUpper(letter) ? 1 : 0;
            if (letters < 3 || tokens.SentenceOf[i - 1] != tokens.SentenceOf[i + 1]) continue;
            var low = Math.Max(tokens.Sentences[tokens.SentenceOf[i]].First, i - 3 * letters);
            var first = i - 1;
            while (first >= low && !((clues.Clues[first] & Clue.Capitalised) != Clue.None && IsShortFor(tokens.CharsOf(i + 1), clues, first, i))) first--;
            if (first < low) continue;
            // A capital word that does not belong may stand in between only as a link does: what is shortened is one run.
            if (clues.WideFirst[i - 1] > first) continue;
            var inside = _nameAt[i - 1] > 0 ? names[_nameAt[i - 1] - 1] : default;
            var kind = inside.Count > 0 && inside.First == first && inside.Kind != MentionKind.Person ? inside.Kind : MentionKind.Organisation;
            for (var k = first; k < i + 2; k++)
            {
                if (_nameAt[k] == 0) continue;
                var old = _nameAt[k] - 1;
                if (names[old].Count == 0) continue;
                // What reaches out of the shortened name to the left is cut there.
                if (names[old].First < first) names[old] = names[old] with { Count = first - names[old].First };
                else names[old] = names[old] with { Count = 0 };
                changed = true;
            }

            names.Add(new NameSpan(first, i - first, kind, 0.95f));
            names.Add(new NameSpan(i + 1, 1, kind, 0.95f));
        }

        if (!changed && names.Count == found) return;
        Order(names);
    }

    /// <summary>Takes out emptied names and puts the rest in text order.</summary>
    private static void Order(List<NameSpan> names)
    {
        var kept = 0;
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i].Count > 0) names[kept++] = names[i];
        }

        names.RemoveRange(kept, names.Count - kept);
        names.Sort(static (left, right) => left.First.CompareTo(right.First));
    }

    private void Vote(NameClues clues, List<NameSpan> names)
    {
        var places = 64;
        while (places < 6 * names.Count) places *= 2;
        if (_keys.Length < places)
        {
            _keys = new ulong[places];
            _votes = new float[places * Kinds];
        }

        _mask = _keys.Length - 1;
        Array.Clear(_keys);
        Array.Clear(_votes);
        foreach (var name in names)
        {
            _votes[RowOf(KeyOf(clues, name.First, name.Count)) * Kinds + (int)name.Kind] += name.Confidence;
            if (name.Kind != MentionKind.Person || name.Count < 2) continue;
            // Whoever is named in full may be named by the last name alone.
            var last = name.First + name.Count - 1;
            if ((clues.Clues[last] & Clue.Capitalised) != Clue.None) _votes[RowOf(KeyOf(clues, last, 1)) * Kinds + (int)MentionKind.Person] += 0.7f * name.Confidence;
        }
    }

    private MentionKind KindOf(NameClues clues, NameSpan name)
    {
        var row = RowOf(KeyOf(clues, name.First, name.Count)) * Kinds;
        var best = (int)name.Kind;
        for (var k = 0; k < Kinds; k++)
        {
            if (_votes[row + k] > _votes[row + best]) best = k;
        }

        return best != (int)name.Kind && name.Confidence < 0.93f && _votes[row + best] > 1.3f * _votes[row + (int)name.Kind] ? (MentionKind)best : name.Kind;
    }

    private void AddRepeated(NameClues clues, List<NameSpan> names, int count)
    {
        var tokens = clues.Tokens;
        var found = names.Count;
        for (var i = 0; i < count; i++)
        {
            if (_nameAt[i] > 0 || (clues.Clues[i] & (Clue.Capitalised | Clue.Calendar)) != Clue.Capitalised) continue;
            var end = Math.Min(clues.RunEnd[i], i + LongestRepeat);
            for (; end > i; end--)
            {
                if (IsTaken(i, end) || (clues.Clues[end - 1] & Clue.Capitalised) == Clue.None) continue;
                if (end - i == 1 && (clues.Clues[i] & (Clue.Everyday | Clue.Title | Clue.Body | Clue.Built | Clue.Land | Clue.Direction)) != Clue.None) continue;
                // The rest of the run must be names, titles or everyday words: “Mali” in “Mali Cup” is not the country.
                if (!Stands(clues, i - 1, clues.RunFirst[i] - 1, -1) || !Stands(clues, end, clues.RunEnd[i], 1)) continue;
                var row = Find(KeyOf(clues, i, end - i));
                if (row < 0) continue;
                var best = 0;
                float sum = 0;
                for (var k = 0; k < Kinds; k++)
                {
                    sum += _votes[row * Kinds + k];
                    if (_votes[row * Kinds + k] > _votes[row * Kinds + best]) best = k;
                }

                if (_votes[row * Kinds + best] < 0.55f || _votes[row * Kinds + best] < 0.6f * sum || best == (int)MentionKind.Nationality) continue;
                names.Add(new NameSpan(i, end - i, (MentionKind)best, 0.6f));
                i = end - 1;
                break;
            }
        }

        if (names.Count > found) Order(names);
    }

    private bool Stands(NameClues clues, int from, int to, int step)
    {
        for (var i = from; i != to; i += step)
        {
            if (_nameAt[i] == 0 && (clues.Clues[i] & (Clue.Title | Clue.Everyday)) == Clue.None) return false;
        }

        return true;
    }

    private bool IsTaken(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (_nameAt[i] > 0) return true;
        }

        return false;
    }

    private static ulong KeyOf(NameClues clues, int first, int count)
    {
        // “US” and “us” are not one word.
        var key = clues.Shapes[first] == 2 ? 0x9E3779B97F4A7C15UL : 1UL;
        for (var i = first; i < first + count; i++) key = (key ^ clues.Words[i]) * 0xD6E8FEB86659FD93 + 1;
        return key == 0 ? 1 : key;
    }

    private int Find(ulong key)
    {
        for (var at = (int)(key >> 20) & _mask; _keys[at] != 0; at = (at + 1) & _mask)
        {
            if (_keys[at] == key) return at;
        }

        return -1;
    }

    private int RowOf(ulong key)
    {
        var at = (int)(key >> 20) & _mask;
        while (_keys[at] != 0 && _keys[at] != key) at = (at + 1) & _mask;
        _keys[at] = key;
        return at;
    }
}
