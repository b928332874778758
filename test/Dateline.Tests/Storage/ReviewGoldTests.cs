using System.Text;
using Dateline.Chronology.Events;
using Dateline.Chronology.Reviews;
using Dateline.Learning.Corpora;
using Dateline.Learning.Scoring;
using Dateline.Storage;

namespace Dateline.Tests.Storage;

public sealed class ReviewGoldTests : IDisposable
{
    private readonly Store _store = Store.InMemory();
    private readonly string _file = Path.GetTempFileName();

    public ReviewGoldTests()
    {
        TownReading.Import(_store, TownReading.Of("Kamaba", 3), "a.html");
        TownReading.Import(_store, TownReading.Of("Tamani", 13, force: "Eastern League", dead: 40), "b.html");
        TownReading.Import(_store, TownReading.Of("Sirokoro", 26, force: "River Guard", dead: 7), "c.html");
        _store.Gather();
        // One accepted, one with another doer, one rejected; a blind coder's word is no gold.
        Decide(ReviewAct.Accept, "Kamaba", "seized");
        Decide(ReviewAct.Correct, "Tamani", "seized", ReviewField.Actor, "Officials");
        Decide(ReviewAct.Correct, "Tamani", "seized", ReviewField.Place, null);
        Decide(ReviewAct.Reject, "Sirokoro", "seized");
        Decide(ReviewAct.Accept, "Sirokoro", "killed", coder: "bea");
    }

    public void Dispose()
    {
        _store.Dispose();
        File.Delete(_file);
    }

    [Fact]
    public void What_people_decided_measures_every_run_that_read_the_text()
    {
        // A second program leaves the rejected telling out of sight and reads the kind of another wrong.
        TownReading.Import(_store, TownReading.Of("Sirokoro", 26, force: "River Guard", dead: 7, isShown: false), "c.html", TownReading.Second);
        var kamaba = TownReading.Of("Kamaba", 3);
        TownReading.Import(_store, kamaba with { Events = [kamaba.Events[0] with { Kind = EventKind.Protest }, kamaba.Events[1]] }, "a.html", TownReading.Second);
        _store.Gather();

        using var reader = _store.OpenReader();
        var texts = reader.ReviewedTexts();
        Assert.Equal(3, texts.Count);
        var sheet = new ScoreSheet();
        foreach (var run in texts.SelectMany(text => text.Readings.Select(reading => (text.Reviews, reading))).GroupBy(text => text.reading.Run).OrderBy(run => run.Key))
            ReviewScorer.Add(sheet, $"{run.Key} ", run.Select(text => (text.Reviews, text.reading.Tellings)));
        // The first run shows three, of which a person rejected one; the actor and place of the second were put right.
        var (first, second) = (sheet.Lines.First().Measure[..2], sheet.Lines.Last().Measure[..2]);
        Assert.NotEqual(first, second);
        Assert.Equal((2, 3), Figure(first + "shown, right"));
        Assert.Equal((2, 2), Figure(first + "right, shown"));
        Assert.Equal((1, 2), Figure(first + "field right: actor"));
        Assert.Equal((1, 2), Figure(first + "field right: place"));
        Assert.Equal((2, 2), Figure(first + "field right: time"));
        Assert.Equal((2, 3), Figure(first + "shown, right: COERCE"));
        // The second has read two of the texts anew.
        Assert.Equal((0, 1), Figure(second + "shown, right"));
        Assert.Equal((0, 1), Figure(second + "field right: kind"));
        Assert.Equal((0, 1), Figure(second + "shown, right: PROTEST"));

        (int?, int?) Figure(string measure) => (sheet[measure].Right, sheet[measure].Gold);
    }

    [Fact]
    public void Gold_that_is_written_is_read_again_with_every_word_in_its_place()
    {
        using (var reader = _store.OpenReader())
        using (var output = File.Create(_file))
        {
            reader.ExportReviewGold(output);
        }

        // The headline holds a flag outside the basic plane: offsets in the file count it once, spans twice.
        var gold = ReviewCorpus.Read(_file).ToList();
        Assert.Equal(3, gold.Count);
        var corrected = gold.Single(text => text.Article.Title!.StartsWith("Tamani", StringComparison.Ordinal));
        var review = Assert.Single(corrected.Reviews);
        Assert.True(review.IsRight);
        Assert.Equal("Officials", review.Telling.Actors.Single().In(corrected.Article.Text).ToString());
        Assert.Equal("seized", review.Telling.Trigger.In(corrected.Article.Text).ToString());
        Assert.Equal((null, "2025-11-13", "en"), (review.Telling.Place, review.Telling.Edtf, corrected.Article.Language));
        Assert.False(Assert.Single(gold.Single(text => text.Article.Title!.StartsWith("Sirokoro", StringComparison.Ordinal)).Reviews).IsRight);

        // The same readings score the same against the file as against the store.
        var readings = gold.ToDictionary(text => text.Article.Id, text => text.Article.Title![..6] switch
        {
            "Kamaba" => TownReading.Of("Kamaba", 3),
            "Tamani" => TownReading.Of("Tamani", 13, force: "Eastern League", dead: 40),
            _ => TownReading.Of("Sirokoro", 26, force: "River Guard", dead: 7),
        });
        var sheet = ReviewScorer.Score(gold, readings);
        Assert.Equal((2, 3), (sheet["shown, right"].Right, sheet["shown, right"].Gold));
        Assert.Equal((1, 2), (sheet["field right: actor"].Right, sheet["field right: actor"].Gold));
    }

    [Fact]
    public void A_line_without_reviews_is_refused_with_its_place()
    {
        File.WriteAllText(_file, "{\"id\":\"a\",\"text\":\"The town fell.\"}\n", Encoding.UTF8);
        Assert.Contains(":1:", Assert.Throws<InvalidDataException>(() => ReviewCorpus.Read(_file).ToList()).Message, StringComparison.Ordinal);
    }

    private void Decide(ReviewAct act, string town, string trigger, ReviewField? field = null, string? words = null, string coder = "ada")
    {
        // A store in memory is locked as a whole: who reads it must be done before it is written.
        ChronologyLine line;
        using (var reader = _store.OpenReader())
            line = reader.Chronology(new ChronologyQuery { WithHidden = true }).Lines.Single(line => line.Article.Title!.StartsWith(town, StringComparison.Ordinal) && line.Trigger.Text == trigger);
        Assert.Null(_store.Decide(new Decision { Act = act, Coder = coder, IsBlind = coder != "ada", About = line.EventId, Article = line.Article.Id, Field = field, Words = words }).Fault);
    }
}
