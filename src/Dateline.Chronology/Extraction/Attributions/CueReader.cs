using Dateline.Text;
using Dateline.Text.Syntax;
using Dateline.Text.Tokens;

namespace Dateline.Chronology.Extraction.Attributions;

/// <summary>
/// Finds the attributions of one sentence from its tree: verbs with a clause, an infinitive or an object; reporting
/// clauses set between or after the words reported; “according to”; nouns with a clause.
/// </summary>
internal sealed class CueReader(CueLexicon lexicon, QuotationIndex quotations, SpanTrimmer trimmer, CueTree tree, List<AttributionDraft> drafts)
{
    private const int MostSteps = 8;
    private readonly TokenSequence _tokens = tree.Tokens;

    public void Read()
    {
        for (var row = tree.Sentence.First; row < tree.Sentence.End; row++)
        {
            if (ReadPhrase(row)) continue;
            var known = ClassOf(row);
            if (known == CueClass.None) continue;
            if (InsideQuotation(row)) known = Nested(row, known);
            if (_tokens.Upos[row] is UniversalPos.Verb or UniversalPos.Aux) ReadVerb(row, known & ~CueClass.Noun);
            else if (_tokens.Upos[row] == UniversalPos.Noun && (known & CueClass.Noun) != CueClass.None) ReadNoun(row);
        }
    }

    private bool InsideQuotation(int row) => quotations.Holds(_tokens.SpanOf(row).Start) && quotations.Holds(_tokens.SpanOf(row).End - 1);

    /// <summary>
    /// Within quotation marks the speaker's own thoughts and wishes are what is quoted already (“I think”, “we want”, “you
    /// know”); what is left is a report of somebody else's words.
    /// </summary>
    private CueClass Nested(int row, CueClass known)
    {
        var subject = tree.Child(row, Relation.Nsubj);
        return subject >= 0 && _tokens.Upos[subject] is UniversalPos.Noun or UniversalPos.Propn ? known & (CueClass.Speech | CueClass.Accuse) : CueClass.None;
    }

    private CueClass ClassOf(int row) => _tokens.Lemmas[row] is not { } lemma ? CueClass.None
        : _tokens.Upos[row] == UniversalPos.Verb ? lexicon.OfVerb(lemma, _tokens.CharsOf(row)) : lexicon.Of(lemma);

    // ---------------------------------------------------------------- verbs

    private void ReadVerb(int verb, CueClass known)
    {
        // “vowed to back”, “may want to try”: what one is to think or to praise is no report that one does.
        if (IsInfinitive(verb)) known &= CueClass.Clausal & ~CueClass.Think;
        if (known == CueClass.None) return;
        var marks = new bool[tree.Sentence.Count];
        var subject = Subject(verb);
        if (subject > verb && (known & CueClass.Say) != CueClass.None && !MayInvert(verb))
        {
            // “The envoy (an old hand) said the ruler's letter was …”: a subject taken from the words reported.
            for (var row = verb + 1; row < tree.Sentence.End; row++) marks[row - tree.Sentence.First] = true;
            Add(verb, -1, marks, known);
            return;
        }

        var passive = (subject >= 0 && _tokens.Relations[subject] == Relation.NsubjPass) || HasChild(verb, Relation.AuxPass);
        int source;
        if (passive)
        {
            source = Agent(verb);
            if (!PassiveContent(verb, known, subject, source, marks)) return;
        }
        else
        {
            source = subject >= 0 ? subject : InheritedSubject(verb);
            if (!ActiveContent(verb, known, source, marks))
            {
                // Nothing in the tree: kept for a quotation that may stand beside it.
                if ((known & CueClass.Speech) != CueClass.None || source >= 0) Add(verb, source, marks, known);
                return;
            }
        }

        // A tree torn by a quotation may hold no subject; it is looked for in the words beside the cue.
        if (source < 0 && !passive && ((known & CueClass.Speech) == CueClass.None || !IsFinite(verb))) return;
        Add(verb, source, marks, known, passive);
    }

    /// <summary>The subject; the one before the verb where a parser gives two, as it does for “the envoy said Friday”.</summary>
    private int Subject(int verb)
    {
        var subject = tree.Child(verb, Relation.Nsubj);
        // Who says it stands outside the words quoted.
        return subject >= 0 && InsideQuotation(subject) && !InsideQuotation(verb) ? -1 : subject;
    }

