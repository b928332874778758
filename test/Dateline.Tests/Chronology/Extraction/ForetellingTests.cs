using Dateline.Tests.Chronology.Gathering;

namespace Dateline.Tests.Chronology.Extraction;

public sealed class ForetellingTests
{
    [Theory]
    [InlineData("An envoy predicted that the rebels would be back within a year.", "2025-05-06/2026-05-06")]
    [InlineData("An envoy predicted that the town would fall within six months.", "2025-05-06/2025-11-06")]
    [InlineData("An envoy predicted that the town would fall by the end of March 2026.", "2026-03")]
    [InlineData("An envoy predicted that the town would fall.", null)]
    [InlineData("Few people listened to the envoy, who foresaw that the town would fall within a year.", null)]
    public void A_horizon_counts_from_the_day_of_the_article(string text, string? due) =>
        Assert.Equal(due, Assert.Single(OwnReader.Read(text).Predictions).Due);
}
