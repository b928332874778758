using Dateline.Learning.Corpora;

namespace Dateline.Learning.Training;

/// <summary>
/// Makes documents for a name finder out of sentences with places for names: a few persons, bodies and places to a document,
/// so that a surname alone has its full name elsewhere.
/// </summary>
internal sealed class SentenceMaker
{
    private static readonly string[] Fields =
    [
        "Health", "Finance", "Education", "Agriculture", "Tourism", "Trade", "Foreign Affairs", "Justice", "Energy", "Water Resources", "Mines and Energy", "Home Affairs", "Labour", "Youth and Sports",
        "Information", "Transport", "Public Works", "Human Rights", "Women 's Affairs", "National Security", "Social Welfare", "Environment and Forests", "Lands and Housing", "Science and Technology",
        "Fisheries", "Civil Aviation", "Investment Promotion", "Rural Development", "Economic Planning", "Consumer Protection",
    ];

    private static readonly string[] Trades =
    [
        "Football", "Cricket", "Medical", "Teachers", "Nurses", "Farmers", "Tea", "Cocoa", "Coffee", "Cotton", "Sugar", "Electricity", "Ports", "Railways", "Roads", "Revenue", "Electoral", "Drug Control",
        "Broadcasting", "Stock Exchange", "Chamber of Commerce", "Bar", "Olympic", "Rugby", "Athletics", "Press", "Petroleum", "Telecom", "Maritime", "Wildlife", "Space Research", "Statistics", "Student", "Workers", "Miners", "Traders",
    ];

    private static readonly string[] Heads =
    [
        "Association", "Authority", "Board", "Commission", "Union", "Federation", "Council", "Agency", "Institute", "Corporation", "Foundation", "Society", "Bureau", "Centre", "Committee", "Network", "Service", "Trust", "Department",
    ];

    private static readonly string[] PartyWords =
    [
        "Democratic", "Progressive", "Patriotic", "National", "United", "Popular", "Liberation", "Socialist", "Republican", "People 's", "Liberal", "Islamic", "Green", "Labour", "Independent", "Revolutionary", "Reform", "New", "Free",
    ];

    private static readonly string[] Regional = ["South American", "West African", "East African", "Southern African", "Latin American", "Asian", "African", "European", "Pan African", "Central American", "Southeast Asian", "Arab", "Islamic", "North American", "Caribbean", "World", "International"];

    private static readonly string[] Peoples = ["Latin American", "South American", "Central American", "North American", "West African", "East African", "Southern African", "North African", "Southeast Asian", "South Asian", "Central Asian", "East Asian", "Eastern European", "Middle Eastern"];

    private static readonly string[] Roles =
    [
        "economist", "senior economist", "analyst", "activist", "lawyer", "artist", "singer", "coach", "captain", "striker", "midfielder", "police officer", "police chief", "spokesman", "spokeswoman", "spokesperson", "chief executive", "CEO", "chairman", "chairwoman",
        "president", "vice - president", "director", "managing director", "executive director", "general manager", "secretary", "secretary - general", "Secretary General", "leader", "opposition leader", "party leader", "founder", "co - founder", "owner", "resident", "farmer", "teacher",
        "headmaster", "principal", "professor", "lecturer", "researcher", "scientist", "historian", "author", "writer", "poet", "novelist", "journalist", "reporter", "editor", "presenter", "television host", "TV show host", "actor", "actress", "director", "filmmaker", "designer",
        "promoter", "boxer", "cyclist", "swimmer", "goalkeeper", "defender", "referee", "diplomat", "ambassador", "envoy", "Special Envoy", "consul", "legislator", "Legislator", "lawmaker", "senator", "councillor", "mayor", "governor", "minister", "Health Minister", "Trade Minister",
        "Interior Minister", "Deputy President", "DP", "MP", "Rep .", "Speaker", "Deputy Speaker", "commissioner", "Commissioner", "inspector", "colonel", "commander", "general", "Pol Col", "Brigadier", "prosecutor", "judge", "Chief Justice", "Attorney - General", "bishop", "Bishop",
        "pastor", "imam", "rabbi", "doctor", "surgeon", "nurse", "engineer", "pilot", "driver", "trader", "fisherman", "businessman", "businesswoman", "tycoon", "billionaire", "investor", "photographer", "guide", "student", "suspect", "witness", "victim", "uncle", "son", "daughter",
        "wife", "husband", "brother", "sister", "the late", "former president", "former minister", "late chief", "tribal chief", "elder", "Forward", "Defender", "Permanent Secretary", "Regional Director", "programme officer", "country director", "adviser", "legal adviser", "chief economist",
    ];

