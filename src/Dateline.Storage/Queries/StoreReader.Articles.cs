using Dateline.Chronology.Events;
using Dateline.Text;
using Dateline.Text.Mentions;
using Dateline.Text.Times;
using Microsoft.Data.Sqlite;

namespace Dateline.Storage;

/// <content>Articles, their versions and the bytes they came from.</content>
public sealed partial class StoreReader
{
    /// <summary>One version of an article with what the latest reading found in it; null when there is none.</summary>
    /// <param name="id">Id of the article.</param>
    /// <param name="version">Number of the version; null for the one that the default view shows.</param>
    public ArticleView? Article(string id, int? version = null)
    {
        ArgumentNullException.ThrowIfNull(id);
        using var command = _connection.Command(
            $"""
            SELECT document.id, v.id, v.text, v.published_basis, v.published_candidates, v.tags, v.remainder, document.recorded_at,
              content.sha256, content.length, capture.name, capture.url, capture.media_type, capture.seen_at, {LineReader.ArticleColumns}
            FROM document {LineReader.ArticleJoins} JOIN capture ON capture.id = v.capture_id JOIN content ON content.id = capture.content_id
            WHERE article.key = $id AND ($version IS NULL OR v.number = $version)
            ORDER BY v.seen_at DESC, v.number DESC, document.id DESC LIMIT 1
            """,
            ("$id", id), ("$version", version));
        using var row = command.ExecuteReader();
        if (!row.Read()) return null;

        var document = row.GetInt64(0);
        var versionId = row.GetInt64(1);
        var text = row.GetString(2);
        var lines = new LineReader(_connection);
        var article = LineReader.ReadArticle(row, 14);
        var events = lines.Read(Ids("SELECT id FROM event_mention WHERE document_id = $id ORDER BY ordinal", document), withAlternatives: true);
        var times = Times(document);
        var predictions = Predictions(lines, document, versionId, article, events);
        return new ArticleView
        {
            Article = article,
            Text = text,
            Passages = Passages(versionId),
            Highlights = Highlights(document, events, times, predictions),
            Entities = Entities(document),
            Times = times,
            Attributions = [.. Enumerable.Range(0, Count("attribution", document)).Select(i => lines.SpeakerOf(document, i)!)],
            Events = events,
            Predictions = predictions,
            Diagnostics = Diagnostics(document),
            PublishedBasis = row.StringOrNull(3),
            PublishedCandidates = StoredJson.ReadCandidates(row.GetString(4)),
            Tags = StoredJson.ReadTags(row.GetString(5)),
            Remainder = row.StringOrNull(6),
            Capture = ReadCapture(row, 8),
            Versions = Versions(id),
            RecordedAt = row.Moment(7),
        };
    }

    /// <summary>Id and version number of the articles whose text has this hash, the earliest taken in first.</summary>
    public IReadOnlyList<(string Id, int Version)> ArticlesByText(string sha256)
    {
        using var command = _connection.Command(
            "SELECT article.key, v.number FROM article_version v JOIN article ON article.id = v.article_id WHERE v.text_sha256 = $sha256 ORDER BY v.id LIMIT 100",
            ("$sha256", sha256));
        using var row = command.ExecuteReader();
        var found = new List<(string, int)>();
        while (row.Read())
            found.Add((row.GetString(0), row.GetInt32(1)));
        return found;
    }

    /// <summary>Captured bytes as they came in; null when there are none of that hash, or they can no longer be unpacked.</summary>
    /// <param name="sha256">SHA-256 of the bytes, lower-case hexadecimal.</param>
    public byte[]? CaptureBytes(string sha256)
    {
        using var command = _connection.Command("SELECT bytes, packing, length FROM content WHERE sha256 = $sha256", ("$sha256", sha256));
        using var row = command.ExecuteReader();
        return row.Read() ? Packing.Unpack((byte[])row.GetValue(0), row.GetString(1), row.GetInt64(2)) : null;
    }

    private static CaptureLine ReadCapture(SqliteDataReader row, int at) => new(
        row.GetString(at), row.GetInt64(at + 1), row.GetString(at + 2), row.GetString(at + 3) is { Length: > 0 } url ? url : null, row.StringOrNull(at + 4),
        row.Moment(at + 5));

