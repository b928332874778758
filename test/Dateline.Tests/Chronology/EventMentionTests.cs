using Dateline.Chronology.Events;
using Dateline.Text;

namespace Dateline.Tests.Chronology;

public sealed class EventMentionTests
{
    private static readonly Party Army = new(TextSpan.FromBounds(0, 8), Entity: 0, Code: null);
    private static readonly Party Rebels = new(TextSpan.FromBounds(20, 26), Entity: 1, Code: null);

    [Fact]
    public void What_two_do_to_each_other_befalls_both() =>
        Assert.Equal([Army, Rebels], Between(EventKind.Consult).Undergoing);

    [Fact]
    public void Of_those_who_clash_nobody_is_told_to_be_hit() =>
        Assert.Empty(Between(EventKind.Assault).Undergoing);

    [Fact]
    public void What_one_does_to_another_befalls_the_other() =>
        Assert.Equal([Rebels], (Between(EventKind.Assault) with { IsReciprocal = false, Actors = [Army], Recipients = [Rebels] }).Undergoing);

    private static EventMention Between(EventKind kind) => new()
    {
        Id = "e1",
        Kind = kind,
        Cameo = "190",
        Trigger = TextSpan.FromBounds(9, 16),
        Evidence = TextSpan.FromBounds(0, 26),
        Actors = [Army, Rebels],
        IsReciprocal = true,
    };
}
