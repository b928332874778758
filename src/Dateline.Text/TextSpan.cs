namespace Dateline.Text;

/// <summary>
/// A half-open range of UTF-16 code units in one text: <c>[Start, End)</c>.
/// </summary>
/// <remarks>
/// Half-open because a length is then a subtraction, neighbours share a border, and the empty span needs no special
/// value. The default value is the empty span at the beginning. Equality is by value; ordering is by start, then by
/// end, so that a span sorts before what it contains at the same start only if it is shorter.
/// A span does not know its text: whoever holds one knows which document it points into.
/// </remarks>
/// <param name="Start">Position of the first code unit; not negative.</param>
/// <param name="Length">Number of code units; not negative.</param>
public readonly record struct TextSpan(int Start, int Length) : IComparable<TextSpan>
{
    /// <summary>The first position after the span.</summary>
    public int End => Start + Length;

    /// <summary>Whether the span covers no text.</summary>
    public bool IsEmpty => Length == 0;

    /// <summary>Makes a span from its two borders.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="end"/> lies before <paramref name="start"/>, or <paramref name="start"/> is negative.</exception>
    public static TextSpan FromBounds(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        return new TextSpan(start, end - start);
    }

    /// <summary>The smallest span that covers both.</summary>
    public static TextSpan Union(TextSpan first, TextSpan second) =>
        FromBounds(Math.Min(first.Start, second.Start), Math.Max(first.End, second.End));

    /// <summary>Whether <paramref name="position"/> lies inside.</summary>
    public bool Contains(int position) => position >= Start && position < End;

    /// <summary>Whether <paramref name="other"/> lies wholly inside; a span contains itself.</summary>
    public bool Contains(TextSpan other) => other.Start >= Start && other.End <= End;

    /// <summary>Whether the two share at least one code unit. An empty span overlaps nothing.</summary>
    public bool Overlaps(TextSpan other) => Math.Max(Start, other.Start) < Math.Min(End, other.End);

    /// <summary>The words it points at.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span reaches beyond <paramref name="text"/>.</exception>
    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);

    /// <inheritdoc/>
    public int CompareTo(TextSpan other)
    {
        var byStart = Start.CompareTo(other.Start);
        return byStart != 0 ? byStart : End.CompareTo(other.End);
    }

    /// <summary>Whether <paramref name="left"/> sorts before <paramref name="right"/>.</summary>
    public static bool operator <(TextSpan left, TextSpan right) => left.CompareTo(right) < 0;

    /// <summary>Whether <paramref name="left"/> sorts before or with <paramref name="right"/>.</summary>
    public static bool operator <=(TextSpan left, TextSpan right) => left.CompareTo(right) <= 0;

    /// <summary>Whether <paramref name="left"/> sorts after <paramref name="right"/>.</summary>
    public static bool operator >(TextSpan left, TextSpan right) => left.CompareTo(right) > 0;

    /// <summary>Whether <paramref name="left"/> sorts after or with <paramref name="right"/>.</summary>
    public static bool operator >=(TextSpan left, TextSpan right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public override string ToString() => $"[{Start},{End})";
}
