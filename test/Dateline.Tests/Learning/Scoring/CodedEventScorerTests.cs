using Dateline.Chronology;
using Dateline.Chronology.Events;
using Dateline.Learning.Corpora;
using Dateline.Learning.Scoring;
using Dateline.Text.Mentions;

namespace Dateline.Tests.Learning.Scoring;

public sealed class CodedEventScorerTests
{
    [Theory]
    [InlineData("036", "AGREE", 1)]
    [InlineData("0841", "RETREAT", 2)]
    [InlineData("0813", "RETREAT", 2)]
    [InlineData("0831", "CONCEDE", 2)]
    [InlineData("112", "ACCUSE", 3)]
    [InlineData("163", "COERCE", 4)]
    [InlineData("1712", "ASSAULT", 4)]
    [InlineData("175", "ASSAULT", 4)]
    [InlineData("173", "COERCE", 4)]
    [InlineData("191", "COERCE", 4)]
    [InlineData("193", "ASSAULT", 4)]
    [InlineData("02", null, 0)]
    public void A_CAMEO_code_has_a_PLOVER_event_and_a_quad_class(string code, string? kind, int quad)
    {
        Assert.Equal(kind, PloverCodes.KindOf(code));
        Assert.Equal(quad, PloverCodes.QuadOf(code));
    }

    [Theory]
    [InlineData("MLI GOV;FRA", "FRA/|MLI/GOV")]
    [InlineData("MLIGOV", "MLI/GOV")]
    [InlineData("mli gov", "MLI/GOV")]
    [InlineData("NONE REB", "---/REB")]
    [InlineData("GOV", "---/GOV")]
    [InlineData("~~~MIL", "---/MIL")]
    [InlineData("JAP", "JPN/")]
    [InlineData("", "---/")]
    [InlineData(null, "---/")]
    public void Actor_codes_are_a_country_and_a_first_sector(string? code, string expected) =>
        Assert.Equal(expected, string.Join('|', PloverCodes.ActorCodes(code).Select(pair => $"{pair.Country}/{pair.Sector}").Order(StringComparer.Ordinal)));

    [Fact]
    public void Kinds_are_sets_and_only_what_is_shown_counts()
    {
        var first = new HandReading("a", "Kiyu shelled Sennen, aided Olden and praised Brack.")
            .Told("shelled", EventKind.Assault, "190").Told("Sennen", EventKind.Assault, "190").Told("aided", EventKind.Aid, "07").Told("praised", EventKind.Support, "051", isShown: false);
        var second = new HandReading("b", "It rained in Kiyu.").Told("rained", EventKind.Protest, "140");
        var third = new HandReading("c", "It snowed.");
        var sheet = CodedEventScorer.Score(
            [
                new GoldEvents(first.Article, [Coded("ASSAULT"), Coded("SUPPORT")]), new GoldEvents(second.Article, []), new GoldEvents(third.Article, []),
            ],
            Together(first, second, third));
        Assert.Equal((1, 3, 2), TimeScorerTests.Counts(sheet["event type"]));
        Assert.Equal((1, 1, 1), TimeScorerTests.Counts(sheet["  ASSAULT"]));
        Assert.Equal((0, 0, 1), TimeScorerTests.Counts(sheet["  SUPPORT"]));
        Assert.Equal(2.0 / 3, sheet["extra events per record"].Value);
        Assert.Equal((1, 2), (sheet["records without event left empty"].Right, sheet["records without event left empty"].Gold));
    }

    [Fact]
    public void Triples_are_made_of_all_codes_and_two_actors_alone_act_on_each_other()
    {
        var read = new HandReading("a", "Kiyu met Sennen.")
            .Entity("k", "Kiyu", MentionKind.Place, "KIY GOV");
        read.Told("met", EventKind.Consult, "040", actors: [read.Party("Kiyu", entity: 0), read.Party("Sennen", "SEN")]);
        var gold = new GoldEvents(read.Article, [new MarkedEvent("CONSULT", null, [], [], ["KIY GOV"], ["SEN MIL"])]) { HasActorCodes = true };
        var sheet = CodedEventScorer.Score([gold], read.Alone());
        Assert.Equal((1, 2, 1), TimeScorerTests.Counts(sheet["type, actor, recipient: country"]));
        Assert.Equal((0, 2, 1), TimeScorerTests.Counts(sheet["type, actor, recipient: full code"]));
    }

    [Fact]
    public void By_text_the_kind_and_every_marked_role_must_agree()
    {
        var read = new HandReading("a", "General Awa of Kiyu warned the Sennen council; Olden thanked Brack.");
        read.Told("warned", EventKind.Threaten, "130", actors: [read.Party("Awa")], recipients: [read.Party("the Sennen council")])
            .Told("thanked", EventKind.Support, "050", actors: [read.Party("Brack")], recipients: [read.Party("Olden")]);
        MarkedParty At(string words) => new(read.At(words), null);
        var gold = new GoldEvents(
            read.Article,
            [
                new MarkedEvent("THREATEN", null, [At("General Awa of Kiyu")], [At("Sennen")]), new MarkedEvent("SUPPORT", null, [At("Olden")], [At("Brack")]),
                new MarkedEvent("THREATEN", null, [new MarkedParty(null, "AWA")], []),
            ]);
        var sheet = CodedEventScorer.Score([gold], read.Alone());
        Assert.Equal((1, 2, 3), TimeScorerTests.Counts(sheet["type, actor, recipient: by text"]));
        // Only the first two have both roles marked by spans; the second is the other way round.
        Assert.Equal((1, 2), (sheet["marked pair: kind right, of all pairs"].Right, sheet["marked pair: kind right, of all pairs"].Gold));
        Assert.Equal((1, 1), (sheet["marked pair: kind right, of pairs with an event"].Right, sheet["marked pair: kind right, of pairs with an event"].Gold));
    }

