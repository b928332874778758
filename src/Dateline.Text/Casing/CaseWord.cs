namespace Dateline.Text.Casing;

/// <summary>A run of letters with the signs around it.</summary>
/// <param name="Start">Where it starts in the text.</param>
/// <param name="Length">Its length, inner apostrophes included but without the “'s” of a possessor.</param>
/// <param name="Tail">Length of the “'s” that follows, or 0.</param>
/// <param name="Before">The sign before it, white space left out: '\n' at the start of a paragraph, '0' for a number, ' ' for another word.</param>
/// <param name="After">The sign after it, by the same rule.</param>
/// <param name="OpensSentence">Whether a sentence begins with it.</param>
internal readonly record struct CaseWord(int Start, int Length, int Tail, char Before, char After, bool OpensSentence)
{
    public ReadOnlySpan<char> In(ReadOnlySpan<char> text) => text.Slice(Start, Length);
}
