using Dateline.Text;
using Dateline.Text.Syntax;
using Dateline.Text.Tokens;

namespace Dateline.Chronology.Extraction.Attributions;

/// <summary>
/// Gives each direct quotation to the reporting verb beside it. Quotations of one paragraph with the same verb are one
/// attribution, and a quotation that runs on over paragraphs stays with its first.
/// </summary>
internal sealed class QuotationReader(Document document, QuotationIndex quotations, SourceFinder sources, List<AttributionDraft> drafts)
{
    private const int Reach = 240;
    private readonly string _text = document.Text;
    private readonly TokenSequence _tokens = document.Tokens;

    public void Read()
    {
        var cues = drafts.Where(draft => draft.IsSpeech && draft.CueRow >= 0 && !quotations.Holds(draft.Cue.Start)).OrderBy(draft => draft.Cue.Start).ToList();
        AttributionDraft? current = null;
        var previousEnd = -1;
        var taken = new Dictionary<AttributionDraft, List<Quotation>>();
        for (var i = 0; i < quotations.Count; i++)
        {
            var quotation = quotations[i];
            var span = quotation.Span;
            var newParagraph = previousEnd < 0 || _text.AsSpan(previousEnd, span.Start - previousEnd).Contains('\n');
            if (!IsDirect(quotation))
            {
                // “…,” he said, but “…”: what is joined to a report goes on with it.
                if (current is not null && !newParagraph && IsJoined(previousEnd, span.Start, current)) taken[current].Add(quotation);
                previousEnd = span.End;
                continue;
            }

            AttributionDraft? owner = null;
            if (quotation.Continues && current is not null) owner = current;
            owner ??= After(span, cues);
            owner ??= Before(span, cues);
            if (owner is null && current is not null && !newParagraph && OnlyReportBetween(previousEnd, span.Start, current)) owner = current;
            owner ??= SentenceBefore(span, cues);
            if (owner is null && VerbBeforeColon(span) is { } opening)
            {
                drafts.Add(opening);
                owner = opening;
            }

            if (owner is null && NameAfterDash(span) is { } named)
            {
                drafts.Add(named);
                previousEnd = span.End;
                continue;
            }

            if (owner is not null)
            {
                if (!taken.TryGetValue(owner, out var pieces)) taken[owner] = pieces = [];
                pieces.Add(quotation);
            }

            current = owner;
            previousEnd = span.End;
        }

        foreach (var (draft, pieces) in taken) Merge(draft, pieces);
    }

    /// <summary>Words quoted for what they say, against words quoted for how they sound: a sentence, or what stands before or after a reporting clause.</summary>
    private bool IsDirect(Quotation quotation)
    {
        var span = quotation.Span;
        var inner = _text.AsSpan(span.Start + 1, Math.Max(0, span.Length - 2)).Trim(" \u00A0\u202F'’");
        if (inner.Length < 2) return false;
        var last = inner[^1];
        var words = inner.Count(' ') + 1;
        var before = span.Start - 1;
        while (before >= 0 && _text[before] is ' ' or '\u00A0' or '\u202F') before--;
        var opensSentence = before < 0 || _text[before] is '\n' or ':' or ',' or '.' or '?' or '!' or '”' or '"' or '»';
        var after = span.End;
        var closed = last is ',' or '.' or '?' or '!' or '…' or '—' or '-' || (after < _text.Length && _text[after] is ',');
        if (!opensSentence && IsTitle(before)) return false;
        return (opensSentence && (closed || words >= 4) && (words >= 2 || closed)) || (words >= 5 && char.IsUpper(inner[0]) && closed) || !quotation.IsClosed;
    }

    // “an episode of “The Long Night,””, “a film called “Dust and Rain””: the name of a work.
    private bool IsTitle(int before)
    {
        var start = before;
        while (start >= 0 && char.IsLetter(_text[start])) start--;
        return _text.AsSpan(start + 1, before - start) is "of" or "on" or "in" or "at" or "called" or "titled" or "entitled" or "named" or "dubbed" or "nicknamed" or "film" or "book" or "song" or "show" or "movie" or "series";
    }