    private List<VersionLine> Versions(string id)
    {
        using var command = _connection.Command(
            """
            SELECT v.number, v.title, v.text_sha256, v.seen_at, v.recorded_at,
              EXISTS (SELECT 1 FROM document WHERE document.version_id = v.id AND document.superseded_at IS NULL)
            FROM article_version v JOIN article ON article.id = v.article_id WHERE article.key = $id ORDER BY v.number
            """,
            ("$id", id));
        using var row = command.ExecuteReader();
        var versions = new List<VersionLine>();
        while (row.Read())
            versions.Add(new VersionLine(row.GetInt32(0), row.StringOrNull(1), row.GetString(2), row.Moment(3), row.Moment(4), row.GetBoolean(5)));
        return versions;
    }

    private List<Passage> Passages(long version)
    {
        using var command = _connection.Command("SELECT start, length, kind FROM passage WHERE version_id = $id ORDER BY ordinal", ("$id", version));
        using var row = command.ExecuteReader();
        var passages = new List<Passage>();
        while (row.Read())
            passages.Add(new Passage(new TextSpan(row.GetInt32(0), row.GetInt32(1)), (PassageKind)row.GetInt32(2)));
        return passages;
    }

    private List<TimeExpression> Times(long document)
    {
        using var command = _connection.Command(
            "SELECT start, length, type, edtf, anchor, first_day, last_day FROM time_mention WHERE document_id = $id ORDER BY ordinal", ("$id", document));
        using var row = command.ExecuteReader();
        var times = new List<TimeExpression>();
        while (row.Read())
        {
            times.Add(new TimeExpression(
                new TextSpan(row.GetInt32(0), row.GetInt32(1)), (TimeType)row.GetInt32(2), row.StringOrNull(3), (TimeAnchor)row.GetInt32(4),
                LineReader.BoundsOrNull(row, 5)));
        }

        return times;
    }

    private List<EntityLine> Entities(long document)
    {
        using var command = _connection.Command(
            """
            SELECT entity.key, de.name, entity.kind, de.code, de.country, de.sector,
              (SELECT count(*) FROM mention WHERE mention.document_id = de.document_id AND mention.entity = de.ordinal) AS mentions
            FROM document_entity de JOIN entity ON entity.id = de.entity_id WHERE de.document_id = $id ORDER BY mentions DESC, de.ordinal
            """,
            ("$id", document));
        using var row = command.ExecuteReader();
        var entities = new List<EntityLine>();
        while (row.Read())
        {
            entities.Add(new EntityLine(
                row.GetString(0), row.GetString(1), (MentionKind)row.GetInt32(2), row.StringOrNull(3), row.StringOrNull(4), row.StringOrNull(5), row.GetInt32(6)));
        }

        return entities;
    }

    private List<Diagnostic> Diagnostics(long document)
    {
        using var command = _connection.Command(
            "SELECT code, severity, message, place, start, length FROM diagnostic WHERE document_id = $id ORDER BY ordinal", ("$id", document));
        using var row = command.ExecuteReader();
        var diagnostics = new List<Diagnostic>();
        while (row.Read())
            diagnostics.Add(new Diagnostic(row.GetString(0), (Severity)row.GetInt32(1), row.GetString(2), row.StringOrNull(3), LineReader.SpanOrNull(row, 4)));
        return diagnostics;
    }

    private List<PredictionLine> Predictions(
        LineReader lines, long document, long version, ArticleLine article, IReadOnlyList<ChronologyLine> events)
    {
        using var command = _connection.Command(
            "SELECT start, length, due, certainty, attribution, event FROM prediction WHERE document_id = $id ORDER BY ordinal", ("$id", document));
        using var row = command.ExecuteReader();
        var predictions = new List<PredictionLine>();
        while (row.Read())
        {
            predictions.Add(new PredictionLine(
                lines.WordsOf(version, new TextSpan(row.GetInt32(0), row.GetInt32(1))), row.StringOrNull(2), (Certainty)row.GetInt32(3),
                row.IntOrNull(4) is { } speaker ? lines.SpeakerOf(document, speaker) : null,
                row.IntOrNull(5) is { } index && index < events.Count ? events[index].EventId : null, article));
        }

        return predictions;
    }

