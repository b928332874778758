using Dateline.Chronology.Gathering;

namespace Dateline.Tests.Chronology.Gathering;

public sealed class RegionalBodiesTests
{
    private const string Named = "\n\nECOWAS said on Tuesday that its ambassadors would return to Togo.";

    [Theory]
    [InlineData("The West African bloc imposed sanctions on Togo on Monday." + Named)]
    [InlineData("West African leaders lifted the sanctions against Togo on Monday." + Named)]
    public void A_body_is_one_under_its_name_and_under_its_regions(string text) => Assert.Equal("ecowas", ActorOf(text).Key);

    [Theory]
    [InlineData("The West African bloc imposed sanctions on Togo on Monday.")]
    [InlineData("West African leaders criticised the government of Togo on Monday." + Named)]
    [InlineData("The East African bloc imposed sanctions on Togo on Monday." + Named)]
    public void Without_its_name_or_in_what_leaders_do_for_themselves_it_stays_what_the_words_say(string text) => Assert.NotEqual("ecowas", ActorOf(text).Key);

    private static TellingParty ActorOf(string text) => TellingMaker.Of(OwnReader.Read(text)).First().Actors[0];
}
