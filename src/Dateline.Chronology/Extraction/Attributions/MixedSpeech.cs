using Dateline.Text;
using Dateline.Text.Syntax;
using Dateline.Text.Tokens;

namespace Dateline.Chronology.Extraction.Attributions;

/// <summary>
/// Completes what a verb of saying reports where a quotation stands inside it. Quotation marks tear a tree apart, so the
/// words reported are read from the line: from the clause after the verb to the end of the sentence, to the next report of
/// the same speaker, or to a remark that the teller adds; or, where the verb stands last, from the sentence's beginning.
/// </summary>
internal sealed class MixedSpeech(Document document, QuotationIndex quotations, SpanTrimmer trimmer, CueLexicon lexicon, List<AttributionDraft> drafts)
{
    private const int Furthest = 14;
    private const int LongestCut = 200;
    private readonly string _text = document.Text;
    private readonly TokenSequence _tokens = document.Tokens;

    public void Complete()
    {
        var cues = drafts.Where(draft => draft.IsSpeech && draft.CueRow >= 0 && !quotations.Holds(draft.Cue.Start)).OrderBy(draft => draft.CueRow).ToList();
        for (var i = 0; i < cues.Count; i++)
        {
            var sentence = _tokens.Sentences[_tokens.SentenceOf[cues[i].CueRow]];
            if (Forward(cues, i, sentence)) continue;
            Backward(cues[i], sentence);
            if (cues[i].Content.Count == 0) Plain(cues, i, sentence);
        }

        foreach (var draft in drafts)
        {
            if (!draft.IsSpeech && draft.Content.Count == 0 && draft.CueRow >= 0) TakeObject(draft);
            TakeListed(draft);
        }
    }

    /// <summary>“hailed it as a “triumph””: the words between a verb of judging or calling and a quotation near by.</summary>
    private void TakeObject(AttributionDraft draft)
    {
        var sentence = _tokens.Sentences[_tokens.SentenceOf[draft.CueRow]];
        var index = quotations.FirstEndingAfter(draft.Cue.End);
        if (index >= quotations.Count || draft.Cue.Start >= quotations[index].Span.Start || quotations[index].Span.End > sentence.Span.End + 1) return;
        var quotation = quotations[index].Span;
        var row = _tokens.FirstAtOrAfter(draft.Cue.End);
        var first = row;
        for (; row < sentence.End && _tokens.SpanOf(row).Start < quotation.Start; row++)
        {
            if (row - first >= Furthest || _tokens.Upos[row] is UniversalPos.Verb or UniversalPos.Punct or UniversalPos.Cconj or UniversalPos.Sconj) return;
        }

        draft.Content = [TextSpan.FromBounds(Math.Min(_tokens.SpanOf(first).Start, quotation.Start), quotation.End)];
    }

    /// <summary>
    /// A report without a quotation beside it that the tree gives no content: the clause after its “that”, or after the verb
    /// itself, or the clause before a comma: “The road was open, the mayor said.”
    /// </summary>
    private void Plain(List<AttributionDraft> cues, int index, Sentence sentence)
    {
        var draft = cues[index];
        if (draft.Source is not { } source || quotations.FirstEndingAfter(sentence.Span.Start) is var near && near < quotations.Count && quotations[near].Span.Start < sentence.Span.End) return;
        var from = Math.Min(source.Start, draft.Cue.Start);
        var before = from;
        while (before > sentence.Span.Start && char.IsWhiteSpace(_text[before - 1])) before--;
        if (before > sentence.Span.Start && _text[before - 1] == ',')
        {
            var clause = TextSpan.FromBounds(sentence.Span.Start, before - 1);
            if (IsClause(clause) && _tokens.Upos[sentence.First] is not (UniversalPos.Adp or UniversalPos.Sconj or UniversalPos.Adv)) draft.Content = [trimmer.Trim(clause)];
            return;
        }

        if (source.Start > draft.Cue.Start) return;
        var classes = _tokens.Lemmas[draft.CueRow] is { } lemma ? lexicon.Of(lemma) : CueClass.None;
        var start = ClauseStart(draft, sentence.Span.End, sentence);
        if (start < 0 || (classes & (CueClass.Say | CueClass.Tell)) == CueClass.None) return;
        if (index + 1 < cues.Count && cues[index + 1].Cue.Start < start) return;
        var end = Boundary(draft, start, sentence);
        var piece = TextSpan.FromBounds(start, Math.Max(start, end));
        if (IsClause(piece)) draft.Content = [trimmer.Trim(piece)];
    }

    /// <summary>Whether a subject and a finite verb stand in the words.</summary>
    private bool IsClause(TextSpan words)
    {
        var subject = false;
        for (var row = _tokens.FirstAtOrAfter(words.Start); row < _tokens.Count && _tokens.SpanOf(row).Start < words.End; row++)
        {
            if (_tokens.Upos[row] is UniversalPos.Noun or UniversalPos.Propn or UniversalPos.Pron or UniversalPos.Num) subject = true;
            else if (subject && _tokens.Upos[row] is UniversalPos.Verb or UniversalPos.Aux && _tokens.Morphology[row].HasFlag(Morphology.Finite)) return true;
        }

        return false;
    }

