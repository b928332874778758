using Dateline.Chronology.Extraction.Acts;
using Dateline.Chronology.Extraction.Clauses;
using Dateline.Chronology.Extraction.Parties;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Chronology.Extraction;

/// <summary>With what an act was done: weapons after “with” and “using”, as subject, or before the noun.</summary>
internal static class InstrumentFinder
{
    public static List<TextSpan> Find(SentenceTree tree, ActLexicon lexicon, Clause clause)
    {
        var found = new List<TextSpan>();
        foreach (var (preposition, token) in clause.Obliques)
        {
            if (preposition is "with" or "by" or "from" or "in" or "avec" or "par" && IsWeapon(lexicon, tree, token)) Add(tree, found, token);
        }

        if (clause.Subject >= 0 && IsWeapon(lexicon, tree, clause.Subject)) Add(tree, found, clause.Subject);
        if (clause.Object >= 0 && tree.LemmaOf(clause.Predicate) is "fire" or "launch" or "detonate" or "explode" or "drop" or "throw" or "hurl" or "plant" or "lob" or "set" && IsWeapon(lexicon, tree, clause.Object))
            Add(tree, found, clause.Object);
        foreach (var modifier in clause.Modifiers)
        {
            if (IsWeapon(lexicon, tree, modifier)) Add(tree, found, modifier);
        }

        var verb = clause.LightVerb >= 0 ? clause.LightVerb : clause.Predicate;
        foreach (var child in tree.ChildrenOf(verb))
        {
            if (tree.RelationOf(child) != Relation.Advcl || tree.LemmaOf(child) is not ("use" or "employ" or "fire" or "wield" or "utiliser")) continue;
            var thing = tree.Child(child, Relation.Obj);
            if (thing >= 0 && IsWeapon(lexicon, tree, thing)) Add(tree, found, thing);
        }

        return found;
    }

    /// <summary>A finer mode than the frame's, where the weapon tells it.</summary>
    public static (string? Mode, string Cameo) Refine(SentenceTree tree, ActLexicon lexicon, Clause clause, List<TextSpan> instruments, string? mode, string cameo)
    {
        if (instruments.Count == 0 || mode is not (null or "targeted" or "explosives" or "aerial")) return (mode, cameo);
        foreach (var span in instruments)
        {
            var row = tree.Tokens.FirstAtOrAfter(span.Start);
            for (; row < tree.Sentence.End && tree.Tokens.SpanOf(row).Start < span.End; row++)
            {
                var lemma = tree.LemmaOf(row);
                if (lexicon.Class("weapon.drone").Contains(lemma)) return ("drone", "1952");
                if (mode is "aerial") continue;
                if (lemma is "suicide") return ("suicide-attack", "1831");
                if (lexicon.Class("weapon.explosive").Contains(lemma)) return ("explosives", mode is "explosives" ? cameo : "183");
                if (mode is "explosives") continue;
                if (lexicon.Class("weapon.heavy").Contains(lemma)) return ("heavy-weapons", "194");
                if (lexicon.Class("weapon.aerial").Contains(lemma)) return ("aerial", "195");
                if (lexicon.Class("weapon.firearm").Contains(lemma)) return (mode is "targeted" ? mode : "firearms", mode is "targeted" ? cameo : "193");
                if (lexicon.Class("weapon.crowd").Contains(lemma)) return ("crowd-control", "175");
                if (mode is null && lexicon.Class("weapon.primitive").Contains(lemma)) return ("primitive", cameo);
            }
        }

        return (mode, cameo);
    }

    public static bool IsWeapon(ActLexicon lexicon, SentenceTree tree, int token) => lexicon.Class("weapon").Contains(tree.LemmaOf(token));

    private static void Add(SentenceTree tree, List<TextSpan> found, int token)
    {
        var span = NounPhrase.SpanOf(tree, token);
        if (!found.Exists(other => other.Overlaps(span))) found.Add(span);
    }
}
