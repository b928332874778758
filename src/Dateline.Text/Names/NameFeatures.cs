using Dateline.Text.Models;
using Dateline.Text.Tokens;

namespace Dateline.Text.Names;

/// <summary>
/// What the name finder is told of one word, as hashes: the word, its neighbours, its spelling, its clues and those of the
/// run of capitals it stands in.
/// </summary>
internal static class NameFeatures
{
    /// <summary>The most features that a word has.</summary>
    internal const int Most = 160;

    private const Clue Summed = Clue.Given | Clue.Family | Clue.Title | Clue.Body | Clue.Built | Clue.Land | Clue.Country | Clue.Nationality | Clue.KnownPerson
        | Clue.KnownBody | Clue.LargeTown | Clue.People | Clue.Calendar | Clue.Direction;

    private const Clue Own = ~(Clue.Candidate | Clue.Proper);

    /// <summary>Which features name words rather than kinds of words: training takes more of them away, so that names are not learned by heart.</summary>
    internal static bool IsLexical(int position) => position < 14;

    /// <summary>Writes the features of the word at <paramref name="i"/>; the first fourteen name words, prefixes and suffixes.</summary>
    /// <returns>How many were written.</returns>
    internal static int Of(NameClues clues, int i, Span<ulong> keys)
    {
        var tokens = clues.Tokens;
        var sentenceIndex = tokens.SentenceOf[i];
        var sentence = tokens.Sentences[sentenceIndex];
        int first = sentence.First, end = sentence.End, n = 0;
        var c = clues.Clues;
        int runFirst = clues.RunFirst[i], runEnd = clues.RunEnd[i], wideFirst = clues.WideFirst[i], wideEnd = clues.WideEnd[i];
        for (var p = -2; p <= 2; p++) keys[n++] = Key(1 + (uint)(p + 2), Word(clues, i + p, first, end));
        keys[n++] = Key(6, Affix(tokens, i, 3, false));
        keys[n++] = Key(7, Affix(tokens, i, 2, true));
        keys[n++] = Key(8, Affix(tokens, i, 3, true));
        keys[n++] = Key(9, Affix(tokens, i, 4, true));
        keys[n++] = Key(10, Word(clues, runFirst - 1, first, end));
        keys[n++] = Key(11, Word(clues, runEnd, first, end));
        keys[n++] = Key(12, clues.Words[runEnd - 1]);
        keys[n++] = Key(13, clues.Words[wideFirst]);
        var head = tokens.Heads[i];
        keys[n++] = Key(14, (head < 0 ? 0 : clues.Words[head]) * 131 + (ulong)tokens.Relations[i]);

        var own = c[i] & Own;
        var before = i > first ? c[i - 1] & Own : Clue.None;
        var after = i + 1 < end ? c[i + 1] & Own : Clue.None;
        var headline = clues.Headlines[sentenceIndex];
        uint shape = clues.Shapes[i], shapeBefore = i > first ? clues.Shapes[i - 1] : 9u, shapeAfter = i + 1 < end ? clues.Shapes[i + 1] : 9u;
        keys[n++] = Key(20, shape);
        keys[n++] = Key(21, shape * 256 + shapeBefore * 16 + shapeAfter);
        keys[n++] = Key(22, (ulong)headline * 4 + (i == first ? 1u : 0u) * 2 + ((own & Clue.Everyday) != Clue.None ? 1u : 0u));
        keys[n++] = Key(23, (uint)own);
        keys[n++] = Key(24, (ulong)(own & Summed) << 32 | (ulong)(before & (Summed | Clue.Capitalised | Clue.Locative | Clue.Speech)));
        keys[n++] = Key(25, (ulong)(own & Summed) << 32 | (ulong)(after & (Summed | Clue.Capitalised | Clue.Locative | Clue.Speech)));
        keys[n++] = Key(26, (ulong)tokens.Upos[i] * 1024 + (i > first ? (ulong)tokens.Upos[i - 1] : 31) * 32 + (i + 1 < end ? (ulong)tokens.Upos[i + 1] : 31));
        keys[n++] = Key(27, (ulong)tokens.Upos[i] * 128 + (ulong)tokens.Relations[i]);
        keys[n++] = Key(28, (ulong)clues.Elsewhere[i]);
        keys[n++] = Key(29, ((ulong)clues.Elsewhere[i] & 0xFF) * 16 + shape);
        keys[n++] = Key(54, (ulong)(clues.Elsewhere[i] & (DocumentClue.AfterTitle | DocumentClue.AfterGiven | DocumentClue.AfterLocative | DocumentClue.WithBody)) << 32 | (ulong)(own & Summed));
        for (var p = -2; p <= 2; p++)
        {
            if (i + p < first || i + p >= end) continue;
            for (var bits = (uint)(c[i + p] & ~Clue.Candidate); bits != 0; bits &= bits - 1)
                keys[n++] = Key(30 + (uint)(p + 2), (ulong)System.Numerics.BitOperations.TrailingZeroCount(bits));
        }

        for (var bits = (uint)clues.Elsewhere[i]; bits != 0; bits &= bits - 1)
            keys[n++] = Key(35, (ulong)System.Numerics.BitOperations.TrailingZeroCount(bits));

        uint length = (uint)Math.Min(runEnd - runFirst, 6), at = (uint)Math.Min(i - runFirst, 3), left = (uint)Math.Min(runEnd - 1 - i, 3);
        var run = Sum(clues, runFirst, runEnd);
        var wide = Sum(clues, wideFirst, wideEnd);
        var last = c[runEnd - 1] & Summed;
        keys[n++] = Key(36, length * 16 + at * 4 + left);
        keys[n++] = Key(37, (ulong)run << 8 | at * 4 + left);
        keys[n++] = Key(38, (ulong)last << 8 | at * 4 + left);
        keys[n++] = Key(39, (ulong)(c[runFirst] & Summed) << 8 | at * 4 + left);
        keys[n++] = Key(40, (ulong)(wide & (Clue.Body | Clue.Built | Clue.Land | Clue.Country | Clue.Given)) << 8 | (uint)Math.Min(wideEnd - wideFirst, 7) * 4 | (uint)Math.Min(wideEnd - 1 - i, 3));
        // Where the heads of bodies, built places and lands stand, seen from here.
        keys[n++] = Key(41, Side(clues, wideFirst, wideEnd, i, Clue.Body));
        keys[n++] = Key(42, Side(clues, wideFirst, wideEnd, i, Clue.Built) * 16 + Side(clues, wideFirst, wideEnd, i, Clue.Land));
        keys[n++] = Key(43, Side(clues, runFirst, runEnd, i, Clue.Body) * 16 + Side(clues, runFirst, runEnd, i, Clue.Given));
        keys[n++] = Key(44, Side(clues, runFirst, runEnd, i, Clue.Country | Clue.Nationality) * 16 + Side(clues, runFirst, runEnd, i, Clue.Body));
        var beforeRun = runFirst > first ? c[runFirst - 1] & (Clue.Title | Clue.Locative | Clue.Link | Clue.Speech | Clue.Nationality | Clue.Body) : Clue.None;
        var afterRun = runEnd < end ? c[runEnd] & (Clue.Title | Clue.Locative | Clue.Link | Clue.Speech) : Clue.None;
        keys[n++] = Key(45, (ulong)beforeRun << 8 | at * 4 + left);
        keys[n++] = Key(46, (ulong)afterRun << 8 | at * 4 + left);
        keys[n++] = Key(47, (ulong)(beforeRun | afterRun) << 32 | (ulong)(run & (Clue.Given | Clue.Family | Clue.Body | Clue.Country | Clue.LargeTown)) << 3 | Math.Min(length, 3));
        keys[n++] = Key(48, (ulong)(own & Summed) << 8 | length);
        keys[n++] = Key(49, Nearest(clues, first, i));
        keys[n++] = Key(50, 0);
        return n;
    }

