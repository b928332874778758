using Dateline.Chronology.Events;
using Dateline.Chronology.Extraction.Acts;
using Dateline.Chronology.Extraction.Clauses;
using Dateline.Text;
using Dateline.Text.Mentions;
using Dateline.Text.Syntax;

namespace Dateline.Chronology.Extraction.Parties;

/// <summary>Turns the words in a frame's slots into parties: full noun phrases, one for each conjunct.</summary>
internal sealed class PartyFinder(SentenceTree tree, ActLexicon lexicon, MentionIndex mentions)
{
    private const int MaxParties = 40;

    private readonly PronounLinks _pronouns = new(tree, lexicon, mentions);
    private readonly PairLinks _pairs = new(tree, mentions);

    // The row of an “and” that ends the phrase being added on its left.
    private int _joint = -1;

    /// <summary>Whether where a party is belongs to its name, as of those who are helped, asked or blamed.</summary>
    public bool KeepsPlaces { get; set; }

    /// <summary>Whether a row of names that the tree breaks off is read on by its words.</summary>
    public bool KeepsRows { get; set; }

    /// <summary>Finds the parties in the first slots that hold any who can act.</summary>
    /// <param name="clause">The predicate with what stands around it.</param>
    /// <param name="slots">Slots in order of preference.</param>
    /// <param name="found">Receives the parties; is emptied first.</param>
    public void FindActing(Clause clause, ActSlot[] slots, FoundParties found) => Fill(clause, slots, found, Wanting.Acting);

    /// <summary>Finds the parties in the first slots that hold any; somebody or some place goes before a thing in an earlier slot.</summary>
    /// <param name="clause">The predicate with what stands around it.</param>
    /// <param name="slots">Slots in order of preference.</param>
    /// <param name="found">Receives the parties; is emptied first.</param>
    /// <param name="takesDeeds">Whether an act may be what is acted upon: “condemned the attack”.</param>
    public void FindAny(Clause clause, ActSlot[] slots, FoundParties found, bool takesDeeds)
    {
        Fill(clause, slots, found, Wanting.Known);
        if (found.Count == 0) Fill(clause, slots, found, takesDeeds ? Wanting.Anything : Wanting.Things);
    }

    /// <summary>Adds whoever the word and its conjuncts name, if they can act or are a known place.</summary>
    public void AddKnown(Clause? clause, int token, FoundParties found, PartyRoute route)
    {
        AddAll(found, token, Wanting.Known, clause);
        if (found.Count > 0 && found.Route == PartyRoute.None) found.Route = route;
    }

    /// <summary>Adds a territory, which may be “parts of” one.</summary>
    public void AddTerritory(Clause? clause, int token, FoundParties found)
    {
        Add(found, token, asModifier: false, clause);
        AddConjuncts(found, token, Wanting.Known, clause, 0);
    }

    /// <summary>Whether the word says too little to be a party: “permission”, “access”.</summary>
    public bool IsVoid(int token) => lexicon.Class("void").Contains(tree.LemmaOf(token)) || IsAbstract(token);

    /// <summary>Whether the word can name a doer.</summary>
    public bool CanAct(int token)
    {
        if (mentions.At(token) is { } mention)
        {
            if (mention.Level == MentionLevel.Pronoun) return tree.LemmaOf(token) is not "it" || mention.Entity >= 0;
            if (mention.Kind is MentionKind.Person or MentionKind.Organisation or MentionKind.Group or MentionKind.Nationality or MentionKind.Role or MentionKind.Place)
                return true;
        }

        switch (tree.PosOf(token))
        {
            case UniversalPos.Propn: return true;
            case UniversalPos.Pron when IsThose(token): return true;
            case UniversalPos.Pron: return tree.LemmaOf(token) is "he" or "she" or "they" or "we" or "I" or "i" or "you" or "some" or "other" or "many" or "both" or "ils" or "il" or "elle" or "nous" or "on" or "eux" or "lui" or "certains" or "plusieurs" or "tous" or "celui" || tree.LemmaOf(token) is "it";
        }

        var lemma = tree.LemmaOf(token);
        if (lexicon.Class("agent").Contains(lemma) || IsAcronym(token)) return true;
        if (lexicon.Class("quantifier").Contains(lemma) || tree.PosOf(token) == UniversalPos.Num)
        {
            foreach (var child in tree.ChildrenOf(token))
            {
                if (tree.RelationOf(child) == Relation.Nmod && tree.PrepositionOf(child) is "of" or "de") return CanAct(child);
            }

            return tree.PosOf(token) == UniversalPos.Num;
        }

        // “the wounded”, “the poor”
        if (tree.PosOf(token) == UniversalPos.Adj) return tree.ExactChild(token, Relation.Det) >= 0;

        // “the president's office”, “Trump's campaign”: somebody's own arm acts for him.
        if (lexicon.Class("arm").Contains(lemma) && OwnerOf(token) >= 0) return true;
        return mentions.NameAround(token) is { Kind: not (MentionKind.Other or MentionKind.Place) } name && name.Head == token;
    }

