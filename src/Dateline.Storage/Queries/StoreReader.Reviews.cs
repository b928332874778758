using System.Globalization;
using Dateline.Chronology.Reviews;

namespace Dateline.Storage;

/// <summary>A telling that waits for a decision.</summary>
/// <param name="Line">The telling.</param>
/// <param name="Points">How much a decision helps, 0 to 3: doubt (most at a probability of one half), dispute, origins, and whether another coder has decided.</param>
public sealed record QueueLine(ChronologyLine Line, double Points);

/// <summary>Another event that may be the same happening.</summary>
/// <param name="Line">The telling that stands for it.</param>
/// <param name="Shared">How many parties and places both have in common.</param>
public sealed record MergeCandidate(ChronologyLine Line, int Shared);

/// <content>What people have decided, and what waits for them.</content>
public sealed partial class StoreReader
{
    /// <summary>The log, the latest decision first; for a blind coder his own.</summary>
    /// <param name="coder">Only this coder's; null for all.</param>
    /// <param name="limit">Lines on one page, 1 to 500.</param>
    /// <param name="cursor">The page before's <c>Next</c>.</param>
    public ListPage<ReviewLine> Reviews(string? coder = null, int limit = 50, string? cursor = null)
    {
        limit = Math.Clamp(limit, 1, MaximumLimit);
        coder = _blindTo ?? coder;
        var reviews = ReviewRows.Load(_connection);
        var wanted = reviews.All.Where(row => coder is null || row.Coder == coder).Reverse().ToList();
        var after = Cursor.Read(cursor, 1) is [var number] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last : long.MaxValue;
        var page = wanted.Where(row => row.Id < after).Take(limit + 1).ToList();
        var next = page.Count > limit ? Cursor.Write(page[limit - 1].Id.ToString(CultureInfo.InvariantCulture)) : null;
        return new ListPage<ReviewLine>([.. page.Take(limit).Select(row => ReviewLog.LineOf(_connection, reviews, row))], wanted.Count, next);
    }

    /// <summary>Names of all who have signed a decision, in alphabetical order.</summary>
    public IReadOnlyList<string> Coders() => List("SELECT DISTINCT coder FROM review ORDER BY coder", row => row.GetString(0));

    /// <summary>Decisions in force on the tellings of an event, and on the article of each, in the order made; for a blind coder his own.</summary>
    public IReadOnlyList<ReviewLine> ReviewsOf(EventView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var reviews = ReviewRows.Load(_connection);
        if (reviews.All.Count == 0) return [];
        var ids = view.Tellings.Select(telling => telling.EventId).ToHashSet();
        var finder = new AnchorFinder(_connection);
        var places = view.Tellings.Select(telling => (telling.Article.Id, telling.Trigger.Span)).ToHashSet();
        return
        [
            .. reviews.InForce.Where(row => (_blindTo is null ? !row.IsBlind : row.Coder == _blindTo) && reviews.AnchorsOf(row.Id).Any(anchor =>
                    anchor.Anchor.EventId is var id && (ids.Contains(id) || (finder.Map(anchor.Anchor.Article, anchor.Anchor.TextSha256, anchor.Anchor.Words) is { } span && places.Contains((anchor.Anchor.Article, span))))))
                .Select(row => ReviewLog.LineOf(_connection, reviews, row)),
        ];
    }

    /// <summary>The withdrawal in force of an article; null when it is not withdrawn.</summary>
    public ReviewLine? WithdrawalOf(string article)
    {
        var reviews = ReviewRows.Load(_connection);
        return reviews.InForce.LastOrDefault(row => row.Act == ReviewAct.Withdraw && reviews.AboutOf(row.Id).Any(anchor => anchor.Article == article)) is { } row
            ? ReviewLog.LineOf(_connection, reviews, row)
            : null;
    }

