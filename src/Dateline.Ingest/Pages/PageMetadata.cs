using System.Collections.Frozen;
using AngleSharp.Dom;
using Dateline.Ingest.Dates;
using Dateline.Text;

namespace Dateline.Ingest.Pages;

/// <summary>Title, authors, dates and the rest of a page, each from the most trusted place that has it.</summary>
internal static class PageMetadata
{
    static readonly FrozenSet<string> DateLabels = new[]
    {
        "date", "datum", "published", "published on", "publication date", "date of publication", "posted", "posted on", "veröffentlicht", "erschienen", "publié le", "date de publication", "fecha",
        "fecha de publicación", "data", "pubblicato", "pubblicato il", "publicado em", "opublikowano", "tarih", "gepubliceerd", "publicerad", "дата",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    static readonly string[] DateMetas =
    [
        "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "date.published", "publishdate",
        "publish_date", "pubdate", "publication_date", "cxenseparse:recs:publishtime", "dc.date.issued", "dcterms.created", "dcterms.date", "dc.date", "article.published",
        "originalpublicationdate", "last-modified-original", "date", "article:created",
    ];

    /// <summary>Completes an article whose text is there.</summary>
    public static Article Describe(Article article, IDocument document, JsonLdArticle? ld)
    {
        var metas = Metas(document);
        string? Meta(params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
            {
                if (metas.TryGetValue(name, out var value))
                    return value;
            }
            return null;
        }

        var url = document.QuerySelector("link[rel=canonical]")?.GetAttribute("href")?.Trim() is { Length: > 0 } canonical ? canonical : Meta("og:url");
        var outlet = Meta("og:site_name") ?? ld?.Outlet ?? Meta("application-name", "publisher", "dc.publisher");
        var dates = Dates(document, ld, metas, url);
        IReadOnlyList<string> tags = ld is { Keywords.Count: > 0 } ? ld.Keywords
            : [.. (Meta("news_keywords", "keywords") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(100)];
        List<string> sites = [.. new[] { outlet, ld?.Outlet, Meta("application-name", "publisher", "dc.publisher"), Host(url) }.OfType<string>()];
        var authors = AuthorNames.Find(document, ld?.Authors ?? [], new[] { Meta("author"), Meta("article:author"), Meta("parsely-author"), Meta("dc.creator"), Meta("byl"), Meta("sailthru.author"), Meta("dcterms.creator") }.OfType<string>(), sites);
        return article with
        {
            Title = Headlines.Choose(document, ld?.Headline, Meta("og:title", "twitter:title", "dc.title"), outlet),
            Url = url,
            Outlet = outlet,
            Byline = authors.Count > 0 ? string.Join(", ", authors) : null,
            Published = dates.Count > 0 ? dates[0].Value : null,
            PublishedBasis = dates.Count > 0 ? dates[0].Basis : null,
            PublishedCandidates = dates,
            Language = LanguageTags.Normalize(document.DocumentElement?.GetAttribute("lang")) ?? LanguageTags.Normalize(ld?.Language) ?? LanguageTags.Normalize(Meta("og:locale")),
            Tags = tags,
        };
    }

    /// <summary>The page's own address, as it names it.</summary>
    public static string? Address(IDocument document) =>
        document.QuerySelector("link[rel=canonical]")?.GetAttribute("href")?.Trim() is { Length: > 0 } canonical ? canonical
        : document.QuerySelector("meta[property='og:url']")?.GetAttribute("content")?.Trim() ?? document.QuerySelector("base[href]")?.GetAttribute("href")?.Trim();

    /// <summary>The site's name, as it gives it to social networks.</summary>
    public static string? Site(IDocument document) => PlainWords.Of(document.QuerySelector("meta[property='og:site_name']")?.GetAttribute("content"));

    /// <summary>The page's language, BCP 47.</summary>
    public static string? Language(IDocument document) => LanguageTags.Normalize(document.DocumentElement?.GetAttribute("lang"));

    static Dictionary<string, string> Metas(IDocument document)
    {
        Dictionary<string, string> metas = new(StringComparer.OrdinalIgnoreCase);
        foreach (var meta in document.QuerySelectorAll("meta"))
        {
            var name = meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop");
            if (!string.IsNullOrWhiteSpace(name) && meta.GetAttribute("content")?.Trim() is { Length: > 0 } content)
                metas.TryAdd(name.Trim(), content);
        }
        return metas;
    }

    // “lantern” of www.lantern.example, which outlets write as their author.
    static string? Host(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address))
            return null;
        var labels = address.Host.Split('.');
        return labels.Length < 2 ? null : labels.Where(static l => l is not ("www" or "com" or "co" or "org" or "net")).FirstOrDefault(static l => l.Length > 2);
    }

    // “Date: 5 October 2025”, where the word stands in an element of its own.
    static string? LabelledDate(IDocument document)
    {
        foreach (var label in document.QuerySelectorAll("strong, b, dt, th, label").Take(200))
        {
            var words = label.TextContent.AsSpan().Trim().TrimEnd(" :\u00A0");
            if (words.Length is < 3 or > 24 || !DateLabels.Contains(words.ToString()))
                continue;
            var beside = label.LocalName is "dt" or "th" ? label.NextElementSibling : label.ParentElement;
            if (beside?.TextContent is { Length: < 120 } text && WrittenDates.Find(text) is { } written)
                return written.Iso;
        }
        return null;
    }

    // The headline's own neighbourhood goes before the dates of other articles on the page.
    static string? DateUnderHeadline(IDocument document)
    {
        var around = document.QuerySelector("h1")?.ParentElement;
        for (var level = 0; level < 3 && around is not null and not { LocalName: "body" }; level++)
        {
            if (around.TextContent is { Length: < 600 } text && WrittenDates.Find(text) is { } written)
                return written.Iso;
            around = around.ParentElement;
        }
        return null;
    }

    static List<DateCandidate> Dates(IDocument document, JsonLdArticle? ld, Dictionary<string, string> metas, string? url)
    {
        List<DateCandidate> dates = [];
        void Propose(string? value, string basis)
        {
            if (value is not null && IsoDates.Normalize(value) is { } iso && !dates.Exists(d => d.Value == iso))
                dates.Add(new DateCandidate(iso, basis));
        }

        Propose(ld?.Published, "json-ld");
        foreach (var name in DateMetas)
        {
            if (metas.TryGetValue(name, out var value))
                Propose(value, $"meta {name}");
        }
        foreach (var element in document.QuerySelectorAll("[itemprop=datePublished], time[pubdate]").Take(4))
            Propose(element.GetAttribute("datetime") ?? element.GetAttribute("content") ?? element.TextContent, "microdata");
        if (dates.Count == 0)
        {
            foreach (var element in document.QuerySelectorAll("article time, main time, time").Take(3))
                Propose(element.GetAttribute("datetime") ?? element.TextContent, "time element");
        }
        Propose(UrlDates.Find(url), "url");
        if (dates.Count == 0)
            Propose(LabelledDate(document) ?? DateUnderHeadline(document), "visible text");
        if (dates.Count == 0)
        {
            foreach (var element in document.QuerySelectorAll("[class*=date], [class*=time], [class*=published], [id*=date], [class*=byline], [class*=meta]").Take(40))
            {
                var words = element.TextContent.AsSpan().Trim();
                if (words.Length is > 5 and < 160 && WrittenDates.Find(words) is { } written)
                    Propose(written.Iso, "visible text");
            }
        }
        Propose(ld?.Modified, "json-ld modified");
        return dates;
    }
}
