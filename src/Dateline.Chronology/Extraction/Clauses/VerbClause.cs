using Dateline.Chronology.Extraction.Acts;
using Dateline.Text.Syntax;

namespace Dateline.Chronology.Extraction.Clauses;

/// <summary>Reads what stands around a verb, active or passive, finite or not.</summary>
internal static class VerbClause
{
    public static Clause Read(SentenceTree tree, ActLexicon lexicon, int verb, bool forceActive = false)
    {
        var clause = new Clause { Predicate = verb, IsPassive = !forceActive && IsPassive(tree, verb) };
        var subject = SubjectFinder.Find(tree, lexicon, verb, out var inherited);
        clause.IsSubjectInherited = inherited;
        if (subject >= 0 && !clause.IsPassive) clause.MoreSubjects = SubjectFinder.Beside(tree, subject);
        if (clause.IsPassive) clause.Object = subject;
        else clause.Subject = subject;

        foreach (var child in tree.ChildrenOf(verb))
        {
            if (IsReflexive(tree, child, verb))
            {
                clause.Particle ??= Reflexive;
                continue;
            }

            switch (tree.RelationOf(child))
            {
                case Relation.Obj or Relation.ObjLvc when lexicon.Class("weekday").Contains(tree.LemmaOf(child)):
                    // “a dénoncé lundi une mesure”: a day is when, not what.
                    break;
                case Relation.Obj or Relation.ObjLvc or Relation.ObjAgent when clause.Object < 0:
                    clause.Object = SubjectFinder.Antecedent(tree, child, verb);
                    break;
                case Relation.Obj or Relation.ObjLvc when clause.IsPassive && clause.Indirect < 0:
                    // “were given asylum”: the subject is the receiver, the object the thing.
                    clause.Indirect = clause.Object;
                    clause.Object = child;
                    break;
                case Relation.Obj when clause.IsPassive && clause.Particle is null && child > verb && tree.LemmaOf(child) is "hostage":
                    // “were taken hostage”
                    clause.Particle = tree.LemmaOf(child);
                    break;
                case Relation.Obj when clause.Indirect < 0 && child > clause.Object && IsDitransitive(tree.LemmaOf(verb)):
                    // “granted Zambia a loan”: of two bare objects the first receives the second.
                    clause.Indirect = clause.Object;
                    clause.Object = child;
                    break;
                case Relation.Xcomp when clause.IsPassive && clause.Indirect < 0 && tree.PosOf(child) == UniversalPos.Noun && IsDitransitive(tree.LemmaOf(verb)):
                    clause.Indirect = clause.Object;
                    clause.Object = child;
                    break;
                case Relation.Iobj:
                    clause.Indirect = SubjectFinder.Antecedent(tree, child, verb);
                    break;
                case Relation.CompoundPrt:
                    clause.Particle = tree.LemmaOf(child);
                    break;
                case Relation.Advmod or Relation.Compound when clause.Particle is null && tree.PosOf(child) is UniversalPos.Adv or UniversalPos.Adp && tree.LemmaOf(child) is "out" or "up" or "down" or "off" or "back" or "in" or "over" or "away" && child > verb:
                    clause.Particle = tree.LemmaOf(child);
                    break;
                case Relation.Xcomp or Relation.Advmod or Relation.Amod or Relation.Obj or Relation.Dep
                    when clause.Particle is null && child > verb && tree.LemmaOf(child) is "guilty" or "hostage" or "free" or "ablaze" or "alight" && child - verb < 6 && !IsNegated(tree, child)
                         && (tree.LemmaOf(child) is not "hostage" || tree.RelationOf(child) is not Relation.Obj):
                    // “pleaded guilty”, “took two engineers hostage”, “set free”: one predicate of two words.
                    clause.Particle = tree.LemmaOf(child);
                    if (clause.Object < 0 && tree.RelationOf(child) == Relation.Amod) clause.Object = tree.HeadOf(child);
                    break;
                case Relation.Xcomp or Relation.Ccomp when clause.Content < 0:
                    clause.Content = child;
                    break;
                case Relation.Advcl when clause.Content < 0 && clause.Object >= 0 && tree.Has(child, Morphology.Infinitive) && tree.LemmaOf(verb) is not ("use" or "send" or "deploy"):
                    // “ordered the rebels to leave”: a parser may take the content for a purpose.
                    clause.Content = child;
                    break;
                case Relation.Advcl when clause.Content < 0 && tree.Child(child, Relation.Mark) is var mark and >= 0 && tree.LemmaOf(mark) is "of" or "from" or "for" or "against" or "de":
                    // “accused them of killing”, treebanks differ between advcl and xcomp.
                    clause.Content = child;
                    break;
                case Relation.Advmod when FrenchPlacing.Of(tree, child) is { Token: >= 0 } placing:
                    clause.Obliques.Add((placing.Preposition, placing.Token));
                    break;
                case Relation.OblAgent when clause.IsPassive && (tree.Document.Language == "fr" ? tree.PrepositionOf(child) is not ("à" or "dans" or "en" or "pour") : tree.PrepositionOf(child) is null or "by"):
                    clause.Subject = child;
                    clause.IsSubjectInherited = false;
                    break;
                case Relation.Obl or Relation.OblArg or Relation.OblMod or Relation.OblAgent or Relation.IobjAgent or Relation.Nmod:
                    AddOblique(tree, clause, child);
                    break;
            }
        }

        if (clause.Object < 0 && !clause.IsPassive && clause.Particle is null) clause.Object = PartitiveObject(tree, clause);
        if (clause.Content < 0) clause.Content = ContentUnderNoun(tree, lexicon, clause);
        AddObjectsPrepositions(tree, clause);
        AddAidBelow(tree, lexicon, clause);
        FindReceiver(tree, lexicon, clause, verb);
        LiftAgent(tree, clause);
        FindContentBelow(tree, lexicon, clause, verb);
        ShareObject(tree, clause, verb);
        if (clause.Object < 0 && !clause.IsPassive && IsObjectRelative(tree, verb)) clause.Object = tree.HeadOf(verb);
        return clause;
    }

