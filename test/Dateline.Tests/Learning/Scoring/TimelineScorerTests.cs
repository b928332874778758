using Dateline.Learning.Corpora;
using Dateline.Learning.Scoring;
using Dateline.Tests.Chronology.Gathering;

namespace Dateline.Tests.Learning.Scoring;

public sealed class TimelineScorerTests
{
    private const string Documents = """
        {"id":"d1","corpus":"own","dct":"2025-05-06","sentences":[[0,"Acme buys a mine"],[2,"On 5 May 2025 Acme bought a mine in Ghana ."],[3,"In 2019 Acme had sold a quarry ."]]}
        """;

    private const string Timelines = """
        {"corpus":"own","entity":"Acme","timeline":[{"order":0,"date":"XXXX-XX-XX","mentions":[{"doc":"d1","sentence":0,"text":"mine"}]},{"order":1,"date":"2019-XX-XX","mentions":[{"doc":"d1","sentence":3,"text":"sold"}]},{"order":2,"date":"2025-05-05","mentions":[{"doc":"d1","sentence":2,"text":"bought"}]}]}
        """;

    [Fact]
    public void Documents_and_timelines_may_stand_in_one_file_or_two()
    {
        using var file = new GoldFile(Documents + "\n" + Timelines);

        var text = Assert.Single(TimelineCorpus.Documents(file.Path));
        var timeline = Assert.Single(TimelineCorpus.Timelines(file.Path));

        Assert.Equal("In 2019 Acme had sold a quarry .", text.Sentences[3].In(text.Article.Text).ToString());
        Assert.Equal("2025-05-06", text.Article.Published);
        Assert.Equal([null, "2019", "2025-05-05"], timeline.Entries.Select(entry => entry.Date));
        Assert.Equal(new TimelineMention("d1", 3, "sold"), Assert.Single(timeline.Entries[1].Mentions));
    }

    [Fact]
    public void Words_are_compared_in_lower_case_with_underscores() => Assert.Equal("stepped_down", TimelineCorpus.Folded("Stepped  down"));

    [Fact]
    public void A_chronicle_is_scored_against_its_timeline()
    {
        using var file = new GoldFile(Documents + "\n" + Timelines);
        var texts = TimelineCorpus.Documents(file.Path, "en").ToList();
        var readings = texts.ToDictionary(text => text.Article.Id, text => OwnReader.Read(text.Article.Text, text.Article.Id), StringComparer.Ordinal);

        var sheet = TimelineScorer.Score(texts, [.. TimelineCorpus.Timelines(file.Path)], readings);

        // sold<bought, sold in 2019, bought on 5 May are right.
        Assert.Equal((3, 3), (sheet["temporal awareness"].Gold, sheet["temporal awareness"].Right));
        Assert.Equal(3, sheet["temporal awareness"].Found);
        Assert.Equal(100, sheet["time right, of tellings found"].Value);
    }

    [Fact]
    public void A_name_that_nothing_is_told_of_costs_recall_only()
    {
        using var file = new GoldFile(Documents + "\n" + Timelines);
        var texts = TimelineCorpus.Documents(file.Path, "en").ToList();

        var sheet = TimelineScorer.Score(texts, [.. TimelineCorpus.Timelines(file.Path)], new Dictionary<string, Dateline.Chronology.Reading>(StringComparer.Ordinal));

        Assert.Equal((0, 0, 3), (sheet["temporal awareness"].Right, sheet["temporal awareness"].Found, sheet["temporal awareness"].Gold));
    }
}
