using Dateline.Chronology.Reviews;

namespace Dateline.Storage;

/// <content>How far coders agree.</content>
public sealed partial class StoreReader
{
    /// <summary>
    /// The agreement of all coders who decided independently: blind ones, and of the others whoever was first to decide on
    /// a telling; those after him could see what he had decided.
    /// </summary>
    /// <param name="one">The first coder to compare by pairs; null to take the two who share the most tellings.</param>
    /// <param name="other">The second.</param>
    public AgreementReport Agreement(string? one = null, string? other = null)
    {
        var reviews = ReviewRows.Load(_connection);
        var anchors = new AnchorFinder(_connection);
        var corrector = new TellingCorrector(_connection, reviews, anchors);
        var codings = Independent(reviews, anchors)
            .SelectMany(coder => DecidedMentions.Of(coder, reviews, anchors).Select(decided => (Coder: coder.Key, Mention: decided.Key, Decision: decided.Value))).ToList();
        var tellings = new GatheringReader(_connection, Horizon.Now).Tellings(codings.Select(coding => coding.Mention).Distinct());
        var ratings = new List<(string Field, long Mention, Rating Rating)>();
        foreach (var (coder, mention, decision) in codings)
        {
            if (!tellings.TryGetValue(mention, out var telling)) continue;
            foreach (var (field, value) in CodedValues.Of(corrector.Apply(telling, mention, decision), decision.IsRejected))
                ratings.Add((field, mention, new Rating(mention.ToString(System.Globalization.CultureInfo.InvariantCulture), coder, value)));
        }

        var coders = codings.GroupBy(coding => coding.Coder).Select(coder => new Counted(coder.Key, coder.Count()))
            .OrderByDescending(coder => coder.Count).ThenBy(coder => coder.Name, StringComparer.Ordinal).ToList();
        var pair = one is not null && other is not null ? (one, other) : MostShared(codings.Select(coding => (coding.Coder, coding.Mention)).ToLookup(coding => coding.Coder, coding => coding.Mention));
        var all = ratings.ConvertAll(rating => rating.Rating with { Unit = $"{rating.Field} {rating.Rating.Unit}", Value = $"{rating.Field}: {rating.Rating.Value}" });
        var differing = ratings.GroupBy(rating => (rating.Mention, rating.Field)).Where(unit => unit.Select(rating => rating.Rating.Value).Distinct().Count() > 1).ToList();
        return new AgreementReport(
            coders, pair?.One, pair?.Other,
            [.. CodedValues.Fields.Select(field => Of(field, [.. ratings.Where(rating => rating.Field == field).Select(rating => rating.Rating)], pair))],
            Of("all", all, pair), Disagreements(differing), differing.Count);
    }

    private static FieldAgreement Of(string field, List<Rating> ratings, (string One, string Other)? pair)
    {
        var table = ConfusionTable.Of(ratings, pair?.One ?? string.Empty, pair?.Other ?? string.Empty);
        return new FieldAgreement(field, KrippendorffAlpha.Of(ratings), CohenKappa.Of(table), table);
    }

    private List<Disagreement> Disagreements(List<IGrouping<(long Mention, string Field), (string Field, long Mention, Rating Rating)>> differing)
    {
        var mentions = differing.Select(unit => unit.Key.Mention).Distinct().ToList();
        var lines = mentions.Zip(new LineReader(_connection).Read(mentions)).ToDictionary(pair => pair.First, pair => pair.Second);
        return
        [
            .. differing.Select(unit => new Disagreement(unit.Key.Field, lines[unit.Key.Mention], [.. unit.Select(rating => rating.Rating).OrderBy(rating => rating.Coder, StringComparer.Ordinal)]))
                .OrderBy(unit => unit.Line.Time?.Bounds?.First ?? DateOnly.MaxValue).ThenBy(unit => unit.Line.EventId, StringComparer.Ordinal)
                .ThenBy(unit => CodedValues.Fields.ToList().IndexOf(unit.Field)).Take(AgreementReport.MostDisagreements),
        ];
    }

    private static IEnumerable<IGrouping<string, ReviewRow>> Independent(ReviewRows reviews, AnchorFinder anchors)
    {
        var first = new Dictionary<long, string>();
        return reviews.InForce.Where(row => row.Act is ReviewAct.Accept or ReviewAct.Reject or ReviewAct.Correct && IsIndependent(row)).GroupBy(row => row.Coder);

        bool IsIndependent(ReviewRow row)
        {
            if (row.IsBlind) return true;
            if (anchors.Find(reviews.AboutOf(row.Id).First()) is not { } mention) return false;
            return first.TryAdd(mention, row.Coder) || first[mention] == row.Coder;
        }
    }

    private static (string One, string Other)? MostShared(ILookup<string, long> tellings)
    {
        var coders = tellings.Select(coder => coder.Key).Order(StringComparer.Ordinal).ToList();
        return (from one in coders
                from other in coders
                where string.CompareOrdinal(one, other) < 0
                let shared = tellings[one].Intersect(tellings[other]).Count()
                where shared > 0
                orderby shared descending
                select ((string, string)?)(one, other)).FirstOrDefault();
    }
}
