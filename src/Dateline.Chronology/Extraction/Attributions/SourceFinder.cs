using Dateline.Text;
using Dateline.Text.Syntax;
using Dateline.Text.Tokens;

namespace Dateline.Chronology.Extraction.Attributions;

/// <summary>
/// Finds who says it where the tree gives no subject: the subject of the report it goes on from, the words between a
/// quotation and its verb, or the noun phrase that opens the clause.
/// </summary>
internal sealed class SourceFinder(Document document, QuotationIndex quotations, List<AttributionDraft> drafts)
{
    private const int Longest = 200;
    private const int MostWords = 36;
    private const int MostSteps = 6;
    private readonly string _text = document.Text;
    private readonly TokenSequence _tokens = document.Tokens;
    private readonly Dictionary<int, AttributionDraft> _byRow = ByRow(drafts);

    /// <summary>Gives <paramref name="draft"/> a source where the words hold one.</summary>
    public void Find(AttributionDraft draft)
    {
        if (draft.CueRow < 0 || draft.Source is not null) return;
        var sentence = _tokens.Sentences[_tokens.SentenceOf[draft.CueRow]];
        if (Inherit(draft)) return;
        if (AfterQuotation(draft, sentence) is { } named && Set(draft, named)) return;
        if (Opening(draft, sentence) is { } opening && Set(draft, opening)) return;
        Beside(draft, sentence);
    }

    /// <summary>Takes the phrase around <paramref name="head"/>, from its first word to its last before the cue.</summary>
    public void Take(AttributionDraft draft, int head)
    {
        int first = head, last = head;
        var sentence = _tokens.Sentences[_tokens.SentenceOf[head]];
        for (var row = sentence.First; row < draft.CueRow; row++)
        {
            if (!IsUnder(row, head)) continue;
            first = Math.Min(first, row);
            last = Math.Max(last, row);
        }

        (draft.Source, draft.SourceRow) = (_tokens.SpanOf(first, last), head);
    }

    private bool IsUnder(int row, int top)
    {
        for (var steps = 0; row >= 0 && row < _tokens.Count && steps < MostWords; steps++)
        {
            if (row == top) return true;
            row = _tokens.Heads[row];
        }

        return false;
    }

    private static Dictionary<int, AttributionDraft> ByRow(List<AttributionDraft> drafts)
    {
        var rows = new Dictionary<int, AttributionDraft>();
        foreach (var draft in drafts)
        {
            if (draft.CueRow >= 0) rows.TryAdd(draft.CueRow, draft);
        }

        return rows;
    }

    // “…, said the envoy, adding that …”
    private bool Inherit(AttributionDraft draft)
    {
        var row = draft.CueRow;
        for (var steps = 0; steps < MostSteps; steps++)
        {
            if (_tokens.Relations[row].WithoutSubtype() is not (Relation.Conj or Relation.Xcomp or Relation.Advcl)) return false;
            row = _tokens.Heads[row];
            if (row < 0 || row >= _tokens.Count) return false;
            if (!_byRow.TryGetValue(row, out var above) || above == draft) continue;
            if (above.Source is null && above.NeedsSource && above.CueRow < draft.CueRow) Find(above);
            if (above.Source is null) continue;
            (draft.Source, draft.SourceRow) = (above.Source, above.SourceRow);
            return true;
        }

        return false;
    }

    private TextSpan? AfterQuotation(AttributionDraft draft, Sentence sentence)
    {
        var index = quotations.FirstEndingAfter(draft.Cue.Start) - 1;
        if (index < 0) return null;
        var from = quotations[index].Span.End;
        if (from < sentence.Span.Start || draft.Cue.Start - from is < 2 or > Longest) return null;
        return TextSpan.FromBounds(from, draft.Cue.Start);
    }

    private TextSpan? Opening(AttributionDraft draft, Sentence sentence)
    {
        var row = draft.CueRow;
        while (row > sentence.First && _tokens.SpanOf(row - 1).Start >= draft.Cue.Start) row--;
        if (row - sentence.First is < 1 or > MostWords || quotations.Holds(sentence.Span.Start)) return null;
        // After an opening phrase the speaker stands behind its comma: “On Friday, the envoy, a Dane, said …”.
        var first = sentence.First;
        if (_tokens.Upos[first] is UniversalPos.Adp or UniversalPos.Adv or UniversalPos.Sconj or UniversalPos.Cconj)
        {
            if (_tokens.Upos[first] is UniversalPos.Cconj or UniversalPos.Adv) first++;
            else
            {
                while (first < row && _tokens.CharsOf(first) is not ",") first++;
                first++;
            }
        }

        return first < row ? TextSpan.FromBounds(_tokens.SpanOf(first).Start, draft.Cue.Start) : null;
    }

    /// <summary>Takes the words if they are a noun phrase, with what is set in commas after it.</summary>
    private bool Set(AttributionDraft draft, TextSpan span)
    {
        int start = span.Start, end = span.End;
        while (start < end && (char.IsWhiteSpace(_text[start]) || _text[start] is ',' or '-' or '–' or '—')) start++;
        while (end > start && (char.IsWhiteSpace(_text[end - 1]) || _text[end - 1] is ',')) end--;
        if (end <= start) return false;
        var first = _tokens.FirstAtOrAfter(start);
        if (first >= _tokens.Count || _tokens.SpanOf(first).Start >= end || !IsNominal(first)) return false;
        var head = first;
        var row = first;
        for (; row < _tokens.Count && _tokens.SpanOf(row).Start < end && IsNominal(row); row++)
        {
            if (_tokens.Upos[row] is UniversalPos.Noun or UniversalPos.Propn or UniversalPos.Pron) head = row;
        }

        if (_tokens.Upos[head] is not (UniversalPos.Noun or UniversalPos.Propn or UniversalPos.Pron)) return false;
        // A verb among the words without a comma before it makes them a clause of their own.
        for (var comma = false; row < _tokens.Count && _tokens.SpanOf(row).Start < end; row++)
        {
            if (_tokens.CharsOf(row) is "," or "(" or "who" or "which") comma = true;
            else if (!comma && _tokens.Upos[row] is UniversalPos.Verb or UniversalPos.Aux) return false;
        }

        (draft.Source, draft.SourceRow) = (TextSpan.FromBounds(start, end), head);
        return true;
    }

    /// <summary>The noun that touches the cue.</summary>
    private void Beside(AttributionDraft draft, Sentence sentence)
    {
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
}
