using Dateline.Text;
using Dateline.Text.Annotators;
using Dateline.Text.Places;

namespace Dateline.Tests.Text.Places;

public sealed class NamedSpotsTests
{
    private static readonly Analyzer Analyzer = new(new TokenAnnotator(), new PlaceAnnotator(Gazetteer.Of(
    [
        Entry("Texas", "USA", null, "ADM1", 0),
        Entry("Marfa", "USA", "Texas", "PPL", 1_800),
        Entry("Mali", "MLI", null, "PCLI", 0),
        Entry("Gao", "MLI", null, "PPLA", 86_000),
        Entry("Halden", "NOR", null, "PPL", 22_000),
        Entry("Boise", "USA", null, "PPLA", 145_000),
    ])));

    [Theory]
    [InlineData("A lorry stopped on Mill Street.", "Mill Street")]
    [InlineData("He was taken to the Northern Cross Hospital in Gao.", "Northern Cross Hospital = Gao; Gao = Gao")]
    [InlineData("A car burned in Marfa, Tex., on Monday.", "Marfa = Marfa; Tex. = Texas")]
    [InlineData("Men came to Ibeyta village at noon.", "Ibeyta")]
    [InlineData("They took the town of Louluna.", "Louluna")]
    [InlineData("A drone fell near Tinzarat.", "Tinzarat")]
    [InlineData("She grew up in Orsk Hollow, Texas.", "Orsk Hollow = Texas; Texas = Texas")]
    [InlineData("He lives in Halden.", "Halden = Halden")]
    public void A_name_that_says_it_is_a_place_is_one_though_no_list_has_it(string text, string expected) => Assert.Equal(expected, Line(text));

    [Theory]
    [InlineData("The Northern Cross Hospital said so.")]
    [InlineData("However, they left.")]
    [InlineData("Halden signed the paper.")]
    public void A_name_that_may_be_something_else_is_none(string text) => Assert.Equal("", Line(text));

    [Fact]
    public void A_town_whose_police_act_stands_for_its_authorities()
    {
        var place = Assert.Single(Analyzer.Analyze(new Document("The Boise Police Department opened a file.")).Places);
        Assert.Equal(("Boise", true), (place.Place?.Name, place.IsMetonymic));
    }

    [Theory]
    [InlineData("HALDEN (Agency) - A ferry sank.")]
    [InlineData("HALDEN, 4 May — A ferry sank.")]
    public void The_head_of_a_dispatch_is_a_place(string text) => Assert.StartsWith("HALDEN = Halden", Line(text), StringComparison.Ordinal);

    private static string Line(string text)
    {
        var document = Analyzer.Analyze(new Document(text));
        return string.Join("; ", document.Places.Select(place => document.TextAt(place.Span) + (place.Place is { } known ? " = " + known.Name : "")));
    }

    private static GazetteerEntry Entry(string name, string country, string? admin, string feature, long population) =>
        new(new GazetteerPlace($"test:{name}", name, 10, 10, country, admin, feature, Gazetteer.PrecisionOf(feature), population), [], []);
}
