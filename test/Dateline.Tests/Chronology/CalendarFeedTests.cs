using System.Text;
using Dateline.Chronology.Export;

namespace Dateline.Tests.Chronology;

public sealed class CalendarFeedTests
{
    private static readonly DateTimeOffset Stamp = new(2026, 2, 3, 4, 5, 6, TimeSpan.FromHours(1));

    [Fact]
    public void A_day_is_an_event_of_that_day_with_uid_and_stamp_in_utc()
    {
        var lines = CalendarFeed.Write("Due", [new CalendarEntry("x@dateline", new DateOnly(2026, 12, 31), Stamp, "The town will fall", "Officials")]).Split("\r\n");
        Assert.Equal(("BEGIN:VCALENDAR", "END:VCALENDAR", string.Empty), (lines[0], lines[^2], lines[^1]));
        Assert.Contains("UID:x@dateline", lines);
        Assert.Contains("DTSTAMP:20260203T030506Z", lines);
        Assert.Contains("DTSTART;VALUE=DATE:20261231", lines);
        Assert.Contains("DTEND;VALUE=DATE:20270101", lines);
        Assert.Contains("VERSION:2.0", lines);
    }

    [Fact]
    public void Text_is_escaped_and_holds_no_line_end_of_its_own() =>
        Assert.Equal(@"a\, b\; c\\d\ne: f", CalendarFeed.Escape("a, b; c\\d\r\ne: f\0"));

    [Theory]
    [InlineData("é")]
    [InlineData("🏴")]
    [InlineData("x")]
    public void No_line_is_longer_than_75_octets_and_no_character_is_cut(string letter)
    {
        var text = string.Concat(Enumerable.Repeat(letter, 400));
        var folded = new StringBuilder();
        CalendarFeed.Fold("SUMMARY:" + text, folded);
        var lines = folded.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 1, 75));
        Assert.All(lines.Skip(1), line => Assert.Equal(' ', line[0]));
        Assert.Equal("SUMMARY:" + text, lines[0] + string.Concat(lines.Skip(1).Select(line => line[1..])));
    }
}
