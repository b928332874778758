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
                case Relation.Acl when tree.Has(child, Morphology.Participle) && tree.LemmaOf(child) is "carry" or "stage" or "launch" or "conduct" or "perpetrate" or "claim" or "lead" or "impose" or "organize" or "organise" or "commit"
                    or "mener" or "lancer" or "perpétrer" or "commettre" or "conduire" or "organiser" or "revendiquer" or "imposer" or "diriger" or "attribuer" or "exiger" or "réclamer" or "signer" or "conclure" or "ouvrir":
                    // “an attack carried out by rebels”
                    foreach (var inner in tree.ChildrenOf(child))
                    {
                        if (tree.RelationOf(inner) == Relation.OblAgent || (tree.RelationOf(inner) == Relation.Obl && tree.PrepositionOf(inner) is "by" or "par"))
                            clause.Subject = inner;
                        else if (tree.RelationOf(inner) == Relation.Obl && tree.PrepositionOf(inner) is { } name) clause.Obliques.Add((name, inner));
                        else if (tree.RelationOf(inner) is Relation.OblArg or Relation.OblMod && tree.PrepositionOf(inner) is { } french)
                        {
                            // “une attaque attribuée aux djihadistes”
                            if (french is "à" && tree.LemmaOf(child) is "attribuer") clause.Subject = inner;
                            else clause.Obliques.Add((french, inner));
                        }
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

        if (clause.Subject < 0 && tree.Child(noun, Relation.Cop) >= 0)
        {
            clause.Subject = SubjectFinder.Find(tree, lexicon, noun, out var inherited);
            clause.IsSubjectInherited = inherited;
        }

        LightVerb.Add(tree, lexicon, clause, noun);
        return clause;
    }
}
