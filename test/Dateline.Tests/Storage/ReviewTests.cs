using System.Text;
using Dateline.Chronology.Events;
using Dateline.Chronology.Reviews;
using Dateline.Storage;
using Dateline.Text;

namespace Dateline.Tests.Storage;

public sealed class ReviewTests : IDisposable
{
    private readonly Store _store = Store.InMemory();

    public ReviewTests()
    {
        TownReading.Import(_store, TownReading.Of("Kamaba", 3), "a.html");
        TownReading.Import(_store, TownReading.Of("Tamani", 13, force: "Eastern League", dead: 40), "b.html");
        TownReading.Import(_store, TownReading.Of("Sirokoro", 26, force: "River Guard", dead: 7), "c.html");
        _store.Gather();
    }

    public void Dispose() => _store.Dispose();

    [Theory]
    [InlineData(ReviewAct.Accept, 4)]
    [InlineData(ReviewAct.Reject, 2)]
    public void A_verdict_shows_or_hides_a_telling_whatever_its_score(ReviewAct act, int shown)
    {
        Done(Of(act, act == ReviewAct.Accept ? Line("Kamaba", "killed") : Line("Kamaba", "seized")));
        using var reader = _store.OpenReader();
        Assert.Equal(shown, reader.Chronology(new ChronologyQuery { IsGathered = true }).Total);
        Assert.Equal(act, Line("Kamaba", act == ReviewAct.Accept ? "killed" : "seized").Verdict);
    }

    [Theory]
    [InlineData(ReviewAct.Accept)]
    [InlineData(ReviewAct.Reject)]
    [InlineData(ReviewAct.Merge)]
    [InlineData(ReviewAct.Apart)]
    [InlineData(ReviewAct.Correct)]
    [InlineData(ReviewAct.Note)]
    [InlineData(ReviewAct.Withdraw)]
    public void A_decision_taken_back_leaves_an_export_of_the_same_bytes(ReviewAct act)
    {
        var before = Export();
        var line = Line("Kamaba", "seized");
        var decision = Of(act, line) with { Other = Line("Tamani", "seized").EventId, Note = "as agreed", Field = ReviewField.Actor, Words = "Officials" };
        var review = Done(act == ReviewAct.Withdraw ? decision with { About = line.Article.Id } : decision);
        Assert.NotEqual(before, Export());

        Assert.Null(_store.TakeBack("ada", review.Key).Fault);
        Assert.Equal(before, Export());
        using var reader = _store.OpenReader();
        Assert.Equal([ReviewAct.Undo, act], reader.Reviews().Entries.Select(entry => entry.Act));
        Assert.Equal([true, false], reader.Reviews().Entries.Select(entry => entry.IsInForce));
    }

    [Fact]
    public void What_took_a_decision_back_can_be_taken_back_itself()
    {
        var rejected = Done(Of(ReviewAct.Reject, Line("Kamaba", "seized")));
        var after = Export();
        var undo = _store.TakeBack("bea", rejected.Key).Review!;
        Assert.Equal("DecisionFault", _store.TakeBack("bea", rejected.Key).Fault?.GetType().Name);
        Assert.Null(_store.TakeBack("bea", undo.Key).Fault);
        Assert.Equal(after, Export());
    }

    [Fact]
    public void The_latest_decision_of_a_coder_is_taken_back_without_naming_it()
    {
        var before = Export();
        Done(Of(ReviewAct.Reject, Line("Kamaba", "seized")));
        Assert.Null(_store.TakeBack("ada").Fault);
        Assert.Equal(before, Export());
        Assert.NotNull(_store.TakeBack("ada").Fault);
        Assert.NotNull(_store.TakeBack("nobody").Fault);
    }

    [Fact]
    public void The_same_decision_sent_twice_is_one()
    {
        var decision = Of(ReviewAct.Accept, Line("Kamaba", "seized"));
        Assert.Equal(Done(decision).Key, Done(decision).Key);
        Done(decision with { Act = ReviewAct.Reject });
        Done(decision);
        using var reader = _store.OpenReader();
        Assert.Equal(3, reader.Reviews().Total);
    }

