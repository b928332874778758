using System.Text;
using System.Text.Json;
using Dateline.Cli.Pipeline;
using Dateline.Chronology.Reviews;
using Dateline.Storage;
using Dateline.Text;
using Microsoft.Data.Sqlite;

namespace Dateline.Tests.Storage;

public sealed class StoreFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dateline-store-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string At(string name) => Path.Combine(_folder, name);

    [Fact]
    public void A_store_is_there_again_when_it_is_opened_again()
    {
        using (var store = Store.Open(At("a.db")))
            TownReading.Import(store, TownReading.Of("Kamaba", 15));
        using var again = Store.OpenExisting(At("a.db"));
        using var reader = again.OpenReader();
        Assert.Equal(1, reader.Chronology(new ChronologyQuery()).Total);
    }

    [Fact]
    public void What_is_no_store_is_refused_and_left_as_it_was()
    {
        File.WriteAllText(At("b.db"), new string('x', 5000));
        Assert.Equal("DL4002", Assert.Throws<StoreException>(() => Store.Open(At("b.db"))).Diagnostic.Code);
        Assert.Equal(new string('x', 5000), File.ReadAllText(At("b.db")));
        Assert.Equal("DL4005", Assert.Throws<StoreException>(() => Store.OpenExisting(At("none.db"))).Diagnostic.Code);
        Assert.Equal("DL4001", Assert.Throws<StoreException>(() => Store.Open(At("no/such/folder/c.db"))).Diagnostic.Code);

        using (var other = new SqliteConnection($"Data Source={At("other.db")};Pooling=False"))
        {
            other.Open();
            other.Execute("CREATE TABLE theirs (x)");
        }

        Assert.Equal("DL4002", Assert.Throws<StoreException>(() => Store.Open(At("other.db"))).Diagnostic.Code);
    }

    [Fact]
    public void A_store_of_a_newer_program_is_refused()
    {
        using (var store = Store.Open(At("d.db")))
        {
            using var connection = store.Connect();
            connection.Execute("INSERT INTO schema_version VALUES (9999, '9999-later.sql', 'x', 0)");
        }

        Assert.Equal("DL4003", Assert.Throws<StoreException>(() => Store.Open(At("d.db"))).Diagnostic.Code);
    }

    [Fact]
    public void A_store_from_before_names_were_kept_gets_the_same_names_from_its_texts()
    {
        // The headline holds a flag outside the basic plane: one code point, two code units.
        using (var store = Store.Open(At("names.db")))
        {
            TownReading.Import(store, TownReading.Of("Kamaba", 15));
            var written = NamesOf(store);
            Assert.Equal(3, written.Count);
            using (var connection = store.Connect())
                connection.Execute(
                    """
                    DROP TABLE entity_name; DROP TABLE gathered_with; DROP TABLE ungathered; DROP TABLE telling_block; DROP TABLE telling_likeness; DROP TABLE document_run; DROP TABLE snapshot;
                    DROP INDEX document_origin_by_origin; DELETE FROM schema_version WHERE version >= 7
                    """);
            using var again = Store.Open(At("names.db"));
            Assert.Equal(written, NamesOf(again));
        }

        static List<string> NamesOf(Store store)
        {
            using var connection = store.Connect();
            using var command = connection.Command("SELECT document_id || ' ' || entity || ' ' || name_folded || ' ' || entity_id || ' ' || start || ' ' || length || ' ' || uses FROM entity_name ORDER BY 1");
            using var row = command.ExecuteReader();
            var names = new List<string>();
            while (row.Read()) names.Add(row.GetString(0));
            return names;
        }
    }

    [Fact]
    public async Task Readers_see_whole_articles_while_a_writer_writes()
    {
        using var store = Store.Open(At("e.db"));
        using var done = new CancellationTokenSource();
        var reading = Task.Run(() =>
        {
            var looks = 0;
            while (!done.IsCancellationRequested)
            {
                using var reader = store.OpenReader();
                var counts = reader.Counts();
                Assert.Equal(counts.Articles, counts.Documents);
                Assert.Equal(counts.Articles, counts.Events);
                Assert.Equal(counts.Events, reader.Chronology(new ChronologyQuery { Limit = 1 }).Total);
                looks++;
            }

            return looks;
        });
        for (var i = 0; i < 100; i++)
            TownReading.Import(store, TownReading.Of($"Town{i}", 1 + (i % 28)), $"{i}.html");
        await done.CancelAsync();
        Assert.True(await reading > 0);
        Assert.Empty(store.Check());
    }

    [Fact]
    public void Two_writers_take_turns()
    {
        using var store = Store.Open(At("f.db"));
        Parallel.For(0, 2, writer =>
        {
            for (var i = 0; i < 30; i++)
                TownReading.Import(store, TownReading.Of($"Town{writer}x{i}", 5), $"{writer}-{i}.html");
        });
        using var reader = store.OpenReader();
        Assert.Equal(60, reader.Counts().Articles);
    }

    [Fact]
    public void A_backup_is_a_store_with_the_same_content()
    {
        using var store = Store.Open(At("g.db"));
        TownReading.Import(store, TownReading.Of("Kamaba", 15));
        store.BackUp(At("copy.db"));
        Assert.Equal("DL4201", Assert.Throws<StoreException>(() => store.BackUp(At("copy.db"))).Diagnostic.Code);
        using var copy = Store.OpenExisting(At("copy.db"));
        Assert.Equal(Export(store), Export(copy));
    }

    [Fact]
    public void Damage_to_a_capture_or_a_span_is_found()
    {
        using var store = Store.Open(At("h.db"));
        TownReading.Import(store, TownReading.Of("Kamaba", 15));
        using (var connection = store.Connect())
        {
            connection.Execute("DROP TRIGGER content_keeps; UPDATE content SET bytes = x'00', packing = 'none'");
            connection.Execute("UPDATE event_mention SET evidence_length = 100000");
            connection.Execute("DROP TRIGGER article_version_keeps; UPDATE article_version SET text = replace(text, 'Kamaba', 'Kimaba')");
        }

        Assert.Equal(["DL4103", "DL4104", "DL4105", "DL4106"], store.Check().Select(finding => finding.Code).Order());
    }

    [Theory]
    [InlineData("DROP TRIGGER review_telling_keeps; UPDATE review_telling SET start = start + 1", "DL4107", "no reading of its text")]
    [InlineData("DROP TRIGGER review_telling_keeps; UPDATE review_telling SET length = 100000", "DL4107", "beyond the text")]
    [InlineData("DROP TRIGGER review_telling_keeps; UPDATE review_telling SET text_sha256 = 'x'", "DL4107", "not in the store")]
    [InlineData("DROP TRIGGER review_keeps; UPDATE review SET length = 100000 WHERE act = 'correct'", "DL4107", "beyond the text")]
    [InlineData("DROP TRIGGER review_keeps; UPDATE review SET coder = 'eve'", "DL4107", "not the one that was signed")]
    [InlineData("DROP TRIGGER snapshot_keeps; UPDATE snapshot SET last_document = 99 WHERE id = 2", "DL4108", "more than the store holds")]
    [InlineData("DROP TRIGGER snapshot_keeps; UPDATE snapshot SET last_review = 0 WHERE id = 2", "DL4108", "less than the one before")]
    [InlineData("DROP TRIGGER claim_keeps; UPDATE claim SET start = start + 1 WHERE aspect = 'actor'", "DL4109", "do not point at the words")]
    [InlineData("DROP TRIGGER claim_keeps; UPDATE claim SET event_mention_id = (SELECT max(id) FROM event_mention) WHERE aspect = 'actor'", "DL4109", "belong to no telling")]
    public void Damage_to_a_decision_a_snapshot_or_a_claim_is_found(string damage, string code, string words)
    {
        using var store = Store.InMemory();
        TownReading.Import(store, TownReading.Of("Kamaba", 15));
        store.Gather();
        string seized;
        using (var reader = store.OpenReader())
            seized = reader.Chronology(new ChronologyQuery()).Lines[0].EventId;
        var decision = new Decision { Act = ReviewAct.Accept, Coder = "ada", About = seized };
        Assert.Null(store.Decide(decision).Fault);
        store.TakeSnapshot();
        Assert.Null(store.Decide(decision with { Act = ReviewAct.Correct, Field = ReviewField.Actor, Words = "Officials" }).Fault);
        Assert.Null(store.TakeBack("ada").Fault);
        store.TakeSnapshot();

        Assert.Empty(store.Check());
        using (var connection = store.Connect())
            connection.Execute(damage);
        var findings = store.Check();
        Assert.Contains(findings, finding => finding.Code == code && finding.Message.Contains(words, StringComparison.Ordinal));
        Assert.Equal([code], findings.Select(finding => finding.Code).Distinct());
    }

    [Fact]
    public void An_export_is_the_same_bytes_for_the_same_content_in_whatever_order_it_came()
    {
        string[] towns = ["Kamaba", "Sirokoro", "Tamani"];
        string ExportOf(IEnumerable<string> order, int ahead)
        {
            using var store = Store.InMemory(new Ahead(ahead));
            foreach (var town in order)
                TownReading.Import(store, TownReading.Of(town, 15, $"https://river.example/{town}"), town);
            return Export(store);
        }

        var forth = ExportOf(towns, 0);
        Assert.Equal(forth, ExportOf(towns.Reverse(), 100));
        foreach (var line in forth.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.GetProperty("type").GetString() != "claim") continue;
            // Code points, not UTF-16: the flag in the headline is one.
            var (begin, end) = (json.RootElement.GetProperty("begin").GetInt32(), json.RootElement.GetProperty("end").GetInt32());
            Assert.Equal(json.RootElement.GetProperty("text").GetString()!.EnumerateRunes().Count(), end - begin);
        }

        Assert.Equal(24, forth.Split('\n').Count(line => line.StartsWith("{\"type\":\"claim\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_table_has_one_row_an_event_and_no_formula()
    {
        using var store = Store.InMemory();
        TownReading.Import(store, TownReading.Of(TownReading.ArticleOf(TownReading.TextOf("Kamaba", 15), title: "=HYPERLINK(\"x\")"), "Kamaba", 15));
        using var reader = store.OpenReader();
        var writer = new StringWriter();
        reader.ExportCsv(writer, new ChronologyQuery { WithHidden = true });
        var rows = writer.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, rows.Length);
        Assert.Contains("\"'=HYPERLINK(\"\"x\"\")\"", rows[1], StringComparison.Ordinal);
    }

    [Fact]
    public void An_import_that_is_broken_off_goes_on_where_it_was_and_ends_the_same()
    {
        byte[] bytes = [.. Enumerable.Range(0, 40).Select(i => (byte)i)];
        IEnumerable<PipelineResult> Read(Stream stream, string name)
        {
            for (var i = 0; i < 40; i++)
            {
                yield return i % 10 == 9
                    ? new PipelineResult($"{name}#{i}", null, new Diagnostic("DL1001", Severity.Error, "no text; look at the input", $"{name}:{i}"))
                    : new PipelineResult($"{name}#{i}", TownReading.Of($"Town{i}", 1 + (i % 28), id: $"{name}#{i}"), null);
            }
        }

        string Run(bool isBrokenOff)
        {
            using var store = Store.InMemory();
            if (isBrokenOff)
            {
                using var intake = store.OpenIntake(TownReading.First);
                Assert.Throws<TimeoutException>(() => new StoreImport(intake, (stream, name, _) => Read(stream, name).Select((article, i) => i < 25 ? article : throw new TimeoutException()), Unasked)
                    .Take("x.jsonl", () => new MemoryStream(bytes), () => { }));
            }

            for (var time = 0; time < 2; time++)
            {
                using var intake = store.OpenIntake(TownReading.First);
                var import = new StoreImport(intake, (stream, name, _) => Read(stream, name), Unasked);
                import.Take("x.jsonl", () => new MemoryStream(bytes), () => { });
                import.Take("none", () => throw new FileNotFoundException("no such file"), () => { });
                Assert.Equal(time, import.PassedOver);
                Assert.Equal(time == 0 ? 5 : 1, import.Failures.Count);
                intake.Complete();
            }

            Assert.Empty(store.Check());
            return Export(store);
        }

        Assert.Equal(Run(isBrokenOff: false), Run(isBrokenOff: true));
    }

    private static string Export(Store store)
    {
        using var reader = store.OpenReader();
        using var output = new MemoryStream();
        reader.ExportJsonLines(output);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private sealed class Ahead(int days) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(days);
    }

    private static PipelineResult Unasked(Article article) => throw new InvalidOperationException($"{article.Id} was read alone.");
}
