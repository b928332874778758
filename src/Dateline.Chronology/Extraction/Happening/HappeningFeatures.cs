using System.Collections.Frozen;
using Dateline.Chronology.Events;
using Dateline.Chronology.Extraction.Acts;
using Dateline.Chronology.Extraction.Clauses;
using Dateline.Text.Syntax;

namespace Dateline.Chronology.Extraction.Happening;

/// <summary>
/// What speaks for and against a verb having happened: its own form, auxiliaries, subject and markers, the words that govern it up to
/// three steps, and what the rules make of it.
/// </summary>
/// <remarks>After the features of Rudinger, White and Van Durme (2018) and Lee et al. (2015), over Universal Dependencies.</remarks>
internal static class HappeningFeatures
{
    private const int MostSteps = 3;

    private static readonly FrozenDictionary<Relation, string> Relations = Enum.GetValues<Relation>().Distinct().ToFrozenDictionary(relation => relation, relation => relation.ToString());
    private static readonly FrozenDictionary<UniversalPos, string> Parts = Enum.GetValues<UniversalPos>().Distinct().ToFrozenDictionary(part => part, part => part.ToString());
    private static readonly string[] Steps = ["h0", "h1", "h2"];
    private static readonly string[] Standings = Enum.GetNames<Standing>();

    /// <summary>The keys of a verb's features; each stands once.</summary>
    public static void Read(SentenceTree tree, ActLexicon lexicon, int verb, List<ulong> keys)
    {
        keys.Clear();
        Add(keys, "bias", []);
        var own = Marks(tree, verb, "", keys, keepsAdverbs: true);
        Add(keys, "lemma", tree.LemmaOf(verb));
        Add(keys, "relation", Relations[tree.RelationOf(verb)]);
        var xpos = tree.Tokens.Xpos[verb] ?? "";
        if (xpos is "VB" or "VBP" && !own.HasSubject && !own.HasAuxiliary && !own.HasMark) Add(keys, "bare", Relations[tree.RelationOf(verb)]);
        var combination = FeatureKey.Of("combination").With(xpos).With(Relations[tree.RelationOf(verb)]);
        var tense = FeatureKey.Of("tense").With(xpos);
        foreach (var child in tree.ChildrenOf(verb))
        {
            switch (tree.RelationOf(child).WithoutSubtype())
            {
                case Relation.Aux or Relation.Cop:
                    combination = combination.With(tree.LemmaOf(child));
                    tense = tense.With(tree.Tokens.CharsOf(child));
                    break;
                case Relation.Mark:
                    combination = combination.With(tree.LemmaOf(child));
                    break;
                case Relation.Nsubj:
                    combination = combination.With(SubjectWord(tree, child));
                    break;
            }
        }

        // “did not sign” and “did sign” are opposites: what turns one into the other belongs to the same feature.
        var polarity = IsNegated(tree, verb) ? "not" : "so";
        keys.Add(combination.With(polarity).Value);
        keys.Add(tense.With(polarity).Value);
        ReadQuestion(tree, verb, keys);
        ReadRules(tree, lexicon, verb, keys);
        Climb(tree, verb, keys);
        keys.Sort();
        var kept = 0;
        for (var i = 0; i < keys.Count; i++)
        {
            if (i == 0 || keys[i] != keys[i - 1]) keys[kept++] = keys[i];
        }

        keys.RemoveRange(kept, keys.Count - kept);
    }

    private static void ReadQuestion(SentenceTree tree, int verb, List<ulong> keys)
    {
        for (var i = tree.Sentence.End - 1; i >= tree.Sentence.First && i >= tree.Sentence.End - 2; i--)
        {
            if (tree.Tokens.CharsOf(i) is not "?") continue;
            Add(keys, "question", []);
            Add(keys, "question", Relations[tree.RelationOf(verb)]);
            return;
        }
    }

    private static void ReadRules(SentenceTree tree, ActLexicon lexicon, int verb, List<ulong> keys)
    {
        var told = FactualityReader.Read(tree, lexicon, verb, lightVerb: -1);
        var rule = FeatureKey.Of("rule").With(Standings[(int)told.Value.Standing]).With(told.Value.IsNegative ? "not" : "so");
        keys.Add(rule.Value);
        keys.Add(rule.With(tree.Tokens.Xpos[verb] ?? "").Value);
        keys.Add(rule.With(Relations[tree.RelationOf(verb)]).Value);
        if (told.Effect is { } effect) keys.Add(rule.With(effect.ToString()).Value);
    }

