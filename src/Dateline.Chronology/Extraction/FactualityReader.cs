using Dateline.Chronology.Events;
using Dateline.Chronology.Extraction.Acts;
using Dateline.Chronology.Extraction.Clauses;
using Dateline.Text.Syntax;

namespace Dateline.Chronology.Extraction;

/// <summary>How an event is told, with the word that makes it so.</summary>
/// <param name="Value">Certainty, polarity and standing.</param>
/// <param name="Holder">The predicate whose subject plans, threatens or refuses it; the event itself where a modal says so; -1 for plain facts.</param>
/// <param name="IsFuture">Whether the words place it after the telling.</param>
/// <param name="Effect">The outermost cue met, or null.</param>
internal readonly record struct Telling(Factuality Value, int Holder, bool IsFuture, ActCueEffect? Effect);

/// <summary>
/// Reads the factuality of a predicate by walking up its tree: negation, modals, conditions, and the words that govern it.
/// </summary>
/// <remarks>After FactBank (Saurí and Pustejovsky 2009, 2012): each governing word changes what its content commits to.</remarks>
internal static class FactualityReader
{
    // A clause in a clause in a clause: what hangs deeper is told plainly or not understood.
    private const int DeepestClause = 6;

    public static Telling Read(SentenceTree tree, ActLexicon lexicon, int predicate, int lightVerb)
    {
        var state = new State();
        if (lightVerb >= 0)
        {
            ReadNounMarks(tree, lexicon, predicate, ref state);
            predicate = lightVerb;
        }

        if (!tree.IsVerb(predicate) && tree.Child(predicate, Relation.Cop) < 0)
        {
            ReadNounMarks(tree, lexicon, predicate, ref state);
        }

        Climb(tree, lexicon, predicate, ref state);
        if (IsAsked(tree, predicate)) state.Set(Standing.Hypothetical, Certainty.Unknown, -1);
        return state.ToTelling();
    }

