using System.Collections.Frozen;
using Dateline.Chronology.Extraction.Clauses;
using Dateline.Text.Syntax;

namespace Dateline.Chronology.Gathering;

/// <summary>
/// Tells by the tree alone whether a word tells of something that came to pass, rather than of what is wanted, planned, possible, or denied, and
/// rather than of a thought. English.
/// </summary>
/// <remarks>
/// For words that no lexicon of acts knows; coarser than the factuality of coded events, and without its grades. Stateless and thread-safe.
/// </remarks>
internal static class ToldAsFact
{
    private const int DeepestClause = 6;

    private static readonly FrozenSet<string> Modals = Set("will would may might can could shall should must wo ca");

    // Thoughts and intentions, and what asks for something that has yet to come.
    private static readonly FrozenSet<string> Minds = Set(
        "plan intend hope expect believe think wish fear consider doubt prefer envision envisage anticipate aim suppose assume imagine wonder remember forget mean want need like love feel know");

    private static readonly FrozenSet<string> Wants = Set(
        "plan intend hope expect believe think wish fear consider doubt prefer envision envisage anticipate aim suppose assume want need seek ask urge demand call propose promise pledge vow threaten agree attempt try " +
        "refuse decline fail deny prevent avoid forbid bar allow let enable permit help require request order tell force predict forecast schedule prepare wait decide choose offer like");

    // What stands under these came to pass: “began to sell”, “went on to win”, “led them to leave”.
    private static readonly FrozenSet<string> Doings = Set("begin start continue manage go proceed come lead prompt cause cease stop keep finish help");

    /// <summary>Whether the word at <paramref name="row"/>, in the sentence that is entered, is told as a fact.</summary>
    public static bool Of(SentenceTree tree, int row)
    {
        if (tree.IsVerb(row) && Minds.Contains(tree.LemmaOf(row))) return false;
        var at = row;
        for (var depth = 0; depth < DeepestClause; depth++)
        {
            var isPredicate = tree.IsVerb(at) || tree.Child(at, Relation.Cop) >= 0;
            if (isPredicate && IsMarked(tree, at)) return false;
            var head = tree.HeadOf(at);
            var relation = tree.RelationOf(at).WithoutSubtype();
            if (isPredicate && IsInfinitive(tree, at) && relation != Relation.Conj && (head < 0 || !Doings.Contains(tree.LemmaOf(head)))) return false;
            if (head < 0) return true;
            switch (relation)
            {
                case Relation.Ccomp or Relation.Xcomp or Relation.Obj when tree.IsVerb(head) && Wants.Contains(tree.LemmaOf(head)) && !Doings.Contains(tree.LemmaOf(head)):
                    return false;
                case Relation.Conj or Relation.Xcomp or Relation.Obj or Relation.Ccomp:
                case Relation.Obl when !isPredicate:
                    at = head;
                    break;
                default:
                    return true;
            }
        }

        return true;
    }

    private static bool IsMarked(SentenceTree tree, int verb)
    {
        foreach (var child in tree.ChildrenOf(verb))
        {
            var isMark = tree.RelationOf(child).WithoutSubtype() switch
            {
                Relation.Aux => Modals.Contains(tree.Tokens.CharsOf(child).ToString().ToLowerInvariant()) || Modals.Contains(tree.LemmaOf(child)),
                Relation.Advmod => tree.LemmaOf(child) is "not" or "never" or "n't",
                Relation.Mark => tree.LemmaOf(child) is "if" or "unless" or "whether",
                _ => false,
            };
            if (isMark) return true;
        }

        return false;
    }

    private static bool IsInfinitive(SentenceTree tree, int verb)
    {
        foreach (var child in tree.ChildrenOf(verb))
        {
            if (child < verb && tree.LemmaOf(child) is "to" && tree.RelationOf(child).WithoutSubtype() is Relation.Mark or Relation.Aux) return true;
        }

        return false;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
