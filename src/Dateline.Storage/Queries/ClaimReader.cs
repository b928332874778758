using Dateline.Chronology.Claims;
using Dateline.Chronology.Events;
using Dateline.Text;
using Dateline.Text.Places;
using Microsoft.Data.Sqlite;

namespace Dateline.Storage;

/// <summary>Makes claims again from their rows.</summary>
internal sealed class ClaimReader(SqliteConnection connection)
{
    private readonly LineReader _lines = new(connection);

    public IReadOnlyList<ClaimView> OfEvent(string eventId)
    {
        var claims = new List<ClaimView>();
        using var command = connection.Command(
            $"""
            SELECT c.id, c.event_id, c.document_id, document.version_id, c.aspect, c.start, c.length, c.attribution, c.certainty, c.is_negative, c.standing,
              c.kind, c.mode, c.cameo, c.entity, c.code, entity.key, de.name, entity.kind, c.edtf, c.time_basis, c.first_day, c.last_day,
              c.start, c.length, c.value, c.low, c.high, c.unit, c.of_start, c.of_length, c.quantity_kind, e.place_is_metonymic,
              passage.start, passage.length, e.is_current, c.recorded_at, {LineReader.ArticleColumns}, {LineReader.PlaceColumns}
            FROM claim c JOIN event_mention e ON e.id = c.event_mention_id JOIN document ON document.id = c.document_id {LineReader.ArticleJoins}
            LEFT JOIN place ON place.id = c.place_id LEFT JOIN passage ON passage.id = e.passage_id
            LEFT JOIN document_entity de ON de.document_id = c.document_id AND de.ordinal = c.entity LEFT JOIN entity ON entity.id = de.entity_id
            WHERE c.event_id = $event ORDER BY e.is_current DESC, c.document_id, c.ordinal LIMIT 5000
            """,
            ("$event", eventId));
        using var row = command.ExecuteReader();
        while (row.Read())
            claims.Add(ReadClaim(row));
        return claims;
    }

    private ClaimView ReadClaim(SqliteDataReader row)
    {
        var document = row.GetInt64(2);
        var version = row.GetInt64(3);
        var span = new TextSpan(row.GetInt32(5), row.GetInt32(6));
        var article = LineReader.ReadArticle(row, 37);
        var aspect = row.GetString(4);
        PartyLine? party = null;
        Assertion asserts;
        switch (aspect)
        {
            case "what":
                asserts = new Assertion.Occurred((EventKind)row.GetInt32(11), row.StringOrNull(12), row.GetString(13));
                break;
            case "actor" or "recipient":
                asserts = new Assertion.TookPart(new Party(span, row.IntOrNull(14) ?? -1, row.StringOrNull(15)), aspect == "actor");
                party = _lines.MakeParty(version, new StoredParty(
                    span, row.StringOrNull(16), row.StringOrNull(17), (Text.Mentions.MentionKind)(row.IntOrNull(18) ?? 0), row.StringOrNull(15)));
                break;
            case "place":
                asserts = new Assertion.HappenedAt(new PlaceMention(span, LineReader.ReadPlace(row, 47), [], !row.IsDBNull(32) && row.GetBoolean(32)));
                break;
            case "time":
                asserts = new Assertion.HappenedOn(new EventTime(row.StringOrNull(19), (TimeBasis)row.GetInt32(20), span, LineReader.BoundsOrNull(row, 21)));
                break;
            default:
                asserts = new Assertion.Numbered(LineReader.ReadQuantity(row, 23));
                break;
        }

        var attribution = row.IntOrNull(7) is { } index ? ReadAttribution(document, index) : null;
        var claim = new Claim(
            row.GetString(0), row.GetString(1), new Evidence(article.TextSha256, span), asserts, attribution,
            new Factuality((Certainty)row.GetInt32(8), row.GetBoolean(9), (Standing)row.GetInt32(10)));
        var passage = LineReader.SpanOrNull(row, 33) is { } around && around.Contains(span) ? around : PassageAround(version, span);
        return new ClaimView(
            claim, _lines.WordsOf(version, span), _lines.WordsOf(version, passage),
            row.IntOrNull(7) is { } speaker ? _lines.SpeakerOf(document, speaker) : null, party, article, !row.GetBoolean(35), row.Moment(36));
    }

    // A claim's words need not stand in the passage of its event's evidence: a date may come from an earlier paragraph.
    private TextSpan PassageAround(long version, TextSpan span)
    {
        using var command = connection.Command(
            "SELECT start, length FROM passage WHERE version_id = $version AND start <= $start AND start + length >= $end ORDER BY length LIMIT 1",
            ("$version", version), ("$start", span.Start), ("$end", span.End));
        using var row = command.ExecuteReader();
        return row.Read() ? new TextSpan(row.GetInt32(0), row.GetInt32(1)) : span;
    }

    private Attribution? ReadAttribution(long document, int ordinal)
    {
        var content = new List<TextSpan>();
        using (var pieces = connection.Command(
            "SELECT start, length FROM attribution_content WHERE document_id = $document AND attribution = $ordinal ORDER BY ordinal",
            ("$document", document), ("$ordinal", ordinal)))
        {
            using var piece = pieces.ExecuteReader();
            while (piece.Read())
                content.Add(new TextSpan(piece.GetInt32(0), piece.GetInt32(1)));
        }

        using var command = connection.Command(
            """
            SELECT speaker_start, speaker_length, speaker_entity, cue_start, cue_length, form, within FROM attribution
            WHERE document_id = $document AND ordinal = $ordinal
            """,
            ("$document", document), ("$ordinal", ordinal));
        using var row = command.ExecuteReader();
        return row.Read()
            ? new Attribution(
                LineReader.SpanOrNull(row, 0), row.IntOrNull(2) ?? -1, LineReader.SpanOrNull(row, 3), content, (AttributionForm)row.GetInt32(5), row.IntOrNull(6) ?? -1)
            : null;
    }
}
