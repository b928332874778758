using Dateline.Chronology.Extraction.Acts;
using Dateline.Text.Syntax;

namespace Dateline.Chronology.Extraction.Clauses;

/// <summary>Reads what stands around a noun or adjective that names an act, its light verb or copula included.</summary>
internal static class NounClause
{
    public static Clause Read(SentenceTree tree, ActLexicon lexicon, int noun)
    {
        var clause = new Clause { Predicate = noun };
        foreach (var child in tree.ChildrenOf(noun))
        {
            switch (tree.RelationOf(child))
            {
                case Relation.NmodPoss:
                    clause.Possessor = child;
                    break;
                case Relation.Nmod or Relation.NmodDesc or Relation.NmodUnmarked or Relation.Obl:
                    if (tree.PrepositionOf(child) is { } preposition) clause.Obliques.Add((preposition, child));
                    else if (tree.RelationOf(child) != Relation.Obl) clause.Modifiers.Add(child);
                    break;
                case Relation.Compound or Relation.Amod or Relation.Flat:
                    if (child < noun || tree.RelationOf(child) == Relation.Amod) clause.Modifiers.Add(child);
                    break;
                case Relation.Nsubj or Relation.NsubjOuter:
                    clause.Subject = SubjectFinder.Antecedent(tree, child, noun);
                    break;
                case Relation.Acl when IsDoing(tree, child):
                    // “an attack carried out by rebels”, “une attaque attribuée aux djihadistes”
                    foreach (var inner in tree.ChildrenOf(child))
                    {
                        if (tree.RelationOf(inner) is not (Relation.OblAgent or Relation.Obl or Relation.OblArg or Relation.OblMod)) continue;
                        var name = tree.PrepositionOf(inner);
                        if (name is "by" or "par" || (name is null && tree.RelationOf(inner) == Relation.OblAgent) || (name is "on" && tree.LemmaOf(child) is "blame") || (name is "à" && tree.LemmaOf(child) is "attribuer")) clause.Subject = inner;
                        else if (name is not null) clause.Obliques.Add((name, inner));
                    }

                    break;
                case Relation.Advmod when FrenchPlacing.Of(tree, child) is { Token: >= 0 } placing:
                    clause.Obliques.Add((placing.Preposition, placing.Token));
                    break;
                case Relation.Xcomp or Relation.Ccomp or Relation.Acl when clause.Content < 0:
                    clause.Content = child;
                    break;
            }
        }

        LiftObliques(tree, clause);
        if (clause.Possessor >= 0 && IsUndergone(tree.LemmaOf(noun)) && clause.Oblique("of") < 0)
        {
            // “the general's arrest”: he is the one arrested.
            clause.Obliques.Add(("of", clause.Possessor));
            clause.Possessor = -1;
        }

        if (clause.Subject < 0 && tree.Child(noun, Relation.Cop) >= 0)
        {
            clause.Subject = SubjectFinder.Find(tree, lexicon, noun, out var inherited);
            clause.IsSubjectInherited = inherited;
        }

        LightVerb.Add(tree, lexicon, clause, noun);
        return clause;
    }

    private static bool IsUndergone(string lemma) => lemma is "arrest" or "release" or "murder" or "assassination" or "abduction" or "kidnapping" or "detention" or "expulsion" or "extradition"
        or "imprisonment" or "execution" or "ouster" or "overthrow" or "deportation" or "capture" or "conviction" or "dismissal" or "removal";

    private static bool IsDoing(SentenceTree tree, int verb) => tree.IsVerb(verb) && !tree.Has(verb, Morphology.Infinitive)
        && tree.LemmaOf(verb) is "carry" or "stage" or "launch" or "conduct" or "perpetrate" or "claim" or "lead" or "impose" or "organize" or "organise" or "commit" or "fire" or "blame"
            or "mount" or "call" or "mediate" or "broker" or "host" or "convene" or "order" or "file" or "make" or "undertake" or "plant" or "drop" or "execute" or "detonate" or "wage" or "issue" or "announce" or "propose"
            or "mener" or "lancer" or "perpétrer" or "commettre" or "conduire" or "organiser" or "revendiquer" or "imposer" or "diriger" or "attribuer" or "exiger" or "réclamer" or "signer" or "conclure" or "ouvrir";

    // “the killing of two priests by gunmen”, “an attack by rebels against the convoy”: a parser hangs the second phrase on the first.
    private static void LiftObliques(SentenceTree tree, Clause clause)
    {
        for (var i = 0; i < clause.Obliques.Count && i < 6; i++)
        {
            var (outer, token) = clause.Obliques[i];
            foreach (var child in tree.ChildrenOf(token))
            {
                if (child < token || tree.RelationOf(child) is not (Relation.Nmod or Relation.Obl or Relation.OblArg) || tree.PrepositionOf(child) is not { } inner) continue;
                if (inner is not ("by" or "par") && !(outer is "of" or "by" or "de" or "par" or "from" && inner is "against" or "on" or "to" or "with" or "contre" or "avec")) continue;
                if (clause.Oblique(inner) >= 0) continue;
                clause.Obliques.Add((inner, child));
                clause.Lift(child);
            }
        }
    }
}