    /// <summary>Whether a verb is passive, by its auxiliary, its subject's relation, or as a bare past participle.</summary>
    public static bool IsPassive(SentenceTree tree, int verb)
    {
        for (var depth = 0; depth < SentenceTree.MaxDepth; depth++)
        {
            if (IsActiveInFrench(tree, verb)) return false;
            var hasObject = false;
            var hasAuxiliary = false;
            var hasSubject = false;
            var isDoneTo = false;
            var hasContent = false;
            foreach (var child in tree.ChildrenOf(verb))
            {
                switch (tree.RelationOf(child))
                {
                    case Relation.AuxPass: return true;
                    case Relation.NsubjPass or Relation.CsubjPass: isDoneTo = true; break;
                    case Relation.OblAgent when tree.PrepositionOf(child) is null or "by" or "par": return true;
                    case Relation.Obj: hasObject = true; break;
                    case Relation.Xcomp when tree.IsVerb(child): hasContent = true; break;
                    case Relation.Aux or Relation.AuxTense: hasAuxiliary = true; break;
                    case Relation.Nsubj: hasSubject = true; break;
                }
            }

            // Whoever has an object and no “be” acts himself, whatever the tagger took a past tense for; only receivers keep an object.
            if (hasObject && !KeepsObject(tree.LemmaOf(verb))) return false;
            if (isDoneTo) return !hasContent || KeepsObject(tree.LemmaOf(verb));
            if (hasSubject && IsFullSentence(tree) && tree.RelationOf(verb) is not (Relation.Acl or Relation.Amod)) return false;
            // “has sanctioned Mali and threatened to invade Niger”: who acts in the first goes on acting.
            if (hasContent && tree.RelationOf(verb) == Relation.Conj && tree.HeadOf(verb) is var first and >= 0 && tree.IsVerb(first) && !IsPassive(tree, first)) return false;
            if (tree.Has(verb, Morphology.Passive)) return true;
            if (hasAuxiliary || !IsPastParticiple(tree, verb)) return false;
            switch (tree.RelationOf(verb))
            {
                case Relation.Acl: return true;
                case Relation.Advcl or Relation.Xcomp or Relation.Amod: return !hasObject;
                case Relation.Conj when !hasSubject && tree.HeadOf(verb) is var head and >= 0 && IsPastParticiple(tree, head) && !hasObject:
                    verb = head;
                    continue;

                // Headlines leave the auxiliary out: “Three soldiers killed in Gao”.
                default: return hasSubject && !hasObject && tree.Tokens.Xpos[verb] is "VBN";
            }
        }

        return false;
    }

