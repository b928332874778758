using Dateline.Text.Lexicons;
using Dateline.Text.Places;

namespace Dateline.Learning.Training;

/// <summary>Names to put in the place of others while a name finder learns.</summary>
internal sealed class NamePools
{
    private readonly List<(string[] Given, string[] Family)> _regions = [];
    private readonly List<string> _order = [];

    /// <summary>Reads the tables of persons' names and of countries among <paramref name="tables"/>, and the towns of <paramref name="gazetteer"/>.</summary>
    internal NamePools(IEnumerable<LexiconTable> tables, Gazetteer gazetteer)
    {
        var given = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        var family = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        var countries = new List<string>();
        var adjectives = new List<string>();
        var peoples = new List<string>();
        foreach (var row in tables.SelectMany(table => table.Rows))
        {
            if (row.Table.HasColumn("part"))
            {
                var parts = row["part"] == "family" ? family : given;
                if (!parts.TryGetValue(row["regions"], out var names)) parts.Add(row["regions"], names = []);
                names.AddRange(row.List("names").Where(name => name.Length > 2));
            }
            else if (row.Table.HasColumn("adjectives_en"))
            {
                if (IsWord(row["name"])) countries.Add(row["name"]);
                adjectives.AddRange(row.List("adjectives_en").Where(IsWord).Take(1));
                peoples.AddRange(row.List("people_en").Where(word => IsWord(word) && word.EndsWith('s')).Take(1));
            }
        }

        foreach (var (region, names) in given)
        {
            if (!family.TryGetValue(region, out var families)) continue;
            _regions.Add(([.. names], [.. families]));
            _order.Add(region);
        }

        Countries = [.. countries];
        Adjectives = [.. adjectives];
        Peoples = [.. peoples];
        var towns = new List<string>();
        foreach (var place in gazetteer.All)
        {
            if (place.Population >= 20_000 && place.Feature.StartsWith("PPL", StringComparison.Ordinal)) towns.Add(place.Name);
        }

        Towns = [.. towns.Where(IsWord)];
        LongTowns = [.. towns.Where(name => name.Split(' ') is [var first, var second] && IsWord(first) && IsWord(second))];
    }

    internal int Regions => _regions.Count;

    internal string[] Countries { get; }

    internal string[] Adjectives { get; }

    internal string[] Peoples { get; }

    internal string[] Towns { get; }

    /// <summary>Towns with a name of two words.</summary>
    internal string[] LongTowns { get; }

    /// <summary>Whether the family name comes first, as in China, Korea and Vietnam.</summary>
    internal bool IsFamilyFirst(int region) => _order[region] is "china" or "korea" or "vietnam";

    internal string Given(int region, Random random) => Pick(_regions[region].Given, random);

    internal string Family(int region, Random random) => Pick(_regions[region].Family, random);

    internal static string Pick(string[] names, Random random) => names[random.Next(names.Length)];

    private static bool IsWord(string name) => name.Length > 2 && char.IsUpper(name[0]) && name.All(letter => char.IsLetter(letter));
}
