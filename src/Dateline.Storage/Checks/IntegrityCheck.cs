using Dateline.Chronology.Claims;
using Dateline.Chronology.Reviews;
using Dateline.Text;
using Microsoft.Data.Sqlite;

namespace Dateline.Storage;

/// <summary>
/// Looks through a whole store: the file's own structure, every reference, the hash of every capture and every text, that
/// every span stands inside its text, every claim in its telling, and that decisions and snapshots say what they said.
/// </summary>
internal sealed class IntegrityCheck(Store store, SqliteConnection connection)
{
    // Beyond this many the file is damaged as a whole, and more lines say nothing more.
    private const int MaximumFindings = 100;

    // Every table that points into a text: start, length, and how to come to the version. The names are constants.
    private static readonly (string Table, string Start, string Length, string Joins)[] Spans =
    [
        ("passage", "t.start", "t.length", "passage t JOIN article_version v ON v.id = t.version_id"),
        ("mention", "t.start", "t.length", OfDocument("mention")),
        ("time_mention", "t.start", "t.length", OfDocument("time_mention")),
        ("place_mention", "t.start", "t.length", OfDocument("place_mention")),
        ("attribution", "t.speaker_start", "t.speaker_length", OfDocument("attribution")),
        ("attribution", "t.cue_start", "t.cue_length", OfDocument("attribution")),
        ("attribution_content", "t.start", "t.length", OfDocument("attribution_content")),
        ("event_mention", "t.evidence_start", "t.evidence_length", OfDocument("event_mention")),
        ("event_mention", "t.trigger_start", "t.trigger_length", OfDocument("event_mention")),
        ("event_mention", "t.place_start", "t.place_length", OfDocument("event_mention")),
        ("event_mention", "t.time_start", "t.time_length", OfDocument("event_mention")),
        ("event_party", "t.start", "t.length", OfEvent("event_party")),
        ("event_quantity", "t.start", "t.length", OfEvent("event_quantity")),
        ("event_instrument", "t.start", "t.length", OfEvent("event_instrument")),
        ("prediction", "t.start", "t.length", OfDocument("prediction")),
        ("claim", "t.start", "t.length", OfDocument("claim")),
        ("claim", "t.of_start", "t.of_length", OfDocument("claim")),
        ("dispute_claim", "t.start", "t.length", OfEvent("dispute_claim")),
    ];

    private readonly List<Diagnostic> _findings = [];

    public IReadOnlyList<Diagnostic> Run()
    {
        try
        {
            CheckFile();
            CheckReferences();
            CheckCaptures();
            var lengths = CheckTexts();
            CheckSpans(lengths);
            CheckClaims();
            CheckReviews();
            CheckSnapshots();
            CheckIndex();
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode is SqliteCodes.Busy or SqliteCodes.Locked)
        {
            throw store.Wrap(exception);
        }
        catch (SqliteException exception)
        {
            _findings.Add(StoreMessages.Damaged(store.Path, exception.Message));
        }

        return _findings;
    }

    private bool IsFull => _findings.Count >= MaximumFindings;

