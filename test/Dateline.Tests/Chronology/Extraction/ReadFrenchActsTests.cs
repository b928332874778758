using Dateline.Chronology;
using Dateline.Chronology.Events;
using Dateline.Cli.Pipeline;
using Dateline.Tests.House;
using Dateline.Text;

namespace Dateline.Tests.Chronology.Extraction;

/// <summary>From plain French text through the whole reader, in sentences of our own.</summary>
public class ReadFrenchActsTests
{
    private static readonly Lazy<Reader> Reader = new(() => ReaderFolder.Open(Repository.Root));

    private static Reading Read(string text) =>
        Reader.Value.Read(new Article { Id = "fr", Text = text, Published = "2025-11-19", PublishedBasis = "given", Language = "fr" });

    private static IReadOnlyList<EventMention> All(string text) => Read(text).Events;

    private static IEnumerable<EventMention> Shown(string text) => All(text).Where(found => found.IsShown);

    [Fact]
    public void Ninety_seven_in_a_hundred_examples_of_the_lexicon_are_read_by_their_frames_event()
    {
        int right = 0, all = 0;
        var missed = new List<string>();
        foreach (var frame in FrenchActs.Lexicon.Frames)
        {
            all++;
            var shown = Shown(frame.Example).ToList();
            if (frame.Kind is null ? shown.Count == 0 : shown.Exists(found => found.Kind == frame.Kind)) right++;
            else missed.Add($"{frame.Line} {frame.Predicate}: {frame.Example} > {string.Join(", ", All(frame.Example).Select(found => $"{found.Kind} {found.Score:0.00} {found.Factuality.Standing}"))}");
        }

        Assert.True(right >= all * 0.97, $"{right} of {all}\n{string.Join('\n', missed)}");
    }

    [Fact]
    public void Every_frame_has_an_example() => Assert.DoesNotContain(FrenchActs.Lexicon.Frames, frame => frame.Example.Length == 0);

    private static EventMention One(string text, EventKind kind) => Assert.Single(All(text), found => found.Kind == kind);

    private static string Words(string text, TextSpan span) => span.In(text).ToString();

    [Theory]
    [InlineData("Les soldats n'ont pas attaqué le village.")]
    [InlineData("Les soldats n'ont jamais attaqué le village.")]
    [InlineData("Aucun soldat n'a attaqué le village.")]
    [InlineData("Les soldats ont quitté la zone sans attaquer le village.")]
    public void What_is_negated_is_negative_once(string text) => Assert.True(One(text, EventKind.Assault).Factuality.IsNegative);

    [Theory]
    [InlineData("Les rebelles n'ont tué que deux soldats.")]
    [InlineData("Les rebelles ont tué plus de dix soldats.")]
    public void What_is_only_restricted_is_not_negated(string text) => Assert.False(One(text, EventKind.Assault).Factuality.IsNegative);

    [Fact]
    public void The_conditional_of_hearsay_tells_what_is_probable()
    {
        var told = One("Des hommes armés auraient enlevé trois touristes près de Gao.", EventKind.Assault).Factuality;
        Assert.Equal((Certainty.Probable, Standing.Occurred, false), (told.Certainty, told.Standing, told.IsNegative));
    }

    [Fact]
    public void A_conditional_under_a_condition_only_supposes() =>
        Assert.Equal(Standing.Hypothetical, One("Si la pluie avait cessé, les rebelles auraient attaqué la ville.", EventKind.Assault).Factuality.Standing);

    [Theory]
    [InlineData("Le Mali signera un traité avec la Russie.")]
    [InlineData("Le président rencontrera son homologue turc.")]
    [InlineData("Le président va rencontrer son homologue turc.")]
    public void A_future_meeting_or_treaty_is_an_agreement_to_it(string text)
    {
        var told = Assert.Single(All(text));
        Assert.False(told.Factuality.IsAsserted && told.Factuality.Standing == Standing.Occurred);
    }

    [Theory]
    [InlineData("Trois soldats ont été tués par des hommes armés près de Gao.", "des hommes armés", "Trois soldats")]
    [InlineData("Les hommes armés les ont tués près de Gao.", "Les hommes armés", "les")]
    [InlineData("Des rebelles ont attaqué des convois près de Gao.", "Des rebelles", "des convois")]
    [InlineData("Tués par des rebelles, deux gendarmes ont été enterrés lundi.", "des rebelles", "deux gendarmes")]
    public void Doer_and_done_to_stand_where_french_puts_them(string text, string actor, string recipient)
    {
        var told = One(text, EventKind.Assault);
        Assert.Equal(actor, Words(text, Assert.Single(told.Actors).Span));
        Assert.Equal(recipient, Words(text, Assert.Single(told.Recipients).Span));
    }

