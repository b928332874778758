namespace Dateline.Chronology.Gathering;

/// <summary>
/// Which tellings are compared at all: those that share a block, which is a kind or a word of the act together with somebody, a place or a day.
/// </summary>
/// <remarks>
/// A block of “Russia – ASSAULT” over years holds thousands; in a block of more than <see cref="WholeBlock"/> each telling meets only the
/// <see cref="Neighbours"/> before and after it in time. Nothing here depends on the order in which tellings came. Stateless and thread-safe.
/// </remarks>
public static class TellingBlocks
{
    /// <summary>The most tellings of a block that are all compared with each other.</summary>
    public const int WholeBlock = 60;

    /// <summary>How many tellings on either side are compared in a larger block.</summary>
    public const int Neighbours = 24;

    /// <summary>The blocks in which a telling stands, as hashes of 64 bits, each once.</summary>
    /// <param name="telling">The telling.</param>
    /// <param name="story">The story of its document, where stories were looked for.</param>
    public static IReadOnlyList<long> Of(Telling telling, string? story = null)
    {
        ArgumentNullException.ThrowIfNull(telling);
        var blocks = new List<long>();
        if (story is not null)
        {
            foreach (var stem in telling.Stems) Add(stem, '~', story);
        }

        var kind = telling.Kind.ToString();
        foreach (var parties in new[] { telling.Actors, telling.Recipients })
        {
            foreach (var party in parties)
            {
                if (party.Key.Length == 0) continue;
                Add(kind, ' ', party.Key);
                foreach (var stem in telling.Stems) Add(stem, ' ', party.Key);
            }
        }

        if (telling.Place is { } place)
        {
            Add(kind, '@', place.GazetteerId);
            foreach (var stem in telling.Stems) Add(stem, '@', place.Country ?? string.Empty);
        }

        // Nobody and nowhere, but a day: “a coup was launched on 18 August 2020”.
        if (telling is { IsDated: true, Low: not int.MinValue })
        {
            foreach (var stem in telling.Stems) Add(stem, '#', telling.Low.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        return blocks;

        void Add(string what, char mark, string with)
        {
            var block = (long)Fnv.Wide(Fnv.Wide(Fnv.Wide(Fnv.WideSeed, what), [mark]), with);
            if (!blocks.Contains(block)) blocks.Add(block);
        }
    }

    /// <summary>Where a telling stands in time within a block: its last day, or the day of the paper where that is open.</summary>
    public static int DayOf(Telling telling)
    {
        ArgumentNullException.ThrowIfNull(telling);
        return telling.High != int.MaxValue ? telling.High : telling.Published?.DayNumber ?? int.MaxValue;
    }

    /// <summary>The turn of a telling among those of one day: of no meaning, and the same whenever it came.</summary>
    public static long TurnOf(Telling telling)
    {
        ArgumentNullException.ThrowIfNull(telling);
        return (long)Fnv.Wide(Fnv.Wide(Fnv.WideSeed, telling.Document), telling.Id);
    }
}