    /// <summary>Whether the word names somebody, or a place that can be acted upon.</summary>
    public bool IsKnown(int token) => CanAct(token) || mentions.At(token) is not null || mentions.PlaceAt(token) is not null || mentions.NameAround(token) is { } name && name.Head == token;

    /// <summary>Whether somebody known to the lexicons, or at least a name, stands in the party.</summary>
    public bool IsNamed(int token) => tree.PosOf(token) == UniversalPos.Propn || mentions.At(token) is { Level: MentionLevel.Name } || mentions.NameAround(token) is not null;

    /// <summary>Whether the word stands for an act, aid, a measure or the like, which suffers nothing.</summary>
    public bool IsDeed(int token)
    {
        var lemma = tree.LemmaOf(token);
        if (mentions.At(token) is not null) return false;
        return lexicon.Class("unaffected").Contains(lemma) || lexicon.EntryOf(lemma) is { } entry && entry.FramesOf(ActWord.Noun).Length > 0;
    }

    /// <summary>
    /// Whoever stands behind a decision, request or deed: its possessor, its “by”, who filed it, the people before it; -1 when nobody.
    /// </summary>
    public int BehindOf(int token, bool takesOf)
    {
        var possessor = tree.ExactChild(token, Relation.NmodPoss);
        if (possessor >= 0 && (tree.PosOf(possessor) != UniversalPos.Pron || _pronouns.Antecedent(possessor) >= 0) && CanAct(possessor)) return possessor;
        var modifier = -1;
        foreach (var child in tree.ChildrenOf(token))
        {
            switch (tree.RelationOf(child))
            {
                case Relation.Nmod when child > token:
                    var preposition = tree.PrepositionOf(child);
                    if ((preposition is "by" or "from" or "par" || (takesOf && preposition is "of" or "de")) && CanAct(child) && mentions.TimeAt(child) is null) return child;

                    // “offers for talks by the government”
                    foreach (var below in tree.ChildrenOf(child))
                    {
                        if (below > child && tree.RelationOf(below) == Relation.Nmod && tree.PrepositionOf(below) is "by" or "par" && CanAct(below)) return below;
                    }

                    break;
                case Relation.Acl or Relation.AclRelcl or Relation.Ccomp when tree.LemmaOf(token) is "claim" or "allegation" or "report" or "accusation" or "suspicion" && tree.IsVerb(child):
                    // “claims that two soldiers stole fuel”
                    if (tree.Child(child, Relation.Nsubj) is var accused and >= 0 && CanAct(accused) && tree.PosOf(accused) != UniversalPos.Pron) return accused;
                    break;
                case Relation.Acl when tree.IsVerb(child) && VerbClause.IsPassive(tree, child):
                    foreach (var inner in tree.ChildrenOf(child))
                    {
                        if (tree.RelationOf(inner) is Relation.OblAgent or Relation.Obl or Relation.OblArg && tree.PrepositionOf(inner) is "by" or "par" && CanAct(inner)) return inner;
                    }

                    break;
                case Relation.Amod or Relation.Compound or Relation.NmodDesc or Relation.NmodUnmarked when child < token && modifier < 0 && IsBehindModifier(child):
                    modifier = child;
                    break;
            }
        }

        return modifier;
    }

