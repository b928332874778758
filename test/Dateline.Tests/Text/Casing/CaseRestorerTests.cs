using Dateline.Text.Casing;
using Dateline.Text.Lexicons;

namespace Dateline.Tests.Text.Casing;

public sealed class CaseRestorerTests
{
    private static readonly Lazy<CaseRestorer> Shared = new(() =>
        CaseRestorer.Open(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "models", "en.case")), ActorLexicon.Empty));

    [Theory]
    [InlineData("THE MAYOR OF BAMAKO SAID ON FRIDAY THAT REBELS HAD ATTACKED A SCHOOL.", "The mayor of Bamako said on Friday that rebels had attacked a school.")]
    [InlineData("SOLDIERS FROM FRANCE ARRIVED IN MALI IN JANUARY.", "Soldiers from France arrived in Mali in January.")]
    [InlineData("A BOMB EXPLODED NEAR THE HOTEL. NOBODY WAS HURT.", "A bomb exploded near the hotel. Nobody was hurt.")]
    public void A_text_in_capitals_is_written_as_print_would(string capitals, string print) =>
        Assert.Equal(print, Shared.Value.Restore(capitals));

    [Fact]
    public void Every_character_keeps_its_place()
    {
        const string text = "   LIMA, 5 MAR 90 (RADIO) -- [TEXT] GEN. PEREZ'S CAR\nWAS DAMAGED.\n\n   NO ONE WAS INJURED, POLICE SAID.";

        var restored = Shared.Value.Restore(text);

        Assert.Equal(text, restored.ToUpperInvariant());
        Assert.NotEqual(text, restored);
    }

    [Theory]
    [InlineData("the mayor of bamako said on friday that rebels had attacked a school. nobody was hurt in the attack.", "The mayor of Bamako said on Friday that rebels had attacked a school. Nobody was hurt in the attack.")]
    [InlineData("soldiers from france arrived in mali in january. they left the country again before the end of the year.", "Soldiers from France arrived in Mali in January. They left the country again before the end of the year.")]
    public void A_text_in_small_letters_is_written_as_print_would(string small, string print) => Assert.Equal(print, Shared.Value.Restore(small));

    [Fact]
    public void A_few_small_words_and_a_sentence_with_a_name_stay_as_they_are()
    {
        const string few = "rebels had attacked a school near the river";
        const string print = "and after that the rebels who had attacked a school went away to the river near Gao.";

        Assert.Same(few, Shared.Value.Restore(few));
        Assert.Same(print, Shared.Value.Restore(print));
    }

    [Fact]
    public void A_text_in_print_comes_back_as_the_very_same_string()
    {
        const string text = "The mayor spoke. NATO and the UN did not answer.";

        Assert.Same(text, Shared.Value.Restore(text));
    }

    [Fact]
    public void Only_the_headline_of_a_mixed_text_is_restored()
    {
        const string text = "REBELS ATTACK A SCHOOL NEAR THE RIVER\nThe NATO mission said nothing about it on Friday, and the mayor was not there.";

        Assert.Equal("Rebels attack a school near the river\nThe NATO mission said nothing about it on Friday, and the mayor was not there.", Shared.Value.Restore(text));
    }

    [Fact]
    public void A_known_acronym_stays_in_capitals()
    {
        using var rows = new StringReader("key\tkind\tname\tcode\tcountry\taliases_en\taliases_fr\tfrom\tuntil\torigin\nqzx\tgroup\tQuiet Zone\tREB\t\tQZX\t\t\t\town\n");
        var actors = ActorLexicon.Read([LexiconTable.Read(rows, "groups.tsv")]);
        var restorer = CaseRestorer.Open(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "models", "en.case")), actors);

        Assert.Contains("QZX's", restorer.Restore("SOLDIERS FOUND THE QZX'S WEAPONS IN A HOUSE."));
    }

    [Fact]
    public void A_file_that_is_no_model_is_refused_with_advice()
    {
        var exception = Assert.Throws<InvalidDataException>(() => CaseRestorer.Open(new byte[40], ActorLexicon.Empty));

        Assert.Contains("train it anew", exception.Message);
    }
}
