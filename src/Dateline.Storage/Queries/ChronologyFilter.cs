using System.Text.Json;

namespace Dateline.Storage;

/// <summary>A query as conditions on event_mention e. The text is put together from constants; values are parameters.</summary>
internal sealed class ChronologyFilter
{
    private readonly List<string> _conditions = ["e.is_current = 1"];
    private readonly List<(string, object?)> _parameters = [];

    public string Where => string.Join(" AND ", _conditions);

    public (string Name, object? Value)[] Parameters => [.. _parameters];

    /// <summary>The conditions; null when nothing can meet them.</summary>
    public static ChronologyFilter? Of(ChronologyQuery query)
    {
        var filter = new ChronologyFilter();
        if (!query.WithHidden) filter.Add("e.is_shown = 1");
        if (query.IsGathered) filter.Add("e.id NOT IN (SELECT event_mention_id FROM happening_telling WHERE is_lead = 0)");
        if (!string.IsNullOrWhiteSpace(query.Actor)) filter.AddActor(query.Actor.Trim(), query.ActorActs);
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
        // Bounds that may overlap; what is open on one side reaches as far as it can.
        if (query.When.First is { } from) filter.Add("e.sort_key < '9999-99' AND ifnull(e.last_day, '9999-12-31') >= $from", ("$from", Sql.Day(from)));
        if (query.When.Last is { } to) filter.Add("e.sort_key < '9999-99' AND ifnull(e.first_day, '0001-01-01') <= $to", ("$to", Sql.Day(to)));
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
        if (!string.IsNullOrWhiteSpace(query.Text))
        {
            if (TextQuery.ToFts(query.Text) is not { } words) return null;
            filter.Add("e.passage_id IN (SELECT rowid FROM passage_index WHERE passage_index MATCH $words)", ("$words", words));
        }

        return filter;
    }

    private void AddActor(string actor, bool? acts)
    {
        var part = acts is null ? string.Empty : " AND p.is_actor = $acts";
        // A code meets itself and what it is the beginning of: "MLI" meets "MLI GOV", in each of several codes.
        Add(
            $"""
            e.id IN (SELECT p.event_mention_id FROM event_party p
            WHERE (p.entity_id IN (SELECT id FROM entity WHERE key = $actor
                     UNION SELECT id FROM entity WHERE name_folded LIKE $actorName ESCAPE '\'
                       AND NOT EXISTS (SELECT 1 FROM entity WHERE key = $actor))
                   OR (';' || replace(p.code, '; ', ';') || ';' LIKE '%;' || $actorCode || ';%' ESCAPE '\')
                   OR (';' || replace(p.code, '; ', ';') || ';' LIKE '%;' || $actorCode || ' %' ESCAPE '\')){part})
            """,
            ("$actor", actor), ("$actorName", Folding.Anywhere(actor)), ("$actorCode", IsCode(actor) ? actor : "\u0001"));
        if (acts is { } flag) _parameters.Add(("$acts", flag));
    }

    private void AddPlace(string place) => Add(
        """
        e.place_id IN (SELECT id FROM place WHERE gazetteer_id = $place OR country = $place
          UNION SELECT id FROM place WHERE name_folded LIKE $placeName ESCAPE '\'
            AND NOT EXISTS (SELECT 1 FROM place WHERE gazetteer_id = $place OR country = $place))
        """,
        ("$place", place), ("$placeName", Folding.Anywhere(place)));

    private static bool IsCode(string words) => words.Length >= 3 && words.All(letter => letter is (>= 'A' and <= 'Z') or ' ');

    private void Add(string condition, params ReadOnlySpan<(string, object?)> parameters)
    {
        _conditions.Add(condition);
        _parameters.AddRange(parameters);
    }
}
