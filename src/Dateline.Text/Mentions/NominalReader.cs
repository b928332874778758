using Dateline.Text.Lexicons;
using Dateline.Text.Syntax;
using Dateline.Text.Tokens;

namespace Dateline.Text.Mentions;

/// <summary>
/// Descriptions and pronouns: “the president of Niger”, “French troops”, “they”.
/// </summary>
internal sealed class NominalReader(ActorLexicon lexicon)
{
    private const int LongestPhrase = 40;

    /// <summary>Adds the nominal mentions of a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="tree">Its trees, downwards.</param>
    /// <param name="atoms">Its atoms.</param>
    /// <param name="owner">For each token the outermost name that covers it, or null: “French” in “French troops”.</param>
    public List<MentionDraft> Read(Document document, Dependents tree, AtomRow atoms, MentionDraft?[] owner)
    {
        var tokens = document.Tokens;
        var roles = lexicon.Roles(document.Language);
        var nominals = new List<MentionDraft>();
        var byHead = new Dictionary<int, MentionDraft>();
        Span<int> forms = stackalloc int[8];
        foreach (var sentence in tokens.Sentences)
        {
            var limit = atoms.AtomAt(sentence.End);
            for (var atom = atoms.AtomAt(sentence.First); atom < limit; atom++)
            {
                if (!atoms.Begins(atom) || owner[atoms.FirstToken(atom)] is { Word: not (ActorWord.Adjective or ActorWord.People) }) continue;
                var length = roles.Longest(atoms, atom, limit, forms, out var found);
                if (length == 0) continue;
                int first = atoms.FirstToken(atom), last = atoms.LastToken(atom + length - 1);
                var head = HeadOf(tokens, tree, first, last);
                if (head >= 0 && owner[head] is null)
                {
                    var draft = Make(document, tree, roles, forms[..found], first, last, head);
                    if (byHead.TryAdd(head, draft)) nominals.Add(draft);
                }

                atom += length - 1;
            }
        }

        // Modifiers that are roles themselves (“army spokesman”) are known only now.
        foreach (var nominal in nominals)
            Compose(document, tree, owner, byHead, nominal);
        nominals.RemoveAll(nominal => IsModifier(tokens, tree, byHead, nominal));
        return nominals;
    }

    /// <summary>The roles whose words stand inside names of bodies (“Ministry of Mines”); they tell what the body does.</summary>
    public List<MentionDraft> Inside(Document document, AtomRow atoms, List<MentionDraft> names)
    {
        var inside = new List<MentionDraft>();
        var roles = lexicon.Roles(document.Language);
        Span<int> forms = stackalloc int[8];
        foreach (var name in names)
        {
            if (name.IsInner || name.Entry is not null || name.Kind == MentionKind.Person) continue;
            var limit = atoms.AtomAt(name.End);
            for (var atom = atoms.AtomAt(name.First); atom < limit; atom++)
            {
                var length = roles.Longest(atoms, atom, limit, forms, out _);
                if (length == 0) continue;
                var first = atoms.FirstToken(atom);

                // “General Council”, “Secretary Club”: one person's rank inside a name says nothing of the body; “Prime Minister's Office” does.
                if (roles.Role(forms[0]).Kind == MentionKind.Person && !roles.IsPlural(forms[0]) && atoms.LastToken(atom + length - 1) is var behind && behind + 1 < name.End
                    && document.Tokens.CharsOf(behind + 1) is not ("'s" or "’s" or "'" or "’" or "of" or "de") && roles.Role(forms[0]).Key is "general" or "chief-generic" or "leader" or "official")
                {
                    atom += length - 1;
                    continue;
                }

                inside.Add(new MentionDraft { First = first, Count = atoms.LastToken(atom + length - 1) - first + 1, Role = roles.Role(forms[0]), Kind = roles.Role(forms[0]).Kind });
                atom += length - 1;
            }
        }

        return inside;
    }

