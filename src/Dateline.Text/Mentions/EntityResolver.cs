using Dateline.Text.Lexicons;
using Dateline.Text.Syntax;
using Dateline.Text.Tokens;

namespace Dateline.Text.Mentions;

/// <summary>
/// Finds the entity of each name and description: exact names, acronyms, short forms, titles, appositions, predicate
/// nominatives, repeated and definite descriptions, in this order.
/// </summary>
/// <remarks>
/// A deterministic sieve after Lee et al. 2013 (“Deterministic coreference resolution based on entity-centric,
/// precision-ranked rules”), with the passes that news needs. Where two candidates are equally near nothing is linked.
/// </remarks>
internal sealed class EntityResolver(ActorLexicon lexicon, Document document, Dependents tree, List<MentionDraft> names, List<MentionDraft> nominals, MentionDraft?[] owner)
{
    private const int FarthestSentences = 12;

    private readonly TokenSequence _tokens = document.Tokens;
    private readonly DateOnly? _day = document.Time?.Date;
    private readonly Dictionary<string, int> _byName = new(StringComparer.Ordinal);
    private ActorEntry? _mainCountry;

    public EntityRegister Entities { get; } = new();

    public void Resolve()
    {
        FindMainCountry();
        ResolveNames();
        var attached = AttachTitlesAndAppositions();
        foreach (var nominal in nominals)
        {
            if (!attached.Contains(nominal)) ResolveNominal(nominal);
        }
    }

    private void FindMainCountry()
    {
        var counts = new Dictionary<ActorEntry, int>();
        var total = 0;
        foreach (var name in names)
        {
            if (CountryOf(name) is not { } country) continue;
            counts[country] = counts.GetValueOrDefault(country) + 1;
            total++;
        }

        foreach (var (country, count) in counts)
        {
            if (count >= 2 && count * 10 >= total * 6) _mainCountry = country;
        }
    }

    private static ActorEntry? CountryOf(MentionDraft name) => name.Entry is { IsCountry: true } entry ? entry : null;

    private void ResolveNames()
    {
        // Fuller names first, so that “Simardone” in a headline finds the man whom the text names in full.
        foreach (var name in names)
        {
            if (name.Entry is not null) name.Entity = EntityOf(name);
        }

        foreach (var name in names.Where(name => name is { Entry: null, IsInner: false }).OrderByDescending(name => name.Count).ThenBy(name => name.First))
            name.Entity = name.Count > 1 ? FullName(name) : ShortName(name);
        DefineAcronyms();
    }

    private int EntityOf(MentionDraft name)
    {
        var entry = name.Entry!;
        switch (name.Word)
        {
            case ActorWord.Seat: return Government(entry);
            case ActorWord.Capital when entry.IsCountry:
                if (!IsMetonym(name)) return Entities.Capital(entry, document.TextAt(SpanOf(name)));
                name.Kind = MentionKind.Organisation;
                return Government(entry);
            default: return Entities.Known(entry, _day);
        }
    }

    private int Government(ActorEntry country) =>
        Entities.Composed(country, new RoleEntry("government", "GOV", MentionKind.Organisation, true, true, "government"));

    /// <summary>Whether a capital acts, is spoken to, or stands in relations, as only a government does.</summary>
    private bool IsMetonym(MentionDraft name)
    {
        var head = tree.HeadOf(name.Head);
        if (head < 0) return false;
        // In a row of names (“Washington and Brussels”) all stand as the first does.
        var word = name.Head;
        for (var steps = 0; steps < 4 && head >= 0 && _tokens.Relations[word].WithoutSubtype() == Relation.Conj; steps++)
        {
            word = head;
            head = tree.HeadOf(word);
        }

        if (head < 0) return false;
        var lemma = LemmaOf(head);
        var preposition = tree.Find(word, Relation.Case);
        switch (_tokens.Relations[word])
        {
            case Relation.Nsubj or Relation.NsubjCaus:
                return _tokens.Upos[head] is UniversalPos.Verb or UniversalPos.Aux && lexicon.HasMark("acts", lemma);
            case Relation.OblAgent or Relation.ObjAgent:
                return true;
            case Relation.Obj or Relation.Iobj or Relation.NsubjPass:
                return lexicon.HasMark("told", lemma);
            case Relation.NmodPoss:
                return lexicon.HasMark("relates", lemma);
            case Relation.Nmod or Relation.Obl or Relation.OblArg when preposition >= 0:
                return _tokens.CharsOf(preposition) switch
                {
                    "by" or "par" => true,
                    "between" or "with" or "against" or "for" or "from" or "of" or "avec" or "entre" or "contre" or "de" or "pour" => lexicon.HasMark("relates", lemma),
                    _ => false,
                };
            default: return false;
        }
    }

