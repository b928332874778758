using Dateline.Ingest.Feeds;
using Dateline.Text;

namespace Dateline.Ingest.Press;

/// <summary>Factiva's XML export (PPSResponse).</summary>
internal static class FactivaXml
{
    /// <summary>The records; a document that is not well-formed gives its whole ones and a remark.</summary>
    public static List<PressRecord> Read(string xml, string id, ref IReadOnlyList<Diagnostic> remarks)
    {
        var root = LooseXml.Read(xml, out var repaired);
        if (repaired)
            remarks = [.. remarks, IngestMessages.ExportRepaired(id)];
        return root is null ? [] : [.. root.All("article").Select(ReadRecord)];
    }

    static PressRecord ReadRecord(LooseElement article)
    {
        var record = new PressRecord { DateRule = "factiva publicationDate", Language = article.Word("baseLanguage"), Title = article.First("headline")?.Text };
        var date = article.First("publicationDate");
        record.Date = date?.Word("dateTime") ?? date?.Word("date") ?? date?.Text;
        record.Byline = article.First("byline")?.Text;
        record.Outlet = article.Word("sourceName") ?? article.Word("publisherName");
        foreach (var part in (ReadOnlySpan<string>)["leadParagraph", "tailParagraphs"])
        {
            foreach (var field in article.Elements.Where(e => e.Name == part))
                record.Body.AddRange(field.HasElements ? field.Elements.Where(static e => e.Name == "paragraph").Select(static e => e.Text) : [field.Text]);
        }
        foreach (var field in article.Elements)
        {
            if (field.Name is "region" or "newsSubject" or "industry" or "company")
                record.AddTags(field.Word("name"));
            else if (field.Name is "accessionNo" or "sourceCode" or "wordCount" or "copyright" or "edition" or "section" or "pages")
                record.Keep(PlainWords.Level(field.Text), field.Name);
        }
        return record;
    }
}
