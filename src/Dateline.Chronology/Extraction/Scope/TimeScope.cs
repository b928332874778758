using Dateline.Chronology.Events;
using Dateline.Chronology.Extraction.Clauses;
using Dateline.Text.Syntax;
using Dateline.Text.Times;

namespace Dateline.Chronology.Extraction.Scope;

/// <summary>When an event happened: a time in its own clause, at the head of its sentence, or, for news in its lead, the document's day.</summary>
internal static class TimeScope
{
    /// <summary>The time, or null when nothing licenses one.</summary>
    public static EventTime? Find(SentenceTree tree, Clause clause, bool isLead, bool isAsserted)
    {
        var document = tree.Document;
        var sentence = tree.Sentence.Span;
        TimeExpression? best = null;
        var bestDistance = int.MaxValue;
        for (var i = FirstAtOrAfter(document.Times, sentence.Start); i < document.Times.Count; i++)
        {
            var time = document.Times[i];
            if (time.Span.Start >= sentence.End) break;
            if (time.Type is TimeType.Set || (time.Type is TimeType.Duration && time.Stretch is null)) continue;
            var distance = DistanceOf(tree, clause, time);
            if (distance >= bestDistance) continue;
            bestDistance = distance;
            best = time;
        }

        if (best is not null)
        {
            // “since Monday”, “from 3 to 5 May”: what lasted is dated by its stretch, not by the day that opens it.
            var edtf = best.Stretch ?? best.Edtf;
            var basis = edtf is null ? TimeBasis.Unknown : best.Anchor == TimeAnchor.None ? TimeBasis.Stated : TimeBasis.Relative;
            return new EventTime(edtf, basis, best.Span, best.Stretch is null ? best.Bounds : Edtf.BoundsOf(edtf) ?? best.Bounds);
        }

        if (isLead && isAsserted && document.Time is { } published && IsNews(tree, clause))
        {
            var day = published.Date;
            return new EventTime(day.ToString("yyyy-MM-dd"), TimeBasis.Document, null, new TimeBounds(day, day));
        }

        return null;
    }

    // Fewer steps in the tree is nearer; a time that hangs under another predicate belongs to that one.
    private static int DistanceOf(SentenceTree tree, Clause clause, TimeExpression time)
    {
        var tokens = tree.Tokens;
        var row = tokens.FirstAtOrAfter(time.Span.Start);
        var head = -1;
        for (; row < tree.Sentence.End && tokens.SpanOf(row).Start < time.Span.End; row++)
        {
            var above = tree.HeadOf(row);
            if (above < 0 || !time.Span.Contains(tokens.SpanOf(above))) { head = row; break; }
        }

        if (head < 0) return int.MaxValue;
        var steps = 0;
        for (var at = tree.HeadOf(head); at >= 0 && steps < SentenceTree.MaxDepth; at = tree.HeadOf(at), steps++)
        {
            if (at == clause.Predicate || at == clause.LightVerb) return steps;
            if (at == clause.Object && tree.RelationOf(head).WithoutSubtype() is Relation.Nmod or Relation.Obl) return steps + 2;
            if (tree.IsVerb(at)) return Governs(tree, clause, at, head) ? steps + 4 : int.MaxValue;
        }

        return int.MaxValue;
    }

    // The time of a governing or coordinated verb reaches down where nothing nearer stands: “On Monday rebels attacked and seized …”.
    private static bool Governs(SentenceTree tree, Clause clause, int verb, int time)
    {
        var at = clause.LightVerb >= 0 ? clause.LightVerb : clause.Predicate;
        for (var depth = 0; at >= 0 && depth < 4; depth++)
        {
            if (at == verb) return true;
            var relation = tree.RelationOf(at);
            switch (relation.WithoutSubtype())
            {
                // “raised taxes and, in 2019, cut wages, drawing protests”: what stands right behind “and” is the second verb's alone.
                case Relation.Conj when IsBehindAnd(tree, verb, time): return false;
                case Relation.Conj or Relation.Xcomp or Relation.Obj or Relation.Nsubj or Relation.Obl: break;
                case Relation.Advcl when !tree.Has(at, Morphology.Finite) && !tree.Has(at, Morphology.Infinitive): break;

                // “Last month two firms had their licences revoked”
                case Relation.Acl when tree.HeadOf(at) is var held and >= 0 && tree.RelationOf(held) == Relation.Obj && tree.HeadOf(held) is var have and >= 0 && tree.LemmaOf(have) is "have" or "get" or "see": break;

                // A time that opens the sentence frames what is said in it, but “said on Tuesday” is the time of saying.
                case Relation.Ccomp or Relation.Parataxis when time == tree.Sentence.First || tree.Tokens.SpanOf(time).Start - tree.Sentence.Span.Start < 16: break;
                default: return false;
            }

            at = tree.HeadOf(at);
        }

        return false;
    }

    private static bool IsBehindAnd(SentenceTree tree, int verb, int time)
    {
        if (time > verb || tree.Child(verb, Relation.Nsubj) > time) return false;
        var before = time - 1;
        while (before > tree.Sentence.First && (tree.PosOf(before) == UniversalPos.Punct || tree.RelationOf(before).WithoutSubtype() is Relation.Case or Relation.Det or Relation.Amod)) before--;
        return before > tree.Sentence.First && tree.PosOf(before) == UniversalPos.Cconj;
    }

    // Present and perfect tense tell news; the plain past alone may tell anything.
    private static bool IsNews(SentenceTree tree, Clause clause)
    {
        var verb = clause.LightVerb >= 0 ? clause.LightVerb : clause.Predicate;
        if (!tree.IsVerb(verb)) return false;
        if (tree.Has(verb, Morphology.Present | Morphology.Finite)) return true;
        foreach (var child in tree.ChildrenOf(verb))
        {
            if (tree.RelationOf(child).WithoutSubtype() == Relation.Aux && tree.Has(child, Morphology.Present) && tree.LemmaOf(child) is "have" or "be" or "avoir" or "être") return true;
        }

        return false;
    }

    private static int FirstAtOrAfter(IReadOnlyList<TimeExpression> times, int position)
    {
        int low = 0, high = times.Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (times[middle].Span.Start < position) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
