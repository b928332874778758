using Dateline.Chronology.Events;
using Dateline.Chronology.Extraction;
using Dateline.Text;
using Dateline.Text.Times;

namespace Dateline.Tests.Chronology.Extraction;

public class EventExtractorTests
{
    private static readonly EventExtractor Extractor = new(EnglishActs.Lexicon);

    private const string Seizure = """
        Rebels rebel NOUN 2 nsubj Number=Plur
        seized seize VERB 0 root Tense=Past|VerbForm=Fin
        the the DET 4 det
        town town NOUN 2 obj
        on on ADP 6 case
        Monday Monday PROPN 2 obl
        """;

    [Fact]
    public void An_active_clause_gives_actor_and_recipient()
    {
        var document = TreeTable.Read(Seizure);
        var found = Assert.Single(Extractor.Extract(document).Events);
        Assert.Equal((EventKind.Coerce, "seize", "192"), (found.Kind, found.Mode, found.Cameo));
        Assert.Equal("Rebels", document.TextAt(Assert.Single(found.Actors).Span));
        Assert.Equal("the town", document.TextAt(Assert.Single(found.Recipients).Span));
        Assert.True(found.Factuality.IsAsserted);
        Assert.True(found.IsShown);
    }

    [Fact]
    public void A_passive_clause_gives_the_agent_as_actor()
    {
        var document = TreeTable.Read("""
            Two two NUM 2 nummod
            villages village NOUN 4 nsubj:pass Number=Plur
            were be AUX 4 aux:pass
            seized seize VERB 0 root Tense=Past|VerbForm=Part|Voice=Pass
            by by ADP 6 case
            rebels rebel NOUN 4 obl:agent
            """);
        var found = Assert.Single(Extractor.Extract(document).Events);
        Assert.Equal("rebels", document.TextAt(Assert.Single(found.Actors).Span));
        Assert.Equal("Two villages", document.TextAt(Assert.Single(found.Recipients).Span));
    }

    [Fact]
    public void A_relative_clause_is_no_part_of_the_party_and_has_its_own_event()
    {
        var document = TreeTable.Read("""
            Soldiers soldier NOUN 5 nsubj Number=Plur
            who who PRON 3 nsubj PronType=Rel
            shelled shell VERB 1 acl:relcl Tense=Past|VerbForm=Fin
            Gao Gao PROPN 3 obj
            killed kill VERB 0 root Tense=Past|VerbForm=Fin
            farmers farmer NOUN 5 obj Number=Plur
            """);
        var events = Extractor.Extract(document).Events;
        Assert.Equal(["shelled", "killed"], events.Select(found => document.TextAt(found.Trigger)));
        Assert.All(events, found => Assert.Equal("Soldiers", document.TextAt(Assert.Single(found.Actors).Span)));
    }

    [Fact]
    public void All_conjuncts_of_a_party_are_parties()
    {
        var document = TreeTable.Read("""
            Police police NOUN 2 nsubj
            arrested arrest VERB 0 root Tense=Past|VerbForm=Fin
            a a DET 4 det
            priest priest NOUN 2 obj
            and and CCONJ 6 cc
            teachers teacher NOUN 4 conj
            """);
        var found = Assert.Single(Extractor.Extract(document).Events);
        Assert.Equal(["a priest", "teachers"], found.Recipients.Select(party => document.TextAt(party.Span)));
    }

    [Fact]
    public void A_light_verb_lends_its_subject_to_the_noun()
    {
        var document = TreeTable.Read("""
            Rebels rebel NOUN 2 nsubj
            launched launch VERB 0 root Tense=Past|VerbForm=Fin
            an a DET 4 det
            attack attack NOUN 2 obj
            on on ADP 7 case
            the the DET 7 det
            base base NOUN 2 obl
            """);
        var found = Assert.Single(Extractor.Extract(document).Events);
        Assert.Equal(EventKind.Assault, found.Kind);
        Assert.Equal("Rebels", document.TextAt(Assert.Single(found.Actors).Span));
        Assert.Equal("the base", document.TextAt(Assert.Single(found.Recipients).Span));
    }

    [Fact]
    public void A_meeting_to_come_is_an_agreement_and_no_meeting()
    {
        var document = TreeTable.Read("""
            Kenya Kenya PROPN 3 nsubj
            will will AUX 3 aux
            meet meet VERB 0 root VerbForm=Inf
            Uganda Uganda PROPN 3 obj
            """);
        var found = Assert.Single(Extractor.Extract(document).Events);
        Assert.Equal((EventKind.Agree, Standing.Planned), (found.Kind, found.Factuality.Standing));
    }

    [Fact]
    public void Help_that_will_not_be_given_is_a_refusal()
    {
        var document = TreeTable.Read("""
            France France PROPN 4 nsubj
            will will AUX 4 aux
            not not PART 4 advmod
            provide provide VERB 0 root VerbForm=Inf
            aid aid NOUN 4 obj
            to to ADP 7 case
            Niger Niger PROPN 4 obl
            """);
        Assert.Equal(EventKind.Reject, Assert.Single(Extractor.Extract(document).Events).Kind);
    }

    [Fact]
    public void A_threat_has_its_content_as_mode_and_its_content_is_no_event()
    {
        var document = TreeTable.Read("""
            Rebels rebel NOUN 2 nsubj
            threatened threaten VERB 0 root Tense=Past|VerbForm=Fin
            to to PART 4 mark
            attack attack VERB 2 xcomp VerbForm=Inf
            Gao Gao PROPN 4 obj
            """);
        var found = Assert.Single(Extractor.Extract(document).Events);
        Assert.Equal((EventKind.Threaten, "violence"), (found.Kind, found.Mode));
    }

    [Fact]
    public void What_did_not_happen_is_not_shown()
    {
        var document = TreeTable.Read("""
            Rebels rebel NOUN 4 nsubj
            did do AUX 4 aux
            not not PART 4 advmod
            seize seize VERB 0 root VerbForm=Inf
            Gao Gao PROPN 4 obj
            """);
        var found = Assert.Single(Extractor.Extract(document).Events);
        Assert.True(found.Factuality.IsNegative);
        Assert.False(found.IsShown);
    }

    [Fact]
    public void Inflation_is_not_fought_in_the_hills()
    {
        var document = TreeTable.Read("""
            Banks bank NOUN 2 nsubj
            fight fight VERB 0 root Tense=Pres|VerbForm=Fin
            inflation inflation NOUN 2 obj
            """);
        Assert.Empty(Extractor.Extract(document).Events);
    }

    [Fact]
    public void A_date_in_the_clause_dates_the_event()
    {
        var document = TreeTable.Read(Seizure, new DocumentTime(new DateOnly(2024, 5, 8)));
        var monday = new DateOnly(2024, 5, 6);
        document.Times = [new TimeExpression(document.Tokens.SpanOf(5), TimeType.Date, "2024-05-06", TimeAnchor.Document, new TimeBounds(monday, monday))];
        var time = Assert.Single(Extractor.Extract(document).Events).Time;
        Assert.Equal(("2024-05-06", TimeBasis.Relative), (time!.Edtf, time.Basis));
    }

    [Fact]
    public void A_document_without_trees_gives_nothing() => Assert.Empty(Extractor.Extract(new Document("Rebels seized the town.")).Events);
}
