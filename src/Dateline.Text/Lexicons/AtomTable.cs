using System.Text;
using Dateline.Text.Tokens;

namespace Dateline.Text.Lexicons;

/// <summary>
/// Numbers for the words that lexicon phrases are made of, shared by all tries of one lexicon.
/// </summary>
/// <remarks>
/// An atom is a run of letters and digits, folded; hyphens separate atoms and leave no trace, so that “al-Qaeda”,
/// “al Qaeda” and “al - Qaeda” are the same two atoms; any other sign is an atom of its own. Filled while a lexicon
/// is built, only read afterwards, and then safe for any number of threads.
/// </remarks>
internal sealed class AtomTable
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public AtomTable() => _lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The number of a folded word, or -1 when no phrase contains it.</summary>
    public int NumberOf(ReadOnlySpan<char> folded) => _lookup.TryGetValue(folded, out var number) ? number : -1;

    /// <summary>The number of a folded word, given to it now if it had none.</summary>
    public int Add(string folded)
    {
        if (_numbers.TryGetValue(folded, out var number)) return number;
        number = _numbers.Count;
        _numbers.Add(folded, number);
        return number;
    }

    /// <summary>Cuts a phrase into atoms as written, before folding.</summary>
    /// <param name="phrase">The phrase as a lexicon has it.</param>
    /// <param name="splitApostrophes">Whether an apostrophe separates (“Jama at”) or falls away (“Jamaat”): tokenizers do not agree.</param>
    public static List<string> Cut(string phrase, bool splitApostrophes)
    {
        var atoms = new List<string>();
        var current = new StringBuilder();
        foreach (var letter in phrase)
        {
            if (char.IsLetterOrDigit(letter) || letter == '.' || (Folding.IsApostrophe(letter) && !splitApostrophes) || letter is >= '\u0300' and <= '\u036F')
            {
                current.Append(letter);
                continue;
            }

            Finish();
            if (!char.IsWhiteSpace(letter) && !Folding.IsHyphen(letter) && !Folding.IsApostrophe(letter)) atoms.Add(letter.ToString());
        }

        Finish();
        return atoms;

        void Finish()
        {
            if (current.Length > 0 && Folding.Fold(current.ToString()).Length > 0) atoms.Add(current.ToString());
            current.Clear();
        }
    }

    /// <summary>The atoms of a document's words.</summary>
    public AtomRow Read(TokenSequence tokens)
    {
        var row = new AtomRow(tokens.Count);
        Span<char> folded = stackalloc char[128];
        for (var i = 0; i < tokens.Count; i++)
        {
            var last = i;
            var chars = tokens.CharsOf(i);
            if (i + 1 < tokens.Count && tokens.SpanOf(i) == tokens.SpanOf(i + 1))
            {
                // The syntactic words of “du” share its span: phrases are matched as they are written.
                while (last + 1 < tokens.Count && tokens.SpanOf(last + 1) == tokens.SpanOf(i)) last++;
                chars = tokens.SurfaceOf(i);
            }

            Cut(chars, i, last, row, folded);
            i = last;
        }

        row.Finish(tokens.Count);
        return row;
    }

    private void Cut(ReadOnlySpan<char> chars, int first, int last, AtomRow row, Span<char> folded)
    {
        var start = 0;
        for (var i = 0; i <= chars.Length; i++)
        {
            if (i < chars.Length && (char.IsLetterOrDigit(chars[i]) || chars[i] == '.' || Folding.IsApostrophe(chars[i]) || chars[i] is >= '\u0300' and <= '\u036F')) continue;
            var piece = chars[start..i];
            if (piece.Length is > 0 and <= 60)
            {
                var length = Folding.Fold(piece, folded);
                if (length > 0) row.Add(NumberOf(folded[..length]), first, last, AtomRow.ShapeOf(piece));
            }

            if (i < chars.Length && !char.IsWhiteSpace(chars[i]) && !Folding.IsHyphen(chars[i])) row.Add(NumberOf(chars.Slice(i, 1)), first, last, AtomShape.None);
            start = i + 1;
        }
    }
}

/// <summary>How an atom is written.</summary>
[Flags]
internal enum AtomShape : byte
{
    None = 0,

    /// <summary>Its first letter is a capital.</summary>
    Capital = 1,

    /// <summary>It has letters, and none is small.</summary>
    AllCapitals = 2,

    /// <summary>It is written with full stops, as “U.S.” is.</summary>
    Dotted = 4,
}

/// <summary>The atoms of one document, in rows.</summary>
internal sealed class AtomRow(int capacity)
{
    private int[] _numbers = new int[capacity + 16];
    private int[] _first = new int[capacity + 16];
    private int[] _last = new int[capacity + 16];
    private AtomShape[] _shapes = new AtomShape[capacity + 16];
    private int[] _atomAt = [];

    public int Count { get; private set; }

    public ReadOnlySpan<int> Numbers => _numbers.AsSpan(0, Count);

    public AtomShape Shape(int atom) => _shapes[atom];

    /// <summary>First and last token of an atom; more than one where a multiword token is one written word.</summary>
    public int FirstToken(int atom) => _first[atom];

    public int LastToken(int atom) => _last[atom];

    /// <summary>Whether a phrase may begin here: the atom is the first of its token.</summary>
    public bool Begins(int atom) => atom == 0 || _first[atom - 1] != _first[atom];

    /// <summary>Whether a phrase may end here: the atom is the last of its token.</summary>
    public bool Ends(int atom) => atom == Count - 1 || _first[atom + 1] != _first[atom];

    /// <summary>The first atom of a token, or the next one after it when it has none.</summary>
    public int AtomAt(int token) => _atomAt[token];

    public void Add(int number, int first, int last, AtomShape shape)
    {
        if (Count == _numbers.Length)
        {
            Array.Resize(ref _numbers, Count * 2);
            Array.Resize(ref _first, Count * 2);
            Array.Resize(ref _last, Count * 2);
            Array.Resize(ref _shapes, Count * 2);
        }

        (_numbers[Count], _first[Count], _last[Count], _shapes[Count]) = (number, first, last, shape);
        Count++;
    }

    public void Finish(int tokens)
    {
        _atomAt = new int[tokens + 1];
        var atom = 0;
        for (var token = 0; token <= tokens; token++)
        {
            while (atom < Count && _first[atom] < token) atom++;
            _atomAt[token] = atom;
        }
    }

    public static AtomShape ShapeOf(ReadOnlySpan<char> piece)
    {
        var shape = AtomShape.None;
        bool letters = false, small = false, dotted = false, first = true;
        foreach (var letter in piece)
        {
            if (letter == '.') dotted = true;
            if (!char.IsLetter(letter)) continue;
            letters = true;
            var capital = char.IsUpper(letter);
            if (first && capital) shape |= AtomShape.Capital;
            if (!capital) small = true;
            first = false;
        }

        if (letters && !small) shape |= AtomShape.AllCapitals;
        if (dotted) shape |= AtomShape.Dotted;
        return shape;
    }
}
