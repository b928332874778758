using Dateline.Chronology.Extraction.Acts;
using Dateline.Chronology.Extraction.Clauses;
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
            if (preposition is "with" or "by" or "from" or "in" or "avec" or "par" && (IsWeapon(lexicon, tree, token) || (preposition is "with" && (IsLoad(lexicon, tree, token) || IsBurst(lexicon, tree, token)))) && !IsBlast(tree, token)) Add(tree, lexicon, found, token);
        }

        if (clause.Subject >= 0 && IsWeapon(lexicon, tree, clause.Subject) && !IsBlast(tree, clause.Subject) && !lexicon.Class("weapon.aerial").Contains(tree.LemmaOf(clause.Subject))) Add(tree, lexicon, found, clause.Subject);
        if (clause.Subject >= 0) AddOfDeed(tree, lexicon, found, clause.Subject);
        foreach (var (preposition, token) in clause.Obliques)
        {
            // “the explosion of a bomb”, “killed in a grenade attack”
            if (preposition is "of" && IsBlast(tree, clause.Predicate) && IsWeapon(lexicon, tree, token)) Add(tree, lexicon, found, token);
            if (preposition is "in" or "by" or "during") AddOfDeed(tree, lexicon, found, token);
        }

        if (clause.Object >= 0 && tree.LemmaOf(clause.Predicate) is "fire" or "launch" or "detonate" or "explode" or "drop" or "throw" or "hurl" or "plant" or "lob" or "set" or "place" or "leave" or "toss" or "fling" or "install" or "hide" or "conceal" or "put" or "activate" or "trigger" or "use" or "shoot" && IsWeapon(lexicon, tree, clause.Object))
            Add(tree, lexicon, found, clause.Object);
        if (clause.Subject >= 0) AddLoad(tree, lexicon, found, clause.Subject);
        if (clause.Object >= 0 && IsWeapon(lexicon, tree, clause.Object)) AddLoad(tree, lexicon, found, clause.Object);
        foreach (var modifier in clause.Modifiers)
        {
            if (IsWeapon(lexicon, tree, modifier)) Add(tree, lexicon, found, modifier);
        }

        var verb = clause.LightVerb >= 0 ? clause.LightVerb : clause.Predicate;
        foreach (var child in tree.ChildrenOf(verb))
        {
            if (tree.RelationOf(child) != Relation.Advcl || tree.LemmaOf(child) is not ("use" or "employ" or "fire" or "wield" or "utiliser")) continue;
            var thing = tree.Child(child, Relation.Obj);
            if (thing >= 0 && IsWeapon(lexicon, tree, thing)) Add(tree, lexicon, found, thing);
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

    /// <summary>Takes out what only says that a weapon was used: “shots”, “gunfire”.</summary>
    public static List<TextSpan> KeepThings(SentenceTree tree, List<TextSpan> instruments)
    {
        instruments.RemoveAll(span => tree.LemmaOf(tree.Tokens.FirstAtOrAfter(span.End) - 1) is "shot" or "gunshot" or "gunfire" or "fire");
        return instruments;
    }

    public static bool IsWeapon(ActLexicon lexicon, SentenceTree tree, int token) =>
        tree.PosOf(token) is UniversalPos.Noun or UniversalPos.Propn or UniversalPos.X && lexicon.Class("weapon").Contains(tree.LemmaOf(token));

    // “the dynamite attack killed two”: the weapon stands before the deed.
    private static void AddOfDeed(SentenceTree tree, ActLexicon lexicon, List<TextSpan> found, int deed)
    {
        if (!lexicon.Class("attackn").Contains(tree.LemmaOf(deed)) && !IsBlast(tree, deed)) return;
        foreach (var child in tree.ChildrenOf(deed))
        {
            var isBefore = child < deed && tree.RelationOf(child) is Relation.Compound or Relation.Amod;
            if ((isBefore || (tree.RelationOf(child).WithoutSubtype() == Relation.Nmod && tree.PrepositionOf(child) is "of" or "with")) && IsWeapon(lexicon, tree, child)) Add(tree, lexicon, found, child);
        }
    }

    // “a truck rigged with dynamite exploded”, “a car bomb containing 30 kilos of gelignite”
    private static void AddLoad(SentenceTree tree, ActLexicon lexicon, List<TextSpan> found, int vehicle)
    {
        foreach (var child in tree.ChildrenOf(vehicle))
        {
            if (child < vehicle || tree.RelationOf(child).WithoutSubtype() != Relation.Acl || tree.LemmaOf(child) is not ("rig" or "load" or "pack" or "fill" or "contain" or "carry" or "charge" or "stuff" or "bourrer" or "charger")) continue;
            foreach (var load in tree.ChildrenOf(child))
            {
                if (load > child && tree.RelationOf(load).WithoutSubtype() is Relation.Obj or Relation.Obl && IsLoad(lexicon, tree, load)) Add(tree, lexicon, found, load);
            }
        }
    }

    // “with two bursts of machinegun fire”
    private static bool IsBurst(ActLexicon lexicon, SentenceTree tree, int token)
    {
        if (tree.LemmaOf(token) is not ("burst" or "round" or "volley" or "hail" or "salvo" or "barrage")) return false;
        foreach (var child in tree.ChildrenOf(token))
        {
            if (tree.RelationOf(child) is Relation.Nmod or Relation.Compound && IsWeapon(lexicon, tree, child)) return true;
        }

        return false;
    }

    // “30 kilos of dynamite”
    private static bool IsLoad(ActLexicon lexicon, SentenceTree tree, int load)
    {
        if (IsWeapon(lexicon, tree, load)) return true;
        if (!lexicon.Class("quantifier").Contains(tree.LemmaOf(load)) && tree.LemmaOf(load) is not ("kg" or "pound" or "tonne" or "stick")) return false;
        foreach (var child in tree.ChildrenOf(load))
        {
            if (tree.RelationOf(child) == Relation.Nmod && tree.PrepositionOf(child) is "of" && IsWeapon(lexicon, tree, child)) return true;
        }

        return false;
    }

    // What a weapon does, not the weapon.
    private static bool IsBlast(SentenceTree tree, int token) => tree.LemmaOf(token) is "explosion" or "blast" or "bombing" or "shelling" or "bombardment" or "detonation" or "airstrike";

    private static void Add(SentenceTree tree, ActLexicon lexicon, List<TextSpan> found, int token)
    {
        // “set fire to the bus”: the act's own word.
        if (tree.LemmaOf(token) is "fire" && tree.HeadOf(token) is var head and >= 0 && tree.LemmaOf(head) is "set" or "open" or "return" or "exchange" or "catch") return;
        var span = InstrumentPhrase.SpanOf(tree, lexicon, token);
        if (!found.Exists(other => other.Overlaps(span))) found.Add(span);
    }
}
