using Dateline.Learning.Corpora;
using Dateline.Learning.Scoring;
using Dateline.Tests.Chronology.Gathering;
using Dateline.Text;

namespace Dateline.Tests.Learning.Scoring;

public sealed class GatheringScorerTests
{
    private const string Wedding = "The singer Awa Diarra married the painter Karim Cisse in Lagos.";

    [Fact]
    public void Marked_tellings_of_two_documents_that_are_put_together_rightly_are_all_right()
    {
        var sheet = Score(Document("a", Wedding, ("married", "X")), Document("b", Wedding, ("married", "X")));

        Assert.Equal(100, Figure(sheet, "gold mentions: MUC F1"));
        Assert.Equal(100, Figure(sheet, "gold mentions: B³ F1"));
        Assert.Equal(100, Figure(sheet, "own mentions: B³ F1"));
    }

    [Fact]
    public void Putting_together_what_is_two_happenings_costs_precision()
    {
        var sheet = Score(Document("a", Wedding, ("married", "X")), Document("b", Wedding, ("married", "Y")));

        Assert.Equal(50, Figure(sheet, "gold mentions: B³ P"));
        Assert.Equal(100, Figure(sheet, "gold mentions: B³ R"));
    }

    [Fact]
    public void What_is_marked_and_not_found_costs_recall_on_own_mentions_only()
    {
        var sheet = Score(Document("a", Wedding, ("married", "X"), ("painter", "Y")));

        Assert.Equal(100, Figure(sheet, "gold mentions: B³ F1"));
        Assert.Equal(50, Figure(sheet, "own mentions: B³ R"));
        Assert.Equal(100, Figure(sheet, "own mentions: B³ P"));
    }

    [Fact]
    public void What_is_found_outside_the_marked_sentences_is_not_judged()
    {
        var text = Wedding + "\nThieves robbed a bank.";
        var inside = Document("a", text, ("married", "X")) with { Marked = [new TextSpan(0, Wedding.Length)] };

        Assert.Equal(100, Figure(Score(inside), "own mentions: B³ P"));
        Assert.Equal(50, Figure(Score(inside with { Marked = [new TextSpan(0, text.Length)] }), "own mentions: B³ P"));
    }

    private static ScoreSheet Score(params GoldHappenings[] gold) => GatheringScorer.Score(
        gold, gold.ToDictionary(document => document.Article.Id, document => OwnReader.Read(document.Article.Text, document.Article.Id), StringComparer.Ordinal));

    private static double Figure(ScoreSheet sheet, string name) => sheet[name].Value!.Value;

    private static GoldHappenings Document(string id, string text, params (string Words, string Happening)[] tellings) => new(
        new Article { Id = id, Text = text }, "1",
        [.. tellings.Select((telling, i) => new MarkedHappening($"m{i}", new TextSpan(text.IndexOf(telling.Words, StringComparison.Ordinal), telling.Words.Length), telling.Happening))],
        [new TextSpan(0, text.Length)]);
}
