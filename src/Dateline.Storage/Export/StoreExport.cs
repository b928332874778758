using System.Collections.Frozen;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dateline.Chronology.Events;
using Dateline.Chronology.Export;
using Dateline.Text;
using Dateline.Text.Mentions;
using Dateline.Text.Places;
using Dateline.Text.Times;
using Microsoft.Data.Sqlite;

namespace Dateline.Storage;

/// <summary>
/// Writes everything that was taken in as JSON lines, superseded readings and old versions included.
/// </summary>
/// <remarks>
/// The order follows from content alone and what the clock said is left out, so that two stores with the same content
/// give the same bytes. Offsets are half-open and count Unicode code points; words are read from the stored text.
/// </remarks>
internal sealed class StoreExport(SqliteConnection connection, Stream output)
{
    // The second part of a column's name says how it is written.
    private static readonly FrozenDictionary<string, Type> Enumerations = new[]
    {
        typeof(EventKind), typeof(MentionKind), typeof(MentionLevel), typeof(PlacePrecision), typeof(TimeType), typeof(TimeAnchor), typeof(TimeBasis),
        typeof(AttributionForm), typeof(Certainty), typeof(Standing), typeof(QuantityKind), typeof(PassageKind), typeof(Severity),
    }.ToFrozenDictionary(type => type.Name);

    private const string Reading = "article.key AS article, v.number AS version, document.versions_key AS reading";

    private const string FromDocument =
        "JOIN document ON document.id = t.document_id JOIN article_version v ON v.id = document.version_id JOIN article ON article.id = v.article_id";

    private const string FromEvent =
        "JOIN event_mention e ON e.id = t.event_mention_id JOIN document ON document.id = e.document_id JOIN article_version v ON v.id = document.version_id JOIN article ON article.id = v.article_id";

    private const string InOrder = "ORDER BY article.key, v.number, document.versions_key";

