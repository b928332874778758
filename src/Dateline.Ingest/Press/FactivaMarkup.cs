using AngleSharp.Html.Parser;
using Dateline.Ingest.Pages;

namespace Dateline.Ingest.Press;

/// <summary>Factiva's HTML export with indexing: a table an article, a code in bold in the first column and its field in the second.</summary>
internal static class FactivaMarkup
{
    /// <summary>Whether a page holds such tables.</summary>
    public static bool Recognise(string html) =>
        html.Contains("Article\"", StringComparison.Ordinal) && (html.Contains("<b>HD", StringComparison.OrdinalIgnoreCase) || html.Contains("articleParagraph", StringComparison.OrdinalIgnoreCase) && html.Contains("<b>TD", StringComparison.OrdinalIgnoreCase));

    /// <summary>The records.</summary>
    public static List<PressRecord> Read(string html, IntakeLimits limits)
    {
        using var document = new HtmlParser().ParseDocument(ReducedHtml.Read(html, limits.TagDepth).Html);
        List<PressRecord> records = [];
        foreach (var block in document.QuerySelectorAll("div.article"))
        {
            var record = FactivaFields.NewRecord();
            var any = false;
            foreach (var row in block.QuerySelectorAll("tr"))
            {
                if (row.Children is not [{ LocalName: "td" } name, { LocalName: "td" } value, ..] || PlainWords.Level(name.TextContent) is not { } code || !FactivaFields.Codes.Contains(code))
                    continue;
                any = true;
                FactivaFields.Take(record, code, BlockReader.Read(value, all: true).ConvertAll(static b => b.Text));
            }
            if (any)
                records.Add(record);
            else if (records.Count > 0)
                records[^1].Keep(PlainWords.Level(block.TextContent));
        }
        return records;
    }
}