    private ReadOnlySpan<char> LemmaOf(int token) => _tokens.Lemmas[token] is { Length: > 0 } lemma ? lemma : _tokens.CharsOf(token);

    private TextSpan SpanOf(MentionDraft draft) => _tokens.SpanOf(draft.First, draft.End - 1);

    private int FullName(MentionDraft name)
    {
        var key = KeyOf(name.First, name.End);
        if (_byName.TryGetValue(key, out var known)) return known;
        // “Rodriguez Porth” after “Jose Antonio Rodriguez Porth”: longer names have been read before.
        if (name.Kind is MentionKind.Person or MentionKind.Other && _byName.TryGetValue($"part {key}", out known) && known >= 0)
        {
            name.Kind = MentionKind.Person;
            return _byName[key] = known;
        }

        var last = Folding.Fold(_tokens.CharsOf(name.End - 1));
        // “President Ibrahim Traore” after “Capt. Ibrahim Traore”: a name within a name of the same person.
        if (name.Kind == MentionKind.Person && name.Count == 2 && _byName.TryGetValue($"{Folding.Fold(_tokens.CharsOf(name.First))} * {last}", out known) && known >= 0)
            return _byName[key] = known;
        var entity = Compose(name);
        _byName[key] = entity;
        if (name.Kind is MentionKind.Person)
        {
            Remember($"{Folding.Fold(_tokens.CharsOf(name.First))} * {last}", entity);
            Remember($"person {last}", entity);
            Remember($"person {Folding.Fold(_tokens.CharsOf(name.First))}", entity);
            RememberParts(name, entity);
        }
        else Remember($"body {Folding.Fold(_tokens.CharsOf(name.First))}", entity);
        return entity;
    }

    // A name over a line's end is the same name.
    private string KeyOf(int first, int end)
    {
        var key = Folding.Fold(_tokens.CharsOf(first));
        for (var token = first + 1; token < end; token++)
        {
            var joined = _tokens.SpanOf(token).Start == _tokens.SpanOf(token - 1).End;
            key = string.Concat(key, joined ? string.Empty : " ", Folding.Fold(_tokens.CharsOf(token)));
        }

        return key;
    }

    // Where people have two surnames, or two given names, any of them may stand alone later.
    private void RememberParts(MentionDraft name, int entity)
    {
        if (name.Count is < 3 or > 6) return;
        for (var first = name.First; first < name.End; first++)
        {
            if (first > name.First && first < name.End - 1 && _tokens.CharsOf(first).Length > 3) Remember($"person {Folding.Fold(_tokens.CharsOf(first))}", entity);
            for (var end = first + 2; end <= name.End; end++)
            {
                if (end - first < name.Count) Remember($"part {KeyOf(first, end)}", entity);
            }
        }
    }

    /// <summary>Keeps a short form; one that two entities share is nobody's.</summary>
    private void Remember(string key, int entity)
    {
        if (!_byName.TryGetValue(key, out var other)) _byName[key] = entity;
        else if (other != entity) _byName[key] = -1;
    }

