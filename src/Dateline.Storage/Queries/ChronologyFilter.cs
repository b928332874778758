using System.Text.Json;

namespace Dateline.Storage;

/// <summary>A query as rows of event_mention. The text is put together from constants; values are parameters.</summary>
internal sealed class ChronologyFilter
{
    /// <summary>True of what has a date.</summary>
    public const string IsDated = "e.sort_key < '9999-99'";

    private readonly List<string> _conditions = ["e.is_current = 1"];
    private readonly List<string> _days = [];
    private readonly List<(string, object?)> _parameters = [];
    private bool _isGathered;
    private bool _isNarrow;

    public (string Name, object? Value)[] Parameters => [.. _parameters];

    /// <summary>“FROM … WHERE …”: rows e with id, sort_key, first_day and last_day of all that meets the query.</summary>
    public string Rows => _days.Count == 0 ? RowsOfAnyDay : $"{RowsOfAnyDay} AND {string.Join(" AND ", _days)}";

    /// <summary>The same, whatever their days.</summary>
    public string RowsOfAnyDay
    {
        get
        {
            var where = string.Join(" AND ", _conditions);
            if (!_isGathered) return $"FROM event_mention e WHERE {where}";
            // Where nothing narrows, the leads are known beforehand and the index gives a page of them without looking at the rest.
            if (!_isNarrow) return $"FROM event_mention e WHERE {where} AND e.id NOT IN (SELECT event_mention_id FROM happening_telling WHERE is_lead = 0)";
            return
                $"""
                FROM (SELECT e.id, e.sort_key, e.first_day, e.last_day,
                  row_number() OVER (PARTITION BY ifnull(h.happening, e.id) ORDER BY h.is_lead DESC, e.sort_key, e.id) AS turn
                  FROM event_mention e LEFT JOIN happening_telling h ON h.event_mention_id = e.id WHERE {where}) e WHERE e.turn = 1
                """;
        }
    }

    /// <summary>True of rows whose days all lie in one unit of time and within the days asked for.</summary>
    public string IsWithin(DensityUnit unit)
    {
        var digits = unit.Digits();
        var within = $"e.first_day IS NOT NULL AND e.last_day IS NOT NULL AND substr(e.first_day, 1, {digits}) = substr(e.last_day, 1, {digits})";
        return $"({within}{Inside})";
    }

    private string Inside
    {
        get
        {
            var inside = string.Empty;
            if (_parameters.Exists(parameter => parameter.Item1 == "$from")) inside += " AND e.first_day >= $from";
            if (_parameters.Exists(parameter => parameter.Item1 == "$to")) inside += " AND e.last_day <= $to";
            return inside;
        }
    }

    /// <summary>The conditions; null when nothing can meet them.</summary>
    public static ChronologyFilter? Of(ChronologyQuery query)
    {
        var filter = new ChronologyFilter { _isGathered = query.IsGathered };
        if (!query.WithHidden) filter._conditions.Add("e.is_shown = 1");
        if (!string.IsNullOrWhiteSpace(query.Actor))
        {
            if (string.IsNullOrWhiteSpace(query.With)) filter.AddActor(query.Actor.Trim(), query.ActorActs);
            else filter.AddActors(query.Actor.Trim(), query.With.Trim(), query.Standpoint);
        }

        if (!string.IsNullOrWhiteSpace(query.Place)) filter.AddPlace(query.Place.Trim());
        if (query.Kinds.Count > 0)
            filter.Add("e.kind IN (SELECT value FROM json_each($kinds))", ("$kinds", JsonSerializer.Serialize(query.Kinds.Select(kind => (int)kind))));
        if (query.Mode is { } mode) filter.Add("e.mode = $mode", ("$mode", mode));
        if (query.Outlets.Count > 0)
        {
            filter.Add(
                "e.outlet_id IN (SELECT id FROM outlet WHERE key IN (SELECT value FROM json_each($outlets)))",
                ("$outlets", JsonSerializer.Serialize(query.Outlets.Select(Folding.Fold))));
        }

        if (query.Language is { } language)
            filter.Add("e.document_id IN (SELECT id FROM document WHERE language = $language)", ("$language", language));
        if (query.Article is { } article)
        {
            filter.Add(
                """
                e.document_id IN (SELECT document.id FROM document JOIN article_version v ON v.id = document.version_id
                JOIN article ON article.id = v.article_id WHERE article.key = $article)
                """,
                ("$article", article));
        }

        if (query.Event is { } id) filter.Add("e.event_id = $event", ("$event", id));
        if (query.Disputed is { } aspect)
        {
            filter.Add(
                "e.id IN (SELECT h.event_mention_id FROM happening_telling h JOIN dispute_claim d ON d.happening = h.happening WHERE d.aspect = $aspect OR $aspect = 'any')",
                ("$aspect", aspect));
        }

        if (query.Origins > 1)
        {
            filter.Add(
                """
                e.id IN (SELECT event_mention_id FROM happening_telling WHERE happening IN (
                  SELECT h.happening FROM happening_telling h JOIN event_mention told ON told.id = h.event_mention_id JOIN document_origin o ON o.document_id = told.document_id
                  GROUP BY h.happening HAVING count(DISTINCT o.origin_id) >= $origins))
                """,
                ("$origins", query.Origins));
        }

        if (!string.IsNullOrWhiteSpace(query.Text))
        {
            if (TextQuery.ToFts(query.Text) is not { } words) return null;
            filter.Add("e.passage_id IN (SELECT rowid FROM passage_index WHERE passage_index MATCH $words)", ("$words", words));
        }

        filter.AddDays(query);
        return filter;
    }

