using System.Globalization;
using Dateline.Text.Places;

namespace Dateline.Learning.Places;

/// <summary>
/// Reads the tab-separated files of GeoNames (allCountries, cities500 and the like): 19 columns, described in GeoNames' readme.
/// </summary>
public static class GeoNamesTable
{
    /// <summary>Reads the rows one by one; rows that are short or without numbers are left out.</summary>
    /// <param name="reader">The file's text.</param>
    /// <param name="countries">ISO 3166-1 alpha-2 to alpha-3; a country that is missing keeps its two letters.</param>
    public static IEnumerable<GazetteerEntry> Read(TextReader reader, IReadOnlyDictionary<string, string> countries)
    {
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split('\t');
            if (cells.Length < 15 || !long.TryParse(cells[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id)) continue;
            if (!double.TryParse(cells[4], NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude) || latitude is < -90 or > 90) continue;
            if (!double.TryParse(cells[5], NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude) || longitude is < -180 or > 180) continue;
            _ = long.TryParse(cells[14], NumberStyles.None, CultureInfo.InvariantCulture, out var population);
            var country = countries.GetValueOrDefault(cells[8], cells[8]);
            var place = new GazetteerPlace(
                $"geonames:{id}", cells[1], latitude, longitude, country.Length == 0 ? null : country, cells[10].Length == 0 ? null : cells[10], cells[7], Gazetteer.PrecisionOf(cells[7]), population);
            yield return new GazetteerEntry(place, cells[3].Split(',', StringSplitOptions.RemoveEmptyEntries), []);
        }
    }
}
