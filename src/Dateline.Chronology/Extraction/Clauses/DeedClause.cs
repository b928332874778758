using Dateline.Chronology.Events;
using Dateline.Chronology.Extraction.Acts;
using Dateline.Text.Syntax;

namespace Dateline.Chronology.Extraction.Clauses;

/// <summary>Adds to a noun for a deed what a clause behind it tells: “the attack, which was carried out by rebels”.</summary>
internal static class DeedClause
{
    public static void Complete(SentenceTree tree, ActLexicon lexicon, Clause clause)
    {
        TakePlace(tree, lexicon, clause);
        TakeTarget(tree, lexicon, clause);
        foreach (var child in tree.ChildrenOf(clause.Predicate))
        {
            if (tree.RelationOf(child) is not (Relation.AclRelcl or Relation.Acl) || !tree.IsVerb(child)) continue;
            Take(tree, lexicon, clause, child);
            foreach (var joined in tree.ChildrenOf(child))
            {
                if (tree.RelationOf(joined) == Relation.Conj && tree.IsVerb(joined)) Take(tree, lexicon, clause, joined);
            }
        }
    }

    // “the explosion occurred in front of the ministry”, “the attack was aimed at the bank”: where it happened hangs on the empty verb.
    private static void TakePlace(SentenceTree tree, ActLexicon lexicon, Clause clause)
    {
        var verb = tree.HeadOf(clause.Predicate);
        if (clause.LightVerb >= 0 || verb < 0 || !tree.IsVerb(verb) || tree.RelationOf(clause.Predicate) is not (Relation.Nsubj or Relation.NsubjPass)) return;
        var lemma = tree.LemmaOf(verb);
        var isAimed = lemma is "aim" or "direct" or "target" && VerbClause.IsPassive(tree, verb) && IsViolent(lexicon, tree.LemmaOf(clause.Predicate));
        if (lemma is not ("occur" or "happen") && !isAimed && !(lemma is "take" && tree.Child(verb, Relation.Obj) is var place and >= 0 && tree.LemmaOf(place) is "place")) return;
        clause.LightVerb = verb;
        foreach (var oblique in VerbClause.Read(tree, lexicon, verb).Obliques)
        {
            if (!clause.Obliques.Contains(oblique)) clause.Obliques.Add(oblique);
        }
    }

    private static bool IsViolent(ActLexicon lexicon, string noun) =>
        lexicon.EntryOf(noun) is { } entry && Array.Exists(entry.FramesOf(ActWord.Noun), frame => frame.Kind is EventKind.Assault);

    // “the school was the target of a bomb attack”, “he was the victim of a kidnapping”: whoever was it, it was done to.
    private static void TakeTarget(SentenceTree tree, ActLexicon lexicon, Clause clause)
    {
        var head = tree.HeadOf(clause.Predicate);
        if (head < 0 || tree.LemmaOf(head) is not ("target" or "victim" or "object") || tree.PrepositionOf(clause.Predicate) is not "of") return;
        var target = tree.Child(head, Relation.Cop) >= 0 ? SubjectFinder.Find(tree, lexicon, head, out _) : tree.RelationOf(head) == Relation.Appos ? tree.HeadOf(head) : -1;
        if (target < 0) return;

        // The phrase asserts the deed as a light verb does, and what hangs on it is the deed's.
        if (clause.LightVerb < 0) clause.LightVerb = head;
        foreach (var child in tree.ChildrenOf(head))
        {
            if (child == clause.Predicate || tree.RelationOf(child).WithoutSubtype() is not (Relation.Nmod or Relation.Obl) || tree.PrepositionOf(child) is not { } name) continue;
            if (name is "by" && clause.Subject < 0) clause.Subject = child;
            else if (!clause.Obliques.Contains((name, child))) clause.Obliques.Add((name, child));
        }

        foreach (var preposition in new[] { "against", "on", "of" })
        {
            if (clause.Oblique(preposition) < 0) clause.Obliques.Add((preposition, target));
        }
    }

    private static void Take(SentenceTree tree, ActLexicon lexicon, Clause clause, int verb)
    {
        if (lexicon.EntryOf(tree.LemmaOf(verb)) is not { IsLight: true } && tree.LemmaOf(verb) is not "carry") return;
        if (!VerbClause.IsPassive(tree, verb)) return;
        var inner = VerbClause.Read(tree, lexicon, verb);
        if (clause.Subject < 0 && inner.Subject >= 0) clause.Subject = inner.Subject;
        foreach (var oblique in inner.Obliques)
        {
            if (!clause.Obliques.Contains(oblique)) clause.Obliques.Add(oblique);
        }
    }
}
