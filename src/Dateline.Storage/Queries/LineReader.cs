using Dateline.Chronology.Events;
using Dateline.Chronology.Reviews;
using Dateline.Text;
using Dateline.Text.Mentions;
using Dateline.Text.Places;
using Dateline.Text.Times;
using Microsoft.Data.Sqlite;

namespace Dateline.Storage;

/// <summary>Makes lines of a chronology from their numbers: a fixed count of queries, however many lines.</summary>
internal sealed class LineReader(SqliteConnection connection)
{
    // Attributions nest as quotations do; deeper than this is a fault of reading, and a circle must end.
    private const int MaximumDepth = 8;

    private readonly Dictionary<long, string> _texts = [];
    private readonly Dictionary<(long Document, int Ordinal), (SpeakerLine Line, int? Within)> _attributions = [];
    private readonly HashSet<long> _documentsWithAttributions = [];

    public const string ArticleColumns =
        "article.key, v.number, v.text_sha256, v.title, v.url, outlet.name, via.name, v.byline, v.published, document.language";

    public const string ArticleJoins =
        """
        JOIN article_version v ON v.id = document.version_id JOIN article ON article.id = v.article_id
        LEFT JOIN outlet ON outlet.id = v.outlet_id LEFT JOIN outlet AS via ON via.id = v.via_outlet_id
        """;

    public const string PlaceColumns = "place.gazetteer_id, place.name, place.latitude, place.longitude, place.country, place.admin1, place.feature, place.precision, place.population";

    public static ArticleLine ReadArticle(SqliteDataReader row, int at) => new(
        row.GetString(at), row.GetInt32(at + 1), row.GetString(at + 2), row.StringOrNull(at + 3), row.StringOrNull(at + 4), row.StringOrNull(at + 5),
        row.StringOrNull(at + 6), row.StringOrNull(at + 7), row.StringOrNull(at + 8), row.GetString(at + 9));

    public static GazetteerPlace? ReadPlace(SqliteDataReader row, int at) => row.IsDBNull(at)
        ? null
        : new GazetteerPlace(
            row.GetString(at), row.GetString(at + 1), row.GetDouble(at + 2), row.GetDouble(at + 3), row.StringOrNull(at + 4), row.StringOrNull(at + 5),
            row.GetString(at + 6), (PlacePrecision)row.GetInt32(at + 7), row.GetInt64(at + 8));

    public static TextSpan? SpanOrNull(SqliteDataReader row, int at) => row.IsDBNull(at) ? null : new TextSpan(row.GetInt32(at), row.GetInt32(at + 1));

    public string TextOf(long version)
    {
        if (_texts.TryGetValue(version, out var text)) return text;
        using var command = connection.Command("SELECT text FROM article_version WHERE id = $id", ("$id", version));
        text = (string)command.ExecuteScalar()!;
        _texts.Add(version, text);
        return text;
    }

    public Words WordsOf(long version, TextSpan span) => new(span, Cut(TextOf(version), span));

    /// <summary>The words, as far as the text reaches: a damaged store shows less, and only the check says why.</summary>
    public static string Cut(string text, TextSpan span)
    {
        var start = Math.Clamp(span.Start, 0, text.Length);
        return text.Substring(start, Math.Clamp(span.Length, 0, text.Length - start));
    }