    /// <summary>English puts the speaker after the verb only where the words reported stand before it.</summary>
    private bool MayInvert(int verb)
    {
        if (verb == tree.Sentence.First) return true;
        var before = verb - 1;
        return !(_tokens.Upos[before] is UniversalPos.Noun or UniversalPos.Propn or UniversalPos.Pron || _tokens.CharsOf(before) is ")")
            || tree.Child(verb, Relation.Ccomp) is var clause and >= 0 && clause < verb;
    }

    private bool IsFinite(int verb) =>
        !_tokens.Morphology[verb].HasFlag(Morphology.Infinitive) && !_tokens.Morphology[verb].HasFlag(Morphology.Gerund) && !HasMark(verb, "to", "à");

    private bool ActiveContent(int verb, CueClass known, int source, bool[] marks)
    {
        var ccomp = ReportedClause(verb);
        var xcomp = tree.Child(verb, Relation.Xcomp);
        var obj = tree.Child(verb, Relation.Obj);
        if (ccomp >= 0 && (known & (CueClass.Clausal | CueClass.Want | CueClass.Judge)) != CueClass.None)
        {
            MarkClauses(verb, ccomp, marks);
            return true;
        }

        if (xcomp >= 0 && (known & CueClass.Call) != CueClass.None && obj >= 0 && !IsInfinitive(xcomp))
        {
            tree.Mark(obj, marks);
            tree.Mark(xcomp, marks);
            return true;
        }

        if (xcomp >= 0 && ((known & (CueClass.Want | CueClass.Ask | CueClass.Tell)) != CueClass.None || (obj >= 0 && (known & CueClass.Think) != CueClass.None)) && IsInfinitive(xcomp))
        {
            if (obj >= 0 && (known & (CueClass.Ask | CueClass.Think | CueClass.Want)) != CueClass.None) tree.Mark(obj, marks);
            tree.Mark(xcomp, marks);
            return true;
        }

        if (obj < 0 && (known & CueClass.Ask) != CueClass.None && MarkCall(verb, marks)) return true;
        var relation = tree.RelationOf(verb);
        var head = tree.HeadOf(verb);
        if (relation == Relation.Parataxis && head >= 0 && (known & CueClass.Clausal) != CueClass.None && source >= 0 && obj < 0)
        {
            tree.Mark(head, marks, verb);
            return true;
        }

        var parataxis = tree.Child(verb, Relation.Parataxis);
        if (parataxis >= 0 && (known & CueClass.Speech) != CueClass.None && ClassOf(parataxis) == CueClass.None && HasColonBetween(verb, parataxis))
        {
            tree.Mark(parataxis, marks);
            return true;
        }

        if (relation == Relation.Advcl && head >= 0 && (known & (CueClass.Speech | CueClass.Show)) != CueClass.None && source >= 0 && obj < 0 && HasMark(verb, "as", "comme"))
        {
            tree.Mark(head, marks, verb);
            return true;
        }

        if (obj >= 0 && (known & CueClass.Accuse) != CueClass.None && source >= 0)
        {
            tree.Mark(obj, marks);
            foreach (var child in tree.ChildrenOf(verb))
            {
                if (child > obj && tree.RelationOf(child) is Relation.Obl or Relation.Advcl && StartsWith(child, "of", "for", "as", "de", "d'")) tree.Mark(child, marks);
            }

            return true;
        }

        // “attacked the convoy” tells a deed, “attacked Clinton” as often words.
        if (obj >= 0 && _tokens.Lemmas[verb] is "attack" && _tokens.Upos[obj] == UniversalPos.Noun && !HasQuotation()) return false;
        if (obj >= 0 && source >= 0 && obj > verb && (known & CueClass.Judge) != CueClass.None && _tokens.Upos[obj] is not UniversalPos.Pron)
        {
            tree.Mark(obj, marks);
            foreach (var child in tree.ChildrenOf(verb))
            {
                if (child > obj && tree.RelationOf(child) is Relation.Obl or Relation.Advcl && StartsWith(child, "as", "for", "comme", "pour")) tree.Mark(child, marks);
            }

            return true;
        }

        return false;
    }

