using System.Globalization;
using Dateline.Text;

namespace Dateline.Learning.Corpora;

/// <summary>A made-up article with the happening that it tells.</summary>
/// <param name="Article">What the program is given.</param>
/// <param name="Happening">Number of the happening.</param>
/// <param name="Words">The words that name the act, in the article's text.</param>
/// <param name="IsCopy">Whether it is an earlier article in another outlet's hands.</param>
public sealed record GeneratedTelling(Article Article, int Happening, TextSpan Words, bool IsCopy) : GoldDocument(Article);

/// <summary>
/// Makes news whose truth is known: happenings of many kinds, actors, towns and days, each told by five outlets in words, dates and figures of
/// their own.
/// </summary>
/// <remarks>
/// The words of the text are ours; names of countries, towns and armed groups are real so that the reader knows them, and nothing told of them is
/// true. Every seventh happening is a hard neighbour of an earlier one: the same act of the same people in the same town some days later, or on
/// the same day in another town. Of a happening’s tellings about one in six copies another, with or without a word of its own; days are given as a
/// date, as a weekday, as “yesterday” or not at all; a figure is given exactly, as a bound, or by some accounts otherwise. The same seed gives the
/// same news. Not thread-safe.
/// </remarks>
public sealed class GeneratedNews
{
    /// <summary>How many outlets tell each happening.</summary>
    public const int Outlets = 5;

    private const int Days = 1_400;
    private const int NewsDays = 2;
    private static readonly DateOnly FirstDay = new(2021, 1, 4);

    private static readonly string[] OutletNames = ["Harbour Post", "Plateau Wire", "The Morning Ferry", "Radio Estuary", "Crossroads Review"];

    // A country, its people's adjective, those who fight there, and its towns.
    private static readonly Land[] Lands =
    [
        new("Mali", "Malian", [Group("JNIM"), Group("Wagner")], ["Gao", "Kidal", "Timbuktu", "Mopti", "Sikasso", "Kayes", "Koutiala"]),
        new("Niger", "Nigerien", [Group("Boko Haram")], ["Agadez", "Zinder", "Maradi", "Tahoua", "Diffa", "Dosso"]),
        new("Nigeria", "Nigerian", [Group("Boko Haram")], ["Maiduguri", "Kano", "Kaduna", "Jos", "Sokoto", "Zaria", "Damaturu"]),
        new("Burkina Faso", "Burkinabe", [Group("JNIM")], ["Ouahigouya", "Dori", "Banfora", "Koudougou"]),
        new("Somalia", "Somali", [Group("al-Shabab")], ["Kismayo", "Baidoa", "Beledweyne", "Bosaso"]),
        new("Kenya", "Kenyan", [Group("al-Shabab")], ["Garissa", "Mandera", "Wajir", "Kisumu", "Nakuru", "Eldoret"]),
        new("Sudan", "Sudanese", [new("the Rapid Support Forces", "Rapid Support Forces", IsMany: true)], ["Nyala", "Kassala", "Port Sudan", "El Obeid", "Omdurman"]),
        new("Ethiopia", "Ethiopian", [new("the Oromo Liberation Army", "Oromo Liberation Army")], ["Gondar", "Jimma", "Dire Dawa", "Harar", "Awasa"]),
        new("Cameroon", "Cameroonian", [Group("Boko Haram")], ["Bamenda", "Maroua", "Garoua", "Kumba", "Bafoussam"]),
        new("Chad", "Chadian", [Group("Boko Haram")], ["Abeche", "Moundou", "Sarh"]),
        new("Mozambique", "Mozambican", [new("the Islamic State", "Islamic State")], ["Pemba", "Nampula", "Beira", "Quelimane"]),
        new("Yemen", "Yemeni", [new("the Houthis", "Houthi", IsMany: true)], ["Taiz", "Marib", "Aden", "Mukalla", "Dhamar"]),
        new("Syria", "Syrian", [new("the Islamic State", "Islamic State")], ["Aleppo", "Homs", "Idlib", "Raqqa"]),
        new("Iraq", "Iraqi", [new("the Islamic State", "Islamic State")], ["Mosul", "Kirkuk", "Tikrit", "Ramadi", "Najaf"]),
        new("Colombia", "Colombian", [new("the National Liberation Army", "National Liberation Army")], ["Cali", "Pasto", "Arauca", "Quibdo", "Popayan"]),
        new("Ukraine", "Ukrainian", [Group("Wagner")], ["Kharkiv", "Kherson", "Bakhmut", "Kramatorsk", "Sumy", "Mykolaiv"]),
    ];

