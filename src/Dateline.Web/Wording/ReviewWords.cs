using Dateline.Chronology.Reviews;
using Dateline.Storage;

namespace Dateline.Web.Wording;

/// <summary>Decisions in words.</summary>
internal static class ReviewWords
{
    public static string Say(ReviewLine review) => review.Act switch
    {
        ReviewAct.Accept => "accepted",
        ReviewAct.Reject => "rejected",
        ReviewAct.Correct => $"{Say(review.Field)} corrected",
        ReviewAct.Note => "remark",
        ReviewAct.Merge => "merged with another event",
        ReviewAct.Split => "split off",
        ReviewAct.Apart => "never to be merged",
        ReviewAct.Withdraw => "article withdrawn",
        ReviewAct.Outcome => "outcome",
        _ => "taken back",
    };

    public static string Say(ReviewField? field) => field switch
    {
        ReviewField.Kind => "what",
        ReviewField.Actor => "who",
        ReviewField.Recipient => "to whom",
        ReviewField.Place => "where",
        ReviewField.Time => "when",
        _ => "how many",
    };
}
