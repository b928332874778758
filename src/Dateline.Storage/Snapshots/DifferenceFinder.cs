using System.Globalization;
using Dateline.Chronology.Events;
using Dateline.Chronology.Gathering;
using Dateline.Chronology.Reviews;
using Dateline.Text;
using Dateline.Text.Times;
using Microsoft.Data.Sqlite;

namespace Dateline.Storage;

/// <summary>Finds what is not the same at two moments of a store, and why. For one question.</summary>
internal sealed class DifferenceFinder
{
    // An event of a thousand tellings may have as many causes; more than these nobody reads.
    private const int MostCauses = 20;

    private readonly SqliteConnection _connection;
    private readonly Snapshot _before;
    private readonly Snapshot _after;
    private readonly KnownChronology _old;
    private readonly KnownChronology _new;
    private readonly List<(string Article, CurrentDocument? Old, CurrentDocument? New)> _documents;
    private readonly Dictionary<string, ChangeCause> _articles;
    private readonly List<(HashSet<long> Mentions, ChangeCause Cause)> _decisions;

    public DifferenceFinder(SqliteConnection connection, Snapshot before, Snapshot after)
    {
        (_connection, _before, _after) = (connection, before, after);
        (_old, _new) = (KnownChronology.Load(connection, before.Horizon), KnownChronology.Load(connection, after.Horizon));
        _documents = ChangedDocuments();
        _articles = _documents.ToDictionary(document => document.Article, CauseOf, StringComparer.Ordinal);
        _decisions = [.. DecisionsBetween()];
    }

    public SnapshotDifference Run()
    {
        var (events, states, claims) = (Events(), States(), Claims());
        var listed = claims.Take(SnapshotDifference.MostListed).ToList();
        var lines = new LineReader(_connection);
        return new SnapshotDifference(
            _before, _after,
            [.. events.Take(SnapshotDifference.MostListed)], ChangeCounts.Of(events.Select(change => change.Sort)),
            [.. states.Take(SnapshotDifference.MostListed)], ChangeCounts.Of(states.Select(change => change.Sort)),
            [.. listed.Select(claim => claim.Difference with { Words = lines.WordsOf(claim.Version, claim.Span).Text })], ChangeCounts.Of(claims.Select(change => change.Difference.Sort)));
    }

    private List<EventDifference> Events()
    {
        var (oldKeys, newKeys) = (KeysOf(_old), KeysOf(_new));
        var (oldHolders, newHolders) = (HoldersOf(_old, oldKeys), HoldersOf(_new, newKeys));
        var oldById = _old.Shown.DistinctBy(happening => happening.Id).ToDictionary(happening => happening.Id, StringComparer.Ordinal);
        var pairs = new Dictionary<Event, Event>(ReferenceEqualityComparer.Instance);
        var taken = new HashSet<Event>(ReferenceEqualityComparer.Instance);
        foreach (var happening in _new.Shown)
        {
            if (oldById.TryGetValue(happening.Id, out var same) && taken.Add(same)) pairs.Add(happening, same);
        }

        // An event keeps its id while its earliest telling stays; otherwise it is the one with which it shares the most tellings.
        foreach (var happening in _new.Shown.Where(happening => !pairs.ContainsKey(happening)))
        {
            var nearest = happening.Tellings.Select(telling => oldHolders.GetValueOrDefault(newKeys[telling])).OfType<Event>().Where(other => !taken.Contains(other))
                .GroupBy(other => other, ReferenceEqualityComparer.Instance).OrderByDescending(group => group.Count()).FirstOrDefault()?.First();
            if (nearest is not null && taken.Add(nearest)) pairs.Add(happening, nearest);
        }

        var (oldIds, newIds) = (_old.IdsOf(_old.Shown), _new.IdsOf(_new.Shown));
        var changes = new List<(Event Event, EventDifference Change)>();
        foreach (var happening in _new.Shown)
        {
            var now = StoreReader.KnownEventOf(happening, newIds);
            if (!pairs.TryGetValue(happening, out var before))
            {
                var from = happening.Tellings.Select(telling => oldHolders.GetValueOrDefault(newKeys[telling])).FirstOrDefault(other => other is not null);
                changes.Add((happening, new EventDifference(ChangeSort.Added, now, [], from is null ? null : oldIds[from], Causes([], [happening]))));
            }
            else if (Fields(StoreReader.KnownEventOf(before, oldIds), now) is { Count: > 0 } fields)
            {
                changes.Add((happening, new EventDifference(ChangeSort.Changed, now, fields, null, Causes([before], [happening]))));
            }
        }

        foreach (var happening in _old.Shown.Where(happening => !taken.Contains(happening)))
        {
            var into = happening.Tellings.Select(telling => newHolders.GetValueOrDefault(oldKeys[telling])).FirstOrDefault(other => other is not null);
            changes.Add((happening, new EventDifference(
                ChangeSort.Withdrawn, StoreReader.KnownEventOf(happening, oldIds), [], into is null ? null : newIds[into], Causes([happening], into is null ? [] : [into]))));
        }

        return [.. changes.OrderBy(change => change.Event.Bounds?.First ?? DateOnly.MaxValue).ThenBy(change => change.Event.Id, StringComparer.Ordinal).ThenBy(change => change.Change.Sort).Select(change => change.Change)];
    }

