using Dateline.Chronology.Extraction.Clauses;
using Dateline.Text.Syntax;

namespace Dateline.Chronology.Extraction.Parties;

/// <summary>
/// Nouns that only point at somebody or something else: “in front of the embassy”, “the body of the judge”, “the lives of two”,
/// “the windows of the consulate”.
/// </summary>
internal static class RelationalNoun
{
    /// <summary>What the noun points at, or the noun itself.</summary>
    public static int Target(SentenceTree tree, int noun)
    {
        if (tree.LemmaOf(noun) is not ("front" or "side" or "vicinity" or "proximity" or "foot" or "body" or "corpse" or "remains" or "life" or "person" or "rear" or "back" or "section" or "stretch" or "basement" or "lobby" or "interior" or "entrance" or "doorway" or "gate" or "facade" or "grounds" or "outside" or "hall" or "parking"
            or "window" or "masonry" or "wall" or "roof" or "door" or "glass" or "shelf" or "facing" or "windowpane" or "ceiling" or "exterior" or "porch" or "fence")) return noun;
        foreach (var child in tree.ChildrenOf(noun))
        {
            if (tree.RelationOf(child) == Relation.NmodPoss && tree.LemmaOf(noun) is "life" or "body" or "corpse" or "remains") return child;
            if (tree.RelationOf(child).WithoutSubtype() == Relation.Nmod && child > noun && tree.PrepositionOf(child) is "of") return child;
        }

        return noun;
    }
}
