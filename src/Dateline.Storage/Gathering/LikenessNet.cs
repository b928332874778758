using Dateline.Chronology.Gathering;

namespace Dateline.Storage;

/// <summary>A pair that may be one happening, seen from one of the two.</summary>
/// <param name="Other">The other telling.</param>
/// <param name="Points">What speaks for it.</param>
internal readonly record struct Tie(long Other, double Points);

/// <summary>
/// The tellings of a store, each in its blocks, and the ties between those that may be one happening: what <see cref="Gatherer"/> finds by
/// looking at all pairs of all blocks, kept up as tellings come and go.
/// </summary>
/// <remarks>
/// In a large block a telling meets only its neighbours in time. One that comes pushes others out of each other's reach, one that goes lets
/// others meet: exactly the pairs that stand as far apart as the reach, on either side of it. Belongs to one connection and one thread.
/// </remarks>
internal sealed class LikenessNet(Statements statements, RecentRows<Telling> tellings)
{
    private const int Reach = TellingBlocks.Neighbours;

    /// <summary>Tellings whose ties have changed otherwise than by their own coming.</summary>
    public HashSet<long> Touched { get; } = [];

    /// <summary>The ties of a telling.</summary>
    public List<Tie> Of(long mention)
    {
        using var row = statements.Query("SELECT other, points FROM telling_likeness WHERE one = $1", mention);
        var ties = new List<Tie>();
        while (row.Read()) ties.Add(new Tie(row.GetInt64(0), row.GetDouble(1)));
        return ties;
    }

    /// <summary>Takes a telling in.</summary>
    public void Add(long mention)
    {
        var seat = SeatOf(mention);
        var near = new HashSet<long>();
        foreach (var block in TellingBlocks.Of(tellings[mention]))
        {
            var added = statements.Run(
                "INSERT OR IGNORE INTO telling_block (block, day, turn, event_mention_id, low, high) VALUES ($1, $2, $3, $4, $5, $6)",
                block, seat.Day, seat.Turn, mention, seat.Low, seat.High);
            if (added == 0) continue;
            var count = CountOf(block);
            if (count <= TellingBlocks.WholeBlock)
            {
                near.UnionWith(MembersOf(block).Where(seat.Meets).Select(member => member.Mention));
                continue;
            }

            var (before, after) = (NeighboursOf(block, seat, isBefore: true), NeighboursOf(block, seat, isBefore: false));
            near.UnionWith(before.Concat(after).Where(seat.Meets).Select(member => member.Mention));
            if (count == TellingBlocks.WholeBlock + 1)
            {
                foreach (var (one, other) in FarPairs(MembersOf(block), Reach + 1)) Part(one, other);
            }
            else
            {
                foreach (var (one, other) in Across(before, after)) Part(one, other);
            }
        }

        near.Remove(mention);
        foreach (var other in near) Meet(mention, other);
    }

    /// <summary>Takes a telling out; one that is not there changes nothing.</summary>
    public void Remove(long mention)
    {
        var seat = SeatOf(mention);
        foreach (var block in TellingBlocks.Of(tellings[mention]))
        {
            var count = CountOf(block);
            var removed = statements.Run("DELETE FROM telling_block WHERE block = $1 AND day = $2 AND turn = $3 AND event_mention_id = $4", block, seat.Day, seat.Turn, mention);
            if (removed == 0 || count <= TellingBlocks.WholeBlock) continue;
            var met = count == TellingBlocks.WholeBlock + 1
                ? FarPairs(MembersOf(block), Reach)
                : Across(NeighboursOf(block, seat, isBefore: true), NeighboursOf(block, seat, isBefore: false));
            foreach (var (one, other) in met)
            {
                if (!one.Meets(other) || HasTie(one.Mention, other.Mention) || !Meet(one.Mention, other.Mention)) continue;
                Touched.Add(one.Mention);
                Touched.Add(other.Mention);
            }
        }

        foreach (var tie in Of(mention))
        {
            Touched.Add(tie.Other);
            Untie(mention, tie.Other);
        }
    }

    private bool Meet(long one, long other)
    {
        var (left, right) = (tellings[one], tellings[other]);
        var likeness = Telling.Compare(left, right) < 0 ? Gatherer.Weigh(left, right) : Gatherer.Weigh(right, left);
        if (!likeness.IsAlike) return false;
        const string Insert = "INSERT OR IGNORE INTO telling_likeness (one, other, points, reasons) VALUES ($1, $2, $3, $4)";
        statements.Run(Insert, one, other, likeness.Points, (int)likeness.Reasons);
        statements.Run(Insert, other, one, likeness.Points, (int)likeness.Reasons);
        return true;
    }