    private static List<FieldDifference> Fields(KnownEvent before, KnownEvent after)
    {
        var fields = new List<FieldDifference>();
        Add("kind", before.Kind, after.Kind);
        Add("time", before.Edtf, after.Edtf);
        Add("place", before.Place, after.Place);
        Add("actor", Joined(before.Actors), Joined(after.Actors));
        Add("recipient", Joined(before.Recipients), Joined(after.Recipients));
        Add("tellings", Number(before.Tellings), Number(after.Tellings));
        Add("origins", Number(before.Origins), Number(after.Origins));
        Add("disputed", Joined(before.Disputed) ?? "nothing", Joined(after.Disputed) ?? "nothing");
        return fields;

        void Add(string name, string? one, string? other)
        {
            if (one != other) fields.Add(new FieldDifference(name, one, other));
        }

        static string? Joined(IReadOnlyList<string> names) => names.Count == 0 ? null : string.Join("; ", names.Order(StringComparer.Ordinal));

        static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
    }

    private List<StateDifference> States()
    {
        var (before, after) = (Numbered(_old), Numbered(_new));
        var changes = new List<StateDifference>();
        foreach (var (key, fact) in after)
        {
            if (!before.TryGetValue(key, out var old))
            {
                changes.Add(new StateDifference(ChangeSort.Added, fact, [], Causes([], EventsOf(fact))));
                continue;
            }

            var fields = new List<FieldDifference>();
            if (old.Start != fact.Start) fields.Add(new FieldDifference("since", Say(old.Start), Say(fact.Start)));
            if (old.End != fact.End) fields.Add(new FieldDifference("until", Say(old.End), Say(fact.End)));
            if (fields.Count > 0) changes.Add(new StateDifference(ChangeSort.Changed, fact, fields, Causes(EventsOf(old), EventsOf(fact))));
        }

        changes.AddRange(before.Where(state => !after.ContainsKey(state.Key)).Select(state => new StateDifference(ChangeSort.Withdrawn, state.Value, [], Causes(EventsOf(state.Value), []))));
        return [.. changes.OrderBy(change => change.Fact.Subject.Name, StringComparer.OrdinalIgnoreCase).ThenBy(change => change.Fact.Relation).ThenBy(change => change.Fact.Object.Name, StringComparer.OrdinalIgnoreCase)];

        static List<Event> EventsOf(StateFact fact) => [.. fact.Openings, .. fact.Closings];

        static string? Say(TimeBounds? bounds) => bounds is null ? null : bounds.Value.First == bounds.Value.Last ? Day(bounds.Value.First) : $"{Day(bounds.Value.First)}/{Day(bounds.Value.Last)}";

        static string Day(DateOnly? day) => day is { } known ? Sql.Day(known) : "..";

        // The same two may stand in the same relation several times, one after the other.
        static Dictionary<(string, StateRelation, string, int), StateFact> Numbered(KnownChronology known) => StateFinder.Find(known.Events)
            .GroupBy(fact => (Subject: fact.Subject.Key, fact.Relation, Object: fact.Object.Key))
            .SelectMany(group => group.Select((fact, at) => (Key: (group.Key.Subject, group.Key.Relation, group.Key.Object, at), Fact: fact)))
            .ToDictionary(fact => fact.Key, fact => fact.Fact);
    }

