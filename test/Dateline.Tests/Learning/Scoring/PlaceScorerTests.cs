using Dateline.Learning.Corpora;
using Dateline.Learning.Scoring;

namespace Dateline.Tests.Learning.Scoring;

public sealed class PlaceScorerTests
{
    [Fact]
    public void A_degree_of_a_great_circle_is_a_hundred_and_eleven_kilometres()
    {
        Assert.Equal(Math.PI * 6371 / 180, PlaceScorer.Kilometres((0, 10), (1, 10)), 6);
        Assert.Equal(Math.PI * 6371 / 180, PlaceScorer.Kilometres((0, 179.5), (0, -179.5)), 6);
        Assert.Equal(Math.PI * 6371, PlaceScorer.Kilometres((90, 0), (-90, 0)), 6);
    }

    [Fact]
    public void Found_near_far_and_nowhere_are_counted_in_their_blocks()
    {
        var read = new HandReading("a", "Kiyu, Sennen, Olden and Malians of Merrow spoke in Brack.")
            .Place("Kiyu", 10, 10).Place("Sennen", 20, 20).Unlocated("Olden").Place("Malians", 0, 0).Place("spoke", 1, 1);
        MarkedPlace Marked(string words, double latitude, double longitude, bool isDemonym = false) => new(read.At(words), (latitude, longitude), isDemonym, null);
        var gold = new GoldPlaces(
            read.Article,
            [
                Marked("Kiyu", 11, 10), Marked("Sennen", 22, 20), Marked("Olden", 5, 5), Marked("Malians", 0, 0, isDemonym: true), Marked("Merrow", 3, 3),
                new MarkedPlace(read.At("Brack"), null, false, null),
            ]);
        var sheet = PlaceScorer.Score([gold], read.Alone());
        Assert.Equal((4, 5, 6), TimeScorerTests.Counts(sheet["span exact"]));
        Assert.Equal((2, 5, 5), TimeScorerTests.Counts(sheet["overlap and within 161 km"]));
        Assert.Equal((2, 4), (sheet["accuracy at 161 km"].Right, sheet["accuracy at 161 km"].Gold));
        Assert.Equal((3, 4, 5), TimeScorerTests.Counts(sheet["no demonyms: span exact"]));
        Assert.Equal((1, 3), (sheet["no demonyms: accuracy at 161 km"].Right, sheet["no demonyms: accuracy at 161 km"].Gold));
        // Errors of 0, one degree, two degrees and half way round.
        var degree = Math.PI * 6371 / 180;
        Assert.Equal(1.5 * degree, sheet["median error (km)"].Value!.Value, 6);
        Assert.Equal(((3 * degree) + 20039) / 4, sheet["mean error (km)"].Value!.Value, 6);
        var area = ((Math.Log(1 + degree) / 2) + ((Math.Log(1 + degree) + Math.Log(1 + (2 * degree))) / 2) + ((Math.Log(1 + (2 * degree)) + Math.Log(20040)) / 2)) / (3 * Math.Log(20039));
        Assert.Equal(area, sheet["AUC (0 best)"].Value!.Value, 9);
        Assert.Contains("a: missed ‘Merrow’", sheet.Errors);
    }

    [Fact]
    public void Literal_places_are_asked_for_apart_where_the_gold_says_which_they_are()
    {
        var read = new HandReading("a", "Kiyu signed in Sennen").Place("Kiyu", 1, 1, isMetonymic: true).Place("Sennen", 2, 2);
        var gold = new GoldPlaces(read.Article, [new MarkedPlace(read.At("Kiyu"), (1, 1), false, false), new MarkedPlace(read.At("Sennen"), (2, 2), false, true)]);
        var sheet = PlaceScorer.Score([gold], read.Alone());
        Assert.Equal((2, 2, 2), TimeScorerTests.Counts(sheet["span exact"]));
        Assert.Equal((1, 1, 1), TimeScorerTests.Counts(sheet["literal: span exact"]));
    }

    [Fact]
    public void Demonyms_are_told_by_the_type_or_by_form_and_feature_and_what_is_no_toponym_is_not_gold()
    {
        using var file = new GoldFile(
            """
            {"id": 1, "text": "Kiyuans in Kiyu", "toponyms": [{"s": 0, "e": 7, "t": "Kiyuans", "name": "Kiyu", "fcode": "PCLI", "lat": "1.5", "lon": "2"}, {"s": 11, "e": 15, "t": "Kiyu", "name": "Kiyu", "fcode": "PCLI"}]}
            {"id": 2, "text": "Kiyu", "toponyms": [{"s": 0, "e": 4, "type": "Non_Toponym"}, {"s": 0, "e": 4, "type": "Demonym"}, {"s": 0, "e": 4, "type": "Embedded_Literal"}]}
            """);
        var documents = PlaceCorpus.Read(file.Path).ToArray();
        Assert.Equal([true, false], documents[0].Places.Select(place => place.IsDemonym));
        Assert.Equal((1.5, 2.0), documents[0].Places[0].Where);
        Assert.Null(documents[0].Places[1].Where);
        Assert.Equal([(true, false), (false, true)], documents[1].Places.Select(place => (place.IsDemonym, place.IsLiteral == true)));
    }
}
