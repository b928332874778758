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

    private static readonly FrozenDictionary<string, string> States = new Dictionary<string, string>
    {
        ["Ala."] = "Alabama", ["Ariz."] = "Arizona", ["Ark."] = "Arkansas", ["Calif."] = "California", ["Colo."] = "Colorado", ["Conn."] = "Connecticut", ["Del."] = "Delaware", ["Fla."] = "Florida",
        ["Ga."] = "Georgia", ["Ill."] = "Illinois", ["Ind."] = "Indiana", ["Kan."] = "Kansas", ["Kans."] = "Kansas", ["Ky."] = "Kentucky", ["La."] = "Louisiana", ["Md."] = "Maryland", ["Mass."] = "Massachusetts",
        ["Mich."] = "Michigan", ["Minn."] = "Minnesota", ["Miss."] = "Mississippi", ["Mo."] = "Missouri", ["Mont."] = "Montana", ["Neb."] = "Nebraska", ["Nev."] = "Nevada", ["N.H."] = "New Hampshire", ["N.J."] = "New Jersey",
        ["N.M."] = "New Mexico", ["N.Y."] = "New York", ["N.C."] = "North Carolina", ["N.D."] = "North Dakota", ["Okla."] = "Oklahoma", ["Ore."] = "Oregon", ["Pa."] = "Pennsylvania", ["R.I."] = "Rhode Island",
        ["S.C."] = "South Carolina", ["S.D."] = "South Dakota", ["Tenn."] = "Tennessee", ["Tex."] = "Texas", ["Vt."] = "Vermont", ["Va."] = "Virginia", ["Wash."] = "Washington", ["W.Va."] = "West Virginia",
        ["W. Va."] = "West Virginia", ["Wis."] = "Wisconsin", ["Wyo."] = "Wyoming", ["D.C."] = "District of Columbia", ["Alta."] = "Alberta", ["B.C."] = "British Columbia", ["Man."] = "Manitoba", ["N.B."] = "New Brunswick",
        ["N.L."] = "Newfoundland and Labrador", ["N.S."] = "Nova Scotia", ["Ont."] = "Ontario", ["P.E.I."] = "Prince Edward Island", ["Que."] = "Quebec", ["Sask."] = "Saskatchewan",
        ["AL"] = "Alabama", ["AK"] = "Alaska", ["AZ"] = "Arizona", ["AR"] = "Arkansas", ["CA"] = "California", ["CO"] = "Colorado", ["CT"] = "Connecticut", ["DE"] = "Delaware", ["FL"] = "Florida", ["GA"] = "Georgia",
        ["HI"] = "Hawaii", ["ID"] = "Idaho", ["IL"] = "Illinois", ["IN"] = "Indiana", ["IA"] = "Iowa", ["KS"] = "Kansas", ["KY"] = "Kentucky", ["LA"] = "Louisiana", ["ME"] = "Maine", ["MD"] = "Maryland", ["MA"] = "Massachusetts",
        ["MI"] = "Michigan", ["MN"] = "Minnesota", ["MS"] = "Mississippi", ["MO"] = "Missouri", ["MT"] = "Montana", ["NE"] = "Nebraska", ["NV"] = "Nevada", ["NH"] = "New Hampshire", ["NJ"] = "New Jersey", ["NM"] = "New Mexico",
        ["NY"] = "New York", ["NC"] = "North Carolina", ["ND"] = "North Dakota", ["OH"] = "Ohio", ["OK"] = "Oklahoma", ["OR"] = "Oregon", ["PA"] = "Pennsylvania", ["RI"] = "Rhode Island", ["SC"] = "South Carolina",
        ["SD"] = "South Dakota", ["TN"] = "Tennessee", ["TX"] = "Texas", ["UT"] = "Utah", ["VT"] = "Vermont", ["VA"] = "Virginia", ["WA"] = "Washington", ["WV"] = "West Virginia", ["WI"] = "Wisconsin", ["WY"] = "Wyoming",
    }.ToFrozenDictionary();

    /// <summary>Whether a preposition before a name (and its article) says that something is, comes or goes there.</summary>
    public static bool IsThere(string? word) => word is not null && There.Contains(word);

    /// <summary>Whether a preposition says that something lies in the place itself.</summary>
    public static bool IsWithin(string? word) => word is not null && Within.Contains(word);

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
    public static bool IsDateline(string text, TextSpan name, int line)
    {
        if (name.Start != line) return false;
        var limit = Math.Min(text.Length, name.End + 60);
        var at = name.End;
        while (at < limit && text[at] is ' ' or '\u00A0') at++;
        if (at >= limit || text[at] is not (',' or '(' or '—' or '–' or '-')) return false;
        var after = text.AsSpan(name.End, limit - name.End);
        var dash = after.IndexOfAny('—', '–');
        if (dash < 0) dash = after.IndexOf("- ");
        if (dash < 0) dash = after.IndexOf("--");
        if (dash < 0) return false;
        var lower = 0;
        foreach (var word in after[..dash].Split(' '))
        {
            var part = after[word];
            if (part.Length > 0 && char.IsLower(part[0])) lower++;
        }

        return lower == 0 && after[..dash].IndexOf('\n') < 0;
    }

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
