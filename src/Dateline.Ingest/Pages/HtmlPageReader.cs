using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Dateline.Ingest.Plain;
using Dateline.Text;

namespace Dateline.Ingest.Pages;

/// <summary>HTML pages to articles: the body's blocks become the text, one blank line between two, and the metadata the fields.</summary>
internal static class HtmlPageReader
{
    // Shorter than nearly all articles; a longer body is trusted.
    const int ShortBody = 700;

    /// <summary>Reads a page.</summary>
    public static IEnumerable<IntakeResult> ReadPage(string html, string id, IReadOnlyList<Diagnostic> diagnostics, IntakeLimits limits)
    {
        List<Diagnostic> remarks = [.. diagnostics];
        var reduced = ReducedHtml.Read(html, limits.TagDepth);
        if (reduced.TooDeep > 0)
            remarks.Add(IngestMessages.TagsTooDeep(reduced.TooDeep, limits.TagDepth, id));
        using var document = new HtmlParser().ParseDocument(reduced.Html);
        var ld = JsonLdArticle.Read(reduced.JsonLd);
        // A page that names one article in its metadata is one, whatever it shows beside it.
        if (ld is null && !IsArticlePage(document))
        {
            var several = PageArticles.Read(document, id, PageMetadata.Address(document), PageMetadata.Site(document), PageMetadata.Language(document));
            if (several.Count > 1)
                return several.Select((article, k) => new IntakeResult(k == 0 ? article with { Diagnostics = remarks } : article));
        }
        var body = document.Body is null ? [] : BodyFinder.Find(BlockReader.Read(document.Body));
        var length = body.Sum(static b => b.Text.Length);
        if (length < ShortBody && document.Body is not null)
        {
            // Nearly nothing left: the names have shut out the article itself.
            var lenient = BodyFinder.Find(BlockReader.Read(document.Body, byName: false));
            if (lenient.Sum(static b => b.Text.Length) is var longer && longer > 2 * length)
                (body, length) = (lenient, longer);
        }
        if (ld?.Body is { } given && given.Length > 400 && given.Length > 2 * length && !given.Contains('<', StringComparison.Ordinal))
        {
            remarks.Add(IngestMessages.TextFromMetadata(id));
            return [new IntakeResult(PageMetadata.Describe(PlainTextReader.Complete(new Article { Id = id, Text = given, Diagnostics = remarks }), document, ld))];
        }
        if (length < 100 && document.Body is not null)
        {
            var all = BlockReader.Read(document.Body, all: true);
            if (all.Sum(static b => b.Text.Length) > length)
            {
                body = BodyFinder.Find(all) is { Count: > 0 } found ? found : all;
                remarks.Add(IngestMessages.NoArticle(id));
            }
        }
        if (body.Count == 0)
            return [new IntakeResult(id, IngestMessages.NoText(id))];

        var text = new StringBuilder();
        List<Passage> passages = [];
        foreach (var block in body)
        {
            if (text.Length > 0)
                text.Append("\n\n");
            passages.Add(new Passage(new TextSpan(text.Length, block.Text.Length), block.Kind));
            text.Append(block.Text);
        }
        var (place, agency, _) = DatelineReader.Read(body[0].Text);
        var article = new Article { Id = id, Text = text.ToString(), Passages = passages, DatelinePlace = place, Agency = agency, Diagnostics = remarks };
        article = PageMetadata.Describe(article, document, ld);
        return [new IntakeResult(article with { Agency = AgencyCredits.Find(article) })];
    }

    static bool IsArticlePage(IDocument document) =>
        document.QuerySelector("meta[property='og:type']")?.GetAttribute("content") is { } type && type.Equals("article", StringComparison.OrdinalIgnoreCase);
}
