using System.Globalization;
using Dateline.Chronology.Events;
using Dateline.Chronology.Extraction.Acts;
using Dateline.Chronology.Extraction.Clauses;
using Dateline.Chronology.Extraction.Scope;
using Dateline.Text;
using Dateline.Text.Syntax;
using Dateline.Text.Times;

namespace Dateline.Chronology.Extraction;

/// <summary>
/// Finds claims about what will happen: “predicted that”, “is days away from falling”, “is on the brink of”, and a future told of somebody
/// else. Plans, promises and demands foretell nothing.
/// </summary>
internal static class ForetellingFinder
{
    private const string ClassOfBrinks = "brink";

    /// <summary>Whether the sentence holds a word that could foretell; the trees are looked at only then.</summary>
    public static void Find(
        SentenceTree tree, ActLexicon lexicon, IReadOnlyList<Attribution> attributions, IReadOnlyList<EventMention> events, int firstEvent, List<Foretelling> found)
    {
        var sentence = tree.Sentence;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            var lemma = tree.LemmaOf(i);
            var content = -1;
            var certainty = Certainty.Probable;
            if (lexicon.CueOf(lemma) is { Effect: ActCueEffect.Predict })
            {
                if (tree.IsVerb(i)) content = ContentOf(tree, i, ref certainty);
                else if (tree.PosOf(i) is UniversalPos.Adj or UniversalPos.Adv) content = ContentOfAdjective(tree, i);
            }
            else if (lexicon.Class(ClassOfBrinks).Contains(lemma) && IsBrink(tree, i, out var far))
            {
                content = far;
            }

            if (content < 0) continue;
            var evidence = EvidenceOf(tree, i, content);
            if (found.Exists(other => other.Evidence.Overlaps(evidence))) continue;
            var about = -1;
            for (var e = firstEvent; e < events.Count; e++)
            {
                if (evidence.Contains(events[e].Trigger)) { about = e; break; }
            }

            found.Add(new Foretelling(about, AttributionScope.Of(attributions, tree.Tokens.SpanOf(content)), evidence, DueOf(tree, i, evidence), certainty));
        }
    }

    private static int ContentOf(SentenceTree tree, int verb, ref Certainty certainty)
    {
        if (tree.HasNegation(verb)) return -1;
        if (tree.Child(verb, Relation.Ccomp) is var clause and >= 0) return IsForward(tree, clause) ? clause : -1;
        if (tree.Child(verb, Relation.Xcomp) is var infinitive and >= 0)
        {
            // “is expected to fall” foretells; “expects to visit” plans.
            if (VerbClause.IsPassive(tree, verb)) return infinitive;
            if (tree.Child(verb, Relation.Obj) >= 0) return infinitive;
            return -1;
        }

        if (tree.LemmaOf(verb) is "expect") return -1;
        return tree.Child(verb, Relation.Obj) is var thing and >= 0 && tree.PosOf(thing) == UniversalPos.Noun ? thing : -1;
    }

    private static int ContentOfAdjective(SentenceTree tree, int adjective)
    {
        // “is likely to collapse”; “will likely collapse”
        if (tree.Child(adjective, Relation.Xcomp) is var infinitive and >= 0) return infinitive;
        if (tree.RelationOf(adjective) != Relation.Advmod) return -1;
        var verb = tree.HeadOf(adjective);
        return verb >= 0 && tree.IsVerb(verb) && IsForward(tree, verb) ? verb : -1;
    }

    private static bool IsForward(SentenceTree tree, int clause)
    {
        foreach (var child in tree.ChildrenOf(clause))
        {
            if (tree.RelationOf(child).WithoutSubtype() is Relation.Aux && tree.LemmaOf(child) is "will" or "would" or "shall" or "may" or "might" or "could" or "'ll" or "'d" or "go") return true;
        }

        return tree.Has(clause, Morphology.Future) || (tree.LemmaOf(clause) is "go" && tree.Child(clause, Relation.Xcomp) >= 0);
    }

    // “days away from falling”, “on the verge of collapse”, “about to fall”
    private static bool IsBrink(SentenceTree tree, int word, out int content)
    {
        content = -1;
        foreach (var child in tree.ChildrenOf(word))
        {
            var relation = tree.RelationOf(child).WithoutSubtype();
            if (relation is Relation.Nmod or Relation.Obl && tree.PrepositionOf(child) is "from" or "of" && tree.PosOf(child) is UniversalPos.Noun or UniversalPos.Verb) content = child;
            else if (relation is Relation.Acl or Relation.Advcl or Relation.Xcomp or Relation.Ccomp) content = child;
        }

        if (content < 0 && tree.LemmaOf(word) is "away")
        {
            var above = tree.HeadOf(word);
            if (above >= 0 && tree.IsNominal(above))
            {
                foreach (var child in tree.ChildrenOf(above))
                {
                    if (child > word && tree.RelationOf(child).WithoutSubtype() is Relation.Nmod or Relation.Obl or Relation.Acl or Relation.Advcl) content = child;
                }
            }
        }

        if (content < 0) return false;
        if (tree.LemmaOf(word) is "away" && !HasTimeBefore(tree, word)) return false;

        // Only what is still to come: “was on the brink in 2012” is history.
        for (var at = word; at >= 0; at = tree.HeadOf(at))
        {
            if (tree.Child(at, Relation.Cop) is var copula and >= 0) return !tree.Has(copula, Morphology.Past) && !tree.HasNegation(at);
            if (tree.IsVerb(at)) return !tree.HasNegation(at);
        }

        return true;
    }

    private static bool HasTimeBefore(SentenceTree tree, int word)
    {
        for (var i = word - 1; i >= tree.Sentence.First && i >= word - 2; i--)
        {
            if (tree.LemmaOf(i) is "hour" or "day" or "week" or "month" or "year" or "minute") return true;
        }

        return false;
    }

    private static TextSpan EvidenceOf(SentenceTree tree, int cue, int content)
    {
        int first = Math.Min(cue, content), last = Math.Max(cue, content);
        for (var i = tree.Sentence.First; i < tree.Sentence.End; i++)
        {
            if (!tree.IsUnder(i, cue) && !tree.IsUnder(i, content)) continue;
            if (tree.PosOf(i) == UniversalPos.Punct && (i < first || i > last)) continue;
            first = Math.Min(first, i);
            last = Math.Max(last, i);
        }

        // The subject of “is days away from falling” stands outside its phrase.
        for (var at = cue; at >= 0; at = tree.HeadOf(at))
        {
            if (tree.Child(at, Relation.Nsubj) is not (var subject and >= 0)) continue;
            first = Math.Min(first, NounPhrase(tree, subject));
            break;
        }

        while (last > first && tree.PosOf(last) == UniversalPos.Punct) last--;
        return tree.Tokens.SpanOf(first, last);
    }

    private static int NounPhrase(SentenceTree tree, int head) => Parties.NounPhrase.RowsOf(tree, head).First;

    private static string? DueOf(SentenceTree tree, int cue, TextSpan evidence)
    {
        foreach (var time in tree.Document.Times)
        {
            if (time.Span.Start >= evidence.End) break;
            if (!evidence.Contains(time.Span) || time.Edtf is not { } edtf) continue;
            if (time.Type is TimeType.Duration)
            {
                if (HorizonOf(tree, cue, time.Span, edtf) is { } horizon) return horizon;
            }
            else if (time.Type is TimeType.Date or TimeType.Time)
            {
                var after = tree.Document.Time is not { } published || time.Bounds?.Last is not { } last || last >= published.Date;
                if (after) return edtf;
            }
        }

        return null;
    }

    // “would be back within a year”: from the day of the article to a year later. What somebody “who foresaw” it once said, he said on
    // another day.
    private static string? HorizonOf(SentenceTree tree, int cue, TextSpan span, string duration)
    {
        if (tree.Document.Time is not { } published || tree.RelationOf(cue).WithoutSubtype() is Relation.Acl) return null;
        var within = false;
        for (var i = tree.Sentence.First; i < tree.Sentence.End && tree.Tokens.SpanOf(i).End <= span.Start; i++) within = tree.LemmaOf(i) is "within" or "inside" or "ici" or "sous";
        if (!within || !int.TryParse(duration.AsSpan(1, Math.Max(0, duration.Length - 2)), NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count is 0 or > 100) return null;
        DateOnly? last = duration[^1] switch
        {
            'Y' => published.Date.AddYears(count),
            'M' => published.Date.AddMonths(count),
            'W' => published.Date.AddDays(7 * count),
            'D' => published.Date.AddDays(count),
            _ => null,
        };
        return last is { } day ? string.Create(CultureInfo.InvariantCulture, $"{published.Date:yyyy-MM-dd}/{day:yyyy-MM-dd}") : null;
    }

    private static bool HasNegation(this SentenceTree tree, int verb)
    {
        foreach (var child in tree.ChildrenOf(verb))
        {
            if (tree.LemmaOf(child) is "not" or "n't" or "never" or "ne") return true;
        }

        return false;
    }
}
