using System.Collections.Frozen;
using Dateline.Text.Tokens;

namespace Dateline.Text.Places;

/// <summary>
/// Names that say by their own words that they are places, though no list has them: streets, buildings, villages “of”
/// something, and the short forms of states and provinces after a town.
/// </summary>
internal static class NamedSpots
{
    private const int Longest = 7;

    private static readonly FrozenSet<string> Streets = FrozenSet.Create(
        "street", "avenue", "road", "boulevard", "parade", "highway", "motorway", "freeway", "turnpike", "parkway", "quay", "waterfront", "foreshore", "embankment", "roundabout");

    // Words that are streets and buildings only where a preposition says that something is there.
    private static readonly FrozenSet<string> Buildings = FrozenSet.Create(
        "st.", "ave.", "rd.", "blvd.", "drive", "lane", "square", "terrace", "crescent", "bridge", "hospital", "airport", "prison", "jail", "penitentiary", "stadium", "arena", "church", "cathedral", "mosque", "temple", "synagogue",
        "monastery", "hotel", "inn", "courthouse", "court", "theatre", "theater", "museum", "park", "racecourse", "racetrack", "center", "centre", "hall", "station", "barracks", "base", "camp", "dam", "mine", "refinery", "port",
        "harbour", "harbor", "embassy", "consulate", "palace", "library", "clinic", "plantation", "market", "mall", "zoo", "cemetery", "school", "farm", "restaurant", "plaza", "tower", "towers",
        "beach", "bay", "lake", "mountains", "mountain", "hills", "island", "islands", "forest", "valley", "canyon", "reservoir", "castle", "abbey", "fort", "terminal", "plant", "factory", "warehouse", "garrison", "checkpoint", "reserve");

    private static readonly FrozenSet<string> There = FrozenSet.Create(
        "at", "in", "on", "near", "inside", "outside", "around", "into", "from", "behind", "opposite", "beside", "along", "between", "toward", "towards", "past", "onto", "through", "across", "off", "to", "beneath", "above");

    private static readonly FrozenSet<string> Within = FrozenSet.Create("in", "near", "outside", "around", "into", "throughout", "across", "inside", "à", "dans", "près", "vers");

    private static readonly FrozenSet<string> Settlements = FrozenSet.Create(
        "village", "town", "township", "city", "district", "province", "suburb", "neighbourhood", "neighborhood", "commune", "municipality", "hamlet", "quarter", "prefecture", "governorate", "settlement", "region", "locality");

    private static readonly FrozenSet<string> Joints = FrozenSet.Create("of", "the", "for", "and", "de", "du", "la", "des", "'s", "’s", "&", "-", "le", "el", "al");

    // Names of states and provinces with the short forms that follow a town, in newspapers and in addresses.
    private const string StateForms =
        "Alabama=Ala.|AL; Arizona=Ariz.|AZ; Arkansas=Ark.|AR; California=Calif.|CA; Colorado=Colo.|CO; Connecticut=Conn.|CT; Delaware=Del.|DE; Florida=Fla.|FL; Georgia=Ga.|GA; " +
        "Illinois=Ill.|IL; Indiana=Ind.|IN; Kansas=Kan.|Kans.|KS; Kentucky=Ky.|KY; Louisiana=La.|LA; Maryland=Md.|MD; Massachusetts=Mass.|MA; Michigan=Mich.|MI; " +
        "Minnesota=Minn.|MN; Mississippi=Miss.|MS; Missouri=Mo.|MO; Montana=Mont.|MT; Nebraska=Neb.|NE; Nevada=Nev.|NV; New Hampshire=N.H.|NH; New Jersey=N.J.|NJ; " +
        "New Mexico=N.M.|NM; New York=N.Y.|NY; North Carolina=N.C.|NC; North Dakota=N.D.|ND; Oklahoma=Okla.|OK; Oregon=Ore.|OR; Pennsylvania=Pa.|PA; Rhode Island=R.I.|RI; " +
        "South Carolina=S.C.|SC; South Dakota=S.D.|SD; Tennessee=Tenn.|TN; Texas=Tex.|TX; Vermont=Vt.|VT; Virginia=Va.|VA; Washington=Wash.|WA; West Virginia=W.Va.|W. Va.|WV; " +
        "Wisconsin=Wis.|WI; Wyoming=Wyo.|WY; District of Columbia=D.C.; Alberta=Alta.; British Columbia=B.C.; Manitoba=Man.; New Brunswick=N.B.; Newfoundland and Labrador=N.L.; " +
        "Nova Scotia=N.S.; Ontario=Ont.; Prince Edward Island=P.E.I.; Quebec=Que.; Saskatchewan=Sask.; Alaska=AK; Hawaii=HI; Idaho=ID; Iowa=IA; Maine=ME; Ohio=OH; Utah=UT";

    private static readonly FrozenDictionary<string, string> States = StateForms.Split("; ")
        .Select(line => line.Split('='))
        .SelectMany(pair => pair[1].Split('|'), (pair, form) => KeyValuePair.Create(form, pair[0]))
        .ToFrozenDictionary();

    /// <summary>Whether a preposition before a name (and its article) says that something is, comes or goes there.</summary>
    public static bool IsThere(string? word) => word is not null && There.Contains(word);

    /// <summary>Whether a preposition says that something lies in the place itself.</summary>
    public static bool IsWithin(string? word) => word is not null && Within.Contains(word);

