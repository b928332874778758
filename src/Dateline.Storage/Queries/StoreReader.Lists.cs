using System.Text.Json;
using Dateline.Chronology.Events;
using Dateline.Text;
using Dateline.Text.Mentions;
using Microsoft.Data.Sqlite;

namespace Dateline.Storage;

/// <content>Lists: articles, failed inputs, actors, outlets, places, predictions, runs, and what a search finds.</content>
public sealed partial class StoreReader
{
    /// <summary>Articles, the latest published first; undated ones last.</summary>
    public ListPage<DocumentLine> Documents(ListQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var where = "document.superseded_at IS NULL";
        var parameters = new List<(string, object?)>();
        if (!string.IsNullOrWhiteSpace(query.Name)) Narrow("v.title_folded LIKE $name ESCAPE '\\'", "$name", Folding.Anywhere(query.Name));
        if (!string.IsNullOrWhiteSpace(query.Outlet))
            Narrow("(v.outlet_id IN (SELECT id FROM outlet WHERE key = $outlet) OR v.via_outlet_id IN (SELECT id FROM outlet WHERE key = $outlet))", "$outlet", Folding.Fold(query.Outlet));
        if (query.Language is { } language) Narrow("document.language = $language", "$language", language);
        if (query.Entity is { } entity)
            Narrow("document.id IN (SELECT de.document_id FROM document_entity de JOIN entity ON entity.id = de.entity_id WHERE entity.key = $entity)", "$entity", entity);

        const string Day = "ifnull(v.published_day, '')";
        return Page(
            query, $"FROM document {LineReader.ArticleJoins} WHERE {where}", parameters,
            $"""
            {Day}, document.id, {LineReader.ArticleColumns}, (SELECT count(*) FROM article_version o WHERE o.article_id = v.article_id),
              (SELECT count(*) FROM event_mention e WHERE e.document_id = document.id AND e.is_shown = 1),
              (SELECT count(*) FROM event_mention e WHERE e.document_id = document.id AND e.is_shown = 0),
              (SELECT count(*) FROM diagnostic d WHERE d.document_id = document.id AND d.severity >= 1), document.recorded_at
            """,
            Day, "document.id", isDescending: true,
            row => new DocumentLine(
                LineReader.ReadArticle(row, 2), row.GetInt32(12), row.GetInt32(13), row.GetInt32(14), row.GetInt32(15), row.Moment(16)));

        void Narrow(string condition, string name, object value)
        {
            where += " AND " + condition;
            parameters.Add((name, value));
        }
    }

    /// <summary>Inputs that could not be read, the latest first.</summary>
    public ListPage<FailedInput> FailedInputs(ListQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var parameters = new List<(string, object?)>();
        var where = "1";
        if (!string.IsNullOrWhiteSpace(query.Name))
        {
            where = "instr(f.name, $name) > 0";
            parameters.Add(("$name", query.Name.Trim()));
        }

        return Page(
            query, $"FROM failed_input f LEFT JOIN capture ON capture.id = f.capture_id LEFT JOIN content ON content.id = capture.content_id WHERE {where}", parameters,
            """
            f.recorded_at, f.id, f.name, content.sha256, f.code, f.severity, f.message, f.place,
              EXISTS (SELECT 1 FROM article_version v JOIN capture c ON c.id = v.capture_id WHERE c.name = f.name AND v.recorded_at > f.recorded_at)
            """,
            "f.recorded_at", "f.id", isDescending: true,
            row => new FailedInput(
                row.GetString(2), row.StringOrNull(3),
                new Diagnostic(row.GetString(4), (Severity)row.GetInt32(5), row.GetString(6), row.GetString(7) is { Length: > 0 } place ? place : null),
                row.Moment(0), row.GetBoolean(8)));
    }