    private int ShortName(MentionDraft name)
    {
        var word = Folding.Fold(_tokens.CharsOf(name.First));
        if (word.Length == 0) return -1;
        if (_byName.TryGetValue(word, out var known)) return known;
        if (name.Kind is MentionKind.Person or MentionKind.Other && _byName.TryGetValue($"person {word}", out known) && known >= 0)
        {
            name.Kind = MentionKind.Person;
            return _byName[word] = known;
        }

        if (name.Kind is MentionKind.Person or MentionKind.Other && KnownPerson(word) is var person and >= 0)
        {
            name.Kind = MentionKind.Person;
            return _byName[word] = person;
        }

        if (name.Kind is MentionKind.Organisation or MentionKind.Other && _byName.TryGetValue($"body {word}", out known) && known >= 0)
            return _byName[word] = known;
        return _byName[word] = Compose(name);
    }

    /// <summary>A person of the lexicon whom the document names in full and who bears this name.</summary>
    private int KnownPerson(string word)
    {
        var found = -1;
        for (var i = 0; i < Entities.Count; i++)
        {
            if (Entities[i].Entry is not { Kind: MentionKind.Person } person) continue;
            var last = person.Name.AsSpan(person.Name.LastIndexOf(' ') + 1);
            if (Folding.Fold(last) != word) continue;
            if (found >= 0) return -1;
            found = i;
        }

        return found;
    }

    /// <summary>Makes the entity of a name that no lexicon has; a role or country inside it gives its code.</summary>
    private int Compose(MentionDraft name)
    {
        ActorEntry? country = null, body = null;
        foreach (var inner in names)
        {
            if (!inner.IsInner || inner.First < name.First || inner.End > name.End) continue;
            if (inner.Entry is { IsCountry: true } entry) country ??= entry;
            else body ??= inner.Entry;
        }

        var role = name.Kind is MentionKind.Organisation or MentionKind.Group or MentionKind.Other or MentionKind.Facility ? RoleInside(name) : null;
        var text = document.TextAt(SpanOf(name));
        if (role is { IsUnique: true } && country is not null && role.Kind == MentionKind.Organisation) return Named(Entities.Composed(country, role));
        var index = Entities.Fresh(text, name.Kind);
        var entity = Entities[index];
        entity.IsNamed = true;
        entity.IsCollective = name.Kind is MentionKind.Organisation or MentionKind.Group;
        if (name.Kind == MentionKind.Person) entity.Gender = lexicon.GenderOfGivenName(_tokens.CharsOf(name.First)) is var gender and ('m' or 'f') ? gender : '\0';
        else if (name.Kind is MentionKind.Organisation or MentionKind.Group or MentionKind.Facility)
        {
            entity.Block = country?.Block ?? body?.Block ?? string.Empty;

            // “RSS workers”: those who work for a party are the party's, not labour's.
            entity.Sectors = role is { Kind: MentionKind.Role } && body is { Sectors.Length: > 0 } ? body.Sectors : role?.Sectors ?? string.Empty;
        }

        return index;
    }

    private int Named(int index)
    {
        Entities[index].IsNamed = true;
        return index;
    }

    private RoleEntry? RoleInside(MentionDraft name)
    {
        // Organisations are called after what they do: “Ministry of Mines”, “Farmers Union”, “High Court”.
        RoleEntry? best = null;
        foreach (var nominal in _insideNames)
        {
            if (nominal.First < name.First || nominal.End > name.End) continue;
            if (best is null || nominal.Role!.Kind == MentionKind.Organisation) best = nominal.Role;
        }

        return best;
    }

    private List<MentionDraft> _insideNames = [];

    /// <summary>Gives the roles whose words stand inside names; they are no mentions of their own.</summary>
    public void UseRolesInNames(List<MentionDraft> inside) => _insideNames = inside;

