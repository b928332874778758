using Dateline.Chronology.Gathering;
using Dateline.Chronology.Reviews;
using Dateline.Storage;
using Dateline.Tests.Chronology.Gathering;

namespace Dateline.Tests.Storage;

/// <summary>States follow what people put right, join and part, at the time they did so and not before.</summary>
public sealed class StateDecisionTests : IDisposable
{
    private readonly SetClock _clock = new("2022-08-01");
    private readonly Store _store;

    public StateDecisionTests() => _store = Store.InMemory(_clock);

    public void Dispose() => _store.Dispose();

    [Fact]
    public void A_telling_below_the_threshold_opens_a_state_once_a_person_accepts_it()
    {
        Import("ECOWAS imposed sanctions on Mali on 9 January 2022.", "imposed", "2022-01-10");
        Import("ECOWAS lifted its sanctions on Mali on 3 July 2022.", "lifted", "2022-07-05");
        Assert.Equal(StateAnswer.Unknown, Answer("Mali", "2022-03-01"));

        _clock.Put("2022-09-01");
        var opening = Line("sanctions");
        Decide(Of(ReviewAct.Accept, opening));
        Decide(Of(ReviewAct.Correct, opening) with { Field = ReviewField.Actor, Words = "ECOWAS" });

        Assert.Equal(StateAnswer.Held, Answer("Mali", "2022-03-01"));
        Assert.Equal(StateAnswer.DidNotHold, Answer("Mali", "2022-01-08"));
        Assert.Equal(StateAnswer.DidNotHold, Answer("Mali", "2022-07-04"));
        // Nobody had decided so in August.
        Assert.Equal(StateAnswer.Unknown, Answer("Mali", "2022-03-01", known: "2022-08-31"));
        Assert.Equal(StateAnswer.Held, Answer("Mali", "2022-03-01", known: "2022-09-01"));
        Assert.Null(Answer("Mali", "2022-03-01", known: "2022-07-31"));
    }

    [Fact]
    public void An_end_moves_with_its_correction_and_goes_when_its_telling_is_rejected()
    {
        Import("The African Union suspended Mali from the bloc on 1 June 2021.", "suspended", "2021-06-02");
        Import("ECOWAS lifted its sanctions on Mali on 3 July 2022.", "lifted", "2022-07-05");
        var lifting = Line("lifted its sanctions");
        Assert.Equal(StateAnswer.DidNotHold, Answer("Mali", "2022-07-04", StateRelation.Sanctioned));

        Decide(Of(ReviewAct.Correct, lifting) with { Field = ReviewField.Time, Value = "2022-07-20", Words = "3 July 2022" });
        Assert.Equal(StateAnswer.Unknown, Answer("Mali", "2022-07-04", StateRelation.Sanctioned));
        Assert.Equal(StateAnswer.DidNotHold, Answer("Mali", "2022-07-21", StateRelation.Sanctioned));

        Decide(Of(ReviewAct.Reject, lifting));
        Assert.Null(Answer("Mali", "2022-07-21", StateRelation.Sanctioned));
        Assert.Null(_store.TakeBack("ada").Fault);
        Assert.Equal(StateAnswer.DidNotHold, Answer("Mali", "2022-07-21", StateRelation.Sanctioned));
        // Never told to end: unknown, however long ago it began.
        Assert.Equal(StateAnswer.Unknown, Answer("Mali", "2030-01-01", StateRelation.Suspended));
    }

    [Fact]
    public void What_ended_on_a_day_that_is_not_told_is_unknown_and_never_still()
    {
        Import("The African Union suspended Mali from the bloc on 1 June 2021.", "suspended", "2021-06-02");
        Import("In the end ECOWAS lifted its sanctions on Niger, officials said.", "lifted", "2024-03-01");
        using var reader = _store.OpenReader();
        var state = Assert.Single(reader.States(new StateQuery { Name = "Niger" }).States);
        Assert.Single(state.Closings);
        Assert.Equal((StateEndKind.Unknown, StateEndKind.Unknown), (state.Fact.StartKind, state.Fact.EndKind));
        // Neither true in every past year, nor still true after it ended.
        foreach (var day in new[] { "1960-01-01", "2023-12-01", "2024-03-02", "2026-01-01" }) Assert.Equal(StateAnswer.Unknown, Answer("Niger", day));
    }

    [Fact]
    public void Two_captures_that_a_person_takes_for_one_open_one_state_and_parted_again_they_are_as_before()
    {
        Import("Fighters of JNIM captured the town of Gao on 2 May 2025.", "first", "2025-05-03");
        Import("Fighters of JNIM captured the town of Gao on 20 May 2025, residents recalled.", "second", "2025-05-22");
        Assert.Equal(2, Openings().Events);

        _clock.Put("2025-06-01");
        var (one, other) = (Line("captured the town", "first"), Line("captured the town", "second"));
        Decide(Of(ReviewAct.Merge, one) with { Other = other.EventId });
        Assert.Equal((1, 2), Openings());
        Assert.Equal(2, Openings("2025-05-31").Events);

        Decide(Of(ReviewAct.Split, other));
        Assert.Equal(2, Openings().Events);
    }

    private (int Events, int Tellings) Openings(string? known = null)
    {
        using var reader = _store.OpenReader();
        var fact = Assert.Single(reader.States(new StateQuery { Name = "Gao", Known = known is null ? null : DateOnly.ParseExact(known, "yyyy-MM-dd") }).States).Fact;
        return (fact.Openings.Count, fact.Openings.Sum(opening => opening.Tellings.Count));
    }

    private StateAnswer? Answer(string name, string day, StateRelation? relation = null, string? known = null)
    {
        using var reader = _store.OpenReader();
        var query = new StateQuery { Name = name, At = DateOnly.ParseExact(day, "yyyy-MM-dd"), Known = known is null ? null : DateOnly.ParseExact(known, "yyyy-MM-dd"), WithOthers = true };
        return reader.States(query).States.SingleOrDefault(state => relation is null || state.Fact.Relation == relation)?.Answer;
    }

    private StateAnswer? Answer(string name, string day, string known) => Answer(name, day, null, known);

    private void Import(string text, string id, string published)
    {
        TownReading.Import(_store, OwnReader.Read(text, id, published), id + ".txt");
        _store.Gather();
    }

    private ChronologyLine Line(string trigger, string? input = null)
    {
        using var reader = _store.OpenReader();
        return reader.Chronology(new ChronologyQuery { WithHidden = true }).Lines.Single(line => line.Trigger.Text == trigger && (input is null || line.Article.Published == (input == "first" ? "2025-05-03" : "2025-05-22")));
    }

    private void Decide(Decision decision) => Assert.Null(_store.Decide(decision).Fault);

    private static Decision Of(ReviewAct act, ChronologyLine line) => new() { Act = act, Coder = "ada", About = line.EventId, Article = line.Article.Id };
}