    /// <summary>Verbs with a receiver and a thing, which as passives keep one of them.</summary>
    public static bool IsDitransitive(string lemma) => lemma is "give" or "grant" or "offer" or "send" or "hand" or "pay" or "lend" or "loan" or "award" or "deny"
        or "promise" or "sell" or "show" or "teach" or "tell" or "supply" or "provide" or "issue" or "allow" or "guarantee" or "deliver" or "bring" or "refuse" or "donate"
        or "owe" or "assign" or "present" or "allocate" or "extend" or "pledge";

    private static bool KeepsObject(string lemma) => IsDitransitive(lemma)
        || lemma is "name" or "call" or "elect" or "appoint" or "consider" or "declare" or "deem" or "dub" or "make" or "ask" or "vote" or "crown" or "find" or "leave" or "take" or "hold";

    // Only headlines leave “be” out of a passive, and headlines have no full stop.
    public static bool IsFullSentence(SentenceTree tree)
    {
        for (var i = tree.Sentence.End - 1; i >= tree.Sentence.First && i > tree.Sentence.End - 4; i--)
        {
            if (tree.Tokens.CharsOf(i) is "." or "!" or "…") return true;
        }

        return false;
    }

    /// <summary>What stands for the reflexive pronoun of a French verb where an English one has its particle: “se retirer”.</summary>
    internal const string Reflexive = "se";

    private static bool IsReflexive(SentenceTree tree, int child, int verb) =>
        child < verb && tree.PosOf(child) == UniversalPos.Pron && tree.Has(child, Morphology.Reflexive) && tree.LemmaOf(child) is "soi" or "se" or "moi" or "nous" or "vous" or "toi";

    // A French past tense looks like a passive to a tagger wherever its participle agrees: “les a arrêtés”, “sont descendus”, “se sont emparés”.
    private static bool IsActiveInFrench(SentenceTree tree, int verb)
    {
        bool has = false, agent = false, been = false;
        foreach (var child in tree.ChildrenOf(verb))
        {
            if (IsReflexive(tree, child, verb)) return true;
            switch (tree.RelationOf(child).WithoutSubtype())
            {
                case Relation.Aux when tree.LemmaOf(child) is "avoir": has = true; break;
                case Relation.Aux when tree.LemmaOf(child) is "être": been = true; break;
                case Relation.Obl when tree.RelationOf(child) == Relation.OblAgent && tree.PrepositionOf(child) is "par": agent = true; break;
            }
        }

        if (has && !been) return true;
        return been && !agent && tree.LemmaOf(verb) is "aller" or "venir" or "arriver" or "partir" or "entrer" or "sortir" or "monter" or "descendre" or "tomber"
            or "rester" or "mourir" or "revenir" or "devenir" or "retourner" or "parvenir" or "intervenir" or "survenir" or "passer" or "rentrer" or "naître";
    }

    private static bool IsPastParticiple(SentenceTree tree, int verb) =>
        tree.Has(verb, Morphology.Participle) && (tree.Has(verb, Morphology.Past) || tree.Tokens.Xpos[verb] is "VBN");

    private static bool IsNegated(SentenceTree tree, int word)
    {
        foreach (var child in tree.ChildrenOf(word))
        {
            if (tree.LemmaOf(child) is "not" or "n't") return true;
        }

        return false;
    }

    private static void AddOblique(SentenceTree tree, Clause clause, int child)
    {
        var token = SubjectFinder.Antecedent(tree, child, clause.Predicate);
        if (token < 0) return;
        var preposition = tree.LemmaOf(child) is "dont" && token != child ? "de" : tree.PrepositionOf(child);
        if (preposition is "out of" or "away from" or "back to" or "back from" or "off of")
        {
            // “pulled out of the court”: particle and preposition, however the tree joins them.
            var space = preposition.IndexOf(' ');
            clause.Particle ??= preposition[..space];
            preposition = preposition[(space + 1)..];
        }

        if (preposition is null && clause.Object < 0 && !clause.IsPassive && tree.RelationOf(child) == Relation.Obl && child > clause.Predicate && tree.Tokens.Upos[child] != UniversalPos.Adv)
            clause.Object = token;
        if (preposition is "by" or "par" && clause.IsPassive && clause.Subject < 0) clause.Subject = token;
        else if (preposition is not null) clause.Obliques.Add((preposition, token));
    }

