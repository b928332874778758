using System.Collections.Frozen;
using Dateline.Text.Mentions;
using Dateline.Text.Tokens;

namespace Dateline.Text.Places;

/// <summary>
/// Finds names of places and says which place is meant.
/// </summary>
/// <remarks>
/// <para>Works on tokens and sentences alone; where names have been found, they decide what is a person or an organisation.
/// A name that several places share goes to the one that the text's own places speak for: “Paris, Texas”, a country or
/// division that the text names, its demonyms; failing that, to the largest. Other places of the name are kept as alternatives.</para>
/// <para>Linear in the text. Stateless and safe for all threads.</para>
/// </remarks>
public sealed class PlaceAnnotator : IAnnotator
{
    private const int LongestName = 6;
    private const int MostAlternatives = 5;

    // Below this number of people a bare word is rather something else than the town of that name.
    private const long Well = 100_000;
    private const long Small = 15_000;
    private const long Hamlet = 4_000;

    private static readonly FrozenSet<string> Connectors = FrozenSet.Create("of", "the", "de", "del", "la", "el", "al", "and", "upon", "on", "da", "do", "du", "des", "ez", "le", "les", "d", "di", "d'", "d’", "l'", "l’", "au", "sur", "en", "am", "in", "a");

    private static readonly FrozenSet<string> Locative = FrozenSet.Create(
        "in", "at", "from", "near", "to", "outside", "around", "of", "into", "across", "toward", "towards", "through", "via", "between", "north", "south", "east", "west", "northern", "southern",
        "eastern", "western", "central", "and", "à", "en", "au", "aux", "de", "dans", "vers", "près", "depuis", "for", "throughout", "inside", "within", "downtown", "over", "visit", "visiting", "leave", "left", "reached");

    private static readonly FrozenSet<string> Titles = FrozenSet.Create(
        "mr", "mrs", "ms", "dr", "president", "minister", "gen", "general", "sen", "senator", "rep", "gov", "governor", "judge", "justice", "prof", "professor", "sir", "lord", "lady", "king", "queen",
        "prince", "princess", "captain", "capt", "col", "colonel", "sgt", "sergeant", "lt", "pope", "saint", "coach", "chancellor", "secretary", "m", "mme", "jean", "john", "david", "michael", "james",
        "robert", "mary", "peter", "paul", "george", "william", "thomas", "sarah", "chris", "mark", "kevin", "brian", "jack", "charles", "joe", "jim", "tom", "bill", "andrew", "daniel", "richard", "steve", "scott");

    // What follows a place's name when the whole is the name of a body, an event or a thing.
    private static readonly FrozenSet<string> BodyWords = FrozenSet.Create(
        "post", "times", "university", "college", "institute", "school", "hospital", "bank", "court", "herald", "tribune", "journal", "football", "club", "united", "fc", "press", "review", "street", "road",
        "avenue", "square", "group", "company", "corp", "inc", "ltd", "association", "council", "police", "department", "ministry", "party", "league", "cup", "commission", "union", "army", "force", "forces",
        "accord", "agreement", "convention", "protocol", "treaty", "award", "prize", "news", "daily", "radio", "airlines", "airways", "stock", "exchange", "museum", "gazette", "center", "centre", "academy", "foundation");

    private static readonly FrozenSet<string> AreaWords = FrozenSet.Create("county", "province", "district", "governorate", "prefecture", "region", "state", "island", "islands", "valley", "river", "parish", "oblast");

    // Bodies and people of a place, whose name is that place's: the name stands for those who run it.
    private static readonly FrozenSet<string> CivicWords = FrozenSet.Create(
        "police", "department", "council", "mayor", "governor", "attorney", "government", "authorities", "parliament", "senate", "assembly", "fire", "sheriff", "prosecutor", "prosecutors", "ministry", "legislature", "senator",
        "congressman", "congresswoman", "councillor", "public", "ambassador", "consul", "residents", "supreme", "high", "state");

    private static readonly FrozenSet<string> SpeechVerbs = FrozenSet.Create(
        "said", "says", "announced", "announces", "warned", "warns", "accused", "accuses", "denied", "denies", "condemned", "condemns", "urged", "urges", "rejected", "rejects", "agreed", "agrees", "vowed",
        "demanded", "demands", "insisted", "insists", "signed", "vetoed", "imposed", "imposes", "lifted", "recognised", "recognized", "withdrew", "claims", "claimed", "threatened", "threatens", "called",
        "calls", "wants", "wanted", "hopes", "believes", "expelled", "pledged", "offered", "sent", "plans", "decided", "refused", "refuses", "supports", "supported", "backed", "backs", "opposes", "opposed");

