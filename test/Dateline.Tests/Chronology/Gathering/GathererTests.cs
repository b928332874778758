using Dateline.Chronology.Events;
using Dateline.Chronology.Gathering;
using static Dateline.Tests.Chronology.Gathering.Tellings;

namespace Dateline.Tests.Chronology.Gathering;

public sealed class GathererTests
{
    [Fact]
    public void Several_wordings_of_one_act_are_one_event_with_its_origins()
    {
        var events = Gather(
            Of("a", EventKind.Coerce, "blockad", "JNIM", "Bamako", "2025-03-03"),
            Of("b", EventKind.Coerce, "blockad", "JNIM", "Bamako", "2025-03-03", place: Mali),
            Of("c", EventKind.Coerce, "sieg", "JNIM", "Bamako", "2025-03-03"),
            Of("d", EventKind.Coerce, "cut off", "JNIM", "Bamako", "2025-03-03"));

        var happening = Assert.Single(events);
        Assert.Equal(["a", "b", "c", "d"], happening.Tellings.Select(telling => telling.Document));
        Assert.Equal(4, happening.Origins.Count);
        Assert.Empty(happening.Disputes);
    }

    [Fact]
    public void The_same_act_on_other_days_is_another_event() => Assert.Equal(2, Gather(
        Of("a", EventKind.Assault, "attack", "JNIM", "Army", "2025-03-03", place: Gao),
        Of("b", EventKind.Assault, "attack", "JNIM", "Army", "2025-03-09", place: Gao)).Count);

    [Fact]
    public void The_same_act_in_another_town_is_another_event() => Assert.Equal(2, Gather(
        Of("a", EventKind.Assault, "attack", "JNIM", "Army", "2025-03-03", place: Gao),
        Of("b", EventKind.Assault, "attack", "JNIM", "Army", "2025-03-03", place: Kayes)).Count);

    [Fact]
    public void A_town_and_its_region_are_no_contradiction() => Assert.Single(Gather(
        Of("a", EventKind.Assault, "attack", "JNIM", "Army", "2025-03-03", place: Gao),
        Of("b", EventKind.Assault, "attack", "JNIM", "Army", "2025-03-03", place: GaoRegion)));

    [Fact]
    public void Background_that_names_only_the_year_joins_the_old_event() => Assert.Single(Gather(
        Of("a", EventKind.Coerce, "coup", "Army", "Keita", "2020-08-18", "2020-08-19"),
        Of("b", EventKind.Coerce, "coup", "Army", "Keita", "2020-01-01/2020-12-31", "2025-03-12")));

    [Fact]
    public void Undated_news_told_months_apart_is_not_taken_for_one_event() => Assert.Equal(2, Gather(
        Of("a", EventKind.Accuse, "condemn", "ECOWAS", null, null, "2020-08-20"),
        Of("b", EventKind.Accuse, "condemn", "ECOWAS", null, null, "2022-01-26")).Count);

    [Fact]
    public void Undated_news_with_which_articles_open_is_of_their_own_days()
    {
        var seizure = Of("a", EventKind.Coerce, "seiz", "JNIM", "Army", null, "2025-03-12", Gao) with { IsLead = true };

        Assert.Single(Gather(seizure, seizure with { Document = "b", Published = new DateOnly(2025, 3, 14), High = new DateOnly(2025, 3, 14).DayNumber }));
        Assert.Equal(2, Gather(seizure, seizure with { Document = "b", Published = new DateOnly(2025, 3, 30), High = new DateOnly(2025, 3, 30).DayNumber }).Count);
        Assert.Equal(2, Gather(seizure, Of("b", EventKind.Coerce, "seiz", "JNIM", "Army", "2025-02-27", "2025-02-28", Gao)).Count);
        // In the background of a later article it may be another of its kind: nothing says which.
        Assert.Equal(2, Gather(seizure, seizure with { Document = "b", Published = new DateOnly(2025, 3, 30), High = new DateOnly(2025, 3, 30).DayNumber, IsLead = false }).Count);
    }

