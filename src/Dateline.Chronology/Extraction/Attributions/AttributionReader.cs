using Dateline.Chronology.Events;
using Dateline.Text;

namespace Dateline.Chronology.Extraction.Attributions;

/// <summary>
/// Reads who says what: direct and indirect speech, thoughts and wishes, “according to”, nouns of saying, nested ones.
/// The outlet's own voice is no attribution.
/// </summary>
/// <remarks>
/// Conventions of PolNeAR (Newell, Margolin and Ruths 2018): the source is the whole noun phrase, the cue the verb with
/// its auxiliaries, the content the clause with “that” or “to”, a quotation with its marks. Immutable; one instance for
/// all threads. Needs trees; where a document has none, only quotations with a name after a dash are found.
/// </remarks>
public sealed class AttributionReader
{
    private const int Nearest = 64;
    private readonly CueLexicon _english;
    private readonly CueLexicon _french;

    /// <summary>With the cues of both languages.</summary>
    public AttributionReader(CueLexicon english, CueLexicon french) => (_english, _french) = (english, french);

    /// <summary>The attributions of <paramref name="document"/> in text order.</summary>
    public IReadOnlyList<Attribution> Read(Document document)
    {
        var lexicon = document.Language == "fr" ? _french : _english;
        var quotations = QuotationFinder.Find(document.Text);
        var index = new QuotationIndex(document.Text, quotations);
        var trimmer = new SpanTrimmer(document.Text, quotations);
        var drafts = new List<AttributionDraft>();
        if (document.Has(Layers.Trees))
        {
            foreach (var sentence in document.Tokens.Sentences)
                new CueReader(lexicon, index, trimmer, new CueTree(document.Tokens, sentence), drafts).Read();
        }

        var sources = new SourceFinder(document, index, drafts);
        if (document.Has(Layers.Trees))
        {
            foreach (var draft in drafts)
            {
                if (draft.NeedsSource && draft.Content.Count > 0) sources.Find(draft);
            }

            new MixedSpeech(document, index, trimmer, lexicon, drafts).Complete();
        }

        new QuotationReader(document, index, sources, drafts).Read();
        TranscriptReader.Read(document, drafts);
        if (document.Has(Layers.Tags)) HeadlineReader.Read(document, drafts);
        drafts.RemoveAll(draft => draft.Content.Count == 0 || (draft.NeedsSource && draft.Source is null));
        foreach (var draft in drafts) Join(draft);
        drafts.Sort((a, b) => Start(a) != Start(b) ? Start(a).CompareTo(Start(b)) : b.ContentLength.CompareTo(a.ContentLength));
        var attributions = new List<Attribution>(drafts.Count);
        for (var i = 0; i < drafts.Count; i++)
        {
            var draft = drafts[i];
            attributions.Add(new Attribution(draft.Source, EntityOf(document, draft), draft.Cue, draft.Content, FormOf(draft, quotations), Enclosing(drafts, i)));
        }

        return attributions;
    }

    /// <summary>Puts the pieces of a content in order; those that touch or overlap are one.</summary>
    private static void Join(AttributionDraft draft)
    {
        draft.Content.Sort();
        for (var i = draft.Content.Count - 1; i > 0; i--)
        {
            if (draft.Content[i].Start > draft.Content[i - 1].End) continue;
            draft.Content[i - 1] = TextSpan.Union(draft.Content[i - 1], draft.Content[i]);
            draft.Content.RemoveAt(i);
        }
    }

    private static int Start(AttributionDraft draft) => Math.Min(draft.Content[0].Start, Math.Min(draft.Cue.Start, draft.Source?.Start ?? int.MaxValue));

    private static AttributionForm FormOf(AttributionDraft draft, List<Quotation> quotations)
    {
        var inside = 0;
        foreach (var piece in draft.Content)
        {
            for (var i = FirstEndingAfter(quotations, piece.Start); i < quotations.Count && quotations[i].Span.Start < piece.End; i++)
                inside += Math.Min(piece.End, quotations[i].Span.End) - Math.Max(piece.Start, quotations[i].Span.Start);
        }

        return inside == 0 ? AttributionForm.Indirect : inside * 20 >= draft.ContentLength * 19 ? AttributionForm.Direct : AttributionForm.Mixed;
    }

    private static int FirstEndingAfter(List<Quotation> quotations, int position)
    {
        int low = 0, high = quotations.Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (quotations[middle].Span.End <= position) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>The smallest other attribution near by whose content holds this one's cue and content.</summary>
    private static int Enclosing(List<AttributionDraft> drafts, int index)
    {
        var inner = drafts[index];
        var best = -1;
        for (var i = Math.Max(0, index - Nearest); i < Math.Min(drafts.Count, index + Nearest); i++)
        {
            var outer = drafts[i];
            if (i == index || outer.ContentLength <= inner.ContentLength || (best >= 0 && outer.ContentLength >= drafts[best].ContentLength)) continue;
            if (Holds(outer, inner.Cue) && Holds(outer, inner.Content[0])) best = i;
        }

        return best;
    }

    private static bool Holds(AttributionDraft outer, TextSpan span)
    {
        foreach (var piece in outer.Content)
        {
            if (piece.Contains(span)) return true;
        }

        return false;
    }

    private static int EntityOf(Document document, AttributionDraft draft)
    {
        if (draft.SourceRow < 0 || draft.SourceRow >= document.Tokens.Count) return -1;
        var head = document.Tokens.SpanOf(draft.SourceRow);
        var best = -1;
        var length = int.MaxValue;
        int low = 0, high = document.Mentions.Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (document.Mentions[middle].Span.Start <= head.Start) low = middle + 1;
            else high = middle;
        }

        for (var i = low - 1; i >= Math.Max(0, low - Nearest); i--)
        {
            var mention = document.Mentions[i];
            if (mention.Entity < 0 || !mention.Span.Contains(head)) continue;
            var rank = mention.Head == draft.SourceRow ? 0 : mention.Span.Length;
            if (rank < length) (best, length) = (mention.Entity, rank);
        }

        return best;
    }
}
