using Dateline.Chronology.Gathering;
using Microsoft.Data.Sqlite;

namespace Dateline.Storage;

/// <summary>How much gathering found.</summary>
/// <param name="Tellings">Tellings in current readings.</param>
/// <param name="Events">Happenings they make.</param>
/// <param name="Disputes">Disputes among them.</param>
/// <param name="Origins">Independent witnesses among the documents.</param>
public readonly record struct GatheringResult(int Tellings, int Events, int Disputes, int Origins);

/// <summary>
/// Gathers what came in or went since it was last gathered, with the groups that it touches, and lays people's decisions over it; or, when only
/// a decision has changed, writes those events anew that it touches.
/// </summary>
/// <remarks>
/// A part at a time, each in one transaction: a process that dies leaves the store gathered as far as it came, and the next goes on from there.
/// The result does not depend on the parts nor on the order in which documents came.
/// </remarks>
internal sealed class StoreGathering
{
    // So many documents share a transaction: enough that neighbours share their work, few enough that others need not wait for it.
    private const int Part = 256;
    private const int Recent = 8_000;

    // What gathering makes of the same tellings changes with the program.
    private static readonly string Rules = typeof(Gatherer).Module.ModuleVersionId.ToString();

    private readonly SqliteConnection _connection;
    private readonly Statements _statements;
    private readonly RecentRows<Telling> _tellings;

    /// <summary>Prepares for gathering.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="statements">Statements of the same connection; the caller disposes of them.</param>
    public StoreGathering(SqliteConnection connection, Statements statements)
    {
        _connection = connection;
        _statements = statements;
        _tellings = new RecentRows<Telling>(Recent, LoadTelling);
    }

    /// <summary>Gathers until nothing is left.</summary>
    public void Run()
    {
        if (!IsOfTheseRules()) InTransaction(StartAnew);
        var copies = new CopyIndex(_statements);
        while (IsAnythingLeft()) InTransaction(() => GatherPart(copies));
    }

    private bool IsOfTheseRules() => _statements.Number("SELECT 1 FROM gathered_with WHERE rules = $1", Rules) is not null;

    private bool IsAnythingLeft() => _statements.Number("SELECT 1 FROM ungathered LIMIT 1") is not null;

    private void StartAnew()
    {
        if (IsOfTheseRules()) return;
        foreach (var table in new[] { "dispute_claim", "happening_telling", "document_origin", "machine_group", "telling_block", "telling_likeness", "document_run", "ungathered", "gathered_with" })
            _connection.Execute($"DELETE FROM {table}");
        _statements.Run("INSERT INTO gathered_with (rules) VALUES ($1)", Rules);
        _statements.Run(
            """
            INSERT INTO ungathered (day, document_id) SELECT ifnull(cast(julianday(v.published_day) - 1721425.5 AS INTEGER), $1), document.id
            FROM document JOIN document_sketch s ON s.document_id = document.id JOIN article_version v ON v.id = document.version_id WHERE document.superseded_at IS NULL
            """,
            DateOnly.MaxValue.DayNumber);
    }

    private void GatherPart(CopyIndex copies)
    {
        var come = new List<long>();
        var gone = new List<long>();
        var taken = new List<(long Day, long Document)>();
        using (var row = _statements.Query(
            "SELECT u.document_id, document.superseded_at IS NULL, u.day FROM ungathered u JOIN document ON document.id = u.document_id ORDER BY u.day, u.document_id LIMIT $1", Part))
        {
            while (row.Read())
            {
                (row.GetBoolean(1) ? come : gone).Add(row.GetInt64(0));
                taken.Add((row.GetInt64(2), row.GetInt64(0)));
            }
        }

        var reviews = ReviewRows.Load(_connection);
        var anchors = new AnchorFinder(_connection);
        var effects = new ReviewEffects(_connection, _statements, anchors);
        foreach (var article in DecidedArticlesOf(come)) effects.Apply(reviews, article);

        foreach (var document in gone) copies.Remove(document);
        foreach (var document in come) copies.Add(document);
        copies.Settle();

        var net = new LikenessNet(_statements, _tellings);
        var left = gone.SelectMany(MentionsOf).ToHashSet();
        var bereft = new HashSet<long>();
        foreach (var mention in left)
        {
            net.Remove(mention);
            bereft.UnionWith(FellowsOf(mention));
        }

        var fresh = come.SelectMany(MentionsOf).ToList();
        foreach (var mention in fresh) net.Add(mention);
        foreach (var mention in left)
        {
            Unwrite(mention, bereft);
            _statements.Run("DELETE FROM machine_group WHERE event_mention_id = $1", mention);
        }

        HashSet<long> changed = [.. fresh, .. net.Touched, .. bereft];
        changed.ExceptWith(left);
        var touched = new Regrouping(_statements, net, _tellings).Run(changed);
        touched.UnionWith(fresh);
        touched.UnionWith(bereft.Except(left));
        Rewrite(reviews, anchors, touched);
        foreach (var (day, document) in taken) _statements.Run("DELETE FROM ungathered WHERE day = $1 AND document_id = $2", day, document);
    }