    [Fact]
    public void The_only_town_of_a_sentence_parts_what_the_act_alone_does_not()
    {
        var attack = Of("a", EventKind.Assault, "attack", "JNIM", "Army", "2025-03-03") with { OnlyTown = Gao };

        Assert.Equal(2, Gather(attack, Of("b", EventKind.Assault, "attack", "JNIM", "Army", "2025-03-03", place: Kayes)).Count);
        Assert.Equal(2, Gather(attack, attack with { Document = "b", OnlyTown = Kayes }).Count);
        Assert.Single(Gather(attack, attack with { Document = "b" }));
        Assert.Single(Gather(attack, Of("b", EventKind.Assault, "attack", "JNIM", "Army", "2025-03-03", place: Mali)));
    }

    [Fact]
    public void Other_named_parties_make_another_event() => Assert.Equal(2, Gather(
        Of("a", EventKind.Consult, "meet", "Mali", "Russia", "2025-03-03"),
        Of("b", EventKind.Consult, "meet", "Chad", "France", "2025-03-03")).Count);

    [Fact]
    public void What_has_nobody_and_no_day_in_common_stays_apart() => Assert.Equal(2, Gather(
        Of("a", EventKind.Protest, "protest"), Of("b", EventKind.Protest, "protest")).Count);

    [Fact]
    public void The_order_in_which_tellings_come_changes_nothing()
    {
        var tellings = Generated(120, 30);
        var expected = Describe(Gather(tellings));

        for (var seed = 1; seed <= 20; seed++)
        {
            var shuffled = tellings.ToArray();
            new Random(seed).Shuffle(shuffled);

            Assert.Equal(expected, Describe(Gather(shuffled)));
        }
    }

    [Fact]
    public void Generated_tellings_find_their_happenings_again()
    {
        var tellings = Generated(2_000, 400);

        var groups = Gatherer.Gather(tellings);

        long right = 0, found = 0, known = tellings.GroupBy(TrueOf).Sum(group => Pairs(group.Count()));
        foreach (var group in groups)
        {
            found += Pairs(group.Count);
            right += group.GroupBy(TrueOf).Sum(same => Pairs(same.Count()));
        }

        Assert.InRange(right / (double)found, 0.95, 1);
        Assert.InRange(right / (double)known, 0.9, 1);

        static long Pairs(int count) => (long)count * (count - 1) / 2;

        static string TrueOf(Telling telling) => telling.Document.Split(' ')[1];
    }

    private static string Describe(List<Event> events) => string.Join('\n', events.Select(happening =>
        $"{happening.Id} {happening.Kind} {happening.Edtf} {string.Join(',', happening.Tellings.Select(telling => telling.Document))} {string.Join(',', happening.Disputes.Select(dispute => dispute.Aspect))}"));

    /// <summary>Tellings of happenings that are known: other outlets, words, dates within a day or none, figures that differ.</summary>
    internal static Telling[] Generated(int count, int happenings)
    {
        var random = new Random(20250312);
        string[] armies = [.. Enumerable.Range(0, 40).Select(i => $"Group {i}")];
        string[][] acts = [["attack", "raid", "assault"], ["seiz", "captur", "take"], ["meet", "talk", "confer"], ["arrest", "detain", "hold"], ["sanction", "punish", "penalis"]];
        EventKind[] kinds = [EventKind.Assault, EventKind.Coerce, EventKind.Consult, EventKind.Coerce, EventKind.Sanction];
        var truths = Enumerable.Range(0, happenings).Select(_ => (
            Act: random.Next(acts.Length), Actor: armies[random.Next(armies.Length)], Recipient: armies[random.Next(armies.Length)],
            Day: new DateOnly(2020, 1, 1).AddDays(random.Next(1_800)), Place: random.Next(3) switch { 0 => Gao, 1 => Kayes, _ => null })).ToArray();
        return
        [
            .. Enumerable.Range(0, count).Select(i =>
            {
                var at = random.Next(happenings);
                var truth = truths[at];
                var day = random.Next(5) == 0 ? null : truth.Day.ToString("yyyy-MM-dd");
                return Of(
                    $"doc{i} {at}", kinds[truth.Act], acts[truth.Act][random.Next(3)], truth.Actor, random.Next(6) == 0 ? null : truth.Recipient, day,
                    truth.Day.AddDays(random.Next(1, 4)).ToString("yyyy-MM-dd"), random.Next(3) == 0 ? null : truth.Place, $"Outlet {i % 5}",
                    numbers: Count("killed", 10 + random.Next(3)));
            }),
        ];
    }
}