    private List<Highlight> Highlights(
        long document, IReadOnlyList<ChronologyLine> events, List<TimeExpression> times, List<PredictionLine> predictions)
    {
        var highlights = new List<Highlight>();
        using (var command = _connection.Command(
            """
            SELECT m.start, m.length, m.ordinal, m.kind, entity.key, de.name FROM mention m
            LEFT JOIN document_entity de ON de.document_id = m.document_id AND de.ordinal = m.entity LEFT JOIN entity ON entity.id = de.entity_id
            WHERE m.document_id = $id
            """,
            ("$id", document)))
        {
            using var row = command.ExecuteReader();
            while (row.Read())
                Add(row, HighlightKind.Mention, row.GetInt32(2), row.StringOrNull(4), row.StringOrNull(5), (MentionKind)row.GetInt32(3));
        }

        using (var command = _connection.Command(
            """
            SELECT m.start, m.length, m.ordinal, place.gazetteer_id, place.name FROM place_mention m LEFT JOIN place ON place.id = m.place_id
            WHERE m.document_id = $id
            """,
            ("$id", document)))
        {
            using var row = command.ExecuteReader();
            while (row.Read())
                Add(row, HighlightKind.Place, row.GetInt32(2), row.StringOrNull(3), row.StringOrNull(4), MentionKind.Place);
        }

        using (var command = _connection.Command(
            """
            SELECT a.speaker_start, a.speaker_length, a.ordinal, entity.key, de.name, a.cue_start, a.cue_length FROM attribution a
            LEFT JOIN document_entity de ON de.document_id = a.document_id AND de.ordinal = a.speaker_entity LEFT JOIN entity ON entity.id = de.entity_id
            WHERE a.document_id = $id
            """,
            ("$id", document)))
        {
            using var row = command.ExecuteReader();
            while (row.Read())
            {
                if (!row.IsDBNull(0)) Add(row, HighlightKind.Speaker, row.GetInt32(2), row.StringOrNull(3), row.StringOrNull(4), MentionKind.Other);
                if (LineReader.SpanOrNull(row, 5) is { } cue) highlights.Add(new Highlight(cue, HighlightKind.Cue, null, null, MentionKind.Other, row.GetInt32(2)));
            }
        }

        using (var command = _connection.Command("SELECT start, length, attribution FROM attribution_content WHERE document_id = $id", ("$id", document)))
        {
            using var row = command.ExecuteReader();
            while (row.Read())
                Add(row, HighlightKind.Content, row.GetInt32(2), null, null, MentionKind.Other);
        }

        for (var i = 0; i < times.Count; i++)
            highlights.Add(new Highlight(times[i].Span, HighlightKind.Time, times[i].Edtf, times[i].Edtf, MentionKind.Other, i));
        for (var i = 0; i < events.Count; i++)
        {
            var line = events[i];
            highlights.Add(new Highlight(line.Trigger.Span, HighlightKind.Trigger, line.EventId, line.Kind.ToPlover(), MentionKind.Other, i));
            highlights.Add(new Highlight(line.Evidence.Span, HighlightKind.Evidence, line.EventId, line.Kind.ToPlover(), MentionKind.Other, i));
        }

        for (var i = 0; i < predictions.Count; i++)
            highlights.Add(new Highlight(predictions[i].Evidence.Span, HighlightKind.Prediction, predictions[i].EventId, predictions[i].Due, MentionKind.Other, i));

        highlights.Sort(static (left, right) =>
        {
            var byStart = left.Span.Start.CompareTo(right.Span.Start);
            if (byStart != 0) return byStart;
            var longerFirst = right.Span.Length.CompareTo(left.Span.Length);
            if (longerFirst != 0) return longerFirst;
            var byKind = left.Kind.CompareTo(right.Kind);
            return byKind != 0 ? byKind : left.Index.CompareTo(right.Index);
        });
        return highlights;

        void Add(SqliteDataReader row, HighlightKind kind, int index, string? reference, string? label, MentionKind mentionKind) =>
            highlights.Add(new Highlight(new TextSpan(row.GetInt32(0), row.GetInt32(1)), kind, reference, label, mentionKind, index));
    }

    private int Count(string table, long document) => (int)_connection.Number($"SELECT count(*) FROM {table} WHERE document_id = $id", ("$id", document))!.Value;

    private List<long> Ids(string sql, long document)
    {
        using var command = _connection.Command(sql, ("$id", document));
        using var row = command.ExecuteReader();
        var ids = new List<long>();
        while (row.Read())
            ids.Add(row.GetInt64(0));
        return ids;
    }
}
