using System.Globalization;
using Dateline.Chronology.Events;
using Dateline.Chronology.Gathering;
using Dateline.Chronology.Reviews;

namespace Dateline.Storage;

/// <content>The ledger of predictions.</content>
public sealed partial class StoreReader
{
    // The act foretold, as its article has it.
    private const string Own =
        """
        WITH own AS (SELECT e.id, e.kind, e.document_id, e.place_id, v.published_day, s.body FROM event_mention e JOIN document ON document.id = e.document_id
          JOIN article_version v ON v.id = document.version_id JOIN telling_sketch s ON s.event_mention_id = e.id
          WHERE e.event_id = $id AND e.is_current = 1 ORDER BY e.id LIMIT 1)
        """;

    private const string IsAsserted = "e.is_current = 1 AND e.is_shown = 1 AND e.certainty = 0 AND e.is_negative = 0 AND e.standing <= 1";

    // What is foretold to be done is often coded as a threat: then the words of the act must be the same, not the code.
    private static readonly string IsSuchAct = string.Create(CultureInfo.InvariantCulture,
        $"""
        ((e.kind = own.kind AND own.kind <> {(int)EventKind.Threaten})
          OR json_array_length(s.body, '$.Stems') > 0 AND NOT EXISTS (SELECT 1 FROM json_each(s.body, '$.Stems') WHERE value NOT IN (SELECT value FROM json_each(own.body, '$.Stems')))
          OR json_array_length(own.body, '$.Stems') > 0 AND NOT EXISTS (SELECT 1 FROM json_each(own.body, '$.Stems') WHERE value NOT IN (SELECT value FROM json_each(s.body, '$.Stems'))))
        """);

    private const string IsOfTheSame =
        """
        (e.place_id = own.place_id OR EXISTS (SELECT 1 FROM event_party p JOIN event_party q ON q.entity_id = p.entity_id
          WHERE p.event_mention_id = e.id AND q.event_mention_id = own.id))
        """;

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
            lines.Add(line with { Status = status, Usual = refusal is null ? UsualBefore(prediction) : null, Proposals = status is LedgerStatus.Due or LedgerStatus.Open ? ProposalsFor(prediction) : [] });
        }

        return [.. lines.OrderBy(line => Order(line.Status)).ThenBy(line => line.LastDay ?? DateOnly.MaxValue).ThenBy(line => line.Prediction.Id, StringComparer.Ordinal)];

        static int Order(LedgerStatus status) => status switch { LedgerStatus.Due => 0, LedgerStatus.Open => 1, LedgerStatus.Refused => 3, _ => 2 };
    }

    private UsualOutcome? UsualBefore(PredictionLine prediction)
    {
        if (prediction.EventId is not { } id) return null;
        var months = List(
            $"""
            {Own}
            SELECT max({IsSuchAct}) FROM event_mention e JOIN telling_sketch s ON s.event_mention_id = e.id, own
            WHERE {IsAsserted} AND substr(e.first_day, 1, 7) = substr(e.last_day, 1, 7) AND substr(e.first_day, 1, 7) < substr(own.published_day, 1, 7)
              AND e.first_day >= date(own.published_day, 'start of month', '-24 months') AND {IsOfTheSame}
            GROUP BY substr(e.first_day, 1, 7)
            """,
            row => row.GetBoolean(0), ("$id", id));
        return months.Count < UsualOutcome.FewestMonths ? null : new UsualOutcome(months.Count(isWith => isWith), months.Count);
    }

    private IReadOnlyList<ChronologyLine> ProposalsFor(PredictionLine prediction)
    {
        if (prediction.EventId is not { } id) return [];
        var found = List(
            $"""
            {Own}
            SELECT e.id FROM event_mention e JOIN telling_sketch s ON s.event_mention_id = e.id, own
            WHERE {IsAsserted} AND {IsSuchAct} AND e.document_id <> own.document_id AND e.first_day >= own.published_day AND {IsOfTheSame}
            ORDER BY e.sort_key, e.id LIMIT 3
            """,
            row => row.GetInt64(0), ("$id", id));
        return new LineReader(_connection).Read(found);
    }
}