    private static void Climb(SentenceTree tree, ActLexicon lexicon, int token, ref State state)
    {
        for (var depth = 0; depth < SentenceTree.MaxDepth; depth++)
        {
            if (tree.IsVerb(token) || tree.Child(token, Relation.Cop) >= 0) ReadVerbMarks(tree, token, ref state);
            var head = tree.HeadOf(token);
            if (head < 0) return;
            var relation = tree.RelationOf(token);
            switch (relation.WithoutSubtype())
            {
                case Relation.Xcomp when tree.LemmaOf(head) is "have" && IsInfinitive(tree, token):
                    // “has to pay”, but “had to pay” paid; “has yet to pay” has not.
                    if (HasAdverb(tree, head, "yet")) state.Negate();
                    else if (!IsPast(tree, head)) state.Set(Standing.Demanded, Certainty.Unknown, head);
                    break;
                case Relation.Xcomp when tree.LemmaOf(head) is "go" && IsInfinitive(tree, token):
                case Relation.Xcomp when tree.LemmaOf(head) is "aller" && tree.Has(token, Morphology.Infinitive):
                    // “is going to visit”, “va se rendre”
                    state.Future(token);
                    break;
                case Relation.Xcomp when tree.LemmaOf(head) is "devoir":
                    // “doit se retirer” is asked of him, “devrait se rendre” is expected.
                    if (tree.Has(head, Morphology.Conditional)) state.Set(Standing.Predicted, Certainty.Probable, -1);
                    else state.Set(Standing.Demanded, Certainty.Unknown, head);
                    break;
                case Relation.Xcomp or Relation.Advcl or Relation.Ccomp when tree.PosOf(head) is UniversalPos.Adj or UniversalPos.Verb && IsInfinitive(tree, token) && IsFelt(tree.LemmaOf(head)):
                    // “was glad to hear”, “was lucky to survive”: the feeling is about what came to pass.
                    break;
                case Relation.Xcomp when tree.LemmaOf(head) == "able" && IsPast(tree, head):
                    // “was able to flee” fled.
                    break;
                case Relation.Xcomp when tree.PosOf(head) == UniversalPos.Adj && IsInfinitive(tree, token) && lexicon.CueOf(tree.LemmaOf(head)) is null:
                case Relation.Csubj when IsInfinitive(tree, token):
                    // “hard to reach”, “to leave would be wrong”
                    state.Set(Standing.Hypothetical, Certainty.Unknown, -1);
                    break;
                case Relation.Ccomp when IsDone(tree, token) && lexicon.CueOf(tree.LemmaOf(head)) is { Effect: ActCueEffect.Plan or ActCueEffect.Decide or ActCueEffect.Pledge }:
                    // “announced that it had suspended aid”: what is announced has been done.
                    break;
                case Relation.Ccomp when !IsInfinitive(tree, token) && IsAskedFor(tree, token):
                    // “let me know what you think”: what is asked for is taken for granted.
                    return;
                case Relation.Xcomp when IsInfinitive(tree, token) && IsPolite(tree, head) && HasWould(tree, head):
                    // “would like to thank you” thanks; “would like to attend” may not attend.
                    if (!IsSpoken(tree.LemmaOf(token))) state.Set(Standing.Hypothetical, Certainty.Unknown, -1);
                    return;
                case Relation.Xcomp when tree.Has(token, Morphology.Participle | Morphology.Past) && tree.Child(token, Relation.Mark) < 0 && tree.Child(token, Relation.AuxPass) < 0 && tree.Child(token, Relation.Aux) < 0:
                    // “find the paper attached”: how a thing is already.
                    return;
                case Relation.Ccomp or Relation.Csubj when IsNecessary(tree.LemmaOf(head)):
                    // “it is essential that he comply”
                    state.Set(Standing.Demanded, Certainty.Unknown, -1);
                    return;
                case Relation.Ccomp when IsIndicative(tree, token) && lexicon.CueOf(tree.LemmaOf(head)) is null or { Effect: ActCueEffect.Demand or ActCueEffect.Threat or ActCueEffect.Plan or ActCueEffect.Pledge or ActCueEffect.Fact }:
                    // “called to say that they had left”: told in its own right, whatever becomes of the telling; unless it is denied.
                    if (Governor(tree, lexicon, head, state.Depth + 1).IsNegative && !IsKnown(tree.LemmaOf(head))) state.Set(Standing.Hypothetical, Certainty.Unknown, -1);
                    return;
                case Relation.Xcomp or Relation.Ccomp or Relation.Csubj:
                    Apply(tree, lexicon, head, token, relation, ref state);
                    break;
                case Relation.Obj or Relation.Nsubj when !tree.IsVerb(token):
                    // A noun that names the act: “called off the strike” reaches it, “the attack killed” does not go further.
                    if (relation == Relation.NsubjPass || relation.WithoutSubtype() == Relation.Obj)
                    {
                        Apply(tree, lexicon, head, token, relation, ref state);
                        if (!IsNonFactual(state)) return;
                        break;
                    }

                    // “an attack is possible”, “no attack took place”
                    ReadVerbMarks(tree, head, ref state);
                    if (lexicon.CueOf(tree.LemmaOf(head)) is { } adjective && tree.PosOf(head) == UniversalPos.Adj) state.Take(adjective.Effect, head);
                    return;
                case Relation.Obl when !tree.IsVerb(token):
                    if (tree.PrepositionOf(token) is "for" or "against" or "of" or "about" or "from" or "on" or "to" or "over" or "into" or "in" or "de" or "à" or "pour" or "contre" or "sur") Apply(tree, lexicon, head, token, relation, ref state);
                    if (tree.PrepositionOf(token) is "without" or "sans") state.Negate();
                    return;
                case Relation.Nmod when !tree.IsVerb(token):
                    if (tree.PrepositionOf(token) is "of" or "for" or "to" or "against" or "about" or "over" or "on" or "de" or "à" or "pour")
                    {
                        var before = state.Count;
                        Apply(tree, lexicon, head, token, relation, ref state);
                        if (state.Count > before) break;
                    }

                    return;
                case Relation.Acl when relation != Relation.AclRelcl:
                    if (tree.IsVerb(head)) return;
                    if (lexicon.CueOf(tree.LemmaOf(head)) is null)
                    {
                        // “a place to stay”, “time to act”: what an infinitive adds to a noun has not happened.
                        if (IsHeadlinePlan(tree, token, head))
                        {
                            state.Future(token);
                            return;
                        }

                        if (IsInfinitive(tree, token) && tree.LemmaOf(head) is not ("first" or "last")) state.Set(Standing.Hypothetical, Certainty.Unknown, -1);
                        if (HasNo(tree, head)) state.Negate();
                        // “find ways of creating jobs”: as far from fact as what it hangs on.
                        if (state.Count == 0) state.Share(Governor(tree, lexicon, head, state.Depth + 1));
                        return;
                    }

                    Apply(tree, lexicon, head, token, relation, ref state);
                    break;
                case Relation.Advcl when IsHeadlinePlan(tree, token, head):
                    state.Future(token);
                    return;
                case Relation.Acl:
                    // “any government that takes power”, “nobody who came”
                    if (HasDeterminer(tree, head, "any") || tree.LemmaOf(head) is "anyone" or "anybody" or "anything" or "whoever" or "whatever") state.Set(Standing.Hypothetical, Certainty.Unknown, -1);
                    return;
                case Relation.Advcl:
                    var counted = state.Count;
                    ReadAdverbial(tree, lexicon, token, head, ref state);
                    if (state.Count == counted && IsDependent(tree, token)) state.Share(Governor(tree, lexicon, head, state.Depth + 1));
                    return;
                case Relation.Conj:
                    // A conjunct shares what stands before the first one, unless it has a subject of its own.
                    if (tree.Child(token, Relation.Nsubj) >= 0 || !(tree.IsVerb(token) == tree.IsVerb(head))) return;
                    if (tree.IsVerb(token) && tree.Child(token, Relation.Aux) >= 0)
                    {
                        token = SkipMarks(tree, head);
                        if (token < 0) return;
                        continue;
                    }

                    if (!tree.IsVerb(head)) ReadNounMarks(tree, lexicon, head, ref state);
                    break;
                case Relation.Compound or Relation.Amod:
                    if (lexicon.CueOf(tree.LemmaOf(head)) is { } noun) state.Take(noun.Effect, head);
                    return;
                default:
                    return;
            }

            token = head;
        }
    }

