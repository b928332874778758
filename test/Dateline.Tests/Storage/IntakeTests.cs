using Dateline.Chronology;
using Dateline.Storage;
using Dateline.Text;
using Microsoft.Data.Sqlite;

namespace Dateline.Tests.Storage;

public sealed class IntakeTests
{
    [Fact]
    public void What_is_taken_in_can_be_read_again_word_for_word()
    {
        using var store = Store.InMemory();
        var reading = TownReading.Of("Kamaba", 15, "https://river.example/1");
        var result = TownReading.Import(store, reading);
        Assert.Equal((1, 1, 1, 2), (result.Articles, result.Versions, result.Documents, result.Events));

        using var reader = store.OpenReader();
        var line = Assert.Single(reader.Chronology(new ChronologyQuery()).Lines);
        var telling = reading.Events[0];
        Assert.Equal(reading.Document.TextAt(telling.Evidence), line.Evidence.Text);
        Assert.Equal("seized", line.Trigger.Text);
        Assert.Equal(("Northern Front", "REB:Northern Front", "MLI REB"), (line.Actors[0].Name, line.Actors[0].Key, line.Actors[0].Code));
        Assert.Equal("the Sahel Army", line.Recipients[0].Words.Text);
        Assert.Equal("Kamaba", line.Place!.Place!.Name);
        Assert.Equal(("2025-11-15", "15 November 2025"), (line.Time!.Edtf, reading.Document.TextAt(line.Time.Span!.Value)));
        Assert.Equal(telling.Time!.Bounds, line.Time.Bounds);
        Assert.Equal(("Colonel Adama Fané", "said", "person:adama fane"), (line.Speaker!.Words!.Text, line.Speaker.Cue!.Text, line.Speaker.Key));
        Assert.Equal(["military", "territory"], line.Contexts);
        Assert.Equal(("River Post", "2025-11-20", 1), (line.Article.Outlet, line.Article.Published, line.Article.Version));

        var hidden = reader.Chronology(new ChronologyQuery { WithHidden = true }).Lines[^1];
        Assert.Equal(("At least 12 soldiers", 12.0, null), (hidden.Quantities[0].Words.Text, hidden.Quantities[0].Quantity.Low, hidden.Quantities[0].Quantity.Value));
    }

    [Fact]
    public void Taking_in_the_same_page_again_changes_nothing_at_all()
    {
        using var store = Store.InMemory();
        var reading = TownReading.Of("Kamaba", 15);
        TownReading.Import(store, reading);
        var before = Contents(store);
        var again = TownReading.Import(store, TownReading.Of("Kamaba", 15));
        Assert.Equal((0, 0, 0, 1), (again.Articles, again.Versions, again.Documents, again.Unchanged));
        Assert.Equal(before, Contents(store));
    }

    [Fact]
    public void An_edited_title_makes_a_new_version_and_not_a_new_article()
    {
        using var store = Store.InMemory();
        var text = TownReading.TextOf("Kamaba", 15);
        TownReading.Import(store, TownReading.Of(TownReading.ArticleOf(text), "Kamaba", 15));
        var edited = TownReading.Import(store, TownReading.Of(TownReading.ArticleOf(text, title: "Kamaba lost"), "Kamaba", 15));
        Assert.Equal((0, 1), (edited.Articles, edited.Versions));

        using var reader = store.OpenReader();
        var line = Assert.Single(reader.Chronology(new ChronologyQuery()).Lines);
        Assert.Equal(("Kamaba lost", 2), (line.Article.Title, line.Article.Version));
        Assert.Equal([false, true], reader.Article(line.Article.Id)!.Versions.Select(version => version.IsLatest));
        Assert.Equal("Kamaba falls 🏴 to the Northern Front", reader.Article(line.Article.Id, 1)!.Article.Title);
    }

    [Fact]
    public void A_new_first_entry_of_a_page_makes_no_version_of_the_entries_after_it()
    {
        using var store = Store.InMemory();
        var old = TownReading.Of("Kamaba", 15, id: "PAGE#1");
        TownReading.Import(store, old);
        using var intake = store.OpenIntake(TownReading.First);
        var fresh = TownReading.Of("Sirokoro", 18, id: "PAGE#1", force: "Southern Union");
        var moved = TownReading.Of("Kamaba", 15, id: "PAGE#2");
        var result = intake.Import(new Capture("page.html", "another page"u8.ToArray()), [fresh, moved]);
        Assert.Equal((1, 1, 1), (result.Articles, result.Versions, result.Unchanged));
    }