    private static readonly string[] Abroad = ["France", "Russia", "Turkey", "Algeria", "Egypt", "China", "Germany", "South Africa", "Morocco", "Qatar"];
    private static readonly string[] Bodies = ["the African Union", "the European Union", "the United Nations", "the Arab League"];
    private static readonly string[] Scenes =
    [
        "near the cattle market", "on the airport road", "beside the old bridge", "at a fuel depot", "close to the prison", "at the bus station", "outside the cotton mill", "near the river port",
        "in the eastern suburb", "at a grain store", "by the water works", "at the customs post",
    ];

    // “*” stands before the word that names the act; {a} who, {r} whom, {A} and {R} the same before a noun, {t} where, {n} how many, {s} at what spot.
    private static readonly Act[] Acts =
    [
        new(Side.Fighters, Side.Army, 4, 40, ["{A} fighters *attacked {R} positions in {t} {s}", "Fighters of {a} *raided {R} posts {s} in {t}", "{a} *stormed a base of {r} in {t} {s}", "{R} soldiers were *attacked by {a} in {t} {s}"]),
        new(Side.Fighters, Side.None, 0, 0, ["{A} fighters *seized the town of {t}", "{a} *captured {t}", "{a} *took control of {t}", "The town of {t} was *seized by {a}"]),
        new(Side.Army, Side.Fighters, 0, 0, ["{a} *recaptured {t} from {r}", "{a} *retook the town of {t} from {r}", "{t} was *retaken from {r} by {a}"]),
        new(Side.Fighters, Side.None, 0, 0, ["{a} *blockaded the town of {t}", "{a} imposed a *blockade on {t}", "{A} fighters *besieged {t}"]),
        new(Side.Police, Side.None, 5, 60, ["{a} *arrested {n} students {s} in {t}", "{n} students were *arrested by {a} in {t} {s}", "{a} *detained {n} students in {t} {s}"]),
        new(Side.Fighters, Side.None, 4, 70, ["{A} fighters *abducted {n} villagers {s} in {t}", "{n} villagers were *kidnapped by {a} in {t} {s}", "{a} *kidnapped {n} villagers {s} in {t}"]),
        new(Side.Fighters, Side.None, 4, 70, ["{a} *released {n} hostages in {t}", "{n} hostages were *freed by {a} in {t}", "{a} *freed {n} hostages in {t}"]),
        new(Side.Army, Side.None, 3, 50, ["{a} *shelled {t} {s}", "{a} *bombarded {t} {s}", "{t} was *shelled by {a} {s}"]),
        new(Side.Fighters, Side.None, 3, 90, ["{A} fighters *killed {n} civilians {s} in {t}", "{n} civilians were *killed by {a} in {t} {s}", "{A} gunmen *killed {n} civilians in {t} {s}"]),
        new(Side.Government, Side.Abroad, 0, 0, ["{a} *expelled the ambassador of {r}", "{a} *expelled {r}’s ambassador", "The ambassador of {r} was *expelled by {a}"]),
        new(Side.Bodies, Side.Government, 0, 0, ["{a} *imposed sanctions on {r}", "{a} *slapped sanctions on {r}", "Sanctions were *imposed on {r} by {a}"]),
        new(Side.Government, Side.Abroad, 0, 0, ["{a} and {r} *signed a defence agreement in {t}", "{a} *signed a defence agreement with {r} in {t}", "{a} *concluded a defence agreement with {r} in {t}"]),
        new(Side.Government, Side.Abroad, 0, 0, ["{a} *accused {r} of arming rebels in {t}", "{a} *accused {r} of sending weapons to {t}", "{r} was *accused by {a} of arming rebels in {t}"]),
        new(Side.Abroad, Side.None, 20, 900, ["{a} *delivered {n} tonnes of food aid to villagers in {t}", "{a} *donated {n} tonnes of food to villagers in {t}", "{n} tonnes of food aid were *delivered to villagers in {t} by {a}"]),
        new(Side.Abroad, Side.None, 30, 900, ["{a} *withdrew {n} troops from {t}", "{n} troops were *withdrawn from {t} by {a}", "{a} *pulled {n} troops out of {t}"]),
        new(Side.Abroad, Side.None, 30, 900, ["{a} *deployed {n} troops to {t}", "{a} *sent {n} troops to {t}", "{n} troops were *deployed to {t} by {a}"]),
        new(Side.Government, Side.Abroad, 0, 0, ["The foreign minister of {a} *met the foreign minister of {r} in {t}", "The foreign ministers of {a} and {r} *met in {t}", "In {t}, {a} held *talks with {r}"]),
        new(Side.Protesters, Side.Government, 200, 9000, ["{n} {a} *protested in {t} {s} against the government of {r}", "{n} {a} *marched in {t} {s} against the government of {r}", "{n} {a} *demonstrated in {t} {s} against the government of {r}"]),
        new(Side.Bodies, Side.Fighters, 0, 0, ["{a} *condemned {r} for the burning of homes", "{a} *denounced {r} for the burning of homes", "{r} {be} *condemned by {a} for the burning of homes"]),
        new(Side.Army, Side.Fighters, 3, 60, ["{a} *killed {n} fighters of {r} in {t} {s}", "{n} fighters of {r} were *killed by {a} in {t} {s}", "{A} troops *killed {n} {R} fighters {s} in {t}"]),
    ];

