using Dateline.Chronology.Extraction.Happening;
using Dateline.Learning;
using Dateline.Tests.House;
using Dateline.Text;
using Dateline.Text.Annotators;
using Dateline.Text.Models;

namespace Dateline.Tests.Chronology.Extraction.Happening;

public sealed class HappeningModelTests
{
    private static readonly Lazy<HappeningModel> Shipped = new(() => ModelFiles.OpenHappening("en", Path.Combine(Repository.Root, "models"))!);

    private static readonly Lazy<Analyzer> Words = new(() =>
        new Analyzer(new TokenAnnotator(), new LanguageModelAnnotator(LanguageModel.Open(File.ReadAllBytes(Path.Combine(Repository.Root, "models", "en.weights"))))));

    [Theory]
    [InlineData("Troops shelled the village on Monday.", "shelled")]
    [InlineData("The minister managed to leave the country.", "leave")]
    [InlineData("She went home because the bridge had collapsed.", "collapsed")]
    [InlineData("Officials confirmed that the boat sank.", "sank")]
    public void What_is_told_as_done_is_likely(string text, string word) => Assert.InRange(ChanceOf(text, word), 0.7, 1.0);

    [Theory]
    [InlineData("If the rebels shell the village, we will leave.", "shell")]
    [InlineData("The general failed to take the town.", "take")]
    [InlineData("They should withdraw from the valley.", "withdraw")]
    [InlineData("Nobody wants to sell the house.", "sell")]
    public void What_is_denied_wanted_or_supposed_is_not(string text, string word) => Assert.InRange(ChanceOf(text, word), 0.0, 0.4);

    [Fact]
    public void A_file_gives_back_the_weights_it_was_made_of()
    {
        var document = Words.Value.Analyze(new Document("Troops shelled the village."));
        var keys = HappeningModel.Features(document, EnglishActs.Lexicon)[1]!;
        var model = HappeningModel.Open(HappeningModel.ToFile(new Dictionary<ulong, float> { [keys[0]] = 2, [keys[1]] = -1 }));
        Assert.Equal(1 / (1 + Math.Exp(-1)), model.Chances(document, EnglishActs.Lexicon)[1], 6);
        Assert.True(double.IsNaN(model.Chances(document, EnglishActs.Lexicon)[0]));
    }

    [Fact]
    public void A_damaged_file_is_refused()
    {
        var file = HappeningModel.ToFile(new Dictionary<ulong, float> { [7] = 1, [9] = 2 });
        Assert.Throws<InvalidDataException>(() => HappeningModel.Open(file.AsSpan(0, file.Length - 1)));
        Assert.Throws<InvalidDataException>(() => HappeningModel.Open("something else"u8));
        file[12] = 200;
        Assert.Throws<InvalidDataException>(() => HappeningModel.Open(file));
    }

    private static double ChanceOf(string text, string word)
    {
        var document = Words.Value.Analyze(new Document(text));
        var chances = Shipped.Value.Chances(document, EnglishActs.Lexicon);
        for (var row = 0; row < document.Tokens.Count; row++)
        {
            if (document.Tokens.CharsOf(row).SequenceEqual(word)) return chances[row];
        }

        throw new ArgumentException($"‘{word}’ is no word of ‘{text}’.", nameof(word));
    }
}