    /// <summary>“Economic Community (ECOWAS)”: what stands in brackets after a name is the same.</summary>
    private void DefineAcronyms()
    {
        var byFirst = new Dictionary<int, MentionDraft>();
        foreach (var name in names)
        {
            if (!name.IsInner) byFirst.TryAdd(name.First, name);
        }

        foreach (var name in names)
        {
            if (name.IsInner || name.End + 2 >= _tokens.Count || _tokens.CharsOf(name.End) is not ("(" or "[") || !byFirst.TryGetValue(name.End + 1, out var acronym)) continue;
            if (acronym.End >= _tokens.Count || _tokens.CharsOf(acronym.End) is not (")" or "]") || acronym.Entity == name.Entity || acronym.Count > 1) continue;
            if (!IsAcronymOf(_tokens.CharsOf(acronym.First), name)) continue;
            // The lexicon knows better what a name means than what an acronym does.
            var (from, to) = acronym.Entry is not null && name.Entry is null ? (name.Entity, acronym.Entity) : (acronym.Entity, name.Entity);
            foreach (var other in names)
            {
                if (other.Entity == from && (other.Entry is null || other.First >= name.First)) (other.Entity, other.Kind) = (to, Entities[to].Kind);
            }

            _byName[Folding.Fold(_tokens.CharsOf(acronym.First))] = to;
        }
    }

    private bool IsAcronymOf(ReadOnlySpan<char> acronym, MentionDraft name)
    {
        if ((AtomRow.ShapeOf(acronym) & AtomShape.Capital) == AtomShape.None || acronym.Length < 2 || name.Count < 2) return false;
        var at = 0;
        for (var token = name.First; token < name.End && at < acronym.Length; token++)
        {
            var initial = Folding.Fold(_tokens.CharsOf(token)[0]);
            if (initial == Folding.Fold(acronym[at])) at++;
        }

        return at >= 2 && at * 2 > acronym.Length;
    }

    /// <summary>“President X”, “X, the leader of Y”, “X is the leader of Y”: the description is the name's.</summary>
    private HashSet<MentionDraft> AttachTitlesAndAppositions()
    {
        var attached = new HashSet<MentionDraft>();
        foreach (var nominal in nominals)
        {
            if (NameBeside(nominal) is not { } name || name.Entity < 0 || nominal.IsPlural) continue;
            var entity = Entities[name.Entity];
            if (!Fits(nominal.Role!, entity)) continue;
            nominal.Entity = name.Entity;
            attached.Add(nominal);
            Tell(entity, nominal);
        }

        return attached;
    }

    private MentionDraft? NameBeside(MentionDraft nominal)
    {
        // A title directly before the name: “President Goita”, “le président Goïta”.
        var next = nominal.RoleTokens.Last + 1;
        if (next < _tokens.Count && owner[next] is { Kind: MentionKind.Person or MentionKind.Other } titled && titled.First == next && titled.Sentence == nominal.Sentence
            && nominal.Role!.Kind == MentionKind.Person && (tree.IsBelow(titled.Head, nominal.Head) || tree.IsBelow(nominal.Head, titled.Head))) return titled;
        if (_tokens.Relations[nominal.Head] == Relation.Appos && tree.HeadOf(nominal.Head) is var above and >= 0 && owner[above] is { } named) return named;
        for (var child = tree.First(nominal.Head); child >= 0; child = tree.Next(child))
        {
            if (_tokens.Relations[child] is Relation.Appos or Relation.Flat or Relation.FlatName && owner[child] is { } apposed) return apposed;
        }

        var copula = tree.Find(nominal.Head, Relation.Cop);
        if (copula >= 0 && !IsNegated(nominal.Head) && tree.Find(nominal.Head, Relation.Nsubj) is var subject and >= 0 && owner[subject] is { } predicated && predicated.Head == subject)
            return predicated;
        return null;
    }

    private bool IsNegated(int token)
    {
        for (var child = tree.First(token); child >= 0; child = tree.Next(child))
        {
            if ((_tokens.Morphology[child] & Morphology.Negative) != Morphology.None || _tokens.CharsOf(child) is "not" or "n't" or "pas" or "never" or "jamais") return true;
        }

        return false;
    }