    /// <summary>A hash of one feature.</summary>
    private static ulong Key(uint template, ulong value)
    {
        var hash = (value + 0x9E3779B97F4A7C15) * 0xD6E8FEB86659FD93 ^ template * 0xA24BAED4963EE407UL;
        hash ^= hash >> 32;
        hash *= 0xD6E8FEB86659FD93;
        return hash ^ (hash >> 29);
    }

    private static ulong Word(NameClues clues, int i, int first, int end) => i < first ? 1 : i >= end ? 2 : clues.Words[i];

    private static ulong Affix(TokenSequence tokens, int i, int length, bool last)
    {
        var chars = tokens.CharsOf(i);
        if (chars.Length < length) return 3;
        Span<char> folded = stackalloc char[4];
        WordFeatures.Fold(last ? chars[^length..] : chars[..length], folded);
        return WordFeatures.Hash(folded[..length]);
    }

    private static Clue Sum(NameClues clues, int first, int end)
    {
        var sum = Clue.None;
        for (var k = first; k < Math.Min(end, first + 12); k++) sum |= clues.Clues[k];
        return sum & Summed;
    }

    /// <summary>1 before, 2 here, 4 after, 8 at the end: where words with a clue stand in a run.</summary>
    private static ulong Side(NameClues clues, int first, int end, int i, Clue clue)
    {
        ulong side = 0;
        for (var k = Math.Max(first, i - 8); k < Math.Min(end, i + 9); k++)
        {
            if ((clues.Clues[k] & clue) != Clue.None) side |= k < i ? 1UL : k == i ? 2UL : 4UL;
        }

        if ((clues.Clues[end - 1] & clue) != Clue.None) side |= 8;
        return side;
    }

    /// <summary>What the nearest small word before the run is: a preposition, a verb of saying, an article.</summary>
    private static ulong Nearest(NameClues clues, int first, int i)
    {
        for (var k = i - 1; k >= first && k > i - 7; k--)
        {
            if ((clues.Clues[k] & Clue.Capitalised) == Clue.None && clues.Shapes[k] == 0) return clues.Words[k] * 8 + (ulong)Math.Min(i - k, 4);
        }

        return 0;
    }
}
