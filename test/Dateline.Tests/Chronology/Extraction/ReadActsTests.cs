using Dateline.Chronology.Events;
using Dateline.Chronology.Extraction;
using Dateline.Tests.House;
using Dateline.Text;
using Dateline.Text.Annotators;
using Dateline.Text.Models;

namespace Dateline.Tests.Chronology.Extraction;

/// <summary>From plain text through the shipped model: what users met in other tools, in sentences of our own.</summary>
public class ReadActsTests
{
    private static readonly Analyzer Analyzer = new(
        new TokenAnnotator(), new LanguageModelAnnotator(LanguageModel.Open(File.ReadAllBytes(Path.Combine(Repository.Root, "models", "en.weights")))));

    private static readonly EventExtractor Extractor = new(EnglishActs.Lexicon);

    private static IEnumerable<EventMention> Shown(string text) => Extractor.Extract(Analyzer.Analyze(text)).Events.Where(found => found.IsShown);

    [Fact]
    public void Nine_in_ten_examples_of_the_lexicon_are_read_by_their_frames_event()
    {
        int right = 0, all = 0;
        var missed = new List<string>();
        foreach (var frame in EnglishActs.Lexicon.Frames)
        {
            if (frame.Example.Length == 0) continue;
            all++;
            var shown = Shown(frame.Example).ToList();
            if (frame.Kind is null ? shown.Count == 0 : shown.Exists(found => found.Kind == frame.Kind)) right++;
            else missed.Add($"{frame.Line} {frame.Predicate}: {frame.Example}");
        }

        Assert.True(right >= all * 0.9, $"{right} of {all}\n{string.Join('\n', missed)}");
    }

    [Theory]
    [InlineData("Livestream star Christchurch greeted hundreds of fans outside a shop in Bristol.")]
    [InlineData("Reform Tories vow legal war over the new planning rules.")]
    [InlineData("The striker attacked the ball and the defender shot wide.")]
    [InlineData("The central bank is fighting inflation.")]
    [InlineData("France delayed a shipment of aid to Niger.")]
    [InlineData("I asked my hairdresser to wait.")] // private talk
    [InlineData("The officer spoke of the people seeking asylum in the camp.")] // who they are, not what happened
    [InlineData("The runner told the station that it was a hard race.")] // told, not asked to do anything
    [InlineData("The firm slashed its prices and upheld the complaint.")]
    [InlineData("Members often complained about the minister.")] // a habit
    [InlineData("The council abdicated its duty in three towns.")]
    public void Nothing_that_only_sounds_like_an_act_is_shown(string text) => Assert.Empty(Shown(text));

    [Theory]
    [InlineData("Sweden froze its aid to Burundi.", EventKind.Sanction)] // froze: a form that no rule makes
    [InlineData("The bloc and the junta signed a cease-fire.", EventKind.Support)] // three tokens, one word
    [InlineData("France said that Israel must end the operation.", EventKind.Request)] // a demand by modal
    [InlineData("Separatists violated the truce agreement with the army.", EventKind.Assault)] // the word before the object decides
    [InlineData("The bloc decided to lift the sanctions on Mali.", EventKind.Concede)] // a decision to give way is a concession
    [InlineData("The king called the Iraqi president on Friday to discuss the border.", EventKind.Consult)] // a weekday is nobody to call on
    [InlineData("The rescue ship's captain was arrested by the Italian police.", EventKind.Coerce)] // a captain makes no sports page
    [InlineData("The ministry announced that it had suspended aid to Sudan.", EventKind.Sanction)] // what is announced as done is done
    public void What_the_words_around_an_act_make_of_it_is_shown(string text, EventKind kind) => Assert.Contains(Shown(text), found => found.Kind == kind);

    [Fact]
    public void What_a_passive_goes_on_to_tell_is_done_to_the_same_man()
    {
        const string text = "The senator was suspended from parliament for two days and also expelled.";

        Assert.All(Shown(text), told => Assert.DoesNotContain(told.Actors, party => text.Substring(party.Span.Start, party.Span.Length).Contains("senator", StringComparison.Ordinal)));
        Assert.Contains(Shown(text), told => told.Recipients.Count > 0);
    }

    [Theory]
    [InlineData("Miners will not end the strike until their demands have been met by the company.", EventKind.Concede)]
    [InlineData("Syrian soldiers, supported by Russia, entered the suburb.", EventKind.Support)]
    [InlineData("The bloc lifted the sanctions imposed on Mali by the union.", EventKind.Coerce)]
    public void What_the_words_around_an_act_take_back_is_not_shown(string text, EventKind kind) => Assert.DoesNotContain(Shown(text), found => found.Kind == kind);

    [Fact]
    public void A_guilty_plea_is_no_fighting() =>
        Assert.DoesNotContain(Shown("A man pleaded guilty on Tuesday to fighting in a pub."), found => found.Kind == EventKind.Assault);

    [Fact]
    public void Lifting_sanctions_is_no_sanction() =>
        Assert.Equal(EventKind.Retreat, Assert.Single(Shown("The bloc lifted sanctions on Mali in July.")).Kind);

    [Fact]
    public void A_town_said_to_be_days_from_falling_is_foretold_and_has_not_fallen()
    {
        var found = Extractor.Extract(Analyzer.Analyze("Bamako is days away from falling to the jihadists, an analyst said."));
        Assert.Single(found.Predictions);
        Assert.DoesNotContain(found.Events, told => told.Factuality.IsAsserted);
    }

    [Fact]
    public void A_denied_killing_is_kept_as_denied()
    {
        var told = Extractor.Extract(Analyzer.Analyze("The government denied that its troops had killed civilians in the village.")).Events;
        Assert.Contains(told, found => found.Kind == EventKind.Assault && found.Factuality is { IsNegative: true, Standing: Standing.Denied });
    }
}
