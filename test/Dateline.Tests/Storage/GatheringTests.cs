using Dateline.Chronology;
using Dateline.Chronology.Gathering;
using Dateline.Storage;

namespace Dateline.Tests.Storage;

/// <summary>Gathering that goes on from where it was, held against gathering everything at once.</summary>
public sealed class GatheringTests : IDisposable
{
    // Enough that blocks grow beyond what is compared as a whole, and that copies have copies.
    private const int Reports = 150;

    private readonly string _folder = Directory.CreateTempSubdirectory("dateline-gathering-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_comes_part_by_part_in_any_order_is_gathered_as_if_all_had_come_at_once()
    {
        var expected = default(string);
        for (var seed = 0; seed < 4; seed++)
        {
            using var store = Store.Open(Path.Combine(_folder, $"{seed}.db"));
            Fill(store, new Random(seed));

            Assert.Equal(WholeGroups(store), Rows(store, "SELECT first_id, body FROM machine_group JOIN telling_sketch USING (event_mention_id)"));
            Assert.Equal(WholeGroups(store), Rows(store, "SELECT happening, body FROM happening_telling JOIN telling_sketch USING (event_mention_id)"));
            Assert.Equal(WholeOrigins(store), Origins(store));
            Assert.Empty(store.Check());
            Assert.Equal(expected ??= Events(store), Events(store));
        }

        Assert.Contains("|", expected!, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_came_nothing_is_gathered_anew()
    {
        using var store = Store.InMemory();
        TownReading.Import(store, TownReading.Of("Kamaba", 3));
        store.Gather();
        using var connection = store.Connect();
        var before = connection.Number("SELECT total_changes()");
        var version = connection.Number("PRAGMA data_version");

        store.Gather();

        Assert.Equal(before, connection.Number("SELECT total_changes()"));
        Assert.Equal(version, connection.Number("PRAGMA data_version"));
        Assert.Equal(2, store.Gathered().Tellings);
    }

    [Fact]
    public void After_a_change_of_the_rules_all_is_gathered_anew()
    {
        using var store = Store.Open(Path.Combine(_folder, "rules.db"));
        Fill(store, new Random(1));
        var expected = Events(store);
        using (var connection = store.Connect())
        {
            connection.Execute("UPDATE gathered_with SET rules = 'others'");
            connection.Execute("DELETE FROM telling_likeness");
        }

        store.Gather();

        Assert.Equal(expected, Events(store));
        Assert.Equal(WholeGroups(store), Rows(store, "SELECT first_id, body FROM machine_group JOIN telling_sketch USING (event_mention_id)"));
    }

    private static void Fill(Store store, Random random)
    {
        var order = Enumerable.Range(0, Reports).ToArray();
        random.Shuffle(order);
        foreach (var i in order)
        {
            // Some were edited: what was gathered of the first text has to go again.
            if (i % 15 == 0)
            {
                TownReading.Import(store, Report(i, dead: 30), $"{i}.html");
                if (random.Next(2) == 0) store.Gather();
            }

            TownReading.Import(store, Report(i, dead: 5 + (i % 4)), $"{i}.html");
            if (random.Next(12) == 0) store.Gather();
        }

        store.Gather();
    }

    private static Reading Report(int i, int dead)
    {
        var (town, day, force) = ($"Town{i % 50}", 1 + (i * 7 % 28), $"{(i % 3 == 0 ? "Northern" : "Eastern")} Front");
        var published = $"2025-11-{20 + (i % 10)}";
        return TownReading.Of(TownReading.ArticleOf(TownReading.TextOf(town, day, force, dead), id: $"r{i}", outlet: $"Paper {i % 5}", published: published), town, day, force, dead);
    }

    private static string WholeGroups(Store store)
    {
        using var connection = store.Connect();
        using var command = connection.Command("SELECT body FROM telling_sketch JOIN event_mention ON event_mention.id = event_mention_id WHERE is_current = 1");
        using var row = command.ExecuteReader();
        var tellings = new List<Telling>();
        while (row.Read()) tellings.Add(Sketches.Read(row.GetString(0)));
        return Text(Gatherer.Gather(tellings));
    }

    private static string Rows(Store store, string sql)
    {
        using var connection = store.Connect();
        using var command = connection.Command(sql);
        using var row = command.ExecuteReader();
        var groups = new List<(string Group, Telling Telling)>();
        while (row.Read()) groups.Add((row.GetValue(0).ToString()!, Sketches.Read(row.GetString(1))));
        return Text(groups.GroupBy(member => member.Group, member => member.Telling));
    }

    private static string Text(IEnumerable<IEnumerable<Telling>> groups) =>
        string.Join('\n', groups.Select(group => string.Join(',', group.Select(telling => $"{telling.Document} {telling.Id}").Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal));

    private static string WholeOrigins(Store store)
    {
        using var connection = store.Connect();
        using var command = connection.Command(
            """
            SELECT article.key, v.published_day, s.agency, s.hashes FROM document_sketch s JOIN document ON document.id = s.document_id
            JOIN article_version v ON v.id = document.version_id JOIN article ON article.id = v.article_id WHERE document.superseded_at IS NULL
            """);
        using var row = command.ExecuteReader();
        var sketches = new List<TextSketch>();
        while (row.Read()) sketches.Add(new TextSketch(row.GetString(0), row.DayOrNull(1), row.StringOrNull(2), Sketches.Unpack(row.GetFieldValue<byte[]>(3))));
        return string.Join('\n', OriginFinder.Find(sketches).SelectMany(origin => origin.Documents.Select(document => $"{document} {origin.Id}")).Order(StringComparer.Ordinal));
    }

    private static string Origins(Store store) => Lines(
        store,
        """
        SELECT article.key || ' ' || first.key FROM document_origin o JOIN document ON document.id = o.document_id JOIN article_version v ON v.id = document.version_id
        JOIN article ON article.id = v.article_id JOIN document od ON od.id = o.origin_id JOIN article_version ov ON ov.id = od.version_id JOIN article first ON first.id = ov.article_id
        """);

    // Without the store's own numbers, which follow the order of coming.
    private static string Events(Store store) =>
        Lines(
            store,
            """
            SELECT h.happening || ' ' || article.key || ' ' || e.ordinal || ' ' || h.is_lead FROM happening_telling h JOIN event_mention e ON e.id = h.event_mention_id
            JOIN document ON document.id = e.document_id JOIN article_version v ON v.id = document.version_id JOIN article ON article.id = v.article_id
            """)
        + "\n" + Lines(store, "SELECT happening || '|' || aspect || '|' || position || '|' || value || '|' || claim FROM dispute_claim");

    private static string Lines(Store store, string sql)
    {
        using var connection = store.Connect();
        using var command = connection.Command(sql);
        using var row = command.ExecuteReader();
        var lines = new List<string>();
        while (row.Read()) lines.Add(row.GetString(0));
        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }
}
