using Dateline.Chronology.Events;
using Dateline.Storage;
using Dateline.Text.Times;

namespace Dateline.Tests.Storage;

public sealed class ChronologyQueryTests : IDisposable
{
    private static readonly string[] Towns = ["Kamaba", "Sirokoro", "Bélékoro", "Dianguiné", "Tamani"];
    private readonly Store _store = Store.InMemory();
    private readonly StoreReader _reader;

    public ChronologyQueryTests()
    {
        for (var i = 0; i < Towns.Length; i++)
            TownReading.Import(_store, TownReading.Of(Towns[i], 20 - i, $"https://river.example/{i}", force: i % 2 == 0 ? "Northern Front" : "Southern Union"), Towns[i]);
        _reader = _store.OpenReader();
    }

    public void Dispose()
    {
        _reader.Dispose();
        _store.Dispose();
    }

    [Fact]
    public void Lines_come_in_order_of_time_and_backwards_where_asked() =>
        Assert.Equal(
            ["2025-11-16", "2025-11-17", "2025-11-18", "2025-11-19", "2025-11-20"],
            _reader.Chronology(new ChronologyQuery()).Lines.Select(line => line.Time!.Edtf));

    [Fact]
    public void Undated_lines_come_last_in_either_order()
    {
        foreach (var order in Enum.GetValues<ChronologyOrder>())
        {
            var lines = _reader.Chronology(new ChronologyQuery { WithHidden = true, Order = order }).Lines;
            Assert.Equal(10, lines.Count);
            Assert.All(lines.Take(5), line => Assert.NotNull(line.Time));
            Assert.All(lines.Skip(5), line => Assert.Null(line.Time));
        }
    }

    [Theory]
    [InlineData(ChronologyOrder.OldestFirst)]
    [InlineData(ChronologyOrder.NewestFirst)]
    public void Pages_put_together_are_the_whole(ChronologyOrder order)
    {
        var whole = _reader.Chronology(new ChronologyQuery { WithHidden = true, Order = order }).Lines.Select(line => (line.EventId, line.Article.Id)).ToList();
        var pieces = new List<(string, string)>();
        string? cursor = null;
        do
        {
            var page = _reader.Chronology(new ChronologyQuery { WithHidden = true, Order = order, Limit = 3, Cursor = cursor });
            Assert.Equal(10, page.Total);
            pieces.AddRange(page.Lines.Select(line => (line.EventId, line.Article.Id)));
            cursor = page.Next;
        }
        while (cursor is not null);
        Assert.Equal(whole, pieces);
    }

    [Theory]
    [InlineData("REB:Southern Union", 2)]
    [InlineData("southern", 2)]
    [InlineData("MLI REB", 5)]
    [InlineData("MLI", 5)]
    [InlineData("REB", 0)]
    [InlineData("nobody", 0)]
    [InlineData("100%", 0)]
    public void An_actor_is_found_by_key_by_name_and_by_code(string actor, int count) =>
        Assert.Equal(count, _reader.Chronology(new ChronologyQuery { Actor = actor, ActorActs = true }).Total);

    [Theory]
    [InlineData("belekoro", 1)]
    [InlineData("test:Tamani", 1)]
    [InlineData("MLI", 5)]
    [InlineData("mopti", 5)]
    [InlineData("NER", 0)]
    public void A_place_is_found_by_id_by_country_and_by_name_without_accents(string place, int count) =>
        Assert.Equal(count, _reader.Chronology(new ChronologyQuery { Place = place }).Total);

    [Theory]
    [InlineData("2025-11-17", "2025-11-18", 2)]
    [InlineData("2025-11-20", null, 1)]
    [InlineData(null, "2025-11-15", 0)]
    public void Days_narrow_what_is_shown(string? first, string? last, int count)
    {
        var when = new TimeBounds(first is null ? null : DateOnly.Parse(first), last is null ? null : DateOnly.Parse(last));
        Assert.Equal(count, _reader.Chronology(new ChronologyQuery { When = when, WithHidden = true }).Total);
    }

    [Theory]
    [InlineData("belekoro", 2)]
    [InlineData("\"colonel adama\" -sirokoro", 8)]
    [InlineData("siro* OR tamani", 4)]
    [InlineData("\"adama colonel\"", 0)]
    [InlineData("NEAR( \" ' ) * AND", 0)]
    [InlineData("???", 0)]
    public void Words_of_the_passage_narrow_what_is_shown_and_no_input_is_an_error(string text, int count) =>
        Assert.Equal(count, _reader.Chronology(new ChronologyQuery { Text = text, WithHidden = true }).Total);

