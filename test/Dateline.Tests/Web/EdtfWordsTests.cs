using Dateline.Web.Wording;

namespace Dateline.Tests.Web;

public sealed class EdtfWordsTests
{
    [Theory]
    [InlineData(null, "date unknown")]
    [InlineData("2025-11-16", "16 November 2025")]
    [InlineData("2025-11", "November 2025")]
    [InlineData("2025", "2025")]
    [InlineData("202X", "the 2020s")]
    [InlineData("19XX", "1900s")]
    [InlineData("2025-11-XX", "some day in November 2025")]
    [InlineData("2025-XX-XX", "some day in 2025")]
    [InlineData("2025-XX", "some month of 2025")]
    [InlineData("2025-23", "autumn 2025")]
    [InlineData("2025-34", "quarter 2 of 2025")]
    [InlineData("2025-11~", "about November 2025")]
    [InlineData("2025?", "probably 2025")]
    [InlineData("2025-11-16T08:30Z", "16 November 2025, 08:30 UTC")]
    [InlineData("2025-11-16TNI", "16 November 2025, night")]
    [InlineData("2025-11-03/2025-11-09", "3–9 November 2025")]
    [InlineData("2025-10-30/2025-11-02", "30 October – 2 November 2025")]
    [InlineData("2024-12/2025-02", "December 2024 – February 2025")]
    [InlineData("../2025-11", "until November 2025")]
    [InlineData("2023-07-26/..", "since 26 July 2023")]
    [InlineData("../2020-03-01T00:00", "until the end of 29 February 2020")]
    [InlineData("2021-05/", "from May 2021 until an unknown day")]
    [InlineData("{2020,2021}", "{2020,2021}")]
    public void Says_a_date_as_exactly_as_it_is_known(string? edtf, string expected) => Assert.Equal(expected, EdtfWords.Say(edtf));
}
