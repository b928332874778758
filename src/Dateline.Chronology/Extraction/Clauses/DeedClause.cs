using Dateline.Chronology.Extraction.Acts;
using Dateline.Text.Syntax;

namespace Dateline.Chronology.Extraction.Clauses;

/// <summary>Adds to a noun for a deed what a clause behind it tells: “the attack, which was carried out by rebels”.</summary>
internal static class DeedClause
{
    public static void Complete(SentenceTree tree, ActLexicon lexicon, Clause clause)
    {
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
