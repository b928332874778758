namespace Dateline.Chronology.Gathering;

/// <summary>A hash that is the same in every run and on every machine (Fowler, Noll and Vo's FNV-1a, 32 bits), unlike the runtime's own.</summary>
internal static class Fnv
{
    private const uint Start = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>The hash of some characters.</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        var hash = Start;
        foreach (var letter in text) hash = (hash ^ letter) * Prime;
        return (int)hash;
    }

    /// <summary>Takes one more number into a hash.</summary>
    public static uint Add(uint hash, uint number)
    {
        hash = (hash ^ (number & 0xFFFF)) * Prime;
        return (hash ^ (number >> 16)) * Prime;
    }

    /// <summary>Where a hash begins.</summary>
    public static uint Seed => Start;

    /// <summary>Where a hash of 64 bits begins.</summary>
    public const ulong WideSeed = 14695981039346656037;

    /// <summary>Takes some characters into a hash of 64 bits.</summary>
    public static ulong Wide(ulong hash, ReadOnlySpan<char> text)
    {
        foreach (var letter in text) hash = (hash ^ letter) * 1099511628211;
        return hash;
    }
}