    private void CheckFile()
    {
        using var command = connection.Command("PRAGMA integrity_check(20)");
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            if (row.GetString(0) is { } finding and not "ok") _findings.Add(StoreMessages.Damaged(store.Path, finding));
        }
    }

    private void CheckReferences()
    {
        using var command = connection.Command("PRAGMA foreign_key_check");
        using var row = command.ExecuteReader();
        while (row.Read() && !IsFull)
            _findings.Add(StoreMessages.BrokenReference(store.Path, row.GetString(0), row.GetString(2)));
    }

    private void CheckCaptures()
    {
        using var command = connection.Command("SELECT sha256, length, packing, bytes FROM content");
        using var row = command.ExecuteReader();
        while (row.Read() && !IsFull)
        {
            var sha256 = row.GetString(0);
            var bytes = Packing.Unpack((byte[])row.GetValue(3), row.GetString(2), row.GetInt64(1));
            if (bytes is null || Intake.HashOf(new Capture(sha256, bytes)) != sha256) _findings.Add(StoreMessages.CaptureDiffers(sha256));
        }
    }

    private Dictionary<long, (string Article, int Length)> CheckTexts()
    {
        var lengths = new Dictionary<long, (string, int)>();
        using var command = connection.Command(
            "SELECT v.id, article.key, v.number, v.text, v.text_sha256 FROM article_version v JOIN article ON article.id = v.article_id");
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            var article = $"{row.GetString(1)} version {row.GetInt32(2)}";
            var text = row.GetString(3);
            lengths.Add(row.GetInt64(0), (article, text.Length));
            if (!IsFull && ClaimIds.HashOf(text) != row.GetString(4)) _findings.Add(StoreMessages.TextDiffers(article));
        }

        return lengths;
    }

    private void CheckSpans(Dictionary<long, (string Article, int Length)> lengths)
    {
        foreach (var (table, start, length, joins) in Spans)
        {
            using var command = connection.Command(
                $"SELECT v.id, min({start}), max({start} + {length}), min({length}), count(*) FROM {joins} WHERE {start} IS NOT NULL GROUP BY v.id");
            using var row = command.ExecuteReader();
            while (row.Read() && !IsFull)
            {
                var (article, size) = lengths[row.GetInt64(0)];
                if (row.GetInt64(1) < 0 || row.GetInt64(2) > size || row.GetInt64(3) < 0)
                    _findings.Add(StoreMessages.SpanBeyondText(article, table, CountBeyond(row.GetInt64(0), size, start, length, joins)));
            }
        }
    }

    private int CountBeyond(long version, int size, string start, string length, string joins) => (int)connection.Number(
        $"SELECT count(*) FROM {joins} WHERE v.id = $version AND ({start} < 0 OR {length} < 0 OR {start} + {length} > $size)",
        ("$version", version), ("$size", size))!.Value;

    // A claim's id is made of its telling, its field and where its words stand: whichever of them was altered, it no longer fits.
    private void CheckClaims()
    {
        using var command = connection.Command(
            """
            SELECT article.key || ' version ' || v.number, c.id, c.event_id, c.aspect, c.start, c.length, e.id IS NOT NULL AND e.document_id = c.document_id AND e.event_id = c.event_id
            FROM claim c JOIN document d ON d.id = c.document_id JOIN article_version v ON v.id = d.version_id JOIN article ON article.id = v.article_id
            LEFT JOIN event_mention e ON e.id = c.event_mention_id ORDER BY v.id
            """);
        var (orphans, moved) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        using (var row = command.ExecuteReader())
        {
            while (row.Read())
            {
                var article = row.GetString(0);
                if (!row.GetBoolean(6)) orphans[article] = orphans.GetValueOrDefault(article) + 1;
                else if (ClaimIds.Make(row.GetString(2), row.GetString(3), string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{row.GetInt32(4)}+{row.GetInt32(5)}")) != row.GetString(1))
                    moved[article] = moved.GetValueOrDefault(article) + 1;
            }
        }

        foreach (var (article, count) in orphans) Add(StoreMessages.ClaimDiffers(article, "belong to no telling of their reading", count));
        foreach (var (article, count) in moved) Add(StoreMessages.ClaimDiffers(article, "do not point at the words they were made of", count));
    }

    private void CheckReviews()
    {
        var reviews = ReviewRows.Load(connection);
        var texts = new Dictionary<(string Article, string Sha256), int?>();
        foreach (var review in reviews.All)
        {
            var anchors = reviews.AnchorsOf(review.Id).ToList();
            if (review.Key != DecisionDesk.KeyOf(review, anchors)) Add(StoreMessages.ReviewDiffers(review.Key, "is not the one that was signed"));
            if (review.Undoes is { } undoes && !reviews.All.Any(other => other.Id == undoes && other.Id < review.Id)) Add(StoreMessages.ReviewDiffers(review.Key, "takes back what did not come before it"));
            foreach (var (isOther, anchor) in anchors)
            {
                if (LengthOf(anchor.Article, anchor.TextSha256) is not { } length) Add(StoreMessages.ReviewDiffers(review.Key, "falls on a text that is not in the store"));
                else if (anchor.Words.End > length || (!isOther && review.Words?.End > length)) Add(StoreMessages.ReviewDiffers(review.Key, "reaches beyond the text it falls on"));
                else if (review.Act != ReviewAct.Withdraw && !StandsThere(anchor, ofPrediction: review.Act == ReviewAct.Outcome && !isOther)) Add(StoreMessages.ReviewDiffers(review.Key, "falls on words that no reading of its text has"));
            }
        }

        int? LengthOf(string article, string sha256)
        {
            if (texts.TryGetValue((article, sha256), out var known)) return known;
            using var command = connection.Command(
                "SELECT v.text FROM article_version v JOIN article ON article.id = v.article_id WHERE article.key = $article AND v.text_sha256 = $sha256 LIMIT 1",
                ("$article", article), ("$sha256", sha256));
            return texts[(article, sha256)] = (command.ExecuteScalar() as string)?.Length;
        }
    }

    private bool StandsThere(DecisionAnchor anchor, bool ofPrediction)
    {
        var (table, start, length) = ofPrediction ? ("prediction", "t.start", "t.length") : ("event_mention", "t.trigger_start", "t.trigger_length");
        return connection.Number(
            $"SELECT 1 FROM {OfDocument(table)} JOIN article ON article.id = v.article_id WHERE article.key = $article AND v.text_sha256 = $sha256 AND {start} = $start AND {length} = $length LIMIT 1",
            ("$article", anchor.Article), ("$sha256", anchor.TextSha256), ("$start", anchor.Words.Start), ("$length", anchor.Words.Length)) is not null;
    }

    private void CheckSnapshots()
    {
        var (documents, reviews) = (connection.Number("SELECT max(id) FROM document") ?? 0, connection.Number("SELECT max(id) FROM review") ?? 0);
        using var command = connection.Command("SELECT id, last_document, last_review FROM snapshot ORDER BY id");
        using var row = command.ExecuteReader();
        var before = (Document: 0L, Review: 0L);
        while (row.Read())
        {
            var (number, here) = (row.GetInt32(0), (Document: row.GetInt64(1), Review: row.GetInt64(2)));
            if (here.Document > documents || here.Review > reviews) Add(StoreMessages.SnapshotDiffers(number, "knows more than the store holds"));
            else if (here.Document < before.Document || here.Review < before.Review) Add(StoreMessages.SnapshotDiffers(number, "knows less than the one before it"));
            before = here;
        }
    }

    private void Add(Diagnostic finding)
    {
        if (!IsFull) _findings.Add(finding);
    }

    private void CheckIndex()
    {
        try
        {
            // With rank 1 the index is held against the texts themselves, not only against itself.
            connection.Execute("INSERT INTO passage_index (passage_index, rank) VALUES ('integrity-check', 1)");
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode is not (SqliteCodes.Busy or SqliteCodes.Locked))
        {
            _findings.Add(StoreMessages.IndexDiffers(store.Path, exception.Message));
        }
    }

    private static string OfDocument(string table) =>
        $"{table} t JOIN document d ON d.id = t.document_id JOIN article_version v ON v.id = d.version_id";

    private static string OfEvent(string table) =>
        $"{table} t JOIN event_mention e ON e.id = t.event_mention_id JOIN document d ON d.id = e.document_id JOIN article_version v ON v.id = d.version_id";
}
