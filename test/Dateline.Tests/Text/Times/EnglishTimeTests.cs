using Dateline.Text.Times;

namespace Dateline.Tests.Text.Times;

public sealed class EnglishTimeTests
{
    // A Wednesday.
    private const string Day = "2025-11-19";

    [Theory]
    [InlineData("On 15 November the convoy reached Gao.", "15 November = 2025-11-15")]
    [InlineData("The convoy reached Gao on November 15, 2024.", "November 15, 2024 = 2024-11-15")]
    [InlineData("The convoy reached Gao on Nov. 15.", "Nov. 15 = 2025-11-15")]
    [InlineData("The convoy reached Gao on the 3rd of May 2024.", "the 3rd of May 2024 = 2024-05-03")]
    [InlineData("The convoy reached Gao on 2024-05-03.", "2024-05-03 = 2024-05-03")]
    [InlineData("The convoy reached Gao on 13/05/2024.", "13/05/2024 = 2024-05-13")]
    [InlineData("In July 2022 the bloc lifted its measures.", "July 2022 = 2022-07")]
    [InlineData("The bloc lifted its measures last July.", "last July = 2025-07")]
    [InlineData("The bloc lifted its measures in December.", "December = 2024-12")]
    [InlineData("The post was attacked on Saturday.", "Saturday = 2025-11-15")]
    [InlineData("The post was attacked on Wednesday.", "Wednesday = 2025-11-19")]
    [InlineData("Ministers will meet on Saturday.", "Saturday = 2025-11-22")]
    [InlineData("Ministers will meet next Monday.", "next Monday = 2025-11-24")]
    [InlineData("The post was attacked last Wednesday.", "last Wednesday = 2025-11-12")]
    [InlineData("The post was attacked yesterday.", "yesterday = 2025-11-18")]
    [InlineData("The post was attacked the day before yesterday.", "the day before yesterday = 2025-11-17")]
    [InlineData("Last month two posts were attacked.", "Last month = 2025-10")]
    [InlineData("Last week two posts were attacked.", "Last week = 2025-11-10/2025-11-16")]
    [InlineData("Last year two posts were attacked.", "Last year = 2024")]
    [InlineData("In recent weeks two posts were attacked.", "recent weeks = 2025-10-22~/2025-11-19")]
    [InlineData("Two posts were attacked two weeks ago.", "two weeks ago = 2025-11-03/2025-11-09")]
    [InlineData("Two posts were attacked three days ago.", "three days ago = 2025-11-16")]
    [InlineData("A post was attacked nearly a month ago.", "nearly a month ago = 2025-10~")]
    [InlineData("The siege began five years ago.", "five years ago = 2020")]
    [InlineData("Earlier this week a post was attacked.", "Earlier this week = 2025-11-17/2025-11-23")]
    [InlineData("Prices fell in the third quarter.", "the third quarter = 2025-35")]
    [InlineData("Prices fell in the first quarter of 2024.", "the first quarter of 2024 = 2024-33")]
    [InlineData("The drought of the 1990s was worse.", "the 1990s = 199X")]
    [InlineData("It was built in the 19th century.", "the 19th century = 18XX")]
    [InlineData("They met in the summer of 2023.", "the summer of 2023 = 2023-22")]
    [InlineData("In early 2015 the talks failed.", "early 2015 = 2015")]
    [InlineData("Guards fired on Friday morning.", "Friday morning = 2025-11-14TMO")]
    [InlineData("Guards fired at 10:35 a.m. on Friday.", "10:35 a.m. on Friday = 2025-11-14T10:35")]
    [InlineData("Guards fired on 3 May 2024 at 9 p.m. and left.", "3 May 2024 at 9 p.m. = 2024-05-03T21:00")]
    [InlineData("The road was closed for two weeks.", "two weeks = P2W")]
    [InlineData("The road was closed for several months.", "several months = PXM")]
    [InlineData("The road was closed for two and a half years.", "two and a half years = P2Y6M")]
    [InlineData("A 16-hour curfew was imposed.", "16-hour = PT16H")]
    [InlineData("They pray every Monday.", "every Monday = XXXX-WXX-1")]
    [InlineData("Fuel comes daily.", "daily = P1D")]
    [InlineData("Now the town is quiet.", "Now = ?")]
    [InlineData("The truce was signed on Christmas Day 2021.", "Christmas Day 2021 = 2021-12-25")]
    [InlineData("The fleet sailed in 480 BC.", "480 BC = -0479")]
    public void A_time_is_found_and_counted_from_the_day_of_the_news(string text, string expected) =>
        Assert.Equal(expected, TimeReadings.Line(text, Day));

