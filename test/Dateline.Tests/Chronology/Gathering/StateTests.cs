using Dateline.Chronology.Events;
using Dateline.Chronology.Gathering;
using static Dateline.Tests.Chronology.Gathering.Tellings;

namespace Dateline.Tests.Chronology.Gathering;

public sealed class StateTests
{
    private static readonly TellingParty Bloc = Named("ECOWAS", "IGO WAF");

    [Fact]
    public void Sanctions_hold_from_their_imposing_to_their_lifting()
    {
        var fact = Assert.Single(States(
            Of("a", EventKind.Coerce, "sanction", "ECOWAS", "Mali", "2022-01-09", "2022-01-10"),
            Of("b", EventKind.Retreat, "sanction", "ECOWAS", "Mali", "2022-07-03", "2022-07-04")));

        Assert.Equal(("Mali", StateRelation.Sanctioned, "ECOWAS"), (fact.Subject.Name, fact.Relation, fact.Object.Name));
        Assert.Equal(StateAnswer.DidNotHold, fact.On(new DateOnly(2022, 1, 8)));
        Assert.Equal(StateAnswer.Held, fact.On(new DateOnly(2022, 3, 1)));
        Assert.Equal(StateAnswer.DidNotHold, fact.On(new DateOnly(2022, 7, 4)));
    }

    [Fact]
    public void What_was_never_told_to_end_is_unknown_and_never_still()
    {
        var fact = Assert.Single(States(Of("a", EventKind.Coerce, "sanction", "ECOWAS", "Mali", "2022-01-09", "2022-01-10")));

        Assert.Equal(StateEndKind.Unknown, fact.EndKind);
        Assert.Equal(StateAnswer.Unknown, fact.On(new DateOnly(2025, 1, 1)));
    }

    [Fact]
    public void A_state_without_a_beginning_is_not_true_in_every_past_year()
    {
        var fact = Assert.Single(States(Of("a", EventKind.Retreat, "sanction", "ECOWAS", "Mali", "2022-07-03", "2022-07-04")));

        Assert.Equal(StateEndKind.Unknown, fact.StartKind);
        Assert.Equal(StateAnswer.Unknown, fact.On(new DateOnly(1999, 1, 1)));
    }

    [Fact]
    public void Who_leaves_a_body_is_a_member_no_more()
    {
        var leaving = Of("a", EventKind.Sanction, "withdraw", "Mali", "ECOWAS", "2025-01-29", "2025-01-30") with { Recipients = [Bloc] };

        var fact = Assert.Single(States(leaving));

        Assert.Equal((StateRelation.Member, StateAnswer.DidNotHold), (fact.Relation, fact.On(new DateOnly(2025, 2, 1))));
    }

    [Fact]
    public void A_threat_of_sanctions_opens_nothing() => Assert.Empty(States(
        Of("a", EventKind.Coerce, "sanction", "ECOWAS", "Mali", "2022-01-09", factuality: new Factuality(Certainty.Probable, false, Standing.Threatened))));

    [Theory]
    [InlineData("the town of Gao", "Gao")]
    [InlineData("the Kolo mine", "the Kolo mine")]
    public void What_is_held_is_what_was_taken_and_not_what_it_lies_near(string taken, string held)
    {
        var seizure = Of("a", EventKind.Coerce, "captur", "Mali", taken, "2025-11-15", "2025-11-16") with
        {
            Mode = "seize",
            Cameo = "192",
            Place = Gao,
            PlaceText = "Gao",
            Recipients = [Named(taken, "x")],
        };

        Assert.Equal(held, Assert.Single(States(seizure)).Object.Name);
    }

    private static List<StateFact> States(params Telling[] tellings) => StateFinder.Find(Gather(tellings));
}
