using Dateline.Learning.Corpora;
using Dateline.Learning.Scoring;

namespace Dateline.Tests.Learning.Scoring;

public sealed class TemporalAwarenessTests
{
    [Fact]
    public void A_timeline_is_all_right_against_itself()
    {
        var timeline = Of(Entry(1, "2001", "a"), Entry(1, "2001", "b"), Entry(2, null, "c"), Entry(3, "2002-05-01", "d"));

        // a–b, a<c, c<d, a in 2001, d on 1 May: “b in 2001” follows and is not counted.
        Assert.Equal(new RelationShare(5, 5), timeline.HeldBy(timeline));
    }

    [Fact]
    public void What_follows_from_the_other_timeline_counts_as_held_there()
    {
        var shorter = Of(Entry(1, "2001", "a"), Entry(2, "2003", "c"));
        var longer = Of(Entry(1, "2001", "a"), Entry(2, "2002", "b"), Entry(3, "2003", "c"));

        // a<c follows from a<b and b<c. Of the longer, a<b and b<c and b's year are unknown to the shorter.
        Assert.Equal(new RelationShare(3, 3), shorter.HeldBy(longer));
        Assert.Equal(new RelationShare(2, 5), longer.HeldBy(shorter));
    }

    [Fact]
    public void Being_at_the_same_time_lends_its_time()
    {
        var told = Of(Entry(1, "2001", "b"));
        var gold = Of(Entry(1, "2001", "a", "b"));

        Assert.Equal(new RelationShare(1, 1), told.HeldBy(gold));

        // a–b and “a in 2001”: a is unknown to the other.
        Assert.Equal(new RelationShare(0, 2), gold.HeldBy(told));
    }

    [Fact]
    public void An_order_turned_round_is_wrong_and_times_may_still_be_right()
    {
        var one = Of(Entry(1, "2001", "a"), Entry(2, "2002", "b"));
        var other = Of(Entry(1, "2002", "b"), Entry(2, "2001", "a"));

        Assert.Equal(new RelationShare(2, 3), one.HeldBy(other));
    }

    [Fact]
    public void What_has_no_place_in_the_order_takes_no_part()
    {
        var one = Of(Entry(0, "2001", "x"), Entry(1, null, "a"));

        Assert.Equal(new RelationShare(0, 0), one.HeldBy(one));
        Assert.Equal(["a"], one.Tellings.Select(telling => telling.Words));
    }

    private static TemporalAwareness Of(params TimelineEntry[] entries) => new(entries);

    private static TimelineEntry Entry(int order, string? date, params string[] words) => new(order, date, [.. words.Select(word => new TimelineMention("d", 1, word))]);
}
