using Dateline.Chronology.Extraction.Clauses;
using Dateline.Text.Syntax;

namespace Dateline.Chronology.Extraction;

/// <summary>What the form of a French verb says of its factuality, where English has words of their own: “ne … plus”, “signera”, “aurait tué”.</summary>
/// <param name="HasNe">Whether “ne” stands with it, whatever it means there.</param>
/// <param name="IsNegated">Whether it is negated; “ne … que” restricts and does not negate.</param>
/// <param name="IsFuture">Whether it is a future.</param>
/// <param name="IsHearsay">Whether it is the conditional with which French news passes on what it does not vouch for.</param>
/// <param name="IsConditional">Whether it is another conditional.</param>
internal readonly record struct FrenchVerbMarks(bool HasNe, bool IsNegated, bool IsFuture, bool IsHearsay, bool IsConditional)
{
    // How far from “ne” its second word may stand: “n'ont, selon l'armée, tué personne”.
    private const int Reach = 14;

    /// <summary>Reads the marks of a verb.</summary>
    public static FrenchVerbMarks Read(SentenceTree tree, int verb)
    {
        var ne = -1;
        bool future = tree.Has(verb, Morphology.Future) || HasEnding(tree, verb, "a", "ont"), compound = false;
        var conditional = tree.Has(verb, Morphology.Conditional) || HasEnding(tree, verb, "ait", "aient");
        foreach (var child in tree.ChildrenOf(verb))
        {
            var lemma = tree.LemmaOf(child);
            if (lemma is "ne") ne = child;
            if (tree.RelationOf(child).WithoutSubtype() is not (Relation.Aux or Relation.Cop) || lemma is not ("avoir" or "être" or "aller")) continue;
            future |= tree.Has(child, Morphology.Future);
            compound |= tree.Has(child, Morphology.Conditional) && tree.RelationOf(child) != Relation.Cop;
            conditional |= tree.Has(child, Morphology.Conditional);
        }

        if (ne < 0 && !future && !conditional) return default;
        var hearsay = compound && tree.Has(verb, Morphology.Participle) && !HasCondition(tree);
        return new FrenchVerbMarks(ne >= 0, ne >= 0 && IsNegation(tree, ne, verb), future, hearsay, conditional && !hearsay);
    }

    // What a tagger calls an imperfect is a conditional where the whole infinitive stands in it: “envahirait”, not “retirait”.
    private static bool HasEnding(SentenceTree tree, int verb, string singular, string plural)
    {
        if (!tree.Has(verb, Morphology.Finite) || tree.LemmaOf(verb) is not { Length: > 4 } lemma || lemma[^1] is not ('r' or 'e')) return false;
        var form = tree.Tokens.CharsOf(verb);
        var stem = lemma.AsSpan(0, lemma[^1] == 'r' ? lemma.Length : lemma.Length - 1);
        return form.StartsWith(stem, StringComparison.OrdinalIgnoreCase) && (form[stem.Length..].SequenceEqual(singular) || form[stem.Length..].SequenceEqual(plural));
    }

    /// <summary>“avoir tué”, “être parti”: an infinitive that looks back.</summary>
    public static bool IsPerfectInfinitive(SentenceTree tree, int verb)
    {
        if (!tree.Has(verb, Morphology.Participle)) return false;
        foreach (var child in tree.ChildrenOf(verb))
        {
            if (tree.RelationOf(child) == Relation.AuxTense && tree.Has(child, Morphology.Infinitive)) return true;
        }

        return false;
    }

    /// <summary>Whether the verb above a word has “ne”, so that “aucun” beside it only answers to that.</summary>
    public static bool IsUnderNe(SentenceTree tree, int token)
    {
        for (var depth = 0; token >= 0 && depth < SentenceTree.MaxDepth; depth++, token = tree.HeadOf(token))
        {
            if (!tree.IsVerb(token)) continue;
            foreach (var child in tree.ChildrenOf(token))
            {
                if (tree.LemmaOf(child) is "ne") return true;
            }
        }

        return false;
    }

    // “si l'armée avait attaqué, elle aurait pris …” supposes; without “si” the conditional reports.
    private static bool HasCondition(SentenceTree tree)
    {
        for (var i = tree.Sentence.First; i < tree.Sentence.End; i++)
        {
            if (tree.LemmaOf(i) is "si" && tree.PosOf(i) == UniversalPos.Sconj) return true;
        }

        return false;
    }

    private static bool IsNegation(SentenceTree tree, int ne, int verb)
    {
        var restricted = false;
        var end = Math.Min(tree.Sentence.End, ne + Reach);
        for (var i = Math.Max(tree.Sentence.First, ne - 8); i < end; i++)
        {
            switch (tree.LemmaOf(i).ToLowerInvariant())
            {
                case "pas" or "jamais" or "aucun" or "guère" or "nul" or "nullement" or "point" or "rien" or "ni" when tree.PosOf(i) != UniversalPos.Noun:
                    return true;
                case "personne" when i > tree.Sentence.First ? tree.PosOf(i) == UniversalPos.Pron : tree.PosOf(i) != UniversalPos.Noun:
                    return true;
                case "plus" when i > ne && i <= verb + 1:
                    return true;
                case "que" when i > verb && tree.PosOf(i) == UniversalPos.Adv:
                    restricted = true;
                    break;
            }
        }

        // Alone it negates a few verbs only; elsewhere it is a flourish: “avant qu'ils n'attaquent”.
        return !restricted && (tree.LemmaOf(verb) is "pouvoir" or "cesser" or "oser" or "savoir");
    }
}
