using Dateline.Chronology.Extraction.Clauses;
using Dateline.Text.Syntax;

namespace Dateline.Chronology.Extraction.Acts;

/// <summary>Chooses the frame of a predicate by what stands around it: the most demanding frame that is satisfied.</summary>
internal static class FrameMatcher
{
    /// <summary>The first frame, in order of specificity, whose needs are met; null when none is.</summary>
    public static ActFrame? Match(SentenceTree tree, ActLexicon lexicon, Clause clause, ActFrame[] frames)
    {
        foreach (var frame in frames)
        {
            if (Fits(tree, lexicon, clause, frame)) return frame;
        }

        return null;
    }

    /// <summary>The words that fill a slot, conjuncts left out.</summary>
    public static int Fill(SentenceTree tree, Clause clause, ActSlot slot)
    {
        switch (slot.Function)
        {
            case ActFunction.Subject: return clause.Subject;
            case ActFunction.Object: return clause.Object;
            case ActFunction.Indirect: return clause.Indirect;
            case ActFunction.Content: return clause.Content;
            case ActFunction.Possessor: return clause.Possessor;
            case ActFunction.Modifier: return clause.Modifiers.Count > 0 ? clause.Modifiers[0] : -1;
            case ActFunction.Preposition: return clause.Oblique(slot.Preposition!);
            case ActFunction.ContentSubject: return clause.Content < 0 ? -1 : tree.Child(clause.Content, Relation.Nsubj);
            case ActFunction.ContentObject: return clause.Content < 0 ? -1 : tree.Child(clause.Content, Relation.Obj);
            case ActFunction.ObjectPossessor: return clause.Object < 0 ? -1 : tree.ExactChild(clause.Object, Relation.NmodPoss);
            case ActFunction.ObjectPreposition when clause.Object >= 0:
                foreach (var child in tree.ChildrenOf(clause.Object))
                {
                    if (tree.RelationOf(child).WithoutSubtype() is Relation.Nmod or Relation.Obl && tree.PrepositionOf(child) == slot.Preposition) return child;

                    // “condemned the killing of farmers by the militia”
                    if (slot.Preposition is "by" or "par" && child > clause.Object && tree.RelationOf(child) == Relation.Nmod)
                    {
                        foreach (var below in tree.ChildrenOf(child))
                        {
                            if (below > child && tree.RelationOf(below) == Relation.Nmod && tree.PrepositionOf(below) == slot.Preposition) return below;
                        }
                    }

                    // “voiced rejection and condemnation of the plan”
                    if (tree.RelationOf(child) != Relation.Conj || !tree.IsNominal(child)) continue;
                    foreach (var below in tree.ChildrenOf(child))
                    {
                        if (below > child && tree.RelationOf(below) == Relation.Nmod && tree.PrepositionOf(below) == slot.Preposition) return below;
                    }
                }

                return -1;
            default: return -1;
        }
    }

    private static bool Fits(SentenceTree tree, ActLexicon lexicon, Clause clause, ActFrame frame)
    {
        if (frame.Word == ActWord.Verb && !frame.Has(ActTraits.Coded) && frame.Particle != clause.Particle && (frame.Particle is not null || clause.Particle is not ("back" or "over" or "away" or "in" or "out" or "off" or "down" or "up")))
            return false;
        if (frame.Particle is not null && frame.Particle != clause.Particle) return false;
        var at = clause.Predicate;
        foreach (var before in frame.Before)
        {
            at--;
            while (at > tree.Sentence.First && tree.LemmaOf(at) is "-") at--;
            if (at < tree.Sentence.First || !tree.LemmaOf(at).Equals(before, StringComparison.OrdinalIgnoreCase)) return false;
        }

        foreach (var need in frame.Needs)
        {
            var isMet = IsMet(tree, lexicon, clause, need);
            for (var i = 0; !isMet && i < need.Others.Length; i++) isMet = IsMet(tree, lexicon, clause, need with { Slot = need.Others[i], Others = [] });
            if (isMet == need.IsForbidden) return false;
        }

        return true;
    }

