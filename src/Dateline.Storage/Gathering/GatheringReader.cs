using Dateline.Chronology.Gathering;
using Dateline.Chronology.Reviews;
using Microsoft.Data.Sqlite;

namespace Dateline.Storage;

/// <summary>Reads what gathering compares, as it was current at a horizon. Remembers which rows it came from.</summary>
internal sealed class GatheringReader(SqliteConnection connection, Horizon horizon)
{
    private readonly Dictionary<string, long> _documents = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Document, string Id), long> _mentions = [];

    /// <summary>Number of the telling's row.</summary>
    public long MentionOf(Telling telling) => _mentions[(telling.Document, telling.Id)];

    /// <summary>Number of the reading of an article that <see cref="Documents"/> gave.</summary>
    public long DocumentOf(string article) => _documents[article];

    /// <summary>The articles as copies are found by.</summary>
    public List<TextSketch> Documents()
    {
        // The article's key is the document's name here: two articles of different inputs may bear the same id.
        using var command = connection.Command(
            $"""
            SELECT document.id, v.published_day, s.agency, s.hashes, article.key FROM document_sketch s JOIN document ON document.id = s.document_id
            JOIN article_version v ON v.id = document.version_id JOIN article ON article.id = v.article_id WHERE {horizon.IsCurrent}
            """,
            ("$last", horizon.Document));
        using var row = command.ExecuteReader();
        var sketches = new List<TextSketch>();
        while (row.Read())
        {
            var key = row.GetString(4);
            _documents[key] = row.GetInt64(0);
            sketches.Add(new TextSketch(key, row.DayOrNull(1), row.StringOrNull(2), Sketches.Unpack(row.GetFieldValue<byte[]>(3))));
        }

        return sketches;
    }

    /// <summary>The tellings as the machine read them, by the numbers of their rows.</summary>
    /// <param name="only">Numbers of the tellings wanted; null for all that were current.</param>
    public Dictionary<long, Telling> Tellings(IEnumerable<long>? only = null)
    {
        var wanted = only is null ? horizon.IsCurrent : "e.id IN (SELECT value FROM json_each($wanted))";
        using var command = connection.Command(
            $"""
            SELECT e.id, s.body, article.key FROM telling_sketch s JOIN event_mention e ON e.id = s.event_mention_id JOIN document ON document.id = e.document_id
            JOIN article_version v ON v.id = document.version_id JOIN article ON article.id = v.article_id WHERE {wanted}
            """,
            ("$last", horizon.Document), ("$wanted", only is null ? null : "[" + string.Join(',', only) + "]"));
        using var row = command.ExecuteReader();
        var tellings = new Dictionary<long, Telling>();
        while (row.Read())
        {
            var telling = Sketches.Read(row.GetString(1)) with { Document = row.GetString(2) };
            _mentions[(telling.Document, telling.Id)] = row.GetInt64(0);
            tellings.Add(row.GetInt64(0), telling);
        }

        return tellings;
    }
}

/// <summary>What people decided, laid over what the machine gathered.</summary>
internal sealed class GatheringDecisions(SqliteConnection connection, ReviewRows reviews, AnchorFinder anchors)
{
    private readonly TellingCorrector _corrector = new(connection, reviews, anchors);

    /// <summary>What people joined and parted.</summary>
    public IReadOnlyList<GroupDecision> OfGroups { get; } = Read(reviews, anchors);

    /// <summary>The machine's groups as people joined and parted them.</summary>
    public List<List<long>> Group(IEnumerable<IReadOnlyList<long>> machine) => DecidedGroups.Apply(machine, OfGroups);

    /// <summary>The tellings of each happening as corrected, in the order in which happenings are made of them.</summary>
    /// <param name="groups">Numbers of tellings, group by group; those that <paramref name="tellings"/> lacks are left out.</param>
    /// <param name="tellings">The tellings as the machine read them.</param>
    public List<List<Telling>> Decide(IEnumerable<IReadOnlyList<long>> groups, Dictionary<long, Telling> tellings)
    {
        var articles = tellings.Values.Select(telling => telling.Document).ToHashSet(StringComparer.Ordinal);
        var decided = DecidedMentions.Of(reviews.Effective, reviews, anchors, articles.Contains);
        var made = new List<List<Telling>>();
        foreach (var group in groups)
        {
            var members = new List<Telling>();
            foreach (var mention in group)
            {
                if (!tellings.TryGetValue(mention, out var telling)) continue;
                if (decided.TryGetValue(mention, out var decision))
                {
                    telling = _corrector.Apply(telling, mention, decision);
                    // What is read wrong tells of nothing: it stands alone and counts as nobody's account.
                    if (decision.IsRejected)
                    {
                        made.Add([telling]);
                        continue;
                    }
                }

                members.Add(telling);
            }

            members.Sort(Telling.Compare);
            if (members.Count > 0) made.Add(members);
        }

        made.Sort(static (one, other) => Telling.Compare(one[0], other[0]));
        return made;
    }

    private static List<GroupDecision> Read(ReviewRows reviews, AnchorFinder anchors)
    {
        var decisions = new List<GroupDecision>();
        foreach (var review in reviews.Effective)
        {
            if (review.Act is not (ReviewAct.Merge or ReviewAct.Split or ReviewAct.Apart)) continue;
            var sides = reviews.AnchorsOf(review.Id).ToLookup(anchor => anchor.IsOther, anchor => anchors.Find(anchor.Anchor));
            decisions.Add(new GroupDecision(review.Act == ReviewAct.Merge, [.. sides[false].OfType<long>()], [.. sides[true].OfType<long>()]));
        }

        return decisions;
    }
}