    [Fact]
    public void Events_that_a_person_joins_are_one_with_the_old_address_leading_to_it()
    {
        var (one, other) = (Line("Kamaba", "seized"), Line("Tamani", "seized"));
        Done(Of(ReviewAct.Merge, one) with { Other = $"http://127.0.0.1:5080/e/{other.EventId}?format=json#disputes" });
        using var reader = _store.OpenReader();
        Assert.Equal(2, reader.Chronology(new ChronologyQuery { IsGathered = true }).Total);
        var view = reader.Event(one.EventId)!;
        Assert.Equal(2, view.Tellings.Count);
        Assert.Contains(view.Disputes, dispute => dispute.Aspect == "place");
        // One of the two stands for both; the other's address leads there.
        var leads = new[] { reader.MergedInto(one.EventId), reader.MergedInto(other.EventId) };
        Assert.Single(leads, lead => lead is null);
        Assert.Contains(leads.Single(lead => lead is not null), new[] { one.EventId, other.EventId });
        Assert.Null(reader.MergedInto(Line("Sirokoro", "seized").EventId));
    }

    [Fact]
    public void A_telling_split_off_stands_alone_and_stays_so_when_all_is_gathered_anew()
    {
        var (one, other, third) = (Line("Kamaba", "seized"), Line("Tamani", "seized"), Line("Sirokoro", "seized"));
        Done(Of(ReviewAct.Merge, one) with { Other = other.EventId });
        Done(Of(ReviewAct.Merge, one) with { Other = third.EventId });
        Assert.Equal(3, Line("Kamaba", "seized").Tellings);
        Done(Of(ReviewAct.Split, third));
        Assert.Equal((2, 1), (Line("Kamaba", "seized").Tellings, Line("Sirokoro", "seized").Tellings));

        var before = Export();
        _store.Gather();
        Assert.Equal(before, Export());
    }

    [Fact]
    public void Decisions_outlive_a_newer_reading_and_an_edited_text()
    {
        var line = Line("Kamaba", "seized");
        Done(Of(ReviewAct.Correct, line) with { Field = ReviewField.Kind, Value = "assault" });
        Done(Of(ReviewAct.Merge, line) with { Other = Line("Tamani", "seized").EventId });
        Done(Of(ReviewAct.Accept, Line("Kamaba", "killed")));

        TownReading.Import(_store, TownReading.Of("Kamaba", 3), "a.html", TownReading.Second);
        Assert.Equal(EventKind.Assault, Line("Kamaba", "seized").Kind);
        _store.Gather();
        Holds();

        var text = TownReading.TextOf("Kamaba", 3).Replace("by December", "by December and held", StringComparison.Ordinal);
        TownReading.Import(_store, TownReading.Of(TownReading.ArticleOf(text), "Kamaba", 3), "a.html");
        _store.Gather();
        Holds();
        Assert.Empty(_store.Check());

        void Holds()
        {
            var now = Line("Kamaba", "seized");
            Assert.Equal((EventKind.Assault, "18", 2), (now.Kind, now.Cameo, now.Tellings));
            Assert.Equal(["kind"], now.Corrected);
            Assert.True(Line("Kamaba", "killed").IsShown);
        }
    }

    [Fact]
    public void A_corrected_field_is_found_ordered_and_filtered_as_corrected()
    {
        var line = Line("Kamaba", "seized");
        Done(Of(ReviewAct.Correct, line) with { Field = ReviewField.Actor, Words = "Officials", Value = "MLI GOV" });
        Done(Of(ReviewAct.Correct, line) with { Field = ReviewField.Time, Value = "2025-10~", Words = "3 November 2025" });
        Done(Of(ReviewAct.Correct, line) with { Field = ReviewField.Place });
        Done(Of(ReviewAct.Correct, line) with { Field = ReviewField.Number, Words = "12", Value = "12" });
        Done(Of(ReviewAct.Correct, line) with { Field = ReviewField.Recipient, Words = "the Sahel Army" });
        using var reader = _store.OpenReader();
        var now = Assert.Single(reader.Chronology(new ChronologyQuery { Actor = "MLI GOV", ActorActs = true }).Lines);
        Assert.Equal(("Officials", "2025-10~", null), (now.Actors[0].Words.Text, now.Time!.Edtf, now.Place));
        Assert.Equal("Sahel Army", now.Recipients[0].Name);
        Assert.Equal(12, now.Quantities[0].Quantity.Value);
        Assert.Equal(["actor", "number", "place", "recipient", "time"], now.Corrected);
        Assert.Equal(now.EventId, reader.Chronology(new ChronologyQuery()).Lines[0].EventId);
    }

