using Dateline.Learning.Corpora;
using Dateline.Learning.Scoring;
using Dateline.Text;

namespace Dateline.Tests.Learning.Scoring;

public sealed class PageScorerTests
{
    [Fact]
    public void Bodies_are_compared_by_four_word_shingles_and_averaged_over_pages()
    {
        var sheet = PageScorer.Score(
            [Page("a", "the ship came in at dawn"), Page("b", "no one saw it"), Page("c", "gone")],
            Read(("a", ["Menu the ship came in at"]), ("b", ["no one saw it"])));
        // a: gold has three shingles, the text three, two are shared; b: one of one; c: nothing was read.
        Assert.Equal(100 * (2.0 / 3 + 1) / 2, sheet["body P"].Value!.Value, 6);
        Assert.Equal(100 * (2.0 / 3 + 1 + 0) / 3, sheet["body R"].Value!.Value, 6);
        Assert.Equal((1, 3), (sheet["identical body"].Right, sheet["identical body"].Gold));
    }

    [Fact]
    public void Repeated_shingles_count_as_often_as_they_stand_on_both_sides()
    {
        var sheet = PageScorer.Score([Page("a", "go go go go go")], Read(("a", ["go go go go go go go"])));
        Assert.Equal(50, sheet["body P"].Value);
        Assert.Equal(100, sheet["body R"].Value);
    }

    [Fact]
    public void Title_authors_and_day_are_levelled_before_they_are_compared()
    {
        var gold = new GoldPage("a", "a.html", "x", "Où est l’été?", ["Awa Diallo and Ibra Sy"], HasDate: true, "2021-05-03 14:46:12+02:00");
        var article = new Article { Id = "a", Text = "x", Title = "ou est l'ete", Byline = "By Ibra Sy, Awa Diallo", Published = "2021-05-03T23:00:00Z" };
        var sheet = PageScorer.Score([gold], new Dictionary<string, IReadOnlyList<Article>> { ["a"] = [article] });
        Assert.Equal((100, 100, 100), (sheet["title"].Value, sheet["author"].Value, sheet["date"].Value));
    }

    [Fact]
    public void Where_the_gold_says_that_there_is_no_date_reading_none_is_right()
    {
        var gold = new GoldPage("a", "a.html", null, null, [], HasDate: true, null);
        Assert.Equal(100, PageScorer.Score([gold], Read(("a", ["x"])))["date"].Value);
        var dated = new Dictionary<string, IReadOnlyList<Article>> { ["a"] = [new Article { Id = "a", Text = "x", Published = "2021-05-03" }] };
        Assert.Equal(0, PageScorer.Score([gold], dated)["date"].Value);
    }

    [Fact]
    public void Several_articles_of_one_page_are_one_text()
    {
        var sheet = PageScorer.Score([Page("a", "no one saw it")], Read(("a", ["no one", "saw it"])));
        Assert.Equal(100, sheet["body F1"].Value);
        Assert.Equal(1, sheet["pages read as several documents"].Value);
    }

    private static GoldPage Page(string id, string body) => new(id, id, body, null, [], HasDate: false, null);

    private static Dictionary<string, IReadOnlyList<Article>> Read(params (string Id, string[] Texts)[] pages) =>
        pages.ToDictionary(page => page.Id, page => (IReadOnlyList<Article>)[.. page.Texts.Select(text => new Article { Id = page.Id, Text = text })]);
}
