using CsCheck;
using Dateline.Text;
using Dateline.Text.Annotators;
using Dateline.Text.Places;

namespace Dateline.Tests.Text.Places;

public sealed class PlaceAnnotatorTests
{
    private static readonly Gazetteer World = Gazetteer.Of(
    [
        Entry("Mali", 17.3, -3.5, "MLI", null, "PCLI", 0, ["Republic of Mali"], ["Malian", "Malians"]),
        Entry("United States", 39.8, -98.6, "USA", null, "PCLI", 0, ["US", "U.S."], ["American"]),
        Entry("Russia", 60, 99, "RUS", null, "PCLI", 0, [], ["Russian"]),
        Entry("China", 35, 104, "CHN", null, "PCLI", 0, [], ["Chinese"]),
        Entry("Texas", 31.5, -99.3, "USA", null, "ADM1", 0, [], []),
        Entry("Paris", 48.85, 2.35, "FRA", null, "PPLC", 2_100_000, [], []),
        Entry("Paris", 33.66, -95.55, "USA", "Texas", "PPL", 24_000, [], []),
        Entry("Tripoli", 32.89, 13.19, "LBY", null, "PPLC", 1_100_000, [], []),
        Entry("Tripoli", 34.44, 35.85, "LBN", null, "PPLA", 230_000, [], []),
        Entry("Lebanon", 33.9, 35.9, "LBN", null, "PCLI", 0, ["Liban"], ["Lebanese"]),
        Entry("Moscow", 55.75, 37.62, "RUS", null, "PPLC", 10_000_000, ["Moscou"], []),
        Entry("Ménaka", 15.92, 2.4, "MLI", null, "PPL", 20_000, [], []),
        Entry("Reading", 51.46, -0.97, "GBR", null, "PPL", 240_000, [], []),
        Entry("Hilton", 40.0, -80.0, "USA", null, "PPL", 5_000, [], []),
        Entry("Deir ez-Zor", 35.34, 40.14, "SYR", null, "PPLA", 240_000, [], []),
    ]);

    private static readonly Analyzer Analyzer = new(new TokenAnnotator(), new PlaceAnnotator(World));

    private static GazetteerEntry Entry(string name, double latitude, double longitude, string country, string? admin, string feature, long population, string[] aliases, string[] demonyms) =>
        new(new GazetteerPlace($"test:{name}-{country}", name, latitude, longitude, country, admin, feature, Gazetteer.PrecisionOf(feature), population), aliases, demonyms);

    private static string Line(string text)
    {
        var document = Analyzer.Analyze(new Document(text));
        return string.Join("; ", document.Places.Select(p => $"{document.TextAt(p.Span)} = {p.Place?.Country ?? "?"}"));
    }

    [Theory]
    [InlineData("The delegation flew to Paris on Monday.", "Paris = FRA")]
    [InlineData("A barn burned down in Paris, Texas, on Monday.", "Paris = USA; Texas = USA")]
    [InlineData("Fighting spread in Tripoli.", "Tripoli = LBY")]
    [InlineData("Lebanese troops moved as Lebanon sent aid to Tripoli, where Lebanese families fled.", "Lebanon = LBN; Tripoli = LBN")]
    [InlineData("Malian soldiers withdrew from Menaka, in the north of Mali.", "Menaka = MLI; Mali = MLI")]
    [InlineData("Shells fell on roads around Deir ez-Zor.", "Deir ez-Zor = SYR")]
    [InlineData("The US shipped fuel.", "US = USA")]
    public void A_name_goes_to_the_place_that_the_text_speaks_for(string text, string expected) => Assert.Equal(expected, Line(text));

    [Theory]
    [InlineData("The heiress Paris Hilton sang.")]
    [InlineData("He studied at the China University of Geosciences.")]
    [InlineData("Reading books is a pleasure for us.")]
    public void A_name_of_something_else_is_no_place(string text) => Assert.Equal("", Line(text));

    [Fact]
    public void A_capital_that_speaks_stands_for_its_government_and_a_capital_that_burns_does_not()
    {
        var document = Analyzer.Analyze(new Document("Moscow denied the charge. A mill burned in Moscow."));

        Assert.Equal([true, false], document.Places.Select(p => p.IsMetonymic));
    }

    [Fact]
    public void Other_places_of_the_name_are_kept()
    {
        var place = Assert.Single(Analyzer.Analyze(new Document("The delegation flew to Paris.")).Places);

        Assert.Equal("USA", Assert.Single(place.Alternatives).Country);
    }

    [Fact]
    public void A_district_that_no_list_knows_is_kept_without_a_point()
    {
        var document = Analyzer.Analyze(new Document("Floods reached Wexley County and then Mali."));

        Assert.Equal([null, "Mali"], document.Places.Select(p => p.Place?.Name));
    }

    [Fact]
    public void A_written_gazetteer_reads_back_and_a_damaged_one_is_refused()
    {
        var entries = new[] { Entry("Kidal", 18.4411, 1.4078, "MLI", null, "PPLA", 25_617, ["Kidal town"], []) };
        using var stream = new MemoryStream();
        Gazetteer.Write(stream, entries);
        var bytes = stream.ToArray();
        var found = new List<GazetteerPlace>();

        Assert.Equal(1, Gazetteer.Read(new MemoryStream(bytes)).Find("KIDAL TOWN", found));
        Assert.Equal((18.4411, 1.4078, 25_617L), (found[0].Latitude, found[0].Longitude, found[0].Population));
        Assert.Throws<InvalidDataException>(() => Gazetteer.Read(new MemoryStream(bytes[..^6])));
        Assert.Throws<InvalidDataException>(() => Gazetteer.Read(new MemoryStream([1, 2, 3])));
    }

    [Fact]
    public void Any_text_is_read() =>
        Gen.String[0, 200].Sample(text => Analyzer.Analyze(new Document(text)).Places.All(p => p.Span.End <= text.Length && !p.Span.IsEmpty));

    [Theory]
    [InlineData("N'Djamena", "ndjamena")]
    [InlineData("Ménaka", "menaka")]
    [InlineData("Deir ez-Zor", "deir ez zor")]
    [InlineData("U.S.", "us")]
    [InlineData("Đồng Hới", "dong hoi")]
    public void Spellings_of_a_name_share_a_key(string name, string key) => Assert.Equal(key, PlaceKey.Of(name));
}