    // Common words, first names and days that are towns somewhere too.
    private static readonly FrozenSet<string> NoTowns = FrozenSet.Create(
        "of", "reading", "nice", "this", "the", "and", "but", "for", "not", "you", "see", "are", "was", "his", "her", "our", "they", "most", "many", "some", "more", "best", "independence", "police", "university",
        "man", "men", "young", "new", "old", "may", "march", "april", "june", "august", "sunday", "monday", "friday", "saturday", "media", "data", "bank", "mobile", "orange", "ford", "lincoln", "jackson", "johnson",
        "clinton", "bush", "trump", "obama", "brown", "green", "white", "black", "king", "queen", "prince", "hope", "liberty", "union", "centre", "center", "south", "north", "east", "west", "central", "same", "male",
        "date", "home", "house", "street", "major", "general", "along", "how", "why", "when", "where", "who", "what", "date", "as", "at", "an", "on", "to", "in", "is", "it", "no", "so", "up", "us", "we", "me", "he",
        "by", "or", "if", "be", "do", "go", "god", "san", "santa", "saint", "los", "las", "bay", "lake", "mount", "sea", "island", "park", "hall", "church", "school", "college", "bill", "will", "mary", "martin", "scott",
        "david", "george", "charles", "thomas", "moses", "marina", "chance", "victory", "eagle", "florence nightingale", "federal", "republic", "democrat", "congress", "senate", "parliament", "justice", "energy", "american",
        "english", "march", "spring", "summer", "winter", "price", "plant", "battle", "born", "dead", "safe", "true", "real", "east end", "west end", "champion", "imperial", "bath", "ripe", "wells", "most", "boo", "split",
        "tours", "lens", "nancy", "angers", "bar", "banks", "mission", "normal", "surprise", "paradise", "zone", "power", "christian", "muslim", "islam", "roman", "asian", "anna", "elizabeth", "santiago", "victor",
        "kent", "gore", "mason", "wilson", "taylor", "hamilton", "douglas", "nelson", "franklin", "jefferson", "washington post", "roma", "barry", "aged", "enterprise", "progress", "century", "star", "sun", "moon", "golden",
        "commerce", "industry", "agency", "opera", "beauty", "joy", "honor", "bethlehem steel", "early", "both", "other", "after", "before", "since", "while", "during", "under", "over", "here", "there", "then", "now", "today",
        "eu", "arab", "miss", "wash", "mass", "ark", "mo", "la", "le", "les", "un", "une", "des", "du", "il", "elle", "ce", "cette", "dans", "pour", "avec", "sur", "par", "mais", "comme", "plus", "tous", "selon", "ville", "pays");

    private readonly Gazetteer _gazetteer;

    /// <summary>Reads with one gazetteer.</summary>
    public PlaceAnnotator(Gazetteer gazetteer)
    {
        ArgumentNullException.ThrowIfNull(gazetteer);
        _gazetteer = gazetteer;
    }

    /// <inheritdoc/>
    public string Name => "places";

    /// <inheritdoc/>
    public Layers Reads => Layers.Tokens | Layers.Sentences;

    /// <inheritdoc/>
    public Layers Writes => Layers.Places;

    private sealed class Candidate(int first, int count, List<GazetteerPlace> places)
    {
        public int First { get; } = first;
        public int Count { get; } = count;
        public List<GazetteerPlace> Places { get; } = places;
        public bool Led { get; init; }

        /// <summary>Whether something is said to be in it: “in”, “near”, the head of a dispatch.</summary>
        public bool Within { get; init; }

        /// <summary>Whether it names the body of a place: “Boise Police”.</summary>
        public bool Civic { get; init; }

        /// <summary>A building or street that the text sets in the place whose candidate this is.</summary>
        public bool Inherits { get; init; }
        public bool Named { get; init; }
        public GazetteerPlace? Chosen { get; set; }
        public int End => First + Count;
    }