    [Theory]
    [InlineData("On 15 November 2024 fighters entered Léré. The next day they left.", "15 November 2024 = 2024-11-15; The next day = 2024-11-16")]
    [InlineData("On 15 November 2024 fighters entered Léré. That same day a bridge fell.", "15 November 2024 = 2024-11-15; That same day = 2024-11-15")]
    [InlineData("On 15 November 2024 fighters entered Léré. A day earlier the army had left.", "15 November 2024 = 2024-11-15; A day earlier = 2024-11-14")]
    [InlineData("On 15 November 2024 fighters entered Léré. Two weeks later they left.", "15 November 2024 = 2024-11-15; Two weeks later = 2024-11-25/2024-12-01")]
    [InlineData("The treaty was signed in 1998. The following year it was broken.", "1998 = 1998; The following year = 1999")]
    public void What_was_told_before_is_counted_from(string text, string expected)
    {
        Assert.Equal(expected, TimeReadings.Line(text, Day));
        Assert.Equal(TimeAnchor.Preceding, TimeReadings.Of(text, Day).Times[^1].Anchor);
    }

    [Fact]
    public void A_story_of_another_age_lends_its_years()
    {
        const string Story = "War broke out in August 1914. The fort fell on 7 September 1914. In May 1915 the line moved. "
            + "On 9 June the town burned. In 1916 the king died. On 4 March the queen fled.";

        Assert.Equal(
            "August 1914 = 1914-08; 7 September 1914 = 1914-09-07; May 1915 = 1915-05; 9 June = 1915-06-09; 1916 = 1916; 4 March = 1916-03-04",
            TimeReadings.Line(Story, Day));
    }

    [Theory]
    [InlineData("The road has been shut since 2012.", "2012-01-01", null, "2012/..")]
    [InlineData("The road has been shut since July 2024.", "2024-07-01", null, "2024-07/..")]
    [InlineData("The road will be shut until 3 May 2026.", null, "2026-05-03", "../2026-05-03")]
    public void A_preposition_makes_a_stretch(string text, string? first, string? last, string stretch)
    {
        var time = Assert.Single(TimeReadings.Of(text, Day).Times);

        Assert.Equal(stretch, time.Stretch);
        Assert.Equal(new TimeBounds(first is null ? null : DateOnly.Parse(first), last is null ? null : DateOnly.Parse(last)), Edtf.BoundsOf(time.Stretch));
    }

    [Theory]
    [InlineData("They talked from 3 to 5 May 2024.", "2024-05-03/2024-05-05")]
    [InlineData("They fought between 2012 and 2015.", "2012/2015")]
    [InlineData("They talked from Monday to Wednesday.", "2025-11-17/2025-11-19")]
    public void Two_times_make_a_stretch_together(string text, string stretch)
    {
        var times = TimeReadings.Of(text, Day).Times;

        Assert.Equal([stretch, stretch], times.Select(t => t.Stretch));
    }

    [Theory]
    [InlineData("The 13-year-old boy, aged 13 years, is 13 years old.")]
    [InlineData("You may march if they spring to their feet.")]
    [InlineData("About 2000 troops and 1500 civilians left.")]
    [InlineData("The Security Council passed Resolution 2023 without debate.")]
    [InlineData("Shares rose 3.5 to 1,990 points.")]
    [InlineData("April Jones and August Wilson sang.")]
    public void Words_that_only_look_like_times_are_left(string text) => Assert.Equal("", TimeReadings.Line(text, Day));

    [Fact]
    public void A_text_without_a_day_leaves_yesterday_open()
    {
        var time = Assert.Single(TimeReadings.Of("The post was attacked yesterday.", null).Times);

        Assert.Null(time.Edtf);
        Assert.Null(time.Bounds);
    }

    [Fact]
    public void A_text_without_a_day_still_dates_what_says_its_year() =>
        Assert.Equal("3 May 2024 = 2024-05-03; 9 May = 2024-05-09", TimeReadings.Line("The post fell on 3 May 2024. On 9 May it was retaken.", null));

    [Fact]
    public void Earlier_this_month_ends_with_the_day_of_the_news()
    {
        var time = Assert.Single(TimeReadings.Of("A post was attacked earlier this month.", Day).Times);

        Assert.Equal(("2025-11", new TimeBounds(new DateOnly(2025, 11, 1), new DateOnly(2025, 11, 19))), (time.Edtf, time.Bounds!.Value));
    }
}
