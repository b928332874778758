namespace Dateline.Learning.Corpora;

/// <summary>One sentence of a CoNLL-U file: its lines as they were, and its syntactic words.</summary>
/// <remarks>Not changed after reading. Equality is by reference.</remarks>
public sealed class ConlluSentence
{
    /// <summary>The comment lines, with their number signs.</summary>
    public required IReadOnlyList<string> Comments { get; init; }

    /// <summary>The syntactic words in order.</summary>
    public required IReadOnlyList<ConlluWord> Words { get; init; }

    /// <summary>Multiword tokens: the first and last word they cover, counted from 1, and their line.</summary>
    public required IReadOnlyList<ConlluRange> Ranges { get; init; }

    /// <summary>Empty nodes: the word they follow (0 before the first), and their line.</summary>
    public required IReadOnlyList<ConlluRange> EmptyNodes { get; init; }

    /// <summary>The value of a comment <c># key = value</c>, or null.</summary>
    public string? Comment(string key)
    {
        foreach (var comment in Comments)
        {
            var equals = comment.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && comment.AsSpan(1, equals - 1).Trim().SequenceEqual(key)) return comment[(equals + 1)..].Trim();
        }

        return null;
    }
}

/// <summary>A syntactic word of a treebank.</summary>
/// <param name="Form">The word.</param>
/// <param name="Lemma">Its dictionary form; <c>_</c> where none is given.</param>
/// <param name="Upos">Universal part of speech.</param>
/// <param name="Xpos">The treebank's own tag.</param>
/// <param name="Feats">Features.</param>
/// <param name="Head">The head's position counted from 1; 0 for the root, -1 where none is given.</param>
/// <param name="Relation">Relation to the head.</param>
/// <param name="Misc">The last column.</param>
public sealed record ConlluWord(string Form, string Lemma, string Upos, string Xpos, string Feats, int Head, string Relation, string Misc)
{
    /// <summary>Whether white space follows the word.</summary>
    public bool SpaceAfter => !Misc.Contains("SpaceAfter=No", StringComparison.Ordinal);
}

/// <summary>A line of a CoNLL-U file that is no syntactic word.</summary>
/// <param name="First">First word covered, or the word followed by an empty node.</param>
/// <param name="Last">Last word covered.</param>
/// <param name="Line">The line, unchanged.</param>
public sealed record ConlluRange(int First, int Last, string Line)
{
    /// <summary>The second column.</summary>
    public string Form => Line.Split('\t') is { Length: > 1 } columns ? columns[1] : "_";

    /// <summary>Whether white space follows.</summary>
    public bool SpaceAfter => !Line.Contains("SpaceAfter=No", StringComparison.Ordinal);
}
