using System.Globalization;
using Dateline.Text.Lexicons;
using Dateline.Text.Places;

namespace Dateline.Learning.Places;

/// <summary>
/// Makes the shipped gazetteer of a list of towns and the reviewed table <c>lexicons/places.tsv</c>.
/// </summary>
/// <remarks>
/// A town of the table within 20 km of a town of the list lends its names to the largest one there; the others are added.
/// The result depends on nothing but its input.
/// </remarks>
public static class GazetteerCompiler
{
    private const double SameTownDegrees = 0.18;

    /// <summary>Entries for <see cref="Gazetteer.Write"/>.</summary>
    /// <param name="towns">Towns with countries and divisions as codes, from <see cref="CityList"/>.</param>
    /// <param name="table">The reviewed table.</param>
    public static List<GazetteerEntry> Compile(IReadOnlyList<GazetteerPlace> towns, LexiconTable table)
    {
        var countries = new Dictionary<string, string>();
        var divisions = new Dictionary<string, string>();
        foreach (var row in table.Rows)
        {
            if (row["feature"] is "PCLI" or "PCLD") countries[row["code"]] = row["country"];
            else if (row["feature"] == "ADM1" && row["code"].Length > 0) divisions[$"{row["country"]} {row["code"]}"] = row["name"];
        }

        var entries = new List<GazetteerEntry>(towns.Count + table.Rows.Count);
        foreach (var town in towns)
        {
            var country = countries.GetValueOrDefault(town.Country ?? "", town.Country ?? "");
            entries.Add(new GazetteerEntry(town with { Country = country, Admin1 = divisions.GetValueOrDefault($"{country} {town.Admin1}") }, [], []));
        }

        foreach (var row in table.Rows)
        {
            var latitude = double.Parse(row["lat"], CultureInfo.InvariantCulture);
            var longitude = double.Parse(row["lon"], CultureInfo.InvariantCulture);
            string[] aliases = row["aliases"].Split('|', StringSplitOptions.RemoveEmptyEntries), demonyms = row["demonyms"].Split('|', StringSplitOptions.RemoveEmptyEntries);
            var feature = row["feature"];
            if (feature.StartsWith("PPL", StringComparison.Ordinal))
            {
                var best = -1;
                for (var i = 0; i < towns.Count; i++)
                {
                    if (Math.Abs(towns[i].Latitude - latitude) > SameTownDegrees || Math.Abs(towns[i].Longitude - longitude) > SameTownDegrees) continue;
                    if (best < 0 || towns[i].Population > towns[best].Population) best = i;
                }

                if (best >= 0)
                {
                    entries[best] = entries[best] with { Aliases = [.. entries[best].Aliases, row["name"], .. aliases] };
                    continue;
                }
            }

            var place = new GazetteerPlace("", row["name"], latitude, longitude, row["country"].Length == 0 ? null : row["country"], null, feature, Gazetteer.PrecisionOf(feature), 0);
            entries.Add(new GazetteerEntry(place, aliases, demonyms));
        }

        return entries;
    }
}