    private static readonly string[] Closings =
    [
        "No further details were given.", "The ministry gave no figures of its own.", "There was no word from the governor’s office.", "Telephone lines to the area were down.", "It was not clear what would follow.",
        "Shops stayed shut.", "The road was empty in the evening.", "The rains have made travel slow this season.", "The harvest is due in a few weeks.", "The price of fuel has doubled since spring.",
    ];

    private static readonly string[] Openings = ["The ", "Sanctions ", "Fighters "];

    private readonly Random _random;
    private readonly Dictionary<(int Act, Name Actor, Name Recipient, string Town), List<int>> _known = [];
    private readonly List<Happening> _recent = [];

    /// <summary>News that depends on the seed alone.</summary>
    public GeneratedNews(int seed = 1) => _random = new Random(seed);

    private enum Side
    {
        None,
        Fighters,
        Army,
        Police,
        Government,
        Protesters,
        Abroad,
        Bodies,
    }

    /// <summary>The tellings of some happenings, in order of publication; five of each.</summary>
    /// <param name="happenings">How many happenings.</param>
    public IReadOnlyList<GeneratedTelling> Tell(int happenings)
    {
        var tellings = new List<GeneratedTelling>(happenings * Outlets);
        for (var number = 0; number < happenings; number++) tellings.AddRange(Tell(Next(), number));
        return [.. tellings.OrderBy(telling => telling.Article.Published, StringComparer.Ordinal)];
    }

    private Happening Next()
    {
        while (true)
        {
            var happening = _recent.Count > 0 && _random.Next(7) == 0 ? NeighbourOf(_recent[_random.Next(_recent.Count)]) : Invent();
            if (!_known.TryGetValue((happening.Act, happening.Actor, happening.Recipient, happening.Town), out var days)) _known[(happening.Act, happening.Actor, happening.Recipient, happening.Town)] = days = [];
            // On the same or the next day nobody could tell the two apart.
            if (days.Exists(day => Math.Abs(day - happening.Day) <= NewsDays + 1)) continue;
            days.Add(happening.Day);
            _recent.Add(happening);
            if (_recent.Count > 200) _recent.RemoveAt(0);
            return happening;
        }
    }

    private Happening Invent()
    {
        var act = _random.Next(Acts.Length);
        var land = Pick(Lands);
        var (least, most) = (Acts[act].Least, Acts[act].Most);
        return new Happening(act, land, NameOf(Acts[act].Actor, land), NameOf(Acts[act].Recipient, land), Acts[act].HasTown ? Pick(land.Towns) : string.Empty, Pick(Scenes), _random.Next(Days), most == 0 ? 0 : _random.Next(least, most));
    }

    private Happening NeighbourOf(Happening happening)
    {
        if (_random.Next(2) == 0) return happening with { Day = happening.Day + _random.Next(NewsDays + 2, 12), Figure = happening.Figure + _random.Next(1, 5), Scene = Pick(Scenes) };
        if (!Acts[happening.Act].HasTown) return Invent();
        return happening with { Town = Pick(happening.Land.Towns), Figure = happening.Figure + _random.Next(1, 5), Scene = Pick(Scenes) };
    }

    private Name NameOf(Side side, Land land) => side switch
    {
        Side.Fighters => Pick(land.Fighters),
        Side.Army => new Name($"the {land.Adjective} army", $"{land.Adjective} army"),
        Side.Police => Group($"{land.Adjective} police"),
        Side.Government => Group(land.Name),
        Side.Protesters => Group(_random.Next(2) == 0 ? "teachers" : "traders"),
        Side.Abroad => Group(Pick(Abroad)),
        Side.Bodies => Group(Pick(Bodies)),
        _ => Group(string.Empty),
    };

    private static Name Group(string name) => new(name, name);

