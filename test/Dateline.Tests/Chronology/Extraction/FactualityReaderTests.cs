using Dateline.Chronology.Events;
using Dateline.Chronology.Extraction;
using Dateline.Chronology.Extraction.Clauses;
using Dateline.Tests.House;
using Dateline.Text;
using Dateline.Text.Annotators;
using Dateline.Text.Models;

namespace Dateline.Tests.Chronology.Extraction;

/// <summary>What a sentence commits to about each of its verbs, through the shipped model.</summary>
public sealed class FactualityReaderTests
{
    private static readonly Analyzer Analyzer = new(
        new TokenAnnotator(), new LanguageModelAnnotator(LanguageModel.Open(File.ReadAllBytes(Path.Combine(Repository.Root, "models", "en.weights")))));

    [Theory]
    [InlineData("The troops managed to leave the valley.", "leave")]
    [InlineData("The family was glad to hear the news.", "hear")]
    [InlineData("The prisoners were able to flee before dawn.", "flee")]
    [InlineData("The farmers had to sell their cattle in June.", "sell")]
    [InlineData("The army not only attacked the camp, it burned the grain.", "attacked")]
    [InlineData("The envoy called to say that the rebels had left the town.", "left")]
    [InlineData("The mayor warned that gunmen had taken the bridge.", "taken")]
    [InlineData("I would like to thank the doctors.", "thank")]
    [InlineData("Officials believe that rebels attacked the convoy.", "attacked")]
    [InlineData("Why did the army leave the town?", "leave")]
    public void It_happened(string text, string word) => Assert.Equal((false, true), Told(text, word));

    [Theory]
    [InlineData("The army failed to retake the town.", "retake")]
    [InlineData("The general refused to sign the paper.", "sign")]
    [InlineData("The guards forgot to lock the gate.", "lock")]
    [InlineData("The troops never left the valley.", "left")]
    [InlineData("The minister has yet to explain the loss.", "explain")]
    [InlineData("If the rebels attack the town, the army will leave.", "attack")]
    [InlineData("The soldiers will return when they finish the bridge.", "finish")]
    [InlineData("Did the army leave the town?", "leave")]
    [InlineData("It is essential that the bank pay the miners.", "pay")]
    [InlineData("Any officer who sells fuel will be dismissed.", "sells")]
    [InlineData("The council would like to attend the talks.", "attend")]
    [InlineData("The plan to attack the port was found.", "attack")]
    [InlineData("Withdraw the troops from the valley.", "Withdraw")]
    [InlineData("The court doubts that the officer killed the clerk.", "killed")]
    public void It_did_not_or_may_not(string text, string word) => Assert.NotEqual((false, true), Told(text, word));

    [Fact]
    public void A_belief_that_something_happened_is_probable()
    {
        var told = Read("Officials believe that rebels attacked the convoy.", "attacked");
        Assert.Equal((Certainty.Probable, Standing.Occurred), (told.Certainty, told.Standing));
    }

    private static (bool IsNegative, bool Happened) Told(string text, string word)
    {
        var told = Read(text, word);
        return (told.IsNegative, told.Standing is Standing.Occurred or Standing.Ongoing);
    }

    private static Factuality Read(string text, string word)
    {
        var document = Analyzer.Analyze(new Document(text));
        var tree = new SentenceTree(document, document.Tokens.Lemmas);
        for (var row = 0; row < document.Tokens.Count; row++)
        {
            if (!document.Tokens.CharsOf(row).SequenceEqual(word)) continue;
            tree.Enter(document.Tokens.Sentences[document.Tokens.SentenceOf[row]]);
            return FactualityReader.Read(tree, EnglishActs.Lexicon, row, -1).Value;
        }

        throw new ArgumentException($"‘{word}’ is no word of ‘{text}’.", nameof(word));
    }
}