    [Fact]
    public void A_decision_that_cannot_be_is_refused_with_what_to_do()
    {
        var line = Line("Kamaba", "seized");
        var before = Export();
        Assert.Equal("coder", Fault(Of(ReviewAct.Accept, line) with { Coder = " " }));
        Assert.Equal("about", Fault(Of(ReviewAct.Accept, line) with { About = "none" }));
        Assert.Equal("words", Fault(Of(ReviewAct.Correct, line) with { Field = ReviewField.Actor, Words = "the Southern Front" }));
        Assert.Equal("field", Fault(Of(ReviewAct.Correct, line)));
        Assert.Equal("value", Fault(Of(ReviewAct.Correct, line) with { Field = ReviewField.Kind, Value = "quarrel" }));
        Assert.Equal("value", Fault(Of(ReviewAct.Correct, line) with { Field = ReviewField.Time, Value = "soon" }));
        Assert.Equal("value", Fault(Of(ReviewAct.Correct, line) with { Field = ReviewField.Actor, Words = "Officials", Value = "mali" }));
        Assert.Equal("other", Fault(Of(ReviewAct.Merge, line) with { Other = "none" }));
        Assert.Equal("other", Fault(Of(ReviewAct.Merge, line) with { Other = line.EventId }));
        Assert.Equal("act", Fault(Of(ReviewAct.Split, line)));
        Assert.Equal("note", Fault(Of(ReviewAct.Note, line)));
        Assert.Equal("note", Fault(Of(ReviewAct.Note, line) with { Note = new string('x', 2001) }));
        Assert.Equal(before, Export());
    }

    [Fact]
    public void Rejected_tellings_tell_of_nothing_and_count_as_nobodys_account()
    {
        var (one, other) = (Line("Kamaba", "seized"), Line("Tamani", "seized"));
        Done(Of(ReviewAct.Merge, one) with { Other = other.EventId });
        Done(Of(ReviewAct.Reject, other));
        Assert.Equal((1, 0), (Line("Kamaba", "seized").Tellings, Line("Kamaba", "seized").Disputed.Count));
    }

    [Fact]
    public void A_prediction_falls_due_and_its_outcome_is_a_persons_decision()
    {
        var (before, after) = (new DateOnly(2025, 12, 31), new DateOnly(2026, 1, 1));
        Assert.All(Ledger(before), line => Assert.Equal(LedgerStatus.Open, line.Status));
        var due = Ledger(after)[0];
        Assert.Equal((LedgerStatus.Due, "Officials", new DateOnly(2025, 12, 31)), (due.Status, due.Maker, due.LastDay));

        var export = Export();
        var decision = new Decision { Act = ReviewAct.Outcome, Coder = "ada", About = due.Prediction.Id, Value = "failed", Other = Line("Tamani", "seized").EventId };
        Assert.Equal("value", Fault(decision with { Value = "perhaps" }));
        Assert.Equal("about", Fault(decision with { About = "none" }));
        Done(decision);
        TownReading.Import(_store, TownReading.Of("Kamaba", 3), "a.html", TownReading.Second);
        Assert.Equal(LedgerStatus.Failed, Ledger(after).Single(line => line.Prediction.Id == due.Prediction.Id).Status);
        Assert.NotEqual(export, Export());
        Assert.Null(_store.TakeBack("ada").Fault);
        Assert.Equal(LedgerStatus.Due, Ledger(after).Single(line => line.Prediction.Id == due.Prediction.Id).Status);

        IReadOnlyList<LedgerLine> Ledger(DateOnly day)
        {
            using var reader = _store.OpenReader();
            return reader.Ledger(day);
        }
    }

    [Theory]
    [InlineData(5, null, null)]
    [InlineData(6, 6, 0.0)]
    [InlineData(9, 6, 1.0 / 3.0)]
    public void How_bold_a_prediction_is_follows_from_the_months_before_it(int months, int? with, double? boldness)
    {
        // The front seizes a town in each of the last six months; in those before, soldiers of the same army are only killed.
        using var store = Store.InMemory();
        for (var i = 1; i <= months; i++)
        {
            var reading = TownReading.Of($"Town{i}", 3);
            var day = new DateOnly(2025, 11, 3).AddMonths(-i);
            var time = new EventTime(Sql.Day(day), TimeBasis.Stated, reading.Events[0].Time!.Span, new Dateline.Text.Times.TimeBounds(day, day));
            var told = i <= 6 ? reading.Events[0] : reading.Events[1] with { IsShown = true };
            TownReading.Import(store, reading with { Events = [told with { Time = time }], Predictions = [] }, $"{i}.html");
        }

        var foretold = TownReading.Of("Sirokoro", 26);
        var act = foretold.Events[0] with { Factuality = new Factuality(Certainty.Probable, false, Standing.Predicted) };
        TownReading.Import(store, foretold with { Events = [act], Predictions = [foretold.Predictions[0] with { Event = 0 }] }, "foretold.html");
        store.Gather();

        using var reader = store.OpenReader();
        var usual = Assert.Single(reader.Ledger(new DateOnly(2025, 11, 30))).Usual;
        Assert.Equal((with, with is null ? null : months), (usual?.With, usual?.Months));
        if (boldness is { } expected) Assert.Equal(expected, usual!.Value.Boldness, 12);
    }

