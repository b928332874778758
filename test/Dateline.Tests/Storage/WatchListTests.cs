using Dateline.Storage;

namespace Dateline.Tests.Storage;

public sealed class WatchListTests : IDisposable
{
    readonly SetClock _clock = new();
    readonly Store _store;
    readonly WatchList _list;

    public WatchListTests()
    {
        _store = Store.InMemory(_clock);
        _list = _store.OpenWatchList();
    }

    public void Dispose()
    {
        _list.Dispose();
        _store.Dispose();
    }

    [Fact]
    public void A_source_is_added_once_and_due_at_once()
    {
        Assert.True(_list.Add("https://lantern.example/feed", WatchedKind.Feed, "The Lantern", "News/River"));
        Assert.False(_list.Add("https://lantern.example/feed", WatchedKind.Page, "Another"));
        var source = Assert.Single(_list.Due());
        Assert.Equal(("The Lantern", "News/River", WatchedKind.Feed, SourceHealth.New), (source.Title, source.Folder, source.Kind, source.Health));
    }

    [Fact]
    public void The_interval_shrinks_with_change_and_grows_without_between_five_minutes_and_a_day()
    {
        _list.Add("https://lantern.example/feed", WatchedKind.Feed);
        Look(new Look(200) { Changed = true });
        Assert.Equal(TimeSpan.FromMinutes(30), Only.Interval);
        for (var k = 0; k < 9; k++)
            Look(new Look(200) { Changed = true });
        Assert.Equal(TimeSpan.FromMinutes(5), Only.Interval);
        Assert.Empty(_list.Due());
        _clock.Pass(TimeSpan.FromMinutes(5));
        Assert.Single(_list.Due());
        for (var k = 0; k < 20; k++)
            Look(new Look(304));
        Assert.Equal(TimeSpan.FromHours(24), Only.Interval);
    }

    [Fact]
    public void Failures_keep_what_was_known_and_an_answer_ends_them()
    {
        _list.Add("https://lantern.example/feed", WatchedKind.Feed);
        Look(new Look(200) { Changed = true, ETag = "\"one\"", BodySha256 = "ab" });
        var interval = Only.Interval;
        var since = _clock.GetUtcNow();
        Look(new Look(500) { Error = "down" });
        _clock.Pass(TimeSpan.FromHours(1));
        Look(new Look(0) { Error = "gone from the net" });
        var failing = Only;
        Assert.Equal((SourceHealth.Failing, 2, "\"one\"", "ab"), (failing.Health, failing.Failures, failing.ETag, failing.BodySha256));
        Assert.Equal(since, failing.FailingSince);
        Assert.Equal(interval, failing.Interval);
        Assert.Equal(_clock.GetUtcNow() + 2 * interval, failing.DueAt);
        Look(new Look(304) { ETag = "\"one\"" });
        Assert.Equal((SourceHealth.Fresh, 0, (string?)null), (Only.Health, Only.Failures, Only.LastError));
    }

    [Fact]
    public void Two_weeks_of_failures_or_a_word_that_it_is_gone_make_a_source_dead()
    {
        _list.Add("https://lantern.example/feed", WatchedKind.Feed);
        Look(new Look(404) { Error = "not there" });
        _clock.Pass(TimeSpan.FromDays(13));
        Look(new Look(404) { Error = "not there" });
        Assert.Equal(SourceHealth.Failing, Only.Health);
        _clock.Pass(TimeSpan.FromDays(1));
        Look(new Look(404) { Error = "not there" });
        Assert.Equal(SourceHealth.Dead, Only.Health);
        Look(new Look(200));
        Look(new Look(410) { Error = "gone" });
        Assert.Equal(SourceHealth.Dead, Only.Health);
    }

    [Fact]
    public void A_wait_that_the_site_asks_for_is_kept()
    {
        _list.Add("https://lantern.example/feed", WatchedKind.Feed);
        var noon = _clock.GetUtcNow() + TimeSpan.FromDays(3);
        Look(new Look(503) { Error = "busy", NotBefore = noon });
        Assert.Equal(noon, Only.DueAt);
    }

    [Fact]
    public void A_source_that_moved_is_asked_where_it_is_unless_that_is_watched_already()
    {
        _list.Add("https://lantern.example/old", WatchedKind.Feed);
        Look(new Look(200) { MovedTo = "https://lantern.example/new" });
        Assert.Equal("https://lantern.example/new", Only.Url);
        _list.Add("https://lantern.example/other", WatchedKind.Feed);
        Look(new Look(200) { MovedTo = "https://lantern.example/other" });
        Assert.Equal(2, _list.All().Count);
        Assert.NotNull(_list.Find("https://lantern.example/new"));
    }

    [Fact]
    public void Who_rests_is_not_due_and_who_is_removed_is_forgotten_with_its_pages()
    {
        _list.Add("https://lantern.example/feed", WatchedKind.Feed);
        var id = Only.Id;
        Assert.True(_list.SetPaused(id, true));
        Assert.Empty(_list.Due());
        Assert.True(_list.SetPaused(id, false));
        Assert.Single(_list.Due());
        _list.RecordPage("https://lantern.example/a", id);
        Assert.True(_list.HasPage("https://lantern.example/a"));
        Assert.True(_list.Remove(id));
        Assert.False(_list.HasPage("https://lantern.example/a"));
        Assert.False(_list.Remove(id));
    }

    WatchedSource Only => _list.All()[0];

    void Look(Look look) => _list.Record(Only, look);

    sealed class SetClock : TimeProvider
    {
        DateTimeOffset _now = new(2025, 11, 19, 8, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => _now;

        public void Pass(TimeSpan time) => _now += time;
    }
}
