using Dateline.Chronology.Gathering;
using Microsoft.Data.Sqlite;

namespace Dateline.Storage;

/// <summary>How much gathering found.</summary>
/// <param name="Tellings">Tellings in current readings.</param>
/// <param name="Events">Happenings they make.</param>
/// <param name="Disputes">Disputes among them.</param>
/// <param name="Origins">Independent witnesses among the documents.</param>
public readonly record struct GatheringResult(int Tellings, int Events, int Disputes, int Origins);

/// <summary>Gathers all current tellings of a store anew and writes what it found in one transaction.</summary>
internal sealed class StoreGathering(SqliteConnection connection)
{
    private readonly Dictionary<string, long> _documents = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Document, string Id), long> _mentions = [];

    public GatheringResult Run()
    {
        using var statements = new Statements(connection);
        statements.Run("BEGIN IMMEDIATE");
        try
        {
            var origins = OriginFinder.Find(LoadDocuments());
            var tellings = LoadTellings();
            var events = EventMaker.EventsOf(Gatherer.Gather(tellings), origins).ToList();
            foreach (var table in new[] { "dispute_claim", "happening_telling", "document_origin" }) connection.Execute($"DELETE FROM {table}");
            foreach (var origin in origins)
            {
                foreach (var document in origin.Documents)
                    statements.Run("INSERT INTO document_origin (document_id, origin_id) VALUES ($1, $2)", _documents[document], _documents[origin.Id]);
            }

            foreach (var happening in events) Write(statements, happening);
            statements.Run("COMMIT");
            return new GatheringResult(tellings.Count, events.Count, events.Sum(happening => happening.Disputes.Count), origins.Count);
        }
        catch
        {
            statements.Run("ROLLBACK");
            throw;
        }
    }

    private List<TextSketch> LoadDocuments()
    {
        // The article's key is the document's name here: two articles of different inputs may bear the same id.
        using var command = connection.Command(
            """
            SELECT document.id, v.published_day, s.agency, s.hashes, article.key FROM document_sketch s JOIN document ON document.id = s.document_id
            JOIN article_version v ON v.id = document.version_id JOIN article ON article.id = v.article_id WHERE document.superseded_at IS NULL
            """);
        using var row = command.ExecuteReader();
        var sketches = new List<TextSketch>();
        while (row.Read())
        {
            var key = row.GetString(4);
            _documents[key] = row.GetInt64(0);
            sketches.Add(new TextSketch(key, row.DayOrNull(1), row.StringOrNull(2), Sketches.Unpack(row.GetFieldValue<byte[]>(3))));
        }

        return sketches;
    }

    private List<Telling> LoadTellings()
    {
        using var command = connection.Command(
            """
            SELECT e.id, s.body, article.key FROM telling_sketch s JOIN event_mention e ON e.id = s.event_mention_id JOIN document ON document.id = e.document_id
            JOIN article_version v ON v.id = document.version_id JOIN article ON article.id = v.article_id WHERE e.is_current = 1
            """);
        using var row = command.ExecuteReader();
        var tellings = new List<Telling>();
        while (row.Read())
        {
            var telling = Sketches.Read(row.GetString(1)) with { Document = row.GetString(2) };
            _mentions[(telling.Document, telling.Id)] = row.GetInt64(0);
            tellings.Add(telling);
        }

        return tellings;
    }

    private void Write(Statements statements, Event happening)
    {
        // The fullest account that may be shown stands for all.
        var lead = happening.Tellings
            .OrderByDescending(telling => telling.IsShown)
            .ThenByDescending(telling => telling.Actors.Count > 0 && telling.Recipients.Count > 0)
            .ThenByDescending(telling => telling.IsDated)
            .ThenByDescending(telling => telling.Score)
            .First();
        foreach (var telling in happening.Tellings)
        {
            statements.Run(
                "INSERT INTO happening_telling (event_mention_id, happening, is_lead) VALUES ($1, $2, $3)",
                MentionOf(telling), happening.Id, ReferenceEquals(telling, lead));
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
                        happening.Id, d, dispute.Aspect, p, dispute.Positions[p].Value, c, MentionOf(claim.Telling), claim.Span.Start, claim.Span.Length);
                }
            }
        }
    }

    private long MentionOf(Telling telling) => _mentions[(telling.Document, telling.Id)];
}