    [Fact]
    public void Kinds_outlets_and_modes_narrow_what_is_shown()
    {
        Assert.Equal(5, _reader.Chronology(new ChronologyQuery { WithHidden = true, Kinds = [EventKind.Assault] }).Total);
        Assert.Equal(10, _reader.Chronology(new ChronologyQuery { WithHidden = true, Outlets = ["river POST"] }).Total);
        Assert.Equal(0, _reader.Chronology(new ChronologyQuery { Outlets = ["Hill Post"] }).Total);
        Assert.Equal(5, _reader.Chronology(new ChronologyQuery { Mode = "seize" }).Total);
    }

    [Fact]
    public void A_search_marks_its_words_where_they_stand_in_the_text()
    {
        var page = _reader.Search("fané belekoro");
        var hit = Assert.Single(page.Entries);
        var text = _reader.Article(hit.Article.Id)!.Text;
        Assert.Equal(["Bélékoro", "Fané"], hit.Matches.Select(match => text.Substring(match.Start, match.Length)));
        Assert.Equal(hit.Snippet.Text, text.Substring(hit.Snippet.Span.Start, hit.Snippet.Span.Length));
    }

    [Fact]
    public void Actors_are_counted_by_the_shown_events_they_take_part_in()
    {
        var actors = _reader.Actors(new ListQuery());
        Assert.Equal([("Sahel Army", 0, 5), ("Northern Front", 3, 0), ("Southern Union", 2, 0)], actors.Entries.Select(actor => (actor.Name, actor.Acts, actor.Receives)).OrderByDescending(actor => actor.Item3 + actor.Item2));
        var paged = _reader.Actors(new ListQuery { Limit = 1, Cursor = _reader.Actors(new ListQuery { Limit = 1 }).Next });
        Assert.Equal(actors.Entries[1], Assert.Single(paged.Entries));
        var view = _reader.Actor("REB:Southern Union")!;
        Assert.Equal((new DateOnly(2025, 11, 17), new DateOnly(2025, 11, 19)), (view.FirstDay, view.LastDay));
        Assert.Equal(("Sahel Army", 2), (view.Partners[0].Name, view.Partners[0].Events));
        Assert.Null(_reader.Actor("nobody"));
    }

    [Fact]
    public void An_article_shows_every_highlight_inside_its_text_in_order()
    {
        var article = _reader.Article(_reader.Documents(new ListQuery { Name = "beleko" }).Entries[0].Article.Id)!;
        Assert.Equal(Enum.GetValues<HighlightKind>(), article.Highlights.Select(highlight => highlight.Kind).Distinct().Order());
        Assert.All(article.Highlights, highlight => Assert.True(highlight.Span.End <= article.Text.Length));
        Assert.Equal(article.Highlights.Select(highlight => highlight.Span.Start).Order(), article.Highlights.Select(highlight => highlight.Span.Start));
        Assert.Equal(2, article.Events.Count);
        Assert.Equal("2025-12", Assert.Single(article.Predictions).Due);
        Assert.Equal("test:other-Bélékoro", Assert.Single(article.Events[0].Place!.Alternatives).GazetteerId);
        Assert.Equal(2, article.Attributions.Count);
    }

    [Fact]
    public void Lists_count_and_page()
    {
        Assert.Equal(("River Post", 5), (_reader.Outlets()[0].Name, _reader.Outlets()[0].Articles));
        Assert.Equal(5, _reader.Places().Count);
        Assert.Equal([new Counted("COERCE", 5)], _reader.Kinds());
        Assert.Equal(5, _reader.Predictions(new ListQuery()).Total);
        Assert.Equal((new DateOnly(2025, 11, 16), new DateOnly(2025, 11, 20)), _reader.Days());
        var first = _reader.Documents(new ListQuery { Limit = 3 });
        var second = _reader.Documents(new ListQuery { Limit = 3, Cursor = first.Next });
        Assert.Equal(5, first.Entries.Concat(second.Entries).Select(line => line.Article.Id).Distinct().Count());
        Assert.Null(second.Next);
        Assert.Equal(3, _reader.Documents(new ListQuery { Entity = "REB:Northern Front" }).Total);
    }

    [Fact]
    public void A_cursor_that_is_none_begins_at_the_first_page()
    {
        foreach (var cursor in new[] { "x", "%%%", "AAAA", new string('A', 5000) })
            Assert.Equal(5, _reader.Chronology(new ChronologyQuery { Cursor = cursor }).Lines.Count);
    }
}
