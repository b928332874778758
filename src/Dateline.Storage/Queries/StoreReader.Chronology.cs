using System.Text;
using Dateline.Chronology.Events;
using Dateline.Chronology.Gathering;

namespace Dateline.Storage;

/// <content>The chronology.</content>
public sealed partial class StoreReader
{
    private const int MaximumLimit = 500;

    /// <summary>The lines that <paramref name="query"/> wants, a page of them, in order of time.</summary>
    public ChronologyPage Chronology(ChronologyQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var limit = Math.Clamp(query.Limit, 1, MaximumLimit);
        var filter = ChronologyFilter.Of(query);
        if (filter is null) return new ChronologyPage([], 0, null);

        var total = Count(filter);
        var ids = new List<long>();
        var keys = new List<string>();
        var after = Cursor.Read(query.Cursor, 2);
        var isNewestFirst = query.Order == ChronologyOrder.NewestFirst;
        // Undated tellings come last in either direction: read backwards, the index would give them first.
        var isAmongUndated = after is [DocumentWriter.Undated, _];
        if (!isAmongUndated) Take(ChronologyFilter.IsDated, isNewestFirst, after);
        if (ids.Count <= limit) Take("NOT " + ChronologyFilter.IsDated, isNewestFirst, isAmongUndated ? after : null);

        string? next = null;
        if (ids.Count > limit)
        {
            ids.RemoveRange(limit, ids.Count - limit);
            next = Cursor.Write(keys[limit - 1], ids[^1].ToString());
        }

        return new ChronologyPage(new LineReader(_connection).Read(ids), total, next);

        void Take(string section, bool descending, string[]? from)
        {
            var (compare, direction) = descending ? ("<", "DESC") : (">", "ASC");
            var sql = new StringBuilder($"SELECT e.id, e.sort_key {filter.Rows} AND {section}");
            var parameters = new List<(string, object?)>(filter.Parameters);
            if (from is not null && long.TryParse(from[1], out var id))
            {
                sql.Append($" AND (e.sort_key, e.id) {compare} ($afterKey, $afterId)");
                parameters.Add(("$afterKey", from[0]));
                parameters.Add(("$afterId", id));
            }

            sql.Append($" ORDER BY e.sort_key {direction}, e.id {direction} LIMIT $limit");
            parameters.Add(("$limit", limit + 1 - ids.Count));
            using var command = _connection.Command(sql.ToString(), parameters.ToArray());
            using var row = command.ExecuteReader();
            while (row.Read())
            {
                ids.Add(row.GetInt64(0));
                keys.Add(row.GetString(1));
            }
        }
    }

    /// <summary>How many lines <paramref name="query"/> wants; its cursor and limit do not count.</summary>
    public int Count(ChronologyQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return ChronologyFilter.Of(query) is { } filter ? Count(filter) : 0;
    }

    private int Count(ChronologyFilter filter) =>
        (int)(Guard(() => _connection.Number("SELECT count(*) " + filter.Rows, filter.Parameters)) ?? 0);

    /// <summary>How what <paramref name="query"/> wants lies in time; its cursor and limit do not count.</summary>
    /// <param name="query">What is wanted.</param>
    /// <param name="unit">What one count stands for; null for the finest with which there are at most 120.</param>
    public Density Density(ChronologyQuery query, DensityUnit? unit = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (ChronologyFilter.Of(query) is not { } filter) return new Density(unit ?? DensityUnit.Month, [], 0, 0);
        var chosen = unit ?? FinestUnit(filter);
        var digits = chosen.Digits();
        // Which part of the rows has no day is said even where only certain days are asked for: they are not hidden by asking.
        var undated = query is { Dating: Dating.Any or Dating.Unknown, VaguerThan: null } ? _connection.Number($"SELECT count(*) {filter.RowsOfAnyDay} AND NOT {ChronologyFilter.IsDated}", filter.Parameters) ?? 0 : 0;
        var counts = List(
            $"SELECT CASE WHEN {filter.IsWithin(chosen)} THEN substr(e.first_day, 1, {digits}) END AS unit, count(*) {filter.Rows} AND {ChronologyFilter.IsDated} GROUP BY unit ORDER BY unit",
            row => (Unit: row.StringOrNull(0), Count: row.GetInt32(1)), filter.Parameters);
        return new Density(
            chosen, [.. counts.Where(count => count.Unit is not null).Select(count => new DensityCount(chosen.FirstDay(count.Unit!), count.Count))],
            counts.Find(count => count.Unit is null).Count, (int)undated);
    }

    private DensityUnit FinestUnit(ChronologyFilter filter)
    {
        const int Most = 120;
        var (first, last) = List(
            $"SELECT min(e.first_day), max(e.last_day) {filter.Rows} AND {filter.IsWithin(DensityUnit.Year)}",
            row => (row.DayOrNull(0), row.DayOrNull(1)), filter.Parameters)[0];
        if (first is not { } from || last is not { } to) return DensityUnit.Month;
        return Enum.GetValues<DensityUnit>().First(unit => unit == DensityUnit.Decade || unit.Between(from, to) < Most);
    }

