using Dateline.Chronology;
using Dateline.Learning.Corpora;
using Dateline.Text.Places;

namespace Dateline.Learning.Scoring;

/// <summary>
/// Scores geoparsing (Gritta, Pilehvar and Collier 2018, 2020).
/// </summary>
/// <remarks>
/// <para>Places are paired one to one, most overlap first. Over exactly found spans whose gold is located: the share within 161 km (100
/// miles), mean and median error on the great circle of a sphere of 6371 km, and the area under ln(1 + km), 0 being best.
/// A place found without coordinates counts as half way round the earth. “Overlap and within 161 km” is the end-to-end measure; gold without
/// coordinates, and what was paired with it, is set aside there.</para>
/// <para>Three blocks: all toponyms; without demonyms, which Dateline reads as nationalities; and, where the corpus says so, literal places
/// against those not marked as standing for a government. Not scored: gazetteer ids, countries, divisions.</para>
/// </remarks>
public static class PlaceScorer
{
    private const double Near = 161;
    private const double HalfWayRound = 20039;

    /// <summary>Compares the places of readings with those of the gold.</summary>
    /// <param name="gold">The documents.</param>
    /// <param name="readings">What was read, by the document's id; a document without reading has no places.</param>
    public static ScoreSheet Score(IReadOnlyList<GoldPlaces> gold, IReadOnlyDictionary<string, Reading> readings)
    {
        var sheet = new ScoreSheet();
        AddBlock(sheet, "", gold, readings, _ => true, _ => true);
        AddBlock(sheet, "no demonyms: ", gold, readings, place => !place.IsDemonym, _ => true);
        if (gold.Any(document => document.Places.Any(place => place.IsLiteral is not null)))
        {
            var literal = gold.Select(document => document with { Places = [.. document.Places.Where(place => place.IsLiteral == true)] }).ToArray();
            AddBlock(sheet, "literal: ", literal, readings, _ => true, place => !place.IsMetonymic);
        }

        return sheet;
    }

    /// <summary>Great-circle distance in kilometres (haversine).</summary>
    internal static double Kilometres((double Latitude, double Longitude) from, (double Latitude, double Longitude) to)
    {
        var (fromLatitude, toLatitude) = (double.DegreesToRadians(from.Latitude), double.DegreesToRadians(to.Latitude));
        var north = Math.Sin((toLatitude - fromLatitude) / 2);
        var east = Math.Sin(double.DegreesToRadians(to.Longitude - from.Longitude) / 2);
        return 2 * 6371 * Math.Asin(Math.Min(1, Math.Sqrt((north * north) + (Math.Cos(fromLatitude) * Math.Cos(toLatitude) * east * east))));
    }

    // Predictions paired with gold that the block leaves out are set aside, neither right nor wrong.
    private static void AddBlock(
        ScoreSheet sheet, string block, IReadOnlyList<GoldPlaces> gold, IReadOnlyDictionary<string, Reading> readings, Predicate<MarkedPlace> keeps, Predicate<PlaceMention> keepsFound)
    {
        var errors = new List<double>();
        foreach (var document in gold)
        {
            var wanted = document.Places;
            PlaceMention[] found = [.. (readings.GetValueOrDefault(document.Article.Id)?.Document.Places ?? []).Where(place => keepsFound(place))];
            var all = Matching.BestFirst(wanted.Count, found.Length, (g, f) => Matching.Likeness(wanted[g].Span, found[f].Span));
            var pairs = all.FindAll(pair => keeps(wanted[pair.Gold]));
            var goldCount = wanted.Count(place => keeps(place));
            var foundCount = found.Length - (all.Count - pairs.Count);
            var exact = pairs.Where(pair => wanted[pair.Gold].Span == found[pair.Found].Span).ToHashSet();
            sheet.Tally(block + "span exact").Add(exact.Count, foundCount, goldCount);
            sheet.Tally(block + "span overlap").Add(pairs.Count, foundCount, goldCount);

            var located = pairs.Where(pair => wanted[pair.Gold].Where is not null).Select(pair => (Pair: pair, Far: Distance(wanted[pair.Gold], found[pair.Found]))).ToArray();
            sheet.Tally(block + "overlap and within 161 km").Add(
                located.Count(place => place.Far <= Near), foundCount - pairs.Count + located.Length, wanted.Count(place => keeps(place) && place.Where is not null));
            errors.AddRange(located.Where(place => exact.Contains(place.Pair)).Select(place => place.Far));
            if (block.Length == 0) NoteErrors(sheet, document, found, pairs, located);
        }

        sheet.Share(block + "accuracy at 161 km", errors.Count(far => far <= Near), errors.Count);
        errors.Sort();
        sheet.Figure(block + "mean error (km)", errors.Count == 0 ? null : errors.Average());
        sheet.Figure(block + "median error (km)", errors.Count == 0 ? null : (errors[(errors.Count - 1) / 2] + errors[errors.Count / 2]) / 2);
        sheet.Figure(block + "AUC (0 best)", AreaUnderLogs(errors));
    }

    private static void NoteErrors(
        ScoreSheet sheet, GoldPlaces document, PlaceMention[] found, List<(int Gold, int Found)> pairs, ((int Gold, int Found) Pair, double Far)[] located)
    {
        var (id, text, wanted) = (document.Article.Id, document.Article.Text, document.Places);
        foreach (var (pair, far) in located.Where(place => place.Far > Near))
        {
            var place = found[pair.Found].Place;
            sheet.Error(id, $"‘{wanted[pair.Gold].Span.In(text)}’ placed {far:F0} km away ({place?.Name ?? "nowhere"}, {place?.Country ?? "no country"})");
        }

        foreach (var g in Enumerable.Range(0, wanted.Count).Except(pairs.Select(pair => pair.Gold))) sheet.Error(id, $"missed ‘{wanted[g].Span.In(text)}’");
        foreach (var f in Enumerable.Range(0, found.Length).Except(pairs.Select(pair => pair.Found))) sheet.Error(id, $"invented ‘{found[f].Span.In(text)}’");
    }

    private static double Distance(MarkedPlace wanted, PlaceMention found) =>
        found.Place is { } place ? Kilometres(wanted.Where!.Value, (place.Latitude, place.Longitude)) : HalfWayRound;

    // By the trapezium rule, over the errors in rising order.
    private static double? AreaUnderLogs(List<double> errors)
    {
        if (errors.Count < 2) return null;
        var area = 0.0;
        for (var i = 1; i < errors.Count; i++) area += (Math.Log(1 + errors[i - 1]) + Math.Log(1 + errors[i])) / 2;
        return area / (Math.Log(HalfWayRound) * (errors.Count - 1));
    }
}
