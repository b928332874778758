using Dateline.Text;
using Microsoft.Data.Sqlite;

namespace Dateline.Storage;

/// <summary>Makes disputes from their rows; the words are read from the texts.</summary>
internal sealed class DisputeReader(SqliteConnection connection)
{
    public IReadOnlyList<DisputeView> OfEvent(string eventId)
    {
        var rows = new List<(int Dispute, string Aspect, int Position, string Value, long Mention, long Version, TextSpan Span)>();
        using (var command = connection.Command(
            """
            SELECT d.ordinal, d.aspect, d.position, d.value, d.event_mention_id, document.version_id, d.start, d.length
            FROM dispute_claim d JOIN event_mention e ON e.id = d.event_mention_id JOIN document ON document.id = e.document_id
            WHERE d.happening IN (SELECT h.happening FROM happening_telling h JOIN event_mention m ON m.id = h.event_mention_id WHERE m.event_id = $event)
            ORDER BY d.ordinal, d.position, d.claim LIMIT 2000
            """,
            ("$event", eventId)))
        {
            using var row = command.ExecuteReader();
            while (row.Read())
            {
                rows.Add((
                    row.GetInt32(0), row.GetString(1), row.GetInt32(2), row.GetString(3), row.GetInt64(4), row.GetInt64(5),
                    new TextSpan(row.GetInt32(6), row.GetInt32(7))));
            }
        }

        var reader = new LineReader(connection);
        var mentions = rows.Select(row => row.Mention).Distinct().ToList();
        var lines = mentions.Zip(reader.Read(mentions)).ToDictionary(pair => pair.First, pair => pair.Second);
        return
        [
            .. from row in rows
               group row by (row.Dispute, row.Aspect) into dispute
               select new DisputeView(
                   dispute.Key.Aspect,
                   [
                       .. from row in dispute
                          group row by (row.Position, row.Value) into position
                          select new PositionView(position.Key.Value, [.. position.Select(row => LineOf(row.Version, row.Span, lines[row.Mention]))]),
                   ]),
        ];

        PositionLine LineOf(long version, TextSpan span, ChronologyLine line) =>
            new(reader.WordsOf(version, span), line.Evidence, line.Speaker, line.Article, line.LocalId);
    }
}
