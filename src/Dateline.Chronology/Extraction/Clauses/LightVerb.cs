using Dateline.Chronology.Extraction.Acts;
using Dateline.Text.Syntax;

namespace Dateline.Chronology.Extraction.Clauses;

/// <summary>“Carry out an attack”, “hold talks”: the noun is the act, the verb lends it subject and prepositions.</summary>
internal static class LightVerb
{
    public static void Add(SentenceTree tree, ActLexicon lexicon, Clause clause, int noun)
    {
        // “staged attacks and ambushes”: what the first noun has, the others share.
        for (var depth = 0; tree.RelationOf(noun) == Relation.Conj && depth < SentenceTree.MaxDepth; depth++)
        {
            var first = tree.HeadOf(noun);
            if (first < 0 || tree.IsVerb(first)) return;
            noun = first;
        }

        var verb = tree.HeadOf(noun);
        if (verb < 0 || !tree.IsVerb(verb)) return;
        var relation = tree.RelationOf(noun);
        if (lexicon.EntryOf(tree.LemmaOf(verb)) is not { IsLight: true } entry) return;
        var around = VerbClause.Read(tree, lexicon, verb);
        if (!entry.IsLightWith(around.Particle))
        {
            // “go on strike”, “be in talks”: the light verb's particle is the noun's preposition.
            if (relation.WithoutSubtype() != Relation.Obl || !entry.IsLightWith(tree.PrepositionOf(noun))) return;
        }
        else if (around.Object != noun)
        {
            return;
        }

        clause.LightVerb = verb;
        if (clause.Subject < 0)
        {
            clause.Subject = around.Subject;
            clause.IsSubjectInherited = around.IsSubjectInherited;
        }

        foreach (var oblique in around.Obliques)
        {
            if (oblique.Token != noun && !clause.Obliques.Contains(oblique)) clause.Obliques.Add(oblique);
        }

        if (clause.Indirect < 0) clause.Indirect = around.Indirect;
    }
}