    // First column: the version whose text the spans point into, or null.
    private static readonly (string Type, string Sql)[] Tables =
    [
        ("capture", "SELECT NULL, content.sha256, content.length AS bytes, t.name, nullif(t.url, '') AS url, t.media_type FROM capture t JOIN content ON content.id = t.content_id ORDER BY content.sha256, t.name, t.url"),
        ("failedInput", "SELECT NULL, t.name, content.sha256 AS capture, t.code, t.severity AS 'severity:Severity', t.message, nullif(t.place, '') AS place FROM failed_input t LEFT JOIN capture ON capture.id = t.capture_id LEFT JOIN content ON content.id = capture.content_id ORDER BY t.name, t.code, t.place, t.message, content.sha256"),
        ("run", "SELECT DISTINCT NULL, run.versions_key AS reading, run.program_version, t.kind, t.name, t.version, t.sha256 FROM run LEFT JOIN run_component t ON t.run_id = run.id ORDER BY run.versions_key, t.kind, t.name"),
        ("version", "SELECT NULL, article.key AS article, t.number AS version, t.text_sha256, t.title, t.url, outlet.name AS outlet, via.name AS via, t.byline, t.published, t.published_basis, t.published_candidates AS 'published_candidates:json', t.language, t.tags AS 'tags:json', t.remainder, content.sha256 AS capture, t.text FROM article_version t JOIN article ON article.id = t.article_id JOIN capture ON capture.id = t.capture_id JOIN content ON content.id = capture.content_id LEFT JOIN outlet ON outlet.id = t.outlet_id LEFT JOIN outlet via ON via.id = t.via_outlet_id ORDER BY article.key, t.number"),
        ("passage", "SELECT v.id, article.key AS article, v.number AS version, t.kind AS 'kind:PassageKind', t.start, t.length FROM passage t JOIN article_version v ON v.id = t.version_id JOIN article ON article.id = v.article_id ORDER BY article.key, v.number, t.ordinal"),
        ("document", $"SELECT v.id, {Reading}, document.language, document.layers, document.tokens, document.sentences, document.superseded_at IS NULL AS 'current:bool' FROM document JOIN article_version v ON v.id = document.version_id JOIN article ON article.id = v.article_id {InOrder}"),
        ("diagnostic", $"SELECT v.id, {Reading}, t.code, t.severity AS 'severity:Severity', t.message, t.place, t.start, t.length FROM diagnostic t {FromDocument} {InOrder}, t.ordinal"),
        ("entity", $"SELECT v.id, {Reading}, t.ordinal AS entity, entity.key, t.name, entity.kind AS 'kind:MentionKind', t.code, t.country, t.sector FROM document_entity t {FromDocument} JOIN entity ON entity.id = t.entity_id {InOrder}, t.ordinal"),
        ("mention", $"SELECT v.id, {Reading}, t.start, t.length, t.kind AS 'kind:MentionKind', t.level AS 'level:MentionLevel', t.entity FROM mention t {FromDocument} {InOrder}, t.ordinal"),
        ("time", $"SELECT v.id, {Reading}, t.start, t.length, t.type AS 'timeType:TimeType', t.edtf, t.anchor AS 'anchor:TimeAnchor', t.first_day, t.last_day FROM time_mention t {FromDocument} {InOrder}, t.ordinal"),
        ("place", $"SELECT v.id, {Reading}, t.start, t.length, place.gazetteer_id, place.name, place.latitude, place.longitude, place.country, place.precision AS 'precision:PlacePrecision', t.is_metonymic AS 'metonymic:bool' FROM place_mention t {FromDocument} LEFT JOIN place ON place.id = t.place_id {InOrder}, t.ordinal"),
        ("attribution", $"SELECT v.id, {Reading}, t.ordinal AS attribution, t.speaker_start, t.speaker_length, t.speaker_entity AS entity, t.cue_start, t.cue_length, t.form AS 'form:AttributionForm', t.within FROM attribution t {FromDocument} {InOrder}, t.ordinal"),
        ("content", $"SELECT v.id, {Reading}, t.attribution, t.start, t.length FROM attribution_content t {FromDocument} {InOrder}, t.attribution, t.ordinal"),
        ("event", $"SELECT v.id, {Reading}, t.event_id AS event, t.local_id, t.kind AS 'kind:EventKind', t.mode, t.contexts, t.cameo, t.trigger_start, t.trigger_length, t.evidence_start, t.evidence_length, t.place_start, t.place_length, place.gazetteer_id, t.edtf, t.time_basis AS 'timeBasis:TimeBasis', t.time_start, t.time_length, t.first_day, t.last_day, t.certainty AS 'certainty:Certainty', t.is_negative AS 'negative:bool', t.standing AS 'standing:Standing', t.attribution, t.score, t.is_shown AS 'shown:bool', t.is_current AS 'current:bool' FROM event_mention t {FromDocument} LEFT JOIN place ON place.id = t.place_id {InOrder}, t.ordinal"),
        ("party", $"SELECT v.id, {Reading}, e.event_id AS event, t.is_actor AS 'actor:bool', t.start, t.length, t.entity, t.code FROM event_party t {FromEvent} {InOrder}, e.ordinal, t.is_actor DESC, t.ordinal"),
        ("quantity", $"SELECT v.id, {Reading}, e.event_id AS event, t.start, t.length, t.value, t.low, t.high, t.unit, t.of_start, t.of_length, t.kind AS 'kind:QuantityKind' FROM event_quantity t {FromEvent} {InOrder}, e.ordinal, t.ordinal"),
        ("instrument", $"SELECT v.id, {Reading}, e.event_id AS event, t.start, t.length FROM event_instrument t {FromEvent} {InOrder}, e.ordinal, t.ordinal"),
        ("happening", $"SELECT v.id, {Reading}, t.happening, e.local_id, t.is_lead AS 'lead:bool' FROM happening_telling t {FromEvent} {InOrder}, e.ordinal"),
        ("dispute", $"SELECT v.id, {Reading}, t.happening, t.aspect, t.position, t.value, e.local_id, t.start, t.length FROM dispute_claim t {FromEvent} ORDER BY t.happening, t.ordinal, t.position, t.claim"),
        ("prediction", $"SELECT v.id, {Reading}, t.start, t.length, t.due, t.certainty AS 'certainty:Certainty', t.event AS eventIndex, t.attribution FROM prediction t {FromDocument} {InOrder}, t.ordinal"),
        ("claim", $"SELECT v.id, {Reading}, t.id, t.event_id AS event, t.aspect, t.start, t.length, t.attribution, t.certainty AS 'certainty:Certainty', t.is_negative AS 'negative:bool', t.standing AS 'standing:Standing', t.kind AS 'kind:EventKind', t.mode, t.cameo, t.entity, t.code, place.gazetteer_id, t.edtf, t.time_basis AS 'timeBasis:TimeBasis', t.first_day, t.last_day, t.value, t.low, t.high, t.unit, t.of_start, t.of_length, t.quantity_kind AS 'quantityKind:QuantityKind' FROM claim t {FromDocument} LEFT JOIN place ON place.id = t.place_id {InOrder}, t.ordinal"),
    ];

    private readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private long? _version;
    private string _text = string.Empty;
    private CodePointMap _points = new(string.Empty);

    public void Write()
    {
        using var writer = new Utf8JsonWriter(output, _options);
        foreach (var (type, sql) in Tables)
        {
            using var command = connection.Command(sql);
            using var row = command.ExecuteReader();
            var names = Enumerable.Range(0, row.FieldCount).Select(row.GetName).ToArray();
            while (row.Read())
            {
                writer.WriteStartObject();
                writer.WriteString("type", type);
                for (var i = 1; i < names.Length; i++)
                    i += WriteColumn(writer, row, names[i], i);
                writer.WriteEndObject();
                writer.Flush();
                writer.Reset();
                output.WriteByte((byte)'\n');
            }
        }

        WriteDecisions(writer);
    }

