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
                case Relation.Acl when IsCharged(tree, verb) && Accused(tree, lexicon, head) is var accused and >= 0 && accused < verb:
                    // “was accused by the bishop of killing …”: the phrase may hang on the bishop.
                    return accused;
                case Relation.Acl or Relation.AclRelcl:
                    // “militants arrested in Gao”, “troops fighting rebels”: the noun itself; “a plan to attack”: whoever has the plan.
                    if (!IsInfinitive(tree, verb))
                    {
                        // “is the biggest donor, giving …”: what is said of the predicate is said of its subject.
                        if (IsPredicate(tree, head)) break;

                        // “issued a statement calling on …”: whoever issued it calls.
                        if (IsUtterance(tree.LemmaOf(head)) && !VerbClause.IsPassive(tree, verb))
                        {
                            var author = AuthorOf(tree, head);
                            if (author >= 0) return author;
                            if (tree.RelationOf(head) is Relation.Obj or Relation.Obl or Relation.OblArg && tree.HeadOf(head) is var issued and >= 0 && tree.IsVerb(issued))
                            {
                                head = issued;
                                break;
                            }
                        }

                        inherited = false;
                        return tree.RelationOf(verb) == Relation.AclRelcl && HasOwnRelative(tree, verb) ? -1 : head;
                    }

                    // “called on the rebels to leave”: those who can leave are meant, not the caller.
                    if (IsSomebody(tree, lexicon, head) && tree.RelationOf(head) is Relation.Obl or Relation.OblArg or Relation.Obj or Relation.Root) return head;
                    var owner = AuthorOf(tree, head);
                    if (owner >= 0) return owner;

                    // “criticised a plan to arrest …”: the plan is another's.
                    if (tree.RelationOf(head) == Relation.Obj && tree.HeadOf(head) is var judge and >= 0 && IsJudgement(lexicon, tree.LemmaOf(judge))) return -1;
                    if (tree.RelationOf(head) is not (Relation.Obj or Relation.Obl or Relation.Xcomp) && !IsPredicate(tree, head)) return -1;
                    if (IsPredicate(tree, head)) break;
                    head = tree.HeadOf(head);
                    if (head < 0) return -1;
                    break;
                case Relation.Advcl when IsInfinitive(tree, verb) && tree.IsVerb(head) && lexicon.CueOf(tree.LemmaOf(head)) is { KeepsSubject: false, Effect: ActCueEffect.Demand or ActCueEffect.Fact or ActCueEffect.Negative }
                    && ControllingObject(tree, head) is var made and >= 0 && made < verb:
                    // “forced the villagers to leave”: a parser may take the content for a purpose.
                    return made;
                case Relation.Advcl when tree.HeadOf(head) < 0 && head == verb - 2 && IsInfinitive(tree, verb) && !tree.IsVerb(head):
                    // Headlines: “Senegal to send troops”.
                    return head;
                case Relation.Advcl when tree.IsVerb(head) && IsCharged(tree, verb) && (ControllingObject(tree, head) is >= 0 and var charged || (charged = Accused(tree, lexicon, head)) >= 0) && charged < verb:
                    // “accused the army of killing …”: the army is said to have killed.
                    return charged;
                case Relation.Advcl when IsNominalised(tree, verb):
                    // “after renewed fighting”: nobody's yet.
                    return -1;
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

    /// <summary>
    /// Subjects that stand before this one in a row (“A, B sign”, “A as well as B”) where the parser gave the verb several; null when none do.
    /// </summary>
    public static List<int>? Beside(SentenceTree tree, int subject)
    {
        var verb = tree.HeadOf(subject);
        if (verb < 0 || tree.RelationOf(subject) is not (Relation.Nsubj or Relation.NsubjPass)) return null;
        List<int>? found = null;
        foreach (var child in tree.ChildrenOf(verb))
        {
            if (child >= subject) break;
            if (tree.RelationOf(child) is not (Relation.Nsubj or Relation.NsubjPass or Relation.NsubjOuter or Relation.OblUnmarked or Relation.Dislocated or Relation.Vocative)) continue;
            if (!tree.IsNominal(child) || tree.IsTime(child) || !IsJoined(tree, child, subject)) continue;
            (found ??= []).Add(child);
        }

        return found;
    }

    // Only commas and words that join may stand between: a dash or colon ends a dateline.
    private static bool IsJoined(SentenceTree tree, int first, int second)
    {
        // A bare comma joins only what stands without articles: “Chad, Togo sign”, but not “In Gao, the capital, the rebels …”.
        var joins = tree.ExactChild(first, Relation.Det) < 0 && tree.ExactChild(second, Relation.Det) < 0 && first + 1 < second && tree.Tokens.CharsOf(first + 1) is ",";
        for (var i = first + 1; i < second; i++)
        {
            if (tree.PosOf(i) == UniversalPos.Punct && tree.Tokens.CharsOf(i) is not ("," or "'" or "’" or "." or "&")) return false;
            if (tree.Tokens.CharsOf(i) is ",") continue;
            if (tree.Tokens.CharsOf(i) is "and" or "&" or "et" or "or" or "plus" or "well" or "with")
            {
                joins = true;
                continue;
            }

            var isInside = tree.IsUnder(i, first) || tree.IsUnder(i, second);
            if (tree.IsVerb(i) && !(isInside && tree.RelationOf(i) == Relation.Amod)) return false;
            if (!isInside && tree.LemmaOf(i) is not ("as" or "along" or "together")) return false;
        }

        return joins;
    }

    private static bool IsJudgement(ActLexicon lexicon, string lemma)
    {
        if (lexicon.EntryOf(lemma) is not { } entry) return false;
        foreach (var frame in entry.FramesOf(ActWord.Verb))
        {
            if (frame.Kind is Events.EventKind.Accuse or Events.EventKind.Reject or Events.EventKind.Support) return true;
        }

        return false;
    }

    private static bool IsCharged(SentenceTree tree, int verb)
    {
        foreach (var child in tree.ChildrenOf(verb))
        {
            if (child < verb && tree.RelationOf(child) is Relation.Mark or Relation.Case && tree.LemmaOf(child) is "of" or "from" or "for" or "with") return true;
        }

        return false;
    }

    // Whom the charge above a word is brought against, or -1.
    private static int Accused(SentenceTree tree, ActLexicon lexicon, int word)
    {
        for (var depth = 0; depth < SentenceTree.MaxDepth && word >= 0 && !tree.IsVerb(word); depth++) word = tree.HeadOf(word);
        if (word < 0 || lexicon.CueOf(tree.LemmaOf(word)) is not { Effect: ActCueEffect.Allege }) return -1;
        return VerbClause.IsPassive(tree, word) ? Find(tree, lexicon, word, out _) : ControllingObject(tree, word);
    }

    private static bool IsNominalised(SentenceTree tree, int verb)
    {
        foreach (var child in tree.ChildrenOf(verb))
        {
            if (child < verb && tree.RelationOf(child) is Relation.Amod or Relation.Det) return true;
        }

        return false;
    }

    private static bool IsUtterance(string lemma) => lemma is "statement" or "report" or "resolution" or "letter" or "message" or "declaration" or "communique" or "communiqué" or "lawsuit" or "complaint"
        or "petition" or "note" or "document" or "decree" or "motion" or "bill" or "tweet" or "post" or "ruling" or "speech" or "article" or "video" or "interview" or "warning" or "appeal" or "communication";

    private static int AuthorOf(SentenceTree tree, int noun)
    {
        if (tree.ExactChild(noun, Relation.NmodPoss) is var owner and >= 0) return owner;
        foreach (var child in tree.ChildrenOf(noun))
        {
            if (child > noun && tree.RelationOf(child) == Relation.Nmod && tree.PrepositionOf(child) is "by" or "from" or "par") return child;
        }

        return -1;
    }

    private static bool IsSomebody(SentenceTree tree, ActLexicon lexicon, int token) =>
        tree.PosOf(token) is UniversalPos.Propn or UniversalPos.Pron || lexicon.Class("agent").Contains(tree.LemmaOf(token));

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
