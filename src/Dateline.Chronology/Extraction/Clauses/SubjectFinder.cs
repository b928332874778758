using Dateline.Chronology.Extraction.Acts;
using Dateline.Text.Syntax;

namespace Dateline.Chronology.Extraction.Clauses;

/// <summary>
/// Finds the grammatical subject of a verb where it stands elsewhere: control, raising, coordination, participles, relative clauses.
/// </summary>
internal static class SubjectFinder
{
    /// <summary>The subject as the surface has it (that of a passive is the one done to), or -1.</summary>
    /// <param name="tree">The sentence.</param>
    /// <param name="lexicon">Tells which verbs keep their subject for an infinitive (“promised him to come”).</param>
    /// <param name="verb">The verb.</param>
    /// <param name="inherited">Whether it stands beside another predicate.</param>
    public static int Find(SentenceTree tree, ActLexicon lexicon, int verb, out bool inherited)
    {
        inherited = false;
        for (var depth = 0; depth < SentenceTree.MaxDepth; depth++)
        {
            var own = Own(tree, verb);
            if (own >= 0) return Antecedent(tree, own, verb);
            var head = tree.HeadOf(verb);
            if (head < 0) return -1;
            inherited = true;
            switch (tree.RelationOf(verb))
            {
                case Relation.Xcomp:
                    if (tree.IsVerb(head) && lexicon.CueOf(tree.LemmaOf(head)) is not { KeepsSubject: true } && ControllingObject(tree, head) is var controller and >= 0)
                        return controller;
                    break;
                case Relation.Acl or Relation.AclRelcl:
                    // “militants arrested in Gao”, “troops fighting rebels”: the noun itself; “a plan to attack”: whoever has the plan.
                    if (!IsInfinitive(tree, verb))
                    {
                        inherited = false;
                        return tree.RelationOf(verb) == Relation.AclRelcl && HasOwnRelative(tree, verb) ? -1 : head;
                    }

                    var owner = tree.ExactChild(head, Relation.NmodPoss);
                    if (owner >= 0) return owner;
                    if (tree.RelationOf(head) is not (Relation.Obj or Relation.Obl or Relation.Xcomp) && !IsPredicate(tree, head)) return -1;
                    if (IsPredicate(tree, head)) break;
                    head = tree.HeadOf(head);
                    if (head < 0) return -1;
                    break;
                case Relation.Conj:
                case Relation.Advcl:
                    if (!tree.IsVerb(head) && !IsPredicate(tree, head) && tree.Child(head, Relation.Nsubj) < 0) return -1;
                    break;
                case Relation.Ccomp when IsInfinitive(tree, verb):
                case Relation.Parataxis when tree.RelationOf(verb) == Relation.Ccomp:
                    break;
                default:
                    return -1;
            }

            verb = head;
        }

        return -1;
    }

    /// <summary>For a relative pronoun, the noun it stands for; else the word itself.</summary>
    public static int Antecedent(SentenceTree tree, int token, int verb)
    {
        if (tree.PosOf(token) is not (UniversalPos.Pron or UniversalPos.Det) || tree.LemmaOf(token) is not ("who" or "which" or "that" or "whom" or "qui" or "que" or "lequel" or "dont"))
            return token;
        for (var depth = 0; verb >= 0 && depth < SentenceTree.MaxDepth; depth++, verb = tree.HeadOf(verb))
        {
            if (tree.RelationOf(verb) == Relation.AclRelcl) return tree.HeadOf(verb);
        }

        return -1;
    }

    private static int Own(SentenceTree tree, int verb)
    {
        // Of several the last before the verb: what stands first is a dateline that a parser took for a subject.
        var found = -1;
        foreach (var child in tree.ChildrenOf(verb))
        {
            if (tree.RelationOf(child) is Relation.Nsubj or Relation.NsubjPass or Relation.NsubjOuter or Relation.NsubjCaus && (found < 0 || child < verb)) found = child;
        }

        return found;
    }

    private static int ControllingObject(SentenceTree tree, int verb)
    {
        var indirect = tree.Child(verb, Relation.Iobj);
        if (indirect >= 0) return indirect;
        var direct = tree.Child(verb, Relation.Obj);
        if (direct >= 0) return direct;

        // “called on them to leave”, “appealed to Iran to help”.
        foreach (var child in tree.ChildrenOf(verb))
        {
            if (tree.RelationOf(child) is Relation.Obl or Relation.OblArg && tree.LemmaOf(verb) is "call" or "appeal" && tree.PrepositionOf(child) is "on" or "upon" or "to") return child;

            // “a demandé à l'armée de se retirer”
            if (tree.RelationOf(child) is Relation.Obl or Relation.OblArg && tree.LemmaOf(verb) is "demander" or "ordonner" or "interdire" or "permettre" or "conseiller" or "recommander" or "enjoindre" or "suggérer" or "commander"
                && tree.PrepositionOf(child) is "à") return child;
        }

        return -1;
    }

    private static bool HasOwnRelative(SentenceTree tree, int verb)
    {
        foreach (var child in tree.ChildrenOf(verb))
        {
            if (tree.Has(child, Morphology.Relative) || tree.LemmaOf(child) is "who" or "whom" or "which") return true;
        }

        return false;
    }

    private static bool IsPredicate(SentenceTree tree, int token) => tree.Child(token, Relation.Cop) >= 0;

    private static bool IsInfinitive(SentenceTree tree, int verb)
    {
        if (tree.Has(verb, Morphology.Infinitive)) return true;
        var mark = tree.Child(verb, Relation.Mark);
        return mark >= 0 && tree.LemmaOf(mark) is "to" or "de" or "à" && !tree.Has(verb, Morphology.Finite);
    }
}
