using Dateline.Chronology.Events;
using Dateline.Chronology.Reviews;
using Dateline.Text;
using Microsoft.Data.Sqlite;

namespace Dateline.Storage;

/// <summary>
/// Puts together what people have of tellings: the machine's own reading, which claims keep for ever, with what they put
/// right. Each text stands for itself: a decision says nothing of an edited one.
/// </summary>
internal sealed class ReviewedTextReader(SqliteConnection connection)
{
    public IReadOnlyList<ReviewedText> Read()
    {
        var reviews = ReviewRows.Load(connection);
        var decided = reviews.Effective.Where(row => row.Act is ReviewAct.Accept or ReviewAct.Reject or ReviewAct.Correct)
            .Select(row => (Row: row, Anchor: reviews.AboutOf(row.Id).First()))
            .GroupBy(decision => (decision.Anchor.Article, decision.Anchor.TextSha256))
            .OrderBy(text => text.Key.Article, StringComparer.Ordinal).ThenBy(text => text.Key.TextSha256, StringComparer.Ordinal);
        var texts = new List<ReviewedText>();
        foreach (var text in decided)
        {
            var documents = DocumentsOf(text.Key.Article, text.Key.TextSha256);
            if (documents.Count == 0) continue;
            var tellings = TellingsOf(documents.ConvertAll(document => document.Id));
            var reviewed = text.GroupBy(decision => decision.Anchor.Words, decision => decision.Row).OrderBy(telling => telling.Key.Start)
                .Select(telling => Reviewed(telling.Key, [.. telling], documents, tellings)).OfType<ReviewedTelling>().ToList();
            if (reviewed.Count > 0) texts.Add(TextOf(text.Key.Article, text.Key.TextSha256, reviewed, documents, tellings));
        }

        return texts;
    }

    private static ReviewedTelling? Reviewed(TextSpan words, List<ReviewRow> rows, List<StoredDocument> documents, ILookup<long, ReadTelling> tellings)
    {
        // What was decided on is what the latest reading before the decision had there.
        var last = rows[^1];
        var seen = documents.Where(document => document.RecordedAt <= last.RecordedAt).Reverse().Concat(documents)
            .SelectMany(document => tellings[document.Id].Where(telling => telling.Telling.Trigger.Overlaps(words)).OrderByDescending(telling => telling.Telling.Trigger == words))
            .FirstOrDefault()?.Telling;
        if (seen is null) return null;
        foreach (var row in rows.Where(row => row.Act == ReviewAct.Correct)) seen = Corrected(seen, row);
        return new ReviewedTelling(seen, rows.FindLast(row => row.Act is ReviewAct.Accept or ReviewAct.Reject)?.Act != ReviewAct.Reject);
    }

    private static CodedTelling Corrected(CodedTelling telling, ReviewRow row)
    {
        IReadOnlyList<TextSpan> words = row.Words is { } span ? [span] : [];
        return row.Field switch
        {
            ReviewField.Kind => EventKindNames.TryParse(row.Value, out var kind) ? telling with { Kind = kind } : telling,
            ReviewField.Actor => telling with { Actors = words },
            ReviewField.Recipient => telling with { Recipients = words },
            ReviewField.Place => telling with { Place = row.Words },
            ReviewField.Time => telling with { Edtf = row.Value },
            _ => telling with { Numbers = words },
        };
    }

    private List<StoredDocument> DocumentsOf(string article, string sha256)
    {
        using var command = connection.Command(
            """
            SELECT document.id, document.recorded_at, run.program_version, (SELECT min(id) FROM run r WHERE r.versions_key = document.versions_key)
            FROM document JOIN article_version v ON v.id = document.version_id JOIN article ON article.id = v.article_id JOIN run ON run.id = document.run_id
            WHERE article.key = $article AND v.text_sha256 = $sha256 ORDER BY document.id
            """,
            ("$article", article), ("$sha256", sha256));
        using var row = command.ExecuteReader();
        var documents = new List<StoredDocument>();
        while (row.Read())
            documents.Add(new StoredDocument(row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.GetInt64(3)));
        return documents;
    }

    private ILookup<long, ReadTelling> TellingsOf(List<long> documents)
    {
        using var command = connection.Command(
            """
            SELECT c.document_id, c.event_mention_id, c.aspect, c.start, c.length, c.kind, c.edtf, json_extract(s.body, '$.IsShown')
            FROM claim c JOIN telling_sketch s ON s.event_mention_id = c.event_mention_id
            WHERE c.document_id IN (SELECT value FROM json_each($documents)) ORDER BY c.document_id, c.event_mention_id, c.ordinal
            """,
            ("$documents", "[" + string.Join(',', documents) + "]"));
        using var row = command.ExecuteReader();
        var claims = new List<(long Document, long Mention, string Aspect, TextSpan Span, EventKind Kind, string? Edtf, bool IsShown)>();
        while (row.Read())
            claims.Add((row.GetInt64(0), row.GetInt64(1), row.GetString(2), new TextSpan(row.GetInt32(3), row.GetInt32(4)), (EventKind)(row.IntOrNull(5) ?? 0), row.StringOrNull(6), row.GetBoolean(7)));
        return claims.GroupBy(claim => (claim.Document, claim.Mention)).ToLookup(telling => telling.Key.Document, telling =>
        {
            var what = telling.First(claim => claim.Aspect == "what");
            return new ReadTelling(
                new CodedTelling
                {
                    Trigger = what.Span,
                    Kind = what.Kind,
                    Actors = Of("actor"),
                    Recipients = Of("recipient"),
                    Place = Of("place") is [var place, ..] ? place : null,
                    Edtf = telling.FirstOrDefault(claim => claim.Aspect == "time").Edtf,
                    Numbers = Of("number"),
                },
                what.IsShown);

            List<TextSpan> Of(string aspect) => [.. telling.Where(claim => claim.Aspect == aspect).Select(claim => claim.Span)];
        });
    }

    private ReviewedText TextOf(string article, string sha256, List<ReviewedTelling> reviews, List<StoredDocument> documents, ILookup<long, ReadTelling> tellings)
    {
        using var command = connection.Command(
            $"SELECT {LineReader.ArticleColumns}, v.text FROM document {LineReader.ArticleJoins} WHERE document.id = $id", ("$id", documents[^1].Id));
        using var row = command.ExecuteReader();
        row.Read();
        var line = LineReader.ReadArticle(row, 0);
        return new ReviewedText(
            article, sha256, line.Title, line.Outlet, line.Published, line.Language, row.GetString(10), reviews,
            [.. documents.DistinctBy(document => document.Run).Select(document => new TextReading(document.Run, document.Program, [.. tellings[document.Id]]))]);
    }

    private sealed record StoredDocument(long Id, long RecordedAt, string Program, long Run);
}