    /// <inheritdoc/>
    public void Annotate(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var tokens = document.Tokens;
        var evidence = new Dictionary<string, int>();
        var candidates = Candidates(document, evidence);
        // Countries and divisions that the text names speak for the places in them.
        foreach (var candidate in candidates)
        {
            foreach (var place in candidate.Places)
            {
                if (place.Precision == PlacePrecision.Country && place.Country is { } country) Count(evidence, country, 2);
                else if (place.Feature == "ADM1") Count(evidence, $"{place.Country} {place.Name}", 2);
                else if (candidate.Places.Count == 1 && place.Population >= Well && place.Country is { } home) Count(evidence, home, 1);
            }
        }

        var mentions = new List<PlaceMention>();
        var others = new List<IReadOnlyList<GazetteerPlace>>(candidates.Count);
        for (var i = 0; i < candidates.Count; i++)
        {
            Choose(candidates[i], ContainerOf(tokens, candidates, i), evidence, out var alternatives);
            others.Add(alternatives);
        }

        var town = TownOfText(tokens, candidates, evidence);
        for (var i = 0; i < candidates.Count; i++)
        {
            var candidate = candidates[i];
            if (!Believed(tokens, candidate, ContainerOf(tokens, candidates, i), evidence)) continue;
            if (candidate.Places.Count == 0) candidate.Chosen = HolderOf(tokens, candidates, i) ?? (candidate.Inherits ? town : null);
            mentions.Add(new PlaceMention(tokens.SpanOf(candidate.First, candidate.End - 1), candidate.Chosen, others[i], candidate.Civic || Metonymic(tokens, candidate)));
        }

        document.Places = mentions;
    }

    private static Candidate? ContainerOf(TokenSequence tokens, List<Candidate> candidates, int index) =>
        index + 1 < candidates.Count && Contains(tokens, candidates[index], candidates[index + 1]) ? candidates[index + 1] : null;

    private static void Count(Dictionary<string, int> evidence, string key, int by) => evidence[key] = evidence.GetValueOrDefault(key) + by;

    private List<Candidate> Candidates(Document document, Dictionary<string, int> evidence)
    {
        var tokens = document.Tokens;
        var blocked = Blocked(document, out var named);
        var candidates = new List<Candidate>();
        var found = new List<GazetteerPlace>();
        foreach (var sentence in tokens.Sentences)
        {
            for (var i = sentence.First; i < sentence.End;)
            {
                if (!IsCapital(tokens, i) || (blocked?[i] ?? false))
                {
                    i++;
                    continue;
                }

                if (_gazetteer.CountryOfDemonym(tokens.CharsOf(i)) is { } people) Count(evidence, people, 1);
                if (NamedSpots.StateAt(tokens, sentence, i, out var width) is { } state && StatesOf(state) is { Count: > 0 } states)
                {
                    candidates.Add(new Candidate(i, width, states) { Led = true });
                    i += width;
                    continue;
                }

                if (NamedSpots.LengthAt(tokens, sentence, i) is var spot and > 0 && !IsListed(document, i, spot))
                {
                    candidates.Add(new Candidate(i, spot, []) { Led = true, Inherits = true });
                    i += spot;
                    continue;
                }

                var count = 0;
                for (var length = Math.Min(LongestName, sentence.End - i); length > 0; length--)
                {
                    if (!CanEnd(tokens, i, length)) continue;
                    var span = tokens.SpanOf(i, i + length - 1);
                    if (span.Length > PlaceKey.Longest) continue;
                    found.Clear();
                    if (_gazetteer.Find(span.In(document.Text), found) == 0 || !SpeltAs(span.In(document.Text))) continue;
                    count = length;
                    break;
                }

                // “Scott County”: an area of its own, though no entry has it.
                var area = i + Math.Max(count, 1);
                if (area < sentence.End && IsCapital(tokens, area) && Lower(tokens, area) is { } next && AreaWords.Contains(next) && i > sentence.First | count > 0
                    && !NoTowns.Contains(Lower(tokens, i) ?? "") && next is "county" or "province" or "district" or "governorate" or "prefecture" or "parish" or "oblast")
                {
                    candidates.Add(new Candidate(i, area + 1 - i, []) { Led = true });
                    i = area + 1;
                    continue;
                }

                if (count == 0)
                {
                    var unlisted = NoTowns.Contains(Lower(tokens, i) ?? "") ? 0 : NamedSpots.SettlementAt(tokens, sentence, i, token => IsArea(tokens, sentence, token), heads => NamedSpots.IsDateline(document.Text, tokens.SpanOf(i, heads - 1), sentence.Span.Start));
                    if (unlisted > 0) candidates.Add(new Candidate(i, unlisted, []) { Led = true });
                    i += Math.Max(1, unlisted);
                    continue;
                }

                var isNamed = named?[i] ?? false;
                var heads = i == sentence.First && NamedSpots.IsDateline(document.Text, tokens.SpanOf(i, i + count - 1), sentence.Span.Start);
                var civic = i + count < sentence.End && IsCapital(tokens, i + count) && CivicWords.Contains(Lower(tokens, i + count) ?? "") && Lower(tokens, i + count) != "state";
                if (isNamed || heads || civic || !InOtherName(tokens, sentence, i, count, found))
                {
                    candidates.Add(new Candidate(i, count, [.. found])
                    {
                        Led = isNamed || heads || civic || LedIn(tokens, sentence, i),
                        Named = isNamed,
                        Within = heads || WithinAt(tokens, sentence, i),
                        Civic = civic,
                    });
                }

                i += count;
            }
        }

        return candidates;
    }

