using Dateline.Learning.Scoring;

namespace Dateline.Tests.Learning.Scoring;

public sealed class ClusterScoreTests
{
    [Fact]
    public void The_same_clusters_under_other_names_are_all_right()
    {
        var score = ClusterScore.Of(Clusters("abc", "de", "f"), Clusters("f", "abc", "de"));

        Assert.Equal(100, score.Conll, 6);
    }

    [Fact]
    public void Two_mentions_moved_between_clusters_give_the_figures_worked_out_by_hand()
    {
        // Gold {a b c} {d e f g}; found {a b} {c d} {f g h i}: the example with which the measures are usually explained.
        var score = ClusterScore.Of(Clusters("abc", "defg"), Clusters("ab", "cd", "fghi"));

        Assert.Equal(40.0, score.Muc.Precision, 6);
        Assert.Equal(40.0, score.Muc.Recall, 6);
        Assert.Equal(50.0, score.BCubed.Precision, 6);
        Assert.Equal(100 * (5.0 / 3 + 1.25) / 7, score.BCubed.Recall, 6);
        Assert.Equal(100 * (0.8 + 0.5) / 3, score.CeafE.Precision, 6);
        Assert.Equal(100 * (0.8 + 0.5) / 2, score.CeafE.Recall, 6);
    }

    [Fact]
    public void A_matching_that_gives_up_the_best_pair_for_a_better_sum_is_found()
    {
        // The best pair ({a b c}, {a b d}), 2/3, leaves nothing for the others; crosswise the two give 1/2 each.
        var score = ClusterScore.Of(Clusters("abc", "d"), Clusters("abd", "c"));

        Assert.Equal(50.0, score.CeafE.Precision, 6);
        Assert.Equal(50.0, score.CeafE.Recall, 6);
    }

    private static Dictionary<string, string> Clusters(params string[] clusters) =>
        clusters.SelectMany(cluster => cluster.Select(mention => (Mention: $"{mention}", cluster))).ToDictionary(entry => entry.Mention, entry => entry.cluster);
}
