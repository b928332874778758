using Dateline.Learning.Corpora;
using Dateline.Learning.Scoring;

namespace Dateline.Tests.Learning.Scoring;

public sealed class TimeScorerTests
{
    [Theory]
    [InlineData("2013-W12", "2013-03-18/2013-03-24")]
    [InlineData("2013-W12-WE", "2013-03-23/2013-03-24")]
    [InlineData("2013-03-18-WXX-1", "2013-03-18")]
    [InlineData("2024-02", "2024-02-01/2024-02-29")]
    [InlineData("2024-Q1", "2024-01/2024-03")]
    [InlineData("2024-Q1", "2024-33")]
    [InlineData("2024-H2", "2024-07-01/2024-12-31")]
    [InlineData("2024-SU", "2024-22")]
    [InlineData("199", "199X")]
    [InlineData("199X", "1990/1999")]
    [InlineData("19", "19XX")]
    [InlineData("BC0499", "-0498")]
    [InlineData("2015-07-14T19", "2015-07-14T19:00:05")]
    [InlineData("2015-07-14T7:30", "2015-07-14T07:30Z")]
    [InlineData("2011~", "2011")]
    [InlineData("2011?/..", "2011/..")]
    [InlineData("P3DE", "P30Y")]
    [InlineData("P1.5CE", "P150Y")]
    [InlineData("P24H", "PT24H")]
    [InlineData("P2Q", "P6M")]
    [InlineData("2012-13-45", "2012-13-45")]
    [InlineData("0000-02", "0000-02-01/0000-02-29")]
    public void What_is_the_same_time_is_equal_however_it_is_written(string left, string right) => Assert.Equal(TimeValue.Of(left), TimeValue.Of(right));

    [Theory]
    [InlineData("1998", "1998-XX")]
    [InlineData("P1W", "P7D")]
    [InlineData("2024-22", "2024-06-01/2024-08-31")]
    [InlineData("2015-07-14TMO", "2015-07-14")]
    [InlineData("2011/..", "2011")]
    [InlineData("2011-W54", "2012-W02")]
    public void What_is_less_exact_is_not_equal(string left, string right) => Assert.NotEqual(TimeValue.Of(left), TimeValue.Of(right));

    [Fact]
    public void Now_and_then_are_references_and_nothing_is_nothing()
    {
        Assert.Same(TimeValue.Reference, TimeValue.Of("PRESENT_REF"));
        Assert.Null(TimeValue.Of(" "));
        Assert.Null(TimeValue.Of(null));
    }

    [Fact]
    public void Spans_values_and_types_are_counted_apart()
    {
        var read = new HandReading("a", "The depot burned on 3 May 2021, now it is empty; it opens again next week at noon.")
            .Time("on 3 May 2021", "2021-05-03")
            .Time("now", "2021-06-01")
            .Time("next week", "2021-W22")
            .Time("empty", "2020");
        var gold = new GoldTimes(
            read.Article,
            [
                new MarkedTime(read.At("3 May 2021"), "2021-05-03", "DATE"),
                new MarkedTime(read.At("now"), "PRESENT_REF", "DATE"),
                new MarkedTime(read.At("next week"), "2021-W23", "DATE"),
                new MarkedTime(read.At("noon"), "2021-06-07T12:00", "TIME"),
            ],
            IsComplete: true);
        var sheet = TimeScorer.Score([gold], read.Alone());
        Assert.Equal((2, 4, 4), Counts(sheet["span strict"]));
        Assert.Equal((3, 4, 4), Counts(sheet["span relaxed"]));
        // “now” is left out of both sides of the value.
        Assert.Equal((1, 3, 3), Counts(sheet["value"]));
        Assert.Equal(100.0 / 3, sheet["value"].Precision);
        Assert.Equal((3, 4, 4), Counts(sheet["type"]));
        Assert.Equal(50, sheet["value right, of found"].Value);
        Assert.Equal((0, 1), (sheet["TIME found"].Right, sheet["TIME found"].Gold));
        Assert.Equal((3, 3), (sheet["DATE found"].Right, sheet["DATE found"].Gold));
        Assert.Contains("a: missed ‘noon’ (2021-06-07T12:00)", sheet.Errors);
        Assert.Contains("a: invented ‘empty’ (2020)", sheet.Errors);
    }

    [Fact]
    public void The_better_overlap_wins_and_nothing_pairs_twice()
    {
        var read = new HandReading("a", "from 3 to 5 May 2021").Time("3 to 5 May 2021", "2021-05-03").Time("5 May 2021", "2021-05-05");
        var gold = new GoldTimes(read.Article, [new MarkedTime(read.At("5 May 2021"), "2021-05-05", null)], IsComplete: true);
        var sheet = TimeScorer.Score([gold], read.Alone());
        Assert.Equal((1, 2, 1), Counts(sheet["span strict"]));
        Assert.Equal((1, 2, 1), Counts(sheet["value"]));
    }

    [Fact]
    public void Gold_offsets_count_code_points_and_dates_of_tokens_are_joined_by_spaces()
    {
        using var file = new GoldFile(
            """
            {"id": 7, "dct": "20210504", "text": "🏴🏴 flew on Monday", "timex": [{"s": 11, "e": 17, "type": "DATE", "value": "2021-05-03"}]}
            {"id": "g", "dct": "2021-05-04T10:30:00Z", "tokens": ["It", "fell", ".", "In", "May", "."], "sent_starts": [0, 3], "dates": [{"s": 4, "e": 5, "when": "--05"}]}
            """);
        var documents = TimeCorpus.Read(file.Path).ToArray();
        Assert.Equal("Monday", documents[0].Times[0].Span.In(documents[0].Article.Text));
        Assert.Equal(("7", "2021-05-04"), (documents[0].Article.Id, documents[0].Article.Published));
        Assert.Equal(("It fell .\nIn May .", "2021-05-04T10:30:00"), (documents[1].Article.Text, documents[1].Article.Published));
        Assert.Equal(("May", "XXXX-05"), (documents[1].Times[0].Span.In(documents[1].Article.Text).ToString(), documents[1].Times[0].Value));
        Assert.False(documents[1].IsComplete);
    }

    [Fact]
    public void A_row_of_another_form_is_named_with_its_line()
    {
        using var file = new GoldFile("\n{\"id\": 1}\n");
        var fault = Assert.Throws<InvalidDataException>(() => TimeCorpus.Read(file.Path).ToArray());
        Assert.Contains(":2: ", fault.Message, StringComparison.Ordinal);
    }

    internal static (int?, int?, int?) Counts(ScoreLine line) => (line.Right, line.Found, line.Gold);
}
