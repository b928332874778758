using Dateline.Chronology;
using Dateline.Chronology.Claims;
using Dateline.Text;

namespace Dateline.Storage;

/// <summary>Writes one capture with its articles, inside the transaction that <see cref="Intake"/> holds.</summary>
internal sealed class CaptureWriter(Statements statements, Capture capture, HashSet<long> taken, string versionsKey, long now, Func<long> ensureRun)
{
    public IntakeResult Write(IReadOnlyList<Reading> readings, IReadOnlyList<Diagnostic> failures, bool isWhole)
    {
        var captureId = FindOrAddCapture();
        var sum = IntakeResult.Nothing;
        foreach (var reading in readings)
        {
            var name = readings.Count == 1 && reading.Article.Id == capture.Name ? capture.Name : $"{capture.Name}#{reading.Article.Id}";
            if (ReadingCheck.Fault(name, reading) is { } fault)
            {
                WriteFailure(statements, capture.Name, captureId, fault, now);
                sum += IntakeResult.Nothing with { Refused = [fault] };
            }
            else
            {
                sum += WriteArticle(captureId, reading);
            }
        }

        foreach (var failure in failures)
            WriteFailure(statements, capture.Name, captureId, failure, now);
        if (isWhole)
        {
            statements.Run(
                "INSERT OR IGNORE INTO capture_done (capture_id, versions_key, articles, recorded_at) VALUES ($1, $2, $3, $4)",
                captureId, versionsKey, readings.Count, now);
        }

        return sum;
    }

    public static void WriteFailure(Statements statements, string name, long? captureId, Diagnostic failure, long now) => statements.Run(
        """
        INSERT OR IGNORE INTO failed_input (name, capture_id, code, severity, message, place, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
        """,
        name, captureId, failure.Code, (int)failure.Severity, failure.Message, failure.Place ?? string.Empty, now);

    private long FindOrAddCapture()
    {
        var sha256 = Intake.HashOf(capture);
        var contentId = statements.Number("SELECT id FROM content WHERE sha256 = $1", sha256);
        if (contentId is null)
        {
            var packed = Packing.Pack(capture.Bytes.Span, out var packing);
            contentId = statements.Number(
                "INSERT INTO content (sha256, length, packing, bytes, recorded_at) VALUES ($1, $2, $3, $4, $5) RETURNING id",
                sha256, capture.Bytes.Length, packing, packed, now);
        }

        var url = capture.Url ?? string.Empty;
        return statements.Number("SELECT id FROM capture WHERE content_id = $1 AND name = $2 AND url = $3", contentId, capture.Name, url)
            ?? statements.Number(
                """
                INSERT INTO capture (content_id, name, url, media_type, seen_at, recorded_at) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id
                """,
                contentId, capture.Name, url, capture.MediaType, SeenAt, now)!.Value;
    }

    private long SeenAt => capture.SeenAt?.ToUnixTimeMilliseconds() ?? now;

    private IntakeResult WriteArticle(long captureId, Reading reading)
    {
        var article = reading.Article;
        var textSha256 = ClaimIds.HashOf(article.Text);
        var result = IntakeResult.Nothing;

        var (articleId, key) = FindArticle(article, textSha256);
        if (articleId == 0)
        {
            articleId = statements.Number(
                "INSERT INTO article (key, input, local_id, url, recorded_at) VALUES ($1, $2, $3, $4, $5) RETURNING id",
                key, capture.Name, article.Id, article.Url, now)!.Value;
            result = result with { Articles = 1 };
        }

        taken.Add(articleId);
        var versionKey = ClaimIds.Make(
            "version", key, textSha256, article.Title ?? string.Empty, article.Outlet ?? string.Empty, article.Via ?? string.Empty,
            article.Byline ?? string.Empty, article.Published ?? string.Empty, article.Language ?? string.Empty);
        var versionId = statements.Number("SELECT id FROM article_version WHERE key = $1", versionKey);
        var isNew = versionId is null;
        var outletId = OutletId(article.Outlet);
        if (versionId is null)
        {
            versionId = WriteVersion(captureId, articleId, versionKey, textSha256, outletId, reading);
            result = result with { Versions = 1 };
        }

        var number = (int)statements.Number("SELECT number FROM article_version WHERE id = $1", versionId)!.Value;
        result = result with { Kept = [new KeptArticle(key, number, isNew)] };
        if (statements.Number("SELECT id FROM document WHERE version_id = $1 AND versions_key = $2", versionId, versionsKey) is not null)
            return result with { Unchanged = 1 };

        var documents = new DocumentWriter(statements, now);
        var (events, claims) = documents.Write(reading, articleId, key, versionId.Value, outletId, ensureRun(), versionsKey);
        return result with { Documents = 1, Events = events, Claims = claims };
    }

