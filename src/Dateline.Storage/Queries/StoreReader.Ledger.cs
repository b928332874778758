using Dateline.Chronology.Gathering;
using Dateline.Chronology.Reviews;

namespace Dateline.Storage;

/// <content>The ledger of predictions.</content>
public sealed partial class StoreReader
{
    /// <summary>Predictions in current readings as they stand on a day: those that are due first, then the open ones by their day, then the decided, then the refused.</summary>
    /// <param name="today">The day.</param>
    /// <param name="limit">At most so many are looked at, 1 to 500.</param>
    public IReadOnlyList<LedgerLine> Ledger(DateOnly today, int limit = 500)
    {
        var reviews = ReviewRows.Load(_connection);
        var finder = new AnchorFinder(_connection);
        var outcomes = reviews.InForce.Where(row => row.Act == ReviewAct.Outcome && !row.IsBlind)
            .Select(row => (Row: row, Anchor: reviews.AboutOf(row.Id).First()))
            .Select(outcome => (outcome.Row, outcome.Anchor.Article, Words: finder.Map(outcome.Anchor.Article, outcome.Anchor.TextSha256, outcome.Anchor.Words)))
            .ToList();
        var lines = new List<LedgerLine>();
        foreach (var prediction in Predictions(new ListQuery { Limit = limit }).Entries)
        {
            var refusal = Checkability.Refusal(prediction.EventId is not null, prediction.Due, prediction.Certainty);
            var decided = outcomes.FindLast(outcome => outcome.Article == prediction.Article.Id && outcome.Words is { } words && words.Overlaps(prediction.Evidence.Span)).Row;
            var maker = prediction.Speaker?.Words?.Text ?? prediction.Article.Outlet;
            var line = new LedgerLine(prediction, maker, LedgerStatus.Open, refusal, [], decided is null ? null : ReviewLog.LineOf(_connection, reviews, decided));
            var status = decided?.Value switch
            {
                "cameTrue" => LedgerStatus.CameTrue,
                "failed" => LedgerStatus.Failed,
                "unresolvable" => LedgerStatus.Unresolvable,
                _ => refusal is not null ? LedgerStatus.Refused : line.LastDay < today ? LedgerStatus.Due : LedgerStatus.Open,
            };
            lines.Add(line with { Status = status, Proposals = status is LedgerStatus.Due or LedgerStatus.Open ? ProposalsFor(prediction) : [] });
        }

        return [.. lines.OrderBy(line => Order(line.Status)).ThenBy(line => line.LastDay ?? DateOnly.MaxValue).ThenBy(line => line.Prediction.Id, StringComparer.Ordinal)];

        static int Order(LedgerStatus status) => status switch { LedgerStatus.Due => 0, LedgerStatus.Open => 1, LedgerStatus.Refused => 3, _ => 2 };
    }

    private IReadOnlyList<ChronologyLine> ProposalsFor(PredictionLine prediction)
    {
        if (prediction.EventId is not { } id) return [];
        var found = List(
            """
            WITH own AS (SELECT e.id, e.kind, e.document_id, e.place_id, v.published_day FROM event_mention e JOIN document ON document.id = e.document_id
              JOIN article_version v ON v.id = document.version_id WHERE e.event_id = $id AND e.is_current = 1 ORDER BY e.id LIMIT 1)
            SELECT e.id FROM event_mention e
            WHERE e.is_current = 1 AND e.is_shown = 1 AND e.certainty = 0 AND e.is_negative = 0 AND e.standing <= 1 AND e.kind = (SELECT kind FROM own)
              AND e.document_id <> (SELECT document_id FROM own) AND e.first_day >= (SELECT published_day FROM own)
              AND (e.place_id = (SELECT place_id FROM own) OR EXISTS (SELECT 1 FROM event_party p JOIN event_party q ON q.entity_id = p.entity_id
                WHERE p.event_mention_id = e.id AND q.event_mention_id = (SELECT id FROM own)))
            ORDER BY e.sort_key, e.id LIMIT 3
            """,
            row => row.GetInt64(0), ("$id", id));
        return new LineReader(_connection).Read(found);
    }
}