    /// <summary>Writes anew the events that decisions or changed groups have changed since they were last written; the caller holds the transaction.</summary>
    /// <param name="reviews">All decisions.</param>
    /// <param name="anchors">Finds their tellings.</param>
    /// <param name="touched">Tellings that may have changed themselves.</param>
    public void Rewrite(ReviewRows reviews, AnchorFinder anchors, IReadOnlyCollection<long> touched)
    {
        var decisions = new GatheringDecisions(_connection, reviews, anchors);
        var machine = new Dictionary<long, List<long>>();
        var known = new HashSet<long>();
        var standing = new Dictionary<long, string>();
        var sizes = new Dictionary<string, int>(StringComparer.Ordinal);
        // What decisions join and part, and what stands in one event with it, until all of it is at hand.
        var waiting = new Queue<long>(touched.Concat(decisions.OfGroups.SelectMany(decision => decision.Ones.Concat(decision.Others))));
        while (waiting.TryDequeue(out var mention))
        {
            if (!known.Add(mention) || !IsCurrent(mention)) continue;
            // Tellings that came in since the last gathering stand alone until the next.
            var first = _statements.Number("SELECT first_id FROM machine_group WHERE event_mention_id = $1", mention);
            var group = first is { } id ? Ids("SELECT event_mention_id FROM machine_group WHERE first_id = $1", id) : [mention];
            foreach (var member in group.Where(member => member != mention)) waiting.Enqueue(member);
            (machine.TryGetValue(first ?? -mention, out var members) ? members : machine[first ?? -mention] = []).Add(mention);
            if (HappeningOf(mention) is not { } happening) continue;
            standing.Add(mention, happening);
            if (sizes.ContainsKey(happening)) continue;
            var fellows = Ids("SELECT event_mention_id FROM happening_telling WHERE happening = $1", happening);
            sizes.Add(happening, fellows.Count);
            foreach (var fellow in fellows) waiting.Enqueue(fellow);
        }

        foreach (var members in machine.Values) members.Sort();
        var groups = decisions.Group(machine.Values);
        var touchedSet = touched as HashSet<long> ?? [.. touched];
        var changed = groups.FindAll(group =>
            group.Exists(touchedSet.Contains) || !standing.TryGetValue(group[0], out var happening) || sizes[happening] != group.Count
            || !group.TrueForAll(mention => standing.TryGetValue(mention, out var other) && other == happening));
        foreach (var happening in changed.SelectMany(group => group).Where(standing.ContainsKey).Select(mention => standing[mention]).Distinct()) Unwrite(happening);
        Write(decisions, changed);
    }

    private void Unwrite(long mention, HashSet<long> bereft)
    {
        if (HappeningOf(mention) is not { } happening) return;
        bereft.UnionWith(Ids("SELECT event_mention_id FROM happening_telling WHERE happening = $1", happening));
        Unwrite(happening);
    }

    private void Unwrite(string happening)
    {
        _statements.Run("DELETE FROM dispute_claim WHERE happening = $1", happening);
        _statements.Run("DELETE FROM happening_telling WHERE happening = $1", happening);
    }

    private void Write(GatheringDecisions decisions, List<List<long>> groups)
    {
        var tellings = new Dictionary<long, Telling>();
        var mentions = new Dictionary<(string Document, string Id), long>();
        foreach (var mention in groups.SelectMany(group => group))
        {
            var telling = _tellings[mention];
            tellings.Add(mention, telling);
            mentions.Add((telling.Document, telling.Id), mention);
        }

        foreach (var happening in EventMaker.EventsOf(decisions.Decide(groups, tellings), OriginsOf(groups))) Write(happening, mentions);
    }