    public IReadOnlyList<ChronologyLine> Read(IReadOnlyList<long> ids, bool withAlternatives = false)
    {
        if (ids.Count == 0) return [];
        var list = "[" + string.Join(',', ids) + "]";
        var actors = ReadParties(list);
        var quantities = ReadQuantities(list);
        var instruments = ReadInstruments(list);
        var lines = new Dictionary<long, ChronologyLine>(ids.Count);
        var rows = new List<(long Id, long Document, int? Attribution)>();

        using (var command = connection.Command(
            $"""
            SELECT e.id, e.document_id, document.version_id, e.event_id, e.local_id, e.kind, e.mode, e.contexts, e.cameo, e.trigger_start,
              e.trigger_length, e.evidence_start, e.evidence_length, e.place_start, e.place_length, e.place_is_metonymic, e.edtf, e.time_basis,
              e.time_start, e.time_length, e.first_day, e.last_day, e.certainty, e.is_negative, e.standing, e.attribution, e.score, e.is_shown,
              e.is_current, document.recorded_at, {ArticleColumns}, {PlaceColumns}, decided.verdict, decided.corrected
            FROM event_mention e JOIN document ON document.id = e.document_id {ArticleJoins} LEFT JOIN place ON place.id = e.place_id
            LEFT JOIN decided_mention decided ON decided.event_mention_id = e.id
            WHERE e.id IN (SELECT value FROM json_each($ids))
            """,
            ("$ids", list)))
        {
            using var row = command.ExecuteReader();
            while (row.Read())
            {
                var id = row.GetInt64(0);
                var document = row.GetInt64(1);
                var version = row.GetInt64(2);
                var contexts = row.GetString(7);
                var placeSpan = SpanOrNull(row, 13);
                rows.Add((id, document, row.IntOrNull(25)));
                lines.Add(id, new ChronologyLine
                {
                    EventId = row.GetString(3),
                    LocalId = row.GetString(4),
                    Kind = (EventKind)row.GetInt32(5),
                    Mode = row.StringOrNull(6),
                    Contexts = contexts.Length == 0 ? [] : contexts.Split(' '),
                    Cameo = row.GetString(8),
                    Trigger = WordsOf(version, new TextSpan(row.GetInt32(9), row.GetInt32(10))),
                    Evidence = WordsOf(version, new TextSpan(row.GetInt32(11), row.GetInt32(12))),
                    Place = placeSpan is { } where
                        ? new PlaceLine(WordsOf(version, where), ReadPlace(row, 40), row.GetBoolean(15), withAlternatives ? ReadAlternatives(document, where) : [])
                        : null,
                    Time = row.IsDBNull(17)
                        ? null
                        : new EventTime(row.StringOrNull(16), (TimeBasis)row.GetInt32(17), SpanOrNull(row, 18), BoundsOrNull(row, 20)),
                    Factuality = new Factuality((Certainty)row.GetInt32(22), row.GetBoolean(23), (Standing)row.GetInt32(24)),
                    Score = row.GetDouble(26),
                    IsShown = row.GetBoolean(27),
                    IsSuperseded = !row.GetBoolean(28),
                    RecordedAt = row.Moment(29),
                    Article = ReadArticle(row, 30),
                    Verdict = row.StringOrNull(49) is { } verdict ? Enum.Parse<ReviewAct>(verdict, ignoreCase: true) : null,
                    Corrected = row.StringOrNull(50) is { Length: > 0 } corrected ? corrected.Split(' ') : [],
                    Actors = [.. actors[(id, true)].Select(party => MakeParty(version, party))],
                    Recipients = [.. actors[(id, false)].Select(party => MakeParty(version, party))],
                    Quantities = [.. quantities[id].Select(quantity => new QuantityLine(WordsOf(version, quantity.Span), quantity))],
                    Instruments = [.. instruments[id].Select(span => WordsOf(version, span))],
                });
            }
        }

        foreach (var (id, tellings, origins, disputed) in ReadHappenings(list))
            lines[id] = lines[id] with { Tellings = tellings, Origins = origins, Disputed = disputed };
        foreach (var (id, document, attribution) in rows)
        {
            if (attribution is { } index) lines[id] = lines[id] with { Speaker = SpeakerOf(document, index) };
        }

        return [.. ids.Where(lines.ContainsKey).Select(id => lines[id])];
    }

    public SpeakerLine? SpeakerOf(long document, int ordinal, int depth = 0)
    {
        if (_documentsWithAttributions.Add(document)) LoadAttributions(document);
        if (depth > MaximumDepth || !_attributions.TryGetValue((document, ordinal), out var found)) return null;
        return found.Within is { } within ? found.Line with { Within = SpeakerOf(document, within, depth + 1) } : found.Line;
    }

    public static TimeBounds? BoundsOrNull(SqliteDataReader row, int at)
    {
        var first = row.DayOrNull(at);
        var last = row.DayOrNull(at + 1);
        return first is null && last is null ? null : new TimeBounds(first, last);
    }

    public PartyLine MakeParty(long version, StoredParty party) =>
        new(WordsOf(version, party.Span), party.Key, party.Name, party.Kind, party.Code);

    private List<(long Id, int Tellings, int Origins, string[] Disputed)> ReadHappenings(string ids)
    {
        using var command = connection.Command(
            """
            SELECT h.event_mention_id, count(*), count(DISTINCT o.origin_id),
              (SELECT group_concat(DISTINCT aspect) FROM dispute_claim d WHERE d.happening = h.happening)
            FROM happening_telling h JOIN happening_telling other ON other.happening = h.happening
            JOIN event_mention e ON e.id = other.event_mention_id LEFT JOIN document_origin o ON o.document_id = e.document_id
            WHERE h.event_mention_id IN (SELECT value FROM json_each($ids)) GROUP BY h.event_mention_id
            """,
            ("$ids", ids));
        using var row = command.ExecuteReader();
        var happenings = new List<(long, int, int, string[])>();
        while (row.Read())
            happenings.Add((row.GetInt64(0), row.GetInt32(1), Math.Max(1, row.GetInt32(2)), row.StringOrNull(3)?.Split(',') ?? []));
        return happenings;
    }