    /// <summary>Those who take part in shown events, those of the most events first.</summary>
    public ListPage<ActorLine> Actors(ListQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var where = "acts + receives > 0";
        var parameters = new List<(string, object?)>();
        if (!string.IsNullOrWhiteSpace(query.Name))
        {
            where += " AND (entity.name_folded LIKE $name ESCAPE '\\' OR entity.id IN (SELECT entity_id FROM entity_name WHERE name_folded = $called))";
            parameters.AddRange([("$name", Folding.Anywhere(query.Name)), ("$called", Folding.Fold(query.Name))]);
        }

        if (query.Kind is { } kind)
        {
            where += " AND entity.kind = $kind";
            parameters.Add(("$kind", (int)kind));
        }

        return Page(
            query,
            $"""
            FROM entity JOIN (
              SELECT p.entity_id, count(DISTINCT CASE WHEN p.is_actor = 1 THEN e.id END) AS acts, count(DISTINCT CASE WHEN p.is_actor = 0 THEN e.id END) AS receives
              FROM event_party p JOIN event_mention e ON e.id = p.event_mention_id
              WHERE e.is_current = 1 AND e.is_shown = 1 AND p.entity_id IS NOT NULL GROUP BY p.entity_id) counts ON counts.entity_id = entity.id
            WHERE {where}
            """,
            parameters,
            $"acts + receives, entity.id, {ActorColumns}, acts, receives, {DocumentsOfEntity}",
            "acts + receives", "entity.id", isDescending: true, row => ReadActor(row, 2));
    }

    /// <summary>One actor; null when there is none of that key.</summary>
    public ActorView? Actor(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        ActorLine actor;
        long id;
        using (var command = _connection.Command(
            $"""
            SELECT entity.id, {ActorColumns},
              (SELECT count(DISTINCT e.id) FROM event_party p JOIN event_mention e ON e.id = p.event_mention_id
                WHERE e.is_current = 1 AND e.is_shown = 1 AND p.entity_id = entity.id AND p.is_actor = 1),
              (SELECT count(DISTINCT e.id) FROM event_party p JOIN event_mention e ON e.id = p.event_mention_id
                WHERE e.is_current = 1 AND e.is_shown = 1 AND p.entity_id = entity.id AND p.is_actor = 0),
              {DocumentsOfEntity}
            FROM entity WHERE entity.key = $key
            """,
            ("$key", key)))
        {
            using var row = command.ExecuteReader();
            if (!row.Read()) return null;
            id = row.GetInt64(0);
            actor = ReadActor(row, 1);
        }

        var lines = new LineReader(_connection);
        // The words are those of the first article: a bare column belongs to the row of the only min().
        var names = List(
            """
            SELECT min(n.document_id), n.start, n.length, document.version_id, sum(n.uses), count(*) AS articles, json_group_array(DISTINCT outlet.name) FILTER (WHERE outlet.name IS NOT NULL)
            FROM entity_name n JOIN document ON document.id = n.document_id JOIN article_version v ON v.id = document.version_id LEFT JOIN outlet ON outlet.id = v.outlet_id
            WHERE n.entity_id = $id AND document.superseded_at IS NULL GROUP BY n.name_folded ORDER BY articles DESC, n.name_folded LIMIT 50
            """,
            row => new NameLine(
                lines.WordsOf(row.GetInt64(3), new TextSpan(row.GetInt32(1), row.GetInt32(2))).Text, row.GetInt32(4), row.GetInt32(5),
                [.. JsonSerializer.Deserialize<string[]>(row.GetString(6))!.Order(StringComparer.OrdinalIgnoreCase)]),
            ("$id", id));
        const string Happening = "ifnull(h.happening, e.id)";
        var partners = List(
            $"""
            SELECT entity.key, entity.name, count(DISTINCT {Happening}) AS n, count(DISTINCT CASE WHEN q.is_actor = p.is_actor THEN {Happening} END),
              count(DISTINCT CASE WHEN q.is_actor <> p.is_actor AND e.kind <= $cooperation THEN {Happening} END),
              count(DISTINCT CASE WHEN q.is_actor <> p.is_actor AND e.kind > $cooperation THEN {Happening} END), max(ifnull(e.last_day, e.first_day))
            FROM event_party p JOIN event_mention e ON e.id = p.event_mention_id LEFT JOIN happening_telling h ON h.event_mention_id = e.id
            JOIN event_party q ON q.event_mention_id = e.id AND q.entity_id <> p.entity_id JOIN entity ON entity.id = q.entity_id
            WHERE e.is_current = 1 AND e.is_shown = 1 AND p.entity_id = $id GROUP BY entity.id ORDER BY n DESC, entity.key LIMIT 20
            """,
            row => new ActorPartner(row.GetString(0), row.GetString(1), row.GetInt32(2), row.GetInt32(3), row.GetInt32(4), row.GetInt32(5), row.DayOrNull(6)),
            ("$id", id), ("$cooperation", (int)EventKind.Retreat));
        var (first, last, events, done, undergone) = List(
            $"""
            SELECT min(ifnull(e.first_day, e.last_day)), max(ifnull(e.last_day, e.first_day)), count(DISTINCT {Happening}),
              count(DISTINCT CASE WHEN p.is_actor = 1 THEN {Happening} END), count(DISTINCT CASE WHEN p.is_actor = 0 THEN {Happening} END)
            FROM event_party p JOIN event_mention e ON e.id = p.event_mention_id LEFT JOIN happening_telling h ON h.event_mention_id = e.id
            WHERE e.is_current = 1 AND e.is_shown = 1 AND p.entity_id = $id
            """,
            row => (row.DayOrNull(0), row.DayOrNull(1), row.GetInt32(2), row.GetInt32(3), row.GetInt32(4)), ("$id", id))[0];
        return new ActorView(actor, names, first, last, events, done, undergone, partners);
    }

