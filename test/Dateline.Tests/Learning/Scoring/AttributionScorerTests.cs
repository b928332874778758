using Dateline.Learning.Corpora;
using Dateline.Learning.Scoring;

namespace Dateline.Tests.Learning.Scoring;

public sealed class AttributionScorerTests
{
    private const string Text = "Awa Diallo said the harbour is shut. “We wait,” Ibra told us, “till dawn.” The mayor denied it.";

    [Fact]
    public void Contents_pair_when_they_share_half_and_sources_are_judged_on_the_pairs()
    {
        var read = new HandReading("a", Text)
            .Said("Diallo", "said", "the harbour is shut")
            .Said("us", "told", "“We wait,”", "“till dawn.”")
            .Said("The mayor", "denied", "harbour");
        var sheet = AttributionScorer.Score([Gold(read)], read.Alone());
        // The source “Diallo” has six of the nine letters of “Awa Diallo”; “us” shares nothing with “Ibra”.
        Assert.Equal((2, 3, 3), TimeScorerTests.Counts(sheet["content"]));
        Assert.Equal((1, 3, 3), TimeScorerTests.Counts(sheet["content and source"]));
        Assert.Equal((1, 1, 1), TimeScorerTests.Counts(sheet["direct: content"]));
        Assert.Equal((1, 2, 2), TimeScorerTests.Counts(sheet["indirect: content"]));
        Assert.Equal(50, sheet["source right, of content found"].Value);
        Assert.Equal(100, sheet["cue right, of content found"].Value);
    }

    [Fact]
    public void Direct_speech_alone_leaves_the_rest_out_of_both_sides()
    {
        var read = new HandReading("a", Text).Said("Diallo", "said", "the harbour is shut").Said("Ibra", "told", "“We wait,”", "“till dawn.”");
        var sheet = AttributionScorer.Score([Gold(read)], read.Alone(), onlyDirect: true);
        Assert.Equal((1, 1, 1), TimeScorerTests.Counts(sheet["content and source"]));
    }

    [Fact]
    public void A_source_that_is_absent_on_both_sides_is_right()
    {
        var read = new HandReading("a", Text).Said(null, null, "the harbour is shut");
        var gold = new GoldAttributions(read.Article, [new MarkedAttribution([], [], [read.At("harbour is shut")])]);
        Assert.Equal((1, 1, 1), TimeScorerTests.Counts(AttributionScorer.Score([gold], read.Alone())["content and source"]));
    }

    [Fact]
    public void Gold_pieces_are_united_and_gold_without_content_is_no_gold()
    {
        using var file = new GoldFile(
            """
            {"id": "a", "date": "2021-05-03", "title": "Shut", "text": "“Go,” he said, “now.”", "attributions": [{"source": [[[6, 8]]], "cue": [[[9, 13]]], "content": [[[0, 5], [15, 21]]]}, {"source": null, "cue": [[[9, 13]]], "content": []}]}
            """);
        var document = Assert.Single(AttributionCorpus.Read(file.Path));
        var marked = Assert.Single(document.Attributions);
        Assert.Equal(["“Go,”", "“now.”"], marked.Content.Select(piece => piece.In(document.Article.Text).ToString()));
        Assert.Equal(("Shut", "2021-05-03"), (document.Article.Title, document.Article.Published));
    }

    private static GoldAttributions Gold(HandReading read) => new(
        read.Article,
        [
            new MarkedAttribution([read.At("Awa Diallo")], [read.At("said")], [read.At("the harbour is shut")]),
            new MarkedAttribution([read.At("Ibra")], [read.At("told")], [read.At("“We wait,”"), read.At("“till dawn.”")]),
            new MarkedAttribution([read.At("The mayor")], [read.At("denied")], [read.At(" it")]),
        ]);
}
