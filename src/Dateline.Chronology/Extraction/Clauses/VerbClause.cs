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
                case Relation.Iobj:
                    clause.Indirect = SubjectFinder.Antecedent(tree, child, verb);
                    break;
                case Relation.CompoundPrt:
                    clause.Particle = tree.LemmaOf(child);
                    break;
                case Relation.Advmod when clause.Particle is null && tree.LemmaOf(child) is "out" or "up" or "down" or "off" or "back" or "in" or "over" or "away" && child > verb:
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
                case Relation.OblAgent when clause.IsPassive && tree.PrepositionOf(child) is not ("à" or "dans" or "en" or "pour"):
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
            if (tree.Has(verb, Morphology.Passive)) return true;
            var hasObject = false;
            var hasAuxiliary = false;
            var hasSubject = false;
            foreach (var child in tree.ChildrenOf(verb))
            {
                switch (tree.RelationOf(child))
                {
                    case Relation.AuxPass or Relation.NsubjPass or Relation.CsubjPass or Relation.OblAgent: return true;
                    case Relation.Obj: hasObject = true; break;
                    case Relation.Aux or Relation.AuxTense: hasAuxiliary = true; break;
                    case Relation.Nsubj: hasSubject = true; break;
                }
            }

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
            if (tree.PrepositionOf(child) is { } preposition and not ("of" or "de")) clause.Obliques.Add((preposition, child));
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