    private static bool Fits(RoleEntry role, EntityDraft entity) => role.Kind switch
    {
        MentionKind.Person => entity.Kind is MentionKind.Person or MentionKind.Other,
        MentionKind.Organisation or MentionKind.Group or MentionKind.Role => entity.Kind is MentionKind.Organisation or MentionKind.Group or MentionKind.Other || (entity.Kind == MentionKind.Person && role.Sectors.Length > 0 && !role.IsCollective && !entity.IsKnown),
        MentionKind.Place => entity.Kind is MentionKind.Place or MentionKind.Other,
        _ => false,
    };

    /// <summary>What a title or apposition says of an entity stays with it; the lexicon's own word goes first.</summary>
    private void Tell(EntityDraft entity, MentionDraft nominal)
    {
        var role = nominal.Role!;
        if (!nominal.IsFormer && !entity.Roles.Contains(role.Key)) entity.Roles.Add(role.Key);
        if (entity.Kind == MentionKind.Other && role.Kind != MentionKind.Role) entity.Kind = role.Kind;
        if (entity.Gender == '\0') entity.Gender = nominal.Gender;

        // “former prime minister Shimon Peres”: without a day only the words tell that an office has ended.
        if (_day is null && nominal.IsFormer && entity is { IsKnown: true, Kind: MentionKind.Person, Sectors: "GOV" }) entity.Sectors = "ELI";
        if (entity.Kind == MentionKind.Place || entity is { IsKnown: true, Sectors.Length: > 0 }) return;
        if (entity.Block.Length == 0) entity.Block = nominal.Block.Length > 0 ? nominal.Block : role.IsUnique && nominal.Sectors.Length > 0 && !nominal.IsOfUnknown ? CountryNear(nominal)?.Block ?? string.Empty : string.Empty;
        if (entity.Sectors.Length == 0) entity.Sectors = nominal.Sectors;
    }

    private void ResolveNominal(MentionDraft nominal)
    {
        var role = nominal.Role!;
        if (nominal.Of is { } group && role.Refers is "group" or "gunmen" && nominal.Of.Kind == MentionKind.Group)
        {
            nominal.Entity = Entities.Known(group, _day);
            return;
        }

        if (nominal.IsFormer)
        {
            New(nominal);
            return;
        }

        // “the Gujarat government”: a name that is no country's makes it another government than the one spoken of.
        if (nominal.Block.Length == 0 && nominal.Of is null && role.Refers != "country" && (nominal.IsOfUnknown || HasForeignName(nominal)) && RegionOf(nominal) is null)
        {
            nominal.Entity = SameTitle(nominal) is var before and >= 0 ? before : -1;
            if (nominal.Entity < 0) New(nominal);
            return;
        }

        var country = nominal.Block.Length == 3 ? lexicon.Find(nominal.Block.ToLowerInvariant()) : null;
        if (country is not null && role.IsUnique && nominal.Of is null)
        {
            nominal.Entity = Holder(role, country.Block) is var holder and >= 0 ? holder : Entities.Composed(country, role);
            return;
        }

        // “Rebels … rebels”, “four gunmen … the gunmen”: armed men in one article are the same ones until it says otherwise.
        if (nominal.IsPlural && role.Sectors is "REB" or "UAF" or "CRM" or "PRM" or "SEP" && (nominal.IsDefinite || !nominal.IsIndefinite) && SameMen(nominal) is var men and >= 0)
        {
            nominal.Entity = men;
            return;
        }

        if (nominal.IsIndefinite || (nominal.IsPlural && !nominal.IsDefinite && role.Key is not ("army" or "authorities" or "police" or "security-forces")))
        {
            New(nominal);
            return;
        }

        if (nominal.Block.Length == 0 && (nominal.IsDefinite || role.IsUnique))
        {
            var linked = Antecedent(nominal);
            if (linked >= 0)
            {
                nominal.Entity = linked;
                return;
            }

            if (role.IsUnique && role.Sectors.Length > 0 && CountryNear(nominal) is { } near)
            {
                nominal.Entity = Holder(role, near.Block) is var holder and >= 0 ? holder : Entities.Composed(near, role);
                return;
            }
        }

        if (nominal.IsDefinite && SameDescription(nominal) is var same and >= 0)
        {
            nominal.Entity = same;
            return;
        }

        // “the country” that nothing before it explains stays open; “the gunmen” are somebody all the same.
        if (role.Sectors.Length > 0 || nominal.Block.Length > 0 || role.Kind is MentionKind.Facility or MentionKind.Other) New(nominal);
    }