    /// <summary>How the word that something hangs on is told.</summary>
    private static State Governor(SentenceTree tree, ActLexicon lexicon, int head, int depth)
    {
        var state = new State { Depth = depth };
        if (depth < DeepestClause) Climb(tree, lexicon, head, ref state);
        return state;
    }

    /// <summary>
    /// Whether an adverbial clause is as real as what it hangs on: a participle (“by sending troops”), or a time that is still
    /// to come when its main clause is (“when they arrive”).
    /// </summary>
    private static bool IsDependent(SentenceTree tree, int clause)
    {
        if (!tree.Has(clause, Morphology.Finite) && tree.Child(clause, Relation.Aux) < 0 && tree.Child(clause, Relation.Cop) < 0) return tree.Child(clause, Relation.Nsubj) < 0;
        if (!IsPresent(tree, clause)) return false;
        foreach (var child in tree.ChildrenOf(clause))
        {
            if (tree.RelationOf(child).WithoutSubtype() is Relation.Mark or Relation.Advmod && tree.LemmaOf(child) is "when" or "once" or "until" or "till" or "before" or "after" or "while" or "soon" or "whenever" or "quand" or "lorsque") return true;
        }

        return false;
    }

    private static bool IsPresent(SentenceTree tree, int clause)
    {
        foreach (var child in tree.ChildrenOf(clause))
        {
            if (tree.RelationOf(child).WithoutSubtype() is Relation.Aux or Relation.Cop && tree.Has(child, Morphology.Finite)) return tree.Has(child, Morphology.Present);
        }

        return tree.Has(clause, Morphology.Present);
    }

    private static bool IsFelt(string lemma) => lemma is "happy" or "glad" or "delighted" or "delight" or "pleased" or "please" or "sad" or "sorry" or "surprised" or "surprise" or "shocked" or "shock" or "proud" or "lucky" or "fortunate"
        or "honored" or "honoured" or "honor" or "thrilled" or "relieved" or "saddened" or "disappointed" or "amazed" or "astonished" or "wise" or "foolish" or "stupid" or "brave" or "grateful" or "unlucky" or "heureux" or "ravi" or "fier";

    private static bool IsAskedFor(SentenceTree tree, int clause)
    {
        foreach (var child in tree.ChildrenOf(clause))
        {
            if (child > clause) continue;
            if (tree.LemmaOf(child).ToLowerInvariant() is "what" or "how" or "why" or "where" or "when" or "who" or "which" or "whose" or "pourquoi" or "comment") return true;
        }

        return false;
    }

    private static bool HasAdverb(SentenceTree tree, int verb, string lemma)
    {
        foreach (var child in tree.ChildrenOf(verb))
        {
            if (tree.RelationOf(child).WithoutSubtype() == Relation.Advmod && tree.LemmaOf(child) == lemma) return true;
        }

        return false;
    }