    /// <summary>The clause a verb reports: the one after it with a “that” before any other.</summary>
    private int ReportedClause(int verb)
    {
        var clause = -1;
        foreach (var child in tree.ChildrenOf(verb))
        {
            if (tree.RelationOf(child) != Relation.Ccomp) continue;
            if (clause < 0 || (clause < verb && child > verb && HasMark(child, "that", "que"))) clause = child;
        }

        return clause;
    }

    /// <summary>“called for talks to resume”, “called on the army to leave”: what is wanted stands behind a preposition.</summary>
    private bool MarkCall(int verb, bool[] marks)
    {
        var called = -1;
        foreach (var child in tree.ChildrenOf(verb))
        {
            if (child < verb) continue;
            var relation = tree.RelationOf(child);
            if (relation is Relation.Obl or Relation.Advcl && called < 0 && StartsWith(child, "for", "on", "upon")) called = child;
            else if (called < 0 || !(relation is Relation.Xcomp or Relation.Ccomp or Relation.Advcl && IsInfinitive(child))) continue;
            tree.Mark(child, marks);
        }

        if (called < 0) return false;
        foreach (var child in tree.ChildrenOf(called))
        {
            if (child < called && tree.RelationOf(child) is Relation.Case or Relation.Mark) marks[child - tree.Sentence.First] = false;
        }

        return true;
    }

    /// <summary>
    /// All clauses a verb reports. A parser hangs the later ones on the verb itself: “said they had lost and the war was over”.
    /// What follows the verb as its conjunct with a subject of its own, and is no report, is still reported.
    /// </summary>
    private void MarkClauses(int verb, int first, bool[] marks)
    {
        foreach (var child in tree.ChildrenOf(verb))
        {
            var relation = tree.RelationOf(child);
            if (relation == Relation.Ccomp ? child > verb == first > verb
                : child > first && first > verb && relation is Relation.Conj or Relation.Parataxis && tree.Child(child, Relation.Nsubj) >= 0 && ClassOf(child) == CueClass.None)
                tree.Mark(child, marks);
        }
    }

    private bool PassiveContent(int verb, CueClass known, int subject, int agent, bool[] marks)
    {
        var clause = tree.Child(verb, Relation.Ccomp) is var ccomp and >= 0 ? ccomp : tree.Child(verb, Relation.Csubj);
        if (clause >= 0 && (known & (CueClass.Clausal | CueClass.Want)) != CueClass.None)
        {
            tree.Mark(clause, marks);
            return true;
        }

        var xcomp = tree.Child(verb, Relation.Xcomp);
        if (xcomp >= 0 && subject >= 0 && (known & (CueClass.Think | CueClass.Say | CueClass.Call)) != CueClass.None)
        {
            tree.Mark(subject, marks);
            tree.Mark(xcomp, marks);
            return true;
        }

        if (agent >= 0 && subject >= 0 && _tokens.CharsOf(subject) is not ("which" or "that" or "who") && (known & (CueClass.Judge | CueClass.Accuse | CueClass.Call | CueClass.Say)) != CueClass.None)
        {
            tree.Mark(subject, marks);
            foreach (var child in tree.ChildrenOf(verb))
            {
                if (child > verb && child != agent && tree.RelationOf(child) is Relation.Obl or Relation.Advcl && StartsWith(child, "of", "as", "de")) tree.Mark(child, marks);
            }

            return true;
        }

        return false;
    }

    private bool HasQuotation()
    {
        for (var row = tree.Sentence.First; row < tree.Sentence.End; row++)
        {
            if (quotations.Holds(_tokens.SpanOf(row).Start)) return true;
        }

        return false;
    }

    private int Agent(int verb)
    {
        foreach (var child in tree.ChildrenOf(verb))
        {
            if ((_tokens.Relations[child] == Relation.OblAgent && !StartsWith(child, "à", "dans", "en", "pour")) || (tree.RelationOf(child) == Relation.Obl && child > verb && StartsWith(child, "by", "par"))) return child;
        }

        return -1;
    }

