using Dateline.Text;

namespace Dateline.Ingest.Pages;

/// <summary>HTML pages to articles.</summary>
internal static class HtmlPageReader
{
    /// <summary>Reads a page.</summary>
    public static IEnumerable<IntakeResult> ReadPage(string html, string id, IReadOnlyList<Diagnostic> diagnostics, IntakeLimits limits) =>
        [new IntakeResult(id, IngestMessages.Unrecognised("HTML", id))];
}