    private void Part(Seat one, Seat other)
    {
        if (!one.Meets(other) || !HasTie(one.Mention, other.Mention) || AreInReach(one, other)) return;
        Untie(one.Mention, other.Mention);
        Touched.Add(one.Mention);
        Touched.Add(other.Mention);
    }

    private void Untie(long one, long other)
    {
        statements.Run("DELETE FROM telling_likeness WHERE one = $1 AND other = $2", one, other);
        statements.Run("DELETE FROM telling_likeness WHERE one = $1 AND other = $2", other, one);
    }

    private bool HasTie(long one, long other) => statements.Number("SELECT 1 FROM telling_likeness WHERE one = $1 AND other = $2", one, other) is not null;

    // Parted in one block they may still meet in another.
    private bool AreInReach(Seat one, Seat other)
    {
        var blocks = TellingBlocks.Of(tellings[other.Mention]);
        foreach (var block in TellingBlocks.Of(tellings[one.Mention]).Where(blocks.Contains))
        {
            // While a telling is being taken in, its later blocks are still to come.
            if (!IsIn(block, one) || !IsIn(block, other)) continue;
            if (CountOf(block) <= TellingBlocks.WholeBlock || NeighboursOf(block, one, isBefore: false).Exists(seat => seat.Mention == other.Mention)
                || NeighboursOf(block, one, isBefore: true).Exists(seat => seat.Mention == other.Mention))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsIn(long block, Seat seat) =>
        statements.Number("SELECT 1 FROM telling_block WHERE block = $1 AND day = $2 AND turn = $3 AND event_mention_id = $4", block, seat.Day, seat.Turn, seat.Mention) is not null;

    private static IEnumerable<(Seat, Seat)> FarPairs(List<Seat> members, int least) =>
        from one in Enumerable.Range(0, members.Count)
        from other in Enumerable.Range(one + 1, members.Count - one - 1)
        where other - one >= least
        select (members[one], members[other]);

    // With one telling between them they stand one further apart than the reach, without it just within.
    private static IEnumerable<(Seat, Seat)> Across(List<Seat> before, List<Seat> after)
    {
        for (var back = 1; back <= Reach; back++)
        {
            var on = Reach + 1 - back;
            if (back <= before.Count && on <= after.Count) yield return (before[back - 1], after[on - 1]);
        }
    }

    private Seat SeatOf(long mention)
    {
        var telling = tellings[mention];
        return new Seat(mention, TellingBlocks.DayOf(telling), TellingBlocks.TurnOf(telling), telling.Low, telling.High);
    }

    // Counts no further than it matters.
    private int CountOf(long block) =>
        (int)statements.Number("SELECT count(*) FROM (SELECT 1 FROM telling_block WHERE block = $1 LIMIT $2)", block, TellingBlocks.WholeBlock + 2)!.Value;

    private List<Seat> MembersOf(long block) =>
        Read(statements.Query("SELECT event_mention_id, day, turn, low, high FROM telling_block WHERE block = $1 ORDER BY day, turn, event_mention_id", block));

    private List<Seat> NeighboursOf(long block, Seat seat, bool isBefore) => Read(statements.Query(
        isBefore
            ? "SELECT event_mention_id, day, turn, low, high FROM telling_block WHERE block = $1 AND (day, turn, event_mention_id) < ($2, $3, $4) ORDER BY day DESC, turn DESC, event_mention_id DESC LIMIT $5"
            : "SELECT event_mention_id, day, turn, low, high FROM telling_block WHERE block = $1 AND (day, turn, event_mention_id) > ($2, $3, $4) ORDER BY day, turn, event_mention_id LIMIT $5",
        block, seat.Day, seat.Turn, seat.Mention, Reach));

    private static List<Seat> Read(Microsoft.Data.Sqlite.SqliteDataReader row)
    {
        using (row)
        {
            var seats = new List<Seat>();
            while (row.Read()) seats.Add(new Seat(row.GetInt64(0), row.GetInt32(1), row.GetInt64(2), row.GetInt32(3), row.GetInt32(4)));
            return seats;
        }
    }

    /// <summary>Where a telling stands in its blocks, and the days on which it may have been.</summary>
    private readonly record struct Seat(long Mention, int Day, long Turn, int Low, int High)
    {
        // Days further apart than one make one happening impossible, and then nothing need be read to know it.
        public bool Meets(Seat other) => (long)Math.Max(Low, other.Low) - Math.Min(High, other.High) <= 1;
    }
}