    private List<GazetteerPlace> StatesOf(string name)
    {
        var found = new List<GazetteerPlace>();
        _gazetteer.Find(name, found);
        found.RemoveAll(place => place.Feature != "ADM1" || place.Country is not ("USA" or "CAN"));
        return found;
    }

    /// <summary>Whether the gazetteer has the whole name, which then is read as any other.</summary>
    private bool IsListed(Document document, int first, int count)
    {
        var span = document.Tokens.SpanOf(first, first + count - 1);
        return span.Length <= PlaceKey.Longest && _gazetteer.Knows(span.In(document.Text));
    }

    /// <summary>Whether a country, a division or the short form of a state stands at a token.</summary>
    private bool IsArea(TokenSequence tokens, Sentence sentence, int token)
    {
        if (NamedSpots.StateAt(tokens, sentence, token, out _) is not null) return true;
        if (!IsCapital(tokens, token) || tokens.CharsOf(token).Length > PlaceKey.Longest) return false;
        var found = new List<GazetteerPlace>();
        _gazetteer.Find(tokens.CharsOf(token), found);
        return found.Exists(place => place.Precision == PlacePrecision.Country || place.Feature == "ADM1");
    }

    private static bool WithinAt(TokenSequence tokens, Sentence sentence, int first)
    {
        var before = first - 1;
        if (before >= sentence.First && Lower(tokens, before) is "the" or "central" or "downtown" or "northern" or "southern" or "eastern" or "western" or "nearby") before--;
        if (before < sentence.First) return false;
        return NamedSpots.IsWithin(Lower(tokens, before)) || (before > sentence.First && Lower(tokens, before) is "of" && NamedSpots.IsSettlement(Lower(tokens, before - 1)));
    }

    /// <summary>Which tokens stand in names of persons and bodies, and which in names of places; both null where no names were found.</summary>
    private static bool[]? Blocked(Document document, out bool[]? named)
    {
        named = null;
        if (!document.Has(Layers.Names) || document.Names.Count == 0) return null;
        var blocked = new bool[document.Tokens.Count];
        named = new bool[document.Tokens.Count];
        foreach (var name in document.Names)
        {
            var target = name.Kind switch
            {
                MentionKind.Person or MentionKind.Organisation or MentionKind.Group or MentionKind.Other => blocked,
                MentionKind.Place or MentionKind.Facility => named,
                _ => null,
            };
            // “Boise Police Department” begins with the place whose body it is.
            if (name.Kind == MentionKind.Organisation && IsCivic(document.Tokens, name)) target = null;
            target?.AsSpan(name.First, name.Count).Fill(true);
        }

        return blocked;
    }

    private static bool IsCivic(TokenSequence tokens, NameSpan name)
    {
        for (var i = name.First + 1; i < name.First + name.Count; i++)
        {
            if (Lower(tokens, i) is { } word && CivicWords.Contains(word)) return true;
        }

        return false;
    }

    private static bool IsCapital(TokenSequence tokens, int i) => tokens.CharsOf(i) is { Length: > 0 } chars && char.IsUpper(chars[0]);

    private static string? Lower(TokenSequence tokens, int i)
    {
        if (i < 0 || i >= tokens.Count) return null;
        var chars = tokens.CharsOf(i);
        return chars.Length is 0 or > 24 ? null : chars.ToString().ToLowerInvariant();
    }

    private static bool CanEnd(TokenSequence tokens, int first, int length)
    {
        var last = tokens.CharsOf(first + length - 1);
        if (length > 1 && !char.IsUpper(last[0]) && last is not ("region" or "state")) return false;
        for (var i = first + 1; i < first + length - 1; i++)
        {
            var chars = tokens.CharsOf(i);
            if (char.IsUpper(chars[0]) || chars is "-" or "'" or "’" or "," or "." or "&") continue;
            if (!Connectors.Contains(chars.ToString())) return false;
        }

        return true;
    }