    private void Write(Event happening, Dictionary<(string Document, string Id), long> mentions)
    {
        var lead = happening.Lead;
        foreach (var telling in happening.Tellings)
        {
            _statements.Run(
                "INSERT INTO happening_telling (event_mention_id, happening, is_lead) VALUES ($1, $2, $3)",
                mentions[(telling.Document, telling.Id)], happening.Id, ReferenceEquals(telling, lead));
        }

        for (var d = 0; d < happening.Disputes.Count; d++)
        {
            var dispute = happening.Disputes[d];
            for (var p = 0; p < dispute.Positions.Count; p++)
            {
                for (var c = 0; c < dispute.Positions[p].Claims.Count; c++)
                {
                    var claim = dispute.Positions[p].Claims[c];
                    _statements.Run(
                        """
                        INSERT INTO dispute_claim (happening, ordinal, aspect, position, value, claim, event_mention_id, start, length)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                        """,
                        happening.Id, d, dispute.Aspect, p, dispute.Positions[p].Value, c, mentions[(claim.Telling.Document, claim.Telling.Id)], claim.Span.Start, claim.Span.Length);
                }
            }
        }
    }

    private List<Origin> OriginsOf(List<List<long>> groups)
    {
        var origins = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var mention in groups.SelectMany(group => group))
        {
            var document = _tellings[mention].Document;
            using var row = _statements.Query(
                """
                SELECT article.key FROM event_mention e JOIN document_origin o ON o.document_id = e.document_id JOIN document ON document.id = o.origin_id
                JOIN article_version v ON v.id = document.version_id JOIN article ON article.id = v.article_id WHERE e.id = $1
                """,
                mention);
            var origin = row.Read() ? row.GetString(0) : document;
            (origins.TryGetValue(origin, out var documents) ? documents : origins[origin] = new SortedSet<string>(StringComparer.Ordinal)).Add(document);
        }

        return [.. origins.Select(origin => new Origin(origin.Key, [.. origin.Value]))];
    }

    private Telling LoadTelling(long mention)
    {
        using var row = _statements.Query("SELECT body FROM telling_sketch WHERE event_mention_id = $1", mention);
        return row.Read() ? Sketches.Read(row.GetString(0)) : throw new InvalidOperationException($"Telling {mention} has no sketch.");
    }

    private string? HappeningOf(long mention)
    {
        using var row = _statements.Query("SELECT happening FROM happening_telling WHERE event_mention_id = $1", mention);
        return row.Read() ? row.GetString(0) : null;
    }

    private List<long> FellowsOf(long mention) =>
        Ids("SELECT other.event_mention_id FROM machine_group own JOIN machine_group other ON other.first_id = own.first_id WHERE own.event_mention_id = $1", mention);

    private List<long> MentionsOf(long document) => Ids("SELECT e.id FROM event_mention e JOIN telling_sketch s ON s.event_mention_id = e.id WHERE e.document_id = $1 ORDER BY e.ordinal", document);

    private bool IsCurrent(long mention) => _statements.Number("SELECT 1 FROM event_mention WHERE id = $1 AND is_current = 1", mention) is not null;

    private List<string> DecidedArticlesOf(List<long> documents)
    {
        var articles = new List<string>();
        foreach (var document in documents)
        {
            using var row = _statements.Query(
                """
                SELECT article.key FROM document JOIN article_version v ON v.id = document.version_id JOIN article ON article.id = v.article_id
                WHERE document.id = $1 AND EXISTS (SELECT 1 FROM review_telling t WHERE t.article = article.key)
                """,
                document);
            if (row.Read()) articles.Add(row.GetString(0));
        }

        return articles;
    }

    private List<long> Ids(string sql, object value)
    {
        using var row = _statements.Query(sql, value);
        var ids = new List<long>();
        while (row.Read()) ids.Add(row.GetInt64(0));
        return ids;
    }

    private void InTransaction(Action work)
    {
        _statements.Run("BEGIN IMMEDIATE");
        try
        {
            work();
            _statements.Run("COMMIT");
        }
        catch
        {
            _statements.Run("ROLLBACK");
            throw;
        }
    }
}