    private static void FindReceiver(SentenceTree tree, ActLexicon lexicon, Clause clause, int verb)
    {
        // “gave Haiti food aid”, “granted the government permission”: a parser joins the receiver with the thing.
        var thing = clause.Object;
        if (thing <= verb || clause.Indirect >= 0 || clause.IsPassive || !IsDitransitive(tree.LemmaOf(verb)) || clause.Oblique("to") >= 0 || lexicon.Class("agent").Contains(tree.LemmaOf(thing))) return;
        foreach (var child in tree.ChildrenOf(thing))
        {
            if (child <= verb || child >= thing) continue;
            if (tree.RelationOf(child) is not (Relation.Compound or Relation.NmodDesc or Relation.NmodUnmarked)) continue;
            var first = FirstOf(tree, child, verb);
            var isName = tree.PosOf(first) == UniversalPos.Propn && tree.Tokens.CharsOf(first) is { Length: > 2 } chars && !char.IsUpper(chars[1]);
            if (isName || (tree.PosOf(child) == UniversalPos.Noun && lexicon.Class("agent").Contains(tree.LemmaOf(child)) && child > verb + 1)) clause.Indirect = isName ? first : child;
            return;
        }
    }

    private static int FirstOf(SentenceTree tree, int token, int verb)
    {
        // “Haiti food aid” may hang as a chain, the receiver first.
        for (var depth = 0; depth < 3; depth++)
        {
            var first = tree.FirstChild(token);
            if (first <= verb || first >= token || tree.RelationOf(first) != Relation.Compound) return token;
            token = first;
        }

        return token;
    }

    // “a prié le ministre de rester”: a parser may hang the infinitive on the noun before it.
    private static int ContentUnderNoun(SentenceTree tree, ActLexicon lexicon, Clause clause)
    {
        if (clause.Object < 0 && clause.Obliques.Count == 0) return -1;
        if (lexicon.CueOf(tree.LemmaOf(clause.Predicate)) is not { Effect: ActCueEffect.Demand or ActCueEffect.Pledge or ActCueEffect.Threat or ActCueEffect.Allege }) return -1;
        if (clause.Object >= 0 && InfinitiveUnder(tree, clause.Object) is var direct and >= 0) return direct;
        foreach (var (name, token) in clause.Obliques)
        {
            if (name is "à" && InfinitiveUnder(tree, token) is var indirect and >= 0) return indirect;
        }

        return -1;
    }

    private static int InfinitiveUnder(SentenceTree tree, int noun)
    {
        foreach (var child in tree.ChildrenOf(noun))
        {
            if (child > noun && tree.RelationOf(child) == Relation.Acl && tree.Has(child, Morphology.Infinitive)
                && tree.Child(child, Relation.Mark) is var mark and >= 0 && tree.LemmaOf(mark) is "de" or "à") return child;
        }

        return -1;
    }

    // “livrent du carburant”, “retire des troupes”: the article of an object, cut as if it were “de le”. Both readings stay open to the frames.
    private static int PartitiveObject(SentenceTree tree, Clause clause)
    {
        foreach (var (name, token) in clause.Obliques)
        {
            if (name is not "de" || token <= clause.Predicate || tree.Child(token, Relation.Case) is not (var preposition and >= 0)) continue;
            if (tree.ExactChild(token, Relation.Det) is var article and >= 0 && tree.Tokens.SpanOf(article) == tree.Tokens.SpanOf(preposition)) return token;
        }

        return -1;
    }

    private static void AddObjectsPrepositions(SentenceTree tree, Clause clause)
    {
        // Treebanks and parsers hang “imposed sanctions on Iran” now on the verb, now on the noun; a reader does not care.
        if (clause.Object < 0) return;
        foreach (var child in tree.ChildrenOf(clause.Object))
        {
            if (tree.RelationOf(child).WithoutSubtype() != Relation.Nmod || tree.RelationOf(child) == Relation.NmodPoss) continue;
            if (tree.PrepositionOf(child) is not { } preposition) continue;
            if (preposition is "of" or "de" && !IsCharge(tree.LemmaOf(clause.Predicate))) continue;
            clause.Obliques.Add((preposition, child));

            // “accused the union of sabotage”: what follows is the charge, not a union of that name.
            if (preposition is "of" or "de") clause.Lift(child);
        }
    }

