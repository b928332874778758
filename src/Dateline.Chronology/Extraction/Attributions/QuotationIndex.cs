namespace Dateline.Chronology.Extraction.Attributions;

/// <summary>The quotations of a text, in order, with the questions the readers ask of them. Immutable.</summary>
internal sealed class QuotationIndex(string text, IReadOnlyList<Quotation> quotations)
{
    /// <summary>How many there are.</summary>
    public int Count => quotations.Count;

    /// <summary>The quotation at an index.</summary>
    public Quotation this[int index] => quotations[index];

    /// <summary>The first quotation that ends after <paramref name="position"/>; <see cref="Count"/> without one.</summary>
    public int FirstEndingAfter(int position)
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

    /// <summary>Whether a position stands in a quotation.</summary>
    public bool Holds(int position) => FirstEndingAfter(position) is var index && index < Count && quotations[index].Span.Start <= position;

    /// <summary>
    /// Whether what is quoted ends with its closing mark: a comma or stop stands beside it, or nothing closes it. “Called it
    /// a “farce” in three acts” runs on.
    /// </summary>
    public bool IsWhole(Quotation quotation)
    {
        if (!quotation.IsClosed) return true;
        var span = quotation.Span;
        var last = span.End - 2;
        while (last > span.Start && text[last] is ' ' or '\u00A0' or '\u202F' or '\'' or '’') last--;
        return text[last] is ',' or '.' or '?' or '!' or '…' or '—' || (span.End < text.Length && text[span.End] is ',' or '.' or ';' or '?' or '!');
    }
}