    private MentionDraft Make(Document document, Dependents tree, RoleLexicon roles, ReadOnlySpan<int> forms, int first, int last, int head)
    {
        var tokens = document.Tokens;
        var form = forms[0];
        foreach (var other in forms)
        {
            if (roles.IsPlural(other) == ((tokens.Morphology[head] & Morphology.Plural) != Morphology.None)) form = other;
        }

        var role = roles.Role(form);
        var (start, end) = Phrase(tokens, tree, head, first, last);
        var draft = new MentionDraft
        {
            First = start,
            Count = end - start,
            Head = head,
            Sentence = tokens.SentenceOf[head],
            Kind = role.Kind,
            Level = MentionLevel.Nominal,
            Role = role,
            RoleTokens = (first, last),
            Sectors = role.Sectors,
            IsPlural = roles.IsPlural(form) && (role.Key is "army" or "police" or "security-forces" || (tokens.Morphology[head] & Morphology.Singular) == Morphology.None),
            Gender = (tokens.Morphology[head] & Morphology.Feminine) != Morphology.None ? 'f' : (tokens.Morphology[head] & Morphology.Masculine) != Morphology.None ? 'm' : GenderOf(tokens.CharsOf(last)),
        };
        ReadDeterminer(document, tree, draft);
        return draft;
    }

    private static char GenderOf(ReadOnlySpan<char> word) => word switch
    {
        "woman" or "girl" or "mother" or "wife" or "daughter" or "sister" or "queen" or "spokeswoman" or "policewoman" or "congresswoman" or "businesswoman" or "chairwoman" or "widow" or "nun" or "princess" => 'f',
        "man" or "boy" or "father" or "husband" or "son" or "brother" or "king" or "spokesman" or "policeman" or "congressman" or "businessman" or "gunman" or "chairman" or "prince" or "monk" => 'm',
        _ => '\0',
    };

    private void ReadDeterminer(Document document, Dependents tree, MentionDraft draft)
    {
        var tokens = document.Tokens;
        for (var child = tree.First(draft.Head); child >= 0; child = tree.Next(child))
        {
            var chars = tokens.CharsOf(child);
            switch (tokens.Relations[child].WithoutSubtype())
            {
                case Relation.Det:
                    if (IsOneOf(chars, "the", "this", "that", "these", "those", "le", "la", "les", "l'", "l’", "ce", "cet", "cette", "ces", "both")) draft.IsDefinite = true;
                    else if (IsOneOf(chars, "un", "une", "des", "a", "an", "some", "several", "another", "many", "no", "any", "plusieurs", "quelques", "aucun", "certains")) draft.IsIndefinite = true;
                    break;
                case Relation.Nummod:
                    draft.IsIndefinite = !draft.IsDefinite;
                    draft.IsPlural |= !IsOneOf(chars, "one", "un", "une", "1");
                    break;
                case Relation.Nmod when tokens.Relations[child] == Relation.NmodPoss:
                    draft.IsDefinite = true;
                    break;
                case Relation.Amod when lexicon.HasMark("former", chars):
                    draft.IsFormer = true;
                    break;
            }
        }

        // “ex-president”, and “former” where the tree hangs it elsewhere.
        if (draft.RoleTokens.First > 0)
        {
            var before = draft.RoleTokens.First - 1;
            if (tokens.CharsOf(before) is "-" && before > 0) before--;
            if (tokens.SentenceOf[before] == draft.Sentence && lexicon.HasMark("former", tokens.CharsOf(before))) draft.IsFormer = true;
        }

        if (draft.IsDefinite) draft.IsIndefinite = false;
    }