    private static void AddAidBelow(SentenceTree tree, ActLexicon lexicon, Clause clause)
    {
        // “provided ten million dollars in aid to Malawi”: the sum is given as the aid is.
        for (var i = 0; i < clause.Obliques.Count && i < 6; i++)
        {
            var (name, token) = clause.Obliques[i];
            if (name is not ("in" or "of" or "worth") || !lexicon.Class("aid").Contains(tree.LemmaOf(token))) continue;
            foreach (var child in tree.ChildrenOf(token))
            {
                if (child > token && tree.RelationOf(child) == Relation.Nmod && tree.PrepositionOf(child) is { } preposition and ("to" or "for")) clause.Obliques.Add((preposition, child));
            }
        }
    }

    private static bool IsCharge(string lemma) => lemma is "accuse" or "suspect" or "convict" or "acquit" or "warn" or "remind" or "inform" or "notify" or "assure" or "deprive" or "rob" or "strip" or "accuser" or "soupçonner";

    private static void LiftAgent(SentenceTree tree, Clause clause)
    {
        // “were freed from captivity by the government”: a parser may hang the doer on the place.
        if (!clause.IsPassive || clause.Subject >= 0) return;
        if (clause.Object > clause.Predicate && Lift(clause.Object)) return;
        foreach (var (_, token) in clause.Obliques)
        {
            if (Lift(token)) return;
        }

        bool Lift(int noun)
        {
            foreach (var child in tree.ChildrenOf(noun))
            {
                if (tree.RelationOf(child).WithoutSubtype() != Relation.Nmod || child < noun || tree.PrepositionOf(child) is not ("by" or "par")) continue;
                clause.Subject = child;
                clause.IsSubjectInherited = false;
                clause.Lift(child);
                return true;
            }

            return false;
        }
    }

    private static void FindContentBelow(SentenceTree tree, ActLexicon lexicon, Clause clause, int verb)
    {
        // “called on the rebels to lay down arms”, “accused France of spying”: the content may hang on the one spoken to.
        if (clause.Content >= 0 || lexicon.CueOf(tree.LemmaOf(verb)) is not { Effect: ActCueEffect.Demand or ActCueEffect.Allege or ActCueEffect.Threat }) return;
        if (clause.Object >= 0 && !clause.IsPassive && ContentUnder(clause.Object) is var below and >= 0)
        {
            clause.Content = below;
            return;
        }

        foreach (var (name, token) in clause.Obliques)
        {
            if (name is not ("on" or "upon" or "to")) continue;
            clause.Content = ContentUnder(token);
            if (clause.Content >= 0) return;
        }

        int ContentUnder(int noun)
        {
            foreach (var child in tree.ChildrenOf(noun))
            {
                if (tree.RelationOf(child) != Relation.Acl || !tree.IsVerb(child)) continue;
                if (tree.Has(child, Morphology.Infinitive)) return child;
                foreach (var mark in tree.ChildrenOf(child))
                {
                    if (tree.RelationOf(mark) is Relation.Mark or Relation.Case && mark < child && tree.LemmaOf(mark) is "to" or "of" or "for") return child;
                }
            }

            return -1;
        }
    }

    private static void ShareObject(SentenceTree tree, Clause clause, int verb)
    {
        // “attacked and looted the village”: the object stands with the last verb only.
        if (clause.IsPassive || clause.Object >= 0 || clause.Obliques.Count > 0) return;
        foreach (var child in tree.ChildrenOf(verb))
        {
            if (tree.RelationOf(child) != Relation.Conj || !tree.IsVerb(child) || child - verb > 3 || tree.Child(child, Relation.Nsubj) >= 0) continue;
            clause.Object = tree.Child(child, Relation.Obj);
            return;
        }
    }

    private static bool IsObjectRelative(SentenceTree tree, int verb) =>
        tree.RelationOf(verb) == Relation.AclRelcl && tree.Child(verb, Relation.Nsubj) is var subject and >= 0
        && SubjectFinder.Antecedent(tree, subject, verb) == subject;
}
