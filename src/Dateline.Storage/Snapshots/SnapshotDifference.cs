using Dateline.Chronology.Gathering;

namespace Dateline.Storage;

/// <summary>What became of something between two moments.</summary>
public enum ChangeSort
{
    /// <summary>It was not there before.</summary>
    Added,

    /// <summary>It is there at both and not the same.</summary>
    Changed,

    /// <summary>It is there no more: no current reading says so, or a person rejected it, or it is part of another now.</summary>
    Withdrawn,
}

/// <summary>Why something changed.</summary>
public enum ChangeReason
{
    /// <summary>An article came in.</summary>
    NewArticle,

    /// <summary>An article came in again with another text.</summary>
    NewVersion,

    /// <summary>The same text was read by another program, model or lexicon.</summary>
    NewReading,

    /// <summary>A person decided.</summary>
    Decision,

    /// <summary>Nothing of its own changed: what came in elsewhere gathers it otherwise.</summary>
    Regathering,
}

/// <summary>One cause of a change.</summary>
/// <param name="Reason">Of which sort.</param>
/// <param name="Article">Id of the article that came in or was read anew; null for other reasons.</param>
/// <param name="Detail">What reads otherwise now, such as “model en”; who decided what; null where there is nothing to add.</param>
public sealed record ChangeCause(ChangeReason Reason, string? Article, string? Detail);

/// <summary>A field with another value.</summary>
/// <param name="Name">kind, time, place, actor, recipient, tellings, origins or disputed; of a state since, until.</param>
/// <param name="Before">Its value before; null when there was none.</param>
/// <param name="After">Its value after; null when there is none.</param>
public sealed record FieldDifference(string Name, string? Before, string? After);

/// <summary>An event that is not the same at both moments.</summary>
/// <param name="Sort">Added, changed or withdrawn.</param>
/// <param name="Event">As it is after; of one withdrawn, as it was before.</param>
/// <param name="Fields">Changed: which fields.</param>
/// <param name="With">Added: id of the event it was part of before. Withdrawn: id of the event it is part of now. Null otherwise.</param>
/// <param name="Causes">Why; never empty.</param>
public sealed record EventDifference(ChangeSort Sort, KnownEvent Event, IReadOnlyList<FieldDifference> Fields, string? With, IReadOnlyList<ChangeCause> Causes);

/// <summary>A state that is not the same at both moments.</summary>
/// <param name="Sort">Added, changed or withdrawn.</param>
/// <param name="Fact">As it is after; of one withdrawn, as it was before.</param>
/// <param name="Fields">Changed: which of its ends.</param>
/// <param name="Causes">Why; never empty.</param>
public sealed record StateDifference(ChangeSort Sort, StateFact Fact, IReadOnlyList<FieldDifference> Fields, IReadOnlyList<ChangeCause> Causes);

/// <summary>A claim that is not the same in the readings that are current at both moments. The store keeps both.</summary>
/// <param name="Sort">Added, changed or withdrawn from the current readings.</param>
/// <param name="Id">The claim.</param>
/// <param name="EventId">Id of the telling it belongs to.</param>
/// <param name="Aspect">what, actor, recipient, place, time or number.</param>
/// <param name="Words">Its words, read from the text.</param>
/// <param name="Value">What it says, in codes, after and before.</param>
/// <param name="Cause">Why.</param>
public sealed record ClaimDifference(ChangeSort Sort, string Id, string EventId, string Aspect, string Words, FieldDifference Value, ChangeCause Cause);

/// <summary>How many changes of each sort there are.</summary>
public readonly record struct ChangeCounts(int Added, int Changed, int Withdrawn)
{
    /// <summary>All of them.</summary>
    public int All => Added + Changed + Withdrawn;

    internal static ChangeCounts Of(IEnumerable<ChangeSort> sorts)
    {
        var counts = sorts.CountBy(sort => sort).ToDictionary();
        return new ChangeCounts(counts.GetValueOrDefault(ChangeSort.Added), counts.GetValueOrDefault(ChangeSort.Changed), counts.GetValueOrDefault(ChangeSort.Withdrawn));
    }
}

/// <summary>What changed between two moments, and why. Lists hold at most <see cref="MostListed"/> entries each; the counts are of all.</summary>
/// <param name="Before">The earlier moment asked for.</param>
/// <param name="After">The later one.</param>
/// <param name="Events">Events, in order of time.</param>
/// <param name="EventCounts">How many.</param>
/// <param name="States">States, by subject.</param>
/// <param name="StateCounts">How many.</param>
/// <param name="Claims">Claims, article by article.</param>
/// <param name="ClaimCounts">How many.</param>
public sealed record SnapshotDifference(
    Snapshot Before, Snapshot After, IReadOnlyList<EventDifference> Events, ChangeCounts EventCounts, IReadOnlyList<StateDifference> States, ChangeCounts StateCounts,
    IReadOnlyList<ClaimDifference> Claims, ChangeCounts ClaimCounts)
{
    /// <summary>So many entries of each list are given.</summary>
    public const int MostListed = 500;
}
