namespace Dateline.Text.Tokens;

/// <summary>A sentence: a run of tokens.</summary>
/// <param name="First">Row of the first token.</param>
/// <param name="Count">Number of tokens; at least one.</param>
/// <param name="Span">From the first token's start to the last one's end.</param>
public readonly record struct Sentence(int First, int Count, TextSpan Span)
{
    /// <summary>The first row after the sentence.</summary>
    public int End => First + Count;
}

/// <summary>One orthographic word that is several syntactic ones, such as “don't” or French “du”.</summary>
/// <param name="First">Row of its first syntactic word.</param>
/// <param name="Count">How many syntactic words; at least two.</param>
/// <param name="Span">Where the orthographic word stands.</param>
public readonly record struct MultiwordToken(int First, int Count, TextSpan Span);
