using System.Text.RegularExpressions;

namespace Dateline.Ingest.Documents;

/// <summary>Takes out what stands at the edge of every page: running heads, feet and page numbers.</summary>
internal static partial class RunningHeads
{
    // Share of the height, at the top and at the bottom, where they stand.
    const double Edge = 0.12;

    /// <summary>The lines of all pages without them, and what was taken out, each wording once.</summary>
    public static (List<(int Page, PdfLine Line)> Lines, List<string> Heads) Part(IReadOnlyList<PdfPage> pages)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach (var page in pages)
        {
            foreach (var wording in page.Lines.Where(l => AtEdge(page, l)).Select(static l => Wording(l.Text)).Distinct(StringComparer.Ordinal))
                counts[wording] = counts.GetValueOrDefault(wording) + 1;
        }
        List<(int, PdfLine)> kept = [];
        List<string> heads = [];
        foreach (var page in pages)
        {
            foreach (var line in page.Lines)
            {
                var often = AtEdge(page, line) && (PageNumber().IsMatch(line.Text) || counts[Wording(line.Text)] is >= 2 and var count && count * 3 >= pages.Count);
                if (!often)
                    kept.Add((page.Number, line));
                else if (!heads.Contains(line.Text) && heads.Count < 1000)
                    heads.Add(line.Text);
            }
        }
        return (kept, heads);
    }

    static bool AtEdge(PdfPage page, PdfLine line) => line.Baseline < Edge * page.Height || line.Baseline > (1 - Edge) * page.Height;

    // Page numbers and dates differ from page to page.
    static string Wording(string text) => string.Concat(text.Where(static c => !char.IsDigit(c) && !char.IsWhiteSpace(c)));

    [GeneratedRegex(@"^(?:(?:page|seite|p\.)\s*)?[-–—]?\s*[0-9]{1,4}\s*[-–—]?(?:\s*(?:/|of|von|de|sur)\s*[0-9]{1,4})?$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex PageNumber();
}
