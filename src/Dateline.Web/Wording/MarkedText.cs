using Dateline.Storage;
using Dateline.Text;

namespace Dateline.Web.Wording;

/// <summary>A stretch of text under the same highlights from its first character to its last.</summary>
/// <param name="Span">Where it stands in the article's text.</param>
/// <param name="Over">The highlights that cover it, in the order given.</param>
internal sealed record MarkedStretch(TextSpan Span, IReadOnlyList<Highlight> Over);

/// <summary>Cuts text where highlights begin and end, so that crossing highlights become plain, well-formed elements.</summary>
internal static class MarkedText
{
    /// <summary>The stretches of <paramref name="within"/>, in order; together they are exactly its text.</summary>
    /// <param name="within">The part of the text that is cut.</param>
    /// <param name="highlights">What to mark; by start.</param>
    /// <remarks>Time is n log n in the highlights plus what is written: covered stretches times how many cover them, at most 32 each.</remarks>
    public static IEnumerable<MarkedStretch> Cut(TextSpan within, IReadOnlyList<Highlight> highlights)
    {
        const int Deepest = 32;
        var borders = new SortedSet<int> { within.Start, within.End };
        var touching = new List<Highlight>();
        foreach (var highlight in highlights)
        {
            if (!highlight.Span.Overlaps(within)) continue;
            touching.Add(highlight);
            borders.Add(Math.Max(highlight.Span.Start, within.Start));
            borders.Add(Math.Min(highlight.Span.End, within.End));
        }

        touching.Sort(static (left, right) => left.Span.CompareTo(right.Span));
        var open = new List<Highlight>();
        var next = 0;
        var start = within.Start;
        foreach (var border in borders)
        {
            if (border == start) continue;
            open.RemoveAll(highlight => highlight.Span.End <= start);
            while (next < touching.Count && touching[next].Span.Start <= start)
            {
                // A text that is marked deeper than anybody can see is hostile or broken: what lies above is left unmarked.
                if (open.Count < Deepest && touching[next].Span.End > start) open.Add(touching[next]);
                next++;
            }

            yield return new MarkedStretch(TextSpan.FromBounds(start, border), [.. open]);
            start = border;
        }
    }
}