    /// <summary>All outlets, those of the most articles first.</summary>
    public IReadOnlyList<OutletLine> Outlets() => List(
        """
        SELECT outlet.key, outlet.name, ifnull(first.n, 0), ifnull(again.n, 0), ifnull(told.n, 0) FROM outlet
        LEFT JOIN (SELECT v.outlet_id, count(DISTINCT v.article_id) AS n FROM article_version v GROUP BY v.outlet_id) first ON first.outlet_id = outlet.id
        LEFT JOIN (SELECT v.via_outlet_id, count(DISTINCT v.article_id) AS n FROM article_version v GROUP BY v.via_outlet_id) again ON again.via_outlet_id = outlet.id
        LEFT JOIN (SELECT e.outlet_id, count(*) AS n FROM event_mention e WHERE e.is_current = 1 AND e.is_shown = 1 GROUP BY e.outlet_id) told ON told.outlet_id = outlet.id
        ORDER BY ifnull(first.n, 0) DESC, outlet.key
        """,
        row => new OutletLine(row.GetString(0), row.GetString(1), row.GetInt32(2), row.GetInt32(3), row.GetInt32(4)));

    /// <summary>Places of shown events, those of the most events first; at most 500.</summary>
    public IReadOnlyList<PlaceCount> Places() => List(
        """
        SELECT place.gazetteer_id, min(place.name), min(place.country), count(*) AS n FROM event_mention e JOIN place ON place.id = e.place_id
        WHERE e.is_current = 1 AND e.is_shown = 1 GROUP BY place.gazetteer_id ORDER BY n DESC, place.gazetteer_id LIMIT 500
        """,
        row => new PlaceCount(row.GetString(0), row.GetString(1), row.StringOrNull(2), row.GetInt32(3)));

    /// <summary>Languages of current articles, the most common first.</summary>
    public IReadOnlyList<Counted> Languages() => List(
        "SELECT language, count(*) AS n FROM document WHERE superseded_at IS NULL GROUP BY language ORDER BY n DESC, language",
        row => new Counted(row.GetString(0), row.GetInt32(1)));

    /// <summary>Predictions in current readings: by due date, those without one last.</summary>
    public ListPage<PredictionLine> Predictions(ListQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var lines = new LineReader(_connection);
        const string Due = "ifnull(p.due, '~')";
        return Page(
            query, $"FROM prediction p JOIN document ON document.id = p.document_id {LineReader.ArticleJoins} LEFT JOIN event_mention e ON e.document_id = p.document_id AND e.ordinal = p.event WHERE document.superseded_at IS NULL",
            [],
            $"{Due}, p.document_id * 4096 + p.ordinal, p.due, p.certainty, p.start, p.length, p.attribution, e.event_id, p.document_id, document.version_id, {LineReader.ArticleColumns}, document.recorded_at",
            Due, "(p.document_id * 4096 + p.ordinal)", isDescending: false,
            row => new PredictionLine(
                lines.WordsOf(row.GetInt64(9), new TextSpan(row.GetInt32(4), row.GetInt32(5))), row.StringOrNull(2), (Chronology.Events.Certainty)row.GetInt32(3),
                row.IntOrNull(6) is { } speaker ? lines.SpeakerOf(row.GetInt64(8), speaker) : null, row.StringOrNull(7), LineReader.ReadArticle(row, 10))
            { RecordedAt = row.Moment(20) });
    }

