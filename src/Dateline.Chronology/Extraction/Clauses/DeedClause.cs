using Dateline.Chronology.Extraction.Acts;
using Dateline.Text.Syntax;

namespace Dateline.Chronology.Extraction.Clauses;

/// <summary>Adds to a noun for a deed what a clause behind it tells: “the attack, which was carried out by rebels”.</summary>
internal static class DeedClause
{
    public static void Complete(SentenceTree tree, ActLexicon lexicon, Clause clause)
    {
        TakePlace(tree, lexicon, clause);
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

    // “the explosion occurred in front of the ministry”: where it happened hangs on the empty verb.
    private static void TakePlace(SentenceTree tree, ActLexicon lexicon, Clause clause)
    {
        var verb = tree.HeadOf(clause.Predicate);
        if (clause.LightVerb >= 0 || verb < 0 || !tree.IsVerb(verb) || tree.RelationOf(clause.Predicate) is not (Relation.Nsubj or Relation.NsubjPass)) return;
        var lemma = tree.LemmaOf(verb);
        if (lemma is not ("occur" or "happen") && !(lemma is "take" && tree.Child(verb, Relation.Obj) is var place and >= 0 && tree.LemmaOf(place) is "place")) return;
        clause.LightVerb = verb;
        foreach (var oblique in VerbClause.Read(tree, lexicon, verb).Obliques)
        {
            if (!clause.Obliques.Contains(oblique)) clause.Obliques.Add(oblique);
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
