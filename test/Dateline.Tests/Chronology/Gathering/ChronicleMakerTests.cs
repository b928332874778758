using Dateline.Chronology.Gathering;

namespace Dateline.Tests.Chronology.Gathering;

/// <summary>Chronicles of passages of our own; the paper is of Tuesday, 6 May 2025.</summary>
public sealed class ChronicleMakerTests
{
    [Fact]
    public void What_is_told_stands_in_the_order_of_time_whatever_the_order_of_telling()
    {
        var chronicle = Of("Awa Diarra", "On Monday Awa Diarra opened a school in Lagos. In 2019 Diarra closed a mine. In March 2021 she bought a bank.");

        Assert.Equal(["closed 2019", "bought 2021-03", "opened 2025-05-05"], Lines(chronicle));
        Assert.Equal([1, 2, 3], chronicle.Entries.Select(entry => entry.Order));
    }

    [Fact]
    public void The_day_that_the_news_opens_with_dates_what_follows()
    {
        var chronicle = Of("Awa Diarra", "The minister Awa Diarra visited Gao on Monday. Diarra praised the town's teachers. She thanked the mayor.");

        Assert.All(chronicle.Entries, entry => Assert.Equal("2025-05-05", entry.Edtf));
        Assert.Contains("praised 2025-05-05", Lines(chronicle));
        Assert.Contains("thanked 2025-05-05", Lines(chronicle));
    }

    [Fact]
    public void What_is_planned_possible_or_denied_is_left_out()
    {
        var chronicle = Of("Acme", "Acme will close the mine. Acme may sell the bank. Acme did not pay the fine. Acme plans to build a road. Acme signed a contract.");

        Assert.Equal(["signed"], chronicle.Entries.SelectMany(entry => entry.Tellings).Select(telling => telling.Text));
    }

    [Fact]
    public void Since_dates_what_has_lasted_from_then()
    {
        var chronicle = Of("Karim Cisse", "Karim Cisse has been working in Lagos since 2004.");

        Assert.Equal(["working 2004"], Lines(chronicle));
    }

    [Fact]
    public void The_doer_is_found_where_he_stands_at_another_word()
    {
        var chronicle = Of("Awa Diarra", "On Monday Awa Diarra flew to Lagos and opened a mine. Diarra filed a lawsuit against the union. Diarra condemned the coup.");

        Assert.Contains(chronicle.Entries.SelectMany(entry => entry.Tellings), telling => telling.Text == "opened");
        Assert.Contains(chronicle.Entries.SelectMany(entry => entry.Tellings), telling => telling.Text == "lawsuit");
        Assert.DoesNotContain(chronicle.Entries.SelectMany(entry => entry.Tellings), telling => telling.Text == "coup");
    }

    [Fact]
    public void What_two_papers_tell_is_one_entry()
    {
        var maker = new ChronicleMaker();
        maker.Add(OwnReader.Read("On Monday rebels attacked Acme's mine in Gao.", "a"));
        maker.Add(OwnReader.Read("Rebels attacked Acme's mine in Gao on Monday.", "b"));

        Assert.All(maker.Of("rebels").Entries.Where(entry => entry.Tellings.Any(telling => telling.Text == "attacked")), entry => Assert.Equal(2, entry.Tellings.Count));
    }

    [Theory]
    [InlineData("Acme", "Acme Inc.", true)]
    [InlineData("Acme Motor Company", "Acme", true)]
    [InlineData("United Mine Workers", "UMW", true)]
    [InlineData("ECOWAS", "Economic Community of West African States", true)]
    [InlineData("Sahel Company", "Sahel Cotton Company", true)]
    [InlineData("Acme", "Acme Beach", false)]
    [InlineData("Acme creditors", "Acme", false)]
    [InlineData("Mali", "Malian army", false)]
    public void Names_match_by_what_they_show(string asked, string name, bool match) => Assert.Equal(match, EntityNames.Match(asked, name, isPerson: false));

    [Theory]
    [InlineData("Boubacar Diallo", "President Boubacar Diallo", true)]
    [InlineData("Boubacar Diallo", "Bob Diallo", true)]
    [InlineData("Boubacar Diallo", "Aminata Diallo", false)]
    public void A_person_goes_by_title_and_nickname(string asked, string name, bool match) => Assert.Equal(match, EntityNames.Match(asked, name, isPerson: true));

    private static Chronicle Of(string entity, string text)
    {
        var maker = new ChronicleMaker();
        maker.Add(OwnReader.Read(text));
        return maker.Of(entity);
    }

    private static IEnumerable<string> Lines(Chronicle chronicle) => chronicle.Entries.Select(entry => $"{string.Join(' ', entry.Tellings.Select(telling => telling.Text))} {entry.Edtf}");
}