    private bool HasForeignName(MentionDraft nominal)
    {
        for (var token = nominal.First; token < nominal.RoleTokens.First; token++)
        {
            if (_tokens.Upos[token] == UniversalPos.Propn && tree.HeadOf(token) >= nominal.First && tree.HeadOf(token) < nominal.End) return true;
        }

        return false;
    }

    private int SameTitle(MentionDraft nominal)
    {
        var title = Title(nominal);
        foreach (var other in nominals)
        {
            if (other.First >= nominal.First) break;
            if (other.Entity >= 0 && other.Role == nominal.Role && Title(other).Equals(title, StringComparison.OrdinalIgnoreCase)) return other.Entity;
        }

        return -1;
    }

    private int Holder(RoleEntry role, string block)
    {
        if (role.Kind != MentionKind.Person) return -1;
        var found = -1;
        for (var i = 0; i < Entities.Count; i++)
        {
            if (!Entities[i].IsNamed || Entities[i].Kind != MentionKind.Person || Entities[i].Block != block || !Entities[i].Roles.Contains(role.Key)) continue;
            if (found >= 0) return -1;
            found = i;
        }

        return found;
    }

    private string Title(MentionDraft nominal)
    {
        var first = nominal.First;
        while (first < nominal.Head && (_tokens.Upos[first] is UniversalPos.Det or UniversalPos.Pron or UniversalPos.Num or UniversalPos.Punct || IsQuantity(LemmaOf(first)))) first++;
        // A weapon is named by what it is, not by its strength or order: “the second powerful bomb”.
        if (nominal.Role!.Key == "weapon") first = Math.Max(first, nominal.RoleTokens.First);
        var end = Math.Min(nominal.End, first + 12);
        for (var token = nominal.Head + 1; token < end; token++)
        {
            if (_tokens.Relations[token] != Relation.Case || _tokens.CharsOf(token) is "of" or "de" or "des" or "du" or "d'" or "d’" or "'s" or "’s" or "'" or "’") continue;
            end = token;
            break;
        }

        return document.TextAt(_tokens.SpanOf(first, end - 1));
    }

    // How many they are is said of one telling, not of who they are.
    private static bool IsQuantity(ReadOnlySpan<char> lemma) =>
        lemma is "several" or "many" or "at" or "least" or "some" or "few" or "more" or "than" or "about" or "approximately" or "nearly" or "almost" or "over" or "most";

    private void New(MentionDraft nominal)
    {
        nominal.Entity = Entities.Fresh(Title(nominal), nominal.Kind);
        var entity = Entities[nominal.Entity];
        entity.Block = nominal.Block;
        if (entity.Block.Length == 0 && (nominal.Sectors.Length > 0 || nominal.Role!.Key is "leader") && !nominal.IsOfUnknown && !nominal.IsIndefinite && (nominal.IsDefinite || !nominal.IsPlural || nominal.Role!.IsUnique) && !HasForeignName(nominal) && nominal.Role!.Sectors is "GOV" or "MIL" or "COP" or "LEG" or "JUD" or "GOV MIL" or "OPP")
            entity.Block = CountryNear(nominal)?.Block ?? string.Empty;
        entity.Sectors = nominal.Sectors;
        // A bloc is a block of the code, not a sector of a country.
        if (entity.Sectors == "IGO") (entity.Block, entity.Sectors) = ("IGO", string.Empty);
        entity.IsPlural = nominal.IsPlural;
        entity.IsCollective = nominal.Role!.IsCollective;
        entity.Gender = nominal.Gender;
        entity.Roles.Add(nominal.Role.Key);
    }

