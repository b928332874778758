namespace Dateline.Chronology.Reviews;

/// <summary>One decision about which tellings are one happening.</summary>
/// <param name="Joins">True: one happening; false: never one.</param>
/// <param name="Ones">Tellings on the one side.</param>
/// <param name="Others">Tellings on the other side.</param>
public sealed record GroupDecision(bool Joins, IReadOnlyList<long> Ones, IReadOnlyList<long> Others);

/// <summary>
/// Lays what people joined and parted over what the machine gathered.
/// </summary>
/// <remarks>
/// The later of two decisions that contradict each other holds, and the earlier one is void as a whole. The result depends
/// on the machine's groups and the decisions alone, not on what was made of earlier ones: taking a decision back gives
/// exactly what was there before it. Stateless and thread-safe.
/// </remarks>
public static class DecidedGroups
{
    /// <summary>The groups that hold, members ascending, in order of their first member.</summary>
    /// <param name="machine">The machine's groups; no telling stands in two.</param>
    /// <param name="decisions">Decisions in force, the oldest first.</param>
    public static List<List<long>> Apply(IEnumerable<IReadOnlyList<long>> machine, IReadOnlyList<GroupDecision> decisions)
    {
        ArgumentNullException.ThrowIfNull(machine);
        ArgumentNullException.ThrowIfNull(decisions);
        var groups = new Dictionary<long, HashSet<long>>();
        foreach (var members in machine)
        {
            HashSet<long> group = [.. members];
            foreach (var member in group) groups[member] = group;
        }

        if (decisions.Count > 0) Decide(groups, decisions);
        var found = groups.Values.Distinct(ReferenceEqualityComparer.Instance).Cast<HashSet<long>>().Select(group => group.Order().ToList()).ToList();
        found.Sort(static (one, other) => one[0].CompareTo(other[0]));
        return found;
    }

    private static void Decide(Dictionary<long, HashSet<long>> groups, IReadOnlyList<GroupDecision> decisions)
    {
        var joined = new Dictionary<long, HashSet<long>>();
        var parted = new List<GroupDecision>();
        foreach (var decision in decisions.Reverse())
        {
            if (decision.Ones.Count == 0 || decision.Others.Count == 0) continue;
            if (decision.Joins) TryJoin(joined, parted, decision);
            else if (!decision.Ones.Any(one => SetOf(joined, one).Overlaps(decision.Others))) parted.Add(decision);
        }

        // Those who are parted leave, with those a person has joined to them; the rest stays as the machine has it.
        parted.Reverse();
        foreach (var decision in parted)
        {
            foreach (var home in decision.Ones.Where(groups.ContainsKey).Select(one => groups[one]).Distinct().ToList())
            {
                if (!home.Overlaps(decision.Others)) continue;
                HashSet<long> leaving = [.. decision.Ones.Where(home.Contains).SelectMany(one => SetOf(joined, one)).Where(home.Contains)];
                MoveOut(groups, leaving);
            }
        }

        foreach (var set in joined.Values.Distinct().OrderBy(set => set.Min()))
        {
            var members = set.Where(groups.ContainsKey).ToList();
            if (members.Count < 2) continue;
            HashSet<long> whole = [.. members.SelectMany(member => groups[member])];
            if (parted.Exists(decision => whole.Overlaps(decision.Ones) && whole.Overlaps(decision.Others))) MoveOut(groups, [.. members]);
            else foreach (var member in whole) groups[member] = whole;
        }
    }

    private static void TryJoin(Dictionary<long, HashSet<long>> joined, List<GroupDecision> parted, GroupDecision decision)
    {
        HashSet<long> whole = [.. decision.Ones.Concat(decision.Others).SelectMany(member => SetOf(joined, member))];
        if (parted.Exists(other => whole.Overlaps(other.Ones) && whole.Overlaps(other.Others))) return;
        foreach (var member in whole) joined[member] = whole;
    }

    private static HashSet<long> SetOf(Dictionary<long, HashSet<long>> joined, long member) => joined.TryGetValue(member, out var set) ? set : [member];

    private static void MoveOut(Dictionary<long, HashSet<long>> groups, HashSet<long> leaving)
    {
        foreach (var member in leaving)
        {
            groups[member].Remove(member);
            groups[member] = leaving;
        }
    }
}
