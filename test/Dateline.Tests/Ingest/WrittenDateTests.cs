using Dateline.Ingest.Dates;

namespace Dateline.Tests.Ingest;

public sealed class WrittenDateTests
{
    [Theory]
    [InlineData("November 19, 2025", "2025-11-19")]
    [InlineData("Nov. 19, 2025", "2025-11-19")]
    [InlineData("19 November 2025", "2025-11-19")]
    [InlineData("19th of November, 2025", "2025-11-19")]
    [InlineData("Wednesday, November 19, 2025", "2025-11-19")]
    [InlineData("mercredi 19 novembre 2025", "2025-11-19")]
    [InlineData("1er octobre 2025", "2025-10-01")]
    [InlineData("5. Oktober 2025", "2025-10-05")]
    [InlineData("5 de octubre de 2025", "2025-10-05")]
    [InlineData("2025-10-05", "2025-10-05")]
    [InlineData("2025/10/5", "2025-10-05")]
    [InlineData("05/10/2025", "2025-10-05")]
    [InlineData("10/25/2025", "2025-10-25")]
    [InlineData("5.10.2025", "2025-10-05")]
    [InlineData("05-Oct-2025", "2025-10-05")]
    [InlineData("2025年10月5日", "2025-10-05")]
    [InlineData("5 October 2025, 14:30 GMT", "2025-10-05T14:30:00Z")]
    [InlineData("Oct 5, 2025 at 3:45 pm EDT", "2025-10-05T15:45:00-04:00")]
    [InlineData("5 octobre 2025 à 10h30", "2025-10-05T10:30:00")]
    [InlineData("2025-10-05T10:00:00+02:00", "2025-10-05T10:00:00+02:00")]
    [InlineData("Sun, 05 Oct 2025 10:00:00 +0200", "2025-10-05T10:00:00+02:00")]
    public void A_date_is_read_as_written(string text, string iso) => Assert.Equal(iso, WrittenDates.Whole(text)?.Iso);

    [Theory]
    [InlineData("31 February 2025")]
    [InlineData("October 2025")]
    [InlineData("5 October")]
    [InlineData("1.2.3")]
    [InlineData("12345678901")]
    [InlineData("by 5 October 2025")]
    public void What_is_not_wholly_a_date_is_none(string text) => Assert.Null(WrittenDates.Whole(text));
}
