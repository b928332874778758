using CsCheck;
using Dateline.Text.Times;

namespace Dateline.Tests.Text.Times;

public sealed class EdtfTests
{
    [Theory]
    [InlineData("2025-11-15", "2025-11-15", "2025-11-15")]
    [InlineData("2025-11", "2025-11-01", "2025-11-30")]
    [InlineData("2025", "2025-01-01", "2025-12-31")]
    [InlineData("201X", "2010-01-01", "2019-12-31")]
    [InlineData("19XX", "1900-01-01", "1999-12-31")]
    [InlineData("2015-XX", "2015-01-01", "2015-12-31")]
    [InlineData("2016-02-XX", "2016-02-01", "2016-02-29")]
    [InlineData("2024-21", "2024-03-01", "2024-05-31")]
    [InlineData("2024-24", "2024-12-01", "2025-02-28")]
    [InlineData("2024-33", "2024-01-01", "2024-03-31")]
    [InlineData("2024-36", "2024-10-01", "2024-12-31")]
    [InlineData("2024-41", "2024-07-01", "2024-12-31")]
    [InlineData("2024-07~", "2024-07-01", "2024-07-31")]
    [InlineData("2024-07-14T10:35", "2024-07-14", "2024-07-14")]
    [InlineData("2024-07-14TMO", "2024-07-14", "2024-07-14")]
    [InlineData("2012/2015", "2012-01-01", "2015-12-31")]
    [InlineData("2024-05-03/2024-05-05", "2024-05-03", "2024-05-05")]
    [InlineData("[2012,2014..2015-06]", "2012-01-01", "2015-06-30")]
    public void A_date_spans_the_days_that_it_can_mean(string text, string first, string last)
    {
        var bounds = Edtf.BoundsOf(text);

        Assert.Equal(new TimeBounds(DateOnly.Parse(first), DateOnly.Parse(last)), bounds);
    }

    [Theory]
    [InlineData("2024-07/..", "2024-07-01", null)]
    [InlineData("2024-07/", "2024-07-01", null)]
    [InlineData("../2012", null, "2012-12-31")]
    public void An_open_or_unknown_end_has_no_day(string text, string? first, string? last)
    {
        var bounds = Edtf.BoundsOf(text);

        Assert.Equal(new TimeBounds(first is null ? null : DateOnly.Parse(first), last is null ? null : DateOnly.Parse(last)), bounds);
    }

    [Theory]
    [InlineData("2024?", true, false)]
    [InlineData("2024-05~", false, true)]
    [InlineData("2024-05-03%", true, true)]
    [InlineData("2024-~05-03", false, true)]
    [InlineData("2024/2025~", false, true)]
    public void Qualifiers_are_kept(string text, bool uncertain, bool approximate)
    {
        Assert.True(Edtf.TryParse(text, out var edtf));
        Assert.Equal((uncertain, approximate), (edtf.IsUncertain, edtf.IsApproximate));
        Assert.Equal(text, edtf.ToString());
    }

    [Theory]
    [InlineData("-0497")]
    [InlineData("XXXX-11-15")]
    [InlineData("XXXX-WXX-1")]
    [InlineData("Y-17000")]
    public void What_no_calendar_day_can_hold_is_read_and_has_no_bounds(string text)
    {
        Assert.True(Edtf.TryParse(text, out var edtf));
        Assert.Null(edtf.Bounds);
        Assert.Equal(text, edtf.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("24")]
    [InlineData("2024-13")]
    [InlineData("2024-02-30")]
    [InlineData("2023-02-29")]
    [InlineData("2024-5-3")]
    [InlineData("2024-21-01")]
    [InlineData("20X4")]
    [InlineData("201X-05")]
    [InlineData("2024T10:00")]
    [InlineData("2024-05-03T25:00")]
    [InlineData("2024-05-03T10:00+99:00")]
    [InlineData("2025/2024")]
    [InlineData("../..")]
    [InlineData("/")]
    [InlineData("-0000")]
    [InlineData("[2024")]
    [InlineData("{..}")]
    [InlineData("P2W")]
    public void Anything_else_is_refused_without_an_exception(string text) => Assert.False(Edtf.TryParse(text, out _));

    [Fact]
    public void An_open_end_and_an_unknown_one_are_told_apart()
    {
        Assert.True(Edtf.TryParse("2021/..", out var open));
        Assert.True(Edtf.TryParse("2021/", out var unknown));
        Assert.Equal((EdtfEnd.Open, EdtfEnd.Unknown), (open.EndKind, unknown.EndKind));
        Assert.NotEqual(open, unknown);
    }

    [Fact]
    public void Whatever_is_read_is_written_so_that_it_reads_the_same_and_ends_after_it_starts() =>
        Gen.Char["0123456789X-/~?%T:[]{},.ZYW"].Array[0, 24].Select(c => new string(c)).Sample(text =>
        {
            if (!Edtf.TryParse(text, out var edtf)) return true;
            var bounds = edtf.Bounds;
            return Edtf.TryParse(edtf.ToString(), out var again) && again.Equals(edtf) && again.Bounds == bounds
                && (bounds?.First is null || bounds?.Last is null || bounds.Value.First <= bounds.Value.Last);
        }, iter: 200_000);

    [Fact]
    public void Every_day_comes_back_from_its_written_form() =>
        Gen.Int[0, DateOnly.MaxValue.DayNumber].Select(DateOnly.FromDayNumber).Sample(day =>
            Edtf.BoundsOf(EdtfDate.Of(day).ToString()) == new TimeBounds(day, day));
}