    [Fact]
    public void Rows_of_one_PLV_sentence_are_one_record_and_giving_way_is_one_kind()
    {
        using var file = new GoldFile(
            """
            {"id": 1, "text": "Kiyu left Sennen and thanked Olden.", "source_span": [0, 4], "target_span": [10, 16], "gold_root": "YIELD", "gold_quad": 2}
            {"id": 2, "text": "Kiyu left Sennen and thanked Olden.", "source_span": [0, 4], "target_span": null, "gold_root": "SUPPORT", "gold_quad": 1}
            """);
        var record = Assert.Single(EventCorpus.Read(file.Path));
        Assert.Equal(["YIELD", "SUPPORT"], record.Events.Select(told => told.Kind));
        Assert.Equal([1, 2], record.QuadClasses!.Order());
        Assert.Empty(record.Events[1].Recipients);
        var read = new HandReading("1", record.Article.Text);
        read.Told("left", EventKind.Retreat, "087", actors: [read.Party("Kiyu")], recipients: [read.Party("Sennen")]);
        var sheet = CodedEventScorer.Score([record], read.Alone());
        Assert.Equal((1, 1, 2), TimeScorerTests.Counts(sheet["event type"]));
        Assert.Equal((1, 1, 2), TimeScorerTests.Counts(sheet["quad class"]));
    }

    [Fact]
    public void Records_of_the_PETRARCH_family_have_codes_negatives_and_errors()
    {
        using var file = new GoldFile(
            """
            {"id": "x", "set": "petr_unittest", "date": "20210503", "gold_kind": "events", "text": "Kiyu\nleft.", "text_joined": "Kiyu left.", "gold": [{"source": "KIY", "target": "---", "event": "0871"}, {"source": "KIY", "target": "---", "event": "010"}]}
            {"id": "y", "set": "petr2_gsr", "gold_kind": "noevents", "text": "It rained.", "gold": []}
            {"id": "z", "set": "petr2_gsr", "gold_kind": "error", "text": "", "gold": []}
            """);
        var records = EventCorpus.Read(file.Path).ToArray();
        Assert.Equal(["x", "y"], records.Select(record => record.Article.Id));
        Assert.Equal(("Kiyu left.", "2021-05-03"), (records[0].Article.Text, records[0].Article.Published));
        Assert.Equal(["RETREAT", null], records[0].Events.Select(told => told.Kind));
        Assert.False(records[0].IsTyped);
        Assert.True(records[0].HasCameo);
        Assert.False(records[0].HasActorCodes);
        Assert.True(records[1].HasActorCodes);
        Assert.Equal([2], records[0].QuadClasses!);
        var read = new HandReading("x", "Kiyu left.").Told("left", EventKind.Retreat, "0873");
        var sheet = CodedEventScorer.Score([records[0]], read.Alone());
        Assert.Equal((1, 1, 2), TimeScorerTests.Counts(sheet["CAMEO root"]));
        Assert.Equal((0, 1, 2), TimeScorerTests.Counts(sheet["CAMEO code"]));
        Assert.DoesNotContain(sheet.Lines, line => line.Measure == "event type");
    }

    [Fact]
    public void Gold_standard_records_of_PLOVER_and_classes_of_ConfliBERT_are_read()
    {
        using var file = new GoldFile(
            """
            {"id": 1, "date": "2021-05-03", "text": "Kiyu met Sennen.", "gold": {"event": "DEMAND", "reciprocal": true, "source": [{"code": "KIY", "sector": "GOVX"}, {"code": null, "sector": null}], "target": [], "spans": [{"role": "SRC", "start": 0, "end": 4}, {"role": "TAR", "start": 9, "end": 15}]}}
            {"id": 2, "text": "It rained.", "gold_quad": 0}
            """);
        var records = EventCorpus.Read(file.Path).ToArray();
        var told = Assert.Single(records[0].Events);
        Assert.Equal(("REQUEST", null), (told.Kind, records[0].Article.Published));
        Assert.Equal(["KIY GOV", "--- "], told.ActorCodes!);
        Assert.Equal(told.ActorCodes, told.RecipientCodes);
        Assert.Empty(told.Recipients);
        Assert.Empty(records[1].QuadClasses!);
        Assert.False(records[1].IsTyped);
    }

    private static MarkedEvent Coded(string kind) => new(kind, null, [], []);

    private static Dictionary<string, Reading> Together(params HandReading[] readings) => readings.ToDictionary(read => read.Article.Id, read => read.Finish());
}
