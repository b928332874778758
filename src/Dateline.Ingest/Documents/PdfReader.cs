using System.Globalization;
using Dateline.Ingest.Press;
using Dateline.Text;

namespace Dateline.Ingest.Documents;

/// <summary>PDFs with a text layer to articles: lines in reading order, without running heads and page numbers, as plain text; or the records of an export of a press database.</summary>
internal static class PdfReader
{
    // More unreadable signs than this say that the fonts do not tell their letters.
    const int ShareOfSigns = 10;

    static readonly string[] NoTitles = ["untitled", "microsoft word", "document", "powerpoint", "print", "layout"];

    /// <summary>Whether the first bytes are those of a PDF.</summary>
    public static bool Recognise(ReadOnlySpan<byte> head) => head.TrimStart(" \t\r\n"u8).StartsWith("%PDF-"u8);

    /// <summary>Reads a document.</summary>
    public static IEnumerable<IntakeResult> Read(byte[] bytes, string id, IntakeLimits limits)
    {
        var pages = PdfPages.Of(bytes, limits);
        if (pages.IsLocked)
            return [new IntakeResult(id, IngestMessages.PdfLocked(id))];
        if (pages.TooMuch)
            return [new IntakeResult(id, IngestMessages.PackedTooMuch(id))];
        if (pages.Count == 0)
            return [new IntakeResult(id, pages.IsLate ? IngestMessages.PdfPagesLeft(0, 0, id) : IngestMessages.PdfBroken(id))];
        List<IntakeResult> results = pages.Read.Count > 0 ? [.. ReadPages(pages, id, limits)] : [];
        if (pages.Read.Count < pages.Count)
            results.Add(new IntakeResult(string.Create(CultureInfo.InvariantCulture, $"{id}:page-{pages.Read.Count + 1}"), IngestMessages.PdfPagesLeft(pages.Read.Count, pages.Count, id)));
        return results;
    }

    static IEnumerable<IntakeResult> ReadPages(PdfPages pages, string id, IntakeLimits limits)
    {
        List<Diagnostic> remarks = [];
        if (Numbers(pages.Read, static p => p.Broken) is { } broken)
            remarks.Add(IngestMessages.PdfPagesBroken(broken, id));
        var (lines, heads) = RunningHeads.Part(pages.Read);
        if (lines.Count == 0)
            return [new IntakeResult(id, remarks.Count > 0 ? IngestMessages.PdfBroken(id) : IngestMessages.PdfWithoutText(id))];
        if (Numbers(pages.Read, static p => !p.Broken && p.Lines.Count == 0) is { } blank)
            remarks.Add(IngestMessages.PdfPagesWithoutText(blank, id));
        var text = string.Join("\n\n", PdfParagraphs.Read(lines));
        if (text.Count(static c => c == '\uFFFD' || char.IsControl(c) && c != '\n' || c is >= '\uE000' and <= '\uF8FF') * 100L > text.Length * (long)ShareOfSigns)
            return [new IntakeResult(id, IngestMessages.PdfGarbled(id))];
        var rest = string.Join('\n', heads.Concat(pages.Read.Select(static p => p.Aside).Where(static a => a.Length > 0)));
        var address = RunningHeads.AddressIn(heads);
        var results = TextInputs.Read(PressText.Recognise(text) ? InputFormat.Press : InputFormat.Text, text, id, remarks, limits).ToList();
        return results.Select((result, k) => result.Article is { } article ? new IntakeResult(article with
        {
            Title = article.Title ?? (results.Count == 1 && pages.Title is { } title && !Array.Exists(NoTitles, n => title.StartsWith(n, StringComparison.OrdinalIgnoreCase)) ? title : null),
            Url = article.Url ?? (results.Count == 1 ? address : null),
            PublishedCandidates = pages.Created is { } created ? [.. article.PublishedCandidates, new DateCandidate(created, "pdf CreationDate")] : article.PublishedCandidates,
            Remainder = k == 0 && rest.Length > 0 ? article.Remainder is { } own ? $"{own}\n\n{rest}" : rest : article.Remainder,
        }) : result);
    }

    static string? Numbers(IReadOnlyList<PdfPage> pages, Predicate<PdfPage> which) =>
        string.Join(", ", pages.Where(p => which(p)).Select(static p => p.Number.ToString(CultureInfo.InvariantCulture))) is { Length: > 0 } numbers ? numbers : null;
}