    /// <summary>
    /// Tellings that wait for a decision, those first where one helps most. Points are added: up to 1 for doubt, one half
    /// where accounts dispute the event, a tenth for each further independent origin up to one half; for a blind coder, 1
    /// where another coder has decided, so that their agreement can be counted.
    /// </summary>
    /// <param name="coder">Who decides.</param>
    /// <param name="isBlind">Whether he works without sight of others: then what they decided on waits for him too.</param>
    /// <param name="limit">Lines, 1 to 500.</param>
    public ListPage<QueueLine> ReviewQueue(string? coder, bool isBlind, int limit = 10)
    {
        limit = Math.Clamp(limit, 1, MaximumLimit);
        var reviews = ReviewRows.Load(_connection);
        var finder = new AnchorFinder(_connection);
        var mine = Decided(row => isBlind ? row.IsBlind && row.Coder == coder : !row.IsBlind);
        var others = isBlind ? Decided(row => row.Coder != coder) : "[]";
        const string Waiting = "FROM event_mention e WHERE e.is_current = 1 AND e.id NOT IN (SELECT value FROM json_each($mine))";
        var total = (int)(_connection.Number($"SELECT count(*) {Waiting}", ("$mine", mine)) ?? 0);
        var found = List(
            $"""
            WITH origins AS (
              SELECT h.happening, count(DISTINCT o.origin_id) AS n FROM happening_telling h JOIN event_mention m ON m.id = h.event_mention_id
              LEFT JOIN document_origin o ON o.document_id = m.document_id GROUP BY h.happening),
            disputed AS (SELECT DISTINCT happening FROM dispute_claim)
            SELECT e.id, 1 - abs(e.score - 0.5) * 2
              + CASE WHEN h.happening IN (SELECT happening FROM disputed) THEN 0.5 ELSE 0 END
              + min(0.5, 0.1 * (max(1, ifnull((SELECT n FROM origins WHERE origins.happening = h.happening), 1)) - 1))
              + CASE WHEN e.id IN (SELECT value FROM json_each($others)) THEN 1 ELSE 0 END AS points
            FROM event_mention e LEFT JOIN happening_telling h ON h.event_mention_id = e.id
            WHERE e.is_current = 1 AND e.id NOT IN (SELECT value FROM json_each($mine))
            ORDER BY points DESC, e.sort_key, e.id LIMIT $limit
            """,
            row => (Id: row.GetInt64(0), Points: row.GetDouble(1)), ("$mine", mine), ("$others", others), ("$limit", limit));
        var lines = new LineReader(_connection).Read([.. found.Select(line => line.Id)]);
        return new ListPage<QueueLine>([.. lines.Zip(found, (line, place) => new QueueLine(line, Math.Round(place.Points, 2)))], total, null);

        string Decided(Func<ReviewRow, bool> counts) => "[" + string.Join(',', reviews.InForce
            .Where(row => row.Act is ReviewAct.Accept or ReviewAct.Reject or ReviewAct.Correct or ReviewAct.Withdraw && counts(row))
            .SelectMany(row => row.Act == ReviewAct.Withdraw
                ? reviews.AboutOf(row.Id).SelectMany(anchor => MentionsOfArticle(anchor.Article))
                : reviews.AboutOf(row.Id).Select(finder.Find).OfType<long>())
            .Distinct()) + "]";
    }

    /// <summary>Other events that may be the same happening: of the same kind, within ten days, with a party or place in common.</summary>
    /// <param name="id">Id of a telling.</param>
    public IReadOnlyList<MergeCandidate> MergeCandidates(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var found = List(
            """
            WITH own AS (SELECT e.id, e.kind, e.first_day, e.last_day, e.place_id FROM event_mention e WHERE e.event_id = $id AND e.is_current = 1 ORDER BY e.id LIMIT 1),
            kin AS (SELECT other.event_mention_id FROM happening_telling h JOIN happening_telling other ON other.happening = h.happening WHERE h.event_mention_id IN (SELECT id FROM own))
            SELECT e.id, (SELECT count(*) FROM event_party p WHERE p.event_mention_id = e.id
                AND p.entity_id IN (SELECT q.entity_id FROM event_party q WHERE q.event_mention_id IN (SELECT id FROM own)))
              + CASE WHEN e.place_id = (SELECT place_id FROM own) THEN 1 ELSE 0 END AS shared
            FROM event_mention e LEFT JOIN happening_telling h ON h.event_mention_id = e.id
            WHERE e.is_current = 1 AND ifnull(h.is_lead, 1) = 1 AND e.kind = (SELECT kind FROM own) AND e.id <> (SELECT id FROM own) AND e.id NOT IN (SELECT event_mention_id FROM kin)
              AND (e.first_day IS NULL OR (SELECT last_day FROM own) IS NULL OR julianday(e.first_day) - julianday((SELECT last_day FROM own)) <= 10)
              AND (e.last_day IS NULL OR (SELECT first_day FROM own) IS NULL OR julianday((SELECT first_day FROM own)) - julianday(e.last_day) <= 10)
              AND shared > 0
            ORDER BY shared DESC, e.sort_key, e.id LIMIT 5
            """,
            row => (Id: row.GetInt64(0), Shared: row.GetInt32(1)), ("$id", id));
        var lines = new LineReader(_connection).Read([.. found.Select(line => line.Id)]);
        return [.. lines.Zip(found, (line, place) => new MergeCandidate(line, place.Shared))];
    }

    /// <summary>
    /// Id of the telling that stands for an event into which a person has merged this one; null when the event's own
    /// address holds.
    /// </summary>
    /// <param name="id">Id of a telling.</param>
    public string? MergedInto(string id)
    {
        using var command = _connection.Command(
            """
            SELECT lead.event_id FROM event_mention e JOIN happening_telling h ON h.event_mention_id = e.id
            JOIN happening_telling l ON l.happening = h.happening AND l.is_lead = 1 JOIN event_mention lead ON lead.id = l.event_mention_id
            LEFT JOIN machine_group own ON own.event_mention_id = e.id LEFT JOIN machine_group its ON its.event_mention_id = lead.id
            WHERE e.event_id = $id AND e.is_current = 1 AND lead.event_id <> $id AND ifnull(own.first_id, -e.id) <> ifnull(its.first_id, -lead.id) LIMIT 1
            """,
            ("$id", id));
        return command.ExecuteScalar() as string;
    }

    private List<long> MentionsOfArticle(string article) => List(
        """
        SELECT e.id FROM event_mention e JOIN document ON document.id = e.document_id JOIN article_version v ON v.id = document.version_id
        JOIN article ON article.id = v.article_id WHERE article.key = $article AND e.is_current = 1
        """,
        row => row.GetInt64(0), ("$article", article));
}