    private IEnumerable<GeneratedTelling> Tell(Happening happening, int number)
    {
        GeneratedTelling? copied = null;
        foreach (var outlet in Enumerable.Range(0, Outlets).OrderBy(_ => _random.Next()).ToArray())
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"g{number}-{outlet}");
            if (copied is not null && _random.Next(5) == 0)
            {
                var text = copied.Article.Text + (_random.Next(2) == 0 ? string.Empty : $"\n\n{OutletNames[outlet]} could not reach the town.");
                yield return copied with { Article = copied.Article with { Id = id, Text = text, Outlet = OutletNames[outlet] }, IsCopy = true };
                continue;
            }

            yield return copied = TellOnce(happening, number, id, outlet);
        }
    }

    private GeneratedTelling TellOnce(Happening happening, int number, string id, int outlet)
    {
        var act = Acts[happening.Act];
        var published = happening.Day + _random.Next(NewsDays + 1);
        var wording = Pick(act.Wordings)
            .Replace("{a}", happening.Actor.Whole, StringComparison.Ordinal).Replace("{r}", happening.Recipient.Whole, StringComparison.Ordinal)
            .Replace("{A}", happening.Actor.BeforeNoun, StringComparison.Ordinal).Replace("{R}", happening.Recipient.BeforeNoun, StringComparison.Ordinal)
            .Replace("{be}", happening.Recipient.IsMany ? "were" : "was", StringComparison.Ordinal).Replace("{t}", happening.Town, StringComparison.Ordinal)
            .Replace("{s}", _random.Next(3) == 0 ? string.Empty : happening.Scene, StringComparison.Ordinal).Replace("{n}", Figure(happening.Figure), StringComparison.Ordinal)
            .Replace("  ", " ", StringComparison.Ordinal).Trim();
        var day = DayWords(happening.Day, published);
        var lead = _random.Next(4) == 0 && day.Length > 0 ? $"{char.ToUpperInvariant(day[0])}{day[1..]}, {Inside(wording)}" : day.Length > 0 ? $"{wording} {day}" : wording;
        var said = _random.Next(3) switch { 0 => $", officials in {happening.Land.Name} said.", 1 => ", residents said.", _ => "." };
        lead = char.ToUpperInvariant(lead[0]) + lead[1..] + said;
        var mark = lead.IndexOf('*', StringComparison.Ordinal);
        var end = lead.AsSpan(mark + 1).IndexOfAny(" ,.") + mark + 1;
        var text = $"{lead.Remove(mark, 1)} {Pick(Closings)}\n\n{Pick(Closings)}";
        var article = new Article
        {
            Id = id,
            Text = text,
            Outlet = OutletNames[outlet],
            Published = Date(published).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Language = "en",
        };
        return new GeneratedTelling(article, number, TextSpan.FromBounds(mark, end - 1), false);
    }

    private string DayWords(int day, int published)
    {
        var date = Date(day);
        return _random.Next(6) switch
        {
            0 => string.Empty,
            1 when published == day + 1 => "yesterday",
            1 or 2 => string.Create(CultureInfo.InvariantCulture, $"on {date:dddd}"),
            3 => string.Create(CultureInfo.InvariantCulture, $"on {date:MMMM d}"),
            4 => string.Create(CultureInfo.InvariantCulture, $"on {date:d MMMM yyyy}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"on {date:MMMM d, yyyy}"),
        };
    }

    private string Figure(int figure) => _random.Next(8) switch
    {
        0 => $"at least {figure}",
        1 => $"more than {figure - 1}",
        2 => (figure + _random.Next(1, 4)).ToString(CultureInfo.InvariantCulture),
        _ => figure.ToString(CultureInfo.InvariantCulture),
    };

    // Names keep their capital within a sentence, other words do not.
    private static string Inside(string wording) => Array.Exists(Openings, wording.StartsWith) ? char.ToLowerInvariant(wording[0]) + wording[1..] : wording;

    private static DateOnly Date(int day) => FirstDay.AddDays(day);

    private T Pick<T>(T[] among) => among[_random.Next(among.Length)];

    private sealed record Name(string Whole, string BeforeNoun, bool IsMany = false);

    private sealed record Land(string Name, string Adjective, Name[] Fighters, string[] Towns);

    private sealed record Act(Side Actor, Side Recipient, int Least, int Most, string[] Wordings)
    {
        public bool HasTown => Array.TrueForAll(Wordings, static wording => wording.Contains("{t}", StringComparison.Ordinal));
    }

    private sealed record Happening(int Act, Land Land, Name Actor, Name Recipient, string Town, string Scene, int Day, int Figure);
}