    [Fact]
    public void One_text_of_two_outlets_in_one_input_is_two_articles_however_often_it_comes_in()
    {
        using var store = Store.InMemory();
        var text = TownReading.TextOf("Kamaba", 15);
        Reading Of(string id, string outlet) => TownReading.Of(TownReading.ArticleOf(text, id: id, outlet: outlet), "Kamaba", 15);
        using var intake = store.OpenIntake(TownReading.First);
        var result = intake.Import(new Capture("rows.jsonl", "two rows"u8.ToArray()), [Of("a", "River Post"), Of("b", "Lake Herald")]);
        Assert.Equal((2, 2), (result.Articles, result.Versions));

        var again = intake.Import(new Capture("rows.jsonl", "the rows in another order"u8.ToArray()), [Of("b", "Lake Herald"), Of("a", "River Post")]);
        Assert.Equal((0, 0, 2), (again.Articles, again.Versions, again.Unchanged));
    }

    [Fact]
    public void A_copy_seen_earlier_that_comes_in_later_does_not_take_the_newer_ones_place()
    {
        using var store = Store.InMemory();
        const string Url = "https://river.example/1";
        using var intake = store.OpenIntake(TownReading.First);
        var newer = TownReading.Of("Kamaba", 15, Url, dead: 40);
        var older = TownReading.Of("Kamaba", 15, Url, dead: 12);
        intake.Import(TownReading.CaptureOf(newer) with { SeenAt = new DateTimeOffset(2025, 11, 22, 0, 0, 0, TimeSpan.Zero) }, [newer]);
        intake.Import(TownReading.CaptureOf(older) with { SeenAt = new DateTimeOffset(2025, 11, 20, 0, 0, 0, TimeSpan.Zero) }, [older]);
        using var reader = store.OpenReader();
        var lines = reader.Chronology(new ChronologyQuery { WithHidden = true }).Lines;
        Assert.Equal(2, lines.Count);
        Assert.Contains(lines, line => line.Quantities is [{ Quantity.Low: 40 }]);
    }

    [Fact]
    public void A_reading_by_another_model_takes_the_place_of_the_old_one_and_its_claims_stay()
    {
        using var store = Store.InMemory();
        var reading = TownReading.Of("Kamaba", 15);
        var first = TownReading.Import(store, reading);
        var second = TownReading.Import(store, TownReading.Of("Kamaba", 15), run: TownReading.Second);
        Assert.Equal((0, 0, 1), (second.Articles, second.Versions, second.Documents));

        using var reader = store.OpenReader();
        var line = Assert.Single(reader.Chronology(new ChronologyQuery()).Lines);
        var view = reader.Event(line.EventId)!;
        Assert.Equal([false, true], view.Tellings.Select(telling => telling.IsSuperseded));
        Assert.Equal(5, view.Claims.Count(claim => claim.IsSuperseded));
        Assert.Equal(first.Claims + second.Claims, reader.Counts().Claims);
        Assert.Equal(2, reader.Runs().Count);
    }

    [Fact]
    public void The_same_words_in_two_articles_stay_two_tellings()
    {
        using var store = Store.InMemory();
        var text = TownReading.TextOf("Kamaba", 15);
        TownReading.Import(store, TownReading.Of(TownReading.ArticleOf(text, "https://a.example/1", outlet: "A"), "Kamaba", 15), "a");
        TownReading.Import(store, TownReading.Of(TownReading.ArticleOf(text, "https://b.example/1", outlet: "B"), "Kamaba", 15), "b");
        Assert.Empty(store.Check());
        using var reader = store.OpenReader();
        var lines = reader.Chronology(new ChronologyQuery()).Lines;
        Assert.Equal(["A", "B"], lines.Select(line => line.Article.Outlet));
        Assert.Equal(2, reader.Event(lines[0].EventId)!.Tellings.Count);
    }