    private void AddDays(ChronologyQuery query)
    {
        // Bounds that may overlap; what is open on one side reaches as far as it can.
        if (query.When.First is { } from) AddDay($"{IsDated} AND ifnull(e.last_day, '9999-12-31') >= $from", "$from", from);
        if (query.When.Last is { } to) AddDay($"{IsDated} AND ifnull(e.first_day, '0001-01-01') <= $to", "$to", to);
        if (query.Dating == Dating.Within) _days.Add($"e.first_day IS NOT NULL AND e.last_day IS NOT NULL{Inside}");
        else if (query.Dating == Dating.Unknown) _days.Add($"NOT {IsDated}");
        if (query.VaguerThan is { } unit) _days.Add($"{IsDated} AND NOT {IsWithin(unit)}");
    }

    private void AddActor(string actor, bool? acts)
    {
        Add($"e.id IN (SELECT p.event_mention_id FROM event_party p WHERE {IsParty("p", "actor", actor)}{(acts is null ? string.Empty : " AND p.is_actor = $acts")})");
        if (acts is { } flag) _parameters.Add(("$acts", flag));
    }

    private void AddActors(string actor, string other, Standpoint standpoint)
    {
        var relation = standpoint switch
        {
            Standpoint.Doing => "p.is_actor = 1 AND q.is_actor = 0",
            Standpoint.DoneTo => "p.is_actor = 0 AND q.is_actor = 1",
            Standpoint.Facing => "p.is_actor <> q.is_actor",
            Standpoint.Beside => "p.is_actor = q.is_actor AND p.ordinal <> q.ordinal",
            _ => "(p.is_actor <> q.is_actor OR p.ordinal <> q.ordinal)",
        };
        Add(
            $"""
            e.id IN (SELECT p.event_mention_id FROM event_party p JOIN event_party q ON q.event_mention_id = p.event_mention_id AND {relation}
            WHERE {IsParty("p", "actor", actor)} AND {IsParty("q", "with", other)})
            """);
    }

    // A key means its entity and nothing else; other words mean all that bear them in their name, or whom an article calls just so. A
    // code meets itself and what it is the beginning of: "MLI" meets "MLI GOV", in each of several codes.
    private string IsParty(string party, string name, string words)
    {
        _parameters.AddRange([($"${name}", words), ($"${name}Part", Folding.Anywhere(words)), ($"${name}Name", Folding.Fold(words)), ($"${name}Code", IsCode(words) ? words : "\u0001")]);
        return
            $"""
            ({party}.entity_id IN (SELECT id FROM entity WHERE key = ${name}
               UNION SELECT id FROM entity WHERE name_folded LIKE ${name}Part ESCAPE '\' AND NOT EXISTS (SELECT 1 FROM entity WHERE key = ${name})
               UNION SELECT entity_id FROM entity_name WHERE name_folded = ${name}Name AND NOT EXISTS (SELECT 1 FROM entity WHERE key = ${name}))
             OR (';' || replace({party}.code, '; ', ';') || ';' LIKE '%;' || ${name}Code || ';%')
             OR (';' || replace({party}.code, '; ', ';') || ';' LIKE '%;' || ${name}Code || ' %'))
            """;
    }

    private void AddPlace(string place) => Add(
        """
        e.place_id IN (SELECT id FROM place WHERE gazetteer_id = $place OR country = $place
          UNION SELECT id FROM place WHERE name_folded LIKE $placeName ESCAPE '\'
            AND NOT EXISTS (SELECT 1 FROM place WHERE gazetteer_id = $place OR country = $place))
        """,
        ("$place", place), ("$placeName", Folding.Anywhere(place)));

    private static bool IsCode(string words) => words.Length >= 3 && words.All(letter => letter is (>= 'A' and <= 'Z') or ' ');

    private void AddDay(string condition, string name, DateOnly day)
    {
        _days.Add(condition);
        _parameters.Add((name, Sql.Day(day)));
    }

    private void Add(string condition, params ReadOnlySpan<(string, object?)> parameters)
    {
        _isNarrow = true;
        _conditions.Add(condition);
        _parameters.AddRange(parameters);
    }
}