    /// <summary>
    /// Which article this is a state of. With an address: the one of that address. Without: of those that came in under the
    /// same name, the one with the same text, of the same outlet first, else the same title, else the same name within the input, if its text is
    /// largely the same. An edited title makes a new version thereby, and a new first entry of a page does not turn every
    /// entry after it into another's edit.
    /// </summary>
    private (long Id, string Key) FindArticle(Article article, string textSha256)
    {
        if (article.Url is { } url)
        {
            using var row = statements.Query("SELECT id, key FROM article WHERE url = $1", url);
            return row.Read() ? (row.GetInt64(0), row.GetString(1)) : (0, ClaimIds.Make("article", "url", url));
        }

        var title = Folding.Fold(article.Title);
        var outlet = Folding.Fold(article.Outlet);
        var best = (Id: 0L, Key: string.Empty, Rank: 0, Text: string.Empty);
        using (var row = statements.Query(
            """
            SELECT article.id, article.key, article.local_id, v.text_sha256, v.title_folded, v.text, outlet.key
            FROM (
              SELECT id FROM article_version WHERE text_sha256 = $2
              UNION SELECT id FROM article_version WHERE title_folded = $3 AND $3 <> ''
              UNION SELECT named.id FROM article JOIN article_version named ON named.article_id = article.id WHERE article.input = $1 AND article.local_id = $4
            ) found
            JOIN article_version v ON v.id = found.id JOIN article ON article.id = v.article_id LEFT JOIN outlet ON outlet.id = v.outlet_id
            WHERE article.input = $1 AND article.url IS NULL
            ORDER BY v.id DESC
            """,
            capture.Name, textSha256, title, article.Id))
        {
            while (row.Read())
            {
                var sameOutlet = (row.IsDBNull(6) ? string.Empty : row.GetString(6)) == outlet;
                var rank = row.GetString(3) == textSha256 ? sameOutlet ? 4 : 3 : title.Length > 0 && row.GetString(4) == title ? 2 : 1;
                if (rank <= best.Rank) continue;
                var id = row.GetInt64(0);
                // An article that an earlier entry of this capture is already a state of is taken; the same text of the same outlet twice is one.
                if (rank < 4 && taken.Contains(id)) continue;
                if (rank == 1 && !Likeness.IsLargelyTheSame(row.GetString(5), article.Text)) continue;
                best = (id, row.GetString(1), rank, string.Empty);
            }
        }

        return best.Rank > 0 ? (best.Id, best.Key) : (0, ClaimIds.Make("article", "input", capture.Name, article.Id, textSha256));
    }

    private long WriteVersion(long captureId, long articleId, string key, string textSha256, long? outletId, Reading reading)
    {
        var article = reading.Article;
        var number = (statements.Number("SELECT max(number) FROM article_version WHERE article_id = $1", articleId) ?? 0) + 1;
        var id = statements.Number(
            """
            INSERT INTO article_version (
              article_id, number, key, text_sha256, text, title, title_folded, url, outlet_id, via_outlet_id, byline, published, published_day,
              published_basis, published_candidates, language, tags, remainder, capture_id, seen_at, recorded_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21) RETURNING id
            """,
            articleId, number, key, textSha256, article.Text, article.Title, Folding.Fold(article.Title), article.Url, outletId, OutletId(article.Via),
            article.Byline, article.Published, article.DocumentTime is { } time ? Sql.Day(time.Date) : null, article.PublishedBasis,
            StoredJson.Write(article.PublishedCandidates), article.Language, StoredJson.Write(article.Tags), article.Remainder, captureId, SeenAt, now)!.Value;

        var passages = WholePassages.Of(article.Text, article.Passages.Count > 0 ? article.Passages : reading.Document.Passages);
        var points = new Chronology.Export.CodePointMap(article.Text);
        // SQLite's substr, through which the index reads its words again, sees no text after a NUL.
        var visible = article.Text.IndexOf('\0', StringComparison.Ordinal) is >= 0 and var nul ? nul : article.Text.Length;
        for (var i = 0; i < passages.Count; i++)
        {
            var (span, kind) = passages[i];
            var start = points.At(span.Start);
            var passageId = statements.Number(
                """
                INSERT INTO passage (version_id, ordinal, kind, start, length, point_start, point_length) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id
                """,
                id, i, (int)kind, span.Start, span.Length, start, points.At(span.End) - start);
            if (kind != PassageKind.Furniture)
                statements.Run("INSERT INTO passage_index (rowid, words) VALUES ($1, $2)", passageId, article.Text[Math.Min(span.Start, visible)..Math.Min(span.End, visible)]);
        }

        return id;
    }

    private long? OutletId(string? name)
    {
        var key = Folding.Fold(name);
        if (key.Length == 0) return null;
        return statements.Number("SELECT id FROM outlet WHERE key = $1", key)
            ?? statements.Number("INSERT INTO outlet (key, name, recorded_at) VALUES ($1, $2, $3) RETURNING id", key, name!.Trim(), now);
    }
}
