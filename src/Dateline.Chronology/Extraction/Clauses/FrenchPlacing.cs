using Dateline.Text.Syntax;

namespace Dateline.Chronology.Extraction.Clauses;

/// <summary>French treebanks make an adverb of the first word of “près de Gao”, “lors d'une attaque”, and hang the noun on it.</summary>
internal static class FrenchPlacing
{
    /// <summary>The preposition of two words with its noun; a token of -1 when <paramref name="adverb"/> is none.</summary>
    public static (string Preposition, int Token) Of(SentenceTree tree, int adverb)
    {
        if (PrepositionOf(tree.LemmaOf(adverb)) is not { } preposition) return (string.Empty, -1);
        foreach (var child in tree.ChildrenOf(adverb))
        {
            if (tree.RelationOf(child).WithoutSubtype() is Relation.Obl or Relation.Nmod) return (preposition, child);
        }

        return (preposition, -1);
    }

    /// <summary>The preposition that an adverb and “de” make together; null when they make none.</summary>
    public static string? PrepositionOf(string adverb) => adverb switch
    {
        "près" => "près de",
        "lors" => "lors de",
        "autour" => "autour de",
        "auprès" => "auprès de",
        "hors" => "hors de",
        "loin" => "loin de",
        _ => null,
    };
}