    private bool Forward(List<AttributionDraft> cues, int index, Sentence sentence)
    {
        var draft = cues[index];
        var first = quotations.FirstEndingAfter(draft.Cue.End);
        if (first >= quotations.Count || quotations[first].Span.Start >= sentence.Span.End || EndsSentence(draft.Cue.End, quotations[first].Span.Start)) return false;
        var quotation = quotations[first].Span;
        if (draft.Content.Exists(piece => piece.End <= draft.Cue.Start) || FollowsReported(draft)) return false;
        var start = draft.Content.Count > 0 ? draft.Content[0].Start : -1;
        if (start < 0)
        {
            if (index + 1 < cues.Count && cues[index + 1].Cue.Start < quotation.Start) return false;
            start = ClauseStart(draft, quotation.Start, sentence);
        }

        if (start < 0 || start > quotation.Start) start = quotation.Start;
        var end = Boundary(draft, start, sentence);
        if (end <= quotation.Start) return false;
        var piece = trimmer.Trim(TextSpan.FromBounds(start, end));
        if (piece.Length > 0) draft.Content = [piece];
        return true;
    }

    /// <summary>“Mills “got a deal,” Jordan said”: the words before a reporting clause that closes its sentence.</summary>
    private void Backward(AttributionDraft draft, Sentence sentence)
    {
        if (draft.NeedsSource && draft.Source is null) return;
        var from = Math.Min(draft.Source?.Start ?? draft.Cue.Start, draft.Cue.Start);
        if (draft.Content.Exists(piece => piece.Start >= draft.Cue.End)) return;
        var end = from;
        while (end > sentence.Span.Start && char.IsWhiteSpace(_text[end - 1])) end--;
        if (end <= sentence.Span.Start || _text[end - 1] is not (',' or '"' or '”' or '»')) return;
        var first = quotations.FirstEndingAfter(sentence.Span.Start);
        if (first >= quotations.Count || quotations[first].Span.Start >= end) return;
        var quotation = quotations[first].Span;
        // A quotation that opens the sentence is read with all its sentences elsewhere.
        var start = quotation.Start < sentence.Span.Start ? quotation.Start : sentence.Span.Start;
        if (quotation.Start <= start + 1 && quotations.IsWhole(quotations[first])) return;
        if (HasVerbOutside(sentence, draft.CueRow, quotation)) draft.Content = [trimmer.Trim(TextSpan.FromBounds(start, end))];
    }

    // “In an interview with “Panorama,” she said” has no words of hers before the quotation.
    private bool HasVerbOutside(Sentence sentence, int cue, TextSpan quotation)
    {
        if (_tokens.Upos[sentence.First] is UniversalPos.Adp or UniversalPos.Sconj) return false;
        for (var row = sentence.First; row < cue; row++)
        {
            if (_tokens.Upos[row] is UniversalPos.Verb or UniversalPos.Aux) return true;
        }

        return quotation.Start <= sentence.Span.Start + 1;
    }

    /// <summary>Whether the words reported stand right before the reporting clause: “…,” he said.</summary>
    private bool FollowsReported(AttributionDraft draft)
    {
        var at = Math.Min(draft.Source?.Start ?? draft.Cue.Start, draft.Cue.Start) - 1;
        while (at >= 0 && char.IsWhiteSpace(_text[at])) at--;
        return at >= 0 && (_text[at] is '”' or '»' || (_text[at] == '"' && quotations.Holds(at)));
    }

    private bool EndsSentence(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (_text[i] is '\n' or '?' or '!') return true;
        }

