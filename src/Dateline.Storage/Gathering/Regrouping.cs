using Dateline.Chronology.Gathering;

namespace Dateline.Storage;

/// <summary>
/// Gathers anew the groups that changed ties touch, and no others; the result is what gathering everything would give.
/// </summary>
/// <remarks>
/// Merging goes from the surest pair down and never parts what it joined, and pairs between two finished groups were all refused. So a union
/// of finished groups, gathered by itself, gives those groups again. A group that comes out as it was has come about as it did, and its pairs
/// with groups outside are refused as before; only what a changed group is tied to must be looked at with it, again and again until nothing
/// new is tied to a changed one. Belongs to one connection and one thread.
/// </remarks>
internal sealed class Regrouping(Statements statements, LikenessNet net, RecentRows<Telling> tellings)
{
    private readonly Dictionary<long, long> _before = [];
    private readonly Dictionary<long, int> _sizes = [];
    private readonly Dictionary<long, List<Tie>> _ties = [];

    /// <summary>Groups anew around some tellings and writes the machine's groups.</summary>
    /// <param name="changed">New tellings, those whose ties changed, and those whose group lost a member.</param>
    /// <returns>All tellings whose group is another than before.</returns>
    public HashSet<long> Run(IReadOnlyCollection<long> changed)
    {
        foreach (var mention in changed) Take(mention);
        HashSet<long> seeds = [.. changed];
        while (true)
        {
            var groups = Groups();
            var others = groups.FindAll(group => !IsAsBefore(group));
            var reached = others.Concat(groups.FindAll(group => group.Exists(seeds.Contains)))
                .SelectMany(group => group).SelectMany(mention => _ties[mention]).Select(tie => tie.Other).Where(mention => !_before.ContainsKey(mention)).ToHashSet();
            if (reached.Count == 0)
            {
                foreach (var group in others) Write(group);
                return [.. others.SelectMany(group => group)];
            }

            foreach (var mention in reached) Take(mention);
        }
    }

    // With the whole group as it was: 0 stands for a telling that was in none.
    private void Take(long mention)
    {
        if (_before.ContainsKey(mention)) return;
        if (statements.Number("SELECT first_id FROM machine_group WHERE event_mention_id = $1", mention) is not { } first)
        {
            Add(mention, 0);
            return;
        }

        var members = new List<long>();
        using (var row = statements.Query("SELECT event_mention_id FROM machine_group WHERE first_id = $1", first))
        {
            while (row.Read()) members.Add(row.GetInt64(0));
        }

        _sizes[first] = members.Count;
        foreach (var member in members) Add(member, first);

        void Add(long member, long group)
        {
            _before[member] = group;
            _ties[member] = net.Of(member);
        }
    }

    private List<List<long>> Groups()
    {
        var all = _before.Keys.Select(mention => (Mention: mention, Telling: tellings[mention])).ToArray();
        Array.Sort(all, static (one, other) => Telling.Compare(one.Telling, other.Telling));
        var places = new Dictionary<long, int>();
        var mentions = new Dictionary<Telling, long>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < all.Length; i++)
        {
            places.Add(all[i].Mention, i);
            mentions.Add(all[i].Telling, all[i].Mention);
        }

        var pairs =
            from one in all
            from tie in _ties[one.Mention]
            where places.TryGetValue(tie.Other, out var other) && places[one.Mention] < other
            select (places[one.Mention], places[tie.Other], tie.Points);
        return Gatherer.Join(Array.ConvertAll(all, each => each.Telling), pairs).ConvertAll(group => group.ConvertAll(telling => mentions[telling]));
    }

    private bool IsAsBefore(List<long> group)
    {
        var first = _before[group[0]];
        return first != 0 && _sizes[first] == group.Count && group.TrueForAll(mention => _before[mention] == first);
    }

    private void Write(List<long> group)
    {
        var first = group.Min();
        foreach (var mention in group)
            statements.Run("INSERT INTO machine_group (event_mention_id, first_id) VALUES ($1, $2) ON CONFLICT (event_mention_id) DO UPDATE SET first_id = $2", mention, first);
    }
}
