using Dateline.Chronology.Extraction.Clauses;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Chronology.Extraction.Parties;

/// <summary>The words of a noun phrase around its head: modifiers and prepositional phrases, without clauses, conjuncts and parentheses.</summary>
internal static class NounPhrase
{
    /// <summary>The span of the phrase.</summary>
    /// <param name="tree">The sentence.</param>
    /// <param name="head">Row of the phrase's head.</param>
    /// <param name="lifted">Rows that hang in the phrase and are no part of it; null for none.</param>
    /// <param name="isSomebody">Whether it names somebody, who takes fewer prepositions along than a thing.</param>
    public static TextSpan SpanOf(SentenceTree tree, int head, List<int>? lifted = null, bool isSomebody = false)
    {
        var (first, last) = RowsOf(tree, head, lifted, isSomebody);
        return tree.Tokens.SpanOf(first, last);
    }

    /// <summary>The rows of the phrase, both ends inside.</summary>
    public static (int First, int Last) RowsOf(SentenceTree tree, int head, List<int>? lifted = null, bool isSomebody = false)
    {
        int first = head, last = head;
        Grow(tree, head, lifted, isSomebody, ref first, ref last, 0);

        // “au siège” is cut “à le siège”: the article has no letters of its own, so the phrase begins after it.
        while (first < last && first > tree.Sentence.First && tree.RelationOf(first) == Relation.Det && tree.Tokens.SpanOf(first) == tree.Tokens.SpanOf(first - 1)) first++;
        return (first, last);
    }

    private static void Grow(SentenceTree tree, int head, List<int>? lifted, bool isSomebody, ref int first, ref int last, int depth)
    {
        if (depth > SentenceTree.MaxDepth) return;

        // To the left every kept dependent, nearest last: a gap ends the phrase on its outer side.
        var leftmost = head;
        var rightmost = head;
        foreach (var child in tree.ChildrenOf(head))
        {
            if (child < head)
            {
                if (!IsKept(tree, child, head, isSomebody, depth) || ClosesBetween(tree, child, head)) { if (tree.RelationOf(child) is not (Relation.Punct or Relation.Case)) leftmost = head; continue; }
                var low = child;
                var high = child;
                Grow(tree, child, lifted, isSomebody: false, ref low, ref high, depth + 1);
                if (low < leftmost) leftmost = low;
                continue;
            }

            if (lifted is not null && lifted.Contains(child)) break;
            if (!IsKept(tree, child, head, isSomebody, depth))
            {
                if (tree.RelationOf(child) is Relation.Punct && tree.LemmaOf(child) is "-" or "\"" or "'" or "”" or "’" or "'s" or "’s") continue;
                if (tree.RelationOf(child) is Relation.Case) continue;
                break;
            }

            int from = child, to = child;
            Grow(tree, child, lifted, isSomebody: false, ref from, ref to, depth + 1);
            if (to > rightmost) rightmost = to;
        }

        if (leftmost < first) first = leftmost;
        if (rightmost > last) last = rightmost;
    }

    private static bool IsKept(SentenceTree tree, int child, int head, bool isSomebody, int depth) => tree.RelationOf(child) switch
    {
        Relation.Compound or Relation.NmodDesc or Relation.Flat => !IsWeekday(tree, child) && !(tree.IsVerb(child) && tree.ExactChild(child, Relation.Nsubj) >= 0),
        Relation.Amod => child < head || !tree.IsTime(child),
        Relation.Det or Relation.DetPredet or Relation.Nummod or Relation.FlatName
            or Relation.FlatForeign or Relation.Fixed or Relation.NmodPoss or Relation.Goeswith => true,
        Relation.Nmod => !tree.IsTime(child) && !IsFarOff(tree, child, head) && IsOwn(tree, child, head, isSomebody),
        Relation.Appos => !tree.IsTime(child) && (child == head + 1 || (child > head && tree.PosOf(child) == UniversalPos.Propn && !HasComma(tree, head, child))),
        Relation.Case => tree.IsAtLeast(child) || (depth > 0 && tree.LemmaOf(child) is "'s" or "'" or "’s" && child > head && tree.RelationOf(head) is Relation.NmodPoss),

        // “the villages of Tarba and Sokolo”: what is joined inside the phrase is inside it.
        Relation.Conj => depth > 0 && child > head && tree.IsNominal(child) && tree.Child(child, Relation.Nsubj) < 0,
        Relation.Advmod => child < head && tree.PosOf(head) is UniversalPos.Num or UniversalPos.Adj,


        // “des hommes armés”: a participle that only says what kind of men.
        Relation.Acl => child == head + 1 && tree.LemmaOf(child) is "armer" or "masquer" or "cagouler" or "encagouler" or "présumer",
        _ => false,
    };

