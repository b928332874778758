using Dateline.Chronology.Events;
using Dateline.Learning.Corpora;
using Dateline.Learning.Scoring;
using Dateline.Text.Mentions;

namespace Dateline.Tests.Learning.Scoring;

public sealed class IncidentScorerTests
{
    private const string Text = "RAIDERS OF THE DAWN FRONT BURNED THE MILL WITH TORCHES AND KILLED AWA DIALLO; SMITHS FLED.";

    [Fact]
    public void Names_of_one_filler_are_united_and_descriptions_without_a_name_are_optional()
    {
        using var file = new GoldFile(
            """
            {"id": "r", "text": "…", "dateline": {"date": "1990-02-04"}, "templates": [
            """.ReplaceLineEndings(" ") + """
            {"optional": false, "incident_type": ["ATTACK / ARSON"], "perp_individual_id": [{"strings": ["RAIDERS"]}], "perp_organization_id": [{"strings": ["THE DAWN FRONT", "DF"]}], "phys_tgt_id": [], "hum_tgt_name": [{"strings": ["AWA DIALLO"]}], "hum_tgt_description": [{"strings": ["TEACHER"], "of": ["AWA DIALLO"]}, {"strings": ["SMITHS"]}], "incident_instrument_id": []},
            """.ReplaceLineEndings(" ") + """
            {"optional": true, "incident_type": ["BOMBING"], "perp_individual_id": [], "perp_organization_id": [{"strings": ["DAWN FRONT"]}], "phys_tgt_id": [{"strings": ["MILL"], "optional": true}], "hum_tgt_name": [], "hum_tgt_description": [], "incident_instrument_id": []}]}
            """);
        var report = Assert.Single(IncidentCorpus.Read(file.Path));
        Assert.True(report.IsRelevant);
        Assert.Equal("1990-02-04", report.Article.Published);
        Assert.Equal(["ARSON", "ATTACK"], report.Incidents[0].Names.Order());
        var organisation = Assert.Single(report.Fillers[IncidentRole.Organisation]);
        Assert.Equal(["dawn front", "df"], organisation.Names.Order());
        Assert.False(organisation.IsOptional);
        Assert.Equal(["awa diallo teacher False", "smiths True"], report.Fillers[IncidentRole.Victim].Select(victim => $"{string.Join(' ', victim.Names.Order())} {victim.IsOptional}"));
        Assert.True(Assert.Single(report.Fillers[IncidentRole.Target]).IsOptional);
    }

    [Fact]
    public void Parties_of_violent_events_fill_the_slots_by_their_kind()
    {
        var read = new HandReading("r", Text).Entity("f", "Dawn Front", MentionKind.Organisation).Name("RAIDERS", MentionKind.Role).Name("THE MILL", MentionKind.Facility);
        read.Told("BURNED", EventKind.Assault, "180", actors: [read.Party("RAIDERS"), read.Party("DAWN FRONT", entity: 0)], recipients: [read.Party("THE MILL")], instruments: ["TORCHES"])
            .Told("KILLED", EventKind.Assault, "180", actors: [read.Party("DAWN FRONT", entity: 0)], recipients: [read.Party("DIALLO")])
            .Told("FLED", EventKind.Assault, "180", recipients: [read.Party("SMITHS")], factuality: new Factuality(Certainty.Certain, IsNegative: true, Standing.Occurred));
        var fillers = Enum.GetValues<IncidentRole>().ToDictionary(role => role, _ => new List<MarkedFiller>());
        fillers[IncidentRole.Individual].Add(new MarkedFiller(["raiders"], false));
        fillers[IncidentRole.Organisation].Add(new MarkedFiller(["dawn front", "df"], false));
        fillers[IncidentRole.Victim].Add(new MarkedFiller(["awa diallo"], false));
        fillers[IncidentRole.Victim].Add(new MarkedFiller(["smiths"], false));
        fillers[IncidentRole.Target].Add(new MarkedFiller(["mill"], true));
        var gold = new GoldIncidents(read.Article, [new MarkedIncident(["ARSON"], false), new MarkedIncident(["ATTACK", "BOMBING"], false)], fillers);
        var sheet = IncidentScorer.Score([gold], read.Alone());
        Assert.Equal((1, 1, 1), TimeScorerTests.Counts(sheet["detection"]));
        Assert.Equal((2, 2, 2), TimeScorerTests.Counts(sheet["incident type"]));
        Assert.Equal((1, 1, 1), TimeScorerTests.Counts(sheet["exact: individual"]));
        Assert.Equal((1, 1, 1), TimeScorerTests.Counts(sheet["exact: organisation"]));
        // The mill is found and optional: it neither counts nor hurts. “Diallo” is only leniently “Awa Diallo”.
        Assert.Equal((0, 0, 0), TimeScorerTests.Counts(sheet["exact: target"]));
        Assert.Equal((0, 1, 2), TimeScorerTests.Counts(sheet["exact: victim"]));
        Assert.Equal((1, 1, 2), TimeScorerTests.Counts(sheet["lenient: victim"]));
        Assert.Equal((0, 1, 0), TimeScorerTests.Counts(sheet["exact: weapon"]));
        Assert.Equal((2, 4, 4), TimeScorerTests.Counts(sheet["exact: all slots"]));
    }

    [Fact]
    public void An_incident_where_there_is_none_costs_precision_and_an_optional_one_costs_nothing()
    {
        var read = new HandReading("r", Text);
        read.Told("KILLED", EventKind.Assault, "180", mode: "abduct");
        var none = Enum.GetValues<IncidentRole>().ToDictionary(role => role, _ => new List<MarkedFiller>());
        var sheet = IncidentScorer.Score([new GoldIncidents(read.Article, [], none)], read.Alone());
        Assert.Equal((0, 1, 0), TimeScorerTests.Counts(sheet["detection"]));
        Assert.Equal((0, 1, 0), TimeScorerTests.Counts(sheet["incident type"]));
        var optional = IncidentScorer.Score([new GoldIncidents(read.Article, [new MarkedIncident(["KIDNAPPING"], true)], none)], read.Alone());
        Assert.Equal((0, 0, 0), TimeScorerTests.Counts(optional["detection"]));
        Assert.Equal((0, 0, 0), TimeScorerTests.Counts(optional["incident type"]));
    }
}
