using Dateline.Text.Syntax;

namespace Dateline.Text.Tokens;

/// <summary>
/// A view of one row of a <see cref="TokenSequence"/>: a place to look, not a thing that is stored.
/// </summary>
/// <param name="Sequence">The sequence the row is in.</param>
/// <param name="Index">The row.</param>
public readonly record struct Token(TokenSequence Sequence, int Index)
{
    /// <summary>Where the word stands.</summary>
    public TextSpan Span => Sequence.SpanOf(Index);

    /// <summary>The word; for a part of a multiword token, the syntactic word (“de” in “du”).</summary>
    public string Form => Sequence.FormOf(Index);

    /// <summary>Dictionary form; null until tagged.</summary>
    public string? Lemma => Sequence.Lemmas[Index];

    /// <summary>Universal part of speech.</summary>
    public UniversalPos Upos => Sequence.Upos[Index];

    /// <summary>Morphological features as flags.</summary>
    public Morphology Morphology => Sequence.Morphology[Index];

    /// <summary>The head's row in the document, or -1 for the root of a sentence.</summary>
    public int Head => Sequence.Heads[Index];

    /// <summary>Relation to the head.</summary>
    public Relation Relation => Sequence.Relations[Index];

    /// <summary>Index of its sentence.</summary>
    public int Sentence => Sequence.SentenceOf[Index];
}