    private List<(ClaimDifference Difference, long Version, TextSpan Span)> Claims()
    {
        var claims = ClaimsOf(_documents.SelectMany(document => new[] { document.Old?.Id, document.New?.Id }).OfType<long>());
        var changes = new List<(ClaimDifference, long, TextSpan)>();
        foreach (var (article, old, now) in _documents)
        {
            var before = Of(old);
            var after = Of(now);
            foreach (var claim in after.Values)
            {
                var was = before.GetValueOrDefault(claim.Id);
                if (was is null) Add(ChangeSort.Added, claim, now!, null, claim.Value);
                else if (was.Value != claim.Value) Add(ChangeSort.Changed, claim, now!, was.Value, claim.Value);
            }

            foreach (var claim in before.Values.Where(claim => !after.ContainsKey(claim.Id))) Add(ChangeSort.Withdrawn, claim, old!, claim.Value, null);

            void Add(ChangeSort sort, StoredClaim claim, CurrentDocument document, string? from, string? to) => changes.Add((
                new ClaimDifference(sort, claim.Id, claim.EventId, claim.Aspect, string.Empty, new FieldDifference(claim.Aspect, from, to), _articles[article]), document.Version, claim.Span));
        }

        return changes;

        Dictionary<string, StoredClaim> Of(CurrentDocument? document) => document is null ? [] : claims[document.Id].ToDictionary(claim => claim.Id, StringComparer.Ordinal);
    }

    private ILookup<long, StoredClaim> ClaimsOf(IEnumerable<long> documents)
    {
        using var command = _connection.Command(
            """
            SELECT c.document_id, c.id, c.event_id, c.aspect, c.start, c.length, c.kind, c.mode, ifnull(c.code, de.name), place.name, c.edtf, c.value FROM claim c
            LEFT JOIN document_entity de ON de.document_id = c.document_id AND de.ordinal = c.entity LEFT JOIN place ON place.id = c.place_id
            WHERE c.document_id IN (SELECT value FROM json_each($documents)) ORDER BY c.document_id, c.ordinal, c.id
            """,
            ("$documents", "[" + string.Join(',', documents) + "]"));
        using var row = command.ExecuteReader();
        var claims = new List<(long Document, StoredClaim Claim)>();
        while (row.Read())
        {
            var aspect = row.GetString(3);
            var value = aspect switch
            {
                "what" => string.Join(' ', new[] { row.IntOrNull(6) is { } kind ? ((EventKind)kind).ToPlover() : null, row.StringOrNull(7) }.OfType<string>()),
                "place" => row.StringOrNull(9),
                "time" => row.StringOrNull(10),
                "number" => row.DoubleOrNull(11)?.ToString(CultureInfo.InvariantCulture),
                _ => row.StringOrNull(8),
            };
            claims.Add((row.GetInt64(0), new StoredClaim(row.GetString(1), row.GetString(2), aspect, new TextSpan(row.GetInt32(4), row.GetInt32(5)), value)));
        }

        return claims.ToLookup(claim => claim.Document, claim => claim.Claim);
    }

    private List<ChangeCause> Causes(IReadOnlyList<Event> before, IReadOnlyList<Event> after)
    {
        var causes = before.Concat(after).SelectMany(happening => happening.Tellings).Select(telling => telling.Document).Distinct()
            .Where(_articles.ContainsKey).Select(article => _articles[article]).ToList();
        HashSet<long> mentions = [.. before.SelectMany(happening => happening.Tellings).Select(_old.MentionOf), .. after.SelectMany(happening => happening.Tellings).Select(_new.MentionOf)];
        causes.InsertRange(0, _decisions.Where(decision => decision.Mentions.Overlaps(mentions)).Select(decision => decision.Cause));
        return causes.Count == 0 ? [new ChangeCause(ChangeReason.Regathering, null, null)] : [.. causes.Distinct().Take(MostCauses)];
    }

    private IEnumerable<(HashSet<long> Mentions, ChangeCause Cause)> DecisionsBetween()
    {
        var (first, last) = (Math.Min(_before.Horizon.Review, _after.Horizon.Review), Math.Max(_before.Horizon.Review, _after.Horizon.Review));
        var reviews = ReviewRows.Load(_connection, last);
        foreach (var review in reviews.All.Where(row => row.Id > first && !row.IsBlind))
        {
            var about = review;
            while (about.Undoes is { } undone) about = reviews.All.First(row => row.Id == undone);
            if (about.Act is ReviewAct.Note or ReviewAct.Outcome) continue;
            var what = about.Field is { } field ? $"{about.Act} {field}" : about.Act.ToString();
            var cause = new ChangeCause(ChangeReason.Decision, null, $"{(review == about ? null : "took back: ")}{what.ToLowerInvariant()} ({review.Coder})");
            HashSet<long> mentions = [];
            foreach (var (_, anchor) in reviews.AnchorsOf(about.Id))
            {
                foreach (var known in new[] { _old, _new })
                {
                    if (about.Act == ReviewAct.Withdraw) mentions.UnionWith(known.Anchors.MentionsOf(anchor.Article));
                    else if (known.Anchors.Find(anchor) is { } mention) mentions.Add(mention);
                }
            }

            yield return (mentions, cause);
        }
    }