    private static bool IsOneOf(ReadOnlySpan<char> word, params ReadOnlySpan<string> list)
    {
        foreach (var entry in list)
        {
            if (word.Equals(entry, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    /// <summary>The country, body or other role that a description belongs to.</summary>
    private static void Compose(Document document, Dependents tree, MentionDraft?[] owner, Dictionary<int, MentionDraft> byHead, MentionDraft draft)
    {
        var tokens = document.Tokens;
        var best = 0;
        MentionDraft? role = null;
        for (var token = draft.RoleTokens.First; token <= draft.RoleTokens.Last; token++)
        {
            for (var child = tree.First(token); child >= 0; child = tree.Next(child))
            {
                if (child >= draft.RoleTokens.First && child <= draft.RoleTokens.Last) continue;
                var rank = RankOf(tokens, tree, child, draft);
                if (rank > 0 && byHead.TryGetValue(child, out var inner) && inner != draft && inner.Role is { Refers: not "country" }) role ??= inner;
                if (owner[child] is { } name) Take(name, rank);
                if (rank == 0) continue;
                // “Niger's and Mali's leaders”, “the army of the Malian state”: one step further down.
                for (var below = tree.First(child); below >= 0; below = tree.Next(below))
                {
                    if (tokens.Relations[below] is Relation.Amod or Relation.Compound or Relation.NmodPoss && owner[below] is { } nested) Take(nested, rank - 1);
                }
            }
        }

        // Trees err; a demonym or country directly before the role is hardly anything else than its modifier.
        if (draft.Block.Length == 0 && draft.Of is null && draft.RoleTokens.First > 0
            && owner[draft.RoleTokens.First - 1] is { Word: ActorWord.Adjective } beside && beside.Sentence == draft.Sentence) Take(beside, 1);
        if (document.Language == "fr" && draft.Block.Length == 0 && draft.Of is null && draft.RoleTokens.Last + 1 < tokens.Count
            && owner[draft.RoleTokens.Last + 1] is { Word: ActorWord.Adjective } after && after.Sentence == draft.Sentence) Take(after, 1);

        if (draft.Block.Length == 0 && draft.Of is null && best == 0) TakeBefore();

        // “union leaders”, “the leaders of the march”: only of a country or a region are they those who govern.
        if (draft.Block.Length == 0 && draft.Of is null && draft.Role!.Key is "leader" or "leadership" && !IsRegional(tokens, draft)) draft.Sectors = string.Empty;

        if (draft.Role!.Key is "spokesman" or "member" or "chief-generic" or "leader" && role is not null && draft.Of is null)
        {
            if (role.Role!.Sectors.Length > 0) draft.Sectors = role.Role.Sectors;
            if (draft.Block.Length == 0) draft.Block = role.Block;
        }

        // “a group of armed men”: men, whatever the word for their number.
        if (draft.Role.Key is "group" or "team" && role is { Role.Kind: MentionKind.Role or MentionKind.Person }) draft.Kind = MentionKind.Role;

        if (draft.IsFormer && draft.Sectors.Length > 0 && draft.Role.Kind == MentionKind.Person) draft.Sectors = "ELI";

        // “VHP international working president Asha Rao”: however the tree hangs them, the body before an office is whose it is.
        void TakeBefore()
        {
            if (draft.Role!.Kind != MentionKind.Person) return;
            for (var token = draft.RoleTokens.First - 1; token >= 0 && tokens.SentenceOf[token] == draft.Sentence && draft.RoleTokens.First - token <= 4; token--)
            {
                if (owner[token] is { Word: ActorWord.Name } name && (name.Kind is MentionKind.Organisation or MentionKind.Group || (token == draft.RoleTokens.First - 1 && name.Entry is { IsCountry: true })))
                {
                    Take(name, 1);
                    return;
                }

                if (tokens.Upos[token] is not (UniversalPos.Adj or UniversalPos.Noun)) return;
            }
        }

        void Take(MentionDraft name, int rank)
        {
            if (rank <= best) return;
            if (name.Entry is not { } entry)
            {
                // “the Milli Council president”: the office is that body's, of which no more is known.
                if (name is not { Kind: MentionKind.Organisation or MentionKind.Group } || !IsOfAnyBody(draft.Role!)) return;
                draft.Sectors = string.Empty;
                draft.IsOfUnknown = true;
                best = rank;
                return;
            }

            if (entry.IsCountry)
            {
                draft.Block = entry.Block;
                draft.Of = null;
            }
            else if (entry.Block.Length > 0 && entry.Kind is MentionKind.Organisation or MentionKind.Group or MentionKind.Place)
            {
                draft.Block = entry.Block;
                draft.Of = entry;
                if (entry.Sectors.Length > 0) draft.Sectors = entry.Sectors;
            }
            else return;
            draft.IsOfUnknown = false;
            best = rank;
        }
    }

    // “West African leaders”
    private static bool IsRegional(TokenSequence tokens, MentionDraft draft) =>
        draft.RoleTokens.First - 1 is var before and >= 0 && tokens.Upos[before] is UniversalPos.Adj or UniversalPos.Propn && tokens.SentenceOf[before] == draft.Sentence
        && tokens.CharsOf(before) is "African" or "Asian" or "European" or "American" or "Arab" or "Western" or "western" or "Gulf" or "Sahelian" or "world" or "regional";

    // Offices that states, parties, clubs and companies have alike.
    private static bool IsOfAnyBody(RoleEntry role) =>
        role.Key is "president" or "vice-president" or "leader" or "leadership" or "official" or "chief-generic" or "general" or "spokesman" or "member";

    /// <summary>How sure a dependent tells whose the role is: 0 not at all, 8 as a possessor.</summary>
    private static int RankOf(TokenSequence tokens, Dependents tree, int child, MentionDraft draft)
    {
        switch (tokens.Relations[child])
        {
            case Relation.NmodPoss: return 8;
            case Relation.Amod or Relation.Compound or Relation.NmodDesc or Relation.NmodUnmarked or Relation.Flat: return 6;
            case Relation.Nmod or Relation.Obl or Relation.OblArg or Relation.OblMod:
                var preposition = tree.Find(child, Relation.Case);
                if (preposition < 0) return tokens.Relations[child] == Relation.Nmod ? 4 : 0;
                var word = tokens.CharsOf(preposition);
                if (IsOneOf(word, "of", "for", "de", "d'", "d’", "du", "des")) return 4;
                // Troops in a country are often another's; its police, courts and people are not.
                if (IsOneOf(word, "in", "from", "across", "en", "à", "au", "dans") && tokens.Relations[child] == Relation.Nmod && draft.Role!.Sectors is not ("MIL" or "REB" or "UAF" or "PRM")) return 2;
                return 0;
            default: return 0;
        }
    }

    private static int HeadOf(TokenSequence tokens, Dependents tree, int first, int last)
    {
        var head = tree.HeadWithin(first, last - first + 1);
        return tokens.Upos[head] is UniversalPos.Noun or UniversalPos.Propn or UniversalPos.X or UniversalPos.Adj or UniversalPos.Sym
            && !(tokens.Upos[head] == UniversalPos.Adj && tokens.Relations[head] is Relation.Amod or Relation.Root or Relation.Acl or Relation.Conj) ? head : -1;
    }

    /// <summary>Whether a role only modifies another word: “government” in “government policy”, “police” in “police chief”.</summary>
    private static bool IsModifier(TokenSequence tokens, Dependents tree, Dictionary<int, MentionDraft> byHead, MentionDraft nominal)
    {
        if (tokens.Relations[nominal.Head] is not (Relation.Compound or Relation.Amod or Relation.Flat or Relation.NmodDesc)) return false;
        var head = tree.HeadOf(nominal.Head);
        return head >= 0 && tokens.Upos[head] != UniversalPos.Propn && (byHead.ContainsKey(head) || tokens.Relations[nominal.Head] is Relation.Compound or Relation.Amod);
    }

    /// <summary>The head's phrase without relative clauses, appositions and conjuncts.</summary>
    private static (int First, int End) Phrase(TokenSequence tokens, Dependents tree, int head, int roleFirst, int roleLast)
    {
        Span<bool> inside = stackalloc bool[2 * LongestPhrase + 1];
        var origin = head - LongestPhrase;
        Span<int> stack = stackalloc int[2 * LongestPhrase + 1];
        var depth = 0;
        stack[depth++] = head;
        inside[LongestPhrase] = true;
        while (depth > 0)
        {
            var token = stack[--depth];
            for (var child = tree.First(token); child >= 0; child = tree.Next(child))
            {
                if (child < origin || child - origin >= inside.Length || inside[child - origin]) continue;
                if (!Belongs(tokens.Relations[child], token == head) || depth == stack.Length) continue;
                inside[child - origin] = true;
                stack[depth++] = child;
            }
        }

        int first = Math.Min(head, roleFirst), last = Math.Max(head, roleLast);
        while (first > 0 && first - 1 >= origin && inside[first - 1 - origin] && tokens.SentenceOf[first - 1] == tokens.SentenceOf[head]) first--;
        while (last + 1 < tokens.Count && last + 1 - origin < inside.Length && inside[last + 1 - origin]) last++;
        while (last > head && tokens.Upos[last] == UniversalPos.Punct) last--;
        while (first < head && tokens.Upos[first] == UniversalPos.Punct) first++;
        return (first, last + 1);
    }

    private static bool Belongs(Relation relation, bool ofHead) => relation.WithoutSubtype() switch
    {
        Relation.Det or Relation.Amod or Relation.Nummod or Relation.Compound or Relation.Flat or Relation.Fixed or Relation.Goeswith or Relation.Nmod => relation != Relation.NmodUnmarked,
        Relation.Advmod or Relation.Punct => relation.WithoutSubtype() == Relation.Advmod || !ofHead,
        Relation.Case => !ofHead,
        Relation.Conj or Relation.Cc or Relation.Obl => !ofHead,
        _ => false,
    };
}