    /// <summary>One event with the tellings of its happening and all claims about it; null when there is none of that id.</summary>
    public EventView? Event(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var mentions = new List<long>();
        using (var command = _connection.Command(
            """
            SELECT e.id FROM event_mention e LEFT JOIN happening_telling h ON h.event_mention_id = e.id
            WHERE e.event_id = $id OR h.happening IN (
              SELECT other.happening FROM happening_telling other JOIN event_mention m ON m.id = other.event_mention_id WHERE m.event_id = $id)
            ORDER BY e.is_current DESC, e.event_id <> $id, e.is_shown DESC, e.document_id, e.id LIMIT 1000
            """,
            ("$id", id)))
        {
            using var row = command.ExecuteReader();
            while (row.Read())
                mentions.Add(row.GetInt64(0));
        }

        if (mentions.Count == 0) return null;
        var tellings = new LineReader(_connection).Read(mentions, withAlternatives: true);
        var claims = new ClaimReader(_connection);
        return new EventView(
            id, tellings, [.. tellings.Select(telling => telling.EventId).Distinct().SelectMany(claims.OfEvent)], new DisputeReader(_connection).OfEvent(id))
        { Origins = OriginsOf(mentions), Corrections = CorrectionsOf(mentions) };
    }

    // Found anew from what gathering compares: it says nothing that the tellings do not say.
    private List<CorrectionView> CorrectionsOf(List<long> mentions)
    {
        var current = List("SELECT id FROM event_mention WHERE is_current = 1 AND id IN (SELECT value FROM json_each($ids))", row => row.GetInt64(0), ("$ids", "[" + string.Join(',', mentions) + "]"));
        var reader = new GatheringReader(_connection, Horizon.Now);
        var tellings = reader.Tellings(current).Values.ToList();
        var lines = new LineReader(_connection);
        return
        [
            .. from correction in CorrectionFinder.Find(tellings)
               let told = lines.Read([.. correction.Steps.Select(step => reader.MentionOf(step.Claim.Telling))])
               select new CorrectionView(correction.Aspect, correction.Outlet, [.. correction.Steps.Zip(told, StepOf)]),
        ];

        static PositionView StepOf(CorrectionStep step, ChronologyLine line) =>
            new(step.Value, [new PositionLine(new Words(step.Claim.Span, step.Claim.Text), line.Evidence, line.Speaker, line.Article, line.LocalId)]);
    }

    // Who told it first, of the accounts that do not hang on each other, and who repeats it.
    private List<OriginLine> OriginsOf(List<long> mentions)
    {
        var documents = List(
            $"""
            SELECT DISTINCT ifnull(o.origin_id, e.document_id), {LineReader.ArticleColumns}, ifnull(o.origin_id, e.document_id) = e.document_id
            FROM event_mention e JOIN document ON document.id = e.document_id {LineReader.ArticleJoins} LEFT JOIN document_origin o ON o.document_id = e.document_id
            WHERE e.id IN (SELECT value FROM json_each($ids)) AND e.is_current = 1
            """,
            row => (Origin: row.GetInt64(0), Article: LineReader.ReadArticle(row, 1), IsFirst: row.GetBoolean(11)), ("$ids", "[" + string.Join(',', mentions) + "]"));
        return
        [
            .. documents.GroupBy(document => document.Origin)
                .Select(origin => origin.OrderByDescending(document => document.IsFirst).ThenBy(document => Day(document.Article), StringComparer.Ordinal).Select(document => document.Article).ToList())
                .Select(articles => new OriginLine(articles[0], articles[1..]))
                .OrderBy(origin => Day(origin.First), StringComparer.Ordinal).ThenBy(origin => origin.First.Id, StringComparer.Ordinal),
        ];

        static string Day(ArticleLine article) => article.Published ?? "~";
    }

    /// <summary>Kinds of shown events with how often each occurs, for a filter; in PLOVER's order.</summary>
    public IReadOnlyList<Counted> Kinds()
    {
        using var command = _connection.Command(
            "SELECT kind, count(*) FROM event_mention WHERE is_current = 1 AND is_shown = 1 GROUP BY kind ORDER BY kind");
        using var row = command.ExecuteReader();
        var kinds = new List<Counted>();
        while (row.Read())
            kinds.Add(new Counted(((EventKind)row.GetInt32(0)).ToPlover(), row.GetInt32(1)));
        return kinds;
    }

    /// <summary>Earliest and latest day of shown, dated events; null when there are none.</summary>
    public (DateOnly First, DateOnly Last)? Days()
    {
        using var command = _connection.Command(
            """
            SELECT min(ifnull(first_day, last_day)), max(ifnull(last_day, first_day)) FROM event_mention
            WHERE is_current = 1 AND is_shown = 1 AND sort_key < '9999-99'
            """);
        using var row = command.ExecuteReader();
        return row.Read() && row.DayOrNull(0) is { } first && row.DayOrNull(1) is { } last ? (first, last) : null;
    }

    private T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Microsoft.Data.Sqlite.SqliteException exception)
        {
            throw _store.Wrap(exception);
        }
    }
}
