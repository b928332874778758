using Dateline.Chronology.Events;
using Dateline.Chronology.Reviews;
using Dateline.Storage;

namespace Dateline.Tests.Storage;

public sealed class SnapshotTests : IDisposable
{
    private readonly SetClock _clock = new("2025-11-21");
    private readonly Store _store;

    public SnapshotTests()
    {
        _store = Store.InMemory(_clock);
        TownReading.Import(_store, TownReading.Of("Kamaba", 3), "a.html");
        TownReading.Import(_store, TownReading.Of("Tamani", 13, force: "Eastern League", dead: 40), "b.html");
        _store.Gather();
    }

    public void Dispose() => _store.Dispose();

    [Fact]
    public void A_snapshot_goes_on_saying_what_was_known_whatever_comes_and_is_decided_later()
    {
        var taken = _store.TakeSnapshot(" before the report ");
        Assert.Equal((1, "1", "before the report", 2, 0), (taken.Number, taken.Name, taken.Note, taken.Documents, taken.Decisions));
        var before = Known("1");
        Assert.Equal(["Northern Front", "Eastern League"], before.Select(told => told.Actors[0]));

        ChangeEverything();

        Assert.Equivalent(before, Known("1"), strict: true);
        Assert.Equivalent(before, Known("2025-11-21"), strict: true);
        Assert.Empty(Known("2025-11-20"));
        Assert.Equal(["Tamani", "Sirokoro"], Known("now").Select(told => told.Place));
        Assert.Empty(_store.Check());
    }

    [Fact]
    public void What_changed_between_two_moments_is_listed_with_why()
    {
        _store.TakeSnapshot();
        ChangeEverything();
        _store.TakeSnapshot();

        using var reader = _store.OpenReader();
        var difference = reader.Difference(reader.SnapshotOf("1")!, reader.SnapshotOf("2")!);
        Assert.Equal((1, 1, 1), (difference.EventCounts.Added, difference.EventCounts.Changed, difference.EventCounts.Withdrawn));
        var (withdrawn, changed, added) = (difference.Events[0], difference.Events[1], difference.Events[2]);

        Assert.Equal((ChangeSort.Withdrawn, "Kamaba", new ChangeCause(ChangeReason.Decision, null, "reject (ada)")), (withdrawn.Sort, withdrawn.Event.Place, Assert.Single(withdrawn.Causes)));
        Assert.Equal((ChangeSort.Added, "Sirokoro", ChangeReason.NewArticle), (added.Sort, added.Event.Place, Assert.Single(added.Causes).Reason));
        Assert.Equal([new FieldDifference("kind", "COERCE", "MOBILIZE")], changed.Fields);
        var cause = Assert.Single(changed.Causes);
        Assert.Equal((ChangeReason.NewReading, "model en"), (cause.Reason, cause.Detail));

        // Claims: all of the new article's, and those of the telling whose kind another model reads otherwise.
        Assert.Equal([ChangeReason.NewArticle, ChangeReason.NewReading], difference.Claims.Where(claim => claim.Sort == ChangeSort.Added).Select(claim => claim.Cause.Reason).Distinct().Order());
        Assert.Contains(difference.Claims, claim => claim is { Sort: ChangeSort.Withdrawn, Aspect: "what", Value.Before: "COERCE seize", Words: "seized" });
        Assert.All(difference.Claims, claim => Assert.NotEmpty(claim.Words));
        Assert.Equal(0, reader.Difference(reader.SnapshotOf("2")!, reader.SnapshotOf("now")!).EventCounts.All);
    }

    [Fact]
    public void An_edited_article_a_merge_and_what_is_taken_back_are_told_apart()
    {
        _store.TakeSnapshot();
        var (one, other) = (Line("Kamaba"), Line("Tamani"));
        var merged = _store.Decide(new Decision { Act = ReviewAct.Merge, Coder = "ada", About = one.EventId, Other = other.EventId });
        Assert.Null(merged.Fault);
        using (var reader = _store.OpenReader())
        {
            var difference = reader.Difference(reader.SnapshotOf("1")!, reader.SnapshotOf("now")!);
            var gone = difference.Events.Single(change => change.Sort == ChangeSort.Withdrawn);
            var whole = difference.Events.Single(change => change.Sort == ChangeSort.Changed);
            Assert.Equal((whole.Event.Id, "merge (ada)"), (gone.With, Assert.Single(gone.Causes).Detail));
            Assert.Contains(new FieldDifference("tellings", "1", "2"), whole.Fields);
        }

        _store.TakeSnapshot();
        Assert.Null(_store.TakeBack("bea", merged.Review!.Key).Fault);
        var text = TownReading.TextOf("Kamaba", 3).Replace("on 3 November", "on 4 November", StringComparison.Ordinal);
        TownReading.Import(_store, TownReading.Of(TownReading.ArticleOf(text), "Kamaba", 4), "a.html");
        _store.Gather();
        using var after = _store.OpenReader();
        var since = after.Difference(after.SnapshotOf("2")!, after.SnapshotOf("now")!);
        Assert.Contains(since.Events, change => change.Causes.Contains(new ChangeCause(ChangeReason.Decision, null, "took back: merge (bea)")));
        Assert.Contains(since.Events.SelectMany(change => change.Causes), cause => cause.Reason == ChangeReason.NewVersion);
        Assert.Contains(since.Claims, claim => claim is { Sort: ChangeSort.Withdrawn, Aspect: "time", Value.Before: "2025-11-03" });
        Assert.Contains(since.Claims, claim => claim is { Sort: ChangeSort.Added, Aspect: "time", Value.After: "2025-11-04", Words: "4 November 2025" });
    }

    [Fact]
    public void Snapshots_are_never_altered_and_a_moment_that_is_none_has_none()
    {
        _store.TakeSnapshot();
        using var connection = _store.Connect();
        foreach (var sql in new[] { "UPDATE snapshot SET last_document = 0", "DELETE FROM snapshot" })
            Assert.Contains("only ever added", Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => connection.Execute(sql)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => _store.TakeSnapshot(new string('x', 201)));
        using var reader = _store.OpenReader();
        foreach (var name in new[] { "2", "0", "-1", "", "yesterday", "9999-12-31", "99999999999" }) Assert.Null(reader.SnapshotOf(name));
    }

    // A new article, another model that reads an old one otherwise, and a decision.
    private void ChangeEverything()
    {
        _clock.Put("2025-11-25");
        TownReading.Import(_store, TownReading.Of("Sirokoro", 26, force: "River Guard", dead: 7), "c.html");
        var again = TownReading.Of("Tamani", 13, force: "Eastern League", dead: 40);
        TownReading.Import(_store, again with { Events = [again.Events[0] with { Kind = EventKind.Mobilize }, again.Events[1]] }, "b.html", TownReading.Second);
        _store.Gather();
        Assert.Null(_store.Decide(new Decision { Act = ReviewAct.Reject, Coder = "ada", About = Line("Kamaba").EventId }).Fault);
    }

    private IReadOnlyList<KnownEvent> Known(string name)
    {
        using var reader = _store.OpenReader();
        return reader.KnownEvents(reader.SnapshotOf(name)!, new KnownQuery()).Events;
    }

    private ChronologyLine Line(string town)
    {
        using var reader = _store.OpenReader();
        return reader.Chronology(new ChronologyQuery { WithHidden = true }).Lines.Single(line => line.Article.Title!.StartsWith(town, StringComparison.Ordinal) && line.Trigger.Text == "seized");
    }
}