    [Theory]
    [InlineData("Les rebelles se sont emparés de la ville de Kidal.", EventKind.Coerce, "Les rebelles")]
    [InlineData("Les soldats français se sont retirés de la base.", EventKind.Retreat, "Les soldats français")]
    [InlineData("Le Burkina Faso, le Mali et le Niger ont annoncé leur retrait de la Cédéao.", EventKind.Sanction, "Le Burkina Faso;le Mali;le Niger")]
    public void The_subject_of_a_reflexive_verb_does_it(string text, EventKind kind, string actors) =>
        Assert.Equal(actors, string.Join(';', One(text, kind).Actors.Select(party => Words(text, party.Span))));

    [Theory]
    [InlineData("La junte a levé les sanctions contre la banque.", EventKind.Retreat)]
    [InlineData("Le général refuse de quitter la base.", EventKind.Reject)]
    [InlineData("Le président a renoncé à un troisième mandat.", EventKind.Concede)]
    [InlineData("Le Niger a dénoncé les accords militaires avec la France.", EventKind.Sanction)]
    [InlineData("Le Niger a dénoncé les frappes de l'armée voisine.", EventKind.Accuse)]
    public void The_words_around_a_verb_turn_what_it_means(string text, EventKind kind) => Assert.Contains(Shown(text), found => found.Kind == kind);

    [Theory]
    [InlineData("Le gardien a arrêté un penalty en finale du championnat.")]
    [InlineData("Le film raconte l'assassinat d'un roi par son frère.")]
    [InlineData("La maison de disques lance une offensive médiatique.")]
    [InlineData("Le paludisme a tué des centaines d'enfants.")]
    [InlineData("Les prix du riz ont explosé dans la capitale.")]
    public void Sport_stage_and_idiom_are_no_events(string text) => Assert.Empty(Shown(text));

    [Fact]
    public void A_party_after_a_contraction_begins_with_its_own_word()
    {
        const string Text = "La France a fourni une aide alimentaire au Niger.";
        Assert.Equal("Niger", Words(Text, Assert.Single(One(Text, EventKind.Aid).Recipients).Span));
    }

    [Fact]
    public void What_was_promised_for_a_later_day_did_not_happen_then() =>
        Assert.Null(One("Les autorités ont promis une réforme en février 2027.", EventKind.Agree).Time);

    [Fact]
    public void An_act_told_by_an_announcement_is_no_plan() =>
        Assert.Equal(Standing.Occurred, One("Le ministre a annoncé que l'armée avait attaqué un camp rebelle.", EventKind.Assault).Factuality.Standing);

    [Theory]
    [InlineData("Selon l'armée, les rebelles ont attaqué un convoi.", "l'armée", "Selon")]
    [InlineData("« Les rebelles ont attaqué un convoi », a-t-il affirmé.", "il", "affirmé")]
    [InlineData("Le maire a démenti que les soldats aient attaqué le marché.", "Le maire", "a démenti")]
    [InlineData("Le colonel a affirmé avoir attaqué la base.", "Le colonel", "a affirmé")]
    public void Who_says_so_is_found(string text, string source, string cue)
    {
        var said = Assert.Single(Read(text).Attributions);
        Assert.EndsWith(source, Words(text, said.Source!.Value), StringComparison.Ordinal);
        Assert.EndsWith(cue, Words(text, said.Cue!.Value), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Les rebelles ont tué une dizaine de soldats.", "une dizaine de soldats", 10.0)]
    [InlineData("L'armée a tué 1 200 rebelles.", "1 200 rebelles", 1200.0)]
    [InlineData("Le Japon a accordé 3,5 millions d'euros au Niger.", "3,5 millions d'euros", 3500000.0)]
    public void A_french_number_has_its_words(string text, string words, double near)
    {
        var number = All(text)[0].Quantities.Single();
        Assert.Equal(words, Words(text, number.Span));
        if (number.Value is { } value) Assert.Equal(near, (double)value);
    }
}
