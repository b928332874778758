using Dateline.Chronology.Events;
using Dateline.Chronology.Gathering;
using static Dateline.Tests.Chronology.Gathering.Tellings;

namespace Dateline.Tests.Chronology.Gathering;

public sealed class MergedPairTests
{
    [Fact]
    public void Every_pair_of_an_event_can_be_drawn_and_no_other()
    {
        var pairs = MergedPair.Draw(Events(), 100, seed: 1);

        // Three tellings make three pairs, two make one, one makes none.
        Assert.Equal(["a b", "a c", "b c", "d e"], pairs.Select(pair => $"{pair.One.Document} {pair.Other.Document}").Order());
    }

    [Fact]
    public void A_smaller_draw_is_the_beginning_of_a_larger_one_whatever_the_order_of_events()
    {
        var all = MergedPair.Draw(Events(), 4, seed: 1);
        var fewer = MergedPair.Draw(Events().AsEnumerable().Reverse(), 2, seed: 1);

        Assert.Equal(Names(all).Take(2), Names(fewer));
    }

    [Fact]
    public void Other_seeds_draw_in_other_orders() =>
        Assert.NotEqual(1, Enumerable.Range(1, 20).Select(seed => string.Join(' ', Names(MergedPair.Draw(Events(), 4, seed)))).Distinct().Count());

    private static IEnumerable<string> Names(IEnumerable<MergedPair> pairs) => pairs.Select(pair => pair.One.Document + pair.Other.Document);

    private static List<Event> Events() => Gather(
        Of("a", EventKind.Coerce, "blockad", "JNIM", "Bamako", "2025-03-03"),
        Of("b", EventKind.Coerce, "blockad", "JNIM", "Bamako", "2025-03-03"),
        Of("c", EventKind.Coerce, "blockad", "JNIM", "Bamako", "2025-03-03"),
        Of("d", EventKind.Assault, "attack", "JNIM", "Army", "2025-01-03", place: Gao),
        Of("e", EventKind.Assault, "attack", "JNIM", "Army", "2025-01-03", place: Gao),
        Of("f", EventKind.Assault, "attack", "JNIM", "Army", "2025-02-03", place: Kayes));
}
