namespace Dateline.Text.Models;

/// <summary>
/// Strings that were made before, so that a lemma met again costs no memory. One place per hash: a newcomer takes the
/// place of what was there, so the cache is bounded. Not safe for several threads.
/// </summary>
internal sealed class StringCache
{
    private const int Places = 1 << 14;
    private readonly string?[] _strings = new string?[Places];

    /// <summary>A string with these characters.</summary>
    internal string Get(ReadOnlySpan<char> text)
    {
        ref var place = ref _strings[(int)(WordFeatures.Hash(text) % Places)];
        if (place is not null && text.SequenceEqual(place)) return place;
        return place = text.ToString();
    }
}