    private static bool HasDeterminer(SentenceTree tree, int noun, string lemma)
    {
        foreach (var child in tree.ChildrenOf(noun))
        {
            if (tree.RelationOf(child).WithoutSubtype() == Relation.Det && tree.LemmaOf(child).Equals(lemma, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    // Past by its own form or by that of its copula or auxiliary.
    private static bool IsPast(SentenceTree tree, int verb)
    {
        if (tree.Has(verb, Morphology.Past)) return true;
        foreach (var child in tree.ChildrenOf(verb))
        {
            if (tree.RelationOf(child).WithoutSubtype() is Relation.Cop or Relation.Aux && tree.Has(child, Morphology.Past)) return true;
        }

        return false;
    }

    // Headlines: “Senegal to send troops”.
    private static bool IsHeadlinePlan(SentenceTree tree, int token, int head) =>
        tree.HeadOf(head) < 0 && head == token - 2 && !tree.IsVerb(head) && tree.Child(head, Relation.Cop) < 0 && IsInfinitive(tree, token);

    private static bool IsInfinitive(SentenceTree tree, int verb) =>
        tree.Has(verb, Morphology.Infinitive) && tree.Child(verb, Relation.Mark) is var mark and >= 0 && tree.LemmaOf(mark) is "to" or "de" or "à" or "pour";

    // The first conjunct's own auxiliaries do not reach a conjunct with auxiliaries of its own; what governs both does.
    private static int SkipMarks(SentenceTree tree, int head) => tree.HeadOf(head) >= 0 && tree.RelationOf(head) is Relation.Xcomp or Relation.Ccomp ? tree.HeadOf(head) : -1;

    private static bool IsNonFactual(State state) => state.Count > 0;

    private static void Apply(SentenceTree tree, ActLexicon lexicon, int governor, int token, Relation relation, ref State state)
    {
        if (lexicon.CueOf(tree.LemmaOf(governor)) is not { } cue) return;
        var isClause = relation == Relation.Ccomp && IsIndicative(tree, token);
        if (relation == Relation.Ccomp && cue.Effect is ActCueEffect.Fact or ActCueEffect.Attempt) return;

        // “warned that rebels had taken the road”, “told me you have it”: what is reported in the indicative is told, not wanted.
        if (isClause && cue.Effect is ActCueEffect.Demand or ActCueEffect.Threat or ActCueEffect.Plan or ActCueEffect.Pledge) return;
        if (isClause && cue.Effect is ActCueEffect.Suppose && IsBelief(tree.LemmaOf(governor)))
        {
            state.Weaken(Certainty.Probable);
            return;
        }

        // “said they did not expect him to come”: negation of a verb of asking or planning leaves nothing to count on.
        state.Take(cue.Effect, governor);
    }

    // A finite clause that is no subjunctive: “that he leave” has none of these forms.
    private static bool IsIndicative(SentenceTree tree, int clause)
    {
        if (IsInfinitive(tree, clause) || tree.Has(clause, Morphology.Subjunctive)) return false;
        if (tree.Has(clause, Morphology.Past) || (tree.Has(clause, Morphology.Present) && tree.Has(clause, Morphology.Finite))) return true;
        foreach (var child in tree.ChildrenOf(clause))
        {
            if (tree.RelationOf(child).WithoutSubtype() is Relation.Aux or Relation.Cop && tree.Has(child, Morphology.Finite)) return true;
        }

        return false;
    }

    private static bool IsBelief(string lemma) => lemma is "think" or "believe" or "assume" or "suppose" or "hope" or "fear" or "suggest" or "hint" or "croire" or "penser";

    private static void ReadAdverbial(SentenceTree tree, ActLexicon lexicon, int token, int head, ref State state)
    {
        // “arrêté pour avoir tué”: what lies before the other act is no purpose.
        if (FrenchVerbMarks.IsPerfectInfinitive(tree, token) && tree.Child(token, Relation.Mark) is var looking && (looking < 0 || tree.LemmaOf(looking) is not "sans")) return;
        foreach (var child in tree.ChildrenOf(token))
        {
            if (tree.RelationOf(child) is not (Relation.Mark or Relation.Case)) continue;
            switch (tree.LemmaOf(child))
            {
                case "if" or "unless" or "whether" or "lest" or "provided" or "whenever" or "si":
                    state.Set(Standing.Hypothetical, Certainty.Unknown, -1);
                    return;
                case "as" or "so" or "in" when IsFixedCondition(tree, child):
                    state.Set(Standing.Hypothetical, Certainty.Unknown, -1);
                    return;
                case "without" or "sans":
                    state.Negate();
                    return;
                case "instead" or "rather":
                    state.Negate();
                    return;
                case "to" when IsGoing(tree.LemmaOf(head)) && IsPast(tree, head) || HasEnough(tree, head) && IsPast(tree, head):
                    // “went to see”, “earned enough to retire”: who went there for it did it.
                    state.IsPurpose = true;
                    return;
                case "to" or "pour" or "afin":
                    // A purpose; “gathered to protest” tells the protest all the same, which the kind decides.
                    state.Set(Standing.Planned, Certainty.Unknown, head);
                    state.IsPurpose = true;
                    return;
                case "until" or "till" or "once" or "before" when IsPresent(tree, token):
                    // “will not leave until the army withdraws”
                    state.Set(Standing.Hypothetical, Certainty.Unknown, -1);
                    return;
                case "of" or "from" or "for" or "against" or "de" or "à":
                    Apply(tree, lexicon, head, token, Relation.Advcl, ref state);
                    return;
            }
        }

        if (tree.Has(token, Morphology.Infinitive)) state.Set(Standing.Planned, Certainty.Unknown, head);
    }

    // “had suspended”, “suspended”: not “would have suspended”.
    private static bool IsDone(SentenceTree tree, int verb)
    {
        var aux = tree.Child(verb, Relation.Aux);
        if (aux < 0) return tree.Has(verb, Morphology.Past | Morphology.Finite);
        foreach (var child in tree.ChildrenOf(verb))
        {
            if (tree.RelationOf(child).WithoutSubtype() != Relation.Aux) continue;
            if (tree.LemmaOf(child) is "will" or "would" or "shall" or "should" or "may" or "might" or "can" or "could" or "must") return false;
            if (tree.LemmaOf(child) is "have" || tree.Has(child, Morphology.Past)) return true;
        }

        return false;
    }

    private static bool IsGoing(string lemma) => lemma is "go" or "come" or "travel" or "gather" or "rally" or "march" or "return" or "rush" or "stop" or "turn" or "assemble" or "meet" or "fly" or "head" or "aller" or "venir";

    private static bool HasEnough(SentenceTree tree, int verb)
    {
        foreach (var child in tree.ChildrenOf(verb))
        {
            if (tree.LemmaOf(child) == "enough") return true;
            foreach (var inner in tree.ChildrenOf(child))
            {
                if (tree.LemmaOf(inner) == "enough") return true;
            }
        }

        return false;
    }

    // “as long as”, “so that”, “in case”
    private static bool IsFixedCondition(SentenceTree tree, int mark)
    {
        if (mark + 1 >= tree.Sentence.End) return false;
        return (tree.LemmaOf(mark), tree.LemmaOf(mark + 1)) switch
        {
            ("so", "that") or ("in", "case") => true,
            ("as", "long") => mark + 2 < tree.Sentence.End && tree.LemmaOf(mark + 2) == "as",
            _ => false,
        };
    }

    // An order: a bare verb that heads its clause without subject or auxiliary.
    private static bool IsOrder(SentenceTree tree, int verb)
    {
        if (tree.Has(verb, Morphology.Imperative)) return true;
        if (tree.Document.Language == "fr" || tree.Has(verb, Morphology.Past) || !(tree.HeadOf(verb) < 0 || tree.RelationOf(verb) == Relation.Parataxis)) return false;
        if (!tree.IsVerb(verb) || !tree.Tokens.CharsOf(verb).Equals(tree.LemmaOf(verb), StringComparison.OrdinalIgnoreCase)) return false;
        // “Hope you are well”, “Look forward to it” leave out an “I”.
        if (tree.LemmaOf(verb) is "hope" or "look" or "appreciate" or "thank" or "guess" or "love" or "wish" or "think") return false;
        foreach (var child in tree.ChildrenOf(verb))
        {
            if (tree.RelationOf(child).WithoutSubtype() is Relation.Nsubj or Relation.Csubj or Relation.Aux or Relation.Mark or Relation.Cop or Relation.Expl) return false;
        }

        return true;
    }

    // “how to pay”, “to pay or not”: an infinitive that nothing governs.
    private static bool IsBareInfinitive(SentenceTree tree, int verb) => IsInfinitive(tree, verb) && tree.Child(verb, Relation.Nsubj) < 0 && tree.Child(verb, Relation.Aux) < 0
        && (tree.HeadOf(verb) < 0 || IsAskedFor(tree, verb));

    // “would like to thank”, “I would say”: politeness, not supposition.
    private static bool IsPolite(SentenceTree tree, int verb) => tree.LemmaOf(verb) is "like" or "love" or "prefer" or "appreciate" or "hate" or "say" or "argue" or "guess" or "recommend" or "advise";

    private static bool IsNecessary(string lemma) => lemma is "essential" or "important" or "necessary" or "vital" or "crucial" or "imperative" or "urgent" or "nécessaire" or "essentiel";

    private static bool IsSpoken(string lemma) => lemma is "thank" or "congratulate" or "ask" or "inform" or "remind" or "express" or "acknowledge" or "add" or "note" or "mention" or "say" or "point" or "apologize" or "apologise" or "welcome";

    private static bool IsKnown(string lemma) => lemma is "know" or "realize" or "realise" or "forget" or "regret" or "remember" or "mention" or "notice" or "understand" or "savoir" or "regretter";

    private static bool HasWould(SentenceTree tree, int verb)
    {
        foreach (var child in tree.ChildrenOf(verb))
        {
            if (tree.RelationOf(child) == Relation.Aux && (tree.LemmaOf(child) == "would" || tree.Tokens.CharsOf(child) is "would" or "'d" or "’d")) return true;
        }

        return false;
    }

    private static void ReadVerbMarks(SentenceTree tree, int verb, ref State state)
    {
        if (IsBareInfinitive(tree, verb)) state.Set(Standing.Hypothetical, Certainty.Unknown, -1);
        if (IsOrder(tree, verb) && tree.Child(verb, Relation.Nsubj) < 0) state.Set(Standing.Demanded, Certainty.Unknown, -1);
        if (tree.LemmaOf(verb) == "go" && tree.Has(verb, Morphology.Present) && !tree.Has(verb, Morphology.Finite) && tree.Child(verb, Relation.Xcomp) is var coming and >= 0 && coming > verb && IsInfinitive(tree, coming)) state.Future(verb);
        var french = FrenchVerbMarks.Read(tree, verb);
        if (french.IsNegated) state.Negate();
        if (french.IsFuture) state.Future(verb);
        if (french.IsHearsay) state.Weaken(Certainty.Probable);
        if (french.IsConditional) Would(tree, verb, ref state);
        foreach (var child in tree.ChildrenOf(verb))
        {
            var relation = tree.RelationOf(child);
            switch (relation.WithoutSubtype())
            {
                case Relation.Advmod:
                    ReadAdverb(tree, child, ref state);
                    break;
                case Relation.Aux:
                    ReadAuxiliary(tree, verb, child, ref state);
                    break;
                case Relation.Cop when tree.LemmaOf(child) is "be" && tree.Has(verb, Morphology.Infinitive):
                    state.Set(Standing.Planned, Certainty.Probable, verb);
                    break;
                case Relation.Mark when tree.LemmaOf(child) is "if" or "unless" or "whether" or "lest" or "si":
                    state.Set(Standing.Hypothetical, Certainty.Unknown, -1);
                    break;
                case Relation.Nsubj or Relation.Obj when !french.HasNe && (tree.LemmaOf(child) is "nobody" or "none" or "nothing" or "neither" || HasNo(tree, child)):
                    state.Negate();
                    break;
                case Relation.Nsubj when tree.PosOf(child) == UniversalPos.Pron && tree.LemmaOf(child) is "no-one":
                    state.Negate();
                    break;
            }
        }
    }

    private static bool HasNo(SentenceTree tree, int noun)
    {
        foreach (var child in tree.ChildrenOf(noun))
        {
            if (tree.LemmaOf(child) is "no" or "neither" or "aucun" && tree.RelationOf(child) is Relation.Det or Relation.Advmod or Relation.CcPreconj or Relation.Cc) return true;
        }

        return false;
    }

    private static void ReadAdverb(SentenceTree tree, int adverb, ref State state)
    {
        switch (tree.LemmaOf(adverb))
        {
            case "not" or "n't" or "n’t" when adverb + 1 < tree.Sentence.End && tree.LemmaOf(adverb + 1) is "only" or "just" or "merely" or "simply":
                // “not only showed up”
                break;
            case "not" or "n't" or "n’t" or "never" or "neither" or "nor" or "hardly" or "scarcely" or "nowhere":
                state.Negate();
                break;
            case "almost" or "nearly":
                state.Negate();
                break;
            case "no" or "long" when tree.LemmaOf(adverb) is "no" or "longer":
                state.Negate();
                break;
            case "longer" or "more" when HasNo(tree, adverb):
                state.Negate();
                break;
            case "allegedly" or "reportedly" or "apparently" or "supposedly" or "probably" or "presumably" or "seemingly" or "likely" or "probablement" or "apparemment" or "vraisemblablement" or "sans doute" or "prétendument":
                state.Weaken(Certainty.Probable);
                break;
            case "possibly" or "perhaps" or "maybe" or "conceivably" or "peut-être":
                state.Weaken(Certainty.Possible);
                break;
        }
    }

    // A modal takes the bare infinitive: before a finite auxiliary it is a name (“Theresa May has held”, “Will is”).
    private static bool IsName(SentenceTree tree, int auxiliary) =>
        auxiliary + 1 < tree.Sentence.End
        && char.IsUpper(tree.Tokens.CharsOf(auxiliary)[0])
        && tree.LemmaOf(auxiliary) is "may" or "will"
        && tree.Tokens.CharsOf(auxiliary + 1) is "has" or "had" or "is" or "was" or "does" or "did" or "will" or "would";

    private static void ReadAuxiliary(SentenceTree tree, int verb, int auxiliary, ref State state)
    {
        if (IsName(tree, auxiliary)) return;
        switch (tree.LemmaOf(auxiliary))
        {
            case "will" or "shall" or "'ll":
                if (tree.Tokens.CharsOf(auxiliary).StartsWith("would", StringComparison.OrdinalIgnoreCase) || tree.Tokens.CharsOf(auxiliary) is "'d") Would(tree, verb, ref state);
                else if (tree.Tokens.CharsOf(auxiliary).StartsWith("should", StringComparison.OrdinalIgnoreCase)) state.Set(Standing.Demanded, Certainty.Unknown, verb);
                else state.Future(verb);
                break;
            case "would":
                Would(tree, verb, ref state);
                break;
            case "may" or "might" or "could" or "pouvoir":
                state.Set(Standing.Hypothetical, Certainty.Possible, -1);
                break;
            case "can":
                state.Set(Standing.Hypothetical, Certainty.Possible, -1);
                break;
            case "should" or "must" or "ought" or "devoir":
                state.Set(Standing.Demanded, Certainty.Unknown, verb);
                break;
            case "not" or "n't":
                state.Negate();
                break;
            case "be" or "have" when tree.Has(verb, Morphology.Infinitive) && tree.Child(verb, Relation.Mark) >= 0 && tree.Has(auxiliary, Morphology.Finite):
                state.Set(Standing.Planned, Certainty.Probable, verb);
                break;
            case "be" when tree.Has(verb, Morphology.Gerund) || (tree.Has(verb, Morphology.Participle) && tree.Has(verb, Morphology.Present)):
                state.IsOngoing = tree.Has(auxiliary, Morphology.Present);
                break;
            case "be" when tree.Has(auxiliary, Morphology.Gerund) || (tree.Has(auxiliary, Morphology.Participle) && tree.Has(auxiliary, Morphology.Present)):
                // “are being retaken”
                state.IsOngoing = HasPresentBe(tree, verb, auxiliary);
                break;
        }

        if (tree.Has(auxiliary, Morphology.Negative)) state.Negate();
    }

    private static bool HasPresentBe(SentenceTree tree, int verb, int passive)
    {
        foreach (var child in tree.ChildrenOf(verb))
        {
            if (child < passive && tree.RelationOf(child).WithoutSubtype() == Relation.Aux && tree.LemmaOf(child) is "be" && tree.Has(child, Morphology.Present) && tree.Has(child, Morphology.Finite)) return true;
        }

        return false;
    }

    private static void Would(SentenceTree tree, int verb, ref State state)
    {
        // “said it would withdraw” is a future told later; outside reported speech it is a supposition.
        var relation = tree.RelationOf(verb);
        var reported = relation is Relation.Ccomp or Relation.Parataxis || (relation == Relation.Conj && tree.HeadOf(verb) is var head and >= 0 && tree.RelationOf(head) == Relation.Ccomp)
            || tree.Child(verb, Relation.Parataxis) >= 0 || HasReportingParent(tree, verb);
        var perfect = false;
        foreach (var child in tree.ChildrenOf(verb))
        {
            if (tree.RelationOf(child) == Relation.Aux && tree.LemmaOf(child) == "have") perfect = true;
        }

        if (IsPolite(tree, verb) && !perfect) return;
        if (reported && !perfect) state.Future(verb);
        else state.Set(Standing.Hypothetical, Certainty.Unknown, -1);
    }

    private static bool HasReportingParent(SentenceTree tree, int verb)
    {
        foreach (var child in tree.ChildrenOf(verb))
        {
            if (tree.RelationOf(child) is Relation.Advcl && tree.LemmaOf(child) is "accord" or "say") return true;
        }

        return false;
    }

    private static void ReadNounMarks(SentenceTree tree, ActLexicon lexicon, int noun, ref State state)
    {
        foreach (var child in tree.ChildrenOf(noun))
        {
            var relation = tree.RelationOf(child);
            if (relation is Relation.Det or Relation.Advmod && tree.LemmaOf(child) is "no" or "neither" or "aucun")
            {
                if (!FrenchVerbMarks.IsUnderNe(tree, noun)) state.Negate();
            }
            else if (relation is Relation.Det && tree.LemmaOf(child) is "any")
            {
                state.Set(Standing.Hypothetical, Certainty.Unknown, -1);
            }
            else if (relation is Relation.Amod or Relation.Acl or Relation.Compound && lexicon.CueOf(tree.LemmaOf(child)) is { } cue
                     && tree.PosOf(child) is UniversalPos.Adj or UniversalPos.Verb)
            {
                // “planned”, “alleged”, “possible”; a gerund before the noun (“threatening”) is no such cue.
                if (!tree.Has(child, Morphology.Gerund)) state.Take(cue.Effect, child);
            }
        }
    }

    /// <summary>
    /// Whether a question asks if it happened: yes or no, of the main clause. What a relative or temporal clause tells within
    /// a question, and what “why”, “what” or “when” asks about, is taken for granted.
    /// </summary>
    private static bool IsAsked(SentenceTree tree, int predicate)
    {
        var last = tree.Sentence.End - 1;
        var asks = false;
        for (var i = last; i >= tree.Sentence.First && i > last - 3; i--) asks |= tree.Tokens.CharsOf(i).Contains('?');
        if (!asks) return false;
        var at = predicate;
        for (var depth = 0; depth < SentenceTree.MaxDepth; depth++)
        {
            var head = tree.HeadOf(at);
            if (head < 0) break;
            if (tree.RelationOf(at) is Relation.AclRelcl or Relation.Advcl or Relation.Acl) return false;
            at = head;
        }

        var subject = -1;
        foreach (var child in tree.ChildrenOf(at))
        {
            if (tree.LemmaOf(child).ToLowerInvariant() is "why" or "how" or "when" or "where" or "who" or "what" or "which" or "whose" or "pourquoi" or "comment" or "quand" or "où" or "qui" or "que") return false;
            if (tree.RelationOf(child).WithoutSubtype() == Relation.Nsubj) subject = child;
            foreach (var inner in tree.ChildrenOf(child))
            {
                if (inner < at && child < at && tree.LemmaOf(inner).ToLowerInvariant() is "what" or "which" or "whose" or "how" or "quel") return false;
            }
        }

        return !IsTold(tree, at, subject);
    }

    // A subject before all its verbs is no question's order, whatever mark ends the line; French asks so too.
    private static bool IsTold(SentenceTree tree, int verb, int subject)
    {
        if (subject < 0 || tree.Document.Language == "fr") return false;
        if (verb < subject) return false;
        foreach (var child in tree.ChildrenOf(verb))
        {
            if (child < subject && tree.RelationOf(child).WithoutSubtype() is Relation.Aux or Relation.Cop) return false;
        }

        return tree.Tokens.CharsOf(tree.Sentence.End - 2).Contains('.') || tree.Sentence.Count > 25;
    }

    private struct State
    {
        private bool _negative;
        private Standing? _standing;
        private Certainty _certainty;
        private int _holder = -1;
        private bool _future;
        private ActCueEffect? _effect;

        public State()
        {
        }

        public int Count { get; private set; }

        /// <summary>How many clauses up from the one asked about.</summary>
        public int Depth { get; init; }

        public readonly bool IsNegative => _negative;

        public bool IsPurpose { get; set; }

        public bool IsOngoing { get; set; }

        public void Negate() => _negative = !_negative;

        public void Future(int holder)
        {
            Count++;
            _future = true;
            if (_standing is null) { _standing = Standing.Planned; _holder = holder; Lower(Certainty.Probable); }
        }

        public void Weaken(Certainty certainty) => Lower(certainty);

        /// <summary>Is no more real than what it hangs on; a denial of that says nothing of it.</summary>
        public void Share(State governor)
        {
            if (governor._standing is { } standing && standing != Standing.Denied) Set(standing, governor._certainty, governor._holder);
        }

        public void Set(Standing standing, Certainty certainty, int holder)
        {
            Count++;

            // What is supposed stays supposed whatever governs it; a plan that is denied is denied.
            if (_standing is null || standing is Standing.Hypothetical or Standing.Denied)
            {
                _standing = standing;
                _holder = holder;
            }

            Lower(certainty);
        }

        public void Take(ActCueEffect effect, int holder)
        {
            Count++;
            _effect = effect;
            switch (effect)
            {
                case ActCueEffect.Fact: Count--; break;
                case ActCueEffect.Negative: _negative = !_negative; break;
                case ActCueEffect.Plan or ActCueEffect.Decide or ActCueEffect.Pledge: Set(Standing.Planned, Certainty.Probable, holder); break;
                case ActCueEffect.Threat: Set(Standing.Threatened, Certainty.Unknown, holder); break;
                case ActCueEffect.Demand: Set(Standing.Demanded, Certainty.Unknown, holder); break;
                case ActCueEffect.Predict: Set(Standing.Predicted, Certainty.Probable, holder); _future = true; break;
                case ActCueEffect.Suppose: Set(Standing.Hypothetical, Certainty.Possible, -1); break;
                case ActCueEffect.Attempt: Set(Standing.Hypothetical, Certainty.Possible, holder); break;
                case ActCueEffect.Deny: _standing = Standing.Denied; _holder = holder; _negative = true; break;
                case ActCueEffect.Allege: Lower(Certainty.Probable); break;
            }
        }

        public readonly Telling ToTelling()
        {
            var standing = _standing ?? (IsOngoing ? Standing.Ongoing : Standing.Occurred);
            return new Telling(new Factuality(_certainty, _negative, standing), _holder, _future, IsPurpose ? null : _effect);
        }

        private void Lower(Certainty certainty)
        {
            if (certainty > _certainty) _certainty = certainty;
        }
    }
}
