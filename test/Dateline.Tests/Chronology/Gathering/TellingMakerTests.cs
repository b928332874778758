using Dateline.Chronology;
using Dateline.Chronology.Gathering;
using Dateline.Text;

namespace Dateline.Tests.Chronology.Gathering;

public sealed class TellingMakerTests
{
    private const string Text = "Rebels attacked the army in Gao on 3 March 2025. Awa Diarra married Karim Cisse in Lagos on 4 May 2024. The wedding lasted three days.";

    private static readonly Lazy<Reading> Sample = new(() => Read(Text));

    [Fact]
    public void At_words_that_were_read_the_reading_speaks()
    {
        var telling = At("attacked");

        Assert.True(telling.IsCoded);
        Assert.Equal("m1", telling.Id);
        Assert.Equal("attacked", Text.Substring(telling.Span.Start, telling.Span.Length));
        Assert.Equal("Gao", telling.Place?.Name);
    }

    [Fact]
    public void At_other_words_the_sentence_speaks()
    {
        var telling = At("married");

        Assert.False(telling.IsCoded);
        Assert.Equal("Lagos", telling.Place?.Name);
        Assert.Equal("2024-05-04", telling.Edtf);
        Assert.True(telling.IsDated);
        Assert.Contains("Diarra", Assert.Single(telling.Actors).Text, StringComparison.Ordinal);
        Assert.Contains("Cisse", Assert.Single(telling.Recipients).Text, StringComparison.Ordinal);
        Assert.False(telling.IsShown);
    }

    [Fact]
    public void A_town_of_the_sentence_is_kept_beside_an_act_that_names_a_country_but_not_where_the_speaker_is()
    {
        var text = "France donated 46 tonnes of food to Chad in Moundou on 28 February 2025. Officials in Abeche said France had sent doctors to Niger.";
        var tellings = TellingMaker.Of(Read(text)).ToList();

        Assert.Equal("Moundou", (tellings[0].OnlyTown ?? tellings[0].Place)?.Name);
        Assert.True(tellings[0].IsLead);
        Assert.All(tellings.Skip(1), telling => Assert.NotEqual("Abeche", telling.OnlyTown?.Name));
        Assert.All(tellings.Where(telling => telling.Span.Start > 75), telling => Assert.False(telling.IsLead));
    }

    [Fact]
    public void Another_sentence_lends_neither_place_nor_day()
    {
        var telling = At("wedding");

        Assert.Null(telling.Place);
        Assert.Null(telling.Edtf);
        Assert.False(telling.IsDated);
    }

    [Fact]
    public void Several_forms_of_one_word_have_one_stem() => Assert.Equal(
        Maker("They arrested him. The arrest came late.", out var text).At(text("arrested"), "a").Stems, Maker("They arrested him. The arrest came late.", out _).At(text("arrest "), "b").Stems);

    [Fact]
    public void Words_at_the_very_end_or_of_an_empty_text_give_a_telling_that_knows_nothing()
    {
        Assert.Equal(Text.Length, new TellingMaker(Sample.Value).At(new TextSpan(Text.Length, 0), "end").Begin);

        var empty = new TellingMaker(Read(string.Empty)).At(default, "none");

        Assert.Empty(empty.Stems);
        Assert.Empty(empty.Actors);
        Assert.Empty(empty.Context);
    }

    [Fact]
    public void All_happenings_are_the_coded_ones_and_beside_them_what_other_words_tell()
    {
        var happenings = new TellingMaker(Sample.Value).Happenings().ToList();

        Assert.Contains(happenings, telling => telling is { IsCoded: true, Text: "attacked" });
        Assert.Contains(happenings, telling => telling is { IsCoded: false, Text: "married" });
        Assert.Contains(happenings, telling => telling is { IsCoded: false, Text: "wedding" });
        Assert.DoesNotContain(happenings, telling => telling.Text is "days" or "army");
        Assert.Equal(happenings.OrderBy(telling => telling.Span.Start), happenings);
        Assert.Equal(happenings.Count, happenings.Select(telling => telling.Id).Distinct().Count());
    }

    [Fact]
    public void What_a_document_is_about_is_the_same_for_all_its_tellings()
    {
        var happenings = new TellingMaker(Sample.Value).Happenings().ToList();

        Assert.NotEmpty(happenings[0].Matter);
        Assert.All(happenings, telling => Assert.Same(happenings[0].Matter, telling.Matter));
        Assert.Equal(happenings[0].Matter.Order(), happenings[0].Matter);
    }

    private static Telling At(string words) => new TellingMaker(Sample.Value).At(new TextSpan(Text.IndexOf(words, StringComparison.Ordinal), words.Length), "m1");

    private static TellingMaker Maker(string text, out Func<string, TextSpan> at)
    {
        at = words => new TextSpan(text.IndexOf(words, StringComparison.Ordinal), words.Length);
        return new TellingMaker(Read(text));
    }

    private static Reading Read(string text) => OwnReader.Read(text);
}