    // Decisions in force only: what was taken back has left no trace in what is known. The log keeps both.
    private void WriteDecisions(Utf8JsonWriter writer)
    {
        var reviews = ReviewRows.Load(connection);
        foreach (var review in reviews.InForce)
        {
            writer.WriteStartObject();
            writer.WriteString("type", "decision");
            writer.WriteString("id", review.Key);
            writer.WriteString("act", review.Act.ToString().ToLowerInvariant());
            writer.WriteString("coder", review.Coder);
            writer.WriteString("decidedAt", DateTimeOffset.FromUnixTimeMilliseconds(review.RecordedAt).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", null));
            if (review.IsBlind) writer.WriteBoolean("blind", true);
            if (review.Field is { } field) writer.WriteString("field", field.ToString().ToLowerInvariant());
            if (review.Value is { } value) writer.WriteString("value", value);
            if (review.Note is { } note) writer.WriteString("note", note);
            var anchors = reviews.AnchorsOf(review.Id).ToList();
            if (review.Words is { } words && VersionOf(anchors[0].Anchor) is { } chosen) WriteSpan(writer, chosen, words, "words");
            writer.WriteStartArray("tellings");
            foreach (var (isOther, anchor) in anchors)
            {
                writer.WriteStartObject();
                writer.WriteString("article", anchor.Article);
                writer.WriteString("textSha256", anchor.TextSha256);
                writer.WriteString("event", anchor.EventId);
                if (isOther) writer.WriteBoolean("other", true);
                if (VersionOf(anchor) is { } version) WriteSpan(writer, version, anchor.Words, null);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.Flush();
            writer.Reset();
            output.WriteByte((byte)'\n');
        }
    }

    private long? VersionOf(Chronology.Reviews.DecisionAnchor anchor) => connection.Number(
        "SELECT v.id FROM article_version v JOIN article ON article.id = v.article_id WHERE article.key = $article AND v.text_sha256 = $sha256 LIMIT 1",
        ("$article", anchor.Article), ("$sha256", anchor.TextSha256));

    /// <summary>Writes a column, or leaves it out when it is null.</summary>
    /// <returns>How many further columns went with it.</returns>
    private int WriteColumn(Utf8JsonWriter writer, SqliteDataReader row, string name, int at)
    {
        if (name == "start" || name.EndsWith("_start", StringComparison.Ordinal))
        {
            if (!row.IsDBNull(at)) WriteSpan(writer, row.GetInt64(0), new TextSpan(row.GetInt32(at), row.GetInt32(at + 1)), name == "start" ? null : name[..^6]);
            return 1;
        }

        if (row.IsDBNull(at)) return 0;
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        var key = JsonNamingPolicy.CamelCase.ConvertName(colon < 0 ? Joined(name) : Joined(name[..colon]));
        var form = colon < 0 ? string.Empty : name[(colon + 1)..];
        if (form == "bool") writer.WriteBoolean(key, row.GetBoolean(at));
        else if (form == "json") WriteJson(writer, key, row.GetString(at));
        else if (Enumerations.TryGetValue(form, out var type)) writer.WriteString(key, NameOf(type, row.GetInt32(at)));
        else if (row.GetValue(at) is long number) writer.WriteNumber(key, number);
        else if (row.GetValue(at) is double real) writer.WriteNumber(key, real);
        else writer.WriteString(key, row.GetString(at));
        return 0;
    }

    private void WriteSpan(Utf8JsonWriter writer, long version, TextSpan span, string? key)
    {
        if (_version != version)
        {
            using var command = connection.Command("SELECT text FROM article_version WHERE id = $id", ("$id", version));
            _text = (string)command.ExecuteScalar()!;
            _points = new CodePointMap(_text);
            _version = version;
        }

        if (key is not null) writer.WriteStartObject(key);
        writer.WriteNumber("begin", _points.At(span.Start));
        writer.WriteNumber("end", _points.At(span.End));
        writer.WriteString("text", LineReader.Cut(_text, span));
        if (key is not null) writer.WriteEndObject();
    }

    private static void WriteJson(Utf8JsonWriter writer, string key, string json)
    {
        writer.WritePropertyName(key);
        using var document = JsonDocument.Parse(json);
        document.RootElement.WriteTo(writer);
    }

    private static string NameOf(Type type, int value) =>
        type == typeof(EventKind) ? ((EventKind)value).ToPlover() : Enum.ToObject(type, value).ToString()!.ToLowerInvariant();

    private static string Joined(string name)
    {
        var parts = name.Split('_');
        return parts[0] + string.Concat(parts.Skip(1).Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
    }
}