    /// <summary>Short names are written in capitals: “US” is a country and “Us” is not.</summary>
    private static bool SpeltAs(ReadOnlySpan<char> name)
    {
        if (name.Length > 3 && name.IndexOf('.') < 0) return true;
        var letters = 0;
        foreach (var c in name)
        {
            if (char.IsLower(c) && name.Length <= 2) return false;
            if (char.IsLetter(c)) letters++;
        }

        return letters >= 2;
    }

    private static bool LedIn(TokenSequence tokens, Sentence sentence, int first)
    {
        var before = first - 1;
        if (before >= sentence.First && Lower(tokens, before) == "the") before--;
        return before >= sentence.First && Lower(tokens, before) is { } word && Locative.Contains(word);
    }

    /// <summary>Whether the name is part of a longer one: a person's, a paper's, a university's.</summary>
    private bool InOtherName(TokenSequence tokens, Sentence sentence, int first, int count, List<GazetteerPlace> places)
    {
        var well = places.Exists(p => p.Precision is PlacePrecision.Country or PlacePrecision.Region);
        var after = first + count;
        if (after < sentence.End && IsCapital(tokens, after) && !AllCapitals(tokens, first) && Lower(tokens, after) is { } next)
        {
            if (BodyWords.Contains(next)) return true;
            // Another capital word without a comma: “Paris Hilton”; but “Aleppo Syria”, “Kidal Tuesday” are two names.
            if (!IsLarge(tokens.CharsOf(after)) && !well && next.Length > 1 && !IsDay(next) && !AreaWords.Contains(next)) return true;
        }

        var before = first - 1;
        if (before < sentence.First || !IsCapital(tokens, before) || AllCapitals(tokens, first)) return false;
        if (Lower(tokens, before) is not { } previous) return false;
        if (Titles.Contains(previous.TrimEnd('.'))) return true;
        if (Locative.Contains(previous) || Connectors.Contains(previous) || NoTowns.Contains(previous) || IsDay(previous)) return false;
        // A capital word before that is no place: a first name, save at the head of a sentence.
        return !well && !_gazetteer.Knows(tokens.CharsOf(before)) && _gazetteer.CountryOfDemonym(tokens.CharsOf(before)) is null && (before > sentence.First || previous.Length > 2);
    }

    /// <summary>Whether a name is that of a country, a region or a large town.</summary>
    private bool IsLarge(ReadOnlySpan<char> name)
    {
        var places = new List<GazetteerPlace>();
        _gazetteer.Find(name, places);
        return places.Exists(p => p.Precision is PlacePrecision.Country or PlacePrecision.Region || p.Population >= 10 * Well);
    }

    private static bool AllCapitals(TokenSequence tokens, int i)
    {
        var chars = tokens.CharsOf(i);
        foreach (var c in chars)
        {
            if (char.IsLower(c)) return false;
        }

        return chars.Length > 3;
    }

    private static bool IsDay(string word) => word.EndsWith("day", StringComparison.Ordinal);

    /// <summary>“Paris, Texas”; “Goma in the Congo”; “Timbuktu (Mali)”.</summary>
    private static bool Contains(TokenSequence tokens, Candidate inner, Candidate outer)
    {
        if (outer.First - inner.End is < 1 or > 2 || outer.Places.Count == 0) return false;
        if (tokens.CharsOf(inner.End) is not ("," or "(")) return false;
        return outer.Places.Exists(o => o.Precision is PlacePrecision.Country or PlacePrecision.Region && inner.Places.Exists(i => Lies(i, o)));
    }

    private static bool Lies(GazetteerPlace inner, GazetteerPlace outer) =>
        outer.Precision == PlacePrecision.Country ? inner.Country == outer.Country && inner.Precision != PlacePrecision.Country
        : outer.Feature == "ADM1" && inner.Country == outer.Country && (inner.Admin1 == outer.Name || (inner.Admin1 is null && inner.Precision == PlacePrecision.Town));

    /// <summary>What a spot of no list is said to lie in: “Central Hospital in Shelby”, “Xara, Texas”.</summary>
    private static GazetteerPlace? HolderOf(TokenSequence tokens, List<Candidate> candidates, int index)
    {
        var spot = candidates[index];
        if (index + 1 >= candidates.Count) return null;
        var next = candidates[index + 1];
        if (next.First - spot.End > 2 || tokens.SentenceOf[next.First] != tokens.SentenceOf[spot.First] || next.Places.Count == 0) return null;
        return tokens.CharsOf(spot.End) is "in" or "," or "(" or "at" or "near" or "à" ? next.Chosen : null;
    }