    /// <summary>Reads a modifier of a noun as a party: “Israeli”, “rebel”, the “Saudi” of “Saudi-led”.</summary>
    public void AddModifier(int token, FoundParties found) => Add(found, token, asModifier: true, clause: null);

    /// <summary>The first modifier of a noun predicate that can be its doer, or -1.</summary>
    public int ActingModifier(List<int> modifiers)
    {
        foreach (var modifier in modifiers)
        {
            if (IsActingModifier(modifier)) return modifier;

            // “a Saudi-led strike”
            if (tree.LemmaOf(modifier) is not ("lead" or "led" or "claim" or "claimed")) continue;
            foreach (var child in tree.ChildrenOf(modifier))
            {
                if (child < modifier && IsActingModifier(child)) return child;
            }
        }

        return -1;
    }

    private enum Wanting : byte
    {
        Acting,
        Known,
        Things,
        Anything,
    }

    private void Fill(Clause clause, ActSlot[] slots, FoundParties found, Wanting wanting)
    {
        found.Clear();
        foreach (var slot in slots)
        {
            if (slot.Function == ActFunction.Modifier)
            {
                if (ActingModifier(clause.Modifiers) is var modifier and >= 0) AddModifier(modifier, found);
                found.Route = PartyRoute.Modifier;
            }
            else if (slot.Function == ActFunction.Preposition)
            {
                foreach (var (name, token) in clause.Obliques)
                {
                    if (name == slot.Preposition) AddAll(found, token, wanting, clause);
                    if (found.Count > 0) break;
                }

                found.Route = PartyRoute.Beside;
            }
            else if (FrameMatcher.Fill(tree, clause, slot) is var token and >= 0)
            {
                if (slot.Function == ActFunction.Subject && clause.MoreSubjects is { } more)
                {
                    foreach (var other in more) AddAll(found, other, wanting, clause);
                }

                AddAll(found, token, wanting, clause);
                found.Route = slot.Function switch
                {
                    ActFunction.Subject when clause.IsSubjectInherited || (clause.LightVerb >= 0 && tree.HeadOf(token) != clause.LightVerb) => PartyRoute.Inherited,
                    ActFunction.Subject when clause.IsPassive => PartyRoute.Agent,
                    ActFunction.Possessor or ActFunction.ObjectPossessor => PartyRoute.Possessor,
                    _ => PartyRoute.Beside,
                };
            }

            if (found.Count > 0) return;
        }

        found.Route = PartyRoute.None;
    }

    private bool Fits(int token, Wanting wanting) => wanting switch
    {
        Wanting.Acting => CanAct(token),
        Wanting.Known => IsKnown(token),
        Wanting.Things => !IsDeed(token),
        _ => true,
    };

    private void AddAll(FoundParties found, int token, Wanting wanting, Clause? clause)
    {
        token = RelationalNoun.Target(tree, token);
        if (mentions.TimeAt(token) is not null || IsState(token) || (wanting != Wanting.Anything && IsAbstract(token))) return;
        var joint = JointBefore(token);
        if (joint >= 0) AddBefore(found, token, joint, wanting);
        else if (SharedBefore(token) is (var sharer and >= 0, var last))
        {
            AddSharer(found, token, sharer);
            joint = last - 1;
        }

        var splits = SplitsBelow(token);
        if (splits >= 0)
        {
            // A phrase that a pronoun stands for lies in no clause at hand.
            clause ??= new Clause { Predicate = token };
            LiftConjuncts(splits, clause);
        }

        _joint = joint;
        if (Fits(token, wanting) && !IsDateline(token)) Add(found, token, asModifier: false, clause);
        _joint = -1;
        if (splits >= 0) AddShared(found, token, splits, clause!);
        AddConjuncts(found, token, wanting, clause, 0);
        if (KeepsRows && wanting != Wanting.Acting && found.Count > 0) AddRow(found, token, clause);
    }