    /// <summary>The subject that a verb without one shares: “Keita spoke, adding that …”, “was quoted as saying”.</summary>
    private int InheritedSubject(int verb)
    {
        var row = verb;
        for (var steps = 0; steps < MostSteps; steps++)
        {
            var head = tree.HeadOf(row);
            if (head < 0) return -1;
            switch (tree.RelationOf(row))
            {
                case Relation.Conj or Relation.Xcomp or Relation.Advcl or Relation.Parataxis when _tokens.Upos[head] is UniversalPos.Verb or UniversalPos.Aux or UniversalPos.Adj or UniversalPos.Noun:
                    var subject = tree.Child(head, Relation.Nsubj);
                    if (subject >= 0) return subject;
                    break;
                case Relation.Acl when !_tokens.Morphology[row].HasFlag(Morphology.Infinitive):
                    return _tokens.Upos[head] is UniversalPos.Noun or UniversalPos.Propn or UniversalPos.Pron ? head : -1;
                default:
                    return -1;
            }

            row = head;
        }

        return -1;
    }

    private bool IsInfinitive(int row)
    {
        if (_tokens.Morphology[row].HasFlag(Morphology.Infinitive)) return true;
        foreach (var child in tree.ChildrenOf(row))
        {
            if (tree.RelationOf(child) is Relation.Mark && _tokens.CharsOf(child) is "to") return true;

            // “a affirmé avoir tué”
            if (tree.RelationOf(child) is Relation.Aux && _tokens.Morphology[child].HasFlag(Morphology.Infinitive)) return true;
        }

        return false;
    }

    private bool HasChild(int row, Relation exact)
    {
        foreach (var child in tree.ChildrenOf(row))
        {
            if (_tokens.Relations[child] == exact) return true;
        }

        return false;
    }

    private bool HasMark(int row, string english, string french)
    {
        foreach (var child in tree.ChildrenOf(row))
        {
            if (tree.RelationOf(child) is Relation.Mark or Relation.Advmod && (_tokens.CharsOf(child).Equals(english, StringComparison.OrdinalIgnoreCase)
                || _tokens.CharsOf(child).Equals(french, StringComparison.OrdinalIgnoreCase)))
                return true;
        }

        return false;
    }

    private bool HasColonBetween(int from, int to)
    {
        for (var row = from + 1; row < to; row++)
        {
            if (_tokens.CharsOf(row) is ":" or "“" or "\"" or "«" or ",") return true;
        }

        return false;
    }

    private bool StartsWith(int row, params ReadOnlySpan<string> words)
    {
        foreach (var child in tree.ChildrenOf(row))
        {
            if (tree.RelationOf(child) is not (Relation.Case or Relation.Mark)) continue;
            foreach (var word in words)
            {
                if (_tokens.CharsOf(child).Equals(word, StringComparison.OrdinalIgnoreCase)) return true;
            }
        }

        return false;
    }

    private void Add(int verb, int source, bool[] marks, CueClass known, bool passive = false)
    {
        var cue = CueSpan(verb);
        var content = trimmer.Pieces(tree, marks);
        drafts.Add(new AttributionDraft
        {
            CueRow = verb,
            Cue = cue,
            Source = source >= 0 && !IsExpletive(source) ? trimmer.Phrase(tree, source, verb) : null,
            SourceRow = source >= 0 && !IsExpletive(source) ? source : -1,
            Content = content,
            IsSpeech = (known & CueClass.Speech) != CueClass.None,
            NeedsSource = source < 0 && !passive,
        });
    }

    private bool IsExpletive(int row) => tree.RelationOf(row) == Relation.Expl;

    /// <summary>The verb with the auxiliaries, adverbs and particles that touch it.</summary>
    private TextSpan CueSpan(int verb)
    {
        int first = verb, last = verb;
        while (first > tree.Sentence.First && tree.HeadOf(first - 1) == verb
            && tree.RelationOf(first - 1) is Relation.Aux or Relation.Advmod or Relation.Cop) first--;
        while (last + 1 < tree.Sentence.End && tree.HeadOf(last + 1) == verb && _tokens.Relations[last + 1] == Relation.CompoundPrt) last++;
        return _tokens.SpanOf(first, last);
    }

    // ---------------------------------------------------------------- phrases and nouns

