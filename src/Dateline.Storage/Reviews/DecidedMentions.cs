using Dateline.Chronology.Reviews;

namespace Dateline.Storage;

/// <summary>What decisions say of one telling.</summary>
/// <param name="Verdict">accept, reject or withdraw; null when it was only corrected.</param>
/// <param name="Corrections">The last correction of each field.</param>
internal sealed record MentionDecision(string? Verdict, IReadOnlyDictionary<ReviewField, ReviewRow> Corrections)
{
    /// <summary>Whether it counts as nobody's account.</summary>
    public bool IsRejected => Verdict is "reject" or "withdraw";
}

/// <summary>Lays decisions on the tellings that they fall on.</summary>
internal static class DecidedMentions
{
    /// <summary>The tellings that decisions change, in the order of their numbers.</summary>
    /// <param name="decisions">Decisions in force, the oldest first: the later of two holds, and nothing outweighs a withdrawal.</param>
    /// <param name="reviews">All decisions.</param>
    /// <param name="anchors">Finds their tellings.</param>
    /// <param name="isWanted">Which articles; null for all.</param>
    public static SortedDictionary<long, MentionDecision> Of(IEnumerable<ReviewRow> decisions, ReviewRows reviews, AnchorFinder anchors, Func<string, bool>? isWanted = null)
    {
        var verdicts = new Dictionary<long, string>();
        var corrections = new Dictionary<long, Dictionary<ReviewField, ReviewRow>>();
        foreach (var review in decisions)
        {
            foreach (var anchor in reviews.AboutOf(review.Id))
            {
                if (isWanted?.Invoke(anchor.Article) == false) continue;
                if (review.Act == ReviewAct.Withdraw)
                {
                    foreach (var mention in anchors.MentionsOf(anchor.Article)) verdicts[mention] = "withdraw";
                }
                else if (review.Act is ReviewAct.Accept or ReviewAct.Reject or ReviewAct.Correct && anchors.Find(anchor) is { } mention)
                {
                    if (review.Act == ReviewAct.Correct) (corrections.TryGetValue(mention, out var fields) ? fields : corrections[mention] = [])[review.Field!.Value] = review;
                    else if (verdicts.GetValueOrDefault(mention) != "withdraw") verdicts[mention] = review.Act == ReviewAct.Accept ? "accept" : "reject";
                }
            }
        }

        var decided = new SortedDictionary<long, MentionDecision>();
        foreach (var mention in verdicts.Keys.Union(corrections.Keys))
            decided.Add(mention, new MentionDecision(verdicts.GetValueOrDefault(mention), corrections.GetValueOrDefault(mention) ?? []));
        return decided;
    }
}