    private static readonly string[] Shorts = ["GDP", "CEO", "HIV", "AIDS", "MP", "PhD", "GPS", "DNA", "TV", "NGO", "USB", "PCR", "VAT", "ID", "SMS", "ICU", "SUV", "LED", "IT", "PR", "HR", "AI", "ATM", "CCTV", "DVD", "FAQ", "IQ", "LGBT", "MBA", "PM", "UFO", "WiFi", "COVID", "SARS", "PIN", "CFO", "FDI", "IPO", "SME", "R & D"];

    private static readonly string[] PartyHeads = ["Party", "Movement", "Front", "Alliance", "Congress", "Union", "Coalition", "Rally", "League", "Forum"];

    private static readonly string[] Papers = ["Times", "Post", "Herald", "Standard", "Tribune", "Observer", "Gazette", "Chronicle", "Mirror", "Star", "Guardian", "Monitor", "News", "Telegraph", "Nation", "Sun", "Express", "Daily News", "News Agency", "TV", "Radio", "Today", "Mail"];

    private static readonly string[] Firms = ["Ltd", "Limited", "Bank", "Airlines", "Motors", "Cement", "Telecom", "Holdings", "Group", "Energy", "Mining", "Foods", "Insurance", "Breweries", "Oil", "Steel", "Pharmaceuticals", "Inc", "Corp", "Airways", "Capital", "Systems", "Logistics", "Textiles"];

    private static readonly string[] Clubs = ["FC", "United", "City", "Stars", "Rovers", "Athletic", "Lions", "Eagles", "Wanderers", "Rangers", "Dynamo", "Sporting"];

    private static readonly string[] Schools = ["University", "College", "High School", "Polytechnic", "Medical School", "Technical University", "Law School", "Academy"];

    private static readonly string[] Courts = ["High Court", "Magistrate 's Court", "Court of Appeal", "City Council", "Police Department", "County Assembly", "Chamber of Commerce", "District Court", "Bar Association", "Archdiocese"];

    private static readonly string[] Bodies =
    [
        "Supreme Court", "Constitutional Court", "Parliament", "Senate", "National Assembly", "Electoral Commission", "Central Bank", "Red Crescent", "Foreign Ministry", "Army", "Police Service", "Air Force", "Football Federation", "Medical Council", "Human Rights Commission", "Navy", "Police", "Cabinet", "Bar Council", "Defence Force", "Justice Ministry", "Interior Ministry", "Health Ministry", "Armed Forces", "Coast Guard", "Football Association", "Embassy", "Revenue Authority", "Olympic Committee", "National Guard", "Legislative Council",
    ];

    private static readonly string[] Causes = ["Freedom", "Justice", "Peace", "Children", "Women", "Democracy", "Hope", "Health", "Dialogue", "Transparency", "Media", "Disabled People", "Refugees", "Clean Water"];

    private static readonly string[] Lands = ["Province", "River", "State", "District", "Region", "County", "Island", "Valley", "Mountains", "Governorate", "Lake", "Peninsula", "Desert", "Basin", "Islands", "Hills"];

    private static readonly string[] Built = ["Airport", "Bridge", "Hospital", "Stadium", "Dam", "Prison", "Palace", "Station", "Road", "Avenue", "Square", "Tower", "Mosque", "Cathedral", "Museum", "Hotel", "Hall", "Market", "Mall", "Park", "International Airport", "General Hospital", "Highway", "Memorial Hospital", "Conference Centre", "Street"];

    private static readonly string[] Worlds =
    [
        "West Africa", "East Africa", "North Africa", "Southern Africa", "Central Africa", "Africa", "Asia", "Europe", "South Asia", "Southeast Asia", "Central Asia", "Latin America", "South America", "Central America", "North America", "the Middle East", "the Sahel",
        "the Gulf", "the Horn of Africa", "the Caribbean", "the Pacific", "Eastern Europe", "the Balkans", "the West", "the Arctic",
    ];

    private static readonly string[] Syllables = ["za", "ri", "mo", "ten", "sol", "va", "ko", "li", "nex", "tor", "ma", "ge", "fin", "lu", "dar", "qui", "pa", "sha", "nu", "bel", "or", "ix", "co", "tra", "ven", "ja", "ki", "ro"];

    private readonly string[][] _lines;
    private readonly NamePools _pools;
    private readonly Random _random;