    /// <summary>Whether a word is one for a settlement or an area: “village”, “province”.</summary>
    public static bool IsSettlement(string? word) => word is not null && Settlements.Contains(word);

    /// <summary>
    /// The number of tokens of a street's or building's name that begins at <paramref name="first"/>, or 0. A street is one
    /// by its word; a building must be somewhere that something is: “at the Central Hospital”, not “the Central Hospital said”.
    /// </summary>
    public static int LengthAt(TokenSequence tokens, Sentence sentence, int first)
    {
        if (first > sentence.First && IsCapital(tokens, first - 1)) return 0;
        var end = first + 1;
        var last = first;
        while (end < sentence.End && end - first < Longest)
        {
            if (IsCapital(tokens, end)) last = end;
            else if (!Joints.Contains(tokens.CharsOf(end).ToString()) || (tokens.CharsOf(end) is "and" or "&" && end - first < 2)) break;
            end++;
        }

        for (; last > first; last--)
        {
            if (!IsCapital(tokens, last) || Lower(tokens, last) is not { } word) continue;
            if (Streets.Contains(word)) return last + 1 - first;
            if (Buildings.Contains(word)) return IsThere(Before(tokens, sentence, first)) ? last + 1 - first : 0;
        }

        return 0;
    }

    /// <summary>
    /// The number of tokens of an unlisted settlement's name at <paramref name="first"/>, or 0: “the village of Xara”, “Xara
    /// village”, and, before a state or country, “in Xara, Texas”.
    /// </summary>
    /// <param name="tokens">The words.</param>
    /// <param name="sentence">Their sentence.</param>
    /// <param name="first">Where the name begins.</param>
    /// <param name="isArea">Whether a state or country stands at a token.</param>
    /// <param name="isDateline">Whether a name that ends before a token heads a dispatch.</param>
    public static int SettlementAt(TokenSequence tokens, Sentence sentence, int first, Func<int, bool> isArea, Func<int, bool> isDateline)
    {
        if (first > sentence.First && IsCapital(tokens, first - 1)) return 0;
        var end = first + 1;
        while (end < sentence.End && end - first < 4 && (IsCapital(tokens, end) || (tokens.CharsOf(end) is "-" or "'s" or "’s" && end + 1 < sentence.End && IsCapital(tokens, end + 1)))) end++;
        if (IsNumberOrShort(tokens, first)) return 0;
        var before = Before(tokens, sentence, first);
        if (before is "of" && first - 2 >= sentence.First && Lower(tokens, first - 2) is { } kind && Settlements.Contains(kind) && char.IsLower(tokens.CharsOf(first - 2)[0])) return end - first;
        if (before is "near" or "outside" && end - first <= 2 && !(end < sentence.End && char.IsUpper(tokens.CharsOf(end)[0]))) return end - first;
        if (end < sentence.End && Settlements.Contains(tokens.CharsOf(end).ToString()) && before is not null && IsThere(before)) return end - first;
        if (end + 1 < sentence.End && tokens.CharsOf(end) is "," && isArea(end + 1) && (IsWithin(before) || before is "at" or "from" || (first == sentence.First && isDateline(end)))) return end - first;
        return 0;
    }

    /// <summary>The state or province whose short form stands at <paramref name="token"/> after a town and a comma, or null.</summary>
    public static string? StateAt(TokenSequence tokens, Sentence sentence, int token, out int length)
    {
        length = 1;
        if (token - 2 < sentence.First || tokens.CharsOf(token - 1) is not "," || !IsCapital(tokens, token - 2)) return null;
        var word = tokens.CharsOf(token).ToString();
        if (States.TryGetValue(word, out var state)) return state;
        if (token + 1 >= sentence.End || tokens.CharsOf(token + 1) is not ".") return null;
        length = 2;
        return States.GetValueOrDefault(word + ".");
    }

    /// <summary>Whether a dispatch opens with the name: “BAMAKO, Mali (AP) —”, “Bamako, 4 May (AFP) –”.</summary>
    public static bool IsDateline(string text, TextSpan name, int line) =>
        name.Start == line && DatelineReader.Read(text.AsSpan(line)) is { Place: { } place } && place.Length >= name.Length && place.AsSpan().StartsWith(name.In(text));

    private static string? Before(TokenSequence tokens, Sentence sentence, int first)
    {
        var before = first - 1;
        while (before >= sentence.First && tokens.CharsOf(before) is "the" or "The" or "a" or "an" or "nearby" or "local" or "la" or "le" or "l'" or "l’") before--;
        return before >= sentence.First ? Lower(tokens, before) : null;
    }

    private static bool IsNumberOrShort(TokenSequence tokens, int token)
    {
        var chars = tokens.CharsOf(token);
        return chars.Length < 3 || char.IsDigit(chars[0]) || !char.IsLower(chars[1]) && chars.Length <= 4;
    }

    private static bool IsCapital(TokenSequence tokens, int token) => tokens.CharsOf(token) is { Length: > 0 } chars && (char.IsUpper(chars[0]) || (char.IsDigit(chars[0]) && chars.EndsWith("th")));

    private static string? Lower(TokenSequence tokens, int token)
    {
        var chars = tokens.CharsOf(token);
        return chars.Length is 0 or > 24 ? null : chars.ToString().ToLowerInvariant();
    }
}
