using System.Text.RegularExpressions;

namespace Dateline.Ingest.Documents;

/// <summary>Takes out what stands at the edge of every page: running heads, feet, page numbers, and the time and address that a browser prints there.</summary>
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
            var isPrint = page.Lines.Any(l => AtEdge(page, l) && Address().IsMatch(l.Text));
            foreach (var line in page.Lines)
            {
                var often = AtEdge(page, line) && (PageNumber().IsMatch(line.Text) || isPrint && (Address().IsMatch(line.Text) || PrintTime().IsMatch(line.Text)) || counts[Wording(line.Text)] is >= 2 and var count && count * 3 >= pages.Count);
                if (!often)
                    kept.Add((page.Number, line));
                else if (!heads.Contains(line.Text) && heads.Count < 1000)
                    heads.Add(line.Text);
            }
        }
        return (kept, heads);
    }

    /// <summary>The address of the page that a browser printed; null when there is none.</summary>
    public static string? AddressIn(IEnumerable<string> heads) =>
        heads.Select(static h => Address().Match(h)).FirstOrDefault(static m => m.Success && Addresses.IsHttp(m.Groups["address"].Value) && !m.Value.Contains('…', StringComparison.Ordinal))?.Groups["address"].Value;

    static bool AtEdge(PdfPage page, PdfLine line) => line.Baseline < Edge * page.Height || line.Baseline > (1 - Edge) * page.Height;

    // Page numbers and dates differ from page to page.
    static string Wording(string text) => string.Concat(text.Where(static c => !char.IsDigit(c) && !char.IsWhiteSpace(c)));

    [GeneratedRegex(@"^(?<address>(?:https?|file)://\S+)(?:\s+[0-9]{1,4}\s*/\s*[0-9]{1,4})?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Address();

    [GeneratedRegex(@"^[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{2,4},?\s+(?:à\s+)?[0-9]{1,2}:[0-9]{2}(?:\s|$)", RegexOptions.NonBacktracking)]
    private static partial Regex PrintTime();

    [GeneratedRegex(@"^(?:(?:page|seite|p\.)\s*)?[-–—]?\s*[0-9]{1,4}\s*[-–—]?(?:\s*(?:/|of|von|de|sur)\s*[0-9]{1,4})?$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex PageNumber();
}