    private void AddRow(FoundParties found, int token, Clause? clause)
    {
        int first = found.Parties[0].Span.End, last = first;
        foreach (var party in found.Parties) last = Math.Max(last, party.Span.End);
        if (clause is { IsPassive: true } && token < clause.Predicate)
        {
            var start = tree.Tokens.FirstAtOrAfter(found.Parties[0].Span.Start);
            if (start > tree.Sentence.First && start < tree.Sentence.End) AddEach(found, clause, NameRow.Before(tree, mentions, start));
            return;
        }

        AddAfter(found, clause, first);
        if (last > first) AddAfter(found, clause, last);
    }

    private void AddAfter(FoundParties found, Clause? clause, int end)
    {
        var next = tree.Tokens.FirstAtOrAfter(end);
        if (next <= tree.Sentence.First || next >= tree.Sentence.End) return;
        AddEach(found, clause, NameRow.After(tree, mentions, next - 1));
    }

    private void AddEach(FoundParties found, Clause? clause, List<int> heads)
    {
        foreach (var head in heads)
        {
            if (IsKnown(head) || lexicon.Class("target").Contains(tree.LemmaOf(head)) || lexicon.Class("property").Contains(tree.LemmaOf(head)) || lexicon.Class("territory").Contains(tree.LemmaOf(head)))
                Add(found, head, asModifier: false, clause);
        }
    }

    private void AddConjuncts(FoundParties found, int token, Wanting wanting, Clause? clause, int depth)
    {
        if (depth > 12) return;
        foreach (var child in tree.ChildrenOf(token))
        {
            switch (tree.RelationOf(child))
            {
                case Relation.Conj when tree.IsNominal(child):
                    if (tree.Child(child, Relation.Nsubj) >= 0 || (tree.PosOf(child) == UniversalPos.Adj && wanting == Wanting.Acting && !CanAct(child))) continue;
                    if (Fits(child, wanting) && mentions.TimeAt(child) is null && !IsAbstract(child)) Add(found, child, asModifier: false, clause);
                    AddConjuncts(found, child, wanting, clause, depth + 1);
                    break;

                // “opposition leader John Banda and his party”: the second hangs on the name.
                case Relation.Appos or Relation.Flat when child == token + 1:
                    AddConjuncts(found, child, wanting, clause, depth + 1);
                    break;

                // “Chad, Niger, Togo sign”: a parser may take the second country for an apposition, but no country is another.
                case Relation.Appos when IsOtherCountry(token, child) || IsEnumerated(token, child):
                    Add(found, child, asModifier: false, clause);
                    AddConjuncts(found, child, wanting, clause, depth + 1);
                    break;
            }
        }
    }

    // “le Burkina Faso, le Mali et le Niger”: a parser may take the second of three names for a name of the first.
    private bool IsEnumerated(int token, int child) =>
        child > token && tree.PosOf(token) == UniversalPos.Propn && tree.PosOf(child) == UniversalPos.Propn && tree.ExactChild(child, Relation.Conj) >= 0;

    private bool IsOtherCountry(int token, int apposed) =>
        mentions.EntityOf(mentions.At(token)) is { Kind: MentionKind.Place, Country: { } one, Sector: null, IsKnown: true } first && first.Name.Length > 0
        && mentions.EntityOf(mentions.At(apposed)) is { Kind: MentionKind.Place, Country: { } other, Sector: null, IsKnown: true } && one != other;

    // “PATNA: The coal minister …”, “Mali: army says …”: a place before a colon says where or about what, not who.
    private bool IsDateline(int token)
    {
        if (mentions.NameAround(token) is not { Kind: MentionKind.Place or MentionKind.Organisation } name || mentions.PlaceAt(token) is null || name.First != tree.Sentence.First) return false;
        var next = name.First + name.Count;
        return next < tree.Sentence.End && tree.Tokens.CharsOf(next) is ":";
    }