    /// <summary>All runs, the latest first.</summary>
    public IReadOnlyList<RunLine> Runs()
    {
        var components = List(
            "SELECT run_id, kind, name, version, sha256 FROM run_component ORDER BY run_id, kind, name",
            row => (RunId: row.GetInt64(0), Component: new RunComponent(
                Enum.Parse<RunComponentKind>(row.GetString(1), ignoreCase: true), row.GetString(2), row.GetString(4), row.StringOrNull(3))))
            .ToLookup(component => component.RunId, component => component.Component);
        return List(
            """
            SELECT run.id, run.program_version, run.started_at, run.finished_at, (SELECT count(*) FROM document WHERE document.run_id = run.id)
            FROM run ORDER BY run.id DESC
            """,
            row => new RunLine(
                row.GetInt64(0), new Run(row.GetString(1), [.. components[row.GetInt64(0)]]), row.Moment(2), row.MomentOrNull(3), row.GetInt32(4)));
    }

    /// <summary>How much the store holds.</summary>
    public StoreCounts Counts() => List(
        """
        SELECT (SELECT count(*) FROM capture), (SELECT count(*) FROM article), (SELECT count(*) FROM article_version), (SELECT count(*) FROM document),
          (SELECT count(*) FROM event_mention WHERE is_current = 1 AND is_shown = 1), (SELECT count(*) FROM event_mention WHERE is_current = 1 AND is_shown = 0),
          (SELECT count(*) FROM claim), (SELECT count(*) FROM entity), (SELECT count(*) FROM outlet), (SELECT count(*) FROM failed_input),
          (SELECT page_count FROM pragma_page_count) * (SELECT page_size FROM pragma_page_size), (SELECT max(version) FROM schema_version),
          (SELECT recorded_at FROM document ORDER BY id DESC LIMIT 1)
        """,
        row => new StoreCounts(
            row.GetInt32(0), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3), row.GetInt32(4), row.GetInt32(5), row.GetInt32(6), row.GetInt32(7),
            row.GetInt32(8), row.GetInt32(9), row.GetInt64(10), row.GetInt32(11), row.MomentOrNull(12)))[0];

    private const string ActorColumns = "entity.key, entity.name, entity.kind, entity.code, entity.country, entity.sector, entity.is_known";

    private const string DocumentsOfEntity =
        """
        (SELECT count(DISTINCT de.document_id) FROM document_entity de JOIN document ON document.id = de.document_id
          WHERE de.entity_id = entity.id AND document.superseded_at IS NULL)
        """;

    private static ActorLine ReadActor(SqliteDataReader row, int at) => new(
        row.GetString(at), row.GetString(at + 1), (MentionKind)row.GetInt32(at + 2), row.StringOrNull(at + 3), row.StringOrNull(at + 4),
        row.StringOrNull(at + 5), row.GetBoolean(at + 6), row.GetInt32(at + 7), row.GetInt32(at + 8), row.GetInt32(at + 9));

    /// <summary>A page of any list that is ordered by a first column and, within it, by a number that never changes.</summary>
    private ListPage<T> Page<T>(
        ListQuery query, string from, List<(string, object?)> parameters, string columns, string first, string second, bool isDescending,
        Func<SqliteDataReader, T> read)
    {
        var limit = Math.Clamp(query.Limit, 1, MaximumLimit);
        var total = (int)(_connection.Number($"SELECT count(*) {from}", parameters.ToArray()) ?? 0);
        var (compare, direction) = isDescending ? ("<", "DESC") : (">", "ASC");
        var after = string.Empty;
        if (Cursor.Read(query.Cursor, 2) is [var key, var number] && long.TryParse(number, out var id))
        {
            after = $" AND ({first}, {second}) {compare} ($afterFirst, $afterSecond)";
            // The first column is a number in some lists and a word in others; as the wrong one it would sort before or after all.
            parameters.Add(("$afterFirst", key.StartsWith('#') && long.TryParse(key.AsSpan(1), out var value) ? value : key));
            parameters.Add(("$afterSecond", id));
        }

        var entries = new List<T>();
        string? next = null;
        var last = (First: string.Empty, Second: 0L);
        using var command = _connection.Command(
            $"SELECT {columns} {from}{after} ORDER BY {first} {direction}, {second} {direction} LIMIT $limit", [.. parameters, ("$limit", limit + 1)]);
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            if (entries.Count == limit)
            {
                next = Cursor.Write(last.First, last.Second.ToString());
                break;
            }

            last = (row.GetValue(0) is long value ? $"#{value}" : row.GetString(0), row.GetInt64(1));
            entries.Add(read(row));
        }

        return new ListPage<T>(entries, total, next);
    }

    private List<T> List<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string, object?)> parameters)
    {
        using var command = _connection.Command(sql, parameters);
        using var row = command.ExecuteReader();
        var entries = new List<T>();
        while (row.Read())
            entries.Add(read(row));
        return entries;
    }
}