    [Theory]
    [InlineData("UPDATE claim SET score = 1")]
    [InlineData("UPDATE claim SET code = 'XXX'")]
    [InlineData("DELETE FROM claim")]
    [InlineData("UPDATE content SET length = 1")]
    [InlineData("DELETE FROM content")]
    [InlineData("DELETE FROM capture")]
    [InlineData("UPDATE article_version SET text = 'x'")]
    [InlineData("DELETE FROM passage")]
    public void What_was_said_can_be_neither_altered_nor_taken_away(string sql)
    {
        using var store = Store.InMemory();
        TownReading.Import(store, TownReading.Of("Kamaba", 15));
        using var connection = store.Connect();
        Assert.Throws<SqliteException>(() => connection.Execute(sql));
    }

    [Fact]
    public void A_reading_that_points_outside_its_text_is_a_failed_input_and_no_half_of_it_stays()
    {
        using var store = Store.InMemory();
        var good = TownReading.Of("Kamaba", 15);
        var bad = good with { Events = [good.Events[0] with { Evidence = new TextSpan(5, int.MaxValue) }] };
        var result = TownReading.Import(store, bad);
        Assert.Equal("DL4009", Assert.Single(result.Refused).Code);
        using var reader = store.OpenReader();
        Assert.Equal((0, 1), (reader.Counts().Articles, reader.Counts().FailedInputs));
        Assert.Equal("DL4009", reader.FailedInputs(new ListQuery()).Entries[0].Diagnostic.Code);
    }

    [Fact]
    public void An_input_that_could_not_be_opened_is_a_row_and_is_one_row_however_often_it_is_tried()
    {
        using var store = Store.InMemory();
        using var intake = store.OpenIntake(TownReading.First);
        var failure = new Diagnostic("DL1001", Severity.Error, "cannot be opened; check the name");
        intake.RecordFailure("gone.html", failure);
        intake.RecordFailure("gone.html", failure);
        using var reader = store.OpenReader();
        var failed = Assert.Single(reader.FailedInputs(new ListQuery()).Entries);
        Assert.Equal(("gone.html", null, false), (failed.Name, failed.CaptureSha256, failed.IsReadSince));
    }

    [Fact]
    public void Captured_bytes_come_back_as_they_came_in()
    {
        using var store = Store.InMemory();
        var bytes = new byte[5000];
        new Random(7).NextBytes(bytes.AsSpan(0, 1000));
        using var intake = store.OpenIntake(TownReading.First);
        var capture = new Capture("noise", bytes);
        Assert.False(intake.Has(capture));
        intake.Import(capture, []);
        intake.Import(new Capture("empty", ReadOnlyMemory<byte>.Empty), []);
        Assert.True(intake.Has(capture));
        Assert.Empty(store.Check());
        using var reader = store.OpenReader();
        Assert.Equal(bytes, reader.CaptureBytes(Intake.HashOf(capture)));
    }

    [Theory]
    [InlineData("one\u0000two\n\nthree \uFDD0 four")]
    [InlineData("half \uD800 a pair\n\nthe end")]
    [InlineData("")]
    [InlineData("'); DROP TABLE claim; --")]
    public void Hostile_texts_are_kept_and_found_unharmed(string text)
    {
        using var store = Store.InMemory();
        var article = new Article { Id = "h", Text = text, Title = "x\u0000y" };
        TownReading.Import(store, new Dateline.Chronology.Reading(article, new Document(text), [], [], []));
        Assert.Empty(store.Check());
        using var reader = store.OpenReader();
        var id = reader.Documents(new ListQuery()).Entries[0].Article.Id;
        Assert.Equal(text.Replace('\uD800', '\uFFFD'), reader.Article(id)!.Text);
    }

    [Fact]
    public void A_batch_that_is_not_completed_leaves_nothing_behind()
    {
        using var store = Store.InMemory();
        using (var intake = store.OpenIntake(TownReading.First, batch: 10))
            intake.Import(TownReading.CaptureOf(TownReading.Of("Kamaba", 15)), [TownReading.Of("Kamaba", 15)]);
        using var reader = store.OpenReader();
        Assert.Equal((0, 0, 0), (reader.Counts().Captures, reader.Counts().Articles, reader.Runs().Count));
    }

    internal static string Contents(Store store)
    {
        using var connection = store.Connect();
        var tables = new List<string>();
        using (var command = connection.Command("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"))
        {
            using var row = command.ExecuteReader();
            while (row.Read()) tables.Add(row.GetString(0));
        }

        return string.Join('\n', tables.Select(table => $"{table} {connection.Number($"SELECT count(*) FROM \"{table}\"")}"));
    }
}
