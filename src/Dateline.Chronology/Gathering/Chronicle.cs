namespace Dateline.Chronology.Gathering;

/// <summary>What one somebody took part in, in the order of time.</summary>
/// <param name="Entity">The name that was asked for.</param>
/// <param name="Entries">In temporal order; undated ones last, with order 0.</param>
public sealed record Chronicle(string Entity, IReadOnlyList<ChronicleEntry> Entries)
{
    /// <summary>The chronicle of <paramref name="entity"/> over <paramref name="events"/>.</summary>
    /// <param name="entity">A name; matched without regard to case with the names, words and keys of parties, whole words only.</param>
    /// <param name="events">The events.</param>
    public static Chronicle Of(string entity, IEnumerable<Event> events)
    {
        var found = events.Where(happening => happening.Actors.Concat(happening.Recipients).Any(party => Names(party, entity))).ToList();
        var dated = found.Where(happening => happening.Bounds?.First is not null)
            .OrderBy(happening => happening.Bounds!.Value.First).ThenBy(happening => happening.Bounds!.Value.Last ?? DateOnly.MaxValue).ThenBy(happening => happening.Id, StringComparer.Ordinal);
        var entries = new List<ChronicleEntry>();
        var order = 0;
        (DateOnly?, DateOnly?)? last = null;
        foreach (var happening in dated)
        {
            var bounds = (happening.Bounds!.Value.First, happening.Bounds!.Value.Last);
            if (last != bounds) order++;
            last = bounds;
            entries.Add(new ChronicleEntry(order, happening));
        }

        entries.AddRange(found.Where(happening => happening.Bounds?.First is null).Select(happening => new ChronicleEntry(0, happening)));
        return new Chronicle(entity, entries);
    }

    private static bool Names(TellingParty party, string entity) =>
        party.Key.Equals(entity, StringComparison.OrdinalIgnoreCase) || Holds(party.Name, entity) || Holds(party.Text, entity);

    private static bool Holds(string text, string words)
    {
        for (var at = text.IndexOf(words, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + words.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]))) return true;
            if (at + 1 >= text.Length) break;
        }

        return false;
    }
}

/// <summary>One entry of a chronicle.</summary>
/// <param name="Order">From 1 in temporal order, equal for the same days; 0 when no order is known.</param>
/// <param name="Event">The event.</param>
public sealed record ChronicleEntry(int Order, Event Event);