    /// <summary>“…,” said X — a cue in the words right after the quotation, before the next sentence or quotation.</summary>
    private AttributionDraft? After(TextSpan span, List<AttributionDraft> cues)
    {
        var inner = span.End - 2 >= span.Start ? _text[span.End - 2] : ' ';
        var end = Math.Min(_text.Length, span.End + Reach);
        for (var i = span.End; i < end; i++)
        {
            if (_text[i] is '\n' or '"' or '“' or '«' or ';' || (_text[i] is '.' or '?' or '!' && i + 1 < end && char.IsWhiteSpace(_text[i + 1]) && !IsTitleStop(i)))
            {
                end = i;
                break;
            }
        }

        var index = FirstFrom(cues, span.End);
        if (index >= cues.Count || cues[index].Cue.Start >= end) return null;
        var cue = cues[index];
        var between = _text.AsSpan(span.End, cue.Cue.Start - span.End);
        // After a full stop inside the marks a new sentence begins; it reports these words only if it is a bare “X said.”
        if (inner is '.' && between.TrimStart() is { Length: > 0 } narration && char.IsUpper(narration[0]) && (cue.Content.Count > 0 || !IsBare(span.End, cue))) return null;
        return between.Length <= 160 ? cue : null;
    }

    // “X said.” and no more stands between the quotation and the cue.
    private static bool IsBare(int from, AttributionDraft cue) =>
        cue.Source is { } source ? source.Start - from <= 2 && cue.Cue.Start - source.End <= 24 : cue.Cue.Start - from <= 40;

    private bool IsTitleStop(int dot)
    {
        var start = dot;
        while (start > 0 && char.IsLetter(_text[start - 1])) start--;
        return dot - start is >= 1 and <= 4 && char.IsUpper(_text[start]);
    }

    /// <summary>X said: “…” — the last cue before the quotation in the same sentence.</summary>
    private AttributionDraft? Before(TextSpan span, List<AttributionDraft> cues)
    {
        var start = Math.Max(0, span.Start - Reach);
        for (var i = span.Start - 1; i >= start; i--)
        {
            if (_text[i] is '”' or '»' || (_text[i] is '.' or '?' or '!' && i + 1 < span.Start && char.IsWhiteSpace(_text[i + 1]) && !IsTitleStop(i)))
            {
                start = i + 1;
                break;
            }

            if (_text[i] == '\n' && _text.AsSpan(i, span.Start - i).Trim().Length > 0)
            {
                start = i + 1;
                break;
            }
        }

        var index = FirstFrom(cues, span.Start) - 1;
        return index >= 0 && cues[index].Cue.Start >= start ? cues[index] : null;
    }

    /// <summary>Between two quotations stands nothing but the clause that reports the first.</summary>
    private bool OnlyReportBetween(int from, int to, AttributionDraft current) =>
        from >= 0 && to - from <= Reach && (_text.AsSpan(from, to - from).IsWhiteSpace() || (current.Cue.Start >= from && current.Cue.Start < to));

    /// <summary>“The ministry released a statement: “…””: whatever the verb, a colon hands over to its subject's words.</summary>
    private AttributionDraft? VerbBeforeColon(TextSpan span)
    {
        var at = span.Start - 1;
        while (at >= 0 && char.IsWhiteSpace(_text[at])) at--;
        if (at <= 0 || _text[at] != ':') return null;
        var row = _tokens.FirstAtOrAfter(at) - (at < _text.Length ? 1 : 0);
        if (row < 0 || row >= _tokens.Count || _tokens.Heads.Length <= row) return null;
        var sentence = _tokens.Sentences[_tokens.SentenceOf[row]];
        var verb = -1;
        for (var i = sentence.First; i <= row; i++)
        {
            if (_tokens.Upos[i] is UniversalPos.Verb && (_tokens.Heads[i] < sentence.First || _tokens.Heads[i] >= sentence.End)) verb = i;
        }

        if (verb < 0 || quotations.Holds(_tokens.SpanOf(verb).Start)) return null;
        var draft = new AttributionDraft { CueRow = verb, Cue = _tokens.SpanOf(verb), IsSpeech = true, NeedsSource = true };
        for (var i = sentence.First; i < verb; i++)
        {
            if (_tokens.Heads[i] == verb && _tokens.Relations[i].WithoutSubtype() == Relation.Nsubj) sources.Take(draft, i);
        }

        return draft;
    }

