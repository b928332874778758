using Dateline.Chronology.Extraction.Acts;
using Dateline.Chronology.Extraction.Clauses;
using Dateline.Chronology.Extraction.Parties;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Chronology.Extraction;

/// <summary>The words for a weapon: “mortar” in “mortar fire”, “two bombs” in “two bombs in the bus”.</summary>
internal static class InstrumentPhrase
{
    public static TextSpan SpanOf(SentenceTree tree, ActLexicon lexicon, int token)
    {
        if (tree.LemmaOf(token) is "fire" or "burst" or "round" or "barrage" or "shot" or "blast" or "bombing" or "explosion")
        {
            foreach (var child in tree.ChildrenOf(token))
            {
                if (child < token && tree.RelationOf(child) is Relation.Compound or Relation.Amod && InstrumentFinder.IsWeapon(lexicon, tree, child)) return tree.Tokens.SpanOf(Leftmost(tree, child), child);
            }
        }

        var (first, last) = NounPhrase.RowsOf(tree, token);
        for (var row = token + 1; row <= last; row++)
        {
            if (tree.RelationOf(row) != Relation.Case || tree.LemmaOf(row) is "of" or "de") continue;
            last = row - 1;
            break;
        }

        return tree.Tokens.SpanOf(first, last);
    }

    // “car bomb”, “hand grenade”
    private static int Leftmost(SentenceTree tree, int token)
    {
        var first = token;
        foreach (var child in tree.ChildrenOf(token))
        {
            if (child < first && tree.RelationOf(child) is Relation.Compound) first = child;
        }

        return first;
    }
}