    internal SentenceMaker(IEnumerable<string> lines, NamePools pools, Random random)
    {
        _lines = [.. lines.Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
        _pools = pools;
        _random = random;
    }

    private sealed record Person(string[] Full, string Family, string Given);

    /// <summary>A document of a few sentences with names that were made up now.</summary>
    internal NamedDocument Make()
    {
        var persons = Some(4, NewPerson);
        var bodies = Some(3, Body);
        var firms = Some(2, Firm);
        var papers = Some(2, Paper);
        var countries = Some(3, () => _random.Next(_pools.Countries.Length));
        var towns = Some(4, Town);
        var lands = Some(2, Land);
        var built = Some(2, Place);
        var sentences = new List<ConlluSentence>();
        var allowed = new List<ulong>();
        var count = 5 + _random.Next(8);
        for (var s = 0; s < count; s++)
        {
            var words = new List<ConlluWord>();
            // {P} in one sentence are different persons, as far as there are enough.
            var next = _random.Next(persons.Length);
            var nextTown = _random.Next(towns.Length);
            var nextBody = _random.Next(bodies.Length);
            string? open = null;
            var inside = new List<string>();
            foreach (var token in _lines[_random.Next(_lines.Length)])
            {
                if (token[0] == '<')
                {
                    open = token[1..];
                    inside.Clear();
                    continue;
                }

                var closes = open is not null && token[^1] == '>';
                var bare = closes ? token[..^1] : token;
                var (kind, parts) = bare switch
                {
                    "{P}" => ("person", persons[next++ % persons.Length].Full),
                    "{S}" => ("person", [persons[next++ % persons.Length].Family]),
                    "{G}" => ("person", [persons[next++ % persons.Length].Given]),
                    "{O}" => ("organisation", bodies[nextBody++ % bodies.Length]),
                    "{A}" => ("organisation", [Acronym(Pick(bodies))]),
                    "{W}" => ("organisation", Pick(firms)),
                    "{U}" => ("organisation", Pick(papers)),
                    "{C}" => ("place", [_pools.Countries[Pick(countries)]]),
                    "{N}" => ("nationality", [NamePools.Pick(_pools.Adjectives, _random)]),
                    "{M}" => ("nationality", [NamePools.Pick(_pools.Peoples, _random)]),
                    "{T}" => ("place", towns[nextTown++ % towns.Length]),
                    "{L}" => ("place", Pick(lands)),
                    "{V}" => ("facility", Pick(built)),
                    "{r}" => (string.Empty, NamePools.Pick(Roles, _random).Split(' ')),
                    "{n}" => ("nationality", NamePools.Pick(Peoples, _random).Split(' ')),
                    "{s}" => (string.Empty, NamePools.Pick(Shorts, _random).Split(' ')),
                    "{R}" => ("place", NamePools.Pick(Worlds, _random).Split(' ')),
                    _ => (string.Empty, new[] { bare }),
                };
                if (open is not null) inside.AddRange(parts);
                else Append(words, allowed, parts, kind);
                if (!closes) continue;
                Append(words, allowed, [.. inside], open!);
                open = null;
            }

            sentences.Add(new ConlluSentence { Comments = [], Words = words.ToArray(), Ranges = [], EmptyNodes = [] });
        }

        return new NamedDocument(sentences, [.. allowed]);
    }

    private static void Append(List<ConlluWord> words, List<ulong> allowed, string[] parts, string kind)
    {
        var label = kind.Length == 0 ? 0 : Array.IndexOf(NameCorpora.Labels, "B-" + kind);
        var begun = false;
        for (var i = 0; i < parts.Length; i++)
        {
            words.Add(new ConlluWord(parts[i], "_", "X", "_", "_", -1, "dep", "_"));
            // The article before a name is no part of it.
            if (label == 0 || (!begun && parts[i] is "the" or "The")) allowed.Add(1);
            else
            {
                allowed.Add(1UL << (begun ? label + 1 : label));
                begun = true;
            }
        }
    }

    private Person NewPerson()
    {
        var region = _random.Next(_pools.Regions);
        string given = _pools.Given(region, _random), family = _pools.Family(region, _random);
        string[] first = Parts(given), last = Parts(family);
        if (_pools.IsFamilyFirst(region)) return new Person(_random.Next(8) == 0 ? [.. first, .. last] : [.. last, .. first], last[^1], first[0]);
        string[] full = _random.Next(18) switch
        {
            0 => [.. first, _pools.Given(region, _random), .. last],
            1 => [.. first, _pools.Family(region, _random), .. last],
            2 => [.. first, "Al", "-", .. last],
            3 => [.. first, "bin", _pools.Given(region, _random), .. last],
            4 => [_pools.Given(region, _random)[..1] + ".", .. last],
            5 => [.. first, _pools.Given(region, _random)[..1] + ".", .. last],
            6 => [.. first, "de", .. last],
            7 => [.. last, .. first],
            8 => [given],
            9 => [.. first, "Al", .. last],
            10 => [.. first, _pools.Given(region, _random), _pools.Family(region, _random), .. last],
            _ => [.. first, .. last],
        };
        return new Person(full, last[^1], first[0]);
    }

    /// <summary>A name with a hyphen, as one word or cut at it.</summary>
    private string[] Parts(string name) => name.Split('-') is [var left, var right] && left.Length > 0 && right.Length > 0 && _random.Next(3) > 0 ? [left, "-", right] : [name];

    private string[] Body()
    {
        string country = NamePools.Pick(_pools.Countries, _random), adjective = NamePools.Pick(_pools.Adjectives, _random);
        var town = string.Join(' ', Town());
        var surname = _pools.Family(_random.Next(_pools.Regions), _random);
        var name = _random.Next(30) switch
        {
            0 => $"Ministry of {Field()}",
            1 => $"{country} {NamePools.Pick(Trades, _random)} {NamePools.Pick(Heads, _random)}",
            2 => $"{adjective} {NamePools.Pick(Trades, _random)} {NamePools.Pick(Heads, _random)}",
            3 => $"University of {town}",
            4 => $"{town} {NamePools.Pick(Schools, _random)}",
            5 => $"{town} {NamePools.Pick(Clubs, _random)}",
            6 => $"{town} {NamePools.Pick(Courts, _random)}",
            7 => $"{adjective} {NamePools.Pick(Bodies, _random)}",
            8 => $"{NamePools.Pick(PartyWords, _random)} {NamePools.Pick(PartyWords, _random)} {NamePools.Pick(PartyHeads, _random)}",
            9 => $"{NamePools.Pick(PartyWords, _random)} {NamePools.Pick(PartyHeads, _random)} of {country}",
            10 => $"{NamePools.Pick(PartyHeads, _random)} for {NamePools.Pick(Causes, _random)} and {NamePools.Pick(Causes, _random)}",
            11 => $"{surname} Foundation",
            12 => $"National {NamePools.Pick(Trades, _random)} {NamePools.Pick(Heads, _random)}",
            13 => $"{NamePools.Pick(Heads, _random)} of {NamePools.Pick(Trades, _random)} {NamePools.Pick(["Engineers", "Owners", "Managers", "Producers", "Exporters", "Journalists"], _random)}",
            14 => $"{NamePools.Pick(Causes, _random)} {NamePools.Pick(["Watch", "International", "Initiative", "Action", "Without Borders", "First", "Now"], _random)}",
            15 => $"{NamePools.Pick(Heads, _random)} of {adjective} {NamePools.Pick(["Writers", "States", "Women", "Nations", "Lawyers", "Cities"], _random)}",
            16 => $"{NamePools.Pick(["Department", "Office", "Directorate", "Bureau", "Secretariat"], _random)} of {Field()}",
            17 => NamePools.Pick(Bodies, _random),
            18 or 19 => $"{adjective} Ministry of {Field()}",
            20 => $"{NamePools.Pick(Causes, _random)} and {NamePools.Pick(Causes, _random)} {NamePools.Pick(["Committee", "Network", "Commission", "Forum", "Organisation"], _random)}",
            21 => $"{NamePools.Pick(Regional, _random)} {NamePools.Pick(Trades, _random)} {NamePools.Pick(Heads, _random)}",
            22 => $"{adjective} National {NamePools.Pick(Trades, _random)} {NamePools.Pick(Heads, _random)}",
            23 => $"Standing Committee on {Field()}",
            24 => $"Ministry of {NamePools.Pick(Causes, _random)} , {NamePools.Pick(Causes, _random)} and {Field()}",
            25 => $"{NamePools.Pick(["Office", "Secretariat", "Council"], _random)} of the {NamePools.Pick(["President", "Prime Minister", "Attorney - General", "Auditor - General", "High Commissioner", "Public Prosecutor"], _random)}",
            26 => $"{NamePools.Pick(Causes, _random)} {NamePools.Pick(["Against", "for", "of"], _random)} {NamePools.Pick(Causes, _random)} {NamePools.Pick(["Association", "Movement", "Campaign", "Alliance"], _random)}",
            27 => $"{NamePools.Pick(Heads, _random)} for {NamePools.Pick(Causes, _random)} in {country}",
            28 => $"{country} {NamePools.Pick(Causes, _random)} and {NamePools.Pick(Causes, _random)} {NamePools.Pick(Heads, _random)}",
            29 => $"{NamePools.Pick(["Central Bank", "Bank", "Parliament", "Supreme Court", "Police Service"], _random)} of {country}",
            _ => $"{Coined()} {NamePools.Pick(["Movement", "Brigade", "Front", "Group", "Institute", "Network"], _random)}",
        };
        return name.Split(' ');
    }

    private string[] Firm() => (_random.Next(8) switch
    {
        0 => Coined(),
        1 => $"{Coined()} {NamePools.Pick(Firms, _random)}",
        2 => $"{_pools.Family(_random.Next(_pools.Regions), _random)} {NamePools.Pick(Firms, _random)}",
        3 => $"{_pools.Family(_random.Next(_pools.Regions), _random)} & {NamePools.Pick(["Sons", "Company", "Partners", "Associates"], _random)}",
        4 => $"{NamePools.Pick(_pools.Countries, _random)} {NamePools.Pick(Firms, _random)}",
        5 => $"{_pools.Family(_random.Next(_pools.Regions), _random)} {_pools.Family(_random.Next(_pools.Regions), _random)}",
        6 => $"{Coined()} . com",
        _ => $"{NamePools.Pick(_pools.Towns, _random)} {NamePools.Pick(Firms, _random)}",
    }).Split(' ');

    private string[] Paper() => (_random.Next(8) switch
    {
        0 => $"The {NamePools.Pick(_pools.Countries, _random)} {NamePools.Pick(Papers, _random)}",
        1 => $"{NamePools.Pick(_pools.Towns, _random)} {NamePools.Pick(Papers, _random)}",
        2 => $"Daily {NamePools.Pick(Papers, _random)}",
        3 => $"the {NamePools.Pick(Papers, _random)}",
        4 => $"Al - {Coined()}",
        5 => $"{NamePools.Pick(["El", "La", "Le", "O", "Il"], _random)} {Coined()}",
        6 => $"Radio {NamePools.Pick(_pools.Countries, _random)}",
        _ => Coined() + " " + NamePools.Pick(Papers, _random),
    }).Split(' ');

    private string[] Town()
    {
        if (_random.Next(5) > 0) return [NamePools.Pick(_pools.Towns, _random)];
        return _random.Next(4) == 0
            ? [NamePools.Pick(["North", "South", "East", "West", "New", "Upper", "Old", "Port", "Mount", "El", "San"], _random), NamePools.Pick(_pools.Towns, _random)]
            : NamePools.Pick(_pools.LongTowns, _random).Split(' ');
    }

    private string[] Land()
    {
        var name = NamePools.Pick(_pools.Towns, _random);
        return _random.Next(6) switch
        {
            0 => [NamePools.Pick(["Northern", "Southern", "Eastern", "Western", "Central", "Upper", "Lower"], _random), NamePools.Pick(Lands, _random)],
            1 => [NamePools.Pick(["Lake", "Mount", "Cape", "Gulf", "Bay"], _random), name],
            2 => [NamePools.Pick(["Northern", "Southern", "Eastern", "Western", "Central"], _random), NamePools.Pick(_pools.Countries, _random)],
            _ => [name, NamePools.Pick(Lands, _random)],
        };
    }

    private string[] Place()
    {
        var region = _random.Next(_pools.Regions);
        var head = NamePools.Pick(Built, _random).Split(' ');
        return _random.Next(3) switch
        {
            0 => [_pools.Given(region, _random), _pools.Family(region, _random), .. head],
            1 => [.. Town(), .. head],
            _ => [_pools.Family(region, _random), .. head],
        };
    }

    private string Coined()
    {
        var name = string.Concat(Enumerable.Range(0, 2 + _random.Next(2)).Select(_ => NamePools.Pick(Syllables, _random)));
        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    private string Field() => NamePools.Pick(Fields, _random);

    private string Acronym(string[] name)
    {
        var letters = string.Concat(name.Where(word => char.IsUpper(word[0])).Select(word => word[0]));
        return letters.Length >= 2 ? letters : string.Concat(Enumerable.Range(0, 3 + _random.Next(2)).Select(_ => (char)('A' + _random.Next(26))));
    }

    private T Pick<T>(T[] things) => things[_random.Next(things.Length)];

    private static T[] Some<T>(int count, Func<T> make) => [.. Enumerable.Range(0, count).Select(_ => make())];
}