    private bool ReadPhrase(int row)
    {
        var word = _tokens.CharsOf(row);
        var width = word.Equals("according", StringComparison.OrdinalIgnoreCase) && Next(row, "to") ? 2
            : word.Equals("selon", StringComparison.OrdinalIgnoreCase) ? 1
            : word.Equals("d'", StringComparison.OrdinalIgnoreCase) && Next(row, "après") ? 2
            : 0;
        if (width == 0) return false;
        // The phrase hangs on its noun, or the noun on the phrase, by the treebank's age.
        var noun = tree.HeadOf(row);
        if (noun >= 0 && noun < row) noun = tree.Child(row, Relation.Obl);
        if (noun < 0 || tree.RelationOf(row) is not (Relation.Case or Relation.Mark or Relation.Fixed))
            noun = tree.Child(row, Relation.Obl) is var below and >= 0 ? below : noun;
        if (noun <= row) return false;
        var top = tree.IsUnder(noun, row) ? row : noun;
        var governor = tree.HeadOf(top);
        if (governor < 0) return false;
        var source = noun;
        if (_tokens.Lemmas[noun] is "lequel" && (source = OwnerOfRelative(governor)) < 0) return true;
        var marks = new bool[tree.Sentence.Count];
        tree.Mark(governor, marks, top);
        if (ClosesSentence(row, top))
        {
            for (var before = tree.Sentence.First; before < row; before++) marks[before - tree.Sentence.First] = true;
        }

        var content = trimmer.Pieces(tree, marks);
        if (content.Count == 0) return false;
        drafts.Add(new AttributionDraft
        {
            CueRow = row,
            Cue = _tokens.SpanOf(row, row + width - 1),
            Source = trimmer.Phrase(tree, source, -1),
            SourceRow = source,
            Content = content,
            IsSpeech = true,
        });
        return true;
    }

    // “les propos du pape selon lesquels …”: whose words the noun before names, or -1.
    private int OwnerOfRelative(int verb)
    {
        for (var steps = 0; verb >= 0 && steps < MostSteps; steps++, verb = tree.HeadOf(verb))
        {
            if (tree.RelationOf(verb) != Relation.Acl) continue;
            var noun = tree.HeadOf(verb);
            if (noun < 0) return -1;
            var owner = tree.Child(noun, Relation.Nmod);
            if (owner >= 0 && owner > noun && owner < verb && StartsWith(owner, "de", "du", "des", "d'")) return owner;
            var above = tree.HeadOf(noun);
            return above >= 0 && tree.RelationOf(noun) == Relation.Obj ? tree.Child(above, Relation.Nsubj) : -1;
        }

        return -1;
    }

    /// <summary>“…, according to the bank.” with nothing after it: all of the sentence is the bank's.</summary>
    private bool ClosesSentence(int row, int top)
    {
        if (row == tree.Sentence.First || _tokens.CharsOf(row - 1) is not ",") return false;
        for (var after = row; after < tree.Sentence.End; after++)
        {
            if (_tokens.Upos[after] != UniversalPos.Punct && !tree.IsUnder(after, top)) return false;
        }

        return true;
    }

    private bool Next(int row, string word) => row + 1 < tree.Sentence.End && _tokens.CharsOf(row + 1).Equals(word, StringComparison.OrdinalIgnoreCase);

    private void ReadNoun(int noun)
    {
        var clause = -1;
        foreach (var child in tree.ChildrenOf(noun))
        {
            if (child > noun && (tree.RelationOf(child) == Relation.Ccomp || (_tokens.Relations[child] == Relation.Acl && HasMark(child, "that", "que")))) clause = child;
        }

        if (clause < 0) return;
        var source = tree.Child(noun, Relation.Nmod);
        if (source >= 0 && source > noun && !StartsWith(source, "by", "from", "of", "par", "de", "du")) source = -1;
        // “made the claim that”: who makes it is the verb's subject.
        var head = tree.HeadOf(noun);
        if (source < 0 && head >= 0 && tree.RelationOf(noun) == Relation.Obj) source = tree.Child(head, Relation.Nsubj);
        if (source < 0) return;
        var marks = new bool[tree.Sentence.Count];
        tree.Mark(clause, marks);
        var content = trimmer.Pieces(tree, marks);
        if (content.Count == 0) return;
        drafts.Add(new AttributionDraft { CueRow = noun, Cue = _tokens.SpanOf(noun), Source = trimmer.Phrase(tree, source, clause), SourceRow = source, Content = content });
    }
}
