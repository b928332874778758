using Dateline.Chronology.Gathering;

namespace Dateline.Tests.Chronology.Gathering;

public sealed class WordFamiliesTests
{
    [Theory]
    [InlineData("quake", "tremor")]
    [InlineData("murder", "assassination")]
    [InlineData("dismiss", "firing")]
    [InlineData("acquisition", "buy")]
    public void Words_that_news_uses_in_turn_share_a_family(string one, string other) =>
        Assert.NotEmpty(WordFamilies.Of(Stem.Of(one)).Intersect(WordFamilies.Of(Stem.Of(other))));

    [Theory]
    [InlineData("marry", "murder")]
    [InlineData("win", "fall")]
    public void Words_of_different_acts_share_none(string one, string other) =>
        Assert.Empty(WordFamilies.Of(Stem.Of(one)).Intersect(WordFamilies.Of(Stem.Of(other))));

    [Fact]
    public void Most_words_have_none() => Assert.Empty(WordFamilies.Of(Stem.Of("photosynthesis")));
}