    // “[TEXT] MEMBERS”, “Ana Torres, 42; Luis Vega”: what is closed before the head is no part of its phrase.
    private static bool ClosesBetween(SentenceTree tree, int child, int head)
    {
        for (var i = child + 1; i < head && i < child + 4; i++)
        {
            if (tree.Tokens.CharsOf(i) is ";") return true;
            if (tree.Tokens.CharsOf(i) is "]" or ")" && (child == tree.Sentence.First || tree.Tokens.CharsOf(child - 1) is "[" or "(" || i == child + 1)) return true;
        }

        return false;
    }

    // “the ambassador to Chad” is one phrase, “the president to Chad” is on his way there.
    private static bool IsOwn(SentenceTree tree, int child, int head, bool isSomebody)
    {
        if (child < head || tree.PrepositionOf(child) is not { } preposition) return true;
        if (preposition is "de" && IsPlacing(tree, child, head)) return false;
        var lemma = tree.LemmaOf(head);
        return preposition switch
        {
            "of" or "de" or "in" or "at" or "near" or "from" or "within" or "inside" or "outside" or "across" or "among" or "à" or "dans" or "en" or "au" or "of the" => true,
            "by" or "par" or "after" or "before" or "during" or "amid" or "since" or "until" or "despite" or "as" or "because of" or "via" or "without" or "through" or "following" or "après" or "avant" or "pendant" or "près de" or "lors de" or "autour de" or "hors de" or "loin de" => false,
            "for" or "pour" => !isSomebody || IsProper(tree, head) || lemma is "minister" or "secretary" or "ministry" or "department" or "office" or "agency" or "commission" or "committee"
                or "commissioner" or "representative" or "rapporteur" or "spokesman" or "spokeswoman" or "spokesperson" or "candidate" or "director" or "ministre" or "porte-parole",
            "to" => !isSomebody || lemma is "ambassador" or "envoy" or "adviser" or "advisor" or "aide" or "representative" or "heir" or "donor" or "successor" or "emissary" or "consul" or "delegate" or "counsel",
            "on" => !isSomebody || IsProper(tree, head) || lemma is "committee" or "commission" or "council" or "rapporteur",
            "with" or "avec" => !isSomebody || lemma is "people" or "person" or "man" or "woman" or "child" or "patient",
            _ => !isSomebody,
        };
    }

    private static bool IsProper(SentenceTree tree, int token) => tree.PosOf(token) == UniversalPos.Propn;

    private static bool IsWeekday(SentenceTree tree, int token) =>
        tree.Tokens.CharsOf(token) is "Monday" or "Tuesday" or "Wednesday" or "Thursday" or "Friday" or "Saturday" or "Sunday" && tree.IsTime(token);

    // “des convois près de Gao”: where they were is no part of what they are.
    private static bool IsPlacing(SentenceTree tree, int child, int head)
    {
        for (var i = head + 1; i < child; i++)
        {
            if (tree.LemmaOf(i) is "près" or "autour" or "loin" or "hors" or "lors" or "proche") return true;
        }

        return false;
    }

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
}
