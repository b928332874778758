namespace Dateline.Tests.Ingest;

public sealed class AgencyCreditsTests
{
    const string First = "The river rose by two metres on Tuesday, and the ferry that links both banks stayed in port until the evening.";

    [Theory]
    [InlineData("Reuters", "", "Reuters")]
    [InlineData("Anna Okoro with AFP", "", "AFP")]
    [InlineData("La Lanterne et AFP", "", "AFP")]
    [InlineData("Anna Okoro", "<p>(Reuters, AP)</p>", "Reuters")]
    [InlineData("Anna Okoro", "<p>Avec AFP et Reuters</p>", "AFP")]
    [InlineData("Anna Okoro", "<p>The boats will leave again once the current has slowed down. (dpa/ao)</p>", "dpa")]
    [InlineData("Anna Okoro", "<p>The boats will leave again once the current has slowed down. – Reuters</p>", "Reuters")]
    [InlineData("Anna Okoro", "<p>The boats were seen by the harbour police (PA).</p>", null)]
    [InlineData("Anna Okoro", "<p>He told the agency that the boats were late, with Reuters</p>", null)]
    [InlineData("Ap Okoro", "", null)]
    public void An_agency_is_credited_in_the_byline_or_at_the_end(string byline, string end, string? agency)
    {
        var article = IntakeCases.Single($"<meta name='author' content='{byline}'><article><p>{First}</p><p>{First}</p>{end}</article>");
        Assert.Equal(agency, article.Agency);
        Assert.StartsWith(First, article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_dateline_goes_before_other_credits() =>
        Assert.Equal("Sample Wire", IntakeCases.Single($"<meta name='author' content='Reuters'><p>BAMAKO, Oct 5 (Sample Wire) – {First}</p><p>{First}</p>").Agency);
}