    private TextSpan PhraseSpan(int token, Clause? clause)
    {
        var (first, last) = PartyPhrase.RowsOf(tree, lexicon, mentions, token, clause?.Lifted, CanAct(token), KeepsPlaces);

        // “Tuesday's decision”: the day is no part of the phrase, nor is what joined it.
        if (first < last && tree.Tokens.CharsOf(first) is "'s" or "’s" or "'" or "’") first++;

        // “The Malian army and allied fighters”: a parser may hang the first article on the second noun.
        if (clause?.MoreSubjects is { } more && more.Contains(token) && first - 1 >= tree.Sentence.First && tree.RelationOf(first - 1) == Relation.Det) first--;
        return tree.Tokens.SpanOf(_joint >= first && _joint < token ? _joint + 1 : first, last);
    }

    // “The Malian army and allied fighters”: a parser may take the first for a modifier of the second. The row of “and”, or -1.
    private int JointBefore(int token)
    {
        var joint = -1;
        foreach (var child in tree.ChildrenOf(token))
        {
            if (child >= token) break;
            if (tree.RelationOf(child) == Relation.Cc && tree.LemmaOf(child) is "and" or "et") joint = child;
        }

        return joint;
    }

    // “British and EU negotiators”, “Russia and Turkey's ministers”: two who share one noun, the first and the second.
    private (int First, int Second) SharedBefore(int token)
    {
        if (!tree.Has(token, Morphology.Plural) || tree.PosOf(token) != UniversalPos.Noun) return (-1, -1);
        foreach (var child in tree.ChildrenOf(token))
        {
            if (child >= token) break;
            if (tree.RelationOf(child) is not (Relation.Amod or Relation.Compound or Relation.NmodPoss or Relation.NmodDesc or Relation.NmodUnmarked) || !IsActingName(child)) continue;
            if (tree.ExactChild(child, Relation.Conj) is var other and >= 0 && other > child && other < token && IsActingName(other) && other > tree.Sentence.First && tree.RelationOf(other - 1) == Relation.Cc) return (child, other);
        }

        return (-1, -1);
    }

    private bool IsActingName(int token) =>
        mentions.At(token) is { Level: MentionLevel.Name, Kind: MentionKind.Nationality or MentionKind.Place or MentionKind.Organisation or MentionKind.Group } || (tree.PosOf(token) == UniversalPos.Propn && mentions.TimeAt(token) is null);

    private void AddSharer(FoundParties found, int head, int sharer)
    {
        if (!CanAct(head)) return;
        var mention = mentions.At(sharer);
        var span = mention is not null && mention.Head == sharer ? mention.Span : tree.Tokens.SpanOf(sharer);
        if (Overlaps(found, span)) return;
        var country = mentions.EntityOf(mention)?.Code;
        var sector = mentions.EntityOf(mentions.At(head))?.Sector;
        found.Add(new Party(span, mention?.Entity ?? -1, country is { Length: 3 } && sector is not null ? $"{country} {sector}" : country ?? sector), sharer);
    }

    private void AddBefore(FoundParties found, int token, int joint, Wanting wanting)
    {
        foreach (var child in tree.ChildrenOf(token))
        {
            if (child >= joint) break;
            if (tree.RelationOf(child) is not (Relation.Compound or Relation.NmodDesc or Relation.NmodUnmarked) || child + 1 != joint) continue;
            if (tree.PosOf(child) is UniversalPos.Noun or UniversalPos.Propn && Fits(child, wanting)) Add(found, child, asModifier: false, clause: null);
        }
    }

    // “the leaders of Algeria and Tunisia”: as many leaders as countries. The row of the first country, or -1.
    private int SplitsBelow(int token)
    {
        if (!tree.Has(token, Morphology.Plural) || tree.PosOf(token) != UniversalPos.Noun) return -1;
        foreach (var child in tree.ChildrenOf(token))
        {
            if (tree.RelationOf(child) != Relation.Nmod || child < token || tree.PrepositionOf(child) is not ("of" or "from" or "de")) continue;
            if (!IsOwner(child) || !CanAct(token) || !HasFurtherOwner(child)) return -1;
            return child;
        }

        return -1;
    }

    private bool HasFurtherOwner(int owner)
    {
        foreach (var child in tree.ChildrenOf(owner))
        {
            if (IsFurtherOwner(owner, child) || tree.RelationOf(child) == Relation.Conj) return true;
        }

        return false;
    }