    [Theory]
    [InlineData(false, null, Certainty.Probable, true)]
    [InlineData(true, null, Certainty.Possible, true)]
    [InlineData(true, null, Certainty.Probable, false)]
    [InlineData(false, "2025-12", Certainty.Possible, false)]
    public void What_nothing_could_show_wrong_is_refused(bool namesAct, string? due, Certainty certainty, bool isRefused) =>
        Assert.Equal(isRefused, Dateline.Chronology.Gathering.Checkability.Refusal(namesAct, due, certainty) is not null);

    [Fact]
    public void Log_rows_cannot_be_altered_or_removed()
    {
        Done(Of(ReviewAct.Accept, Line("Kamaba", "seized")));
        using var connection = _store.Connect();
        foreach (var sql in new[] { "UPDATE review SET coder = 'x'", "DELETE FROM review", "UPDATE review_telling SET start = 0", "DELETE FROM review_telling" })
            Assert.Contains("only ever added", Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => connection.Execute(sql)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_queue_begins_where_a_decision_helps_most_and_what_is_decided_leaves_it()
    {
        using (var reader = _store.OpenReader())
        {
            var queue = reader.ReviewQueue("ada", isBlind: false);
            Assert.Equal(6, queue.Total);
            // A probability of 0.4 is more in doubt than one of 0.95.
            Assert.Equal(["killed", "killed", "killed", "seized", "seized", "seized"], queue.Entries.Select(entry => entry.Line.Trigger.Text));
            Assert.Equal(0.8, queue.Entries[0].Points, 3);
        }

        Done(Of(ReviewAct.Accept, Line("Kamaba", "killed")));
        using var after = _store.OpenReader();
        Assert.Equal(5, after.ReviewQueue("bea", isBlind: false).Total);
        // Who works blind is asked first where another has decided, and does not see what.
        var blind = after.ReviewQueue("bea", isBlind: true);
        Assert.Equal(6, blind.Total);
        Assert.Equal(1.8, blind.Entries[0].Points, 3);
    }

    [Fact]
    public void A_blind_decision_changes_nothing_that_is_shown()
    {
        Done(Of(ReviewAct.Reject, Line("Kamaba", "seized")) with { IsBlind = true, Coder = "bea" });
        Assert.Null(Line("Kamaba", "seized").Verdict);
        using var reader = _store.OpenReader();
        Assert.Equal(5, reader.ReviewQueue("bea", isBlind: true).Total);
        Assert.Equal(6, reader.ReviewQueue("ada", isBlind: false).Total);
    }

    [Fact]
    public void A_second_coder_sees_what_the_machine_read_and_no_decision_but_his_own()
    {
        var line = Line("Kamaba", "seized");
        Done(Of(ReviewAct.Correct, line) with { Field = ReviewField.Actor, Words = "Officials", Value = "MLI GOV" });
        Done(Of(ReviewAct.Correct, line) with { Field = ReviewField.Number, Words = "12", Value = "12" });
        Done(Of(ReviewAct.Reject, line));
        Done(Of(ReviewAct.Note, line) with { Coder = "bea", IsBlind = true, Note = "mine" });

        using (var blind = _store.OpenBlindReader("bea"))
        {
            var seen = blind.ReviewQueue("bea", isBlind: true).Entries.Single(entry => entry.Line.EventId == line.EventId).Line;
            Assert.Equal((line.Actors[0].Name, line.IsShown, line.Quantities.Count), (seen.Actors[0].Name, seen.IsShown, seen.Quantities.Count));
            Assert.Null(seen.Verdict);
            Assert.Empty(seen.Corrected);
            Assert.Equal(["bea"], blind.ReviewsOf(blind.Event(line.EventId)!).Select(review => review.Coder));
            Assert.Equal(["bea"], blind.Reviews(coder: "ada").Entries.Select(review => review.Coder));
            Assert.Equal(3, blind.Chronology(new ChronologyQuery { IsGathered = true }).Total);
        }

        // The same connection may serve the next who asks, and he sees everything.
        Assert.Equal(ReviewAct.Reject, Line("Kamaba", "seized").Verdict);
    }

    [Fact]
    public void Agreement_counts_who_decided_without_sight_of_the_other()
    {
        // Ada first: accepts two, one of them with another actor, and rejects one. Bea, blind, differs on the actor and on a verdict.
        var (one, two, three) = (Line("Kamaba", "seized"), Line("Tamani", "seized"), Line("Sirokoro", "seized"));
        Done(Of(ReviewAct.Correct, one) with { Field = ReviewField.Actor, Words = "Officials" });
        Done(Of(ReviewAct.Accept, two));
        Done(Of(ReviewAct.Reject, three));
        foreach (var line in new[] { one, two, three }) Done(Of(ReviewAct.Accept, line) with { Coder = "bea", IsBlind = true });
        // Whoever comes after Ada with open eyes has seen what she decided: nobody's agreement.
        Done(Of(ReviewAct.Accept, two) with { Coder = "cyr" });

        using var reader = _store.OpenReader();
        var report = reader.Agreement();
        Assert.Equal(["ada", "bea"], report.Coders.Select(coder => coder.Name));
        Assert.Equal(("ada", "bea"), (report.One, report.Other));
        var verdict = report.Fields.Single(field => field.Field == "verdict");
        Assert.Equal((3, 2, 2.0 / 3.0), (verdict.Kappa.Units, verdict.Table.Agreed, verdict.Kappa.Observed));
        // Ada accepts 2 of 3, Bea all: by chance 2/3, as observed.
        Assert.Equal(0, verdict.Kappa.Value!.Value, 12);
        // Six ratings, five the same: differing 1·1/1 + 1·1/1 of 6, expected (5·1 + 1·5)/(6·5).
        Assert.Equal(0, verdict.Alpha.Value!.Value, 12);
        var actor = report.Fields.Single(field => field.Field == "actor");
        Assert.Equal((2, 1), (actor.Table.Total, actor.Table.Agreed));
        Assert.Equal((3 + 6 * 2, 2), (report.Overall.Table.Total, report.AllDisagreements));
        Assert.Equal(["actor", "verdict"], report.Disagreements.Select(unit => unit.Field));
        Assert.Equal(["officials", "Northern Front"], report.Disagreements[0].Values.Select(value => value.Value));
        Assert.Equal(one.EventId, report.Disagreements[0].Line.EventId);
    }

    [Fact]
    public void Without_a_second_coder_there_is_no_agreement_to_speak_of()
    {
        Done(Of(ReviewAct.Accept, Line("Kamaba", "seized")));
        using var reader = _store.OpenReader();
        var report = reader.Agreement();
        Assert.Null(report.One);
        Assert.All(report.Fields, field => Assert.Null(field.Kappa.Value));
    }

    [Fact]
    public void The_nearest_of_several_places_of_the_same_words_is_chosen()
    {
        const string text = "The army left. The front came. The army returned.";
        Assert.Equal(31, DecisionDesk.NearestIn(text, "The army", new TextSpan(40, 8))!.Value.Start);
        Assert.Equal(0, DecisionDesk.NearestIn(text, "The army", new TextSpan(9, 4))!.Value.Start);
        Assert.Null(DecisionDesk.NearestIn(text, "the army", new TextSpan(9, 4)));
    }

    private static Decision Of(ReviewAct act, ChronologyLine line) => new() { Act = act, Coder = "ada", About = line.EventId, Article = line.Article.Id };

    private ReviewLine Done(Decision decision)
    {
        var result = _store.Decide(decision);
        Assert.Null(result.Fault);
        return result.Review!;
    }

    private string? Fault(Decision decision) => _store.Decide(decision).Fault?.Part;

    private ChronologyLine Line(string town, string trigger)
    {
        using var reader = _store.OpenReader();
        return reader.Chronology(new ChronologyQuery { WithHidden = true }).Lines.Single(line => line.Article.Title!.StartsWith(town, StringComparison.Ordinal) && line.Trigger.Text == trigger);
    }

    private string Export()
    {
        using var reader = _store.OpenReader();
        using var output = new MemoryStream();
        reader.ExportJsonLines(output);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
