using Dateline.Learning.Corpora;

namespace Dateline.Learning.Scoring;

/// <summary>How many relations of a timeline hold in another.</summary>
/// <param name="Right">The relations that the other timeline holds too.</param>
/// <param name="All">All relations.</param>
public readonly record struct RelationShare(int Right, int All);

/// <summary>
/// The relations between tellings and times that a timeline states, for the temporal awareness of UzZaman and Allen (2011): those that suffice to
/// say it (the reduced graph) of one side are looked for among all that follow from the other (its closure), for precision and recall alike.
/// </summary>
/// <remarks>
/// A timeline is turned into relations as in SemEval-2015 task 4: tellings of equal order are simultaneous, those of a lower order before those of
/// a higher one, and each lies in the time of its entry where that is known. What has order 0 has no place in time and takes no part. Of all
/// reduced graphs that say the same, the one taken goes by the timeline's own order: each telling is tied to the one before it in its group, each
/// group's first telling to the group before, and each time to the first telling of the group that has it. Immutable.
/// </remarks>
public sealed class TemporalAwareness
{
    private readonly Dictionary<TimelineMention, int> _order = [];
    private readonly HashSet<(int Order, string Date)> _dates = [];
    private readonly List<(TimelineMention Telling, TimelineMention? Later, string? Date)> _reduced = [];

    /// <summary>Takes the relations out of a timeline.</summary>
    public TemporalAwareness(IEnumerable<TimelineEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        TimelineMention? leader = null, last = null;
        var order = 0;
        foreach (var entry in entries.Where(entry => entry.Order > 0).OrderBy(entry => entry.Order))
        {
            foreach (var telling in entry.Mentions)
            {
                if (!_order.TryAdd(telling, entry.Order)) continue;
                if (entry.Order == order)
                {
                    _reduced.Add((last!, telling, null));
                }
                else
                {
                    if (leader is not null) _reduced.Add((leader, telling, null));
                    (leader, order) = (telling, entry.Order);
                }

                last = telling;
                if (entry.Date is not null && _dates.Add((order, entry.Date))) _reduced.Add((leader!, null, entry.Date));
            }
        }
    }

    /// <summary>The tellings that have a place in the order.</summary>
    public IReadOnlyCollection<TimelineMention> Tellings => _order.Keys;

    /// <summary>How many of the relations of the reduced graph hold in <paramref name="other"/>.</summary>
    public RelationShare HeldBy(TemporalAwareness other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new RelationShare(_reduced.Count(relation => relation.Date is { } date ? other.IsIn(relation.Telling, date) : other.Relates(relation.Telling, relation.Later!, OrderOf(relation.Telling, relation.Later!))), _reduced.Count);
    }

    /// <summary>Whether the telling is said to lie in the time.</summary>
    public bool IsIn(TimelineMention telling, string date) => _order.TryGetValue(telling, out var order) && _dates.Contains((order, date));

    private int OrderOf(TimelineMention one, TimelineMention other) => Math.Sign(_order[one].CompareTo(_order[other]));

    private bool Relates(TimelineMention one, TimelineMention other, int sign) => _order.ContainsKey(one) && _order.ContainsKey(other) && OrderOf(one, other) == sign;
}