    private List<(string Article, CurrentDocument? Old, CurrentDocument? New)> ChangedDocuments()
    {
        var (before, after) = (DocumentsAt(_before.Horizon), DocumentsAt(_after.Horizon));
        return
        [
            .. before.Keys.Union(after.Keys).Order(StringComparer.Ordinal).Select(article => (article, before.GetValueOrDefault(article), after.GetValueOrDefault(article)))
                .Where(document => document.Item2?.Id != document.Item3?.Id),
        ];
    }

    private Dictionary<string, CurrentDocument> DocumentsAt(Horizon horizon)
    {
        using var command = _connection.Command(
            $"SELECT article.key, document.id, document.version_id, document.run_id FROM document JOIN article_version v ON v.id = document.version_id JOIN article ON article.id = v.article_id WHERE {horizon.IsCurrent}",
            ("$last", horizon.Document));
        using var row = command.ExecuteReader();
        var documents = new Dictionary<string, CurrentDocument>(StringComparer.Ordinal);
        while (row.Read())
            documents.Add(row.GetString(0), new CurrentDocument(row.GetInt64(1), row.GetInt64(2), row.GetInt64(3)));
        return documents;
    }

    private ChangeCause CauseOf((string Article, CurrentDocument? Old, CurrentDocument? New) document) => document switch
    {
        (var article, { } old, { } now) when old.Version == now.Version => new ChangeCause(ChangeReason.NewReading, article, WhatReadsOtherwise(old.Run, now.Run)),
        (var article, not null, not null) => new ChangeCause(ChangeReason.NewVersion, article, null),
        var (article, _, _) => new ChangeCause(ChangeReason.NewArticle, article, null),
    };

    private string? WhatReadsOtherwise(long before, long after)
    {
        var (old, now) = (ComponentsOf(before), ComponentsOf(after));
        var names = old.Concat(now).Where(component => !(old.Contains(component) && now.Contains(component))).Select(component => $"{component.Kind} {component.Name}").Distinct().Order(StringComparer.Ordinal).ToList();
        return names.Count == 0 ? null : string.Join(", ", names);
    }

    private HashSet<(string Kind, string Name, string Sha256)> ComponentsOf(long run)
    {
        using var command = _connection.Command(
            "SELECT kind, name, sha256 FROM run_component WHERE run_id = $run UNION ALL SELECT 'program', program_version, '' FROM run WHERE id = $run", ("$run", run));
        using var row = command.ExecuteReader();
        var components = new HashSet<(string, string, string)>();
        while (row.Read())
            components.Add((row.GetString(0), row.GetString(1), row.GetString(2)));
        return components;
    }

    // The same telling at both moments, though its article was edited or read anew: by its article and its words, the first
    // of the same words with the first.
    private static Dictionary<Telling, string> KeysOf(KnownChronology known)
    {
        var keys = new Dictionary<Telling, string>(ReferenceEqualityComparer.Instance);
        foreach (var same in known.Events.SelectMany(happening => happening.Tellings).GroupBy(telling => (telling.Document, telling.Text)))
        {
            var at = 0;
            foreach (var telling in same.OrderBy(telling => telling.Begin).ThenBy(telling => telling.Id, StringComparer.Ordinal)) keys.Add(telling, $"{same.Key.Document}\n{same.Key.Text}\n{at++}");
        }

        return keys;
    }

    private static Dictionary<string, Event> HoldersOf(KnownChronology known, Dictionary<Telling, string> keys) =>
        known.Shown.SelectMany(happening => happening.Tellings.Select(telling => (Key: keys[telling], happening))).DistinctBy(pair => pair.Key).ToDictionary(pair => pair.Key, pair => pair.happening, StringComparer.Ordinal);

    private sealed record CurrentDocument(long Id, long Version, long Run);

    private sealed record StoredClaim(string Id, string EventId, string Aspect, TextSpan Span, string? Value);
}
