using System.Buffers;

namespace Dateline.Text.Times;

/// <summary>What a piece of text is.</summary>
internal enum PieceKind : byte
{
    Word,
    Number,
    Mark,
}

/// <summary>A run of letters, a run of digits, or one other character.</summary>
internal readonly record struct Piece(int Start, int Length, PieceKind Kind, bool SpaceBefore, TimeWord? Word)
{
    public int End => Start + Length;
}

/// <summary>
/// One sentence cut into letters, digits and marks: independent of how the tokenizer treats “mid-November”, “Aug.” or “14h30”.
/// </summary>
/// <remarks>The buffer belongs to this object and is used again for every sentence; not for several threads.</remarks>
internal sealed class TimePieces(string text, TimeLexicon lexicon) : IDisposable
{
    private Piece[] _pieces = ArrayPool<Piece>.Shared.Rent(256);

    public int Count { get; private set; }

    public string Text { get; } = text;

    public ref readonly Piece this[int index] => ref _pieces[index];

    /// <summary>Cuts the text from <paramref name="start"/> to <paramref name="end"/>.</summary>
    public void Cut(int start, int end)
    {
        Count = 0;
        var spaced = true;
        for (var i = start; i < end;)
        {
            var c = Text[i];
            if (char.IsWhiteSpace(c))
            {
                spaced = true;
                i++;
                continue;
            }

            var from = i++;
            PieceKind kind;
            TimeWord? word = null;
            if (char.IsAsciiDigit(c))
            {
                kind = PieceKind.Number;
                while (i < end && char.IsAsciiDigit(Text[i])) i++;
            }
            else if (char.IsLetter(c))
            {
                kind = PieceKind.Word;
                while (i < end && char.IsLetter(Text[i])) i++;
                word = lexicon.Find(Text.AsSpan(from, i - from));
            }
            else
            {
                kind = PieceKind.Mark;
            }

            if (Count == _pieces.Length) Grow();
            _pieces[Count++] = new Piece(from, i - from, kind, spaced, word);
            spaced = false;
        }
    }

    public TimeWord? Word(int index) => (uint)index < (uint)Count ? _pieces[index].Word : null;

    public bool Has(int index, TimeRole role) => (uint)index < (uint)Count && _pieces[index].Word is { } word && word.Is(role);

    public bool Is(int index, string key) => (uint)index < (uint)Count && _pieces[index].Word is { } word && word.Key == key;

    public bool Is(int index, string key, string other) => Is(index, key) || Is(index, other);

    public bool IsMark(int index, char mark) => (uint)index < (uint)Count && _pieces[index].Kind == PieceKind.Mark && Text[_pieces[index].Start] == mark;

    public bool IsDash(int index) => (uint)index < (uint)Count && _pieces[index].Kind == PieceKind.Mark && Text[_pieces[index].Start] is '-' or '–' or '—' or '‑';

    public bool IsApostrophe(int index) => IsMark(index, '\'') || IsMark(index, '’');

    public bool IsWord(int index) => (uint)index < (uint)Count && _pieces[index].Kind == PieceKind.Word;

    /// <summary>Whether no white space stands before the piece.</summary>
    public bool Glued(int index) => (uint)index < (uint)Count && !_pieces[index].SpaceBefore;

    public bool IsNumber(int index, int least, int most) => (uint)index < (uint)Count && _pieces[index].Kind == PieceKind.Number && _pieces[index].Length >= least && _pieces[index].Length <= most;

    /// <summary>The value of a number of at most nine digits, else -1.</summary>
    public int NumberAt(int index)
    {
        if (!IsNumber(index, 1, 9)) return -1;
        var value = 0;
        foreach (var digit in Text.AsSpan(_pieces[index].Start, _pieces[index].Length)) value = 10 * value + (digit - '0');
        return value;
    }

    public bool IsCapital(int index) => (uint)index < (uint)Count && char.IsUpper(Text[_pieces[index].Start]);

    public ReadOnlySpan<char> Chars(int index) => Text.AsSpan(_pieces[index].Start, _pieces[index].Length);

    public void Dispose()
    {
        ArrayPool<Piece>.Shared.Return(_pieces, clearArray: true);
        _pieces = [];
    }

    private void Grow()
    {
        var larger = ArrayPool<Piece>.Shared.Rent(2 * _pieces.Length);
        _pieces.CopyTo(larger, 0);
        ArrayPool<Piece>.Shared.Return(_pieces, clearArray: true);
        _pieces = larger;
    }
}
