using Dateline.Text;
using Dateline.Text.Syntax;
using Dateline.Text.Tokens;

namespace Dateline.Chronology.Extraction.Attributions;

/// <summary>
/// Gives each direct quotation to the reporting verb beside it. Quotations of one paragraph with the same verb are one
/// attribution, and a quotation that runs on over paragraphs stays with its first.
/// </summary>
internal sealed class QuotationReader(Document document, IReadOnlyList<Quotation> quotations, List<AttributionDraft> drafts)
{
    private const int Reach = 240;
    private readonly string _text = document.Text;
    private readonly TokenSequence _tokens = document.Tokens;

    public void Read()
    {
        var cues = drafts.Where(draft => draft.IsSpeech && draft.CueRow >= 0 && !InsideQuotation(draft.Cue)).OrderBy(draft => draft.Cue.Start).ToList();
        AttributionDraft? current = null;
        var previousEnd = -1;
        var taken = new Dictionary<AttributionDraft, List<TextSpan>>();
        foreach (var quotation in quotations)
        {
            var span = quotation.Span;
            var newParagraph = previousEnd < 0 || _text.AsSpan(previousEnd, span.Start - previousEnd).Contains('\n');
            if (!IsDirect(quotation))
            {
                previousEnd = span.End;
                continue;
            }

            AttributionDraft? owner = null;
            if (quotation.Continues && current is not null) owner = current;
            owner ??= After(span, cues);
            owner ??= Before(span, cues);
            if (owner is null && current is not null && !newParagraph && OnlyReportBetween(previousEnd, span.Start, current)) owner = current;
            if (owner is null && NameAfterDash(span) is { } named)
            {
                drafts.Add(named);
                previousEnd = span.End;
                continue;
            }

            if (owner is not null)
            {
                if (!taken.TryGetValue(owner, out var pieces)) taken[owner] = pieces = [];
                pieces.Add(span);
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
        return (opensSentence && (closed || words >= 4) && (words >= 2 || closed)) || (words >= 5 && char.IsUpper(inner[0]) && closed) || !quotation.IsClosed;
    }

    private bool InsideQuotation(TextSpan span)
    {
        int low = 0, high = quotations.Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (quotations[middle].Span.End <= span.Start) low = middle + 1;
            else high = middle;
        }

        return low < quotations.Count && quotations[low].Span.Start <= span.Start;
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
        if (inner is '.' && between.TrimStart() is { Length: > 0 } narration && char.IsUpper(narration[0]) && cue.Content.Count > 0) return null;
        return between.Length <= 160 ? cue : null;
    }

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

    private void Merge(AttributionDraft draft, List<TextSpan> pieces)
    {
        if (draft.SourceRow < 0) FindSource(draft);
        var covered = draft.Content.Where(piece => pieces.Exists(quote => quote.Overlaps(piece))).ToList();
        // A clause that begins before the quotation is partly in the teller's words; what it adds is kept.
        var outside = covered.Where(piece => !pieces.Exists(quote => quote.Start <= piece.Start + 1)).ToList();
        var all = new List<TextSpan>(pieces);
        foreach (var piece in outside)
        {
            var at = all.FindIndex(quote => quote.Overlaps(piece));
            all[at] = TextSpan.Union(all[at], piece);
        }

        all.Sort();
        draft.Content = all;
    }

    /// <summary>The noun beside the cue, where the tree gives no subject.</summary>
    private void FindSource(AttributionDraft draft)
    {
        var sentence = _tokens.Sentences[_tokens.SentenceOf[draft.CueRow]];
        foreach (var step in (ReadOnlySpan<int>)[-1, 1])
        {
            int row = draft.CueRow + step, first = -1, last = -1;
            while (row >= sentence.First && row < sentence.End && IsNominal(row))
            {
                first = first < 0 ? row : Math.Min(first, row);
                last = Math.Max(last, row);
                row += step;
            }

            if (first < 0) continue;
            draft.Source = _tokens.SpanOf(first, last);
            draft.SourceRow = last;
            return;
        }
    }

    private bool IsNominal(int row) => _tokens.Upos[row] is UniversalPos.Propn or UniversalPos.Noun or UniversalPos.Pron or UniversalPos.Det or UniversalPos.Adj or UniversalPos.Num;

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