    private List<GazetteerPlace> ReadAlternatives(long document, TextSpan span)
    {
        using var command = connection.Command(
            $"""
            SELECT {PlaceColumns} FROM place_mention m
            JOIN place_alternative a ON a.document_id = m.document_id AND a.place_mention = m.ordinal JOIN place ON place.id = a.place_id
            WHERE m.document_id = $document AND m.start = $start AND m.length = $length ORDER BY m.ordinal, a.rank
            """,
            ("$document", document), ("$start", span.Start), ("$length", span.Length));
        using var row = command.ExecuteReader();
        var places = new List<GazetteerPlace>();
        while (row.Read())
            places.Add(ReadPlace(row, 0)!);
        return places;
    }

    private void LoadAttributions(long document)
    {
        using var command = connection.Command(
            """
            SELECT a.ordinal, a.speaker_start, a.speaker_length, a.cue_start, a.cue_length, a.form, a.within, entity.key, de.name, document.version_id
            FROM attribution a JOIN document ON document.id = a.document_id
            LEFT JOIN document_entity de ON de.document_id = a.document_id AND de.ordinal = a.speaker_entity LEFT JOIN entity ON entity.id = de.entity_id
            WHERE a.document_id = $document
            """,
            ("$document", document));
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            var version = row.GetInt64(9);
            var line = new SpeakerLine(
                SpanOrNull(row, 1) is { } speaker ? WordsOf(version, speaker) : null, SpanOrNull(row, 3) is { } cue ? WordsOf(version, cue) : null,
                row.StringOrNull(7), row.StringOrNull(8), (AttributionForm)row.GetInt32(5), null);
            _attributions.Add((document, row.GetInt32(0)), (line, row.IntOrNull(6)));
        }
    }

    private ILookup<(long, bool), StoredParty> ReadParties(string ids)
    {
        using var command = connection.Command(
            """
            SELECT p.event_mention_id, p.is_actor, p.start, p.length, entity.key, de.name, entity.kind, p.code
            FROM event_party p JOIN event_mention e ON e.id = p.event_mention_id
            LEFT JOIN document_entity de ON de.document_id = e.document_id AND de.ordinal = p.entity LEFT JOIN entity ON entity.id = p.entity_id
            WHERE p.event_mention_id IN (SELECT value FROM json_each($ids)) ORDER BY p.event_mention_id, p.is_actor, p.ordinal
            """,
            ("$ids", ids));
        using var row = command.ExecuteReader();
        var parties = new List<(long Event, bool IsActor, StoredParty Party)>();
        while (row.Read())
            parties.Add((row.GetInt64(0), row.GetBoolean(1), StoredParty.Read(row, 2)));
        return parties.ToLookup(party => (party.Event, party.IsActor), party => party.Party);
    }

    private ILookup<long, Quantity> ReadQuantities(string ids)
    {
        using var command = connection.Command(
            """
            SELECT event_mention_id, start, length, value, low, high, unit, of_start, of_length, kind FROM event_quantity
            WHERE event_mention_id IN (SELECT value FROM json_each($ids)) ORDER BY event_mention_id, ordinal
            """,
            ("$ids", ids));
        using var row = command.ExecuteReader();
        var quantities = new List<(long Event, Quantity Quantity)>();
        while (row.Read())
            quantities.Add((row.GetInt64(0), ReadQuantity(row, 1)));
        return quantities.ToLookup(quantity => quantity.Event, quantity => quantity.Quantity);
    }

    public static Quantity ReadQuantity(SqliteDataReader row, int at) => new(
        new TextSpan(row.GetInt32(at), row.GetInt32(at + 1)), row.DoubleOrNull(at + 2), row.DoubleOrNull(at + 3), row.DoubleOrNull(at + 4),
        row.StringOrNull(at + 5), SpanOrNull(row, at + 6), (QuantityKind)row.GetInt32(at + 8));

    private ILookup<long, TextSpan> ReadInstruments(string ids)
    {
        using var command = connection.Command(
            """
            SELECT event_mention_id, start, length FROM event_instrument
            WHERE event_mention_id IN (SELECT value FROM json_each($ids)) ORDER BY event_mention_id, ordinal
            """,
            ("$ids", ids));
        using var row = command.ExecuteReader();
        var spans = new List<(long Event, TextSpan Span)>();
        while (row.Read())
            spans.Add((row.GetInt64(0), new TextSpan(row.GetInt32(1), row.GetInt32(2))));
        return spans.ToLookup(span => span.Event, span => span.Span);
    }
}

/// <summary>A party as its row has it, before its words are read.</summary>
internal sealed record StoredParty(TextSpan Span, string? Key, string? Name, MentionKind Kind, string? Code)
{
    /// <summary>Reads start, length, key, name, kind and code from the columns at <paramref name="at"/>.</summary>
    public static StoredParty Read(SqliteDataReader row, int at) => new(
        new TextSpan(row.GetInt32(at), row.GetInt32(at + 1)), row.StringOrNull(at + 2), row.StringOrNull(at + 3),
        (MentionKind)(row.IntOrNull(at + 4) ?? 0), row.StringOrNull(at + 5));
}