        return false;
    }

    private int ClauseStart(AttributionDraft draft, int quotation, Sentence sentence)
    {
        var row = _tokens.FirstAtOrAfter(draft.Cue.End);
        var limit = Math.Min(sentence.End, row + Furthest);
        for (var at = row; at < limit && _tokens.SpanOf(at).Start < quotation; at++)
        {
            if (_tokens.CharsOf(at) is "that" or "whether" or "que" or "qu'" or "qu’") return _tokens.SpanOf(at).Start;
        }

        var classes = _tokens.Lemmas[draft.CueRow] is { } lemma ? lexicon.Of(lemma) : CueClass.None;
        if ((classes & (CueClass.Tell | CueClass.Ask)) != CueClass.None)
        {
            for (var at = row; at + 1 < limit && _tokens.SpanOf(at).Start < quotation; at++)
            {
                if (_tokens.CharsOf(at) is "to" && (_tokens.SpanOf(at + 1).Start >= quotation || _tokens.Upos[at + 1] == UniversalPos.Verb)) return _tokens.SpanOf(at).Start;
            }

            return -1;
        }

        while (row < limit && _tokens.Upos[row] is UniversalPos.Adv or UniversalPos.Punct) row++;
        return row < limit && _tokens.Upos[row] is not UniversalPos.Adp ? _tokens.SpanOf(row).Start : -1;
    }

    /// <summary>Where the words reported end.</summary>
    private int Boundary(AttributionDraft draft, int start, Sentence sentence)
    {
        var row = _tokens.FirstAtOrAfter(start);
        while (row < sentence.End)
        {
            var at = _tokens.SpanOf(row).Start;
            var inside = quotations.FirstEndingAfter(at);
            if (inside < quotations.Count && quotations[inside].Span.Start <= at)
            {
                var next = _tokens.FirstAtOrAfter(quotations[inside].Span.End);
                if (next <= row || quotations[inside].Span.End > sentence.Span.End) return Math.Max(sentence.Span.End, quotations[inside].Span.End);
                // What begins with the quotation ends with it, where the marks close a sentence.
                if (quotations[inside].Span.Start <= start && quotations.IsWhole(quotations[inside]) && next < sentence.End && NoQuotationAfter(next, sentence)) return quotations[inside].Span.End;

                // “…,” and outside: a comma within the marks is the sentence's own.
                if (EndsWithComma(quotations[inside].Span) && next < sentence.End && IsLeft(draft, next, isComma: true, sentence)) return quotations[inside].Span.End;
                row = next;
                continue;
            }

            if (_tokens.CharsOf(row) is "," or ";" or "—" or "–" && row + 1 < sentence.End && IsLeft(draft, row + 1, isComma: true, sentence)) return at;
            if (_tokens.Upos[row] == UniversalPos.Cconj && IsLeft(draft, row, isComma: false, sentence)) return at;
            row++;
        }

        return sentence.Span.End;
    }

    private bool EndsWithComma(TextSpan quotation) => quotation.Length > 2 && _text[quotation.End - 2] == ',';

    /// <summary>Whether the teller takes over at <paramref name="row"/>: another report of the same speaker, or a remark on what was said.</summary>
    private bool IsLeft(AttributionDraft draft, int row, bool isComma, Sentence sentence)
    {
        var joined = _tokens.Upos[row] == UniversalPos.Cconj;
        if (joined) row++;
        while (row < sentence.End && _tokens.Upos[row] == UniversalPos.Adv) row++;
        if (row >= sentence.End) return false;
        var known = _tokens.Lemmas[row] is { } lemma ? lexicon.Of(lemma) : CueClass.None;
        var word = _tokens.CharsOf(row);
        if (_tokens.Upos[row] is UniversalPos.Verb)
        {
            var quoted = quotations.FirstEndingAfter(_tokens.SpanOf(row).Start);
            var later = quoted < quotations.Count && quotations[quoted].Span.Start < sentence.Span.End;
            if (word.EndsWith("ing", StringComparison.OrdinalIgnoreCase)) return isComma && (known != CueClass.None || !later);
            if (joined && !_tokens.Morphology[row].HasFlag(Morphology.Infinitive) && ((known & ~CueClass.Noun) != CueClass.None || _tokens.Heads[row] == draft.CueRow)) return !HasSubjectBefore(row, sentence);
        }

        return isComma && !joined && word is "while" or "although" or "as" or "after" or "when" or "tandis" or "alors" && NoQuotationAfter(row, sentence);
    }

    private bool NoQuotationAfter(int row, Sentence sentence)
    {
        var index = quotations.FirstEndingAfter(_tokens.SpanOf(row).Start);
        return index >= quotations.Count || quotations[index].Span.Start >= sentence.Span.End;
    }

    private bool HasSubjectBefore(int verb, Sentence sentence)
    {
        for (var row = verb - 1; row >= sentence.First && _tokens.Upos[row] != UniversalPos.Cconj; row--)
        {
            if (_tokens.Heads[row] == verb && _tokens.Relations[row].WithoutSubtype() == Relation.Nsubj) return true;
        }

        return false;
    }

    /// <summary>“as “weak” and “a liar””: quotations that are listed with the one a content ends in belong to it.</summary>
    private void TakeListed(AttributionDraft draft)
    {
        for (var i = 0; i < draft.Content.Count; i++)
        {
            var piece = draft.Content[i];
            var index = quotations.FirstEndingAfter(piece.End - 1);
            if (index < quotations.Count && quotations[index].Span is var cut && cut.Start >= piece.Start && cut.Start < piece.End && cut.End > piece.End && cut.Length <= LongestCut)
                piece = draft.Content[i] = TextSpan.FromBounds(piece.Start, cut.End);
            if (piece.End > 0 && index < quotations.Count && quotations[index].Span.Start >= piece.End) index--;
            if (index < 0 || index >= quotations.Count || Math.Abs(quotations[index].Span.End - piece.End) > 1) continue;
            while (index + 1 < quotations.Count && IsList(quotations[index].Span.End, quotations[index + 1].Span.Start)) index++;
            draft.Content[i] = TextSpan.FromBounds(piece.Start, Math.Max(piece.End, quotations[index].Span.End));
        }
    }

    private bool IsList(int from, int to)
    {
        if (to - from is < 1 or > 24) return false;
        var between = _text.AsSpan(from, to - from);
        if (between.Contains('\n')) return false;
        between = between.Trim(" ,\u00A0");
        return between is "and" or "or" or "and a" or "and an" or "and the" or "a" or "an" or "et" or "ou" || (between.IsEmpty && _text[from - 2] is not ('.' or '?' or '!'));
    }
}
