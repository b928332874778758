namespace Dateline.Chronology.Gathering;

/// <summary>Two tellings that were gathered into one event: what a person judges to know how far merges can be trusted.</summary>
/// <param name="Event">The event.</param>
/// <param name="One">The telling that comes first in the event.</param>
/// <param name="Other">The other one.</param>
public sealed record MergedPair(Event Event, Telling One, Telling Other)
{
    /// <summary>
    /// Draws pairs by lot, each pair of an event as likely as any: those whose names have the lowest hash with the seed, so that the draw is the
    /// same on every machine and a pair that stays merged is drawn again.
    /// </summary>
    /// <param name="events">The events.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="seed">Another seed draws other pairs.</param>
    /// <returns>The pairs in the order of the draw.</returns>
    public static IReadOnlyList<MergedPair> Draw(IEnumerable<Event> events, int count, int seed)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var drawn = new PriorityQueue<MergedPair, (uint, string)>(Comparer<(uint Hash, string Name)>.Create((one, other) =>
            other.Hash.CompareTo(one.Hash) is var order and not 0 ? order : string.CompareOrdinal(other.Name, one.Name)));
        foreach (var happening in events)
        {
            for (var i = 0; i < happening.Tellings.Count; i++)
            {
                for (var j = i + 1; j < happening.Tellings.Count; j++)
                {
                    var pair = new MergedPair(happening, happening.Tellings[i], happening.Tellings[j]);
                    drawn.Enqueue(pair, (pair.HashWith(seed), pair.Name));
                    if (drawn.Count > count) drawn.Dequeue();
                }
            }
        }

        var pairs = new MergedPair[drawn.Count];
        for (var i = pairs.Length - 1; i >= 0; i--) pairs[i] = drawn.Dequeue();
        return pairs;
    }

    private string Name => $"{One.Document}\t{One.Begin}\t{Other.Document}\t{Other.Begin}";

    // FNV alone leaves names that end alike near each other; the finish of MurmurHash3 (Appleby) spreads them.
    private uint HashWith(int seed)
    {
        var hash = Fnv.Add((uint)Fnv.Of(Name), (uint)seed);
        hash = (hash ^ (hash >> 16)) * 0x85EBCA6B;
        hash = (hash ^ (hash >> 13)) * 0xC2B2AE35;
        return hash ^ (hash >> 16);
    }
}