    private bool IsOwner(int token) => mentions.At(token) is { Level: MentionLevel.Name, Kind: MentionKind.Place or MentionKind.Organisation or MentionKind.Group };

    private void LiftConjuncts(int first, Clause clause)
    {
        foreach (var child in tree.ChildrenOf(first))
        {
            if (IsFurtherOwner(first, child)) clause.Lift(child);
        }
    }

    // A parser may hang the third country on the second.
    private void AddShared(FoundParties found, int head, int first, Clause clause, int depth = 0)
    {
        if (depth > 12) return;
        var sector = mentions.EntityOf(mentions.At(head))?.Sector;
        foreach (var child in tree.ChildrenOf(first))
        {
            if (!IsFurtherOwner(first, child)) continue;
            LiftConjuncts(child, clause);
            var mention = mentions.At(child);
            if (mentions.EntityOf(mention) is not { Kind: MentionKind.Place, Sector: null, Code: { } country } || sector is null)
            {
                Add(found, child, asModifier: false, clause);
            }
            else
            {
                var span = PhraseSpan(child, clause);
                if (!Overlaps(found, span)) found.Add(new Party(span, mention!.Entity, $"{country} {sector}"), child);
            }

            AddShared(found, head, child, clause, depth + 1);
        }
    }

    private bool IsFurtherOwner(int owner, int child) =>
        IsOwner(child) && (tree.RelationOf(child) == Relation.Conj || (tree.RelationOf(child) == Relation.Appos && (IsOtherCountry(owner, child) || IsEnumerated(owner, child))));

    private void Add(FoundParties found, int token, bool asModifier, Clause? clause)
    {
        if (found.Count >= MaxParties) return;
        if (tree.PosOf(token) is UniversalPos.Pron && tree.LemmaOf(token) is "that" or "which" or "what" or "there" or "this" or "qui" or "que" or "en" or "y" or "ce" or "cela" or "dont" or "où" or "quoi" or "ceci" or "soi" && !IsThose(token)) return;
        if (tree.PosOf(token) is UniversalPos.Pron or UniversalPos.Det)
        {
            var antecedent = _pronouns.Antecedent(token);
            if (antecedent >= 0)
            {
                found.IsLinked = true;
                AddAll(found, antecedent, Wanting.Anything, clause: null);
                return;
            }
        }

        if (_pairs.Of(token) is { } pair)
        {
            var phrase = PhraseSpan(token, clause);
            if (Overlaps(found, phrase)) return;
            found.IsLinked = true;
            found.Add(new Party(phrase, -1, pair), token);
            return;
        }

        var mention = mentions.At(token) ?? (asModifier ? mentions.NameAround(token) : null);
        if (mention is { Level: MentionLevel.Name, Entity: >= 0 } && mention.Kind is MentionKind.Other && !asModifier && NameInside(token) is { } named) mention = named;
        if (mention is { Level: MentionLevel.Pronoun, Entity: >= 0 } && NameBefore(mention) is { } name)
        {
            found.IsLinked = true;

            // “The leaders of Chad and Togo said that they …”: they are both countries'.
            if (name.Head < token && SplitsBelow(name.Head) >= 0) AddAll(found, name.Head, Wanting.Anything, clause: null);
            else if (!Overlaps(found, name.Span)) found.Add(new Party(name.Span, name.Entity, mentions.EntityOf(name)?.Code), name.Head);
            return;
        }

        var span = asModifier && mention is not null && mention.First + mention.Count <= tree.Sentence.End ? mention.Span
            : asModifier ? tree.Tokens.SpanOf(token)
            : tree.RelationOf(token) == Relation.Compound ? ReceiverSpan(token)
            : PhraseSpan(token, clause);
        if (!asModifier && NameBehind(token, span) is { } bearer) (span, mention) = (TextSpan.Union(span, bearer.Span), bearer);
        if (Overlaps(found, span)) return;
        mention ??= InnerMention(token);
        if (_joint >= 0 && _joint < token && CountryBefore(token) is { } country)
        {
            // “Kenyan and Ugandan negotiators”: those after “and” are not the first country's.
            var sector = mentions.EntityOf(mention)?.Sector;
            found.Add(new Party(span, -1, sector is null ? country : $"{country} {sector}"), token);
            return;
        }

        found.Add(new Party(span, mention?.Entity ?? -1, CodeOf(mention) ?? (asModifier ? null : ComposedCode(token))), token);
    }

