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
/// Gathers all current tellings of a store anew, lays people's decisions over it, and writes what comes of both in one
/// transaction; or, when only a decision has changed, writes those events anew that it touches.
/// </summary>
internal sealed class StoreGathering(SqliteConnection connection)
{
    private readonly GatheringReader _reader = new(connection, Horizon.Now);

    public GatheringResult Run()
    {
        using var statements = new Statements(connection);
        statements.Run("BEGIN IMMEDIATE");
        try
        {
            var reviews = ReviewRows.Load(connection);
            var anchors = new AnchorFinder(connection);
            new ReviewEffects(connection, statements, anchors).Apply(reviews);

            var origins = OriginFinder.Find(_reader.Documents());
            var tellings = _reader.Tellings();
            // The machine gathers what it has read itself, so that a decision taken back leaves no trace in its groups.
            var machine = Gatherer.Gather(tellings.Values).ConvertAll(group => group.ConvertAll(_reader.MentionOf));
            foreach (var table in new[] { "dispute_claim", "happening_telling", "document_origin", "machine_group" }) connection.Execute($"DELETE FROM {table}");
            foreach (var group in machine)
            {
                var first = group.Min();
                foreach (var mention in group) statements.Run("INSERT INTO machine_group (event_mention_id, first_id) VALUES ($1, $2)", mention, first);
            }

            foreach (var origin in origins)
            {
                foreach (var document in origin.Documents)
                    statements.Run("INSERT INTO document_origin (document_id, origin_id) VALUES ($1, $2)", _reader.DocumentOf(document), _reader.DocumentOf(origin.Id));
            }

            var decisions = new GatheringDecisions(connection, reviews, anchors);
            var events = Write(statements, decisions.Decide(decisions.Group(machine), tellings), origins);
            statements.Run("COMMIT");
            return new GatheringResult(tellings.Count, events.Count, events.Sum(happening => happening.Disputes.Count), origins.Count);
        }
        catch
        {
            statements.Run("ROLLBACK");
            throw;
        }
    }

    /// <summary>Writes anew the events that decisions have changed since they were last written; the caller holds the transaction.</summary>
    /// <param name="statements">The caller's.</param>
    /// <param name="reviews">All decisions.</param>
    /// <param name="anchors">Finds their tellings.</param>
    /// <param name="touched">Tellings that may have changed themselves.</param>
    public void Rewrite(Statements statements, ReviewRows reviews, AnchorFinder anchors, IReadOnlyCollection<long> touched)
    {
        var machine = new Dictionary<long, List<long>>();
        using (var row = statements.Query("SELECT g.event_mention_id, g.first_id FROM machine_group g JOIN event_mention e ON e.id = g.event_mention_id WHERE e.is_current = 1 ORDER BY g.event_mention_id"))
        {
            while (row.Read())
                (machine.TryGetValue(row.GetInt64(1), out var group) ? group : machine[row.GetInt64(1)] = []).Add(row.GetInt64(0));
        }

        // Tellings that came in since the last gathering stand alone until the next.
        var known = machine.Values.SelectMany(group => group).ToHashSet();
        foreach (var mention in touched.Where(known.Add)) machine[-mention] = [mention];

        var standing = new Dictionary<long, string>();
        using (var row = statements.Query("SELECT event_mention_id, happening FROM happening_telling"))
        {
            while (row.Read())
                standing.Add(row.GetInt64(0), row.GetString(1));
        }

        var sizes = standing.Values.GroupBy(happening => happening).ToDictionary(happening => happening.Key, happening => happening.Count());
        var decisions = new GatheringDecisions(connection, reviews, anchors);
        var groups = decisions.Group(machine.Values);
        var changed = groups.FindAll(group =>
            group.Exists(touched.Contains) || !standing.TryGetValue(group[0], out var happening) || sizes[happening] != group.Count
            || !group.TrueForAll(mention => standing.TryGetValue(mention, out var other) && other == happening));
        foreach (var happening in changed.SelectMany(group => group).Where(standing.ContainsKey).Select(mention => standing[mention]).Distinct())
        {
            statements.Run("DELETE FROM dispute_claim WHERE happening = $1", happening);
            statements.Run("DELETE FROM happening_telling WHERE happening = $1", happening);
        }

        var wanted = changed.SelectMany(group => group).ToList();
        Write(statements, decisions.Decide(changed, _reader.Tellings(wanted)), LoadOrigins("[" + string.Join(',', wanted) + "]"));
    }

    private List<Event> Write(Statements statements, List<List<Telling>> groups, IReadOnlyList<Origin> origins)
    {
        var events = EventMaker.EventsOf(groups, origins).ToList();
        foreach (var happening in events) Write(statements, happening);
        return events;
    }

    private List<Origin> LoadOrigins(string mentions)
    {
        using var command = connection.Command(
            """
            SELECT DISTINCT article.key, ifnull(o.origin_id, document.id), ifnull(first.key, article.key) FROM event_mention e JOIN document ON document.id = e.document_id
            JOIN article_version v ON v.id = document.version_id JOIN article ON article.id = v.article_id
            LEFT JOIN document_origin o ON o.document_id = document.id LEFT JOIN document od ON od.id = o.origin_id
            LEFT JOIN article_version ov ON ov.id = od.version_id LEFT JOIN article first ON first.id = ov.article_id
            WHERE e.id IN (SELECT value FROM json_each($mentions)) ORDER BY 2, 1
            """,
            ("$mentions", mentions));
        using var row = command.ExecuteReader();
        var documents = new List<(string Document, string Origin)>();
        while (row.Read())
            documents.Add((row.GetString(0), row.GetString(2)));
        return [.. documents.GroupBy(document => document.Origin).Select(origin => new Origin(origin.Key, [.. origin.Select(document => document.Document)]))];
    }

    private void Write(Statements statements, Event happening)
    {
        var lead = happening.Lead;
        foreach (var telling in happening.Tellings)
        {
            statements.Run(
                "INSERT INTO happening_telling (event_mention_id, happening, is_lead) VALUES ($1, $2, $3)",
                _reader.MentionOf(telling), happening.Id, ReferenceEquals(telling, lead));
        }

        for (var d = 0; d < happening.Disputes.Count; d++)
        {
            var dispute = happening.Disputes[d];
            for (var p = 0; p < dispute.Positions.Count; p++)
            {
                for (var c = 0; c < dispute.Positions[p].Claims.Count; c++)
                {
                    var claim = dispute.Positions[p].Claims[c];
                    statements.Run(
                        """
                        INSERT INTO dispute_claim (happening, ordinal, aspect, position, value, claim, event_mention_id, start, length)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                        """,
                        happening.Id, d, dispute.Aspect, p, dispute.Positions[p].Value, c, _reader.MentionOf(claim.Telling), claim.Span.Start, claim.Span.Length);
                }
            }
        }
    }
}
