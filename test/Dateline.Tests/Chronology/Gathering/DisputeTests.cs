using Dateline.Chronology.Events;
using Dateline.Chronology.Gathering;
using static Dateline.Tests.Chronology.Gathering.Tellings;

namespace Dateline.Tests.Chronology.Gathering;

public sealed class DisputeTests
{
    private static readonly Factuality Denied = new(Certainty.Certain, true, Standing.Denied);

    [Fact]
    public void A_figure_that_differs_is_a_dispute_and_no_second_event()
    {
        var happening = Assert.Single(Gather(
            Of("a", EventKind.Assault, "attack", "JNIM", "Army", "2025-03-03", numbers: Count("killed", 40)),
            Of("b", EventKind.Assault, "attack", "JNIM", "Army", "2025-03-03", numbers: Count("killed", 70))));

        var dispute = Assert.Single(happening.Disputes);
        Assert.Equal("number", dispute.Aspect);
        Assert.Equal(["40", "70"], dispute.Positions.Select(position => position.Value));
    }

    [Fact]
    public void A_range_agrees_with_a_number_inside_it() => Assert.Empty(Assert.Single(Gather(
        Of("a", EventKind.Assault, "attack", "JNIM", "Army", "2025-03-03", numbers: Count("killed", 40)),
        Of("b", EventKind.Assault, "attack", "JNIM", "Army", "2025-03-03", numbers: Range("killed", 30, null)))).Disputes);

    [Fact]
    public void A_vague_word_is_no_position() => Assert.Empty(Assert.Single(Gather(
        Of("a", EventKind.Assault, "attack", "JNIM", "Army", "2025-03-03", numbers: Count("killed", 40)),
        Of("b", EventKind.Assault, "attack", "JNIM", "Army", "2025-03-03", numbers: Range("killed", null, null)))).Disputes);

    [Fact]
    public void A_denial_stands_beside_what_it_denies()
    {
        var happening = Assert.Single(Gather(
            Of("a", EventKind.Assault, "attack", "JNIM", "Army", "2025-03-03", place: Gao),
            Of("b", EventKind.Assault, "attack", "JNIM", "Army", "2025-03-03", place: Gao, factuality: Denied, speaker: "the army")));

        var dispute = Assert.Single(happening.Disputes);
        Assert.Equal("happened", dispute.Aspect);
        Assert.Equal(["yes", "no"], dispute.Positions.Select(position => position.Value));
        Assert.Equal("the army", dispute.Positions[1].Claims[0].Telling.Speaker);
    }

    [Fact]
    public void One_outlet_that_raises_its_figure_corrects_itself() => Assert.Empty(Assert.Single(Gather(
        Of("a", EventKind.Assault, "attack", "JNIM", "Army", "2025-03-03", outlet: "Wire", numbers: Count("killed", 40)),
        Of("b", EventKind.Assault, "attack", "JNIM", "Army", "2025-03-03", outlet: "Wire", numbers: Count("killed", 44)))).Disputes);

    [Fact]
    public void A_figure_that_its_outlet_raised_later_is_a_correction_and_no_position_against_others()
    {
        var happening = Assert.Single(Gather(
            Of("a", EventKind.Assault, "attack", "JNIM", "Army", "2025-03-03", "2025-03-04", outlet: "Wire", numbers: Count("killed", 40)),
            Of("b", EventKind.Assault, "attack", "JNIM", "Army", "2025-03-03", "2025-03-05", outlet: "Wire", numbers: Count("killed", 44)),
            Of("c", EventKind.Assault, "attack", "JNIM", "Army", "2025-03-03", "2025-03-05", outlet: "Post", numbers: Count("killed", 70))));

        Assert.Equal(["44", "70"], Assert.Single(happening.Disputes).Positions.Select(position => position.Value).Order());
        var correction = Assert.Single(CorrectionFinder.Find(happening.Tellings));
        Assert.Equal(("number", "Wire"), (correction.Aspect, correction.Outlet));
        Assert.Equal(["40", "44"], correction.Steps.Select(step => step.Value));
    }

    [Fact]
    public void What_somebody_quoted_says_is_not_taken_back_by_the_outlet()
    {
        var happening = Assert.Single(Gather(
            Of("a", EventKind.Assault, "attack", "JNIM", "Army", "2025-03-03", "2025-03-04", outlet: "Wire", speaker: "the governor", numbers: Count("killed", 40)),
            Of("b", EventKind.Assault, "attack", "JNIM", "Army", "2025-03-03", "2025-03-05", outlet: "Wire", numbers: Count("killed", 44))));

        Assert.Equal(["40", "44"], Assert.Single(happening.Disputes).Positions.Select(position => position.Value).Order());
        Assert.Empty(CorrectionFinder.Find(happening.Tellings));
    }

    [Fact]
    public void An_article_that_repeats_the_old_figure_takes_nothing_back()
    {
        var happening = Assert.Single(Gather(
            Of("a", EventKind.Assault, "attack", "JNIM", "Army", "2025-03-03", "2025-03-04", outlet: "Wire", numbers: Count("killed", 40)),
            Of("b", EventKind.Assault, "attack", "JNIM", "Army", "2025-03-03", "2025-03-05", outlet: "Wire", numbers: [Count("killed", 40), Count("killed", 44)]),
            Of("c", EventKind.Assault, "attack", "JNIM", "Army", "2025-03-03", "2025-03-06", outlet: "Wire", numbers: Count("killed", 44))));

        Assert.Equal(["40", "44"], Assert.Single(CorrectionFinder.Find(happening.Tellings)).Steps.Select(step => step.Value));
    }

    [Fact]
    public void Days_that_are_one_apart_are_a_dispute_about_when()
    {
        var happening = Assert.Single(Gather(
            Of("a", EventKind.Assault, "attack", "JNIM", "Army", "2025-03-03", place: Gao),
            Of("b", EventKind.Assault, "attack", "JNIM", "Army", "2025-03-04", place: Gao)));

        Assert.Equal("time", Assert.Single(happening.Disputes).Aspect);
    }

    [Fact]
    public void A_second_account_never_erases_the_first()
    {
        var one = Of("a", EventKind.Assault, "attack", "JNIM", "Army", "2025-03-03", numbers: Count("killed", 40));
        var other = Of("b", EventKind.Assault, "attack", "JNIM", "Army", "2025-03-03", numbers: Count("killed", 70));

        Assert.Equal([one, other], Assert.Single(Gather(other, one)).Tellings);
    }

    [Fact]
    public void What_only_one_origin_tells_is_an_event_too() =>
        Assert.Single(Assert.Single(Gather(Of("a", EventKind.Assault, "attack", "JNIM", "Army", "2025-03-03"))).Origins);
}