    /// <summary>“…” — Name, on the rest of the line.</summary>
    private AttributionDraft? NameAfterDash(TextSpan span)
    {
        var at = span.End;
        while (at < _text.Length && _text[at] is ' ' or '\u00A0') at++;
        if (at >= _text.Length || _text[at] is not ('—' or '–' or '―' or '-')) return null;
        var dash = at++;
        while (at < _text.Length && _text[at] is ' ' or '\u00A0' or '-') at++;
        var end = _text.IndexOf('\n', at, Math.Min(80, _text.Length - at));
        if (end < 0) end = _text.Length - at <= 80 ? _text.Length : at;
        while (end > at && (char.IsWhiteSpace(_text[end - 1]) || _text[end - 1] is '.' or ',')) end--;
        if (end <= at || !char.IsUpper(_text[at])) return null;
        return new AttributionDraft { Cue = new TextSpan(dash, 1), Source = TextSpan.FromBounds(at, end), SourceRow = _tokens.FirstAtOrAfter(at), Content = [span] };
    }

    /// <summary>Between the report of a quotation and the next stands nothing but a word that joins them.</summary>
    private bool IsJoined(int from, int to, AttributionDraft current)
    {
        var start = Math.Max(from, current.Cue.End);
        if (current.Cue.Start < from || to - start is < 1 or > 24 || current.Source is { } source && source.End > to) return false;
        if (current.Source is { } after && after.Start >= start) start = after.End;
        return start <= to && _text.AsSpan(start, to - start).Trim(" ,\u00A0") is "but" or "and" or "and that" or "but that" or "because" or "that" or "mais" or "et" or "";
    }

    /// <summary>A quotation that stands as a sentence of its own after one that ends in a report: X is so, she said. “…”</summary>
    private AttributionDraft? SentenceBefore(TextSpan span, List<AttributionDraft> cues)
    {
        var row = _tokens.FirstAtOrAfter(span.Start);
        if (row >= _tokens.Count) return null;
        var sentence = _tokens.SentenceOf[row];
        if (sentence == 0 || _tokens.Sentences[sentence].Span.Start < span.Start - 1) return null;
        var before = _tokens.Sentences[sentence - 1];
        if (_text.AsSpan(before.Span.Start, span.Start - before.Span.Start).Trim().Contains('\n')) return null;
        var index = FirstFrom(cues, span.Start) - 1;
        if (index < 0 || cues[index].Cue.Start < before.Span.Start) return null;
        while (index > 0 && cues[index - 1].Cue.Start >= before.Span.Start) index--;
        return cues[index].Content.Count > 0 ? cues[index] : null;
    }

    private void Merge(AttributionDraft draft, List<Quotation> pieces)
    {
        sources.Find(draft);
        var sentence = _tokens.Sentences[_tokens.SentenceOf[draft.CueRow]].Span;
        var all = pieces.ConvertAll(quotation => quotation.Span);
        foreach (var piece in draft.Content)
        {
            var first = pieces.FindIndex(quotation => quotation.Span.Overlaps(piece));
            if (first < 0)
            {
                // What is reported in the cue's own sentence stands beside quotations of other sentences.
                if (!pieces.Exists(quotation => quotation.Span.Overlaps(sentence))) all.Add(piece);
                continue;
            }

            // A clause that begins before the quotation is partly in the teller's words; so is one that runs on after it.
            var last = pieces.FindLastIndex(quotation => quotation.Span.Overlaps(piece));
            var start = piece.Start < pieces[first].Span.Start - 1 ? piece.Start : pieces[first].Span.Start;
            var end = piece.End > pieces[last].Span.End + 1 && !quotations.IsWhole(pieces[last]) ? piece.End : pieces[last].Span.End;
            all.Add(TextSpan.FromBounds(start, end));
        }

        draft.Content = all;
    }

    private static int FirstFrom(List<AttributionDraft> cues, int position)
    {
        int low = 0, high = cues.Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (cues[middle].Cue.Start < position) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
