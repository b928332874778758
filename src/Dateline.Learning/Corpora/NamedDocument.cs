namespace Dateline.Learning.Corpora;

/// <summary>A document whose names are known, wholly or in part.</summary>
/// <param name="Sentences">Its sentences.</param>
/// <param name="Allowed">For each word, in text order, the set of labels it may have, one bit per entry of <see cref="NameCorpora.Labels"/>.</param>
internal sealed record NamedDocument(IReadOnlyList<ConlluSentence> Sentences, ulong[] Allowed)
{
    /// <summary>The names that are certain: rows of first and last word, and the label of the beginning.</summary>
    internal IEnumerable<(int First, int End, int Label)> Names()
    {
        for (var i = 0; i < Allowed.Length;)
        {
            var label = System.Numerics.BitOperations.TrailingZeroCount(Allowed[i]);
            if (Allowed[i] == 1 || !System.Numerics.BitOperations.IsPow2(Allowed[i]) || !NameCorpora.Labels[label].StartsWith("B-", StringComparison.Ordinal))
            {
                i++;
                continue;
            }

            var end = i + 1;
            while (end < Allowed.Length && Allowed[end] == 1UL << (label + 1)) end++;
            yield return (i, end, label);
            i = end;
        }
    }
}