    /// <summary>The country that a description without one belongs to: the only one near, else the one the text is about.</summary>
    private ActorEntry? CountryNear(MentionDraft nominal)
    {
        ActorEntry? near = null;
        var several = false;
        foreach (var name in names)
        {
            if (name.First >= nominal.First || name.Sentence < nominal.Sentence - 1 || CountryOf(name) is not { } country) continue;

            // “the Rwanda scheme”, “the Afghanistan war”: what is called after a country is not that country's.
            if (name.Word == ActorWord.Name && IsTopicOf(name)) continue;

            // “at a summit in Indonesia. The prime minister …”: where something took place is not whose minister he is.
            if (name.Sentence != nominal.Sentence && name.Word == ActorWord.Name && _tokens.Relations[name.Head].WithoutSubtype() is Relation.Obl or Relation.Nmod
                && tree.Find(name.Head, Relation.Case) is var preposition and >= 0 && _tokens.CharsOf(preposition) is "in" or "at" or "to" or "from" or "near" or "into") continue;
            if (near is not null && near != country) several = true;
            near = country;
        }

        if (_mainCountry is not null && (several || near is null)) return _mainCountry;

        // Told of one country in an article about another: it may be either's.
        if (several || (_mainCountry is not null && near != _mainCountry && !IsDoer(near!, nominal))) return null;
        return near;
    }

    private bool IsTopicOf(MentionDraft name) =>
        _tokens.Relations[name.Head].WithoutSubtype() is Relation.Compound or Relation.Nmod && tree.HeadOf(name.Head) is var thing and >= 0
        && _tokens.Upos[thing] == UniversalPos.Noun && tree.Find(name.Head, Relation.Case) < 0 && nominals.TrueForAll(role => role.Head != thing);

    // “Chad said the government …”: whoever acts in the sentence is spoken of.
    private bool IsDoer(ActorEntry country, MentionDraft nominal)
    {
        foreach (var name in names)
        {
            if (name.First < nominal.First && name.Sentence == nominal.Sentence && CountryOf(name) == country && _tokens.Relations[name.Head].WithoutSubtype() is Relation.Nsubj or Relation.Obl) return true;
        }

        return false;
    }

    /// <summary>What “the president”, “the bloc”, “the country” takes up; -1 when nothing or too much fits.</summary>
    private int Antecedent(MentionDraft nominal)
    {
        var role = nominal.Role!;
        if (nominal.IsPlural || role.Refers.Length == 0) return -1;

        // “the transport secretary” is not any secretary of whom the text has told.
        if (role is { Refers: "person", IsUnique: false } && IsNarrowed(nominal)) return SameTitle(nominal);
        var region = role.Refers == "country" ? RegionOf(nominal) : null;
        int best = -1, bestScore = int.MinValue;
        var tie = false;
        foreach (var name in names)
        {
            if (name.First >= nominal.First || name.Sentence < nominal.Sentence - FarthestSentences || name.Entity < 0) continue;
            if (nominal.First <= name.First && name.End <= nominal.End) continue;
            if (!CanBe(role, Entities[name.Entity], name, region)) continue;
            var score = -10 * (nominal.Sentence - name.Sentence) + (IsSubject(name.Head) ? 4 : 0);
            if (name.Entity == best)
            {
                bestScore = Math.Max(bestScore, score);
                continue;
            }

            if (score > bestScore) (best, bestScore, tie) = (name.Entity, score, false);
            else if (score == bestScore) tie = true;
        }

        return tie || (role.Refers == "group" && bestScore < -20) ? -1 : best;
    }

    private bool IsNarrowed(MentionDraft nominal)
    {
        for (var token = nominal.First; token < nominal.RoleTokens.First; token++)
        {
            if (_tokens.Upos[token] is UniversalPos.Noun or UniversalPos.Propn) return true;
        }

        return false;
    }

