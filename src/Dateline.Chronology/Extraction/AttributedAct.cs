using Dateline.Chronology.Extraction.Acts;
using Dateline.Chronology.Extraction.Clauses;
using Dateline.Text.Syntax;

namespace Dateline.Chronology.Extraction;

/// <summary>Whom the words around a deed make its doer, though the deed itself has none beside it.</summary>
/// <param name="Actor">Row of the doer, or -1.</param>
/// <param name="IsAlleged">Whether another says so of him, as against himself claiming it.</param>
internal readonly record struct AttributedAct(int Actor, bool IsAlleged)
{
    public static AttributedAct None { get; } = new(-1, false);

    /// <summary>
    /// Reads “claimed responsibility for the attack”, “was blamed for”, “is responsible for”, “attributed the attack to”,
    /// “the attack was the work of”, “the author of the attack”. What is denied gives nobody.
    /// </summary>
    public static AttributedAct Find(SentenceTree tree, ActLexicon lexicon, int deed)
    {
        var found = Read(tree, lexicon, deed);
        return found.Actor >= 0 && IsNobody(tree, found.Actor) ? None : found;
    }

    private static AttributedAct Read(SentenceTree tree, ActLexicon lexicon, int deed)
    {
        // “an action attributed to the rebels”, “the attack blamed on them”
        foreach (var child in tree.ChildrenOf(deed))
        {
            if (tree.RelationOf(child) is not (Relation.Acl or Relation.AclRelcl) || tree.LemmaOf(child) is not ("attribute" or "blame" or "ascribe" or "impute") || IsDenied(tree, child)) continue;
            var blamed = VerbClause.Read(tree, lexicon, child);
            if (Math.Max(blamed.Oblique("to"), blamed.Oblique("on")) is var doer and >= 0) return new AttributedAct(doer, true);
        }

        // “the cartel is behind the attack”
        if (IsBehind(tree, deed)) return IsDenied(tree, deed) ? None : new AttributedAct(tree.Child(deed, Relation.Nsubj), true);
        var head = tree.HeadOf(deed);
        if (head < 0) return None;
        var preposition = tree.PrepositionOf(deed);
        var relation = tree.RelationOf(deed).WithoutSubtype();
        if (IsDenied(tree, head)) return None;

        // “implicated two members of the army in the murder”: the phrase may hang on a name before it.
        if (relation == Relation.Nmod && preposition is "in" or "for" or "of" or "with")
        {
            var above = head;
            for (var depth = 0; depth < 3 && above >= 0 && !tree.IsVerb(above) && tree.IsNominal(above); depth++) above = tree.HeadOf(above);
            if (above >= 0 && above != head && tree.IsVerb(above) && OfVerb(tree, lexicon, above, preposition) is { Actor: >= 0 } found && found.Actor != deed && !tree.IsUnder(found.Actor, deed)) return found;
        }

        if (relation is Relation.Nmod or Relation.Obl or Relation.Acl or Relation.Advcl or Relation.Dep)
        {
            var lemma = tree.LemmaOf(head);
            if (lemma is "responsibility" or "credit" or "blame" or "authorship" && preposition is "for" or "of") return OfResponsibility(tree, lexicon, head);
            if (lemma is "responsible" && preposition is "for") return OfResponsible(tree, lexicon, head);
            if (lemma is "author" or "perpetrator" or "mastermind" or "organizer" or "planner" && preposition is "of" or "behind") return OfAuthor(tree, lexicon, head);
            if (lemma is "involvement" or "participation" or "part" or "role" or "complicity" && preposition is "in") return OfPart(tree, lexicon, head);
            if (lemma is "involved" or "implicated" && preposition is "in" && !tree.IsVerb(head)) return OfResponsible(tree, lexicon, head);
            if (tree.IsVerb(head)) return OfVerb(tree, lexicon, head, preposition);
        }

        // “the attack was attributed to the rebels”, “blamed the attack on the rebels”
        if (tree.IsVerb(head) && relation is Relation.Obj or Relation.Nsubj && tree.LemmaOf(head) is "attribute" or "blame" or "pin" or "ascribe" or "impute" or "attribuer" or "imputer" or "revendiquer")
        {
            var clause = VerbClause.Read(tree, lexicon, head);
            if (clause.Object != deed) return None;
            if (tree.LemmaOf(head) is "revendiquer") return new AttributedAct(clause.Subject, false);
            if (tree.LemmaOf(head) is "attribuer" or "imputer") return new AttributedAct(clause.Oblique("à"), true);
            var to = clause.Oblique("to");
            return new AttributedAct(to >= 0 ? to : clause.Oblique("on"), true);
        }

        // “the attack was the work of the rebels”
        if (relation == Relation.Nsubj && tree.LemmaOf(head) is "work" or "deed" or "doing")
        {
            foreach (var child in tree.ChildrenOf(head))
            {
                if (tree.RelationOf(child).WithoutSubtype() == Relation.Nmod && (tree.PrepositionOf(child) is "of" || tree.RelationOf(child) == Relation.NmodPoss)) return new AttributedAct(child, true);
            }
        }

        return None;
    }

    /// <summary>Whether somebody is said to be behind the deed.</summary>
    public static bool IsBehind(SentenceTree tree, int deed) =>
        tree.Child(deed, Relation.Case) is var behind and >= 0 && tree.LemmaOf(behind) is "behind" && tree.Child(deed, Relation.Cop) >= 0 && tree.Child(deed, Relation.Nsubj) >= 0;

    private static AttributedAct OfResponsibility(SentenceTree tree, ActLexicon lexicon, int noun)
    {
        var verb = tree.HeadOf(noun);
        if (verb < 0 || !tree.IsVerb(verb) || IsDenied(tree, verb)) return None;
        var clause = VerbClause.Read(tree, lexicon, verb);
        if (clause.Object != noun) return None;
        return tree.LemmaOf(verb) switch
        {
            "claim" or "take" or "assume" or "accept" or "admit" or "acknowledge" or "bear" or "have" or "share" => new AttributedAct(clause.Subject, false),
            "put" or "place" or "lay" or "pin" => new AttributedAct(clause.Oblique("on"), true),
            "attribute" or "assign" => new AttributedAct(clause.Oblique("to"), true),
            _ => None,
        };
    }

    private static AttributedAct OfResponsible(SentenceTree tree, ActLexicon lexicon, int adjective)
    {
        if (tree.Child(adjective, Relation.Cop) >= 0) return new AttributedAct(SubjectFinder.Find(tree, lexicon, adjective, out _), true);
        var head = tree.HeadOf(adjective);
        if (head < 0) return None;

        // “held the rebels responsible”; “the group responsible for”
        if (tree.IsVerb(head) && tree.LemmaOf(head) is "hold" or "consider" or "find" or "deem") return new AttributedAct(VerbClause.Read(tree, lexicon, head).Object, true);
        return tree.RelationOf(adjective).WithoutSubtype() is Relation.Amod or Relation.Acl && tree.IsNominal(head) && tree.PosOf(head) is not (UniversalPos.Pron or UniversalPos.Det) ? new AttributedAct(head, true) : None;
    }

    private static AttributedAct OfAuthor(SentenceTree tree, ActLexicon lexicon, int author)
    {
        if (tree.Child(author, Relation.Cop) >= 0) return new AttributedAct(SubjectFinder.Find(tree, lexicon, author, out _), true);
        if (tree.RelationOf(author) == Relation.Appos) return new AttributedAct(tree.HeadOf(author), true);
        var apposed = tree.Child(author, Relation.Appos);
        return new AttributedAct(apposed, true);
    }

    private static AttributedAct OfPart(SentenceTree tree, ActLexicon lexicon, int noun)
    {
        var verb = tree.HeadOf(noun);
        var owner = tree.ExactChild(noun, Relation.NmodPoss);
        if (owner >= 0) return new AttributedAct(owner, true);
        return verb >= 0 && tree.IsVerb(verb) && tree.LemmaOf(verb) is "take" or "have" or "play" or "admit" or "confess" && tree.RelationOf(noun) == Relation.Obj
            ? new AttributedAct(VerbClause.Read(tree, lexicon, verb).Subject, true)
            : None;
    }

    private static AttributedAct OfVerb(SentenceTree tree, ActLexicon lexicon, int verb, string? preposition)
    {
        switch (tree.LemmaOf(verb))
        {
            case "claim" or "take" or "assume" or "accept" or "admit" when preposition is "for":
                // “claimed responsibility for the attack”, the last phrase hung on the verb
                var claim = VerbClause.Read(tree, lexicon, verb);
                return claim.Object >= 0 && tree.LemmaOf(claim.Object) is "responsibility" or "credit" ? new AttributedAct(claim.Subject, false) : None;
            case "hold" or "consider" when preposition is "for":
                var held = VerbClause.Read(tree, lexicon, verb);
                var responsible = tree.Child(verb, Relation.Xcomp);
                return responsible >= 0 && tree.LemmaOf(responsible) is "responsible" ? new AttributedAct(held.Object, true) : None;
            case "blame" or "accuse" or "suspect" or "charge" or "denounce" when preposition is "for" or "of" or "with" or "in":
                return new AttributedAct(VerbClause.Read(tree, lexicon, verb).Object, true);
            case "implicate" or "involve" when preposition is "in":
                return new AttributedAct(VerbClause.Read(tree, lexicon, verb).Object, true);
            case "take" when preposition is "in":
                // “took part in the attack”
                var share = VerbClause.Read(tree, lexicon, verb);
                return share.Object >= 0 && tree.LemmaOf(share.Object) is "part" ? new AttributedAct(share.Subject, false) : None;
            case "be" when preposition is "behind":
                return new AttributedAct(VerbClause.Read(tree, lexicon, verb).Subject, true);
            case "participate" when preposition is "in":
                return new AttributedAct(VerbClause.Read(tree, lexicon, verb).Subject, true);
            default:
                return None;
        }
    }

    // “No group has claimed responsibility”
    private static bool IsNobody(SentenceTree tree, int word)
    {
        if (tree.LemmaOf(word) is "nobody" or "none" or "no-one" or "aucun" or "personne") return true;
        var determiner = tree.ExactChild(word, Relation.Det);
        return determiner >= 0 && tree.LemmaOf(determiner) is "no" or "neither" or "aucun";
    }

    private static bool IsDenied(SentenceTree tree, int word)
    {
        for (var depth = 0; word >= 0 && depth < 4; depth++, word = tree.HeadOf(word))
        {
            if (tree.LemmaOf(word) is "deny" or "reject" or "disclaim" or "disavow" or "refute") return true;
            foreach (var child in tree.ChildrenOf(word))
            {
                if (tree.LemmaOf(child) is "not" or "n't" or "never" or "no" or "nobody" or "neither") return true;
            }

            if (tree.IsVerb(word) && depth > 0) return false;
        }

        return false;
    }
}