    // “granted the Kenyan government permission”: the words before the receiver hang on the thing that it receives.
    private TextSpan ReceiverSpan(int token)
    {
        var (first, last) = NounPhrase.RowsOf(tree, token, null, isSomebody: true);
        var head = tree.HeadOf(token);
        while (first - 1 >= tree.Sentence.First && tree.HeadOf(first - 1) == head && tree.RelationOf(first - 1) is Relation.Det or Relation.Amod or Relation.NmodPoss) first--;
        return tree.Tokens.SpanOf(first, last);
    }

    // Where a pronoun's entity has a name in the same sentence, the name says more.
    private Mention? NameBefore(Mention pronoun)
    {
        Mention? name = null;
        foreach (var mention in mentions.Within(tree.Sentence.First, pronoun.First))
        {
            if (mention.Entity == pronoun.Entity && mention.Level != MentionLevel.Pronoun && mention.Count <= 12) name = mention;
        }

        return name;
    }

    // “Secretary of State John Harlow”: the parser's head is the title; the man is meant.
    private Mention? NameInside(int token)
    {
        var (first, last) = NounPhrase.RowsOf(tree, token, null, isSomebody: true);
        Mention? name = null;
        foreach (var mention in mentions.Within(first, last + 1))
        {
            if (mention is { Level: MentionLevel.Name, Kind: MentionKind.Person, Entity: >= 0 } && mention.First + mention.Count - 1 == last) name = mention;
        }

        return name;
    }

    // “European Council president Ana Torres”: a parser may hang title and name apart; the name right behind an office is its holder's.
    private Mention? NameBehind(int token, TextSpan span)
    {
        if (tree.PosOf(token) is not (UniversalPos.Noun or UniversalPos.Propn) || tree.Has(token, Morphology.Plural) || mentions.At(token) is { Kind: not (MentionKind.Role or MentionKind.Person) } || mentions.NameAround(token) is { Kind: MentionKind.Person }) return null;
        var next = token + 1;
        if (next >= tree.Sentence.End || tree.PosOf(next) != UniversalPos.Propn || tree.Tokens.SpanOf(next).Start < span.End) return null;
        var name = mentions.NameAround(next);
        return name is { Kind: MentionKind.Person, Count: > 1 } && name.First == next && tree.RelationOf(next).WithoutSubtype() is Relation.Obl or Relation.Flat or Relation.Appos or Relation.Nmod or Relation.Obj or Relation.Dep && tree.Child(next, Relation.Case) < 0 ? name : null;
    }

    private static bool Overlaps(FoundParties found, TextSpan span)
    {
        foreach (var party in found.Parties)
        {
            if (party.Span.Overlaps(span)) return true;
        }

        return false;
    }

    // “Iran's decision”, “Malian troops”: the phrase is somebody's; his code is all that is known of it.
    private Mention? InnerMention(int token) => mentions.NameAround(token) is { } around && around.First + around.Count > token ? around : null;

    private string? CodeOf(Mention? mention) => mentions.EntityOf(mention)?.Code;

    // “US Secretary of State John Harlow”: of an unknown head the country and office before it are known.
    private string? ComposedCode(int token)
    {
        if (!CanAct(token)) return null;
        string? country = null, sector = null;
        var (first, last) = NounPhrase.RowsOf(tree, token, null, isSomebody: true);
        foreach (var mention in mentions.Within(first, last + 1))
        {
            if (mention.Head == token || mention.Level == MentionLevel.Pronoun || mentions.EntityOf(mention) is not { } entity) continue;
            if (mention.Head > token && !tree.IsUnder(mention.Head, token)) continue;
            if (mention.Level == MentionLevel.Name && mention.Kind is MentionKind.Nationality or MentionKind.Place or MentionKind.Organisation) country ??= entity.Country;
            if (mention.Kind is MentionKind.Person or MentionKind.Organisation or MentionKind.Group or MentionKind.Role && (mention.Head < token || IsSpokenFor(token)))
            {
                sector ??= entity.Sector;
                country ??= entity.Country;
            }
        }

        return country is null ? sector : sector is null ? country : $"{country} {sector}";
    }