    /// <summary>“West African” in “the West African country”, or null.</summary>
    private string? RegionOf(MentionDraft nominal)
    {
        var text = document.TextAt(_tokens.SpanOf(nominal.First, nominal.RoleTokens.First));
        string? region = null;
        foreach (var word in Regions)
        {
            if (text.Contains(word, StringComparison.Ordinal) && (region is null || word.Length > region.Length)) region = word;
        }

        return region;
    }

    private static readonly string[] Regions =
    [
        "West African", "East African", "Central African", "North African", "Southern African", "African", "Sahel", "Middle Eastern", "Gulf", "Arab", "South Asian", "Southeast Asian",
        "East Asian", "Central Asian", "Asian", "European", "Balkan", "Baltic", "Nordic", "Scandinavian", "Latin American", "South American", "Central American", "Andean", "Caribbean", "Pacific",
        "Himalayan", "Horn of Africa", "Caucasus",
    ];

    private static bool CanBe(RoleEntry role, EntityDraft entity, MentionDraft name, string? region) => role.Refers switch
    {
        "country" => entity.Entry is { IsCountry: true } country && name.Word == ActorWord.Name && (region is null || country.Regions.Contains(region)),
        "person" => entity.Kind == MentionKind.Person && entity.Roles.Contains(role.Key),
        "bloc" => entity.Kind == MentionKind.Organisation && entity.Block is "IGO" or "UNO" or "EUR",
        "group" => role.Sectors.Length == 0
            ? entity.Kind == MentionKind.Group && entity.IsNamed
            : entity.Kind == MentionKind.Group && entity.IsNamed && role.IsCollective,
        "government" or "ministry" or "army" or "police" or "parliament" => entity.Roles.Contains(role.Key),
        "company" => entity.IsNamed && entity.Sectors == "BUS" && role.Key == "business",
        "party" => entity.IsNamed && entity.Sectors == "PTY",
        "court" => entity.IsNamed && entity.Sectors == "JUD",
        "agency" => entity.IsNamed && entity.Kind == MentionKind.Organisation && entity.Sectors is "SPY" or "UNO",
        "capital" => entity.Roles.Contains("capital"),
        _ => false,
    };

    private bool IsSubject(int token) => _tokens.Relations[tree.FirstConjunct(token)].WithoutSubtype() == Relation.Nsubj;

    /// <summary>Armed men described before: by the same word, or, for “the gunmen”, by any word for such men.</summary>
    private int SameMen(MentionDraft nominal)
    {
        MentionDraft? last = null;
        foreach (var other in nominals)
        {
            if (other.First >= nominal.First) break;
            if (other.Entity < 0 || !other.IsPlural || other.Of != nominal.Of || other.Role is not { Sectors: "REB" or "UAF" or "CRM" or "PRM" or "SEP" } role) continue;
            if (nominal.Block.Length > 0 && other.Block.Length > 0 && other.Block != nominal.Block) continue;
            var same = LemmaOf(other.Head).Equals(LemmaOf(nominal.Head), StringComparison.OrdinalIgnoreCase);
            if (same || (nominal.IsDefinite && nominal.Role!.Refers is "gunmen" or "group" && nominal.Sentence - other.Sentence <= FarthestSentences && role.Sectors == nominal.Role.Sectors)) last = other;
        }

        return last?.Entity ?? -1;
    }

    /// <summary>The last description with the same head, such as “the gunmen” after “four gunmen”.</summary>
    private int SameDescription(MentionDraft nominal)
    {
        MentionDraft? last = null;
        foreach (var other in nominals)
        {
            if (other.First >= nominal.First) break;
            if (other.Entity < 0 || other.Role != nominal.Role || other.IsPlural != nominal.IsPlural || nominal.Sentence - other.Sentence > FarthestSentences) continue;
            if (other.IsFormer || (nominal.Block.Length > 0 && other.Block.Length > 0 && other.Block != nominal.Block) || other.Of != nominal.Of) continue;
            if (!LemmaOf(other.Head).Equals(LemmaOf(nominal.Head), StringComparison.OrdinalIgnoreCase)) continue;
            last = other;
        }

        return last?.Entity ?? -1;
    }
}
