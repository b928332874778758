namespace Dateline.Chronology.Extraction.Happening;

/// <summary>The hash of one feature: a template's name and what stands in it, letters taken small (FNV-1a, 64 bits).</summary>
internal readonly struct FeatureKey
{
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    private readonly ulong _value;

    private FeatureKey(ulong value) => _value = value;

    public static FeatureKey Of(ReadOnlySpan<char> template) => new FeatureKey(Basis).With(template);

    /// <summary>The value to look up.</summary>
    public ulong Value => _value;

    /// <summary>The key of this and another part.</summary>
    public FeatureKey With(ReadOnlySpan<char> part)
    {
        var hash = _value;
        foreach (var letter in part)
        {
            hash ^= char.ToLowerInvariant(letter);
            hash *= Prime;
        }

        // The end of a part counts, or “a” and “bc” would be “ab” and “c”.
        hash ^= '|';
        return new FeatureKey(hash * Prime);
    }
}
