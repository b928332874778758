using AngleSharp.Dom;
using Dateline.Ingest.Dates;
using Dateline.Text;

namespace Dateline.Ingest.Pages;

/// <summary>Title, authors, dates and the rest of a page, each from the most trusted place that has it.</summary>
internal static class PageMetadata
{
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
        var authors = Authors(document, ld, Meta("author", "article:author", "parsely-author", "dc.creator", "byl", "sailthru.author", "dcterms.creator"));
        return article with
        {
            Title = Title(document, ld, Meta("og:title", "twitter:title", "dc.title"), outlet),
            Url = url,
            Outlet = outlet,
            Byline = authors.Count > 0 ? string.Join(", ", authors) : null,
            Published = dates.Count > 0 ? dates[0].Value : null,
            PublishedBasis = dates.Count > 0 ? dates[0].Basis : null,
            PublishedCandidates = dates,
            Language = document.DocumentElement?.GetAttribute("lang") is { Length: >= 2 and <= 12 } language ? language.Replace('_', '-') : ld?.Language ?? Meta("og:locale")?.Replace('_', '-'),
            Tags = tags,
        };
    }

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

    static string? Title(IDocument document, JsonLdArticle? ld, string? social, string? outlet)
    {
        var headings = document.QuerySelectorAll("h1").Where(static h => h.TextContent.AsSpan().Trim().Length > 0).Select(static h => Level(h.TextContent)).ToList();
        var page = document.Title is { Length: > 0 } t ? Level(t) : null;
        // A heading that another place confirms is the headline; without one the longest heading is, unless it is the site's name.
        var named = new[] { ld?.Headline, social, page }.OfType<string>().ToList();
        if (ld?.Headline is { Length: >= 8 } agreed && social is not null && Level(agreed) == WithoutSite(Level(social), outlet))
            return Level(agreed);
        foreach (var heading in headings)
        {
            if (heading.Length >= 8 && named.Exists(n => n.Contains(heading, StringComparison.OrdinalIgnoreCase)))
                return heading;
        }
        // A heading that no metadata confirms carries a kicker, or differs from what the outlet gives out as the title.
        if (ld?.Headline is { Length: >= 8 } inner && headings.Exists(h => h.EndsWith(Level(inner), StringComparison.OrdinalIgnoreCase)))
            return Level(inner);
        if (social is not null && WithoutSite(Level(social), outlet) is { Length: >= 15 } given)
            return given;
        var single = headings.Where(h => h.Length >= 15 && !string.Equals(h, outlet, StringComparison.OrdinalIgnoreCase)).ToList();
        if (single.Count == 1)
            return single[0];
        return (ld?.Headline is { Length: > 0 } headline ? Level(headline) : null) ?? (social is null ? null : WithoutSite(Level(social), outlet))
            ?? (page is null ? headings.FirstOrDefault() : WithoutSite(page, outlet));
    }

    static string WithoutSite(string title, string? outlet)
    {
        foreach (var separator in (ReadOnlySpan<string>)[" | ", " – ", " — ", " - ", " :: ", " • ", " · "])
        {
            var at = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (at >= 15 && (title.Length - at < 35 || outlet is not null && title[at..].Contains(outlet, StringComparison.OrdinalIgnoreCase)))
                return title[..at].Trim();
        }
        return title;
    }

    static List<string> Authors(IDocument document, JsonLdArticle? ld, string? meta)
    {
        List<string> authors = [];
        foreach (var name in ld?.Authors ?? [])
            Add(name, authors);
        if (authors.Count == 0 && meta is not null && !meta.Contains("://", StringComparison.Ordinal))
            Add(meta, authors);
        if (authors.Count == 0)
        {
            foreach (var element in document.QuerySelectorAll("[itemprop=author] [itemprop=name], [itemprop=author], [rel=author], .byline a, .byline__name, .author-name, .c-byline__author").Take(6))
                Add(Level(element.TextContent), authors);
        }
        return authors;
    }

    static void Add(string name, List<string> authors)
    {
        foreach (var prefix in (ReadOnlySpan<string>)["By ", "by ", "BY ", "Par ", "Von ", "Por "])
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal))
                name = name[prefix.Length..];
        }
        name = name.Trim(' ', ',', '|', '\u00A0');
        if (name.Length is >= 2 and <= 120 && !name.Contains('@', StringComparison.Ordinal) && !name.Contains("://", StringComparison.Ordinal) && !authors.Contains(name, StringComparer.OrdinalIgnoreCase))
            authors.Add(name);
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

    static string Level(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