    private static bool IsMet(SentenceTree tree, ActLexicon lexicon, Clause clause, ActNeed need)
    {
        if (need.Sequence is { } sequence)
            return need.Slot.Function == ActFunction.WordsAfter ? sequence.StandsAfter(tree, clause.Predicate) : sequence.StandsBefore(tree, clause.Predicate);
        if (need.Slot.Function == ActFunction.Case)
            return tree.PrepositionOf(clause.Predicate) is { } preposition && (need.Words is null || need.Words.Contains(preposition));
        if (need.Slot.Function == ActFunction.ContentAuxiliary)
        {
            if (clause.Content < 0) return false;
            foreach (var child in tree.ChildrenOf(clause.Content))
            {
                if (tree.RelationOf(child).WithoutSubtype() == Relation.Aux && (need.Words is null || need.Words.Contains(tree.LemmaOf(child)))) return true;
            }

            return false;
        }

        if (need.Slot.Function == ActFunction.ObjectModifier)
        {
            if (clause.Object < 0) return false;
            foreach (var child in tree.ChildrenOf(clause.Object))
            {
                if (tree.RelationOf(child) is Relation.Compound or Relation.Amod or Relation.NmodDesc && (need.Words is null || IsWord(tree, lexicon, child, need))) return true;
            }

            return false;
        }

        if (need.Slot.Function == ActFunction.Modifier)
        {
            foreach (var modifier in clause.Modifiers)
            {
                if (IsWord(tree, lexicon, modifier, need)) return true;
            }

            return false;
        }

        if (need.Slot.Function == ActFunction.Preposition)
        {
            // The same preposition may stand twice: “on Tuesday … on Iran”.
            foreach (var (name, token) in clause.Obliques)
            {
                if (name == need.Slot.Preposition && (need.Words is null ? !tree.IsTime(token) && !IsTime(tree, lexicon, token) : IsAnyWord(tree, lexicon, token, need))) return true;
            }

            // “relevé le préfet de ses fonctions”: French parsers hang the complement with “de” on the object.
            return need.Slot.Preposition is "de" && need.Words is not null && clause.Object >= 0
                && Fill(tree, clause, new ActSlot(ActFunction.ObjectPreposition, "de")) is var under and >= 0 && IsAnyWord(tree, lexicon, under, need);
        }

        var filler = Fill(tree, clause, need.Slot);
        return filler >= 0 && (need.Words is null || IsAnyWord(tree, lexicon, filler, need));
    }

    private static bool IsAnyWord(SentenceTree tree, ActLexicon lexicon, int token, ActNeed need)
    {
        if (IsWord(tree, lexicon, token, need)) return true;
        var counts = lexicon.Class("quantifier").Contains(tree.LemmaOf(token)) || tree.PosOf(token) == UniversalPos.Num;
        foreach (var child in tree.ChildrenOf(token))
        {
            var relation = tree.RelationOf(child);
            if (relation == Relation.Conj && IsWord(tree, lexicon, child, need)) return true;
            if (counts && relation == Relation.Nmod && tree.PrepositionOf(child) is "of" or "de" && IsAnyWord(tree, lexicon, child, need)) return true;

            // “the pastor Evan Mawarire”: a word that no list has, but that bears somebody's name.
            if (need.AllowsName && relation is Relation.Appos or Relation.Flat && child == token + 1 && tree.PosOf(child) == UniversalPos.Propn) return true;
        }

        return false;
    }

    private static bool IsWord(SentenceTree tree, ActLexicon lexicon, int token, ActNeed need)
    {
        if (need.Words!.Contains(tree.LemmaOf(token))) return true;
        if (need.AllowsName && IsBeforeName(tree, token)) return true;
        if (tree.PosOf(token) != UniversalPos.Propn) return false;

        // “Syrians”, “Parliament”: names with the lemma of a word.
        return need.AllowsName ? !tree.IsTime(token) && !IsTime(tree, lexicon, token) : need.Words.Contains(tree.LemmaOf(token).ToLowerInvariant());
    }

    // “activist Chido Moyo”, “the pastor, Chido Moyo”
    private static bool IsBeforeName(SentenceTree tree, int token)
    {
        foreach (var child in tree.ChildrenOf(token))
        {
            if (child > token && child - token <= 3 && tree.RelationOf(child) is Relation.Appos or Relation.Flat && tree.PosOf(child) == UniversalPos.Propn && !tree.IsTime(child)) return true;
        }

        return false;
    }

    // “on Friday”: a name, but nobody's.
    private static bool IsTime(SentenceTree tree, ActLexicon lexicon, int token) =>
        tree.PosOf(token) == UniversalPos.Propn && lexicon.Class("calendar").Contains(tree.LemmaOf(token).ToLowerInvariant());
}