    private static void Climb(SentenceTree tree, int verb, List<ulong> keys)
    {
        var at = verb;
        var path = FeatureKey.Of("path");
        for (var step = 0; step < MostSteps; step++)
        {
            var relation = Relations[tree.RelationOf(at)];
            path = path.With(relation);
            var head = tree.HeadOf(at);
            if (head < 0) break;
            var name = Steps[step];
            var lemma = tree.LemmaOf(head);
            keys.Add(FeatureKey.Of(name).With(relation).With(lemma).Value);
            keys.Add(FeatureKey.Of(name).With(Parts[tree.PosOf(head)]).With(relation).Value);
            Marks(tree, head, name, keys, keepsAdverbs: false);
            if (tree.RelationOf(at).WithoutSubtype() is Relation.Xcomp or Relation.Ccomp or Relation.Acl or Relation.Advcl) ReadGovernor(tree, at, head, keys);
            var mark = tree.Child(at, Relation.Mark);
            keys.Add(FeatureKey.Of("governor").With(lemma).With(relation).With(mark < 0 ? "-" : tree.LemmaOf(mark)).With(tree.Tokens.Xpos[at] ?? "").Value);
            keys.Add(FeatureKey.Of("negated").With(lemma).With(relation).With(IsNegated(tree, head) ? "not" : "so").Value);
            keys.Add(path.Value);
            at = head;
        }

        Add(keys, "root", tree.HeadOf(verb) < 0 ? "yes" : "no");
    }

    private static void ReadGovernor(SentenceTree tree, int clause, int head, List<ulong> keys)
    {
        var template = FeatureKey.Of("under").With(Relations[tree.RelationOf(clause).WithoutSubtype()]);
        keys.Add(template.With(tree.Tokens.Xpos[head] ?? "").Value);
        foreach (var child in tree.ChildrenOf(head))
        {
            if (tree.RelationOf(child).WithoutSubtype() is Relation.Aux or Relation.Cop) keys.Add(template.With("aux").With(tree.LemmaOf(child)).Value);
        }

        if (IsNegated(tree, head)) keys.Add(template.With("not").Value);
    }

    private static bool IsNegated(SentenceTree tree, int word)
    {
        foreach (var child in tree.ChildrenOf(word))
        {
            if (tree.LemmaOf(child) is "not" or "n't" or "n’t" or "never") return true;
        }

        return false;
    }

    private static (bool HasSubject, bool HasAuxiliary, bool HasMark) Marks(SentenceTree tree, int word, string step, List<ulong> keys, bool keepsAdverbs)
    {
        bool subject = false, auxiliary = false, mark = false;
        foreach (var child in tree.ChildrenOf(word))
        {
            var lemma = tree.LemmaOf(child);
            switch (tree.RelationOf(child).WithoutSubtype())
            {
                case Relation.Aux or Relation.Cop:
                    auxiliary = true;
                    Add(keys, step, "aux", lemma);
                    Add(keys, step, "auxiliary form", tree.Tokens.CharsOf(child));
                    break;
                case Relation.Mark:
                    mark = true;
                    Add(keys, step, "mark", lemma);
                    break;
                case Relation.Case:
                    Add(keys, step, "case", lemma);
                    break;
                case Relation.Advmod when keepsAdverbs || lemma is "not" or "never" or "only":
                    Add(keys, step, "adverb", lemma);
                    break;
                case Relation.Nsubj or Relation.Csubj or Relation.Expl:
                    subject = true;
                    Add(keys, step, "subject", SubjectWord(tree, child));
                    foreach (var below in tree.ChildrenOf(child))
                    {
                        if (tree.LemmaOf(below) is "no" or "any" or "every" or "each" or "all" or "some") Add(keys, step, "of subject", tree.LemmaOf(below));
                    }

                    break;
                case Relation.Obj:
                    if (lemma is "nothing" or "anything" or "something") Add(keys, step, "object", lemma);
                    if (tree.ExactChild(child, Relation.Det) is var determiner and >= 0) Add(keys, step, "of object", tree.LemmaOf(determiner));
                    break;
                case Relation.Advcl:
                    Add(keys, step, "clause", tree.Child(child, Relation.Mark) is var inner and >= 0 ? tree.LemmaOf(inner) : "-");
                    break;
            }
        }

        if (!subject) Add(keys, step, "no subject", []);
        if (!auxiliary) Add(keys, step, "no aux", []);
        if (!mark) Add(keys, step, "no mark", []);
        Add(keys, step, "xpos", tree.Tokens.Xpos[word] ?? "");
        return (subject, auxiliary, mark);
    }

    private static ReadOnlySpan<char> SubjectWord(SentenceTree tree, int subject) =>
        tree.PosOf(subject) is UniversalPos.Pron or UniversalPos.Det ? tree.LemmaOf(subject) : Parts[tree.PosOf(subject)];

    private static void Add(List<ulong> keys, string template, ReadOnlySpan<char> value) => keys.Add(FeatureKey.Of(template).With(value).Value);

    private static void Add(List<ulong> keys, string step, string template, ReadOnlySpan<char> value) => keys.Add(FeatureKey.Of(step).With(template).With(value).Value);
}
