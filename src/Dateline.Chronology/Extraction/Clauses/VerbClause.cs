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
            switch (tree.RelationOf(child))
            {
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
                case Relation.Advcl when clause.Content < 0 && tree.Child(child, Relation.Mark) is var mark and >= 0 && tree.LemmaOf(mark) is "of" or "from" or "for" or "against":
                    // “accused them of killing”, treebanks differ between advcl and xcomp.
                    clause.Content = child;
                    break;
                case Relation.OblAgent when clause.IsPassive:
                    clause.Subject = child;
                    clause.IsSubjectInherited = false;
                    break;
                case Relation.Obl or Relation.OblArg or Relation.OblMod or Relation.OblAgent or Relation.IobjAgent or Relation.Nmod:
                    AddOblique(tree, clause, child);
                    break;
            }
        }

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
        var preposition = tree.PrepositionOf(child);
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