    // “those affected by the floods”
    private bool IsThose(int token) => tree.Tokens.CharsOf(token) is "those" or "Those" && tree.Child(token, Relation.Acl) >= 0;

    // A spokesman's sector is that of those he speaks for.
    private bool IsSpokenFor(int token) => tree.LemmaOf(token) is "spokesman" or "spokeswoman" or "spokesperson" or "member" or "fighter" or "leader" or "commander" or "official" or "representative" or "porte-parole";

    private string? CountryBefore(int token)
    {
        foreach (var mention in mentions.Within(_joint + 1, token))
        {
            if (mention.Level == MentionLevel.Name && mention.Kind is MentionKind.Nationality or MentionKind.Place && mentions.EntityOf(mention)?.Country is { } country) return country;
        }

        return null;
    }

    private int OwnerOf(int token)
    {
        foreach (var child in tree.ChildrenOf(token))
        {
            if (tree.RelationOf(child) is Relation.NmodPoss && tree.PosOf(child) != UniversalPos.Pron) return CanAct(child) ? child : -1;
            if (tree.RelationOf(child) is Relation.Amod or Relation.Compound or Relation.NmodDesc && IsActingModifier(child)) return child;
            if (tree.RelationOf(child) is Relation.Nmod && tree.PrepositionOf(child) is "of" or "de" && CanAct(child)) return child;
        }

        return -1;
    }

    // “the Israeli decision”, “the government plan”, but not “the terrorist attack”, which says what kind of attack.
    private bool IsBehindModifier(int token) =>
        IsActingModifier(token) && (tree.PosOf(token) == UniversalPos.Propn || (mentions.At(token) ?? mentions.NameAround(token)) is { Level: MentionLevel.Name } || lexicon.Class("body").Contains(tree.LemmaOf(token)) || tree.LemmaOf(token) is "rebel");

    private bool IsActingModifier(int token)
    {
        if ((mentions.At(token) ?? mentions.NameAround(token)) is { } mention)
            return mention.Kind is MentionKind.Nationality or MentionKind.Organisation or MentionKind.Group or MentionKind.Role or MentionKind.Person
                || (mention.Kind == MentionKind.Place && mentions.EntityOf(mention) is { Country: not null, IsKnown: true, Sector: null } place && place.Code == place.Country);
        return (tree.PosOf(token) != UniversalPos.Adj && lexicon.Class("agent").Contains(tree.LemmaOf(token))) || lexicon.Class("people").Contains(tree.LemmaOf(token));
    }

    private bool IsAbstract(int token) => lexicon.Class("abstract").Contains(tree.LemmaOf(token)) && !(tree.PosOf(token) == UniversalPos.Propn && mentions.At(token) is { Level: MentionLevel.Name });

    // “ICE returned the bowls”: capitals among small letters are a name, whatever word they spell.
    private bool IsAcronym(int token)
    {
        var chars = tree.Tokens.CharsOf(token);
        if (chars.Length is < 2 or > 6 || tree.PosOf(token) != UniversalPos.Noun || lexicon.Class("weapon").Contains(tree.LemmaOf(token))) return false;
        foreach (var c in chars)
        {
            if (!char.IsAsciiLetterUpper(c)) return false;
        }

        var first = tree.Sentence.First;
        for (var other = first; other < tree.Sentence.End && other < first + 12; other++)
        {
            if (tree.Tokens.CharsOf(other) is { Length: > 3 } word && char.IsLower(word[^1])) return true;
        }

        return false;
    }

    // “a state of siege” is no state.
    private bool IsState(int token)
    {
        if (tree.LemmaOf(token) is not "state") return false;
        foreach (var child in tree.ChildrenOf(token))
        {
            if (tree.RelationOf(child) == Relation.Nmod && tree.LemmaOf(child) is "siege" or "emergency" or "war" or "alert" or "readiness") return true;
        }

        return false;
    }
}
