using Dateline.Learning.Scoring;

namespace Dateline.Tests.Learning.Scoring;

public sealed class ReliabilityScorerTests
{
    [Fact]
    public void The_error_is_the_distance_of_score_and_share_weighed_by_the_events_of_a_tenth()
    {
        // Tenth 9: mean score .92, half right; tenth 1: mean .1, none right.
        (double, bool)[] told = [(0.90, true), (0.94, false), (0.10, false), (0.10, false)];
        Assert.Equal((0.84 + 0.20) * 100 / 4, ReliabilityScorer.ErrorOf(told)!.Value, 6);
    }

    [Fact]
    public void Scores_that_are_shares_have_no_error_and_nothing_has_none_at_all()
    {
        Assert.Equal(0, ReliabilityScorer.ErrorOf([(0.5, true), (0.5, false)])!.Value, 6);
        Assert.Equal(0, ReliabilityScorer.ErrorOf([(1.0, true)])!.Value, 6);
        Assert.Null(ReliabilityScorer.ErrorOf([]));
    }
}