    /// <summary>The one town that a text is about, if it is about one: named again and again, with hardly another beside it.</summary>
    private static GazetteerPlace? TownOfText(TokenSequence tokens, List<Candidate> candidates, Dictionary<string, int> evidence)
    {
        var counts = new Dictionary<GazetteerPlace, int>();
        var all = 0;
        for (var i = 0; i < candidates.Count; i++)
        {
            if (candidates[i].Chosen is not { Precision: PlacePrecision.Town } place || !Believed(tokens, candidates[i], ContainerOf(tokens, candidates, i), evidence)) continue;
            counts[place] = counts.GetValueOrDefault(place) + 1;
            all++;
        }

        foreach (var (place, count) in counts)
        {
            if (count * 10 >= all * 6) return place;
        }

        return null;
    }

    private static void Choose(Candidate candidate, Candidate? container, Dictionary<string, int> evidence, out IReadOnlyList<GazetteerPlace> alternatives)
    {
        if (candidate.Places.Count == 0)
        {
            alternatives = [];
            return;
        }

        var ranked = candidate.Places
            .Select(place => (Place: place, Score: Score(place, container, evidence)))
            .OrderByDescending(x => x.Score).ThenBy(x => x.Place.GazetteerId, StringComparer.Ordinal).ToList();
        candidate.Chosen = ranked[0].Place;
        alternatives = [.. ranked.Skip(1).Take(MostAlternatives).Select(x => x.Place)];
    }

    private static double Score(GazetteerPlace place, Candidate? container, Dictionary<string, int> evidence)
    {
        var score = place.Precision switch
        {
            PlacePrecision.Country => 7.5,
            PlacePrecision.Region => 6.9,
            _ => Math.Log10(place.Population + 10.0),
        };
        if (place.Feature == "PPLC") score += 0.7;
        else if (place.Feature == "PPLA") score += 0.3;
        if (place.Country is { } country && place.Precision != PlacePrecision.Country)
            score += Math.Min(2.0, 0.8 * Math.Log2(1 + evidence.GetValueOrDefault(country)));
        if (place.Precision == PlacePrecision.Country && place.Country is { } own && evidence.GetValueOrDefault(own) <= 2) score -= 0.2;
        if (place.Admin1 is { } admin && evidence.ContainsKey($"{place.Country} {admin}")) score += 1.5;
        if (container is not null && container.Places.Exists(o => Lies(place, o))) score += 8;
        return score;
    }

    /// <summary>Whether the words are a place at all.</summary>
    private static bool Believed(TokenSequence tokens, Candidate candidate, Candidate? container, Dictionary<string, int> evidence)
    {
        if (candidate.Chosen is not { } place || container is not null) return true;
        if (place.Precision is PlacePrecision.Country or PlacePrecision.Region or PlacePrecision.District) return true;
        if (candidate.Count == 1 && Lower(tokens, candidate.First) is { } word && NoTowns.Contains(word)) return false;
        if (candidate.Named) return true;
        var known = place.Country is { } country && evidence.GetValueOrDefault(country) >= 2;
        var several = candidate.Count > 1;
        if (place.Population >= 10 * Well) return true;
        if (place.Population >= Well) return candidate.Led || known || several;
        if (place.Population >= Small) return candidate.Within || (candidate.Led && known) || (several && (candidate.Led || known)) || (known && place.Feature.StartsWith("PPLA", StringComparison.Ordinal));
        return candidate.Led && (known || (candidate.Within && place.Population >= Hamlet));
    }

    /// <summary>Whether the name does what only a government does: it speaks, signs, sanctions.</summary>
    private static bool Metonymic(TokenSequence tokens, Candidate candidate)
    {
        if (candidate.Chosen is not { } place || (place.Precision != PlacePrecision.Country && place.Feature != "PPLC")) return false;
        var before = Lower(tokens, candidate.First - 1);
        if (before is not null && Locative.Contains(before) && before != "and") return false;
        var next = candidate.End;
        if (Lower(tokens, next) is "has" or "had" or "have" or "also" or "will" or "would") next++;
        return Lower(tokens, next) is { } verb && SpeechVerbs.Contains(verb);
    }
}
