using Dateline.Chronology.Extraction.Acts;
using Dateline.Text.Syntax;

namespace Dateline.Chronology.Extraction.Clauses;

/// <summary>
/// Finds the doer of a passive or of a noun for a deed where a parser hung him on a word between: “shot to death by two men”,
/// “the killing of three students, presumably by soldiers”, “the murder of a priest perpetrated by rebels”.
/// </summary>
internal static class LostAgent
{
    private const int Farthest = 30;

    /// <summary>The row of the doer, or -1.</summary>
    /// <param name="tree">The sentence.</param>
    /// <param name="lexicon">Knows the verbs that lend a deed its doer.</param>
    /// <param name="predicate">The passive verb or the noun.</param>
    /// <param name="canAct">Whether a word can name a doer.</param>
    public static int Find(SentenceTree tree, ActLexicon lexicon, int predicate, Func<int, bool> canAct)
    {
        var end = Math.Min(tree.Sentence.End, predicate + Farthest);
        for (var row = predicate + 1; row < end; row++)
        {
            if (!tree.IsUnder(row, predicate)) continue;

            // Another finite clause has doers of its own.
            if (tree.IsVerb(row) && !IsCarriedOut(tree, lexicon, row) && tree.Child(row, Relation.Nsubj) >= 0) return -1;
            if (tree.LemmaOf(row) is not "by" || tree.RelationOf(row) != Relation.Case) continue;
            var noun = tree.HeadOf(row);
            if (noun <= row || !canAct(noun)) continue;
            var above = tree.HeadOf(noun);
            for (var depth = 0; depth < SentenceTree.MaxDepth && above >= 0 && above != predicate; depth++, above = tree.HeadOf(above))
            {
                // A verb between has taken it already, unless it only lends the deed its doer.
                if (tree.IsVerb(above) && !IsCarriedOut(tree, lexicon, above)) return -1;
            }

            return noun;
        }

        return -1;
    }

    private static bool IsCarriedOut(SentenceTree tree, ActLexicon lexicon, int verb) =>
        lexicon.EntryOf(tree.LemmaOf(verb)) is { IsLight: true } && VerbClause.IsPassive(tree, verb);
}
