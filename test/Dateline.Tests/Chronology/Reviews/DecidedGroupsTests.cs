using Dateline.Chronology.Reviews;

namespace Dateline.Tests.Chronology.Reviews;

public sealed class DecidedGroupsTests
{
    private static readonly long[][] Machine = [[1, 2, 3], [4, 5], [6]];

    [Fact]
    public void Without_decisions_the_machine_is_right() => Assert.Equal("1 2 3|4 5|6", Of());

    [Fact]
    public void Whoever_joins_two_tellings_joins_their_groups() => Assert.Equal("1 2 3 6|4 5", Of(Join(6, 2)));

    [Fact]
    public void A_telling_that_is_split_off_stands_alone_and_the_rest_stays() => Assert.Equal("1 2|3|4 5|6", Of(Part([3], [1, 2])));

    [Fact]
    public void Of_two_decisions_that_contradict_the_later_holds()
    {
        Assert.Equal("1 2 3|4 5|6", Of(Part([3], [1, 2]), Join(3, 1)));
        Assert.Equal("1 2|3|4 5|6", Of(Join(3, 1), Part([3], [1, 2])));
        Assert.Equal("1 2 3|4 5|6", Of(Join(6, 2), Part([6], [1, 2, 3])));
    }

    [Fact]
    public void Who_is_joined_to_a_telling_that_is_parted_leaves_the_others_with_it() =>
        Assert.Equal("1 3|2 6|4 5", Of(Part([6], [1, 3]), Join(6, 2)));

    [Fact]
    public void Never_merged_holds_against_a_machine_that_comes_to_gather_them() =>
        Assert.Equal("1 4|2 3", string.Join('|', DecidedGroups.Apply([[1, 2, 3, 4]], [Part([2, 3], [1, 4])]).Select(group => string.Join(' ', group))));

    [Fact]
    public void Tellings_that_are_no_longer_there_change_nothing() => Assert.Equal("1 2 3|4 5|6", Of(Join(99, 98), Part([97], [1]), Join(6, 96)));

    [Fact]
    public void The_order_of_the_machines_groups_changes_nothing() =>
        Assert.Equal(
            DecidedGroups.Apply(Machine, [Join(6, 5), Part([1], [2, 3])]), DecidedGroups.Apply(Machine.Reverse().Select(group => group.Reverse().ToArray()), [Join(6, 5), Part([1], [2, 3])]));

    private static GroupDecision Join(long one, long other) => new(true, [one], [other]);

    private static GroupDecision Part(long[] ones, long[] others) => new(false, ones, others);

    private static string Of(params GroupDecision[] decisions) =>
        string.Join('|', DecidedGroups.Apply(Machine, decisions).Select(group => string.Join(' ', group)));
}
