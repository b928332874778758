using Dateline.Chronology.Extraction.Clauses;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Chronology.Extraction.Parties;

/// <summary>The words of a noun phrase around its head: modifiers and prepositional phrases, without clauses, conjuncts and parentheses.</summary>
internal static class NounPhrase
{
    /// <summary>The rows of the phrase, both ends inside.</summary>
    public static (int First, int Last) RowsOf(SentenceTree tree, int head)
    {
        int first = head, last = head;
        Grow(tree, head, ref first, ref last, 0);

        // “au siège” is cut “à le siège”: the article has no letters of its own, so the phrase begins after it.
        while (first < last && first > tree.Sentence.First && tree.RelationOf(first) == Relation.Det && tree.Tokens.SpanOf(first) == tree.Tokens.SpanOf(first - 1)) first++;
        return (first, last);
    }

    /// <summary>The span of the phrase.</summary>
    public static TextSpan SpanOf(SentenceTree tree, int head)
    {
        var (first, last) = RowsOf(tree, head);
        return tree.Tokens.SpanOf(first, last);
    }

    private static void Grow(SentenceTree tree, int head, ref int first, ref int last, int depth)
    {
        if (depth > SentenceTree.MaxDepth) return;

        // To the left every kept dependent, nearest last: a gap ends the phrase on its outer side.
        var leftmost = head;
        var rightmost = head;
        foreach (var child in tree.ChildrenOf(head))
        {
            if (child < head)
            {
                if (!IsKept(tree, child, head)) { if (tree.RelationOf(child) is not (Relation.Punct or Relation.Case)) leftmost = head; continue; }
                var low = child;
                var high = child;
                Grow(tree, child, ref low, ref high, depth + 1);
                if (low < leftmost) leftmost = low;
                continue;
            }

            if (!IsKept(tree, child, head))
            {
                if (tree.RelationOf(child) is Relation.Punct && tree.LemmaOf(child) is "-" or "\"" or "'" or "”" or "’" or "'s" or "’s") continue;
                if (tree.RelationOf(child) is Relation.Case) continue;
                break;
            }

            int from = child, to = child;
            Grow(tree, child, ref from, ref to, depth + 1);
            if (to > rightmost) rightmost = to;
        }

        if (leftmost < first) first = leftmost;
        if (rightmost > last) last = rightmost;
    }

    private static bool IsKept(SentenceTree tree, int child, int head) => !(child > head && tree.RelationOf(child) is Relation.Amod or Relation.Appos && IsTime(tree, child)) && tree.RelationOf(child) switch
    {
        Relation.Det or Relation.DetPredet or Relation.Amod or Relation.Compound or Relation.Nummod or Relation.Flat or Relation.FlatName
            or Relation.FlatForeign or Relation.Fixed or Relation.NmodPoss or Relation.Goeswith or Relation.NmodDesc => true,
        Relation.Nmod => !IsTime(tree, child) && !IsFarOff(tree, child, head),
        Relation.Appos => child == head + 1 || (child > head && tree.PosOf(child) == UniversalPos.Propn && !HasComma(tree, head, child)),
        Relation.Case => tree.LemmaOf(child) is "'s" or "'" or "’s" && child > head && tree.RelationOf(head) is Relation.NmodPoss,
        Relation.Advmod => child < head && tree.PosOf(head) is UniversalPos.Num or UniversalPos.Adj,


        // “des hommes armés”: a participle that only says what kind of men.
        Relation.Acl => child == head + 1 && tree.LemmaOf(child) is "armer" or "masquer" or "cagouler" or "encagouler" or "présumer",
        _ => false,
    };

    private static bool IsFarOff(SentenceTree tree, int child, int head) => child > head && HasComma(tree, head, child);

    private static bool HasComma(SentenceTree tree, int head, int child)
    {
        // Only the stretch before the child's own words: a comma in it belongs to what follows.
        for (var i = head + 1; i < child; i++)
        {
            if (tree.PosOf(i) == UniversalPos.Punct && tree.HeadOf(i) is var above && (above == head || above == child) && tree.LemmaOf(i) is "," or "(" or ";" or ":" or "–" or "—") return true;
        }

        return false;
    }

    private static bool IsTime(SentenceTree tree, int token)
    {
        var span = tree.Tokens.SpanOf(token);
        foreach (var time in tree.Document.Times)
        {
            if (time.Span.Start > span.Start) break;
            if (time.Span.Contains(span)) return true;
        }

        return false;
    }
}
